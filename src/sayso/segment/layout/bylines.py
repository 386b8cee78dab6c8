"""Lines at a piece's head that name who wrote it, for whom and when: "Ada Brenn in Nordvik | 7 May 2014", "Posted by Ada Brenn"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.segment.layout.dates import TIME, Day, full_dates, short_date
from sayso.segment.layout.lines import Line, name_like
from sayso.segment.layout.names import is_agency, is_medium
from sayso.segment.layout.signs import Signs

__all__ = ["HeadLine", "read_head_line"]

_PLACE = 5  # words of a place behind "in"; with more it is a sentence
_WORDS, _LONGEST = 24, 220  # words and characters of such a line
_SEGMENT = re.compile(r"[^|•·;,/\n–—]+?(?=\s+-\s|\s{2}|[|•·;,/\n–—]|$)")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_HANDLE = re.compile(r"\S*@\S+")
_CLOCK = re.compile(rf"{TIME}|[+-]\d{{4}}|\d{{1,2}}(?=\s?[ap]\.?m)")


@dataclass(slots=True)
class HeadLine:
    """What such a line says; places count in the line. `by`: a word of authorship stands before a name."""

    persons: list[tuple[int, int]] = field(default_factory=list)
    media: list[tuple[int, int]] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    by: bool = False
    office: bool = False
    placed: bool = False

    @property
    def certain(self) -> bool:
        """Whether the line cannot be anything else, as a name alone could."""
        return self.by or bool(self.persons and (self.days or self.media or self.office or self.placed))


def read_head_line(line: Line, signs: Signs) -> HeadLine | None:
    """Read a line of names, offices, media and dates; None when it holds anything else."""
    text = line.text
    if len(line.words) > _WORDS or len(text) > _LONGEST or not line.words:
        return None
    found = HeadLine()
    short = short_date(text)
    found.days = full_dates(text, signs) or ([short] if short else [])
    for start, end in _segments(_blanked(text, [at for _, at in found.days], signs)):
        if not _take(text, start, end, found, signs):
            return None
    return found if found.persons or found.media or found.office else None


def _blanked(text: str, places: list[tuple[int, int]], signs: Signs) -> str:
    """Put bars in the place of dates and times, so that offsets stay."""
    for start, end in [*places, *(match.span() for match in _CLOCK.finditer(text))]:
        text = text[:start] + "|" * (end - start) + text[end:]
    for match in signs.photo_seams.finditer(text):
        text = text[: match.start()] + "|" + text[match.start() + 1 :]
    return _HANDLE.sub(lambda match: "|" * len(match.group()), text)


def _segments(text: str) -> Iterator[tuple[int, int]]:
    for match in _SEGMENT.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip(" -([*_"))
        end = match.end() - (len(words) - len(words.rstrip(" -:.)]*_")))
        if start < end:
            yield start, end


def _take(text: str, start: int, end: int, found: HeadLine, signs: Signs) -> bool:
    """Take one stretch: a photographer's credit is none of it, words of publication and authorship go, then it must be a name, an office or a place."""
    if signs.photo_labels.match(text[start:end]):
        return True
    start, by = _behind_words(text, start, end, signs)
    found.by = found.by or by
    if start >= end:
        found.office = found.office or by
        return True
    return all(_take_name(text, at, stop, joint, found, signs) for at, stop, joint in _names(text, start, end, signs))


def _take_name(text: str, at: int, stop: int, joint: str, found: HeadLine, signs: Signs) -> bool:
    """Take what stands between two joints: a medium, an office or a person; behind "in" a place or a medium."""
    name = _without_tail(text[at:stop].strip(" .:"), signs)
    words = tuple(_WORD.findall(name))
    low = [word.casefold() for word in words]
    if not words or signs.date_words.fullmatch(name) or all(w in signs.weekdays or w.isdigit() for w in low):
        return True
    medium = is_agency(name, signs) or is_medium(name, signs)
    office = any(word in signs.byline_roles for word in low)
    if medium:
        found.media.append((at, at + len(name)))
    if joint in signs.place_joints:
        found.placed = True
        return office or (name[0].isupper() and len(words) <= _PLACE and sum(w[0].islower() for w in words) <= 1)
    if not medium and office and len(words) <= 6:
        found.office = True
    elif not medium and name_like(words):
        found.persons.append((at, at + len(name)))
    elif not medium and found.persons and len(words) == 1 and name[0].isupper():
        found.placed = True
    elif not medium:
        return False
    return True


def _without_tail(name: str, signs: Signs) -> str:
    """Cut words of publication off the end of a name: "Ada Brenn on"."""
    words = name.split()
    while words and (signs.date_words.fullmatch(words[-1]) or words[-1].casefold() in signs.weekdays):
        words.pop()
    return name[: name.rfind(words[-1]) + len(words[-1])] if words else ""


def _behind_words(text: str, start: int, end: int, signs: Signs) -> tuple[int, bool]:
    """Return where words of publication and authorship at the start of a stretch end, and whether one was of authorship."""
    by = False
    while True:
        match = signs.byline_words.match(text, start, end) or signs.publish_words.match(text, start, end)
        if match is None or match.end() == start:
            return start, by
        by = by or match.re is signs.byline_words
        start = match.end()


def _names(text: str, start: int, end: int, signs: Signs) -> Iterator[tuple[int, int, str]]:
    """Cut a stretch at "and", "in", "for", and yield each part with the word before it."""
    joint, at = "", start
    for match in signs.joints.finditer(text, start, end):
        yield at, match.start(), joint
        joint, at = match.group(1).casefold(), match.end()
    yield at, end, joint
