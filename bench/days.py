"""Is a day given for an incident where the text states one, and none where it does not? (`python -m bench days`)

The gold of FA-KES takes the page's own date line for the event's day, so it can't tell. `stated_days.toml` holds what a reader
found in eighty of its texts: ids, verdicts and offsets, no words.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.inputs import documents
from bench.scorer import BenchError
from sayso import read
from sayso.engine.resources import load_resources
from sayso.export.read_rows import read_row

__all__ = ["JUDGED", "days_of", "judged", "measure", "tally"]

JUDGED = Path(__file__).with_name("stated_days.toml")


def measure(data: Path, limit: int | None = None) -> dict[str, float]:
    """Read the judged texts of `data` and count the days given for their first incident."""
    if not data.is_file():
        raise BenchError(f"no data at {data}")
    wanted = judged()
    found = [d for d in documents(data) if d.given_id in wanted][:limit]
    if not found:
        raise BenchError(f"none of the judged texts stands in {data}")
    resources = load_resources()
    given = {str(d.given_id): days_of(dict(read_row(read(d, resources)))) for d in found}
    return tally(given, {name: wanted[name] for name in given})


def judged() -> dict[str, Mapping[str, Any]]:
    """Return the verdicts by the text's id."""
    rows = tomllib.loads(JUDGED.read_text("utf-8"))["text"]
    return {row["id"]: row for row in rows}


def days_of(row: Mapping[str, Any]) -> list[str]:
    """Return the days of a row's incidents, in order; days of several days are none."""
    times = [incident["time"] for incident in row["incidents"] if incident["time"]]
    return [t["earliest"] for t in times if t["earliest"] and t["earliest"] == t["latest"]]


def tally(given: Mapping[str, Sequence[str]], verdicts: Mapping[str, Mapping[str, Any]]) -> dict[str, float]:
    """Count the first day given for each text against what a reader found there."""
    seen = Counter(_kind(given[name][:1], verdict) for name, verdict in sorted(verdicts.items()))
    stated = seen["right"] + seen["wrong"] + seen["missed"]
    asserted = seen["right"] + seen["wrong"]
    silent = seen["without ground"] + seen["rightly none"]
    return {
        "texts that state the day": stated,
        "right": seen["right"],
        "wrong": seen["wrong"],
        "missed": seen["missed"],
        "right, of those given (%)": _share(seen["right"], asserted),
        "right, of those stated (%)": _share(seen["right"], stated),
        "texts that state none": silent,
        "asserted without ground": seen["without ground"],
        "silent, of those that state none (%)": _share(seen["rightly none"], silent),
    }


def _kind(first: Sequence[str], verdict: Mapping[str, Any]) -> str:
    allowed = {_iso(day) for day in (verdict.get("day"), *verdict.get("also", ())) if day}
    if not first:
        return "missed" if verdict["verdict"] == "day" else "rightly none"
    if first[0] in allowed:
        return "right"
    return "wrong" if verdict["verdict"] == "day" else "without ground"


def _iso(day: date) -> str:
    return day.isoformat()


def _share(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 100.0
