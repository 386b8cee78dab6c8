"""Who says what in Norwegian Bokmål: invented passages, marked by hand, in two halves that are reported apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.scorer import BenchError

__all__ = ["FOLDER", "HALVES", "Attribution", "Passage", "nested", "parse", "passages", "record"]

FOLDER = Path(__file__).resolve().parent
HALVES = ("open", "kept")
ROLES = {"s": "source", "c": "cue", "t": "content"}
HEAD, COMMENT = "@", "#"

MARK = re.compile(r"\[((?:[1-9][sct])+) |\]")

Pair = tuple[int, int]
Attribution = dict[str, list[Pair]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it is read, and what is marked in it; spans are code-point offsets, end exclusive."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def parse(marked: str, name: str) -> Passage:
    """Take the marks out of a passage; raise BenchError where they do not close, or mark nothing."""
    text, opened = "", list[tuple[str, int]]()
    found: dict[str, Attribution] = {}
    at = 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group(1):
            opened.append((mark.group(1), len(text)))
            continue
        if not opened:
            raise BenchError(f"{name}: a bracket closes that was never opened, after {text[-30:]!r}")
        labels, start = opened.pop()
        _put(found, labels, (start, len(text)), text, name)
    text += marked[at:]
    if opened or "[" in text:
        raise BenchError(f"{name}: a bracket that is no mark, or does not close")
    return Passage(name, text, _checked(found, name))


def _put(found: dict[str, Attribution], labels: str, span: Pair, text: str, name: str) -> None:
    piece = text[span[0] : span[1]]
    if piece != piece.strip() or not piece:
        raise BenchError(f"{name}: a mark is empty or begins or ends with white space: {piece!r}")
    for number, role in zip(labels[::2], labels[1::2], strict=True):
        found.setdefault(number, {key: [] for key in ROLES.values()})[ROLES[role]].append(span)


def _checked(found: dict[str, Attribution], name: str) -> tuple[Attribution, ...]:
    """Return the attributions by number; each has content, and the numbers leave none out."""
    numbers = sorted(found)
    if numbers != [str(i) for i in range(1, len(numbers) + 1)]:
        raise BenchError(f"{name}: the numbers of the attributions are {', '.join(numbers)}")
    for number in numbers:
        if not found[number]["content"]:
            raise BenchError(f"{name}: attribution {number} has no content")
    return tuple({role: sorted(spans) for role, spans in found[n].items()} for n in numbers)


def passages(path: Path) -> Iterator[Passage]:
    """Yield the passages of a marked file in order; lines that begin with # before the first are its head."""
    seen: set[str] = set()
    for block in re.split(rf"(?m)^{HEAD} ", path.read_text(encoding="utf-8"))[1:]:
        name, _, marked = block.partition("\n")
        if name in seen:
            raise BenchError(f"{path.name}: {name} stands there twice")
        seen.add(name)
        yield parse(marked.strip(), name)


def nested(one: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether the whole of an attribution lies inside the content of another."""
    spans = [span for role in one.values() for span in role]
    return any(
        other is not one and all(any(a <= s and e <= b for a, b in other["content"]) for s, e in spans)
        for other in others
    )


def record(passage: Passage) -> dict[str, Any]:
    """Return a passage as the scorer reads gold."""
    marked = [{**one, "nested": nested(one, passage.attributions)} for one in passage.attributions]
    return {"id": passage.id, "text": passage.text, "attributions": marked}
