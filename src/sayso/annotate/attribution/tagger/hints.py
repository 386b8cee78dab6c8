"""What the grammar already found, told to the network piece by piece: it learnt how far that is to be believed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from sayso.annotate.attribution.tagger.pieces import Pieces
from sayso.model.proposals import Hints, Known
from sayso.model.text import Span

__all__ = ["GIVEN", "HINTS", "Hinted", "given_of", "hints_of", "pieces_in"]

SOURCE, CUE, CONTENT, QUOTED = 1, 2, 4, 8

HINTS = 16
"""How many values a piece's hint takes: the sum of `SOURCE`, `CUE`, `CONTENT` for what the grammar says of it, and `QUOTED`."""

GIVEN = 4
"""How many values the hint takes for one cue: `SOURCE` if the grammar has the piece in this cue's source, 2 if in its content."""

Ints = npt.NDArray[np.int64]


def pieces_in(pieces: Pieces, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the runs of pieces, `[first, end)`, that spans cover in part or whole."""
    runs = ((bisect_right(pieces.ends, s.start), bisect_left(pieces.starts, s.end)) for s in spans)
    return [(first, end) for first, end in runs if first < end]


def hints_of(pieces: Pieces, hints: Hints) -> Ints:
    """Return each piece's hint."""
    found = np.zeros(len(pieces), np.int64)
    for known in hints.known:
        for role, spans in ((SOURCE, known.source), (CUE, known.cue), (CONTENT, known.content)):
            _mark(found, pieces, spans, role)
    _mark(found, pieces, hints.quotes, QUOTED)
    return found


def given_of(pieces: Pieces, known: Known | None) -> Ints:
    """Return each piece's hint for one cue, of which the grammar knows an attribution or not."""
    found = np.zeros(len(pieces), np.int64)
    if known is not None:
        _mark(found, pieces, known.source, 1)
        _mark(found, pieces, known.content, 2)
    return found


class Hinted:
    """Pieces with what the grammar says of them: `values`, a hint each."""

    def __init__(self, pieces: Pieces, hints: Hints) -> None:
        self.pieces = pieces
        self.values = hints_of(pieces, hints)
        self._known: dict[int, Known] = {}
        for known in hints.known:
            for first, end in pieces_in(pieces, known.cue):
                for piece in range(first, end):
                    self._known.setdefault(piece, known)

    def known_at(self, first: int, end: int) -> Known | None:
        """Return the attribution, if the grammar knows one, of which one of the pieces `[first, end)` is the cue."""
        return next((self._known[i] for i in range(first, end) if i in self._known), None)


def _mark(found: Ints, pieces: Pieces, spans: Iterable[Span], value: int) -> None:
    for first, end in pieces_in(pieces, spans):
        found[first:end] |= value
