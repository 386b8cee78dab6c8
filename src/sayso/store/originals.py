"""Originals as read-only files named by their SHA-256, written whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

__all__ = ["Originals", "hash_stream"]

PIECE = 1024 * 1024
UNFINISHED = ".unfinished"


def hash_stream(stream: IO[bytes]) -> str:
    """Return the SHA-256 of what a stream still holds, in hex."""
    return _copy(stream, None)[0]


class Originals:
    """The folder `originals/`: `ab/ab12…` for each original. Nothing in it is ever changed or removed."""

    def __init__(self, case: Path) -> None:
        self.folder = case / "originals"

    def path(self, original: str) -> Path:
        """Return where an original is kept."""
        return self.folder / original[:2] / original

    def keep(self, stream: IO[bytes]) -> tuple[str, int]:
        """Keep what a stream holds; return its SHA-256 and its size in bytes."""
        self.folder.mkdir(exist_ok=True)
        with self._unfinished() as (path, file):
            original, size = _copy(stream, file)
            file.flush()
            os.fsync(file.fileno())
            target = self.path(original)
            if not target.exists():
                target.parent.mkdir(exist_ok=True)
                path.chmod(0o444)
                path.replace(target)
                _sync_folder(target.parent)
        return original, size

    @contextmanager
    def _unfinished(self) -> Iterator[tuple[Path, IO[bytes]]]:
        path = self.folder / f"{os.getpid()}{UNFINISHED}"
        path.unlink(missing_ok=True)
        try:
            with path.open("xb") as file:
                yield path, file
        finally:
            path.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what a killed build left half written; only the one that holds the case's lock may do so."""
        for path in self.folder.glob(f"*{UNFINISHED}"):
            path.unlink(missing_ok=True)


def _copy(source: IO[bytes], target: IO[bytes] | None) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while piece := source.read(PIECE):
        digest.update(piece)
        size += len(piece)
        if target is not None:
            target.write(piece)
    return digest.hexdigest(), size


def _sync_folder(folder: Path) -> None:
    """Make a rename outlast a power cut, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
