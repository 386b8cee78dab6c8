"""Reading by word order: where clauses, subjects and noun phrases begin and end in a sentence that nobody parses.

The languages read so put the finite verb second in a main clause: what stands before it is the subject, unless it is an
adverbial, and then the subject follows the verb. In some (`verb_last`) it ends a subordinate clause. All the words that
bound a phrase come from the language pack.
"""

from __future__ import annotations

from sayso.annotate.attribution.draft import Scene
from sayso.annotate.attribution.forms import Forms
from sayso.annotate.attribution.spans import clean, trimmed
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["COMMAS", "WordOrder"]

STOPS = frozenset((",", ".", ";", ":", "!", "?", "“", "”", '"', "–", "—", "-", "−", "(", ")", "…", "[", "]"))
COMMAS = frozenset((",", "–", "—", "-"))
CLOSERS = frozenset((",", "”", '"', "?", "!"))
_MARKS = frozenset('“”"')
_OPENING = frozenset("([“")
_CLOSING = {")": "(", "]": "[", "”": "“"}
_QUOTED_NAME = 5  # tokens inside quotation marks that may be a name
_BRACKETED = 15  # tokens inside brackets


class WordOrder:
    """The places in one unparsed sentence; indexes count its tokens, spans the document's characters."""

    def __init__(self, scene: Scene, forms: Forms, number: int, sentence: Sentence) -> None:
        self.scene, self.forms, self.number, self.sentence = scene, forms, number, sentence
        self.tokens = sentence.tokens
        self.low = [t.text.lower() for t in self.tokens]
        self.size = len(self.tokens)
        self.marks = [self._directed(t) for t in self.tokens]
        self.inside = self._inserted_marks()
        self._finite: dict[int, bool] = {}

    def _directed(self, token: Token) -> str:
        """Return a token's words; a quotation mark as the one that opens or closes, which the letters round it tell."""
        if token.text not in _MARKS:
            return token.text
        view = self.scene.view
        before, after = view[token.start - 1 : token.start], view[token.end : token.end + 1]
        closes = bool(before.strip()) and before not in "([–—" and not after.isalnum()
        return "”" if closes else "“"

    def _inserted_marks(self) -> frozenset[int]:
        """Return the tokens inside brackets and quoted names, marks included: they break no phrase."""
        found: set[int] = set()
        opened: dict[str, int] = {}
        for i, mark in enumerate(self.marks):
            if mark in _OPENING:
                opened[mark] = i
            elif (start := opened.pop(_CLOSING.get(mark, ""), -1)) >= 0:
                words = self.marks[start + 1 : i]
                quoted = mark == "”"
                ended = quoted and bool(words) and words[-1] in ".,!?"
                if len(words) <= (_QUOTED_NAME if quoted else _BRACKETED) and not ended and not (quoted and start == 0):
                    found.update(range(start, i + 1))
            elif mark == "." and i + 1 < self.size and self.marks[i + 1] != "”":
                found.add(i)
        return frozenset(found)

    def word(self, i: int) -> str:
        """Return a token's words in lower case, "" outside the sentence."""
        return self.low[i] if 0 <= i < self.size else ""

    def has(self, name: str, i: int) -> bool:
        """Tell whether a token is one of a list of small words; inside a sentence a word with a capital is none."""
        if not 0 <= i < self.size or self.low[i] not in self.forms.words.get(name, frozenset()):
            return False
        return not self.capital(i) or i == 0 or self.marks[i - 1] in STOPS

    def noun_in(self, name: str, i: int) -> bool:
        """Tell whether a word, whatever its letters, is one of a list of nouns."""
        return 0 <= i < self.size and self.low[i] in self.forms.words.get(name, frozenset())

    def stop(self, i: int) -> bool:
        """Tell whether a mark stands there that ends a phrase; the sentence's edges do."""
        return not 0 <= i < self.size or (self.marks[i] in STOPS and i not in self.inside)

    def comma(self, i: int) -> bool:
        """Tell whether a comma stands there that parts phrases."""
        return 0 <= i < self.size and self.marks[i] == "," and i not in self.inside

    def capital(self, i: int) -> bool:
        """Tell whether a word is written with a capital, or is a figure in a name's place."""
        return 0 <= i < self.size and self.tokens[i].text[:1].isupper()

    def finite(self, i: int) -> bool:
        """Tell whether a word looks like a finite verb; after a determiner it is a noun or describes one."""
        if i not in self._finite:
            known = self.word(i) in self.forms.verbs or self.has("auxiliaries", i)
            described = self.has("determiners", i - 1) and not (known and self.has("pronouns", i - 1))
            described = described or (self.noun_in("settings", i) and self.has("prepositions", i - 1))
            self._finite[i] = 0 <= i < self.size and self.forms.is_finite(self.tokens[i]) and not described
        return self._finite[i]

    def any_finite(self, start: int, end: int) -> bool:
        """Tell whether a finite verb stands between two places."""
        return any(self.finite(i) for i in range(start, end) if i not in self.inside)

    def span(self, start: int, end: int) -> Span | None:
        """Return the span of tokens `start` to `end`, trimmed; None where nothing is left."""
        return clean(self.scene.view, self.tokens[start].start, self.tokens[end - 1].end) if start < end else None

    def previous_comma(self, before: int) -> int:
        """Return where the stop stands that opens the segment before a place; -1 for the sentence's start."""
        i = before - 1
        while i >= 0 and not self.stop(i):
            i -= 1
        return i

    def next_stop(self, start: int) -> int:
        """Return where the next stop stands."""
        i = start
        while i < self.size and not self.stop(i):
            i += 1
        return i

    def relative(self, i: int) -> bool:
        """Tell whether a relative clause opens at a place, after its preposition also."""
        return self.has("relatives", i) or (self.has("prepositions", i) and self.has("relatives", i + 1))

    def inserted(self, start: int, end: int) -> bool:
        """Tell whether a segment between commas only describes what stands before: a relative clause or an apposition."""
        if start >= end or self.has("joints", start) or self.has("subordinators", start):
            return self.has("asides", start)
        return self.is_relative(start, end) or not self.any_finite(start, end)

    def is_relative(self, start: int, end: int) -> bool:
        """Tell whether a segment is a relative clause; where the verb stands last in it, it must."""
        if not self.relative(start):
            return False
        if not self.forms.verb_last:
            return True
        last = self.finite(end - 1) and (end - start) > 1
        return last and not (self.capital(start + 1) and self.has("determiners", start) and self.finite(start + 2))

    def field(self, at: int) -> tuple[int, int]:
        """Return the words before a finite verb in its clause: the first place of a main clause; empty when it has none."""
        if self.comma(at - 1):
            return self._over_insertions(at)
        start = at
        while start > 0 and not self.stop(start - 1) and not self._bounds(start - 1, at):
            start -= 1
        if not self.comma(start - 1) or start == at or not self._describes(start, at):
            return start, self._first_place(start, at)
        return self._over_insertions(start)[0], at

    def _first_place(self, start: int, at: int) -> int:
        """Return where the first place of a clause ends: before its finite verb, if another stands before the one at hand."""
        for i in range(start + 1, at):
            if self.has("relatives", i):
                break
            if self.has("auxiliaries", i) and self.finite(i):
                return i
        return at

    def _describes(self, start: int, at: int) -> bool:
        """Tell whether words between a comma and a verb only go on with a phrase before the comma."""
        return self.word(start) in self.forms.words.get("joints", ()) and not self.any_finite(start, at)

    def _over_insertions(self, at: int) -> tuple[int, int]:
        """Return the phrase before a comma, over relative clauses and appositions; empty when a clause stands there."""
        end = at - 1
        place = end
        while (comma := self.previous_comma(place)) >= 0 and self.comma(comma) and self.inserted(comma + 1, place):
            place = comma
        start = self._phrase_start(self.previous_comma(place) + 1, place)
        relative = next((i for i in range(start, place) if self.has("relatives", i) or self.has("that", i)), place)
        bare = relative < place and not self.forms.verb_last
        if start >= place or self.any_finite(start, relative) or (place == end and not bare):
            return at, at
        return start, end

    def _phrase_start(self, start: int, end: int) -> int:
        """Return where a phrase begins after joints and words that open a subordinate clause."""
        found = start
        for i in range(start, end):
            if self.has("relatives", i) and i > start:
                break
            if (self.has("joints", i) and i == found) or (
                i == found and (self.has("openers", i) or (self.has("subordinators", i) and i > start))
            ):
                found = i + 1
        return found

    def _bounds(self, i: int, end: int) -> bool:
        """Tell whether a word bounds the first place of a clause to its left."""
        if self.has("openers", i) or self.has("relatives", i):
            return not (self.forms.verb_last and self.has("determiners", i))
        if self.has("joints", i):
            return i + 1 == end or self.any_finite(self.previous_comma(i) + 1, i)
        if self.has("subordinators", i):
            return i + 1 < end and not (i == 0 or self.stop(i - 1)) and not self.has("prepositions", i)
        return False

    def adverbial(self, start: int, end: int) -> bool:
        """Tell whether the first place of a clause is no subject."""
        if start >= end:
            return True
        return any(self.has(name, start) for name in ("adverbs", "prepositions", "subordinators", "openers", "oblique"))

    def subject(self, at: int) -> tuple[int, int]:
        """Return the subject of a finite verb: before it, after it when an adverbial stands first, or the clause before's."""
        start, end = self.field(at)
        following = self.skip(at + 1)
        if self.has("nominative", following) and (start == end or self.adverbial(start, end)):
            return following, following + 1
        opened = start > 0 and not self.stop(start - 1) and self.relative(start - 1)
        if opened and all(self.has("negations", i) or self.has("adverbs", i) for i in range(start, end)):
            end = start
        if opened and (start == end or not self.forms.verb_last):
            return self.antecedent(start - 1) if start == end else (start, self.trimmed_end(start, end))
        if start == end and self.has("joints", start - 1):
            return self._shared(start - 1)
        if start > 0 and self.has("subordinators", start - 1) and self.forms.verb_last:
            first = self.skip(start)
            return first, self.phrase(first)
        if start + 1 < end == at and self._subordinates(start) and not self.forms.verb_last:
            return start + 1, self.trimmed_end(start + 1, end)
        if self.adverbial(start, end):
            found = self.after(at)
            described = found[0] == found[1] and start + 1 < end and self.has("adverbs", start)
            return (start, self.trimmed_end(start, end)) if described else found
        return start, self.trimmed_end(start, end)

    def trimmed_end(self, start: int, end: int) -> int:
        """Return where a subject ends that adverbs follow."""
        while end > start + 1 and any(self.has(kind, end - 1) for kind in ("adverbs", "negations", "reflexives")):
            end -= 1
        return end

    def _shared(self, joint: int) -> tuple[int, int]:
        """Return the subject of the clause that a joint goes on from ("hun gråt og sa"): its sentence's main clause."""
        first = joint
        while first > 0 and self.marks[first - 1] not in ";:”":
            first -= 1
        for i in range(first, joint):
            if self.finite(i) and i not in self.inside:
                start, end = self.field(i)
                if start == end and self.relative(i - 1):
                    continue
                place = self.after(i) if self.adverbial(start, end) else (start, self.trimmed_end(start, end))
                if place[0] < place[1]:
                    return place
        return joint, joint

    def antecedent(self, relative: int) -> tuple[int, int]:
        """Return the phrase that a relative clause describes."""
        end = relative - 1 if self.comma(relative - 1) else relative
        start = end
        while (
            start > 0 and not self.stop(start - 1) and not self.finite(start - 1) and not self._bounds(start - 1, end)
        ):
            start -= 1
        return start, end

    def skip(self, start: int) -> int:
        """Return the first place from `start` that is no adverb, negation, reflexive or phrase of time."""
        i = start
        while i < self.size and not self.stop(i):
            if any(self.has(kind, i) for kind in ("negations", "reflexives")) or (
                self.has("adverbs", i) and not self.has("determiners", i)
            ):
                i += 1
            elif self.has("prepositions", i) and (end := self._prepositional(i)) > i:
                i = end
            else:
                break
        return i

    def _prepositional(self, i: int) -> int:
        """Return where a phrase after a preposition ends, `i` where it runs to a stop: then no subject follows it."""
        end = self.phrase(i + 1, narrow=True)
        return i if end == i + 1 or self.stop(end) else end

    def after(self, at: int) -> tuple[int, int]:
        """Return the noun phrase after a verb; empty where none follows."""
        start = self.skip(at + 1)
        if self.stop(start) or self.has("openers", start) or self.has("prepositions", start):
            return start, start
        if self.word(start) in self.forms.verbs and self.word(start).endswith(self.forms.participle_endings):
            return start, start
        return start, self.phrase(start)

    def phrase(self, start: int, *, narrow: bool = False, tight: bool = False) -> int:
        """Return where the noun phrase ends that begins at `start`.

        A `narrow` one takes no phrase along, a `tight` one only whose it is.
        """
        if self.has("nominative", start) and not self.has("determiners", start):
            return start + 1
        i, nouns = start, 0
        while i < self.size and not self.stop(i):
            if self.has("joints", i) and not narrow and i > start and not self._next_clause(i):
                i += 1
                nouns = 0
                continue
            if i > start and (self._ends(i, narrow=narrow, nouns=nouns) or (tight and self._loose(i))):
                break
            if self.has("relatives", i) and not self.forms.verb_last and i > start:
                return i if narrow else self._clause_end(i)
            nouns += self._nominal(i)
            i += 1
        return i

    def _loose(self, i: int) -> bool:
        """Tell whether a preposition leads to something else than an owner."""
        return self.has("prepositions", i) and not self.has("owning", i)

    def _next_clause(self, joint: int) -> bool:
        """Tell whether a joint goes on with a clause and not with a noun phrase."""
        return self.finite(joint + 1) or self.has("adverbs", joint + 1) or self.has("openers", joint + 1)

    def _nominal(self, i: int) -> int:
        return int(self.capital(i) or not self.forms.capital_nouns)

    def _ends(self, i: int, *, narrow: bool, nouns: int) -> bool:
        """Tell whether a word ends a noun phrase to its right."""
        kinds = ("negations", "reflexives", "openers", "infinitive")
        if any(self.has(kind, i) for kind in kinds) or (self.has("adverbs", i) and not self.has("inner", i)):
            return not self.has("relatives", i)
        if self.has("prepositions", i):
            return narrow or not self.has("inner", i) or self._sets(i + 1) or self.has("infinitive", i + 1)
        if self.noun_in("times", i) or self._subordinates(i) or self.finite(i):
            return True
        if not self.forms.capital_nouns:
            joined = self.has("prepositions", i - 1) or self.has("joints", i - 1)
            return self.has("pronouns", i) or (self.has("articles", i) and not joined)
        genitive = self.has("genitives", i) or (nouns == 0 and self.has("determiners", i))
        return nouns > 0 and not self.capital(i) and (narrow or not genitive) and not self._leads_to_noun(i)

    def _subordinates(self, i: int) -> bool:
        """Tell whether a word opens a clause of time or reason that no phrase takes along."""
        return self.has("subordinators", i) and not self.has("prepositions", i)

    def _sets(self, i: int) -> bool:
        """Tell whether what follows a preposition tells when, where or how it was said."""
        return self.noun_in("settings", i) or (self.has("determiners", i) and self.noun_in("settings", i + 1))

    def _leads_to_noun(self, i: int) -> bool:
        """Tell whether a word after "der", "von" and the like describes the noun that follows it."""
        led = any(self.has(kind, i - 1) for kind in ("genitives", "prepositions", "joints")) or not self.capital(i - 1)
        return led and (self.capital(i + 1) or self.capital(i + 2)) and not self.finite(i)

    def _clause_end(self, relative: int) -> int:
        """Return where a relative clause without commas ends: at the next stop or reported clause."""
        i = relative + 1
        while i < self.size and not self.stop(i) and not self.has("that", i):
            i += 1
        return i

    def speakers(self, start: int, end: int) -> tuple[Span, ...]:
        """Cut a phrase into the voices it joins; inside a relative clause a joint joins none."""
        pieces, at, described = [], start, False
        for i in range(start, end + 1):
            described = described or (i < end and self.has("relatives", i) and i > start)
            if i == end or (self.has("joins", i) and i > at and not described and i not in self.inside):
                pieces.append((at, i))
                at = i + 1
        spans = [trimmed(self.scene.view, self.tokens[a].start, self.tokens[b - 1].end) for a, b in pieces if a < b]
        return tuple(s for s in spans if s is not None)
