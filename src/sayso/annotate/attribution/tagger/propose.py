"""Read passages with a network: pieces, windows, cues, and what each cue reports. The network is handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from sayso.annotate.attribution.tagger.decode import Floats, find_cues, proposals_of, surroundings
from sayso.annotate.attribution.tagger.hints import CUE, Hinted, given_of
from sayso.annotate.attribution.tagger.merge import merged
from sayso.annotate.attribution.tagger.pieces import CLS, INNER, SEP, Pieces, Vocabulary, cut_pieces
from sayso.annotate.attribution.tagger.windows import cut_windows
from sayso.model.proposals import Hints, Proposal
from sayso.model.text import Span, overlaps

__all__ = ["THOROUGH", "USUAL", "Network", "propose"]


SIZE = 250
"""Pieces a window."""

USUAL, THOROUGH = (SIZE,), (SIZE, SIZE // 2)
"""How many pieces the first window has at most, for each time a text is read: once, or twice with other cuts."""

UNSEEN = -20.0  # log odds

Ints = npt.NDArray[np.int64]


class Network(Protocol):
    """The two halves of the tagger. One window is read at a time, so that results hang on nothing else."""

    def encode(self, ids: Ints, features: Ints, hints: Ints) -> tuple[Floats, Floats, Floats]:
        """Return tag scores (pieces, 9) and two kinds of states (pieces, width) of one window."""

    def link(self, near: Floats, asked: Floats, given: Ints, mask: Floats) -> Floats:
        """Return scores of source and content around each cue (cues, around, 2)."""


def propose(
    view: str,
    passages: Sequence[Sequence[Span]],
    hints: Hints,
    vocabulary: Vocabulary,
    network: Network,
    times: Sequence[int] = USUAL,
) -> tuple[Proposal, ...]:
    """Return the proposals of all passages, in text order. `times`: how long the first window is, each time they are read."""
    found: list[Proposal] = []
    for passage in passages:
        pieces = _pieces(view, passage, vocabulary)
        if not len(pieces):
            continue
        hinted = Hinted(pieces, _inside(hints, Span(pieces.starts[0], pieces.ends[-1])))
        openings = [i for i in range(len(pieces)) if pieces.opens_paragraph(i)]
        found += merged([_read_once(view, hinted, openings, first, network) for first in times])
    return tuple(sorted(found, key=lambda p: p.cue))


def _read_once(view: str, hinted: Hinted, openings: Sequence[int], first: int, network: Network) -> list[Proposal]:
    windows = cut_windows(openings, len(hinted.pieces), SIZE, first)
    return [proposal for window in windows for proposal in _read(view, hinted, window, network)]


def _pieces(view: str, passage: Sequence[Span], vocabulary: Vocabulary) -> Pieces:
    """Cut the paragraphs of a passage one after the other."""
    parts = [(p.start, cut_pieces(view[p.start : p.end], vocabulary, [0])) for p in passage]
    return Pieces(
        tuple(i for _, part in parts for i in part.ids),
        tuple(f for _, part in parts for f in part.features),
        tuple(at + s for at, part in parts for s in part.starts),
        tuple(at + e for at, part in parts for e in part.ends),
    )


def _read(view: str, hinted: Hinted, window: tuple[int, int], network: Network) -> Iterator[Proposal]:
    start, end = window
    inside = slice(start, end)
    own = hinted.pieces.part(start, end)
    tags, near, asked = network.encode(
        _framed(own.ids, CLS, SEP), _framed(own.features, INNER, INNER), _framed(hinted.values[inside], 0, 0)
    )
    known_cues = (hinted.values[inside] & CUE) > 0
    cues = find_cues(tags[1:-1], own, known_cues)
    if not cues:
        return
    starts = np.array([c.start for c in cues], np.int64) + 1  # after the opening piece, which is seen as in training
    places, mask = surroundings(starts, len(near))
    known = [hinted.known_at(c.start + start, c.end + start) for c in cues]
    given = np.stack([_framed(given_of(own, k), 0, 0)[around] for k, around in zip(known, places, strict=True)])
    scores = network.link(near[places], asked[starts], given, mask)
    placed = [_placed(*one, len(own)) for one in zip(scores, places, mask, strict=True)]
    yield from proposals_of(cues, known, placed, own, view)


def _framed(values: Sequence[int] | Ints, first: int, last: int) -> Ints:
    return np.array([first, *values, last], np.int64)


def _inside(hints: Hints, window: Span) -> Hints:
    """Return the hints that touch a window."""
    return Hints(
        tuple(k for k in hints.known if any(overlaps(s, window) for s in (*k.source, *k.cue, *k.content))),
        tuple(q for q in hints.quotes if overlaps(q, window)),
    )


def _placed(scores: Floats, places: Ints, mask: Floats, count: int) -> Floats:
    """Put scores around a cue where their pieces are (pieces, 2); a piece not looked at is neither source nor content."""
    placed = np.full((count, 2), UNSEEN, np.float32)
    kept = (mask > 0) & (places > 0) & (places <= count)
    placed[places[kept] - 1] = scores[kept]
    return placed
