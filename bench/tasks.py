"""The benchmark tasks: what each reads, what it predicts, and which figures are its main ones."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bench.eventplace import event_place_rows
from bench.fakes import disagreement_rows, fakes_rows
from bench.grouping import answer_rows, grouping_rows
from bench.inputs import documents, records, write_inputs
from bench.namepairs import name_rows
from bench.scorer import BenchError
from sayso import Reading, read, reconstruct
from sayso.cli import OK, PARTLY
from sayso.engine.resources import load_resources
from sayso.model.reconstruction import Direction, Lineage

__all__ = ["TASKS", "Task", "gold_of"]

Predict = Callable[[Path, Path, int | None], None]


@dataclass(frozen=True, slots=True)
class Task:
    """One task: `data` is its usual file under the benchmark folder, `main` the figures shown first.

    `scored_as` is the scorer's name of it where that is another.
    """

    name: str
    data: str
    main: tuple[str, ...]
    predict: Predict
    scored_as: str = ""


def read_rows(data: Path, out: Path, limit: int | None) -> None:
    """Predict by `sayso read`, as a user would run it."""
    inputs = out.with_suffix(".inputs.jsonl")
    write_inputs(data, inputs, limit=limit)
    command = [sys.executable, "-m", "sayso", "read", str(inputs), "--format", "jsonl"]
    with out.open("wb") as file:
        done = subprocess.run(command, stdout=file, check=False)
    if done.returncode not in (OK, PARTLY):
        raise BenchError(f"sayso read ended with {done.returncode}")


def lineage_rows(data: Path, out: Path, _limit: int | None) -> None:
    """Predict who took what from whom, from the documents beside a file of pairs; all are needed.

    They are read without the tagger, which takes no part in what is measured.
    """
    resources = replace(load_resources(), tagger=None)
    beside = data.with_name(data.name.replace("pairs-", "").replace("-pairs", ""))
    readings = [read(document, resources) for document in documents(beside)]
    names = {reading.document: _name(reading) for reading in readings}
    rows = [_lineage_row(link, names) for link in reconstruct(readings).lineage]
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _name(reading: Reading) -> str:
    return reading.given_id or reading.name


def _lineage_row(link: Lineage, names: dict[str, str]) -> dict[str, object]:
    return {
        "a": names[link.source.document],
        "b": names[link.target.document],
        "a_span": [link.source.span.start, link.source.span.end],
        "b_span": [link.target.span.start, link.target.span.end],
        "first": "a" if link.direction is Direction.KNOWN else None,
    }


ATTRIBUTION = ("relation F1", "char source F1", "char cue F1", "char content F1")
LINEAGE = (
    "char F1",
    "pair F1",
    "slice pairs found, kind rewritten",
    "slice pairs found, kind quoting",
    "direction right, of stated dated pairs",
    "slice direction stated, of all dated pairs",
    "direction right, of stated undated pairs",
    "slice direction stated, of all undated pairs",
)
PLACES = ("literal tagging F1", "tagging relaxed F1", "Acc@161km on matched", "exact id on matched")
FAKES = (
    "civilians exact, first, nonzero",
    "civilians set F1",
    "governorate, first",
    "date set P",
    "date, first",
    "actor, first",
    "cause, first",
    "place span, first",
)
EVENTPLACE = ("token P", "token R", "token F1", "exact set")
MENTIONS = (
    "main types relaxed F1",
    "slice quantity relaxed F1",
    "slice temporal relaxed F1",
    "slice location relaxed F1",
)
NAMES = ("main F1", "main P", "main R", "false merges of the stress set (lower is better)")

GROUPING = ("B3 P", "B3 R", "B3 F1", "ARI", "incident killed exact", "incident injured exact")

TASKS: dict[str, Task] = {
    task.name: task
    for task in (
        Task("attribution", "polnear/dev.jsonl", ATTRIBUTION, read_rows),
        Task("german", "german/dev.jsonl", ATTRIBUTION, read_rows, "attribution"),
        Task("segmentation", "copies/dev.jsonl", ("boundary F1", "article F1", "boilerplate line F1"), read_rows),
        Task("lineage", "copies/pairs-dev.jsonl", LINEAGE, lineage_rows),
        Task("times", "wikiwars/dev.jsonl", ("strict F1", "relaxed F1", "value F1"), read_rows),
        Task("places", "geo/dev.jsonl", PLACES, read_rows),
        Task("fakes", "fakes/dev.jsonl", FAKES, fakes_rows),
        Task("disagreement", "fakes/groups-dev.jsonl", ("macro F1", "answered"), disagreement_rows),
        Task("eventplace", "eventplace/dev.jsonl", EVENTPLACE, event_place_rows),
        Task("names", "names/dev.jsonl", NAMES, name_rows),
        Task("grouping", "gva/dev.jsonl", GROUPING, grouping_rows),
        Task("pairs", "nanco/dev.jsonl", ("mean balanced accuracy",), answer_rows),
        Task("mentions", "re3d/dev.jsonl", MENTIONS, read_rows),
    )
}


def gold_of(data: Path, out: Path, limit: int | None) -> Path:
    """Return the gold file to score against: the whole, or as many records as were read."""
    if limit is None or data.stem.startswith(("pairs", "groups")):
        return data
    cut = out.with_suffix(".gold.jsonl")
    rows = records(data)[:limit]
    cut.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return cut
