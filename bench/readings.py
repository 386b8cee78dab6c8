"""Read files and folders through sayso's public way in."""

from __future__ import annotations

from pathlib import Path

from sayso import Reading
from sayso.model.text import Problem
from sayso.workspace import read_sources

__all__ = ["read_pages"]


def read_pages(folder: Path) -> tuple[dict[str, Reading], list[Problem]]:
    """Read every file of a folder; return the readings by file name, and what could not be read."""
    results = list(read_sources([folder], processes=1))
    readings = {Path(result.name).name: result for result in results if isinstance(result, Reading)}
    return readings, [result for result in results if isinstance(result, Problem)]
