"""Full dates in lines: a day with month and year, in any of the shapes that leave no doubt which day is meant."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from sayso.segment.layout.signs import Signs

__all__ = ["TIME", "Day", "full_date", "full_dates", "month_date", "short_date", "without_partial"]

TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?"
Day = tuple[date, tuple[int, int]]
"""A day and the place of its words in the text."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REACH = 300  # characters of a text that are looked at
_CENTURY = 70  # years written with two digits from here on are of the last century
_SHORT = re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{2})(?![\d.])")


def full_date(text: str, signs: Signs, *, end: int | None = None) -> Day | None:
    """Find the first day with month and year in `text[:end]`."""
    return next(iter(full_dates(text, signs, end=end)), None)


def full_dates(text: str, signs: Signs, *, end: int | None = None) -> list[Day]:
    """Find the days with month and year in `text[:end]`, in order; no two overlap."""
    text = text[: end if end is not None else _REACH]
    if not _YEAR.search(text):
        return []
    matches = (match for pattern in _patterns(signs.month_names) for match in pattern.finditer(text))
    found = [(day, match.span()) for match in matches if (day := _day(match, signs))]
    kept: list[Day] = []
    for day, at in sorted(found, key=lambda item: (item[1][0], -item[1][1], item[0])):
        if not kept or at[0] >= kept[-1][1][1]:
            kept.append((day, at))
    return kept


def _day(match: re.Match[str], signs: Signs) -> date | None:
    word, year = match["m"].casefold().rstrip("."), int(match["y"])
    month = int(word) if word.isdigit() else signs.months[word]
    if year < 100:
        year += 1900 if year >= _CENTURY else 2000
    try:
        return date(year, month, int(match["d"]))
    except ValueError:
        return None


def short_date(text: str) -> Day | None:
    """Read "12.06.11": with full stops the day comes first. Only for lines that hold nothing else: versions look alike."""
    for match in _SHORT.finditer(text):
        try:
            year = int(match["y"]) + (1900 if int(match["y"]) >= _CENTURY else 2000)
            return date(year, int(match["m"]), int(match["d"])), match.span()
        except ValueError:
            continue
    return None


def month_date(text: str, signs: Signs) -> tuple[date, date, tuple[int, int]] | None:
    """Read "June 2011": the first and last day of the month, and the place of the words."""
    match = re.search(rf"(?<!\w)(?P<m>{signs.month_names})\.?,?\s+(?P<y>(?:19|20)\d\d)(?!\d)", text, re.IGNORECASE)
    if match is None:
        return None
    first = date(int(match["y"]), signs.months[match["m"].casefold()], 1)
    last = date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)
    return first, last, match.span()


def without_partial(text: str, signs: Signs) -> str | None:
    """Return the text without the day and month that it names without a year, None when it names none."""
    months, day = signs.month_names, r"\d{1,2}(?:st|nd|rd|th|\.)?"
    match = re.search(rf"(?<!\w)(?:(?:{months})\.?\s{day}|{day}\s(?:of\s)?(?:{months})\.?)(?!\w)", text, re.IGNORECASE)
    return text[: match.start()] + " " + text[match.end() :] if match else None


@lru_cache(maxsize=8)
def _patterns(months: str) -> tuple[re.Pattern[str], ...]:
    month, day, year = rf"(?P<m>{months})\.?", r"(?P<d>\d{1,2})", r"(?P<y>(?:19|20)\d{2})"
    shapes = [
        rf"(?<!\w){month}\s+{day}(?:st|nd|rd|th)?,?\s+{year}(?!\d)",
        rf"(?<!\d){day}(?:st|nd|rd|th|\.)?[ -]?(?:of )?{month},?[ -]{year}(?!\d)",
        rf"(?<!\d){year}-(?P<m>\d{{2}})-(?P<d>\d{{2}})(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?(?:\.\d+)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?(?!\d)",
        rf"(?<!\d){year}/(?P<m>\d{{2}})/(?P<d>\d{{2}})(?![\d/])",
        rf"(?<!\d){day}\.\s?(?P<m>\d{{1,2}})\.\s?{year}(?!\d)",
        rf"(?<!\d)(?P<d>1[3-9]|2\d|3[01])[-/](?P<m>\d{{1,2}})[-/]{year}(?!\d)",  # which is the day is only
        rf"(?<!\d)(?P<m>\d{{1,2}})[-/](?P<d>1[3-9]|2\d|3[01])[-/]{year}(?!\d)",  # certain above twelve
        rf"(?<!\d){year}\s+[a-zæøå]+\s*,?\s*{day}\s+{month}(?!\w)",
    ]
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)
