"""From scores of pieces to proposals: which cues there are, and for each the words of its source and its content.

A word belongs or does not: its pieces' chances are averaged. Nothing here knows of the network that made the scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sayso.annotate.attribution.spans import clean, trimmed
from sayso.annotate.attribution.tagger.pieces import Pieces
from sayso.model.proposals import Known, Proposal
from sayso.model.text import Span

__all__ = ["AFTER", "BEFORE", "Candidate", "Floats", "find_cues", "proposals_of", "shared", "surroundings"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

BEFORE, AFTER = 80, 110
"""Pieces looked at before a cue's first piece, and from it on."""

CUE_TAGS = slice(3, 6)  # begin, inside, outside, after the source's three
POSSIBLE, POSSIBLE_IF_KNOWN = 0.4, 0.05
"""Chance of being a cue from which a word is looked at again, and where the grammar takes it for one."""

SHORTEST = 2  # letters; less is a stray mark

STRAY = 2  # words; fewer beside a longer run are stray
CONTENT_GAP, SOURCE_GAP = 4, 2  # words

EXCLUSION, CUE_COUNTS = 4.0, 0.5
"""How much a piece's score falls where another cue has the better claim, and how much a cue's own chance counts in that."""

SCORE = (0.259, 0.384, 0.259, -1.037, 1.949, -2.645)
"""Weights, fitted on held-back documents, of: the cue's chance, the content's mean chance, how sure the source or its
lack is (each as log odds), whether the grammar knows the cue, how much of the content it has the same, and one. Their sum
is the log odds that the proposal is right."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible cue: pieces `[start, end)`, and the chance the first reading gives it."""

    start: int
    end: int
    chance: float


def find_cues(tags: Floats, pieces: Pieces, known: npt.NDArray[np.bool_]) -> list[Candidate]:
    """Return the runs of whole words that may be cues.

    `tags` (pieces, 9) are scores; `known` tells which pieces the grammar takes for a cue's: less will do for these.
    """
    if not len(pieces):
        return []
    words = Words(pieces)
    chances = _softmax(tags[:, CUE_TAGS])
    begins = np.maximum.reduceat(chances[:, 0], words.starts)
    either = np.maximum(begins, np.maximum.reduceat(chances[:, :2].sum(1), words.starts))
    enough = np.where(np.logical_or.reduceat(known, words.starts), POSSIBLE_IF_KNOWN, POSSIBLE)
    found: list[Candidate] = []
    for number in np.flatnonzero(either >= enough).tolist():
        start = int(words.starts[number])
        if found and start < found[-1].end:
            continue
        if begins[number] < enough[number] and found and found[-1].end == start:
            continue
        last = number
        while last + 1 < len(words.starts) and _goes_on(chances, int(words.starts[last + 1])):
            last += 1
        found.append(Candidate(start, int(words.ends[last]), float(either[number])))
    return found


def _goes_on(chances: Floats, opening: int) -> bool:
    first = chances[opening]
    return bool(first[1] > 0.5 or (first[1] > first[0] and first[1] + first[0] > 0.5))


def surroundings(starts: npt.NDArray[np.int64], count: int) -> tuple[npt.NDArray[np.int64], Floats]:
    """Return the places around each cue, (cues, BEFORE + AFTER), and 1 where there are pieces."""
    places = starts[:, None] + np.arange(-BEFORE, AFTER)
    inside = (places >= 0) & (places < count)
    return places.clip(0, count - 1), inside.astype(np.float32)


def proposals_of(
    cues: Sequence[Candidate], known: Sequence[Known | None], marks: Sequence[Floats], pieces: Pieces, view: str
) -> Iterator[Proposal]:
    """Make the proposals of the cues of one window that have contents.

    `known` is what the grammar found of each cue; `marks` are its scores of source and content (pieces, 2) in place.
    """
    if not cues:
        return
    words = Words(pieces)
    contents = _exclusive(cues, np.stack([m[:, 1] for m in marks]))
    for cue, there, content, scores in zip(cues, known, contents, marks, strict=True):
        found = _found(cue, _sigmoid(scores[:, 0]), _sigmoid(content), pieces, words, view)
        if found is not None:
            yield _scored(*found, there)


