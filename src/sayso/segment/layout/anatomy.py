"""A piece taken apart, and what the lines at its head say: by-lines and date lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model.reports import PartKind
from sayso.model.text import MarkKind, Span
from sayso.segment.layout.bylines import HeadLine, read_head_line
from sayso.segment.layout.clocks import find_head
from sayso.segment.layout.date_lines import DateLine, find_date_line, published_day
from sayso.segment.layout.dates import full_date
from sayso.segment.layout.furniture import Verdict
from sayso.segment.layout.heads import Dateline, find_byline, is_byline
from sayso.segment.layout.lines import Line, name_like
from sayso.segment.layout.marks import PARTS
from sayso.segment.layout.names import is_agency, is_medium
from sayso.segment.layout.openings import Opening
from sayso.segment.layout.pieces import Piece
from sayso.segment.layout.signs import Signs

__all__ = ["Anatomy", "credits_head", "entry_head", "marked_parts", "take_byline", "take_head_line"]


@dataclass(slots=True)
class Anatomy:
    """A piece taken apart: its parts, what its head says, and the lines that are furniture after all.

    `below` is the furniture right under it, whose notices may speak for it.
    """

    piece: Piece
    parts: list[tuple[Span, PartKind]] = field(default_factory=list)
    dateline: tuple[Line, Dateline] | None = None
    date_line: tuple[Line, DateLine] | None = None
    opening: tuple[Line, Opening] | None = None
    byline: list[Span] = field(default_factory=list)
    media: list[tuple[str, Span]] = field(default_factory=list)
    cast_out: dict[int, Verdict] = field(default_factory=dict)
    below: Sequence[Line] = ()


def marked_parts(anatomy: Anatomy, signs: Signs) -> None:
    """Note the parts that the page's markup names: headings, by-lines, dates, captions."""
    for line in anatomy.piece.lines:
        if line.mark is None or line.mark not in PARTS:
            continue
        if line.mark is MarkKind.BYLINE:
            _take_marked_byline(line, anatomy, signs)
        if line.mark in (MarkKind.BYLINE, MarkKind.DATE) and anatomy.date_line is None:
            _take_marked_date(line, anatomy, signs)
        anatomy.parts.append((line.span, PARTS[line.mark]))


def _take_marked_byline(line: Line, anatomy: Anatomy, signs: Signs) -> None:
    """Note the names of a by-line that the markup names, with or without "By"."""
    if (head := read_head_line(line, signs)) is not None:
        take_head_line(line, head, anatomy, signs)
    elif find_byline(line, signs):
        take_byline(line, anatomy, signs)
    elif name_like(line.words):
        anatomy.byline.append(line.span)
    elif is_agency(line.text, signs) or is_medium(line.text, signs):
        anatomy.media.append((line.text, line.span))


def _take_marked_date(line: Line, anatomy: Anatomy, signs: Signs) -> None:
    """Note the day that a by-line or date line of the markup states."""
    dated = find_date_line(line, signs)
    if dated is None and (found := full_date(line.text, signs)):
        dated = DateLine(*found, changed=bool(signs.update_words.search(line.text[: found[1][0]])))
    if dated is not None:
        anatomy.date_line = (line, dated)


def entry_head(anatomy: Anatomy, signs: Signs) -> None:
    """Note the time that heads an entry or update: it is no part of what is said."""
    block = anatomy.piece.block
    if block is None or block.head is None or not anatomy.piece.lines or anatomy.piece.lines[0].index != block.head:
        return
    line = anatomy.piece.lines[0]
    found, dated = find_head(line, signs), find_date_line(line, signs)
    if dated is not None:
        anatomy.date_line = (line, dated)
        anatomy.parts.append((line.span, PartKind.DATELINE))
    elif found is not None and (words := line.text[: found.end].rstrip()):
        anatomy.parts.append((Span(line.span.start, line.span.start + len(words)), PartKind.DATELINE))


def credits_head(line: Line, anatomy: Anatomy, signs: Signs) -> bool:
    """Take a by-line or date line; both only stand near a piece's head."""
    dated = find_date_line(line, signs)
    if dated is not None:
        if anatomy.date_line is None:
            anatomy.date_line = (line, dated)
    elif (head := read_head_line(line, signs)) is not None and (head.certain or is_byline(line, signs)):
        take_head_line(line, head, anatomy, signs)
    elif is_byline(line, signs):
        take_byline(line, anatomy, signs)
    else:
        return False
    anatomy.parts.append((line.span, PartKind.BYLINE))
    return True


def take_head_line(line: Line, head: HeadLine, anatomy: Anatomy, signs: Signs) -> None:
    """Note the persons, media and day of a line of credits."""
    anatomy.byline += [_at(line, place) for place in head.persons]
    anatomy.media += [(line.text[a:b], _at(line, (a, b))) for a, b in head.media]
    if head.days and anatomy.date_line is None:
        day = published_day(line.text, head.days, signs)
        anatomy.date_line = (line, DateLine(*(day or head.days[0]), changed=day is None))


def take_byline(line: Line, anatomy: Anatomy, signs: Signs) -> None:
    """Note the persons and the media that a by-line names."""
    for place in find_byline(line, signs):
        name = line.text[place[0] : place[1]]
        if is_agency(name, signs) or is_medium(name, signs):
            anatomy.media.append((name, _at(line, place)))
        else:
            anatomy.byline.append(_at(line, place))


def _at(line: Line, place: tuple[int, int]) -> Span:
    return Span(line.span.start + place[0], line.span.start + place[1])
