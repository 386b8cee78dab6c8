"""Cutting and cleaning spans: no white space or loose punctuation at the ends, quotation marks kept in pairs."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.text import Span

__all__ = ["clean", "join", "minus", "trimmed"]

_LOOSE_LEFT = " \t\n\r\u00a0,;:.)]}—–-"
_LOOSE_RIGHT = " \t\n\r\u00a0,;:([{—–-"


def trimmed(view: str, start: int, end: int, *, left: str = _LOOSE_LEFT, right: str = _LOOSE_RIGHT) -> Span | None:
    """Return the span without loose characters at its ends, None when nothing is left."""
    while start < end and (view[start] in left or view[start].isspace()):
        start += 1
    while end > start and (view[end - 1] in right or view[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def clean(view: str, start: int, end: int) -> Span | None:
    """Trim a content: the sentence's own stop goes, a stop inside closing quotation marks stays."""
    span = trimmed(view, start, end)
    while span is not None and view[span.end - 1] == ".":
        if _abbreviated(view, span):
            break
        span = trimmed(view, span.start, span.end - 1)
    return span


def _abbreviated(view: str, span: Span) -> bool:
    """Tell whether the last full stop belongs to an initialism ("U.N.")."""
    return span.end - span.start > 3 and view[span.end - 3] == "." and view[span.end - 2].isalpha()


def join(spans: Iterable[Span], view: str) -> tuple[Span, ...]:
    """Sort spans and join those with only white space between them."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and (span.start <= found[-1].end or not view[found[-1].end : span.start].strip()):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def minus(span: Span, holes: Iterable[Span]) -> list[Span]:
    """Return what is left of a span when others are cut out of it."""
    left, at = [], span.start
    for hole in sorted(holes):
        if hole.start > at:
            left.append(Span(at, min(hole.start, span.end)))
        at = max(at, hole.end)
        if at >= span.end:
            break
    if at < span.end:
        left.append(Span(at, span.end))
    return [s for s in left if s.start < s.end]
