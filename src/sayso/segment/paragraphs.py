"""Paragraphs: lines of text, or several lines where one was only broken; white space at their ends is left out.

A line end is a mere break when the next line goes on in lower case and nothing ended the line before, or when the whole
text is wrapped at a column (its lines in a block are all of nearly one width).
"""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.model.text import Span

__all__ = ["find_paragraphs"]

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_ENDS = frozenset(".!?:;…”\"’'|>→")
_WRAP_WIDTHS = range(45, 101)
_WRAP_SHARE = 0.8


def find_paragraphs(view: str) -> tuple[Span, ...]:
    """Find the paragraphs of a text, in order."""
    lines = [Span(match.start(), match.end()) for match in _LINE.finditer(view)]
    width = _wrap_width(view, lines)
    found: list[Span] = []
    last: Span | None = None
    for line in lines:
        if last is not None and _continues(view, last, line, width):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
        last = line
    return tuple(found)


def _adjacent(view: str, before: Span, after: Span) -> bool:
    return view.count("\n", before.end, after.start) == 1


def _continues(view: str, before: Span, after: Span, width: int | None) -> bool:
    """Tell whether `after` only carries on the line before it."""
    if not _adjacent(view, before, after):
        return False
    if width is not None and len(before) > width - 15 and view[after.start] not in "-*•–—":
        return True
    word = view[after.start : after.end].split(maxsplit=1)[0]
    goes_on = word.islower() and word.rstrip(",").isalpha() and len(word) < len(after)
    return goes_on and view[before.end - 1] not in _ENDS and len(before) >= 20


def _wrap_width(view: str, lines: list[Span]) -> int | None:
    """Return the column a hard-wrapped text is wrapped at, None when it is not: most inner lines come close to it."""
    inner = [len(a) for a, b in pairwise(lines) if _adjacent(view, a, b)]
    widest = max(map(len, lines), default=0)
    if len(inner) < 6 or widest not in _WRAP_WIDTHS:
        return None
    full = sum(size > widest - 15 for size in inner)
    return widest if full >= _WRAP_SHARE * len(inner) else None
