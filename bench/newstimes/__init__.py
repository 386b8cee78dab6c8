"""Times in news: invented passages with every time expression marked by hand, in two halves that are reported apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.scorer import BenchError

__all__ = ["FOLDER", "HALVES", "LANGUAGES", "Passage", "Time", "parse", "passages", "record"]

FOLDER = Path(__file__).resolve().parent
HALVES = ("open", "kept")
LANGUAGES = ("en", "nb", "de")
TYPES = {"d": "DATE", "t": "TIME", "p": "DURATION", "s": "SET"}
MODIFIERS = ("START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN")
NOTHING = "-"

HEAD = re.compile(r"(?m)^@ ")
MARK = re.compile(r"\[([dtps]) ([^\s/\]]+)(?:/([A-Z_]+))? ([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Time:
    """A time as marked: span in code points, end exclusive; `value` is a TIMEX3 value, None where it has none."""

    start: int
    end: int
    type: str
    value: str | None
    modifier: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it is read, the day its report states ("" for none), and the times in it."""

    id: str
    language: str
    published: str
    text: str
    times: tuple[Time, ...]


def parse(block: str) -> Passage:
    """Take the marks out of a passage with its head line; raise BenchError where they are not well formed."""
    head, _, marked = block.strip().partition("\n")
    try:
        name, language, published = head.split()
    except ValueError:
        raise BenchError(f"a head line is NAME LANGUAGE DAY, not {head!r}") from None
    text, at, times = "", 0, list[Time]()
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        times.append(_time(mark, len(text), name))
        text += mark[4]
    text += marked[at:]
    if "[" in text or "]" in text or language not in LANGUAGES:
        raise BenchError(f"{name}: a bracket that is no mark, or an unknown language")
    return Passage(name, language, "" if published == NOTHING else published, text, tuple(times))


def _time(mark: re.Match[str], start: int, name: str) -> Time:
    kind, value, modifier, words = mark.groups()
    if words != words.strip() or (modifier and modifier not in MODIFIERS):
        raise BenchError(f"{name}: a mark with white space at an end, or an unknown modifier: {mark[0]!r}")
    return Time(start, start + len(words), TYPES[kind], None if value == NOTHING else value, modifier)


def passages(path: Path) -> Iterator[Passage]:
    """Yield the passages of a marked file in order; lines before the first are its head."""
    seen: set[str] = set()
    for block in HEAD.split(path.read_text(encoding="utf-8"))[1:]:
        found = parse(block)
        if found.id in seen:
            raise BenchError(f"{path.name}: {found.id} stands there twice")
        seen.add(found.id)
        yield found


def record(passage: Passage) -> dict[str, Any]:
    """Return a passage as the scorer reads gold."""
    times = [
        {"start": t.start, "end": t.end, "type": t.type, "value": t.value, "mod": t.modifier} for t in passage.times
    ]
    claimed = {"published": passage.published} if passage.published else {}
    return {"id": passage.id, "language": passage.language, "text": passage.text, "times": times, **claimed}
