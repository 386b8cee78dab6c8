"""Attribution without a parse: cue forms, word order and quotation marks, for languages that only have a pack."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.accords import Accords
from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.forms import Forms
from sayso.annotate.attribution.spoken import Spoken
from sayso.model.syntax import Sentence
from sayso.model.text import Span

__all__ = ["lexical_drafts"]

_LONGEST = 400  # tokens; what is longer is no sentence, and is not searched

_Place = tuple[int, int]


def lexical_drafts(scene: Scene, forms: Forms, number: int, sentence: Sentence) -> Iterator[Draft]:
    """Yield the drafts of one unparsed sentence."""
    if len(sentence.tokens) > _LONGEST:
        return
    reading = _Reading(scene, forms, number, sentence)
    yield from _without_second_hand(list(_drafts(reading)))


def _drafts(reading: _Reading) -> Iterator[Draft]:
    verbs = {}
    for spoken in reading.spoken():
        verbs[spoken.at] = list(reading.verb(spoken))
        yield from verbs[spoken.at]
    for i in range(reading.size):
        yield from reading.impersonal(i)
        yield from reading.noun(i) if not verbs.get(i) else ()
        yield from reading.hedge(i)
    yield from reading.phrases()


def _without_second_hand(drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the drafts but for hearsay in what somebody named tells: it is his hearsay, and no voice of its own."""
    told = [span for d in drafts if d.source for span in d.content]
    for draft in drafts:
        inside = draft.rule in ("hearsay", "hedge") and any(s.start <= draft.at < s.end for s in told)
        same = draft.rule == "noun" and not draft.source and any(s in told for s in draft.content)
        if not inside and not same:
            yield draft


