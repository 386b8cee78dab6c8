"""Dates as metadata writes them, brought to ISO 8601 where only one day can be meant; everything else stays as it is.

`6/7/2011` may be June or July: which, only the other dates of the same column can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["DayFirst", "day_first", "iso_date"]

DayFirst = bool | None
"""Whether the day stands before the month in dates with slashes; None when nothing tells."""

ISO = re.compile(r"\d{4}(?:-\d\d){0,2}(?:$|[T ].*)")
YEAR_FIRST = re.compile(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})(?:$|[T /].*)")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:$|[T ,].*)")
EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.0)?")
NAMED = re.compile(
    r"(?:[A-Za-z]{3,9}\.?,? )?(?:(\d{1,2})\.? ([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.? (\d{1,2})),? (\d{4})(?:$|[ ,T].*)"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = re.compile(
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
FIRST, LAST = datetime(1990, 1, 1, tzinfo=UTC).timestamp(), datetime(2100, 1, 1, tzinfo=UTC).timestamp()


def iso_date(words: str, first: DayFirst = None) -> str:
    """Return a date in ISO 8601, or the words as they are.

    >>> iso_date("6.7.2011"), iso_date("7/16/2011"), iso_date("7/6/2011"), iso_date("Mon, 04 Jul 2011 21:05:00 +0300")
    ('2011-07-06', '2011-07-16', '7/6/2011', '2011-07-04')
    """
    words = words.strip()
    if ISO.fullmatch(words) or len(words) > 60:
        return words
    found = _numbers(words, first) or _named(words)
    return found.isoformat() if found else _stamp(words) or words


def day_first(column: Iterable[str]) -> DayFirst:
    """Tell the order of day and month from a column: one number above twelve gives it away; two that differ take it back."""
    firsts = {
        int(m[1]) > 12
        for words in column
        if (m := NUMBERS.fullmatch(words.strip())) and (int(m[1]) > 12) != (int(m[3]) > 12)
    }
    return firsts.pop() if len(firsts) == 1 else None


def _numbers(words: str, first: DayFirst) -> date | None:
    if match := YEAR_FIRST.fullmatch(words) or COMPACT.fullmatch(words):
        year, *_, month, day = match.groups()
        return _day(year, month, day)
    match = NUMBERS.fullmatch(words)
    if not match:
        return None
    one, two = int(match[1]), int(match[3])
    before = True if match[2] == "." or one > 12 else False if two > 12 else True if one == two else first
    return None if before is None else _day(match[4], *((two, one) if before else (one, two)))


def _named(words: str) -> date | None:
    match = NAMED.fullmatch(words)
    name = (match[2] or match[3]).lower() if match else ""
    if not match or not MONTH.fullmatch(name):
        return None
    return _day(match[5], MONTHS.index(name[:3]) + 1, match[1] or match[4])


def _day(year: str, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _stamp(words: str) -> str | None:
    """Read a mail's date or a count of seconds (or thousandths) since 1970."""
    if EPOCH.fullmatch(words):
        seconds = int(words.partition(".")[0][:10])
        return datetime.fromtimestamp(seconds, UTC).isoformat() if FIRST <= seconds <= LAST else None
    try:
        return parsedate_to_datetime(words).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
