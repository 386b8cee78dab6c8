"""Counting from a day: what "last week", "next Friday" or a bare "Tuesday" come to, as TIMEX3 values.

Steps are written as a unit and a number ("week-1"), after "then:" where they count from a time told before.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

__all__ = ["nearest", "season_days", "stepped"]

_SEASONS = {
    "SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7,
}  # fmt: skip
"""The first month of each part of a year: northern seasons, quarters, halves."""
_STEP = re.compile(r"(?:then:)?([a-z]+)([+-]\d+)$")
_OPEN_DAY = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?(T.*)?$")
_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(T.*)?$")
_OPEN_SEASON = re.compile(r"XXXX-(SP|SU|FA|WI|Q[1-4]|H[12])$")
_OPEN_TIME = re.compile(r"XXXX-XX-XX(T.*)$")
_WEEKDAY_AT = 9
"""Where the weekday's number stands in `XXXX-WXX-2`."""


def season_days(year: int, season: str) -> tuple[date, date]:
    """Return a northern season, quarter or half in whole months; a winter belongs to the year it begins in."""
    first = _SEASONS[season]
    last_year, last = (year + 1, 2) if season == "WI" else (year, first + (5 if season[0] == "H" else 2))
    return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])


def nearest(timex: str, day: date, *, forward: bool) -> str | None:
    """Return an open value with its year or day filled in: the most recent on or before `day`, or the next from it on."""
    if match := _OPEN_WEEKDAY.match(timex):
        target = int(match[1])
        distance = (target - day.isoweekday()) % 7 if forward else -((day.isoweekday() - target) % 7)
        return _shifted(day, distance) + (match[2] or "")
    if match := _OPEN_DAY.match(timex):
        return _with_year(match[1], match[2], match[3], day, forward=forward)
    if match := _OPEN_SEASON.match(timex):
        begun = _SEASONS[match[1]] <= day.month
        return f"{day.year if begun or forward else day.year - 1:04d}-{match[1]}"
    match = _OPEN_TIME.match(timex)
    return f"{day}{match[1]}" if match else None


def _shifted(day: date, days: int) -> str:
    try:
        return str(day + timedelta(days=days))
    except OverflowError:
        return str(day)


def _with_year(month: str, day_of: str | None, part: str | None, day: date, *, forward: bool) -> str:
    told = (int(month), int(day_of or (31 if forward else 1)))
    year = day.year
    if forward:
        year += told < (day.month, day.day)
    else:
        year -= told > (day.month, day.day)
    return f"{year:04d}-{month}" + (f"-{day_of}" if day_of else "") + (part or "")


def stepped(relative: str, timex: str, day: date) -> str | None:
    """Return the value that a step from `day` leads to; `timex` tells the weekday, month, season or part of day meant."""
    match = _STEP.match(relative)
    step = _STEPS.get(match[1]) if match else None
    if match is None or step is None:
        return None
    part = timex[timex.index("T") :] if "T" in timex else ""
    try:
        return step(int(match[2]), day, timex, part)
    except (OverflowError, ValueError):
        return None


def _day(step: int, day: date, timex: str, part: str) -> str:
    del timex
    return str(day + timedelta(days=step)) + part


def _weekday(step: int, day: date, timex: str, part: str) -> str:
    target = int(timex[_WEEKDAY_AT])
    ahead, behind = (target - day.isoweekday()) % 7 or 7, (day.isoweekday() - target) % 7 or 7
    return str(day + timedelta(days=ahead if step > 0 else -behind)) + part


def _weekday_of(step: int, day: date, timex: str, part: str) -> str:
    year, week, _ = (day + timedelta(weeks=step)).isocalendar()
    return str(date.fromisocalendar(year, week, int(timex[_WEEKDAY_AT]))) + part


def _week(step: int, day: date, timex: str, part: str) -> str:
    del timex, part
    year, week, _ = (day + timedelta(weeks=step)).isocalendar()
    return f"{year:04d}-W{week:02d}"


def _weekend(step: int, day: date, timex: str, part: str) -> str:
    """The weekend is the one just past, until the next begins."""
    past = step == 0 and day.isoweekday() < 6
    return _week(step - past, day, timex, part) + "-WE"


def _month(step: int, day: date, timex: str, part: str) -> str:
    del timex, part
    months = day.year * 12 + day.month - 1 + step
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _year(step: int, day: date, timex: str, part: str) -> str:
    del timex, part
    return f"{day.year + step:04d}"


def _named(step: int, day: date, timex: str, part: str) -> str:
    """A month or season of this year, last year …"""
    del part
    return f"{day.year + step:04d}-{timex[5:7]}"


def _nearest_named(step: int, day: date, timex: str, part: str) -> str:
    """ "Last June", "next summer": the nearest behind or ahead that is not now."""
    del part
    name = timex[5:7]
    start = int(name) if name.isdigit() else _SEASONS[name]
    year = day.year - (step < 0 and start >= day.month) + (step > 0 and start <= day.month)
    return f"{year:04d}-{name}"


def _decade(step: int, day: date, timex: str, part: str) -> str:
    del timex, part
    return f"{day.year // 10 + step:03d}"


def _century(step: int, day: date, timex: str, part: str) -> str:
    del timex, part
    return f"{day.year // 100 + step:02d}"


_STEPS: dict[str, Callable[[int, date, str, str], str]] = {
    "day": _day, "weekday": _weekday, "weekdayof": _weekday_of, "week": _week, "weekend": _weekend, "month": _month,
    "year": _year, "monthof": _named, "seasonof": _named, "quarterof": _named, "halfof": _named,
    "lastmonth": _nearest_named, "lastseason": _nearest_named, "decade": _decade, "century": _century,
}  # fmt: skip
