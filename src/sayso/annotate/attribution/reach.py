"""What a cue reports in an unparsed sentence: the clause it opens, a clause without an opener, an infinitive, an object."""

from __future__ import annotations

from sayso.annotate.attribution.spoken import Spoken, SpokenVerbs
from sayso.annotate.attribution.wordorder import CLOSERS
from sayso.model.text import Span

__all__ = ["Reach"]

_FAR = 16  # tokens between a cue and the word that opens what it reports
_FINITE = 14  # tokens of a clause in which its finite verb stands


class Reach(SpokenVerbs):
    """The contents of cues; all places are token indexes."""

    def opener(self, start: int) -> int | None:
        """Return where the reported clause opens after a place: at "at", or at a question word right there."""
        for i in range(start, min(self.size, start + _FAR)):
            if self.has("that", i) and (not self.forms.verb_last or self.comma(i - 1)):
                return i
            near = i <= start + 3 and (not self.forms.verb_last or self.comma(i - 1))
            near = near and not self.any_finite(start, i)
            if self.has("openers", i) and near and not self.has("that", i) and self._asks(i):
                return i
            if (self.stop(i) and not self.comma(i)) or (self.word(i) in self.forms.verbs and self.finite(i)):
                return None
            if self.comma(i) and not (self.has("openers", i + 1) or self.inserted(i + 1, self.next_stop(i + 1))):
                return None
        return None

    def _asks(self, i: int) -> bool:
        """Tell whether an opener opens a clause, and is not the preposition that some are ("meldte om kamper som")."""
        if not self.has("prepositions", i):
            return True
        if self.has("openers", i + 1) or self.has("infinitive", i + 1):
            return False
        for j in range(i + 1, min(self.size, i + 10)):
            if self.stop(j) or self.has("relatives", j):
                return False
            if self.finite(j) and j > i + 1:
                return True
        return False

    def to(self, start: int) -> int:
        """Return where a reported clause ends that begins at `start`: before another report, or at the sentence's end."""
        for i in range(start, self.size):
            if self.marks[i] == ";" and i not in self.inside:
                return i
            if self.marks[i] == ":" and (i + 1 == self.size or self.marks[i + 1] in '–—-−“"'):
                return i
            if self.comma(i) and (self.turns(i + 1) or (self.has("joints", i + 1) and self._reports(i + 2))):
                return i
            if self.has("joints", i) and i > start + 1 and self._reports(i + 1):
                return i
        return self.size

    def _reports(self, i: int) -> bool:
        """Tell whether a cue stands right after a joint, with the subject of the cue before: "og la til at"."""
        at = self.skip(i)
        entries = self.forms.verbs.get(self.word(at), ())
        return any(not e.infinitive and self._tail(at, e.tail) is not None for e in entries) and self._opens_report(at)

    def _opens_report(self, at: int) -> bool:
        rest = range(at + 1, min(self.size, at + 8))
        return any(self.has("openers", i) or self.marks[i] in ':“"' for i in rest)

    def turns(self, i: int) -> bool:
        """Tell whether a word after a comma leaves the reported clause: "men", "ifølge", "skriver NTB"."""
        if self.has("turns", i):
            return not self.has("that", i + 1)
        if self.has("joints", i) and not self.forms.verb_last and self._inverts(i + 1):
            return True
        if self.has("determiners", i) and self.word(i + 1) in self.forms.nouns and self.relative(i + 2):
            return True  # "…, en påstand som …": what is told of the claim is no part of it
        if self.according_at(i):
            return True
        entries = self.forms.verbs.get(self.word(i), ())
        return any(not e.infinitive for e in entries) and not self.has("that", i + 1) and not self.has("asides", i)

    def _inverts(self, i: int) -> bool:
        """Tell whether a main clause opens with an adverbial: its verb then stands before its subject, as in no other."""
        if not self.has("adverbs", i) and not self.has("prepositions", i):
            return False
        return any(self.has("auxiliaries", j) or self.finite(j) for j in range(i + 1, min(self.size, i + 4)))

    def according_at(self, i: int) -> tuple[str, ...]:
        """Return the words of a phrase like "ifølge" that stands at a place, () where none does."""
        for phrase in self.scene.lexicon.phrases.get("according", ()):
            words = phrase.split()
            if self.low[i : i + len(words)] == words:
                return tuple(words)
        return ()

    def closes(self, at: int) -> bool:
        """Tell whether a cue follows what is said: a comma or closing mark before it, a speaker or the end after it."""
        if at == 0 or self.marks[at - 1] not in CLOSERS or at - 1 in self.inside:
            return False
        fronted = self._subordinates(0) and self.next_stop(1) == at - 1
        return not fronted and self.field(at) == (at, at)

    def before(self, at: int) -> Span | None:
        """Return what stands before ", sier X" in the sentence; a dash of dialogue and what joins sentences are left out."""
        start = 0
        while start < at and (self.marks[start] in "–—-−" or self.has("joints", start)):
            start += 1
        return self.span(start, at)

    def rest(self, end: int, said: int) -> Span | None:
        """Return the clause that goes on with what is said after ", sier X,"; a relative clause and an apposition do not.

        What was `said` ends before that place; quoted words go on in quotation marks only.
        """
        quoted = self.marks[said - 1] in '”"' or self.marks[said - 2] in '”"'
        if quoted:
            return None
        if not self.comma(end) and not self.any_finite(end, self.next_stop(end)):
            end = self.next_stop(end)
        start = end + 1
        while start < self.size and self.marks[start] in "–—-−":
            start += 1
        if not self.comma(end) or start >= self.size or (self.turns(start) and start == end + 1):
            return None
        stop = self.next_stop(start)
        if self.relative(start) or self._joined_report(start) or not self.any_finite(start, stop):
            return None
        return self.span(start, self.to(start))

    def _joined_report(self, start: int) -> bool:
        return self.has("joints", start) and self._reports(start + 1)

    def described(self, start: int, end: int) -> int:
        """Return where a speaker's description after a comma ends: "Kari Holm, leder i laget" at the sentence's end."""
        stop = self.next_stop(end + 1)
        short = end < stop <= end + 12
        if not self.comma(end) or not short or not self.capital(end - 1) or start >= end:
            return end
        first = end + 1
        bound = any(self.has(kind, first) for kind in ("prepositions", "subordinators", "joints", "adverbs", "openers"))
        plain = (
            not bound and not self.relative(first) and not self.any_finite(first, stop) and not self.according_at(first)
        )
        return stop if plain and self.word(first) not in self.forms.verbs else end

    def bare(self, spoken: Spoken, start: int) -> int | None:
        """Return where a clause without an opener begins after a cue ("aktivister hevder regimet lyver"), None for none."""
        if self.forms.verb_last:
            return self._after_comma(spoken, start)
        if not self.forms.takes("bare", spoken.entry.lemma) or self.stop(start):
            return None
        first = self.skip(start)
        if self.stop(first) or self.has("prepositions", first) or self.has("infinitive", first):
            return None
        end = min(self.next_stop(first), first + _FINITE)
        clause = self.forms.takes("clausal", spoken.entry.lemma) and end > first + 2
        return first if clause or self.any_finite(first + 1, end) else None

    def _after_comma(self, spoken: Spoken, start: int) -> int | None:
        """Return where a main clause begins after a cue and a comma, over what describes the speaker."""
        i = self.next_stop(start)
        while self.comma(i) and self.inserted(i + 1, self.next_stop(i + 1)) and self.comma(self.next_stop(i + 1)):
            i = self.next_stop(i + 1)
        first = i + 1
        if any(self.word(j) in self.forms.verbs and self.has("joints", j - 1) for j in range(start, i)):
            return None
        if not self.comma(i) or first >= self.size or self.has("subordinators", first) or self.according_at(first):
            return None
        stop = self.next_stop(first)
        if self.is_relative(first, stop) or self.has("joints", first) or self.has("infinitive", stop - 2):
            return None
        spoken_of = self.forms.takes("bare", spoken.entry.lemma) or self.reported(first, stop)
        return first if spoken_of and self.any_finite(first, stop) else None

    def reported(self, start: int, end: int) -> bool:
        """Tell whether a form that marks reported speech stands between two places ("sei", "habe")."""
        return any(self.forms.is_subjunctive(self.tokens[i]) for i in range(start, end))

    def infinitive(self, spoken: Spoken, start: int) -> int | None:
        """Return where an infinitive begins that a cue reports ("lover å trekke seg"), None for none."""
        if not self.forms.takes("infinitive_cues", spoken.entry.lemma):
            return None
        if not self.forms.verb_last:
            i = self.skip_adverbs(start)
            i += self.word(i) in self.forms.about.get(spoken.entry.lemma, frozenset())
            return i if self.has("infinitive", i) else None
        comma = self.next_stop(start)
        end = self.next_stop(comma + 1)
        marked = any(self.has("infinitive", j) or self.has("infinitives", j) for j in range(max(comma, end - 3), end))
        return comma + 1 if marked and self.comma(comma) else None

    def object(self, spoken: Spoken, start: int) -> tuple[int, int] | None:
        """Return the object that a cue reports: "fordømte angrepet", "meldte om nye kamper"."""
        lemma, i = spoken.entry.lemma, self.skip_adverbs(start)
        if self.word(i) in self.forms.about.get(lemma, frozenset()) and not self.stop(i + 1):
            return i + 1, self.object_end(i + 1)
        only = not self.forms.only.get(lemma, frozenset()).isdisjoint(self.low[i : self.next_stop(i)])
        if not (only or self.forms.takes("object", lemma)) or self.has("infinitive", i):
            return None
        if self.stop(i) and self.tokens[i : i + 1] and self.marks[i] not in '“"':
            return None
        if self.has("prepositions", i) or self.has("reflexives", i):
            return None
        end = self.object_end(i)
        if end == i + 1 and self.has("pronouns", i):
            return None
        idle = self.forms.idle.get(lemma, frozenset())
        return (i, end) if end > i and idle.isdisjoint(self.low[i:end]) else None

    def _listed(self, start: int) -> bool:
        """Tell whether the words after a comma go on with a list: short, without a verb, another comma or a joint in them."""
        stop = self.next_stop(start)
        short = start < stop <= start + 8 and not self.any_finite(start, stop)
        return (
            short
            and (self.comma(stop) or any(self.has("joins", i) for i in range(start + 1, stop)))
            and not (self.turns(start) or self.relative(start))
        )

    def skip_adverbs(self, start: int) -> int:
        """Return the first place that is no adverb and no negation."""
        i = start
        while not self.stop(i) and (
            self.has("negations", i) or (self.has("adverbs", i) and not self.has("determiners", i))
        ):
            i += 1
        return i

    def object_end(self, start: int) -> int:
        """Return where a reported object ends: at a mark, at a clause of time or reason, at another report."""
        i = start
        while i < self.size and not (i > start and self.has("reasons", i)):
            if self.marks[i] == "“":
                i = next((j for j in range(i, self.size) if self.marks[j] == "”"), i)
            elif self.comma(i) and self._listed(i + 1):
                pass
            elif self.stop(i) or (self.has("joints", i) and (self._reports(i + 1) or self.finite(i + 1))):
                break
            i += 1
        relative = self.comma(i) and self.forms.verb_last and (self.relative(i + 1) or self.has("that", i + 1))
        return self.next_stop(i + 1) if relative else i
