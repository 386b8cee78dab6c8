"""A benchmark read in parts: a long file costs several shorter runs, whose predictions are then scored together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.scorer import BenchError

__all__ = ["part_of", "together"]


def part_of(data: Path, part: str, folder: Path) -> Path:
    """Write part K of N (`part` is "K/N", from 1) of the records of `data` into `folder`; return that file.

    It lies in a folder named as that of `data`, as what a system may see of a file goes by that name.
    """
    number, _, count = part.partition("/")
    if not (number.isdigit() and count.isdigit() and 1 <= int(number) <= int(count)):
        raise BenchError(f"--part {part}: give it as 2/3, the second of three parts")
    lines = [line for line in data.read_text(encoding="utf-8").splitlines() if line.strip()]
    first, last = ((int(number) - 1) * len(lines)) // int(count), (int(number) * len(lines)) // int(count)
    cut = folder / data.parent.name / data.name
    cut.parent.mkdir(parents=True, exist_ok=True)
    cut.write_text("".join(f"{line}\n" for line in lines[first:last]), encoding="utf-8")
    return cut


def together(kept: Sequence[Path], folder: Path) -> Path:
    """Write the predictions of several files into one in `folder`; return that file."""
    joined = folder / "predictions.jsonl"
    joined.write_text("".join(path.read_text(encoding="utf-8") for path in kept), encoding="utf-8")
    return joined
