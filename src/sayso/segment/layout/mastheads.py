"""The masthead: a line at the very top of a page that is the name of who publishes it, above headline or date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.segment.layout.date_lines import find_date_line
from sayso.segment.layout.furniture import Verdict
from sayso.segment.layout.heads import Credit, find_byline
from sayso.segment.layout.lines import Line
from sayso.segment.layout.names import capitalised, is_medium
from sayso.segment.layout.signs import Signs

__all__ = ["find_masthead"]

_LONGEST = 6  # words of a masthead
_HEADLINE = 20  # words that a headline with a full stop has at most


def find_masthead(lines: Sequence[Line], found: Mapping[int, Verdict], signs: Signs) -> tuple[Line, Credit] | None:
    """Find the masthead of a page; what could as well be a headline or the name of a section is none."""
    content = [line for line in lines if line.index not in found]
    if len(content) < 3 or not _is_name(content[0], signs) or not _headed(content[1:5], signs):
        return None
    line = content[0]
    name = line.text.strip(" *#_|")
    known = name.split()[-1].casefold() in signs.masthead_words or (name.startswith("The ") and is_medium(name, signs))
    if not known and not _recurs(name, line, lines, found):
        return None
    start = line.text.index(name)
    return line, Credit(name, start, start + len(name))


def _is_name(line: Line, signs: Signs) -> bool:
    """Tell whether a label could be a name: few words, all with capitals, neither section nor by-line."""
    name = line.text.strip(" *#_|")
    labels = signs.menu_words | signs.related_heads | signs.topic_labels
    if line.prose or not 1 < len(name.split()) <= _LONGEST or not capitalised(name) or not name[-1].isalnum():
        return False
    return not all(word.casefold() in labels for word in name.split()) and not find_byline(line, signs)


def _headed(below: Sequence[Line], signs: Signs) -> bool:
    """Tell whether headline, by-line or date stands right under a line, so that it is none of these itself."""
    under = below[0]
    if find_date_line(under, signs) or find_byline(under, signs):
        return any(not line.prose and len(line.words) >= 3 for line in below[1:]) or bool(find_date_line(under, signs))
    short = len(under.words) <= _HEADLINE and len(under.words) >= 3
    return (short and under.title < 1) or (not under.prose and len(under.words) >= 3)


def _recurs(name: str, masthead: Line, lines: Sequence[Line], found: Mapping[int, Verdict]) -> bool:
    """Tell whether a name stands again in a notice or other furniture of the page."""
    return any(name.casefold() in line.text.casefold() for line in _furniture(lines, found) if line is not masthead)


def _furniture(lines: Sequence[Line], found: Mapping[int, Verdict]) -> Iterator[Line]:
    return (line for line in lines if line.index in found)