def _exclusive(cues: Sequence[Candidate], scores: Floats) -> Floats:
    """Lower the scores of pieces (cues, pieces) that more surely belong to the content of another, itself surer, cue."""
    sure = np.array([CUE_COUNTS * _logit(cue.chance) for cue in cues], np.float32)
    best = (scores + sure[:, None]).argmax(0)
    others = np.arange(len(cues))[:, None] != best
    return np.asarray(scores - EXCLUSION * others, np.float32)


def _found(
    cue: Candidate, sources: Floats, contents: Floats, pieces: Pieces, words: Words, view: str
) -> tuple[Proposal, tuple[float, ...]] | None:
    """Return a proposal, yet without a score, and what its score is made of."""
    content = _contents(view, pieces, words, words.inside(contents, cue), cue)
    if not content:
        return None
    source = _best_source(view, pieces, words, words.inside(sources, cue), cue, sources)
    surest = float(sources.max())
    sure = (cue.chance, float(contents[contents > 0.5].mean()), max(surest, 1 - surest))
    span = Span(pieces.starts[cue.start], pieces.ends[cue.end - 1])
    return Proposal(source, span, content, 0.0), tuple(map(_logit, sure))


def _scored(proposal: Proposal, sure: tuple[float, ...], known: Known | None) -> Proposal:
    """Give a proposal its score, which rises where the grammar found the same."""
    agrees = shared(known.content, proposal.content) if known else 0.0
    features = (*sure, float(known is not None), agrees, 1.0)
    odds = sum(weight * feature for weight, feature in zip(SCORE, features, strict=True))
    return replace(proposal, score=float(_sigmoid(np.float32(odds))))


def shared(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Return how much of two sets of spans is in both: intersection by union, in characters."""
    both = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    union = sum(map(len, a)) + sum(map(len, b)) - both
    return both / union if union else 0.0


def _logit(chance: float) -> float:
    return float(np.log((chance + 1e-3) / (1 - chance + 1e-3)))


def _contents(view: str, pieces: Pieces, words: Words, inside: Ints, cue: Candidate) -> tuple[Span, ...]:
    """Return the runs of content; stray words beside a longer run are none of it."""
    runs = words.runs(inside, CONTENT_GAP, cue)
    spans = (clean(view, pieces.starts[s], pieces.ends[e - 1]) for s, e in runs)
    found = [s for s in spans if s is not None and sum(c.isalnum() for c in s.of(view)) >= SHORTEST]
    whole = [s for s in found if len(s.of(view).split()) >= STRAY]
    return tuple(whole or found)


def _best_source(
    view: str, pieces: Pieces, words: Words, inside: Ints, cue: Candidate, chances: Floats
) -> tuple[Span, ...]:
    """Return the run that is most surely the source; a source is one phrase."""
    runs = words.runs(inside, SOURCE_GAP, cue)
    runs.sort(key=lambda run: (-float(chances[run[0] : run[1]].sum()), run))
    spans = (trimmed(view, pieces.starts[s], pieces.ends[e - 1]) for s, e in runs)
    return tuple(s for s in spans if s is not None)[:1]


class Words:
    """The words of a window as runs of pieces, `[start, end)`."""

    def __init__(self, pieces: Pieces) -> None:
        opening = [i for i in range(len(pieces)) if not i or pieces.opens_word(i)]
        self.starts = np.array(opening, np.int64)
        self.ends = np.array([*opening[1:], len(pieces)], np.int64)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts.tolist(), self.ends.tolist(), strict=True)

    def inside(self, chances: Floats, cue: Candidate) -> Ints:
        """Return the numbers of the words more likely in than out, the cue's own left out."""
        likely = np.add.reduceat(chances, self.starts) > 0.5 * (self.ends - self.starts)
        own = (cue.start <= self.starts) & (self.starts < cue.end)
        return np.flatnonzero(likely & ~own)

    def runs(self, inside: Ints, gap: int, cue: Candidate) -> list[tuple[int, int]]:
        """Return runs of the words `inside`, as pieces; `gap` words that are out do not break a run, the cue does."""
        if not len(inside):
            return []
        at = self.starts[inside]
        split = (np.diff(inside) > gap + 1) | ((at[:-1] < cue.start) & (at[1:] > cue.start))
        firsts = inside[np.concatenate(([True], split))]
        lasts = inside[np.concatenate((split, [True]))]
        return list(zip(self.starts[firsts].tolist(), self.ends[lasts].tolist(), strict=True))


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


def _sigmoid(scores: Floats | np.float32) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-scores)), np.float32)
