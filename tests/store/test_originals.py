"""Originals: whole or not there, read-only, named by their hash."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

from sayso.store.originals import Originals

DATA = b"Ten fled, she said."
NAME = hashlib.sha256(DATA).hexdigest()


def test_an_original_is_kept_read_only_under_its_hash(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    assert originals.keep(io.BytesIO(DATA)) == (NAME, len(DATA))
    path = tmp_path / "originals" / NAME[:2] / NAME
    assert originals.path(NAME) == path
    assert path.read_bytes() == DATA
    assert path.stat().st_mode & 0o222 == 0
    assert [item.name for item in (tmp_path / "originals").iterdir()] == [NAME[:2]]


def test_the_same_bytes_are_kept_once_and_never_overwritten(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    originals.keep(io.BytesIO(DATA))
    before = originals.path(NAME).stat().st_mtime_ns
    originals.keep(io.BytesIO(DATA))
    assert originals.path(NAME).stat().st_mtime_ns == before


def test_a_source_that_fails_halfway_leaves_nothing(tmp_path: Path) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().read(min(size or 4, 4))

    originals = Originals(tmp_path)
    with pytest.raises(OSError, match="Input/output"):
        originals.keep(Failing(DATA))
    assert [path for path in (tmp_path / "originals").rglob("*") if path.is_file()] == []


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    originals.keep(io.BytesIO(DATA))
    (tmp_path / "originals" / "4711.unfinished").write_bytes(b"half")
    originals.sweep()
    assert [path.name for path in (tmp_path / "originals").rglob("*") if path.is_file()] == [NAME]
