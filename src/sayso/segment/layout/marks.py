"""What a page's own markup says of its lines: claims of the page, taken where they cover most of a line.

Plain text has no marks; there shape and words decide alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.model.reports import BoilerplateKind, PartKind
from sayso.model.text import Mark, MarkKind, Span
from sayso.segment.layout.furniture import Verdict
from sayso.segment.layout.lines import Line

__all__ = ["PARTS", "blocks_marked", "marked", "set_apart"]

PARTS: Mapping[MarkKind, PartKind] = {
    MarkKind.HEADLINE: PartKind.HEADLINE,
    MarkKind.SUBHEADING: PartKind.HEADLINE,
    MarkKind.STANDFIRST: PartKind.STANDFIRST,
    MarkKind.BYLINE: PartKind.BYLINE,
    MarkKind.DATE: PartKind.BYLINE,
    MarkKind.DATELINE: PartKind.DATELINE,
    MarkKind.CAPTION: PartKind.CAPTION,
    MarkKind.PULL_QUOTE: PartKind.PULL_QUOTE,
}
"""What a marked line is in its report."""

_FURNITURE = {
    MarkKind.COMMENT: Verdict(BoilerplateKind.COMMENT, "a comment by the page's markup"),
    MarkKind.RELATED: Verdict(BoilerplateKind.RELATED, "related matter by the page's markup"),
}
_BLOCKS = (MarkKind.ENTRY, MarkKind.BLOCK_QUOTE)
_NO_PROSE = frozenset(PARTS) - {MarkKind.STANDFIRST, MarkKind.CAPTION} | {MarkKind.QUOTED_FROM}


def marked(lines: Sequence[Line], marks: Sequence[Mark]) -> tuple[Line, ...]:
    """Give each line the kind that the markup says most of it is; headings, by-lines and pull-quotes are no running text."""
    if not marks:
        return tuple(lines)
    kinds = _over(lines, [mark for mark in marks if mark.kind not in (*_FURNITURE, *_BLOCKS)])
    return tuple(
        replace(line, mark=kinds[line.index], prose=line.prose and kinds[line.index] not in _NO_PROSE)
        if line.index in kinds
        else line
        for line in lines
    )


def set_apart(lines: Sequence[Line], marks: Sequence[Mark]) -> dict[int, Verdict]:
    """Return the lines that the markup says are comments or lead elsewhere."""
    kinds = _over(lines, [mark for mark in marks if mark.kind in _FURNITURE])
    return {index: _FURNITURE[kind] for index, kind in kinds.items()}


def blocks_marked(lines: Sequence[Line], marks: Sequence[Mark]) -> list[tuple[MarkKind, tuple[int, ...]]]:
    """Return the entries and block quotations of the markup with their lines, in order, outer ones before inner ones."""
    found = []
    ordered = sorted((m for m in marks if m.kind in _BLOCKS), key=lambda m: (m.span.start, -m.span.end, m.kind))
    starts = [line.span.start for line in lines]
    for mark in ordered:
        first = max(0, bisect_right(starts, mark.span.start) - 1)
        held = tuple(line.index for line in _from(lines, first, mark.span.end) if _covers_most(mark.span, line.span))
        if held:
            found.append((mark.kind, held))
    return found


def _from(lines: Sequence[Line], first: int, end: int) -> Iterator[Line]:
    for index in range(first, len(lines)):
        if lines[index].span.start >= end:
            return
        yield lines[index]


def _covers_most(outer: Span, inner: Span) -> bool:
    return 2 * (min(outer.end, inner.end) - max(outer.start, inner.start)) >= len(inner)


def _over(lines: Sequence[Line], marks: Sequence[Mark]) -> dict[int, MarkKind]:
    """Return the kind of the shortest mark over most of each line."""
    kinds: dict[int, tuple[int, MarkKind]] = {}
    starts = [line.span.start for line in lines]
    for mark in sorted(marks, key=lambda m: (m.span, m.kind)):
        first = max(0, bisect_right(starts, mark.span.start) - 1)
        for line in _from(lines, first, mark.span.end):
            if _covers_most(mark.span, line.span):
                best = kinds.get(line.index)
                if best is None or len(mark.span) < best[0]:
                    kinds[line.index] = (len(mark.span), mark.kind)
    return {index: kind for index, (_, kind) in kinds.items()}
