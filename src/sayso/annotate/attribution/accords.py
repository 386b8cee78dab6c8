"""Cues that are no verbs of a speaker, in unparsed sentences: "ifølge X", "det heter at", "påstanden om at", "skal ha"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.annotate.attribution.draft import Draft
from sayso.annotate.attribution.reach import Reach
from sayso.annotate.attribution.spans import clean, minus
from sayso.annotate.attribution.wordorder import CLOSERS
from sayso.model.text import Span

__all__ = ["Accords"]

_MOST_SUMMED = 3  # sentences that "Det opplyser politiet." sums up at most


class Accords(Reach):
    """The drafts of cues without a subject."""

    def impersonal(self, i: int) -> Iterator[Draft]:
        """Yield "det hevdes at Y", "Y, heter det i rapporten", "es hieß, Y"."""
        match = next(
            (m for m in self.forms.passives.get(self.word(i), ()) if self.low[i : i + len(m[0])] == list(m[0])), None
        )
        if match is None:
            return
        end, cls = i + len(match[0]), match[1]
        opener = self.opener(end)
        if len(match[0]) == 1 and self.has("agents", end) and not self.stop(end + 1):
            yield from self._by_agent(i, end, cls)
            return
        source, after = self._papers(i, end) if cls == "say" and not self.has("noun_openers", end - 1) else ((), end)
        if opener is not None:
            found = [self.span(opener, self.to(opener + 1))]
        elif i and self.marks[i - 1] in CLOSERS and i - 1 not in self.inside:
            found = [self.before(i), self.rest(self.next_stop(max(end, after)), i)]
        elif self.forms.verb_last and self.comma(stop := self.next_stop(end)):
            found = [self.span(stop + 1, self.to(stop + 2))]
        elif self.has("noun_openers", end - 1) and not self.stop(end):
            found = [self.span(end, self.object_end(end))]
        else:
            found = self._raised_by(i, end)
        content = tuple(s for s in found if s is not None)
        if content or source:
            cue = (Span(self.tokens[i].start, self.tokens[end - 1].end),)
            yield self.made(cue[0].start, source, cue, content, "passive", cls, speaks=bool(source))

    def _by_agent(self, i: int, end: int, cls: str) -> Iterator[Draft]:
        """Yield "kritikken avvises av politiet": who does it says so of the subject."""
        start, stop = self.field(i)
        content = self.span(start, stop) if start < stop and not self.adverbial(start, stop) else None
        first = end + 1 + self.has("both", end + 1)
        source = self.speakers(first, self.phrase(first))
        if content is not None and source and not self.has("nobody", start) and not self.has("formal", start):
            yield self.made(
                self.tokens[i].start, source, (self.tokens[i].span,), (content,), "passive", cls, speaks=False
            )

    def _raised_by(self, i: int, end: int) -> list[Span | None]:
        """Return subject and rest of "flere antas å være barn" """
        start, stop = self.field(i)
        if not self.has("infinitive", end) or start >= stop or self.adverbial(start, stop):
            return []
        return [self.span(start, stop), self.span(end, self.to(end))]

    def _papers(self, i: int, end: int) -> tuple[tuple[Span, ...], int]:
        """Return what a thing is written in, and where it ends: "heter det i en uttalelse fra presten"."""
        starts = [j for j in (end, end + 1, end + 2) if self.has("papers_in", j)]
        if starts and not self.stop(starts[0] + 1):
            after = self.phrase(starts[0] + 1)
            return self.speakers(starts[0] + 1, after), after
        first = self.previous_comma(i) + 1
        return (self.speakers(first + 1, i) if self.has("papers_in", first) and first + 1 < i else ()), end

    def noun(self, i: int) -> Iterator[Draft]:
        """Yield "X' påstand om (at) Y", also "påstanden er den om at Y"."""
        if self.word(i) not in self.forms.nouns or self.stop(i + 1):
            return
        opened = self._noun_opener(i)
        if opened is None:
            return
        content = self.span(opened, self._noun_end(i, opened))
        if content is not None:
            source = self._owner(i) or self._repeater(i)
            cue = (self.tokens[i].span,)
            yield self.made(
                self.tokens[i].start, source, cue, (content,), "noun", self.forms.nouns[self.word(i)], speaks=False
            )

    def _noun_opener(self, i: int) -> int | None:
        """Return where what a noun reports begins: at "at", after "om", at an infinitive clause."""
        for j in range(i + 1, min(self.size, i + 12)):
            if self.has("that", j) and (not self.forms.verb_last or self.comma(j - 1)):
                return j
            clause = self.has("that", j + 1) or self.has("infinitive", j + 1)
            if (
                j <= i + 6
                and (self.has("noun_openers", j) or (clause and self.has("noun_links", j)))
                and not self.stop(j + 1)
            ):
                return j + 1
            if self.comma(j) and self.forms.verb_last:
                end = self.next_stop(j + 1)
                marked = any(self.has("infinitive", k) for k in range(end - 2, end))
                return j + 1 if marked or self.has("that", j + 1) else None
            if self.stop(j) or (self.finite(j) and not self.has("copulas", j)):
                return None
        return None

    def _noun_end(self, i: int, start: int) -> int:
        """Return where a noun's clause ends: before the main verb when the noun is the sentence's subject."""
        end = self.to(start + 1)
        if self.forms.verb_last:
            return self.next_stop(start)
        if i > 2:
            return end
        comma = next((j for j in range(start, end) if self.comma(j) and self.finite(j + 1)), end)
        if not any(self.has(kind, start) for kind in ("that", "infinitive", "nominative")):
            return next((j for j in range(start + 1, end) if self.finite(j)), end)
        mains = [j for j in range(start + 2, comma) if self.has("copulas", j) or self.has("perfect", j)]
        own = bool(mains) and (self.any_finite(start + 1, mains[-1]) or not self.has("that", start))
        return comma if comma < end else mains[-1] if own else end

    def _owner(self, i: int) -> tuple[Span, ...]:
        """Return whose a noun is: the genitive before it or after it, or who it is from."""
        left = self.tokens[i - 1] if i else None
        if (
            (
                left is not None
                and not self.forms.capital_nouns
                and left.text.isalpha()
                and left.text.lower().endswith("s")
            )
            and len(left.text) > 3
            and not self.has("determiners", i - 1)
        ):
            return (Span(left.start, left.end - 1),)
        if self.has("owning", i + 1) and not self.stop(i + 2):
            end = self.phrase(i + 2)
            return self.speakers(i + 1 if self.has("genitives", i + 1) and self.forms.capital_nouns else i + 2, end)
        return ()

    def _repeater(self, i: int) -> tuple[Span, ...]:
        """Return who "gjentok påstanden om at Y": the subject of the cue verb right before the noun."""
        entries = self.forms.verbs.get(self.word(i - 1), ())
        if not any(not e.tail and not e.infinitive for e in entries):
            return ()
        return self.speakers(*self.subject(i - 1))

    def hedge(self, i: int) -> Iterator[Draft]:
        """Yield the sentence round a hedge ("angivelig"), nobody named."""
        if self.word(i) in self.scene.lexicon.hedges:
            yield from self._around(range(i, i + 1), self.scene.lexicon.hedges[self.word(i)], "hedge")

    def phrases(self) -> Iterator[Draft]:
        """Yield "ifølge X …", "X zufolge …" and "… skal ha …"."""
        i = 0
        while i < self.size:
            words = self.according_at(i)
            if words:
                yield from self._according(i, i + len(words))
            elif self.has("accord_before", i) and (noun := self._accord_noun(i + 1)) is not None:
                yield from self._in_words_of(i, noun)
            elif self.has("closing", i) and (i == 0 or self.marks[i - 1] in CLOSERS):
                yield from self._closing(i) if i else self._opening(i)
            elif self.has("behind", i):
                yield from self._behind(i)
            elif self.has("hearsay", i):
                yield from self._hearsay(i)
            i += max(1, len(words))

    def _hearsay(self, i: int) -> Iterator[Draft]:
        """Yield "X skal ha gjort Y": a modal with a perfect infinitive, nobody named."""
        for j in range(i + 1, min(self.size, i + 24)):
            if self._perfect_infinitive(j):
                if not any(self.noun_in("plans", k) for k in range(i, self.to(j))):
                    yield from self._around((i, *(range(j, j + 1) if j == i + 1 else ())), "say", "hearsay")
                return
            far = not self.forms.verb_last and j > i + 4
            if far or (self.stop(j) and not self.comma(j)) or (self.comma(j) and self.finite(j + 1)):
                return

    def _perfect_infinitive(self, j: int) -> bool:
        """Tell whether "ha" or "være" with its participle stands there: before it, or after it where the verb is last."""
        if not self.has("hearsay_infinitives", j):
            return False
        if self.forms.verb_last:
            return self.word(j - 1).endswith(self.forms.participle_endings) and not self.capital(j - 1)
        return self.has("perfect", j) or self.word(j + 1).endswith(self.forms.participle_endings)

    def _around(self, words: Sequence[int], cls: str, rule: str) -> Iterator[Draft]:
        """Yield the clause round words that report with nobody named."""
        start, end = self._begin(words[0]), self.to(words[-1] + 1)
        if start >= end or end <= words[-1]:
            return
        cue = tuple(self.tokens[i].span for i in words)
        cue = (Span(cue[0].start, cue[-1].end),) if words[-1] - words[0] < len(words) else cue
        whole = Span(self.tokens[start].start, self.tokens[end - 1].end)
        pieces = [clean(self.scene.view, s.start, s.end) for s in minus(whole, cue)]
        content = tuple(s for s in pieces if s is not None and any(c.isalnum() for c in s.of(self.scene.view)))
        if content:
            yield self.made(cue[0].start, (), cue, content, rule, cls, speaks=False)

    def _begin(self, before: int) -> int:
        """Return where the clause round a word begins: after ", men" and the like, an opener, or the sentence's marks."""
        start = 0
        for i in range(before):
            if self.comma(i - 1) and (self.has("turns", i) or self.has("joints", i)):
                start = i + 1
            elif self.forms.verb_last and self.comma(i - 1) and self._own_clause(i, before):
                start = i
        while start < before and self.stop(start):
            start += 1
        return start

    def _own_clause(self, start: int, before: int) -> bool:
        """Tell whether the clause that begins after a comma holds a place: no insertion ends before it."""
        if any(self.comma(j) for j in range(start, before)):
            return False
        return self.relative(start) or self.has("subordinators", start) or self.any_finite(start, before)

    def _according(self, first: int, start: int) -> Iterator[Draft]:
        """Yield "ifølge X Y" and "Y, ifølge X"; words that close the phrase ("får opplyst") belong to the cue."""
        opening = all(self.stop(j) or self.has("joints", j) for j in range(first))
        end = self._source_end(start, tight=not (opening or self.stop(first - 1)))
        if (
            end <= start
            or self.has("prepositions", start)
            or any(self.noun_in("not_speakers", j) for j in range(start, end))
        ):
            return
        closers = [
            j for j in range(start + 1, end + 1) if self.has("formal", start - 1) and self.has("closing_phrase", j)
        ]
        after = end
        if closers:
            end, after = closers[0], self.next_stop(closers[0])
        cue = [Span(self.tokens[first].start, self.tokens[start - 1].end)]
        if closers and after > end:
            cue.append(Span(self.tokens[end].start, self.tokens[after - 1].end))
        found = [self.span(after, self.to(after + 1))] if opening else self._round(first, after)
        content = tuple(s for s in found if s is not None)
        if content:
            yield self.made(self.tokens[first].start, self.speakers(start, end), tuple(cue), content, "phrase", "say")

    def _accord_noun(self, start: int) -> int | None:
        """Return where the noun of "nach (eigenen) Angaben" stands, None where none does."""
        for i in range(start, min(self.size, start + 4)):
            if self.noun_in("accord_nouns", i):
                return i
            if self.stop(i) or self.has("prepositions", i) or (self.capital(i) and self.forms.capital_nouns):
                return None
        return None

    def _in_words_of(self, first: int, noun: int) -> Iterator[Draft]:
        """Yield "nach Angaben der Polizei Y": the source is who owns the words, else the words."""
        start, end = first + 1, noun + 1
        opening = all(self.stop(j) or self.has("joints", j) for j in range(first))
        if self.has("owning", end):
            start = end if self.has("genitives", end) else end + 1
            end = self._source_end(start, tight=not (opening or self.stop(first - 1)))
        elif self.capital(end) and not self.stop(end) and not self.finite(end):
            start, end = end, self.phrase(end, tight=not (opening or self.stop(first - 1)))
        cue_end = noun + 1 if start > noun else first + 1
        if start < noun and not self.forms.capital_nouns:
            end = noun
        after = noun + 1 if end == noun else end + 1 if self.has("behind", end) else end
        found = [self.span(after, self.to(after + 1))] if opening else self._round(first, after)
        content = tuple(s for s in found if s is not None)
        if content and start < end:
            cue = [Span(self.tokens[first].start, self.tokens[cue_end - 1].end)]
            if end == noun:
                cue.append(self.tokens[noun].span)
            yield self.made(cue[0].start, self._without_genitive(start, end), tuple(cue), content, "phrase", "say")

    def _without_genitive(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the voices of a phrase; the ending of a genitive before its noun is no part of them."""
        found = self.speakers(start, end)
        word = self.tokens[end - 1].text
        owned = not self.forms.capital_nouns and word.isalpha() and word.lower().endswith("s") and len(word) > 3
        if not owned or self.has("determiners", end - 1) or not found:
            return found
        return (*found[:-1], Span(found[-1].start, found[-1].end - 1))

    def _source_end(self, start: int, *, tight: bool = False) -> int:
        """Return where the source after "ifølge" ends: a phrase with what describes it between commas."""
        end = self.phrase(start, tight=tight)
        while self.comma(end) and (self.relative(end + 1) or self._short_aside(end + 1)):
            stop = self.next_stop(end + 1)
            if not self.inserted(end + 1, stop):
                break
            end = stop
        return end

    def _short_aside(self, start: int) -> bool:
        stop = self.next_stop(start)
        return self.comma(stop) and self.finite(stop + 1) and not self.any_finite(start, stop)

    def _round(self, first: int, after: int) -> list[Span | None]:
        """Return the clause round a phrase that stands in it."""
        begin = self._begin(first)
        before = self.span(begin, first)
        rest = self.comma(after) and not self.turns(after + 1) and self.any_finite(after + 1, self.size)
        inside = not self.stop(after) and after < self.size
        tail = (
            self.span(after, self.to(after)) if inside else self.span(after + 1, self.to(after + 1)) if rest else None
        )
        return [before, tail]

    def _closing(self, i: int) -> Iterator[Draft]:
        """Yield "Y, so X": words that name a speaker only after what is said."""
        start = i + 1
        named = self.capital(start) or self.has("determiners", start) or self.has("nominative", start)
        end = self.phrase(start) if named and not self.stop(start) else start
        content = self.before(i)
        if end > start and content is not None and (self.stop(end) or end == self.size):
            end = self.described(start, end)
            cue = (self.tokens[i].span,)
            found = tuple(s for s in (content, self.rest(end, i)) if s is not None)
            yield self.made(self.tokens[i].start, self.speakers(start, end), cue, found, "clause-before", "say")

    def _opening(self, i: int) -> Iterator[Draft]:
        """Yield "So die Polizei: …": the words follow a colon."""
        end = self.phrase(i + 1) if not self.finite(i + 1) else i + 1
        if i + 1 < end < self.size and self.marks[end] == ":":
            yield self.made(
                self.tokens[i].start, self.speakers(i + 1, end), (self.tokens[i].span,), (), "phrase", "say"
            )

    def _behind(self, i: int) -> Iterator[Draft]:
        """Yield "X zufolge Y": a preposition that follows its phrase."""
        start = i
        while (
            start > 0 and not self.stop(start - 1) and not self.finite(start - 1) and not self.has("adverbs", start - 1)
        ):
            start -= 1
        if start == i:
            return
        found = [self.span(i + 1, self.to(i + 1))] if start == 0 else self._round(start, i + 1)
        content = tuple(s for s in found if s is not None)
        if content:
            yield self.made(
                self.tokens[i].start, self.speakers(start, i), (self.tokens[i].span,), content, "phrase", "say"
            )

    def sentences_before(self) -> Span | None:
        """Return what stands before the sentence in its paragraph, None where it is the first."""
        sentences = self.scene.page.sentences
        first = self.number
        while first > max(0, self.number - _MOST_SUMMED) and sentences[first - 1].paragraph == self.sentence.paragraph:
            first -= 1
        return (
            clean(self.scene.view, sentences[first].span.start, self.sentence.span.start)
            if first < self.number
            else None
        )

    def made(
        self,
        at: int,
        source: tuple[Span, ...],
        cue: tuple[Span, ...],
        content: tuple[Span, ...],
        rule: str,
        cls: str,
        *,
        speaks: bool = True,
    ) -> Draft:
        """Return a draft of this engine."""
        return Draft(at, source, cue, content, rule, cls, self.number, "lexicon", speaks)
