"""The measure of who says what in Norwegian: both halves read as a user would read them, and scored apart."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.norwegian import FOLDER, HALVES, Passage, passages, record
from bench.scorer import find_scorer, score
from bench.tasks import ATTRIBUTION, read_rows

__all__ = ["MAIN", "measure", "write_gold"]

NAME = "norwegian"  # the folder by which bench.inputs knows what may be seen
LANGUAGE = "nb"  # what a page says of itself; a passage of five words says too little for it to be told
SLICES = (
    "relation P",
    "relation R",
    "strict relation F1",
    "slice direct F1",
    "slice indirect F1",
    "slice no source F1",
)
MAIN = tuple(f"{figure}, {half}" for half in HALVES for figure in (*ATTRIBUTION, *SLICES, "all: relation F1"))


def write_gold(found: Sequence[Passage], path: Path) -> None:
    """Write passages with their marks as JSON Lines, as the scorer reads gold."""
    rows = [{**record(passage), "language": LANGUAGE} for passage in found]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def measure(usual: Path, given: Path | None = None, limit: int | None = None) -> dict[str, float]:
    """Return the figures of the open and of the kept half, each under its own name ("relation F1, open").

    The scorer is looked for in `given`, else in `usual`; raises BenchError when it is not there.
    """
    scorer = find_scorer(usual / NAME, given or usual)
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for half in HALVES:
            gold, out = Path(folder) / NAME / f"{half}.jsonl", Path(folder) / f"{half}.predictions.jsonl"
            gold.parent.mkdir(exist_ok=True)
            write_gold(list(passages(FOLDER / f"marked_{half}.txt"))[:limit], gold)
            read_rows(gold, out, None)
            figures |= {f"{name}, {half}": value for name, value in score(scorer, "attribution", gold, out).items()}
    return figures
