"""The points on which the voices of real pages part, found or not: by where their words stand, never by the words themselves.

The list is data beside a test (`tests/reconcile/seed_disputes.toml`): document, offsets and a pattern for the voice. A point is
*found* when one question of a fitting slot holds words of two of its sides; *apart* when no answer of that question holds words
of two; its *voices are right* when for each side held some words stand there in the mouth listed. A question shown is *listed*
when it stands for a point of the list; whether another is worth showing is for a person to say.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso import Reading, read, reconstruct
from sayso.engine.resources import load_resources
from sayso.model.ids import make_document, sha256_hex
from sayso.model.reconstruction import Answer, Question, Reconstruction
from sayso.model.statements import Backing, Statement
from sayso.model.text import Span, overlaps

__all__ = ["Outcome", "Point", "disputes", "load_points", "outcomes", "read_folder"]

LIST = Path(__file__).resolve().parents[1] / "tests" / "reconcile" / "seed_disputes.toml"
FIRST = 20  # questions a reader sees


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one side: where they stand and a pattern for the voice ("" for the report itself)."""

    document: str
    span: Span
    voice: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point on which voices part (`parts`) or could."""

    key: str
    slots: tuple[str, ...]
    parts: bool
    sides: tuple[tuple[Place, ...], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a point; `question` is the place in the order of the question that stands for it, from 1."""

    point: Point
    question: int | None
    sides: int
    apart: bool
    voiced: bool

    @property
    def right(self) -> bool:
        """Whether it is found, its rivals apart and its voices right."""
        return self.question is not None and self.apart and self.voiced


class Case:
    """A reconstruction with the look-ups the measure needs."""

    def __init__(self, readings: Sequence[Reading], reconstruction: Reconstruction) -> None:
        self.questions = reconstruction.questions
        self._documents = {reading.name: reading for reading in readings}
        self._labels = {voice.id: voice for voice in reconstruction.voices}
        self._said = {say_so.statement: say_so for say_so in reconstruction.say_so}

    def held(self, place: Place, ids: Iterable[str]) -> list[Statement]:
        """Return the statements among `ids` that share words with a place."""
        wanted, reading = set(ids), self._documents.get(place.document)
        if reading is None:
            return []
        return [s for s in reading.statements if s.id in wanted and any(overlaps(part, place.span) for part in s.spans)]

    def is_voiced(self, place: Place, statement: Statement) -> bool:
        """Tell whether a statement stands in the mouth that a place lists."""
        if statement.backing is not Backing.ATTRIBUTED:
            return place.voice == "" or place.voice.endswith("|")
        said = self._said.get(statement.id)
        first = said.chain[-1].voices if said and said.chain else ()
        names = [name for v in first for name in (self._labels[v].label, *(n.text for n in self._labels[v].names))]
        return any(re.search(place.voice, name, re.IGNORECASE) for name in names)


def load_points(path: Path = LIST) -> list[Point]:
    """Return the listed points."""
    tables: Mapping[str, Any] = tomllib.loads(path.read_text("utf-8"))
    return [
        Point(
            table["key"],
            tuple(table["slots"]),
            table["kind"] == "parts",
            tuple(tuple(Place(p[0], Span(p[1], p[2]), p[3]) for p in side["places"]) for side in table["side"]),
        )
        for table in tables["dispute"]
    ]


def read_folder(folder: Path) -> list[Reading]:
    """Read every text of a folder."""
    resources = load_resources()
    texts = [(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))]
    return [read(make_document(sha256_hex(text), name, text), resources) for name, text in texts]


def outcomes(points: Iterable[Point], readings: Sequence[Reading], reconstruction: Reconstruction) -> list[Outcome]:
    """Return what became of each point."""
    case = Case(readings, reconstruction)
    return [_outcome(case, point) for point in points]


def _outcome(case: Case, point: Point) -> Outcome:
    fits = [
        _fit(case, point, number, question)
        for number, question in enumerate(case.questions, 1)
        if question.slot in point.slots
    ]
    best = max(
        (f for f in fits if f.sides >= 2),
        key=lambda v: (v.right, v.sides, v.apart, v.voiced, -(v.question or 0)),
        default=None,
    )
    return best or Outcome(point, None, max((f.sides for f in fits), default=0), apart=False, voiced=False)


def _fit(case: Case, point: Point, number: int, question: Question) -> Outcome:
    """A denial of one answer stands for an answer of its own: the side that says it is not so."""
    heaps = [heap for answer in question.answers for heap in _heaps(answer)]
    sides = [{n for n, heap in enumerate(heaps) if any(case.held(p, heap) for p in side)} for side in point.sides]
    own = [where for where in sides if where]
    told = [(p, s) for side in point.sides for p in side for heap in heaps for s in case.held(p, heap)]
    voiced = all(
        any(case.is_voiced(p, s) for p, s in told if p in side)
        for side, where in zip(point.sides, sides, strict=True)
        if where
    )
    apart = not any(a & b for i, a in enumerate(own) for b in own[i + 1 :])
    return Outcome(point, number, len(own), apart, voiced)


def _heaps(answer: Answer) -> tuple[tuple[str, ...], ...]:
    """An answer's own statements, and those that deny it."""
    return (*answer.statements, *answer.presupposed), answer.denials


def disputes(data: Path, _limit: int | None) -> dict[str, float]:
    """Measure the folder that `data` stands in against the list."""
    readings = read_folder(data.parent)
    found = reconstruct(readings)
    return figures(outcomes(load_points(), readings, found), found)


def figures(found: Sequence[Outcome], reconstruction: Reconstruction) -> dict[str, float]:
    """Return the shares of the list that were found, and how many of the first questions stand for a listed point."""
    parting = [v for v in found if v.point.parts]
    shown = len(reconstruction.questions[:FIRST])
    listed = {v.question for v in found if v.question and v.question <= FIRST}
    return {
        "points on which voices part": len(parting),
        "found, %": 100 * sum(v.question is not None for v in parting) / len(parting),
        "found, rivals apart, voices right, %": 100 * sum(v.right for v in parting) / len(parting),
        "points on which they could, found": sum(v.question is not None for v in found if not v.point.parts),
        "questions": len(reconstruction.questions),
        f"of the first {FIRST}, listed, %": 100 * len(listed) / max(1, shown),
    }
