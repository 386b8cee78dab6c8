"""Denials that only one of two reports has: the claim beside them was carried on, and that it was denied was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.link.lineage.changes import standing_in
from sayso.link.lineage.sentences import Piece, Sentence
from sayso.model.reconstruction import Drift, DriftChange, DriftKind
from sayso.model.statements import Backing, Polarity, Statement
from sayso.model.text import Anchor, Span

__all__ = ["denials_cut"]

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
        drift = Drift(DriftKind.DENIAL, _anchor(source, denial), _anchor(target, there), DriftChange.LOST)
        found.append((here, there, drift))
    for (j, i), denial in _missing(target, source, [(y, x) for x, y in pairs]):
        here, there = source.sentences[i].span, target.sentences[j].span
        drift = Drift(DriftKind.DENIAL, _anchor(source, here), _anchor(target, denial), DriftChange.GAINED)
        found.append((here, there, drift))
    return tuple(found)


def _missing(one: Piece, other: Piece, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], Span]]:
    """Yield the sentences of one report that deny what was carried on, and that the other lacks, with the shared one denied."""
    partner = dict(reversed(pairs))
    told: set[int] = set()
    for denial in one.reading.statements:
        if not _denies(denial) or denial.report != one.report.id:
            continue
        at = next((n for n, s in enumerate(one.sentences) if s.span.start <= denial.span.start < s.span.end), None)
        if at is None or at in partner:
            continue
        claim = _denied(one, denial, at)
        if claim in partner and at not in told and not _has(other, one.sentences[at]):
            told.add(at)
            yield (claim, partner[claim]), one.sentences[at].span


def _denies(statement: Statement) -> bool:
    """Tell whether a voice denies something, or doubts a claim that is told; that it cannot be verified denies nothing."""
    doubts = statement.polarity is Polarity.DOUBTS and statement.about is not None
    return statement.backing is Backing.ATTRIBUTED and (statement.polarity is Polarity.DENIES or doubts)


def _denied(piece: Piece, denial: Statement, at: int) -> int:
    """Return the number of the sentence that a denial is about: as the reading tells, else the one before it."""
    about = next((s.span for s in piece.reading.statements if s.id == denial.about), None) if denial.about else None
    found = (n for n, s in enumerate(piece.sentences) if about and s.span.start <= about.start < s.span.end)
    told = next(found, at - 1)
    return told if told != at else at - 1


def _has(piece: Piece, sentence: Sentence) -> bool:
    """Tell whether a report says in one sentence, or denies anywhere, what a sentence of another denies."""
    words = set(sentence.content)
    if any(len(words.intersection(s.content)) >= SAID_THERE * len(words) for s in piece.sentences):
        return True
    spans = [s for span in piece.report.spans for s in standing_in(piece.reading.statements, span)]
    return any(s.polarity in DENYING and s.backing is Backing.ATTRIBUTED for s in spans)


def _anchor(piece: Piece, span: Span) -> Anchor:
    return Anchor(piece.report.document, span)
