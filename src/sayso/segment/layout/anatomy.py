"""A piece taken apart, and what the lines at its head say: by-lines and date lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model.reports import PartKind
from sayso.model.text import Span
from sayso.segment.layout.dates import DateLine, find_date_line
from sayso.segment.layout.furniture import Verdict
from sayso.segment.layout.heads import Dateline, find_byline, is_byline
from sayso.segment.layout.lines import Line
from sayso.segment.layout.names import is_agency, is_medium
from sayso.segment.layout.openings import Opening
from sayso.segment.layout.pieces import Piece
from sayso.segment.layout.signs import Signs

__all__ = ["Anatomy", "credits_head", "take_byline"]


@dataclass(slots=True)
class Anatomy:
    """A piece taken apart: its parts, what its head says, and the lines that are furniture after all."""

    piece: Piece
    parts: list[tuple[Span, PartKind]] = field(default_factory=list)
    dateline: tuple[Line, Dateline] | None = None
    date_line: tuple[Line, DateLine] | None = None
    opening: tuple[Line, Opening] | None = None
    byline: list[Span] = field(default_factory=list)
    media: list[tuple[str, Span]] = field(default_factory=list)
    cast_out: dict[int, Verdict] = field(default_factory=dict)


def credits_head(line: Line, anatomy: Anatomy, signs: Signs) -> bool:
    """Take a by-line or date line; both only stand near a piece's head."""
    dated = find_date_line(line, signs)
    if dated is not None:
        if anatomy.date_line is None:
            anatomy.date_line = (line, dated)
    else:
        if not is_byline(line, signs):
            return False
        take_byline(line, anatomy, signs)
    anatomy.parts.append((line.span, PartKind.BYLINE))
    return True


def take_byline(line: Line, anatomy: Anatomy, signs: Signs) -> None:
    """Note the persons and the media that a by-line names."""
    for a, b in find_byline(line, signs):
        name, span = line.text[a:b], Span(line.span.start + a, line.span.start + b)
        if is_agency(name, signs) or is_medium(name, signs):
            anatomy.media.append((name, span))
        else:
            anatomy.byline.append(span)
