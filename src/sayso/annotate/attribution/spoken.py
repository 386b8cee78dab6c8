"""The cue verbs of one unparsed sentence: each with its particle, its auxiliary, negation and subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.annotate.attribution.forms import Entry
from sayso.annotate.attribution.wordorder import WordOrder
from sayso.model.text import Span

__all__ = ["Spoken", "SpokenVerbs"]

_FAR = 14  # tokens between a verb and its particle
_AUXILIARY = 24  # tokens between an auxiliary and the verb that ends its clause


@dataclass(frozen=True, slots=True)
class Spoken:
    """A cue verb at `at`: what it is a form of, where its finite verb and the words of its tail stand."""

    at: int
    entry: Entry
    finite: int
    tail: tuple[int, ...] = ()
    passive: bool = False
    last: bool = False
    """It ends a subordinate clause."""
    negated: bool = False

    @property
    def first(self) -> int:
        """The first of its words."""
        return min(self.at, self.finite, *self.tail)

    @property
    def end(self) -> int:
        """One past the last of its words."""
        return max((self.at, self.finite, *self.tail)) + 1


class SpokenVerbs(WordOrder):
    """Finds cue verbs."""

    def spoken(self) -> Iterator[Spoken]:
        """Yield the cue verbs in text order; a cue that governs another ("nekter å bekrefte") is part of that."""
        found: list[Spoken] = []
        for i in range(self.size):
            if self.word(i) in self.forms.verbs and not self.capital(i) and i not in self.inside:
                one = self._spoken(i)
                if one is not None:
                    found = [s for s in found if s.at != one.finite or one.finite == one.at]
                    found.append(one)
        yield from found

    def _spoken(self, i: int) -> Spoken | None:
        for entry in self.forms.verbs[self.word(i)]:
            tail = self._tail(i, entry.tail)
            if tail is not None:
                return self._governed(i, entry, tail)
        return None

    def _tail(self, i: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
        """Return where the words of a tail stand after a verb, None where they do not."""
        if not words:
            return ()
        before = i - len(words)
        if (
            self.forms.verb_last
            and before >= 0
            and self.low[before:i] == list(words)
            and not self.has("prepositions", before)
        ):
            return tuple(range(before, i))
        for j in range(i + 1, min(self.size, i + 1 + _FAR)):
            if self.low[j : j + len(words)] == list(words):
                return tuple(range(j, j + len(words)))
            if self.stop(j) or self.has("that", j):
                return None
        return None

    def _governed(self, i: int, entry: Entry, tail: tuple[int, ...]) -> Spoken | None:
        """Return a cue with the finite verb that governs it; None for an infinitive that nothing governs."""
        after = i + 1
        if self.has("nonfinite", i - 1):
            return None
        if self.forms.verb_last and self.has("auxiliaries", after):
            passive = self.has("passive", after)
            return Spoken(i, entry, after, tail, passive, True, self._negated(i, after))
        finite = self._auxiliary(i, entry)
        if finite is None:
            participle = bool(self.forms.participle_prefixes) and self.low[i].startswith(self.forms.participle_prefixes)
            bare = participle and not entry.lemma.startswith(self.forms.participle_prefixes)
            if bare or (entry.infinitive and not self._plural_present(i)):
                return None
            last = self.forms.verb_last and self._ends_clause(i)
            return Spoken(i, entry, i, tail, False, last, self._negated(i, i))
        passive = self.has("passive", finite) and not entry.infinitive
        return Spoken(i, entry, finite, tail, passive, False, self._negated(i, finite))

    def _plural_present(self, i: int) -> bool:
        """Tell whether an infinitive's form may be finite: where it is so in the language and nothing governs it."""
        return self.forms.verb_last and not self.has("infinitive", i - 1)

    def _ends_clause(self, i: int) -> bool:
        """Tell whether a verb ends a subordinate clause: a stop after it, and a subordinator or relative opens the clause."""
        start = self.previous_comma(i) + 1
        while self.has("joints", start):
            start += 1
        if not self.stop(i + 1) or start >= i:
            return False
        opens = self.has("subordinators", start) or self.has("openers", start)
        relative = self.relative(start) and self.comma(start - 1) and not self.any_finite(start, i)
        return opens or relative

    def _auxiliary(self, i: int, entry: Entry) -> int | None:
        """Return the auxiliary or governing verb of a participle or an infinitive before a cue, None where it is finite."""
        if self.has("infinitive", i - 1):
            return self._governor(i - 2)
        low = self.low[i]
        if not entry.infinitive and not low.endswith(self.forms.participle_endings):
            return None
        if self.forms.verb_last and not (
            self.stop(i + 1) or self.has("joints", i + 1) or self.has("infinitive", i + 1)
        ):
            return None
        for j in range(i - 1, max(-1, i - _AUXILIARY), -1):
            if self.stop(j) or self.has("openers", j) or (self.has("relatives", j) and not self.forms.verb_last):
                return None
            if self.has("auxiliaries", j):
                governs = self.has("modals", j) or (self.has("perfect", j) or self.has("passive", j))
                fits = self.has("modals", j) == entry.infinitive or not entry.infinitive or self.forms.verb_last
                return j if fits and governs else None
            if self.finite(j) and not self.forms.verb_last:
                return None
        return None

    def _governor(self, j: int) -> int | None:
        """Return the verb that governs an infinitive: a refusal, or a modal of will ("ønsker ikke å")."""
        for k in range(j, max(-1, j - 3), -1):
            if self.has("refusing", k) or self.has("modals", k):
                return k
        return None

    def _negated(self, at: int, finite: int) -> bool:
        """Tell whether a negation stands beside a cue: between its words, or right after its verb or its subject pronoun."""
        first, last = min(at, finite), max(at, finite)
        if any(self.has("negations", i) for i in range(first, last)):
            return True
        after = last + 1
        return self.has("negations", after) or self._negated_over(after, finite)

    def _negated_over(self, pronoun: int, finite: int) -> bool:
        """Tell whether a negation follows the subject pronoun that stands after a verb: "det tror han ikke"."""
        inverted = self.has("nominative", pronoun) and self.adverbial(*self.field(finite))
        return inverted and self.has("negations", pronoun + 1)

    def cue(self, spoken: Spoken) -> tuple[Span, ...]:
        """Return the spans of a cue: finite verb, negation, verb and tail; neighbours are one span."""
        words = {spoken.at, spoken.finite, *spoken.tail}
        low, high = min(words), max(words)
        words |= {i for i in range(low, high) if self.has("negations", i) or self.has("reflexives", i)}
        if self._negated_over(high + 1, spoken.finite):
            words.add(high + 2)
        while self.has("negations", high + 1) or self.has("reflexives", high + 1):
            high += 1
            words.add(high)
        if all(i in words or self.has("infinitive", i) or self.has("auxiliaries", i) for i in range(low, high)):
            words |= set(range(low, high))
        return self._runs(sorted(words))

    def _runs(self, words: list[int]) -> tuple[Span, ...]:
        runs: list[list[int]] = []
        for i in words:
            if runs and i == runs[-1][-1] + 1:
                runs[-1].append(i)
            else:
                runs.append([i])
        return tuple(Span(self.tokens[run[0]].start, self.tokens[run[-1]].end) for run in runs)
