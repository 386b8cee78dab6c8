"""One writer at a time: a lock the operating system drops when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import CaseError

__all__ = ["writing"]

LOCK_NAME = ".lock"


@contextmanager
def writing(case: Path) -> Iterator[None]:
    """Hold the case for writing; raise `CaseError` when another process does."""
    handle = os.open(case / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _lock(handle):
            holder = os.read(handle, 20).decode("ascii", "replace").strip() or "unknown"
            raise CaseError(f"{case}: is being built by another process ({holder})", "wait until it has finished")
        os.truncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        """Lock a byte far behind the process number, which others still read."""
        os.lseek(handle, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
