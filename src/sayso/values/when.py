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


_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_EDTF_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_RELATIVE = re.compile(r"(then:)?([a-z]+)([+-]\d+)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_OPEN_DAY = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?(T.*)?$")
_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(T.*)?$")
_OPEN_SEASON = re.compile(r"XXXX-(SP|SU|FA|WI)$")
_OPEN_TIME = re.compile(r"XXXX-XX-XX(T.*)$")

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
            return _season(int(match[1]), match[2])
        if re.match(r"\d{2,4}$", timex):
            low, high = timex.ljust(4, "0"), timex.ljust(4, "9")
            return date(int(low), 1, 1), date(int(high), 12, 31)
    except ValueError:
        return None
    return None


def _season(year: int, season: str) -> Days:
    """Northern seasons in whole months; a winter belongs to the year it begins in."""
    first = _SEASONS[season]
    last_year, last = (year + 1, 2) if season == "WI" else (year, first + 2)
    return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])


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
    """Return the Extended Date/Time Format of a TIMEX3 value, "" where it has none (durations, sets, references)."""
    if match := re.match(r"BC(\d{4})", timex):
        return f"{-(int(match[1]) - 1):05d}"
    if modifier in ("START", "MID", "END") or "-W" in timex:
        days = _interval(timex)
        if days:
            first, last = _narrowed(days, modifier)
            return f"{first}/{last}" if first != last else str(first)
    if match := _SEASON.match(timex):
        return f"{match[1]}-{_EDTF_SEASONS[match[2]]}"
    day = timex.split("T", 1)[0]
    if re.match(r"\d{2,3}$", day):
        day = day.ljust(4, "X")
    if not re.match(r"[\dX]{4}(-[\dX]{2}){0,2}$", day):
        return "XXXX-XX-XX" if timex.startswith("XXXX-W") else ""
    return day + "~" if modifier == "APPROX" else day


def anchored(when: When, day: date, *, forward: bool = False) -> When:
    """Return the reading against a reference day: the most recent fitting time on or before it, or ahead of it."""
    timex = _relative(when, day) if when.relative else _open(when.timex, day, forward)
    if timex is None:
        return when
    return replace(when, timex=timex, edtf=edtf_of(timex, when.modifier), relative=None)


def resolve(when: When, published_earliest: date, published_latest: date) -> Days | None:
    """Return the days a time allows when all that is known is that its report was published between two days."""
    if when.relative and when.relative.startswith("then:"):
        return interval(when)
    first, last = interval(anchored(when, published_earliest)), interval(anchored(when, published_latest))
    return (first[0], last[1]) if first and last else None


def _open(timex: str, day: date, forward: bool) -> str | None:
    if match := _OPEN_WEEKDAY.match(timex):
        distance = (int(match[1]) - day.isoweekday()) % 7 if forward else -((day.isoweekday() - int(match[1])) % 7)
        return _shifted(day, distance) + (match[2] or "")
    if match := _OPEN_DAY.match(timex):
        return _nearest_year(match[1], match[2], match[3], day, forward)
    if match := _OPEN_SEASON.match(timex):
        year = next(y for y in range(day.year, day.year - 2, -1) if _season(y, match[1])[0] <= day or forward)
        return f"{year}-{match[1]}"
    if match := _OPEN_TIME.match(timex):
        return f"{day}{match[1]}"
    return None


def _shifted(day: date, days: int) -> str:
    try:
        return str(day + timedelta(days=days))
    except OverflowError:
        return str(day)


def _nearest_year(month: str, day_of: str | None, part: str | None, day: date, forward: bool) -> str:
    told = (int(month), int(day_of or (1 if not forward else 31)))
    year = day.year
    if forward:
        year += told < (day.month, day.day)
    else:
        year -= told > (day.month, day.day)
    return f"{year:04d}-{month}" + (f"-{day_of}" if day_of else "") + (part or "")


def _relative(when: When, day: date) -> str | None:
    match = _RELATIVE.match(when.relative or "")
    if not match:
        return None
    unit, step = match[2], int(match[3])
    part = when.timex[when.timex.index("T") :] if "T" in when.timex and not when.timex.startswith("P") else ""
    try:
        return _stepped(unit, step, day, part, when.timex)
    except (OverflowError, ValueError):
        return None


def _stepped(unit: str, step: int, day: date, part: str, timex: str) -> str | None:
    match unit:
        case "day":
            return str(day + timedelta(days=step)) + part
        case "weekday":
            target = int(timex[9])
            ahead = (target - day.isoweekday()) % 7 or 7
            behind = (day.isoweekday() - target) % 7 or 7
            return str(day + timedelta(days=ahead if step > 0 else -behind)) + part
        case "week" | "weekend" | "weekdayof":
            week = day + timedelta(weeks=step)
            if unit == "weekend" and step == 0 and day.isoweekday() < 6:
                week -= timedelta(weeks=1)
            year, number, _ = week.isocalendar()
            if unit == "weekdayof":
                return str(date.fromisocalendar(year, number, int(timex[9]))) + part
            return f"{year:04d}-W{number:02d}" + ("-WE" if unit == "weekend" else "")
        case "month":
            months = day.year * 12 + day.month - 1 + step
            return f"{months // 12:04d}-{months % 12 + 1:02d}"
        case "year":
            return f"{day.year + step:04d}"
        case "monthof" | "seasonof":
            return f"{day.year + step:04d}-{timex[5:7]}"
        case "lastmonth" | "lastseason":
            return _named(timex[5:7], step, day)
        case "decade":
            return f"{day.year // 10 + step:03d}"
        case "century":
            return f"{day.year // 100 + step:02d}"
    return None


def _named(name: str, step: int, day: date) -> str:
    """Resolve "last June" and "next summer": the nearest one behind or ahead that is not now."""
    start = int(name) if name.isdigit() else _SEASONS[name]
    year = day.year
    if step < 0 and start >= day.month:
        year -= 1
    if step > 0 and start <= day.month:
        year += 1
    return f"{year:04d}-{name}"


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
