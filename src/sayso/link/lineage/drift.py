"""What changed on the way from a passage to its copy: figures, and hedges or attributions gained or lost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from sayso.link.corpus import Corpus
from sayso.model.annotations import Attribution, Quantity
from sayso.model.reading import Reading
from sayso.model.reconstruction import Drift, DriftKind
from sayso.model.statements import Backing, Certainty, Polarity, Statement
from sayso.model.text import Anchor, HasSpan, Span

T = TypeVar("T", bound=HasSpan)

__all__ = ["drift_between"]

LONGEST = 4000  # characters; a longer attribution that only ends in a passage is not looked for


def drift_between(corpus: Corpus, source: Anchor, target: Anchor) -> tuple[Drift, ...]:
    """List the changes between one passage and its copy."""
    a, b = corpus.documents[source.document], corpus.documents[target.document]
    found = [*_figures(a, b, source, target), *_attributions(a, b, source, target), *_hedges(a, b, source, target)]
    return tuple(sorted(found, key=lambda d: (d.source, d.target, d.kind)))


def _figures(a: Reading, b: Reading, source: Anchor, target: Anchor) -> list[Drift]:
    """Pair the figures of the two passages in order; as many on both sides, or nothing can be said."""
    x, y = _inside(a.quantities, source.span), _inside(b.quantities, target.span)
    if len(x) != len(y):
        return []
    changed = [
        (p, q) for p, q in zip(x, y, strict=True) if (p.amount.low, p.amount.high) != (q.amount.low, q.amount.high)
    ]
    return [
        Drift(_figure_kind(p, q), Anchor(source.document, p.span), Anchor(target.document, q.span)) for p, q in changed
    ]


def _figure_kind(p: Quantity, q: Quantity) -> DriftKind:
    low, high = sorted((p.amount.low or p.amount.high or 0, q.amount.low or q.amount.high or 0))
    step = 10 ** max(0, len(str(int(high))) - 2)
    rounded = round(low / step) == round(high / step) or (high and (high - low) / high < 0.05 and step > 1)
    return DriftKind.ROUNDING if rounded else DriftKind.FIGURE


def _attributions(a: Reading, b: Reading, source: Anchor, target: Anchor) -> list[Drift]:
    """Tell an attribution that stands on one side only: words put in nobody's mouth, or taken out of somebody's."""
    x, y = _said(a, source), _said(b, target)
    if bool(x) == bool(y):
        return []
    return [
        Drift(
            DriftKind.ATTRIBUTION,
            Anchor(source.document, x[0].span) if x else source,
            Anchor(target.document, y[0].span) if y else target,
        )
    ]


def _inside(items: Sequence[T], span: Span) -> list[T]:
    """Return the items of a sorted layer that lie inside a span, found by halving."""
    found = []
    for i in range(bisect_left(items, span.start, key=_start), len(items)):
        if items[i].span.start >= span.end:
            break
        if items[i].span.end <= span.end:
            found.append(items[i])
    return found


def _start(item: HasSpan) -> int:
    return item.span.start


def _said(reading: Reading, anchor: Anchor) -> list[Attribution]:
    """Return the attributions with a cue or source inside a passage; none begins further off than it is long."""
    first = bisect_left(reading.attributions, anchor.span.start - LONGEST, key=_start)
    last = bisect_left(reading.attributions, anchor.span.end, key=_start)
    return [
        item
        for item in reading.attributions[first:last]
        if any(anchor.span.start <= s.start and s.end <= anchor.span.end for s in (*item.cue, *item.source))
    ]


def _hedges(a: Reading, b: Reading, source: Anchor, target: Anchor) -> list[Drift]:
    x, y = _told(a, source), _told(b, target)
    if len(x) != len(y):
        return []
    found = []
    for p, q in zip(x, y, strict=True):
        place = Anchor(source.document, p.span), Anchor(target.document, q.span)
        if (p.polarity is Polarity.DENIES) != (q.polarity is Polarity.DENIES):
            found.append(Drift(DriftKind.DENIAL, *place))
        elif p.certainty is not q.certainty and Certainty.UNKNOWN not in {p.certainty, q.certainty}:
            found.append(Drift(DriftKind.HEDGE, *place))
    return found


def _told(reading: Reading, anchor: Anchor) -> list[Statement]:
    return [s for s in _inside(reading.statements, anchor.span) if s.backing is not Backing.PRESUPPOSED]
