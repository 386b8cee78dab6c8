"""Score a prediction file by the scorer that comes with the benchmark data; it is run by path and never copied here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

__all__ = ["BenchError", "find_scorer", "score"]


class BenchError(Exception):
    """A measurement that cannot be made: what is missing and where it was looked for."""


def find_scorer(data: Path, given: Path | None) -> Path:
    """Return the scorer's program: in the folder given, else beside the data or one folder up."""
    folders = [given] if given else [data.resolve().parent, data.resolve().parent.parent]
    for folder in folders:
        if (folder / "score.py").is_file():
            return folder / "score.py"
    raise BenchError(f"no score.py in {' or '.join(str(f) for f in folders)}; give its folder with --scorer")


def score(scorer: Path, task: str, gold: Path, predictions: Path) -> dict[str, float]:
    """Return the figures that the scorer prints, those without a value left out."""
    command = [sys.executable, str(scorer), task, str(gold), str(predictions), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(f"the scorer refused: {done.stderr.strip() or done.stdout.strip()}")
    answer: dict[str, Any] = json.loads(done.stdout)
    found = {"units": float(answer.get("units", 0)), "missing predictions": float(answer.get("missing predictions", 0))}
    return found | {name: float(value) for name, value in answer["metrics"].items() if value is not None}