class _Reading(Accords):
    """The drafts of one sentence."""

    def verb(self, spoken: Spoken) -> Iterator[Draft]:
        """Yield what a cue verb reports, by whichever frame it stands in."""
        if spoken.passive:
            yield from self._passive(spoken)
            return
        subject = self._subject(spoken)
        opener = self.opener(max(spoken.end, self._subject_end(spoken, subject)))
        if opener is None and (self.closes(spoken.finite) or self._in_dialogue(spoken)):
            yield from self._postposed(spoken)
        elif spoken.last and self.has("as", self._clause_start(spoken)):
            yield from self._as_clause(spoken, subject)
        elif opener is None and self._sums_up(spoken):
            yield from self._summed(spoken)
        else:
            yield from self._preposed(spoken, subject, opener)

    def _subject(self, spoken: Spoken) -> _Place:
        if not spoken.last:
            start, end = self.subject(spoken.finite)
            cut = [i for i in (*spoken.tail, spoken.at) if start < i < end]
            return start, min([end, *cut])
        start = self._clause_start(spoken)
        if self.relative(start):
            first = start + 1 + self.has("prepositions", start)
            own = self.has("prepositions", start) or self.has("nominative", first)
            if own:
                return first, min(self.phrase(first), spoken.first)
            return self.antecedent(start) if self.comma(start - 1) else (start, start)
        first = self.skip(start + 1)
        return first, min(self.phrase(first), spoken.first)

    def _clause_start(self, spoken: Spoken) -> int:
        """Return where the subordinate clause opens that a verb ends."""
        start = self.previous_comma(spoken.first) + 1
        while self.has("joints", start) or self.has("asides", start):
            start += 1
        return start

    def _subject_end(self, spoken: Spoken, subject: _Place) -> int:
        return subject[1] if subject[0] > spoken.finite else 0

    def _in_dialogue(self, spoken: Spoken) -> bool:
        """Tell whether a cue follows speech that a dash opened and no comma closed: "– Vi er klare sier Kari Holm"."""
        start, end = self.after(spoken.finite)
        opened = self.sentence_dash() and spoken.at == spoken.finite > 2
        return (
            opened
            and start == spoken.end
            and any(self.capital(i) for i in range(start, end))
            and not self.stop(spoken.at - 1)
        )

    def sentence_dash(self) -> bool:
        """Tell whether a dash opens the sentence."""
        first = self.scene.page.paragraphs[self.sentence.paragraph].start
        return self.scene.view[first] in "–—-−" and self.scene.view[first + 1 : self.sentence.span.start].strip() in (
            "",
            "–",
            "-",
        )

    def _postposed(self, spoken: Spoken) -> Iterator[Draft]:
        """Yield "Y, sier X": what stands before, and what goes on after the speaker."""
        speaks = self.forms.takes("speaking", spoken.entry.lemma)
        start, end = self.after(spoken.finite)
        end = min(end, max(start, spoken.at if spoken.at > start else end))
        if not speaks or start >= end:
            return
        wide = self.described(start, max(end, spoken.end))
        end = wide if wide > max(end, spoken.end) else end
        content = self.before(spoken.finite)
        rest = self.rest(max(end, spoken.end), spoken.finite)
        found = tuple(s for s in (content, rest) if s is not None)
        yield self._draft(spoken, self.speakers(start, end), found, "clause-before")

    def _as_clause(self, spoken: Spoken, subject: _Place) -> Iterator[Draft]:
        """Yield "Y, wie X mitteilte, Z" and "Wie X mitteilte, Y": the sentence round the clause."""
        start = self._clause_start(spoken)
        stop = self.next_stop(spoken.end)
        pieces = (self.before(start - 1) if start else None, self.span(stop + 1, self.to(stop + 1)))
        content = tuple(s for s in pieces if s is not None)
        source = self.speakers(*subject)
        if content and source:
            yield self._draft(spoken, source, content, "clause-before" if len(content) == 1 and start else "clause")

    def _sums_up(self, spoken: Spoken) -> bool:
        """Tell whether a sentence names who said what stands before it: "Det opplyser politiet." """
        if not self.has("summing", 0) or not self.forms.takes("speaking", spoken.entry.lemma):
            return False
        if spoken.finite == 1 and spoken.at == 1:
            start, end = self.after(1)
            return start < end and (self.stop(end) or self.has("prepositions", end) or self.has("adverbs", end))
        clause = next((i for i in range(1, spoken.finite) if self.has("summed", i)), 0)
        return clause > 0 and self.has("copulas", 1) and self.stop(spoken.end) and not self.finite_between(1, clause)

    def finite_between(self, start: int, end: int) -> bool:
        """Tell whether a finite verb other than "er" stands between two places."""
        return any(self.finite(i) and not self.has("copulas", i) for i in range(start, end))

    def _summed(self, spoken: Spoken) -> Iterator[Draft]:
        relatives = [i for i in range(1, spoken.finite) if self.has("summed", i)]
        source = self.speakers(relatives[0] + 1, spoken.finite) if relatives else self.speakers(*self.after(1))
        content = self.sentences_before()
        if source and content is not None:
            yield self._draft(spoken, source, (content,), "summed-up")

    def _preposed(self, spoken: Spoken, subject: _Place, opener: int | None) -> Iterator[Draft]:
        """Yield "X sier at Y", "i går sa X at Y", and bare cues that quotations may go with."""
        source = self._sources(spoken, subject)
        speaks = self.forms.takes("speaking", spoken.entry.lemma)
        start = max(spoken.end, self._subject_end(spoken, subject))
        content, rule = self._content(spoken, start, opener)
        if not source or self._turns_out(spoken) or (content is None and not speaks):
            return
        if subject[1] - subject[0] == 1 and self.has("formal", subject[0]) and self.forms.verb_last:
            return
        found = () if content is None else (content,)
        yield self._draft(spoken, source, found, rule, speaks=speaks)

    def _sources(self, spoken: Spoken, subject: _Place) -> tuple[Span, ...]:
        """Return the voices of a subject; with a relative pronoun, whom it stands for too ("a woman | who | added")."""
        opened = spoken.first - 1 if not spoken.last else self._clause_start(spoken)
        found = self.speakers(*subject)
        stands_for = self.relative(opened) and subject[1] <= opened
        return (*found, self.tokens[opened].span) if stands_for and found else found

    def _content(self, spoken: Spoken, start: int, opener: int | None) -> tuple[Span | None, str]:
        """Return what a cue reports after it, and the rule by which it was found."""
        if opener is not None:
            wide = spoken.entry.cls in ("want", "judge") or any(
                self.word(i) in self.forms.nouns for i in range(start, opener)
            )
            whole = wide and self.forms.takes("object", spoken.entry.lemma) and not self.stop(start)
            whole = whole and not self.has("prepositions", start)
            return self.span(start if whole else opener, self._end(spoken, opener)), "clause"
        infinitive = self.infinitive(spoken, start)
        if infinitive is not None:
            return self.span(infinitive, self._end(spoken, infinitive)), "clause"
        bare = self.bare(spoken, start)
        if bare is not None:
            return self.span(bare, self.to(bare + 1)), "clause"
        thing = self.object(spoken, start)
        if thing is not None:
            return self.span(*thing), "object"
        return None, "clause"

    def _end(self, spoken: Spoken, opener: int) -> int:
        """Return where a reported clause ends: before the main clause, if the cue's own clause is a subordinate one."""
        end = self.to(opener + 1)
        own = self.has("subordinators", self._clause_start(spoken)) if spoken.last else self.relative(spoken.first - 1)
        if not own:
            return end
        return next((i for i in range(opener + 1, end) if self.comma(i) and self.finite(i + 1)), end)

    def _turns_out(self, spoken: Spoken) -> bool:
        """Tell whether a cue is impersonal: "det viste seg at", "det sier seg selv at" are the writer's own words."""
        near = range(spoken.at, min(self.size, spoken.at + 3))
        own = [i for i in near if self.has("reflexives", i) and i not in spoken.tail]
        return bool(own) and (spoken.entry.cls == "show" or self.has("emphatic", own[-1] + 1))

    def _passive(self, spoken: Spoken) -> Iterator[Draft]:
        """Yield "det ble meldt at Y", "X blir anklaget for å Y", with the agent as source where one is named."""
        agent = self._agent(spoken)
        source = self.speakers(*agent) if agent else ()
        if self.forms.takes("quoted", spoken.entry.lemma):
            source = self.speakers(*self.subject(spoken.finite))
        opener = self.opener(max(spoken.end, agent[1] if agent else 0))
        opener = None if opener is not None and self.has("relatives", opener) else opener
        whole = self.span(opener, self.to(opener + 1)) if opener is not None else None
        found = (whole,) if whole is not None else self._raised(spoken, agent)
        if found:
            yield self._draft(spoken, source, found, "passive")

    def _agent(self, spoken: Spoken) -> _Place | None:
        for i in range(spoken.first, min(self.size, spoken.end + 4)):
            if self.has("agents", i) and not self.stop(i + 1):
                return i + 1, max(i + 1, min(self.phrase(i + 1), spoken.at if spoken.at > i else self.size))
        return None

    def _raised(self, spoken: Spoken, agent: _Place | None) -> tuple[Span, ...]:
        """Return subject and rest of "X blir anklaget for å Y"; what is told of in "det ble meldt om Y"."""
        thing = self.object(spoken, spoken.end)
        start, end = self.subject(spoken.finite)
        if start < end and self.has("formal", start):
            content = self.span(*thing) if thing is not None else None
            return () if content is None else (content,)
        if self.has("nobody", start):
            return ()
        accused = self.object(spoken, agent[1]) if agent is not None else None
        thing = accused or thing
        if (
            agent is not None
            and not accused
            and self.forms.takes("object", spoken.entry.lemma)
            and start < end <= spoken.first
        ):
            whole = self.span(start, end)
            return () if whole is None else (whole,)
        if not self.forms.takes("raised", spoken.entry.lemma):
            return ()
        first = thing[0] if thing is not None else spoken.end
        pieces = (
            self.span(start, min(end, spoken.first) if start < spoken.first else end),
            self.span(first, self.to(first)),
        )
        return tuple(s for s in pieces if s is not None)

    def _draft(
        self, spoken: Spoken, source: tuple[Span, ...], content: tuple[Span, ...], rule: str, *, speaks: bool = True
    ) -> Draft:
        return self.made(
            self.tokens[spoken.at].start, source, self.cue(spoken), content, rule, spoken.entry.cls, speaks=speaks
        )
