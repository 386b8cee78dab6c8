"""Times that head an entry or an update: "10.42am:", "14:05 —", "Update 3pm", "Oppdatert kl. 15"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.segment.layout.dates import full_date
from sayso.segment.layout.lines import Line
from sayso.segment.layout.signs import Signs

__all__ = ["Head", "find_head"]

_REACH = 60  # characters of a head at most
_WORDS = re.compile(r"\w+")
_GAP = re.compile(r"[\s,|–—-]+(?=\S)")
_CLOCK = r"(?P<h>\d{1,2})(?:[:.h](?P<m>\d{2})(?::\d{2})?)?\s?(?P<half>[ap]\.?\s?m\b\.?)?"


@dataclass(frozen=True, slots=True)
class Head:
    """A head: where the words behind it begin, its minute of the day, whether it says "update", whether nothing follows."""

    end: int
    minute: int | None
    update: bool
    alone: bool


def find_head(line: Line, signs: Signs) -> Head | None:
    """Read the head that a line opens with, or is."""
    pattern = _pattern(signs.update_heads, signs.clock_words, signs.clock_zones)
    match = pattern.match(line.text[:_REACH], _behind_date(line.text, signs))
    if match is None:
        return None
    minute = _minute(match)
    update, alone = match["update"] is not None, match.end() >= len(line.text.rstrip())
    follows = line.text[match.end() : match.end() + 1]
    begins = alone or follows.isupper() or follows.isdigit() or follows in "“\"‘'[(@"
    stopped = alone or bool(match["stop"].strip()) or minute is not None
    if not (update or minute is not None) or not begins or not stopped:
        return None
    return Head(match.end(), minute, update, alone)


def _behind_date(text: str, signs: Signs) -> int:
    """Return where a full date that a line opens with ends, 0 where there is none."""
    found = full_date(text, signs, end=_REACH)
    if found is None or any(word not in signs.weekdays for word in _WORDS.findall(text[: found[1][0]].casefold())):
        return 0
    gap = _GAP.match(text, found[1][1])
    return gap.end() if gap else found[1][1]


def _minute(match: re.Match[str]) -> int | None:
    """Return the minute of the day; a bare number without minutes, am or pm, or a word before it, is no time."""
    if match["h"] is None or not (match["m"] or match["half"] or match["word"]):
        return None
    hour, minute, half = int(match["h"]), int(match["m"] or 0), (match["half"] or "")[:1].casefold()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


@lru_cache(maxsize=8)
def _pattern(updates: tuple[str, ...], words: tuple[str, ...], zones: tuple[str, ...]) -> re.Pattern[str]:
    update, word, zone = ("|".join(map(re.escape, items)) or "(?!)" for items in (updates, words, zones))
    return re.compile(
        rf"[\[(*#•|\s]{{0,4}}(?:(?P<update>{update})(?!\w)(?:\s?(?:\d{{1,2}}|[ivx]{{1,4}})(?=[:\s]+\D))?(?:[\s:,–—-]{{0,4}}(?=(?:(?:{word})[\s:]{{0,2}})?\d))?)?"
        rf"(?:(?P<word>{word})[\s:]{{0,2}}(?=\d))?(?:{_CLOCK}(?!\w|[.,]\d))?"
        rf"(?:\s?\(?(?:{zone})\)?(?!\w))?[\])*]{{0,3}}(?P<stop>\s*(?:[:|—–-]+)\s*|\s+|$)",
        re.IGNORECASE,
    )
