"""Stock passages: background and notices that a newsroom sets into many pieces which share nothing else.

Such a passage is one text wherever it stands, and what it quotes has one origin; but the pieces around it are not copies of
each other. It is told from news by how it spreads: news is taken over with most of what stands around it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sayso.link.lineage.alignment import Alignment
from sayso.link.lineage.sentences import Piece
from sayso.model.reconstruction import ReportDate

__all__ = ["stock_pairs"]

Pair = tuple[int, int]

SENTENCES, SHARE = 3, 0.4  # most that two reports share of a stock passage, and the share of either that it makes
CARRIERS = 3  # reports that carry a stock passage, at least
APART = 14  # days between two reports from which on a little that they share is background, not news taken over


def stock_pairs(
    pieces: list[Piece], found: Mapping[Pair, Alignment], dates: Mapping[str, ReportDate]
) -> frozenset[Pair]:
    """Return the pairs of reports that share nothing but a stock passage: one that many carry, or that both have weeks apart."""
    little = {pair for pair, shared in found.items() if _is_little(pieces, pair, shared)}
    carriers: dict[tuple[int, int], set[int]] = defaultdict(set)
    taken: set[tuple[int, int]] = set()
    for (a, b), shared in found.items():
        for i, j in shared.pairs:
            if (a, b) in little:
                carriers[a, i].add(b)
                carriers[b, j].add(a)
            else:
                taken |= {(a, i), (b, j)}
    return frozenset(
        (a, b)
        for a, b in little
        if _weeks_apart(pieces[a], pieces[b], dates)
        or all(
            len(carriers[a, i] | carriers[b, j] | {a, b}) >= CARRIERS and not {(a, i), (b, j)} & taken
            for i, j in found[a, b].pairs
        )
    )


def _weeks_apart(a: Piece, b: Piece, dates: Mapping[str, ReportDate]) -> bool:
    """Tell whether two reports were surely published weeks apart: both may have such a passage from an archive."""
    x, y = dates.get(a.report.id), dates.get(b.report.id)
    if x is None or y is None:
        return False
    gaps = [
        (later.earliest - earlier.latest).days
        for earlier, later in ((x, y), (y, x))
        if later.earliest and earlier.latest
    ]
    return max(gaps, default=0) >= APART


def _is_little(pieces: list[Piece], pair: Pair, shared: Alignment) -> bool:
    for side, number in enumerate(pair):
        sentences = pieces[number].sentences
        numbers = {p[side] for p in shared.pairs}
        size = sum(len(sentences[n].span) for n in numbers)
        if len(numbers) > SENTENCES or size > SHARE * pieces[number].size:
            return False
    return True
