"""Which sentences of one report stand in another: the same, trimmed, edited or rewritten, in any order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from sayso.link.lineage.sentences import Piece, Sentence
from sayso.model.reconstruction import LineageHow
from sayso.model.text import Span

__all__ = ["NOTHING_SHARED", "Aligned", "Alignment", "Where", "align", "where_words_stand"]

ALIKE = 0.5  # share of content words two sentences have in common (Dice) to be one sentence rewritten
BESIDE = 0.3  # the same, for a sentence whose neighbours are aligned
TELLING = 6  # content words in common by which two sentences are recognised as one by themselves
WORDS = 8  # words that a verbatim sentence needs to be recognised by itself
LONG, SURE = 14, 0.8  # words and share of one sentence that is enough to tie two reports
TOLD = 0.5  # how far beyond bare likeness the pairs of two reports must go together, where no sentence is kept in order
EDITED = 0.75  # share of words kept in order: above it a sentence is edited, below it rewritten


@dataclass(frozen=True, slots=True)
class Aligned:
    """One stretch of each report that is the other's: whole sentences, `how` one became the other."""

    a: Span
    b: Span
    how: LineageHow


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two reports share: pairs of sentence numbers, sorted, and the stretches they make; both empty for nothing."""

    pairs: tuple[tuple[int, int], ...] = ()
    runs: tuple[Aligned, ...] = ()


NOTHING_SHARED = Alignment()

Where = Mapping[int, Sequence[int]]  # content word → the sentences of a report that have it, in order


def where_words_stand(piece: Piece) -> Where:
    """Index the sentences of a report by their content words, once for all the reports it is aligned with."""
    where: dict[int, list[int]] = defaultdict(list)
    for i, sentence in enumerate(piece.sentences):
        for word in sentence.content:
            where[word].append(i)
    return where


def align(a: Piece, b: Piece, where: Where | None = None) -> Alignment:
    """Align two reports, in the order of the first; `NOTHING_SHARED` when they only have a phrase in common.

    `where` is the index of the first, if it is at hand.
    """
    pairs = _matches(a.sentences, b.sentences, where_words_stand(a) if where is None else where)
    if not _enough(a.sentences, b.sentences, pairs):
        return NOTHING_SHARED
    kept = tuple(sorted(set(pairs) | _beside(a.sentences, b.sentences, set(pairs))))
    return Alignment(kept, tuple(_runs(a.sentences, b.sentences, kept)))


def _matches(a: Sequence[Sentence], b: Sequence[Sentence], where: Where) -> dict[tuple[int, int], float]:
    """Pair each sentence of either side with its best partner, if the two are recognised as one by themselves."""
    left: dict[int, tuple[float, int, int]] = {}
    right: dict[int, tuple[float, int, int]] = {}
    for j, sentence in enumerate(b):
        shared = Counter(chain.from_iterable([where[word] for word in sentence.content if word in where]))
        for i, common in shared.items():
            if common < TELLING and a[i].words != sentence.words:
                continue
            score = _score(a[i], sentence, common)
            if score >= ALIKE:
                off = -abs(i * len(b) - j * len(a))
                left[i] = max(left.get(i, (0.0, 0, -1)), (score, off, j))
                right[j] = max(right.get(j, (0.0, 0, -1)), (score, off, i))
    found = {(i, j): score for i, (score, _, j) in left.items()}
    return found | {(i, j): score for j, (score, _, i) in right.items()}


def _score(a: Sentence, b: Sentence, common: int) -> float:
    if common < TELLING:
        return 1.0 if a.words == b.words and len(a.words) >= WORDS else 0.0
    dice = 2 * common / (len(a.content) + len(b.content))
    part = common / min(len(a.content), len(b.content))
    return max(dice, part - 0.35)


def _beside(a: Sequence[Sentence], b: Sequence[Sentence], pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Add the sentences next to aligned ones on both sides that are short or much changed."""
    added: set[tuple[int, int]] = set()
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    for step in (1, -1):
        for i, j in sorted(pairs):
            x, y = i + step, j + step
            while 0 <= x < len(a) and 0 <= y < len(b) and x not in left and y not in right and _near(a[x], b[y]):
                added.add((x, y))
                left.add(x)
                right.add(y)
                x, y = x + step, y + step
    return added


def _near(a: Sentence, b: Sentence) -> bool:
    common = len(set(a.content) & set(b.content))
    return a.words == b.words or (2 * common >= BESIDE * (len(a.content) + len(b.content)) and common > 0)


def _enough(a: Sequence[Sentence], b: Sequence[Sentence], pairs: dict[tuple[int, int], float]) -> bool:
    """Tell a copy from a shared phrase, stock background, a list of the same names or a line of furniture.

    One long sentence kept in its order is enough. Sentences that only have their words in common, as those of two reports on
    one event have, must be several or very like.
    """
    strong = [
        (i, j) for (i, j), score in pairs.items() if score >= SURE and min(len(a[i].words), len(b[j].words)) >= LONG
    ]
    if any(_how(a[i], b[j]) is not LineageHow.REWRITTEN for i, j in strong):
        return True
    several = len({i for i, _ in pairs}) >= 3 and len({j for _, j in pairs}) >= 3
    beyond = sum(max(0.0, score - ALIKE) for score in pairs.values())
    return (bool(strong) or several) and beyond >= TOLD


def _runs(a: Sequence[Sentence], b: Sequence[Sentence], pairs: Sequence[tuple[int, int]]) -> list[Aligned]:
    """Join neighbouring sentences that are the same on both sides; changed ones stay single, so that places stay exact."""
    found: list[Aligned] = []
    last = (-2, -2)
    for i, j in pairs:
        how = _how(a[i], b[j])
        joined = how is LineageHow.VERBATIM and found and found[-1].how is how and (i, j) == (last[0] + 1, last[1] + 1)
        if joined:
            before = found.pop()
            found.append(Aligned(Span(before.a.start, a[i].span.end), Span(before.b.start, b[j].span.end), how))
        else:
            found.append(Aligned(a[i].span, b[j].span, how))
        last = (i, j)
    return found


def _how(a: Sentence, b: Sentence) -> LineageHow:
    if a.words == b.words:
        return LineageHow.VERBATIM
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    if kept == min(len(a.words), len(b.words)):
        return LineageHow.TRIMMED
    return LineageHow.EDITED if kept >= EDITED * max(len(a.words), len(b.words)) else LineageHow.REWRITTEN
