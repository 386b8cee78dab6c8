"""Times as said: a TIMEX3 value, its EDTF form, granularity and modifier; and what they come to against a known day.

What is said and what is assumed stay apart: a `When` as parsed holds only what the words say ("Tuesday" is `XXXX-WXX-2`);
`anchored` gives the reading that a reference day adds, `interval` the inclusive local days a reading allows.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from sayso.values.comparison import Comparison
from sayso.values.stepping import nearest, season_days, stepped

__all__ = ["Granularity", "When", "anchored", "compare_times", "edtf_of", "interval", "resolve"]


class Granularity(StrEnum):
    """The unit a time is told in."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class When:
    """The reading of a time expression: `timex` (TIMEX3 value, "" when none), `edtf`, granularity and modifier.

    `relative` says how the words count from another day: a unit and a step ("day-1", "week+0", "weekday-1"), after
    "then:" when they count from the time told before ("the next day") and not from the day of speaking.
    """

    timex: str
    edtf: str
    granularity: Granularity
    modifier: str | None = None
    relative: str | None = None


_EDTF_SEASONS = {
    "SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41",
}  # fmt: skip
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$")

_PART_OF_YEAR = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])$")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The days of each month in the longest year."""

Days = tuple[date, date]


def interval(when: When) -> Days | None:
    """Return the first and last local day a resolved reading allows; None while it is open or a duration."""
    days = _interval(when.timex)
    return _narrowed(days, when.modifier) if days else None


def _interval(timex: str) -> Days | None:
    try:
        if match := _DAY.match(timex):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return day, day
        if match := _MONTH.match(timex):
            year, month = int(match[1]), int(match[2])
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        if match := _WEEK.match(timex):
            first, last = {None: (1, 7), "WE": (6, 7)}.get(match[3]) or (int(match[3]), int(match[3]))
            year, week = int(match[1]), int(match[2])
            return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)
        if match := _SEASON.match(timex):
            return season_days(int(match[1]), match[2])
        if re.match(r"\d{2,4}$", timex):
            low, high = timex.ljust(4, "0"), timex.ljust(4, "9")
            return date(int(low), 1, 1), date(int(high), 12, 31)
    except ValueError:
        return None
    return None


def _narrowed(days: Days, modifier: str | None) -> Days:
    """Take the first or last half, or the middle with a quarter left off at both ends; single days stay."""
    first, last = days
    length = (last - first).days
    if length < 2 or modifier not in ("START", "MID", "END"):
        return days
    if modifier == "MID":
        return first + timedelta(days=length // 4), last - timedelta(days=length // 4)
    half = first + timedelta(days=length // 2)
    return (first, half) if modifier == "START" else (half, last)


def edtf_of(timex: str, modifier: str | None = None) -> str:
    """Return the Extended Date/Time Format (level 2) of a TIMEX3 value; "" where it has none or names no day there is.

    Durations, sets and references have none; halves and weeks are written as intervals of days.
    """
    if match := re.match(r"BC(\d{4})", timex):
        year = int(match[1]) - 1
        return f"-{year:04d}" if year > 0 else "0000" if year == 0 else ""
    if modifier in ("START", "MID", "END") or "-W" in timex:
        days = _interval(timex)
        if days:
            first, last = _narrowed(days, modifier)
            return f"{first}/{last}" if first != last else str(first)
    if match := _PART_OF_YEAR.match(timex):
        return f"{match[1]}-{_EDTF_SEASONS[match[2]]}"
    day = timex.split("T", 1)[0]
    if re.match(r"\d{2,3}$", day):
        day = day.ljust(4, "X")
    if not re.match(r"[\dX]{4}(-[\dX]{2}){0,2}$", day):
        return "XXXX-XX-XX" if timex.startswith("XXXX-W") else ""
    if not _is_possible(day):
        return ""
    return day + "~" if modifier == "APPROX" else day


def _is_possible(day: str) -> bool:
    """Tell whether a day, month or year can be one, whatever stands for its open digits."""
    year, month, date_of = (*day.split("-"), "", "")[:3]
    if month.isdigit() and not 1 <= int(month) <= len(_LONGEST):
        return False
    if not date_of.isdigit():
        return True
    last = _LONGEST[int(month) - 1] if month.isdigit() else max(_LONGEST)
    if month.isdigit() and year.isdigit() and int(year):
        last = monthrange(int(year), int(month))[1]
    return 1 <= int(date_of) <= last


def anchored(when: When, day: date, *, forward: bool = False) -> When:
    """Return the reading against a reference day: the most recent fitting time on or before it, or ahead of it."""
    timex = stepped(when.relative, when.timex, day) if when.relative else nearest(when.timex, day, forward=forward)
    if timex is None:
        return when
    return replace(when, timex=timex, edtf=edtf_of(timex, when.modifier), relative=None)


def resolve(when: When, published_earliest: date, published_latest: date) -> Days | None:
    """Return the days a time allows when all that is known is that its report was published between two days."""
    if when.relative and when.relative.startswith("then:"):
        return interval(when)
    first, last = interval(anchored(when, published_earliest)), interval(anchored(when, published_latest))
    return (first[0], last[1]) if first and last else None


def compare_times(a: When, b: When) -> Comparison:
    """Tell how two resolved times stand to each other by the days they allow; open ones are not comparable."""
    left, right = interval(a), interval(b)
    if left is None or right is None:
        return Comparison.NOT_COMPARABLE
    if left == right:
        return Comparison.EQUAL
    if left[1] < right[0] or right[1] < left[0]:
        return Comparison.CONFLICTS
    return Comparison.REFINES if right[0] <= left[0] and left[1] <= right[1] else Comparison.COMPATIBLE
