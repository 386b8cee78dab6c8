"""Choose thresholds and trust on the documents held back from training: what each engine finds, and what both find together.

It reads through sayso with the exported tagger and scores with the benchmark's own scorer, both given by path.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from train.prepare import HELD_BACK

__all__ = ["held_back", "main"]


def main() -> None:
    """Write the held-back documents to a file, read them with sayso, and print the scorer's figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path, help="the training documents, JSON Lines")
    parser.add_argument("scorer", type=Path, help="score.py of the benchmarks")
    parser.add_argument("out", type=Path, help="folder for what is written")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    gold, inputs, found = (chosen.out / name for name in ("gold.jsonl", "inputs.jsonl", "found.jsonl"))
    rows = held_back(chosen.documents)
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    inputs.write_text("".join(json.dumps({k: row[k] for k in ("id", "text")}) + "\n" for row in rows), encoding="utf-8")
    with found.open("wb") as file:
        subprocess.run([sys.executable, "-m", "sayso", "read", inputs, "--format", "jsonl"], stdout=file, check=True)  # noqa: S603
    subprocess.run([sys.executable, chosen.scorer, "attribution", gold, found, "--slices"], check=True)  # noqa: S603


def held_back(documents: Path) -> list[dict[str, object]]:
    """Return the documents that `train.prepare` holds back."""
    rows = [json.loads(line) for line in documents.read_text(encoding="utf-8").splitlines()]
    rows.sort(key=lambda row: str(row["id"]))
    return [row for i, row in enumerate(rows) if i % HELD_BACK == HELD_BACK - 1]


if __name__ == "__main__":
    main()
