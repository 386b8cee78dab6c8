"""Lines that say when a piece was published and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.segment.layout.dates import TIME, Day, full_dates, month_date, short_date, without_partial
from sayso.segment.layout.lines import Line
from sayso.segment.layout.names import capitalised
from sayso.segment.layout.signs import Signs

__all__ = ["DateLine", "find_date_line", "published_day"]

_TRIM = re.compile(r"[\W_]+")
_CLOCK = re.compile(TIME)
_ZONE = re.compile(r"(?<=\d)\s*\(?[A-Z]{2,4}\b\)?")  # the time of some place, behind its hour
_LONGEST, _WORDS = 140, 16  # characters and words of such a line


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when (and perhaps by which agency) a piece was published, and nothing else.

    `last` is the last day where only a month is said. `changed`: it only says when the page was changed.
    """

    day: date | None
    day_at: tuple[int, int] | None
    changed: bool
    agency: str = ""
    agency_at: tuple[int, int] | None = None
    outlet: str = ""
    outlet_at: tuple[int, int] | None = None
    last: date | None = None


def published_day(text: str, days: Sequence[Day], signs: Signs) -> Day | None:
    """Return the first of several days that no word of a change stands before; the words since the day before it count."""
    before = 0
    for day, (start, end) in days:
        if not signs.update_words.search(text[before:start]):
            return day, (start, end)
        before = end
    return None


def find_date_line(line: Line, signs: Signs) -> DateLine | None:
    """Read a line that holds a date or a time, perhaps an agency, and no other matter."""
    text = line.text
    if len(line.words) > _WORDS or len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return None
    days = full_dates(text, signs)
    short = None if days else short_date(text)
    days = [short] if short else days
    rest = _without(text, [at for _, at in days])
    if not days and (month := month_date(text, signs)) and not _left(_without(text, [month[2]]), signs):
        changed = bool(signs.update_words.search(text))
        return DateLine(month[0], month[2], changed, last=month[1])
    bare = without_partial(rest, signs) if not days else None
    if not days and bare is None and not _CLOCK.search(rest):
        return None
    return _date_line(line, days, rest if bare is None else bare, signs)


def _date_line(line: Line, days: Sequence[Day], rest: str, signs: Signs) -> DateLine | None:
    """Judge a line by what is left of it when its dates are taken out."""
    agency = signs.agency_name.search(rest)
    if agency:
        rest = rest.replace(agency.group(), " ", 1)
    left = _left(rest, signs)
    if left:
        return _release(line, days, left, signs) if days else None
    name = agency.group() if agency else ""
    place = line.text.find(name) if name else -1
    day = published_day(line.text, days, signs)
    changed = day is None and bool(signs.update_words.search(line.text))
    shown, at = day or (days[0] if days else (None, None))
    return DateLine(shown, at, changed, name, (place, place + len(name)) if name else None)


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(places):
        text = text[:start] + " " + text[end:]
    return text


def _left(rest: str, signs: Signs) -> list[str]:
    """Return the words that speak of something else than time and publication."""
    rest = signs.date_words.sub(" ", signs.opening_words.sub(" ", _CLOCK.sub(" ", _ZONE.sub(" ", rest))))
    return [w for w in _TRIM.split(rest.casefold()) if w and w not in signs.weekdays and not w.isdigit()]


def _release(line: Line, days: Sequence[Day], left: list[str], signs: Signs) -> DateLine | None:
    """Read the line of a release, "Karvia Bar Association statement, 3 May 2014": who issues it, what it is, and when."""
    what = signs.release_words.search(line.text)
    if what is None:
        return None
    issuer = re.match(r"[\W_]*(?P<name>(?:[^\W\d_][\w.&'’-]*\s+){1,6})$", line.text[: what.start()])
    named = issuer is not None and capitalised(issuer["name"])
    rest = signs.release_words.sub(" ", line.text[what.start() :].casefold())
    words = [w for w in _TRIM.split(signs.date_words.sub(" ", rest)) if w and w in left]
    if words or (what.start() > 3 and not named):
        return None
    name = issuer["name"].strip() if issuer is not None and named else ""
    at = line.text.find(name) if name else -1
    day, place = days[0]
    return DateLine(day, place, changed=False, outlet=name, outlet_at=(at, at + len(name)) if name else None)
