"""Anchors, reasons and days on the wire: what every kind of record is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sayso.export.wire import pages as wire
from sayso.model.reconstruction import Because
from sayso.model.text import Anchor, Span

__all__ = ["anchor", "anchored", "anchors", "day", "number", "optional", "reason", "reasons"]


def anchor(document: str, span: Span) -> wire.Anchor:
    """Return a place of a document."""
    return {"document": document, "start": span.start, "end": span.end}


def optional(document: str, span: Span | None) -> wire.Anchor | None:
    """Return a place of a document, or null for none."""
    return None if span is None else anchor(document, span)


def anchors(document: str, spans: Iterable[Span]) -> list[wire.Anchor]:
    """Return places of one document, in the order given."""
    return [anchor(document, span) for span in spans]


def anchored(places: Iterable[Anchor]) -> list[wire.Anchor]:
    """Return places of any documents, in the order given."""
    return [anchor(place.document, place.span) for place in places]


def reason(because: Because) -> wire.Reason:
    """Return a reason."""
    return {"rule": because.rule, "text": because.text, "anchors": anchored(because.anchors)}


def reasons(because: Sequence[Because]) -> list[wire.Reason]:
    """Return reasons, in the order given."""
    return [reason(one) for one in because]


def day(value: date | None) -> str | None:
    """Return a day in ISO form."""
    return None if value is None else value.isoformat()


def number(value: float | None) -> float | None:
    """Return a number as a reader would write it: whole ones without ".0"."""
    return int(value) if value is not None and value == int(value) else value
