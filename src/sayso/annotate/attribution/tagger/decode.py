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

__all__ = ["AFTER", "BEFORE", "Candidate", "Floats", "find_cues", "proposals_of", "surroundings"]

Floats = npt.NDArray[np.float32]

BEFORE, AFTER = 80, 110
"""Pieces looked at before a cue's first piece, and from it on."""

CUE_TAGS = slice(3, 6)  # begin, inside, outside, after the source's three
POSSIBLE = 0.4  # chance of being a cue above which a piece is looked at again
SHORTEST = 2  # letters; less is a stray mark

STRAY = 2  # words; fewer beside a longer run are stray
CONTENT_GAP, SOURCE_GAP = 4, 2  # words

EXCLUSION, CUE_COUNTS = 4.0, 0.5
"""How much a piece's score falls where another cue has the better claim, and how much a cue's own chance counts in that."""

SCORE = (0.49, 0.455, 0.33, -2.4)
"""Weights, fitted on held-back documents, of: the cue's chance, the content's mean chance, how sure the source or its
lack is (each as log odds), and one. Their sum is the log odds that the proposal is right."""


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


def proposals_of(cues: Sequence[Candidate], marks: Sequence[Floats], pieces: Pieces, view: str) -> Iterator[Proposal]:
    """Make the proposals of the cues of one window that have contents.

    `marks` are, for each cue, the scores of source and content (pieces, 2) in place.
    """
    if not cues:
        return
    contents = _exclusive(cues, np.stack([m[:, 1] for m in marks]))
    for cue, content, scores in zip(cues, contents, marks, strict=True):
        proposal = _proposal(cue, _sigmoid(scores[:, 0]), _sigmoid(content), pieces, view)
        if proposal is not None:
            yield proposal


def _exclusive(cues: Sequence[Candidate], scores: Floats) -> Floats:
    """Lower the scores of pieces (cues, pieces) that more surely belong to the content of another, itself surer, cue."""
    sure = np.array([CUE_COUNTS * _logit(cue.chance) for cue in cues], np.float32)
    best = (scores + sure[:, None]).argmax(0)
    others = np.arange(len(cues))[:, None] != best
    return np.asarray(scores - EXCLUSION * others, np.float32)


def _proposal(cue: Candidate, sources: Floats, contents: Floats, pieces: Pieces, view: str) -> Proposal | None:
    words = [(s, e) for s, e in _words(pieces) if not (cue.start <= s < cue.end)]
    content = _contents(view, pieces, words, contents)
    if not content:
        return None
    source = _best_source(view, pieces, words, sources)
    surest = float(sources.max())
    features = (
        _logit(cue.chance),
        _logit(float(contents[contents > 0.5].mean())),
        _logit(max(surest, 1 - surest)),
        1.0,
    )
    score = float(_sigmoid(np.float32(sum(w * f for w, f in zip(SCORE, features, strict=True)))))
    return Proposal(source, Span(pieces.starts[cue.start], pieces.ends[cue.end - 1]), content, score)


def _logit(chance: float) -> float:
    return float(np.log((chance + 1e-3) / (1 - chance + 1e-3)))


def _contents(view: str, pieces: Pieces, words: Sequence[tuple[int, int]], chances: Floats) -> tuple[Span, ...]:
    """Return the runs of content; stray words beside a longer run are none of it."""
    spans = (clean(view, pieces.starts[s], pieces.ends[e - 1]) for s, e in _runs(words, chances, CONTENT_GAP))
    found = [s for s in spans if s is not None and sum(c.isalnum() for c in s.of(view)) >= SHORTEST]
    whole = [s for s in found if len(s.of(view).split()) >= STRAY]
    return tuple(whole or found)


def _best_source(view: str, pieces: Pieces, words: Sequence[tuple[int, int]], chances: Floats) -> tuple[Span, ...]:
    """Return the run that is most surely the source; a source is one phrase."""
    runs = sorted(_runs(words, chances, SOURCE_GAP), key=lambda run: (-float(chances[run[0] : run[1]].sum()), run))
    spans = (trimmed(view, pieces.starts[s], pieces.ends[e - 1]) for s, e in runs)
    return tuple(s for s in spans if s is not None)[:1]


def _runs(words: Sequence[tuple[int, int]], chances: Floats, gap: int) -> Iterator[tuple[int, int]]:
    """Yield runs of words more likely in than out, as pieces; `gap` words that are out do not break a run, a cue does."""
    inside = [i for i, (s, e) in enumerate(words) if chances[s:e].mean() > 0.5]
    for at, i in enumerate(inside):
        before = inside[at - 1] if at else None
        if (
            before is None
            or i - before - 1 > gap
            or words[before][1] + _pieces_between(words, before, i) != words[i][0]
        ):
            start = words[i][0]
        after = inside[at + 1] if at + 1 < len(inside) else None
        if after is None or after - i - 1 > gap or words[i][1] + _pieces_between(words, i, after) != words[after][0]:
            yield start, words[i][1]


def _pieces_between(words: Sequence[tuple[int, int]], first: int, last: int) -> int:
    return sum(e - s for s, e in words[first + 1 : last])


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
