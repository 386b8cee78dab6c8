"""Read files and folders through sayso's public way in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso import Document, Reading, read
from sayso.engine.resources import load_resources
from sayso.model.ids import make_document, sha256_hex
from sayso.model.text import Problem
from sayso.workspace import read_sources

__all__ = ["read_pages"]


def read_pages(folder: Path) -> tuple[dict[str, Reading], list[Problem]]:
    """Read every file of a folder; return the readings by file name, and what could not be read."""
    try:
        results: Sequence[Reading | Problem] = list(read_sources([folder], processes=1))
    except NotImplementedError:
        results = [read(_plain(path), load_resources()) for path in sorted(folder.iterdir()) if path.suffix != ".html"]
    readings = {Path(r.name).name: r for r in results if isinstance(r, Reading)}
    return readings, [r for r in results if isinstance(r, Problem)]


def _plain(path: Path) -> Document:
    return make_document(sha256_hex(path.read_bytes()), path.name, path.read_text(encoding="utf-8"))
