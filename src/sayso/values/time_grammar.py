"""Reading times: where a text holds one, and what the words of the pattern say before anything is assumed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.lang.packs import Pack
from sayso.values.time_patterns import DIGIT, TimeTables, time_tables
from sayso.values.time_readers import read_time
from sayso.values.when import When

__all__ = ["Match", "find_times", "parse_time"]

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Match:
    """A time at `start` to `end` of the text searched, its kind of pattern, its words by kind, and its reading."""

    start: int
    end: int
    kind: str
    words: Mapping[str, str]
    when: When


def parse_time(words: str, pack: Pack) -> When | None:
    """Read words that are one time and nothing else; None when they are not."""
    return next((match.when for match in find_times(words, pack) if match.end - match.start == len(words)), None)


def find_times(text: str, pack: Pack) -> Iterator[Match]:
    """Yield the times of a text in order; of those that overlap the first, then the longest, then the first pattern."""
    tables = time_tables(pack)
    if tables is None:
        return
    end = 0
    for start, last, order, match in sorted(_matches(text, tables), key=lambda item: item[:3]):
        if start < end:
            continue
        pattern = tables.patterns[order]
        words = {name: " ".join(value.lower().split()) for name, value in match.groupdict().items() if value}
        when = read_time(pattern.kind, {**words, **pattern.settings}, tables)
        if when is not None:
            end = -last
            yield Match(start, end, pattern.kind, words, when)


def _matches(text: str, tables: TimeTables) -> Iterator[tuple[int, int, int, re.Match[str]]]:
    """Yield every match of every pattern as (start, minus its end, number of the pattern, match)."""
    tokens = frozenset(_WORD.findall(text.lower())) | (frozenset({DIGIT}) if _DIGIT.search(text) else frozenset())
    for order, pattern in tables.candidates(tokens):
        for match in pattern.expression.finditer(text):
            yield match.start(), -match.end(), order, match
