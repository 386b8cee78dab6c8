"""Who wrote a quoted letter and when, by the line that mail programs set above it: "On 3 May 2014, Ada Brenn wrote:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model.reports import Relation
from sayso.model.text import Span
from sayso.segment.layout.anatomy import Anatomy
from sayso.segment.layout.date_lines import DateLine
from sayso.segment.layout.dates import full_date, short_date
from sayso.segment.layout.lines import Line
from sayso.segment.layout.signs import Signs

__all__ = ["take_letter_head"]

_LONGEST = 200  # characters of such a line
_ADDRESS = re.compile(r"\S*@\S+")
_PERSON = re.compile(r"[^\W\d_a-zæøå][\w'’-]+(?:\s(?:[a-z]{2,3}\s)?[^\W\d_a-zæøå][\w.'’-]*)+")


def take_letter_head(anatomy: Anatomy, lines: Sequence[Line], signs: Signs) -> None:
    """Note the writer and the day that the line right above a quoted text gives, where the text names none itself."""
    block = anatomy.piece.block
    if block is None or anatomy.piece.relation is not Relation.QUOTES or not block.lines.start:
        return
    line = lines[block.lines.start - 1]
    if len(line.text) > _LONGEST or not signs.letter_heads.search(line.text):
        return
    dated = full_date(line.text, signs) or short_date(line.text)
    if not anatomy.byline and (name := _writer(line.text, dated[1] if dated else None, signs)):
        anatomy.byline.append(Span(line.span.start + name.start(), line.span.start + name.end()))
    if dated and anatomy.date_line is None:
        anatomy.date_line = (line, DateLine(*dated, changed=False))


def _writer(text: str, day_at: tuple[int, int] | None, signs: Signs) -> re.Match[str] | None:
    """Return the last name in the line that is no part of its date."""
    start, end = day_at or (0, 0)
    bare = _ADDRESS.sub(lambda found: " " * len(found.group()), text[:start] + "|" * (end - start) + text[end:])
    names = (name for name in _PERSON.finditer(bare) if not _is_dated(name.group(), signs))
    return max(names, key=lambda name: name.start(), default=None)


def _is_dated(words: str, signs: Signs) -> bool:
    """Tell words of a date from a name."""
    return any(word.casefold().strip(".,") in signs.weekdays | signs.months.keys() for word in words.split())
