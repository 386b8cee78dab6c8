"""Full dates in lines, and the lines that say when a piece was published and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.segment.layout.lines import Line
from sayso.segment.layout.names import capitalised
from sayso.segment.layout.signs import Signs

__all__ = ["TIME", "DateLine", "find_date_line", "full_date"]

TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?"
_TRIM = re.compile(r"[\W_]+")
_RELEASE_WORDS = 16  # words that the line of a release has at most


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when (and perhaps by which agency) a piece was published, and nothing else."""

    day: date | None
    day_at: tuple[int, int] | None
    changed: bool
    agency: str = ""
    agency_at: tuple[int, int] | None = None
    outlet: str = ""
    outlet_at: tuple[int, int] | None = None


def full_date(text: str, signs: Signs, *, end: int | None = None) -> tuple[date, tuple[int, int]] | None:
    """Find the first day with month and year in `text[:end]`, in any of the shapes that leave no doubt."""
    months = "|".join(sorted(map(re.escape, signs.months), key=len, reverse=True))
    return _first_date(text[: end if end is not None else 300], _date_patterns(months), signs)


def _first_date(text: str, patterns: tuple[re.Pattern[str], ...], signs: Signs) -> tuple[date, tuple[int, int]] | None:
    found = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            word = match["m"].casefold().rstrip(".")
            month = int(word) if word.isdigit() else signs.months[word]
            day = int(match["d"])
            if (
                1 <= month <= 12
                and 1 <= day <= 28 + (3, 0 if int(match["y"]) % 4 else 1, 3, 2, 3, 2, 3, 3, 2, 3, 2, 3)[month - 1]
            ):
                found.append((date(int(match["y"]), month, day), match.span()))
    return min(found, key=lambda item: item[1]) if found else None


_PATTERNS: dict[str, tuple[re.Pattern[str], ...]] = {}


def _date_patterns(months: str) -> tuple[re.Pattern[str], ...]:
    if months not in _PATTERNS:
        month, day, year = rf"(?P<m>{months})\.?", r"(?P<d>\d{1,2})", r"(?P<y>(?:19|20)\d{2})"
        shapes = [
            rf"(?<!\w){month}\s+{day}(?:st|nd|rd|th)?,?\s+{year}(?!\d)",
            rf"(?<!\d){day}(?:st|nd|rd|th|\.)?[ -]?{month},?[ -]{year}(?!\d)",
            rf"(?<!\d){year}-(?P<m>\d{{2}})-(?P<d>\d{{2}})(?!\d)",
            rf"(?<!\d){day}\.(?P<m>\d{{1,2}})\.{year}(?!\d)",
            rf"(?<!\d)(?P<d>1[3-9]|2\d|3[01])[-/](?P<m>\d{{1,2}})[-/]{year}(?!\d)",  # which is the day is only
            rf"(?<!\d)(?P<m>\d{{1,2}})[-/](?P<d>1[3-9]|2\d|3[01])[-/]{year}(?!\d)",  # certain above twelve
            rf"(?<!\d){year}\s+[a-zæøå]+\s*,?\s*{day}\s+{month}(?!\w)",
        ]
        _PATTERNS[months] = tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)
    return _PATTERNS[months]


def find_date_line(line: Line, signs: Signs) -> DateLine | None:
    """Read a line that holds a date or a time, perhaps an agency, and no other matter."""
    text = line.text
    if len(line.words) > 16 or len(text) > 140:
        return None
    found = full_date(text, signs)
    rest = text if found is None else text[: found[1][0]] + " " + text[found[1][1] :]
    timed = re.search(TIME, rest)
    if found is None and timed is None:
        return None
    agency = signs.agency_name.search(rest)
    if agency:
        rest = rest.replace(agency.group(), " ", 1)
    rest = signs.date_words.sub(" ", re.sub(TIME, " ", rest))
    left = [w for w in _TRIM.split(rest.casefold()) if w and w not in signs.weekdays and not w.isdigit()]
    if left:
        return _release(line, found, left, signs)
    name = agency.group() if agency else ""
    place = text.find(name) if name else -1
    changed = bool(signs.update_words.search(text))
    day, day_at = found or (None, None)
    return DateLine(day, day_at, changed, name, (place, place + len(name)) if name else None)


def _release(line: Line, found: tuple[date, tuple[int, int]] | None, left: list[str], signs: Signs) -> DateLine | None:
    """Read the line of a release, "Karvia Bar Association statement, 3 May 2014": who issues it, what it is, and when."""
    what = signs.release_words.search(line.text)
    if found is None or what is None or len(line.words) > _RELEASE_WORDS:
        return None
    issuer = re.match(r"[\W_]*(?P<name>(?:[^\W\d_][\w.&'’-]*\s+){1,6})$", line.text[: what.start()])
    named = issuer is not None and capitalised(issuer["name"])
    rest = signs.release_words.sub(" ", line.text[what.start() :].casefold())
    words = [w for w in _TRIM.split(signs.date_words.sub(" ", rest)) if w and w in left]
    if words or (what.start() > 3 and not named):
        return None
    name = issuer["name"].strip() if issuer is not None and named else ""
    at = line.text.find(name) if name else -1
    return DateLine(found[0], found[1], changed=False, outlet=name, outlet_at=(at, at + len(name)) if name else None)
