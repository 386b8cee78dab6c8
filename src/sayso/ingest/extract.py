"""One preserved original to documents and problems. The same bytes under the same name give the same, always."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from sayso.ingest.archives import largest
from sayso.ingest.kinds import Kind, kind_of
from sayso.ingest.limits import mb
from sayso.ingest.pieces import Outcome, Piece, missing_text, problem_of
from sayso.model.text import Problem

__all__ = ["extract"]

Reader = Callable[[Piece], Outcome]
"""Reads a whole piece held in memory: one page, one letter, one table."""

ReadPiece = Callable[[Piece, Kind], Outcome]
Unpacker = Callable[[Piece, IO[bytes], ReadPiece], Outcome]
"""Streams the members of a container and gives each to `read_piece`."""

# Each kind's reader by name: its libraries load when the first file of that kind comes, and many cases hold few kinds.
READERS: Mapping[Kind, str] = {
    Kind.TEXT: "plain:read_plain",
    Kind.HTML: "html:read_html",
    Kind.JSON_LINES: "tables:read_json_lines",
    Kind.CSV: "tables:read_csv",
}
CONTAINERS: Mapping[Kind, str] = {
    Kind.ZIP: "archives:read_zip",
}


@cache
def _load(place: str) -> Any:
    module, _, function = place.partition(":")
    return getattr(import_module(f"sayso.ingest.{module}"), function)


def extract(original: str, name: str, path: Path) -> Outcome:
    """Yield the documents and problems of the original kept at `path`, known to people as `name`."""
    size = path.stat().st_size
    piece = Piece(original, name, b"")
    with path.open("rb") as stream:
        kind = kind_of(name, stream.read(64))
        stream.seek(0)
        if not size:
            yield missing_text(piece)
        elif kind in CONTAINERS:
            yield from _load(CONTAINERS[kind])(piece, stream, _read_piece)
        elif kind is Kind.OTHER or size > largest(kind):
            yield _not_read(piece, kind, size)
        else:
            yield from _load(READERS[kind])(Piece(original, name, stream.read()))


def _read_piece(piece: Piece, kind: Kind) -> Outcome:
    if not piece.data:
        yield missing_text(piece)
    elif kind in READERS:
        yield from _load(READERS[kind])(piece)
    else:
        yield _not_read(piece, kind, len(piece.data))


def _not_read(piece: Piece, kind: Kind, size: int) -> Problem:
    if kind is not Kind.OTHER:
        what = f"{mb(size)} long, and no more than {mb(largest(kind))} is read at once"
        return problem_of(piece, what, "not read; the original is kept", "split it into its articles and add those")
    extension = piece.name.rpartition(".")[2].lower() if "." in piece.name.rpartition("/")[2] else "such"
    what = f"{extension} files are not read yet"
    return problem_of(
        piece, what, "not read; the original is kept", "save it as text, HTML, .jsonl or .csv and add that"
    )
