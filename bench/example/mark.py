"""Write the list of what is not managed yet at the end of `expected.toml`; the rest of the file is left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.example.table import Result

__all__ = ["mark"]

HEAD = """
# ------------------------------------------------------------------------------------------------ not managed yet

# Written by `python -m bench example --mark`, with what was wrong when it was written. Each of these must fail.
"""


def mark(path: Path, results: Sequence[Result]) -> int:
    """Replace the list at the end of the file by the items that are not found now; return how many they are."""
    text = path.read_text(encoding="utf-8").split(HEAD)[0].rstrip("\n") + "\n"
    lines = [f'  "{result.name}",  # {_one_line(result.wrong)}\n' for result in results if result.wrong]
    path.write_text(f"{text}{HEAD}\n[not_yet]\nitems = [\n{''.join(lines)}]\n", encoding="utf-8")
    return len(lines)


def _one_line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 100 else line[:99] + "…"
