"""Which sentences of a report stand translated in another: in order, close together, with everything firm kept.

Two newsrooms that tell of one event share its figures and names, but not sentence by sentence: what one says in a sentence the
other spreads over three, with other things between. So a pair of sentences counts by what both hold and by what only one does,
and three that follow each other on both sides are asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from sayso.link.lineage.tongues.anchors import Marked

__all__ = ["aligned", "likeness"]

# What a mark tells where both sentences have it, and what it speaks against them where one lacks it; by its first letter.
SHARED = {"n": 2.0, "p": 1.5, "d": 1.0, "m": 1.0, "c": 0.8, "k": 0.6}
LACKING = {"n": 1.5, "p": 1.0, "d": 0.5, "m": 0.5, "c": 0.3, "k": 0.1}
SMALL = 1.3  # what a figure of one digit tells
UNSURE = 0.3  # share of its weight that a capital which may be no name has, where the other sentence lacks it
ENOUGH = 3.0  # shared weight that a pair of sentences needs at least
MEANT = 2  # meanings and kindred words that it needs among them: lists of results share figures and names alone
ALIKE, BESIDE = 0.72, 0.5  # likeness of a pair by itself, and of one between two that are aligned
SENTENCES, GAP = 3, 3  # pairs that make a translation, and sentences that may stand between two of them
LONGER = 2.6  # times that one sentence of a pair may be as long as the other

Pairs = tuple[tuple[int, int], ...]


def likeness(a: Marked, b: Marked) -> float:
    """Return how like two sentences of different languages are, from 0 to 1; 0 where they share too little to tell."""
    both = a.all & b.all
    shared = sum(_tells(mark) for mark in both)
    meant = sum(mark[0] in "ck" for mark in both)
    if shared < ENOUGH or meant < MEANT or max(a.length, b.length) > LONGER * min(a.length, b.length):
        return 0.0
    return 2 * shared / (2 * shared + _lacking(a, b) + _lacking(b, a))


def _tells(mark: str) -> float:
    return SMALL if mark[0] == "n" and len(mark) == 3 else SHARED[mark[0]]


def _lacking(one: Marked, other: Marked) -> float:
    """Return what a sentence has that the other lacks, by weight."""
    return sum(
        LACKING[mark[0]] * (UNSURE if mark[0] == "p" and mark not in one.firm else 1.0) for mark in one.all - other.all
    )


def aligned(a: Sequence[Marked], b: Sequence[Marked]) -> Pairs:
    """Return the numbers of the sentences that are each other's translation, in order; none where it is no translation."""
    scores = _scores(a, b)
    best = [pair for pair, score in scores.items() if score >= ALIKE and _is_best(pair, scores)]
    chain = max(_chains(sorted(best)), key=lambda found: (len(found), -sum(found[0])), default=())
    if len(chain) < SENTENCES:
        return ()
    kept = sorted({*chain, *_between(chain, scores)})
    return tuple(sorted({*kept, *_framed(kept, a, b)}))


def _scores(a: Sequence[Marked], b: Sequence[Marked]) -> dict[tuple[int, int], float]:
    """Return the likeness of the sentences that share a mark, where they are at all alike."""
    where: dict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(a):
        for mark in sentence.all:
            where[mark].append(i)
    found: dict[tuple[int, int], float] = {}
    for j, sentence in enumerate(b):
        weights: dict[int, float] = defaultdict(float)
        for mark in sentence.all:
            for i in where.get(mark, ()):
                weights[i] += _tells(mark)
        for i, weight in weights.items():
            score = likeness(a[i], sentence) if weight >= ENOUGH else 0.0
            if score >= BESIDE:
                found[i, j] = score
    return found


def _is_best(pair: tuple[int, int], scores: dict[tuple[int, int], float]) -> bool:
    """Tell whether neither sentence of a pair has a better partner."""
    score = scores[pair]
    return not any(other > score for (i, j), other in scores.items() if (i == pair[0]) != (j == pair[1]))


def _chains(pairs: Sequence[tuple[int, int]]) -> list[Pairs]:
    """Return, for each pair, the longest chain that ends in it: forward on both sides, with small gaps."""
    ends: list[Pairs] = []
    for i, j in pairs:
        before = [c for c in ends if 0 < i - c[-1][0] <= GAP + 1 and 0 < j - c[-1][1] <= GAP + 1]
        ends.append((*max(before, key=len, default=()), (i, j)))
    return ends


def _between(chain: Pairs, scores: dict[tuple[int, int], float]) -> set[tuple[int, int]]:
    """Return further pairs that stand inside or right beside a chain, in its order."""
    found: set[tuple[int, int]] = set()
    for i, j in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        known = (*chain, *found)
        if any(i == x or j == y or (i < x) != (j < y) for x, y in known):
            continue
        if min(abs(i - x) + abs(j - y) for x, y in known) <= GAP:
            found.add((i, j))
    return found


def _framed(pairs: Sequence[tuple[int, int]], a: Sequence[Marked], b: Sequence[Marked]) -> set[tuple[int, int]]:
    """Return pairs of sentences that tell little themselves: as many on either side between two that are aligned."""
    found: set[tuple[int, int]] = set()
    for (i, j), (x, y) in pairwise(pairs):
        if x - i == y - j <= GAP + 1:
            between = [(i + n, j + n) for n in range(1, x - i)]
            if all(_may_be_one(a[m], b[n]) for m, n in between):
                found.update(between)
    return found


def _may_be_one(one: Marked, other: Marked) -> bool:
    shortest, longest = sorted((one.length, other.length))
    return bool(one.all & other.all) and longest <= LONGER * shortest
