"""From scores of pieces to proposals: which cues there are, and for each the words of its source and its content.

A word belongs or does not: its pieces' chances are averaged. Nothing here knows of the network that made the scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.annotate.attribution.spans import clean, trimmed
from sayso.annotate.attribution.tagger.pieces import Pieces
from sayso.model.proposals import Proposal
from sayso.model.text import Span

__all__ = ["AFTER", "BEFORE", "Candidate", "Floats", "find_cues", "proposal_of", "surroundings"]

Floats = npt.NDArray[np.float32]

BEFORE, AFTER = 80, 110
"""Pieces looked at before a cue's first piece, and from it on."""

CUE_TAGS = slice(3, 6)  # begin, inside, outside, after the source's three
POSSIBLE = 0.25  # chance of being a cue above which a piece is looked at again
SHORTEST = 2  # letters; less is a stray mark


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible cue: pieces `[start, end)`, and the chance the first reading gives it."""

    start: int
    end: int
    chance: float


def find_cues(tags: Floats, pieces: Pieces) -> list[Candidate]:
    """Return the runs of whole words that may be cues. `tags` (pieces, 9) are scores."""
    scores = tags[:, CUE_TAGS]
    chances = _softmax(scores)
    found: list[Candidate] = []
    words = list(_words(pieces))
    at = 0
    while at < len(words):
        start, end = words[at]
        begins = float(chances[start:end, 0].max())
        inside = float(chances[start:end, :2].sum(1).max())
        at += 1
        if max(begins, inside) < POSSIBLE or not (begins >= POSSIBLE or _stands_alone(found, start)):
            continue
        while at < len(words) and _goes_on(chances, words[at]):
            end = words[at][1]
            at += 1
        found.append(Candidate(start, end, max(begins, inside)))
    return found


def _stands_alone(found: Sequence[Candidate], start: int) -> bool:
    return not found or found[-1].end < start


def _goes_on(chances: Floats, word: tuple[int, int]) -> bool:
    first = chances[word[0]]
    return bool(first[1] > 0.5 or (first[1] > first[0] and first[1] + first[0] > 0.5))


def surroundings(starts: npt.NDArray[np.int64], count: int) -> tuple[npt.NDArray[np.int64], Floats]:
    """Return the places around each cue, (cues, BEFORE + AFTER), and 1 where there are pieces."""
    places = starts[:, None] + np.arange(-BEFORE, AFTER)
    inside = (places >= 0) & (places < count)
    return places.clip(0, count - 1), inside.astype(np.float32)


def proposal_of(candidate: Candidate, marks: Floats, real: float, pieces: Pieces, view: str) -> Proposal | None:
    """Make the proposal of one cue; None when it has no content.

    `marks` (pieces, 2) are the scores of source and content in place, `real` the score of the cue itself.
    """
    chances = _sigmoid(marks)
    words = [(s, e) for s, e in _words(pieces) if not (candidate.start <= s < candidate.end)]
    content = _contents(view, pieces, words, chances[:, 1])
    if not content:
        return None
    source = _best_source(view, pieces, words, chances[:, 0])
    score = (candidate.chance + float(_sigmoid(np.float32(real)))) / 2
    cue = Span(pieces.starts[candidate.start], pieces.ends[candidate.end - 1])
    return Proposal(source, cue, content, score)


def _contents(view: str, pieces: Pieces, words: Sequence[tuple[int, int]], chances: Floats) -> tuple[Span, ...]:
    spans = (clean(view, pieces.starts[s], pieces.ends[e - 1]) for s, e in _runs(words, chances))
    return tuple(s for s in spans if s is not None and sum(c.isalnum() for c in s.of(view)) >= SHORTEST)


def _best_source(view: str, pieces: Pieces, words: Sequence[tuple[int, int]], chances: Floats) -> tuple[Span, ...]:
    """Return the run that is most surely the source; a source is one phrase."""
    runs = sorted(_runs(words, chances), key=lambda run: (-float(chances[run[0] : run[1]].sum()), run))
    spans = (trimmed(view, pieces.starts[s], pieces.ends[e - 1]) for s, e in runs)
    return tuple(s for s in spans if s is not None)[:1]


def _runs(words: Sequence[tuple[int, int]], chances: Floats) -> Iterator[tuple[int, int]]:
    """Yield runs of words more likely in than out; a single weak word does not break a run."""
    within = [bool(chances[s:e].mean() > 0.5) for s, e in words]
    weak = [bool(chances[s:e].mean() > 0.2) for s, e in words]
    start: int | None = None
    for i, (s, _) in enumerate(words):
        apart = i > 0 and words[i - 1][1] != s
        bridged = weak[i] and 0 < i < len(words) - 1 and within[i - 1] and within[i + 1]
        if start is not None and (apart or not (within[i] or bridged)):
            yield start, words[i - 1][1]
            start = None
        if start is None and within[i]:
            start = s
    if start is not None:
        yield start, words[-1][1]


def _words(pieces: Pieces) -> Iterator[tuple[int, int]]:
    start = 0
    for i in range(1, len(pieces) + 1):
        if i == len(pieces) or pieces.opens_word(i):
            yield start, i
            start = i


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


def _sigmoid(scores: Floats | np.float32) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-scores)), np.float32)
