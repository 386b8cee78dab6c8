"""Sentences with every figure marked by hand, and what a reading gets wrong in them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.model.annotations import Quantity

__all__ = ["Figure", "faults", "sentences"]

HERE = Path(__file__).parent
OPEN, UNJUDGED, NOTHING = "", "?", "-"


@dataclass(frozen=True, slots=True)
class Figure:
    """One marked figure; fields are as written in the file."""

    words: str
    number: str
    bound: str
    group: str
    act: str
    scope: str
    part: str | None = None
    unit: str | None = None


def sentences(file: str, language: str) -> list[tuple[str, list[Figure]]]:
    """Return the sentences of a language with their figures."""
    rows = tomllib.loads((HERE / file).read_text("utf-8"))[language]
    return [(row["text"], [_figure(line) for line in row["figures"]]) for row in rows]


def _figure(line: str) -> Figure:
    words, number, bound, group, act, scope, *more = (cell.strip() for cell in line.split(" ; "))
    named = dict(cell.split("=", 1) for cell in more)
    return Figure(words, number, bound, group, act, scope, named.get("part"), named.get("unit"))


def faults(text: str, marked: list[Figure], found: Sequence[Quantity]) -> list[str]:
    """Return what is wrong in the figures found: those missed, those that are none, and each field read otherwise."""
    said = [text[q.span.start : q.span.end] for q in found]
    wrong, at = [], 0
    for figure in marked:
        index = next((i for i in range(at, len(found)) if figure.words in (said[i], _number(said[i], figure))), None)
        if index is None:
            wrong.append(f"missed {figure.words!r}")
            continue
        wrong += [f"{figure.words!r}: {fault}" for fault in _fields(figure, found[index], found, said)]
        said[index], at = "", index
    return wrong + [f"no figure: {words!r}" for words in said if words]


def _number(words: str, figure: Figure) -> str:
    return figure.words if words.casefold() == figure.words.casefold() else words


def _fields(figure: Figure, quantity: Quantity, found: Sequence[Quantity], said: list[str]) -> list[str]:
    whole = next((q for q in found if q.id == quantity.part_of), None)
    pairs = [
        ("number", figure.number, _range(quantity)),
        ("bound", figure.bound, quantity.amount.bound.value),
        ("group", figure.group, quantity.group.value),
        ("act", figure.act, quantity.act.value if quantity.act else NOTHING),
        ("scope", figure.scope, quantity.scope.value if quantity.scope else NOTHING),
        ("unit", figure.unit or UNJUDGED, quantity.unit or NOTHING),
    ]
    wrong = [f"{name} {got}, not {want}" for name, want, got in pairs if want not in (UNJUDGED, got)]
    if (figure.part is not None) != (whole is not None):
        wrong.append(f"part of {figure.part!r}, read as part of {whole.of_lemma if whole else None!r}")
    return wrong


def _range(quantity: Quantity) -> str:
    low, high = (
        NOTHING if x is None else f"{x:g}" if x < 1 else str(int(x))
        for x in (quantity.amount.low, quantity.amount.high)
    )
    if low == high:
        return low
    return f"{OPEN if low == NOTHING else low}-{OPEN if high == NOTHING else high}"
