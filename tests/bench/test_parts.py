"""A benchmark in parts: the parts together are the whole, and a part that is none is said so."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.parts import part_of, together
from bench.scorer import BenchError


def data(folder: Path) -> Path:
    """Write seven records."""
    path = folder / "geo" / "dev.jsonl"
    path.parent.mkdir()
    path.write_text("".join(f'{{"id": "{n}"}}\n' for n in range(7)), encoding="utf-8")
    return path


@pytest.mark.parametrize("count", [1, 2, 3, 7, 9])
def test_the_parts_are_the_whole(tmp_path: Path, count: int) -> None:
    whole = data(tmp_path)
    parts = [part_of(whole, f"{k}/{count}", tmp_path / str(k)) for k in range(1, count + 1)]
    assert {part.parent.name for part in parts} == {"geo"}
    assert together(parts, tmp_path).read_text("utf-8") == whole.read_text("utf-8")


@pytest.mark.parametrize("part", ["", "3", "0/2", "3/2", "a/b", "-1/2"])
def test_what_is_no_part(tmp_path: Path, part: str) -> None:
    with pytest.raises(BenchError, match="the second of three"):
        part_of(data(tmp_path), part, tmp_path)
