"""Who was first among several texts that share a passage, when no day and no credit tells.

As editors of manuscripts do it: where two texts differ, a third that has the passage too sides with one of them. A text that
the others always side with is what they were taken from; two texts that each go alone somewhere were taken from a third,
and neither from the other. A text is stated to be first only where no other may as well be: a twin without a
difference leaves it open. Where there is no third text, two clues that agree are asked for, or one that tells by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.link.lineage.alignment import Alignment
from sayso.link.lineage.direction import Verdict
from sayso.link.lineage.one_way import STRONG, Looked, clues
from sayso.link.lineage.sentences import Piece
from sayso.model.reconstruction import Because

__all__ = ["Family"]

Pair = tuple[int, int]  # numbers of two reports, the smaller first
Reasons = tuple[Because, ...]

AGREE = "texts-agree"
WITNESSES = 6  # further texts that two are compared by
SENTENCE = 3  # differences in words that a whole sentence counts for
ALONE, TIMES = 3, 8  # differences in which a text stands alone, at least, and how many times as often as the other


@dataclass
class Family:
    """All reports that share text: `found` their alignments, `told` the order that days and credits settle."""

    pieces: Sequence[Piece]
    found: Mapping[Pair, Alignment]
    told: Mapping[Pair, Verdict]
    _near: dict[int, set[int]] = field(init=False, repr=False)
    _looked: dict[int, Looked] = field(default_factory=dict, repr=False)
    _clues: dict[Pair, tuple[Reasons, Reasons]] = field(default_factory=dict, repr=False)
    _maps: dict[tuple[int, int], dict[int, int]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._near = defaultdict(set)
        for a, b in self.found:
            self._near[a].add(b)
            self._near[b].add(a)

    def first(self, pair: Pair) -> Verdict:
        """Return which of two reports was first, by all the texts that share what they share."""
        told = self.told[pair]
        if told.settled:
            return told
        for one, other in (pair, pair[::-1]):
            mine, against = self._for(one, other), self._for(other, one)
            if mine and not against and self._suffice(one, other, mine):
                return Verdict(self.pieces[one], mine)
        return told

    def _suffice(self, one: int, other: int, mine: Reasons) -> bool:
        """Tell whether what speaks for one is enough to state it; a twin is no copy unless others agree with it elsewhere."""
        rules = {because.rule for because in mine}
        common = self._near[one] & self._near[other]
        if not common:
            return bool(rules & STRONG) or len(rules) > 1
        if not all(self._leads(one, third) for third in common):
            return False
        return any(because.rule == AGREE for third in (other, *common) for because in self._for(one, third))

    def _leads(self, one: int, other: int) -> bool:
        """Tell whether everything that is known puts one report before another, and something does."""
        told = self.told[_pair(one, other)]
        if told.settled:
            return told.first is self.pieces[one]
        return bool(self._for(one, other)) and not self._for(other, one)

    def _for(self, one: int, other: int) -> Reasons:
        """Return the clues by which one report was before the other."""
        pair = _pair(one, other)
        if pair not in self._clues:
            left, right = clues(self._look(pair[0]), self._look(pair[1]), self.found[pair])
            alone = self._alone(*pair)
            self._clues[pair] = (*alone[0], *left), (*alone[1], *right)
        return self._clues[pair][0 if one == pair[0] else 1]

    def _look(self, number: int) -> Looked:
        if number not in self._looked:
            self._looked[number] = Looked(self.pieces[number])
        return self._looked[number]

    def _alone(self, a: int, b: int) -> tuple[Reasons, Reasons]:
        """Compare two texts by the others: return why `a` was first, why `b` was; both where each goes alone somewhere."""
        thirds = sorted(self._near[a] & self._near[b])[:WITNESSES]
        left = sum(self._against(a, b, third) for third in thirds)
        right = sum(self._against(b, a, third) for third in thirds)
        if left >= ALONE and right >= ALONE and max(left, right) < TIMES * min(left, right) + ALONE:
            both = (Because("apart", "each differs somewhere from what the other and a third text have"),)
            return both, both
        reason = (Because(AGREE, f"where the two differ, {_texts(len(thirds))} it as this has it"),)
        return (reason if right >= TIMES * left + ALONE else ()), (reason if left >= TIMES * right + ALONE else ())

    def _against(self, one: int, other: int, third: int) -> int:
        """Count in what one report stands alone against two others: words, and whole sentences that it lacks."""
        to_one, to_third = self._map(other, one), self._map(other, third)
        count = 0
        for at, there in to_third.items():
            mine = to_one.get(at)
            if mine is None:
                count += SENTENCE
            elif self._map(one, third).get(mine) == there:
                shared = set(self.pieces[other].sentences[at].content) & set(
                    self.pieces[third].sentences[there].content
                )
                count += len(shared.difference(self.pieces[one].sentences[mine].content))
        return count

    def _map(self, one: int, other: int) -> dict[int, int]:
        """Return sentence of one report → its first counterpart in the other."""
        if (one, other) not in self._maps:
            pairs: Iterable[tuple[int, int]] = self.found[_pair(one, other)].pairs
            if one > other:
                pairs = sorted((y, x) for x, y in pairs)
            made: dict[int, int] = {}
            for x, y in pairs:
                made.setdefault(x, y)
            self._maps[one, other] = made
        return self._maps[one, other]


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _texts(number: int) -> str:
    return "one other text has" if number == 1 else f"{number} other texts have"
