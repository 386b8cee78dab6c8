"""The benchmarks `fakes` and `disagreement`: what a war report tells of its main incident, in the benchmark's words.

The benchmark's classes stand only here: the program has its own, and names no side that its words do not tell.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from bench.inputs import documents, records
from sayso import Document, read
from sayso.engine.resources import load_resources
from sayso.export.read_rows import read_row

__all__ = ["disagreement_rows", "fakes_rows", "incidents"]

Row = dict[str, Any]

CAUSES = {
    "air-strike": "shelling",
    "shelling": "shelling",
    "bombing": "explosion",
    "gas": "chemical and toxic gases",
    "execution": "execution",
    "shooting": "shooting",
}
GOVERNMENT = "syrian government or russian troops"
ACTORS = (
    (r"russia", GOVERNMENT),
    (r"coalition|u\.?s\.?\b|us-led|american|turk", "international coalition forces"),
    (
        r"\bisi[sl]\b|daesh|islamic state|\(is\)|\bis group",
        "the organization of the islamic state in iraq and the levant - isis",
    ),
    (r"nusra|fatah al.sham|fateh al.sham", "al-nusra front"),
    (r"kurd|\bypg\b|\bsdf\b|syria democratic|syrian democratic", "self administration forces"),
    (r"regime|government|assad|syrian army|syria army|syrian air", GOVERNMENT),
    (r"rebel|opposition|insurgent|free syrian|terrorist|jaish|jaysh|islamist", "armed opposition groups"),
    (r"\bsyrian?\b", GOVERNMENT),
)
CLASSES = {
    "state-forces": GOVERNMENT,
    "loyalists": GOVERNMENT,
    "state": GOVERNMENT,
    "foreign-forces": "international coalition forces",
}


def fakes_rows(data: Path, out: Path, limit: int | None) -> None:
    """Predict casualties and the main incident of each report."""
    _write(documents(data, limit=limit), out)


def disagreement_rows(data: Path, out: Path, _limit: int | None) -> None:
    """Predict the figures of the reports that a file of groups compares; they stand in the file beside it."""
    beside = data.with_name(data.name.replace("groups-", "").replace("-groups", ""))
    wanted = {name for group in records(data) for pair in group["pairs"] for name in (pair["a"], pair["b"])}
    _write([document for document in documents(beside) if document.given_id in wanted], out)


def _write(found: list[Document], out: Path) -> None:
    resources = load_resources()
    with out.open("w", encoding="utf-8") as file:
        for document in found:
            file.write(json.dumps(mapped(dict(read_row(read(document, resources)))), ensure_ascii=False) + "\n")


def mapped(row: Row) -> Row:
    """Return a row as the benchmark asks: the main incident's figures, and its place, day, actor and cause from there alone.

    Without `events` the scorer can't take the first of all events where the incident tells nothing.
    """
    main = [figure for figure in row["casualties"] if figure["main"]]
    asked = [figure for figure in main if not _of_more_than_civilians(figure, main)]
    return row | {"casualties": asked, "events": [], "incidents": incidents(row)}


def _of_more_than_civilians(figure: Row, main: list[Row]) -> bool:
    """Tell whether a figure is no count of all civilians: a whole told with them as a part, or a part of them.

    The benchmark has no class for a total of civilians and fighters, and takes every figure of `unknown` for one of civilians.
    """
    civilians = [f for f in main if f["group"] == "civilians" and f["fate"] == figure["fate"] and not f["part"]]
    told = [f for f in main if f["group"] == "civilians" and f["fate"] == figure["fate"]]
    if figure["group"] == "unknown":
        return bool(told) and all(figure["low"] != f["low"] for f in told)
    return figure["group"] == "civilians" and figure["part"] and bool(civilians)


def incidents(row: Row) -> list[Row]:
    """Return a row's incidents in the benchmark's words."""
    return [_incident(row["text"], incident) for incident in row["incidents"]]


def _incident(text: str, incident: Row) -> Row:
    place, time, means = incident["place"], incident["time"], incident["means"]
    return {
        "governorate": place["admin1"] if place else None,
        "place": [place["start"], place["end"]] if place else None,
        "date": time["earliest"] if time else None,
        "actor": _actor(text, incident),
        "cause": CAUSES.get(means["kind"]) if means else None,
    }


def _actor(text: str, incident: Row) -> str | None:
    for (start, end), kind in zip(incident["agent"], incident["agent_classes"], strict=True):
        words = text[start:end]
        for pattern, name in ACTORS:
            if re.search(pattern, words, re.IGNORECASE):
                return name
        if kind in CLASSES:
            return CLASSES[kind]
    return None
