"""Openings run together: texts whose date, headline and first words stand in one line, as feeds and scrapers leave them.

"Published May 3 2014 - Boats burn at quay - Two boats burned …", "Boats burn at quay AFP Sunday 4 May 2014 Two boats …".
Only what cannot be running prose counts: a date that ends nothing and begins nothing, with a capital right behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.segment.layout.dates import TIME, full_date
from sayso.segment.layout.lines import Line
from sayso.segment.layout.signs import Signs

__all__ = ["Opening", "find_opening", "opens_with_date"]

_REACH = 220  # characters from the start in which the date stands
_LONGEST = 30  # words of a headline
_SEPARATOR = re.compile(r"\s+[-–—|]\s+|\s*[:|]\s+|\s+")
_HARD = re.compile(r"\s+[-–—|]\s+")
_CLOCK = re.compile(rf"[ ,]*(?:{TIME})(?:\s*[ap]\.?m\.?)?(?:\s[A-Z]{{2,4}}\b)?", re.IGNORECASE)
_STOP = re.compile(r"[.!?…][”\"’')]*\s")


@dataclass(frozen=True, slots=True)
class Opening:
    """What such a line begins with. `outer` is the stretch that is no part of the text; all offsets count in the line."""

    day: date
    day_at: tuple[int, int]
    outer: tuple[int, int]
    headline: tuple[int, int] | None
    agency: str = ""
    agency_at: tuple[int, int] | None = None


def opens_with_date(line: Line, signs: Signs) -> bool:
    """Tell whether a line begins with a full date (of several such lines each is an entry, and none a publication)."""
    found = full_date(line.text, signs, end=60)
    return found is not None and not _others(line.text[: found[1][0]], signs)


def find_opening(line: Line, signs: Signs, title: str | None = None) -> Opening | None:
    """Read the date, agency and headline that a text's first line begins with; `title` is the one the page claims."""
    found = full_date(line.text, signs, end=_REACH)
    if found is None:
        return None
    day, (start, end) = found
    before = line.text[:start]
    if signs.update_words.search(before) or line.text[end : end + 1] in (",", ".", ";", ")"):
        return None
    clock = _CLOCK.match(line.text, end)
    stop = clock.end() if clock else end
    if not _others(before, signs):
        return _dated_first(line.text, day, (start, end), stop, title, signs)
    return _dated_after_headline(line.text, day, (start, end), stop, signs)


def _others(before: str, signs: Signs) -> list[str]:
    """Return the words before a date that are neither words of publication nor a weekday."""
    rest = signs.date_words.sub(" ", signs.opening_words.sub(" ", before))
    return [word for word in re.findall(r"[^\W_]+", rest.casefold()) if word not in signs.weekdays]


def _dated_first(
    text: str, day: date, day_at: tuple[int, int], stop: int, title: str | None, signs: Signs
) -> Opening | None:
    """Read "Published DATE - HEADLINE - text" and "DATE HEADLINE. Text": a capital or figure must follow the date."""
    published = bool(signs.opening_words.search(text[: day_at[0]]))
    bare = all(word in signs.weekdays for word in re.findall(r"[^\W_]+", text[: day_at[0]].casefold()))
    gap = _SEPARATOR.match(text, stop)
    if gap is None or not (published or bare):
        return None
    label = signs.opening_labels.match(text, gap.end())
    begin = label.end() if label else gap.end()
    follows = text[begin : begin + 1]
    if not published and not (follows.isupper() or follows.isdigit() or follows in "“\"‘'"):
        return None
    if begin + 20 > len(text):
        return None
    return Opening(day, day_at, (0, begin), _headline(text, begin, bool(_HARD.fullmatch(gap.group())), title))


def _headline(text: str, begin: int, hard: bool, title: str | None) -> tuple[int, int] | None:
    """Find the headline behind the date: the title that the page claims, or what stands between two dashes."""
    words = " ".join((title or "").split())
    if words and text[begin : begin + len(words)].casefold() == words.casefold():
        return begin, begin + len(words)
    dash = _HARD.search(text, begin, begin + _REACH) if hard else None
    if dash is None or len(text[begin : dash.start()].split()) > _LONGEST or _STOP.search(text, begin, dash.start()):
        return None
    return begin, dash.start()


def _dated_after_headline(text: str, day: date, day_at: tuple[int, int], stop: int, signs: Signs) -> Opening | None:
    """Read "HEADLINE AGENCY WEEKDAY DATE Text" and "HEADLINE Posted: DATE": the words before the date must be a seam."""
    before = text[: day_at[0]].rstrip(" ,")
    weekday = signs.weekday_tail.search(before)
    seam = before[: weekday.start()] if weekday else before
    named = [match for match in signs.agency_name.finditer(seam) if match.end() == len(seam)]
    posted = signs.opening_seams.search(seam)
    follows = text[stop:].lstrip(" -–—|")[:1]
    if not (named and weekday and (follows.isupper() or follows.isdigit())) and not posted:
        return None
    cut = named[-1].start() if named else posted.start() if posted else 0
    headline = text[:cut].rstrip(" -–—|")
    if not 3 <= len(headline.split()) <= _LONGEST or _STOP.search(headline):
        return None
    begin = stop + len(text[stop:]) - len(text[stop:].lstrip(" -–—|"))
    agency = named[-1].group() if named else ""
    return Opening(day, day_at, (cut, begin), (0, len(headline)), agency, named[-1].span() if named else None)
