"""Which reports may share text: pairs of content words that few reports have, and MinHash for crowds of reprints.

Never all pairs: a crowd of near-identical reports keeps a few members for the search and ties the rest to its earliest; a
pair of words that many reports have says nothing and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash, RMinHashLSH

from sayso.link.groups import Groups
from sayso.link.lineage.sentences import Piece

__all__ = ["Crowds", "candidate_pairs", "crowds", "sharing"]

COMMON = 24  # a word pair in more reports than this is a turn of phrase
LEAST = 6  # shared rare word pairs that make two reports worth aligning
KEPT = 4  # members of a crowd of reprints that are searched themselves, those that claim to be earliest
Crowds = tuple[list[tuple[int, int]], list[int]]  # ties of reprints to their first, and the pieces that are searched
LAST = "~"  # sorts after every date
PERMUTATIONS, BANDS, SEED, ALIKE = 64, 16, 11, 0.8


def candidate_pairs(pieces: Sequence[Piece], crowd: Crowds | None = None) -> list[tuple[int, int]]:
    """Return sorted pairs of piece numbers (smaller first) that share enough to be aligned; `crowd` if it is at hand."""
    tied, searched = crowd or crowds(pieces)
    columns = [np.unique(np.array(_features(pieces[i]), dtype=np.int64)) for i in searched]
    return sorted({*tied, *sharing(searched, columns, LEAST)})


def crowds(pieces: Sequence[Piece]) -> Crowds:
    """Return ties of crowd members to their first, and the pieces that are to be searched one by one."""
    groups: Groups[int] = Groups(p.number for p in pieces)
    index = RMinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS, num_bands=BANDS)
    prints: dict[int, RMinHash] = {}
    for piece in pieces:
        tokens = list(map(str, sorted(set(_features(piece)))))
        if not tokens:
            continue
        made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        made.update(tokens)
        for other in sorted(index.query(made))[:KEPT]:
            if made.jaccard(prints[other]) >= ALIKE:
                groups.unite(other, piece.number, "near-identical")
                break
        else:
            index.insert(piece.number, made)
        prints[piece.number] = made
    tied, searched = [], []
    for numbers in groups.members().values():
        members = sorted(numbers, key=lambda n: (pieces[n].reading.claimed.published or LAST, n))
        searched += members[:KEPT]
        tied += [(min(members[0], m), max(members[0], m)) for m in members[KEPT:]]
    return tied, sorted(searched)


def _features(piece: Piece) -> list[int]:
    return [(a << 32) | b for s in piece.sentences for a, b in zip(s.order, s.order[1:], strict=False)]


def sharing(numbers: Sequence[int], columns: Sequence[NDArray[np.int64]], least: int) -> list[tuple[int, int]]:
    """Return pairs of `numbers` whose features, one column of unique ones each, have `least` rare ones in common."""
    if not columns:
        return []
    features = np.concatenate(columns)
    owners = np.repeat(np.array(numbers, dtype=np.int64), [len(c) for c in columns])
    order = np.lexsort((owners, features))
    features, owners = features[order], owners[order]
    starts = (
        np.flatnonzero(np.r_[True, features[1:] != features[:-1]]) if len(features) else np.array([], dtype=np.int64)
    )
    sizes = np.diff(np.r_[starts, len(features)])
    shared = [_pairs_of_size(owners, starts[sizes == n], int(n)) for n in range(2, COMMON + 1)]
    codes, counts = np.unique(np.concatenate(shared), return_counts=True)
    return [(int(c) >> 32, int(c) & 0xFFFFFFFF) for c in codes[counts >= least]]


def _pairs_of_size(owners: NDArray[np.int64], starts: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return a code for each pair of owners of each feature that exactly `size` reports have."""
    if not len(starts):
        return np.array([], dtype=np.int64)
    table = owners[starts[:, None] + np.arange(size)]
    left, right = np.triu_indices(size, 1)
    return np.asarray((table[:, left] << 32 | table[:, right]).ravel(), dtype=np.int64)
