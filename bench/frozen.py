"""Frozen results: one CSV file a task, with the day, the version and every figure, committed with the code it measures."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import sayso
from sayso.engine.resources import load_resources

__all__ = ["FROZEN", "freeze"]

FROZEN = Path(__file__).resolve().parent / "frozen"


def freeze(task: str, figures: Mapping[str, float], data: str, folder: Path = FROZEN) -> Path:
    """Write a task's figures, in place of the last ones; the history of the file is the history of the figures."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{task}.csv"
    day, version = datetime.now(UTC).date().isoformat(), f"{sayso.__version__}+{load_resources().version}"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["date", "version", "task", "data", "figure", "value"])
        writer.writerows([day, version, task, data, name, f"{value:.4g}"] for name, value in figures.items())
    return path
