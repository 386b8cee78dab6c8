"""What the user names, listed file by file: files, folders (recursive, sorted, hidden files left out) and standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError
from sayso.ingest import limits
from sayso.ingest.pieces import is_hidden
from sayso.model.text import Problem

__all__ = ["STANDARD_INPUT", "Found", "find_files", "unreachable"]

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to take in: where it is, what to call it, and where it came from as the user would say it.

    `name` is relative to the source that held it, `uri` begins with the source's own name: neither tells where on this
    machine it lay. `path` is None for standard input. `problem` says why it cannot be taken in, if so.
    """

    name: str
    uri: str
    path: Path | None
    problem: Problem | None = None


def find_files(sources: Sequence[str | Path], *, leave_out: Path | None = None) -> Iterator[Found]:
    """List the files of the sources; `leave_out` is a folder to pass by (the case itself).

    Raises `InputError` at once when a source does not exist, before anything is read.
    """
    for source in sources:
        if str(source) != STANDARD_INPUT and not os.path.lexists(source):
            raise InputError(f"{source}: no such file or folder", "check the name; nothing was taken in")
    return (found for source in sources for found in _source(source, leave_out.resolve() if leave_out else None))


def _source(source: str | Path, leave_out: Path | None) -> Iterator[Found]:
    if str(source) == STANDARD_INPUT:
        yield Found("stdin", "stdin", None)
        return
    path = Path(source)
    if path.is_dir():
        yield from _walk(path, "", path.resolve().name, leave_out)
    else:
        yield _file(path, path.name, path.name)


def _walk(folder: Path, name: str, uri: str, leave_out: Path | None) -> Iterator[Found]:
    """Walk a folder in sorted order; links to folders are not followed, as they may run in circles."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _refused(folder, name or uri, uri, f"the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        path, inside, within = Path(entry.path), f"{name}{entry.name}", f"{uri}/{entry.name}"
        if is_hidden(entry.name) or (leave_out and path.resolve() == leave_out):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, f"{inside}/", within, leave_out)
        elif not entry.is_dir():
            yield _file(path, inside, within)


def _file(path: Path, name: str, uri: str) -> Found:
    try:
        status = path.stat()
    except OSError as error:
        return _refused(path, name, uri, f"the file cannot be read: {error.strerror}")
    if not stat.S_ISREG(status.st_mode):
        return _refused(path, name, uri, "not a file but a device, pipe or socket")
    if status.st_size > limits.ORIGINAL_BYTES:
        return _refused(
            path,
            name,
            uri,
            f"{limits.mb(status.st_size)} long; files up to {limits.mb(limits.ORIGINAL_BYTES)} are taken in",
        )
    if not os.access(path, os.R_OK):
        return _refused(path, name, uri, "the file cannot be read: no permission")
    return Found(_legible(name), _legible(uri), path)


def _refused(path: Path, name: str, uri: str, what: str) -> Found:
    return Found(_legible(name), _legible(uri), path, unreachable(_legible(uri), what))


def unreachable(uri: str, what: str) -> Problem:
    """Make the problem of a file or folder that could not be taken in."""
    return Problem(
        what, "not taken into the case", "check that it exists and that you may read it, then build again", where=uri
    )


def _legible(name: str) -> str:
    """Replace what is no text in a file name (bytes of another encoding) by question marks, so that it can be stored."""
    return name.encode("utf-8", "replace").decode("utf-8")
