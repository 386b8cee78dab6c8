"""What the user names, listed file by file: files, folders (recursive, sorted, hidden files left out) and standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError
from sayso.ingest.limits import ORIGINAL_BYTES, mb
from sayso.ingest.pieces import is_hidden
from sayso.model.text import Problem

__all__ = ["STANDARD_INPUT", "Found", "find_files"]

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file to take in: where it is, what to call it, and where it came from as the user would say it.

    `name` is relative to the source that held it, `uri` begins with the source's own name: neither tells where on this
    machine it lay. `path` is None for standard input.
    """

    name: str
    uri: str
    path: Path | None


def find_files(sources: Sequence[str | Path], *, leave_out: Path | None = None) -> Iterator[Found | Problem]:
    """List the files of the sources; `leave_out` is a folder to pass by (the case itself).

    Raises `InputError` at once when a source does not exist, before anything is read.
    """
    for source in sources:
        if str(source) != STANDARD_INPUT and not os.path.lexists(source):
            raise InputError(f"{source}: no such file or folder", "check the name; nothing was taken in")
    for source in sources:
        yield from _source(source, leave_out.resolve() if leave_out else None)


def _source(source: str | Path, leave_out: Path | None) -> Iterator[Found | Problem]:
    if str(source) == STANDARD_INPUT:
        yield Found("stdin", "stdin", None)
        return
    path = Path(source)
    if not path.is_dir():
        yield _file(path, path.name, path.name)
        return
    top = path.resolve().name
    for file in _walk(path, path, leave_out):
        if isinstance(file, Problem):
            yield file
        else:
            name = file.relative_to(path).as_posix()
            yield _file(file, name, f"{top}/{name}")


def _walk(folder: Path, top: Path, leave_out: Path | None) -> Iterator[Path | Problem]:
    """Walk a folder in sorted order; links to folders are not followed, as they may run in circles."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(str(folder), f"the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        if is_hidden(entry.name) or (leave_out and Path(entry.path).resolve() == leave_out):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), top, leave_out)
        elif not entry.is_dir():
            yield Path(entry.path)


def _file(path: Path, name: str, uri: str) -> Found | Problem:
    try:
        status = path.stat()
    except OSError as error:
        return _unreadable(uri, f"the file cannot be read: {error.strerror}")
    if not stat.S_ISREG(status.st_mode):
        return _unreadable(uri, "not a file but a device, pipe or socket")
    if status.st_size > ORIGINAL_BYTES:
        return _unreadable(uri, f"{mb(status.st_size)} long; files up to {mb(ORIGINAL_BYTES)} are taken in")
    if not os.access(path, os.R_OK):
        return _unreadable(uri, "the file cannot be read: no permission")
    return Found(_legible(name), _legible(uri), path)


def _unreadable(uri: str, what: str) -> Problem:
    way_out = "check that it exists and that you may read it, then build again"
    return Problem(what, "not taken into the case", way_out, where=_legible(uri))


def _legible(name: str) -> str:
    """Replace what is no text in a file name (bytes of another encoding) by question marks, so that it can be stored."""
    return name.encode("utf-8", "replace").decode("utf-8")
