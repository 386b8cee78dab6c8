"""Denials that only one of two reports has: the claim beside them was carried on, and that it was denied was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.link.lineage.changes import standing_in
from sayso.link.lineage.sentences import Piece, Sentence
from sayso.model.reconstruction import Drift, DriftChange, DriftKind
from sayso.model.statements import Backing, Polarity, Statement
from sayso.model.text import Anchor, Span

__all__ = ["denials_cut"]

BESIDE = 2  # sentences between a denial and the passage that was carried on without it
SAID_THERE = (
    0.5  # share of a denial's words in one sentence of the other report, from which it stands there in other words
)
DENYING = frozenset({Polarity.DENIES, Polarity.DOUBTS})

Beside = tuple[Span, Span, Drift]  # a shared sentence in the source and in the target, and the change beside it


def denials_cut(source: Piece, target: Piece, pairs: Sequence[tuple[int, int]]) -> tuple[Beside, ...]:
    """Return the denials that one report has beside a passage they share and the other has not; `pairs` are the numbers of
    their shared sentences."""
    found: list[Beside] = []
    for (i, j), denial in _missing(source, target, pairs):
        here, there = source.sentences[i].span, target.sentences[j].span
        drift = Drift(DriftKind.DENIAL, _anchor(source, denial.span), _anchor(target, there), DriftChange.LOST)
        found.append((here, there, drift))
    for (j, i), denial in _missing(target, source, [(y, x) for x, y in pairs]):
        here, there = source.sentences[i].span, target.sentences[j].span
        drift = Drift(DriftKind.DENIAL, _anchor(source, here), _anchor(target, denial.span), DriftChange.GAINED)
        found.append((here, there, drift))
    return tuple(found)


def _missing(one: Piece, other: Piece, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], Statement]]:
    """Yield the denials of one report that the other lacks, each with the shared sentence it stands nearest to."""
    partner = dict(reversed(pairs))
    for denial in one.reading.statements:
        if denial.polarity not in DENYING or denial.backing is not Backing.ATTRIBUTED or denial.report != one.report.id:
            continue
        at = next((n for n, s in enumerate(one.sentences) if s.span.start <= denial.span.start < s.span.end), None)
        if at is None or at in partner:
            continue
        near = [n for step in range(1, BESIDE + 1) for n in (at - step, at + step) if n in partner]
        if near and not _has(other, one.sentences[at]):
            yield (near[0], partner[near[0]]), denial


def _has(piece: Piece, sentence: Sentence) -> bool:
    """Tell whether a report says in one sentence, or denies anywhere, what a sentence of another denies."""
    words = set(sentence.content)
    if any(len(words.intersection(s.content)) >= SAID_THERE * len(words) for s in piece.sentences):
        return True
    spans = [s for span in piece.report.spans for s in standing_in(piece.reading.statements, span)]
    return any(s.polarity in DENYING and s.backing is Backing.ATTRIBUTED for s in spans)


def _anchor(piece: Piece, span: Span) -> Anchor:
    return Anchor(piece.report.document, span)
