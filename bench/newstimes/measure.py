"""The measure of times in news: both halves read as a user would read them, and scored apart, by language too."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.newstimes import FOLDER, HALVES, LANGUAGES, Passage, passages, record
from bench.scorer import find_scorer, score
from bench.tasks import read_rows

__all__ = ["MAIN", "measure", "write_gold"]

NAME = "newstimes"  # the folder by which bench.inputs knows what may be seen
FIGURES = ("strict F1", "relaxed F1", "value F1")
MAIN = tuple(f"{figure}, {half}, {language}" for half in HALVES for language in LANGUAGES for figure in FIGURES)


def write_gold(found: Sequence[Passage], path: Path) -> None:
    """Write passages with their marks as JSON Lines, as the scorer reads gold."""
    rows = [record(passage) for passage in found]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def measure(usual: Path, given: Path | None = None, limit: int | None = None) -> dict[str, float]:
    """Return the figures of each half and language under names of their own ("value F1, kept, en").

    The scorer is looked for in `given`, else in `usual`; raises BenchError when it is not there.
    """
    scorer = find_scorer(usual / NAME, given or usual)
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for half in HALVES:
            marked = list(passages(FOLDER / f"marked_{half}.txt"))
            for language in LANGUAGES:
                path = Path(folder) / NAME / f"{half}-{language}.jsonl"
                path.parent.mkdir(exist_ok=True)
                write_gold([p for p in marked if p.language == language][:limit], path)
                out = path.with_suffix(".predictions.jsonl")
                read_rows(path, out, None)
                found = score(scorer, "times", path, out)
                figures |= {f"{name}, {half}, {language}": value for name, value in found.items()}
    return figures
