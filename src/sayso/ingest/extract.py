"""One preserved original to documents and problems. The same bytes under the same name give the same, always."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from sayso.ingest import limits
from sayso.ingest.archives import largest
from sayso.ingest.kinds import Kind, kind_of
from sayso.ingest.limits import mb
from sayso.ingest.pieces import Budget, Given, Outcome, Piece, missing_text, problem_of, with_claims
from sayso.ingest.walk import ReadPiece, Walk
from sayso.model.text import Document, Problem

__all__ = ["extract"]

Reader = Callable[[Piece], Outcome]
"""Reads a whole piece held in memory: one page, one letter, one table."""

Unpacker = Callable[[Piece, IO[bytes], ReadPiece], Outcome]
"""Streams the members of a container and gives each to `read_piece`."""

# Each kind's reader by name: its libraries load when the first file of that kind comes, and many cases hold few kinds.
READERS: Mapping[Kind, str] = {
    Kind.TEXT: "plain:read_plain",
    Kind.HTML: "html:read_html",
    Kind.XLSX: "sheets:read_xlsx",
    Kind.JSON: "json_lists:read_json",
    Kind.FEED: "feeds:read_feed",
    Kind.RIS: "references:read_ris",
    Kind.PDF: "pdf:read_pdf",
    Kind.DOCX: "docx:read_docx",
    Kind.ODT: "odt:read_odt",
    Kind.RTF: "rtf:read_rtf",
    Kind.MHTML: "mhtml:read_mhtml",
}
CONTAINERS: Mapping[Kind, str] = {
    Kind.JSON_LINES: "tables:read_json_lines",
    Kind.CSV: "tables:read_csv",
    Kind.ZIP: "archives:read_zip",
    Kind.TAR: "tars:read_tar",
    Kind.PACKED: "packed:read_packed",
    Kind.WARC: "warc:read_warc",
    Kind.WACZ: "wacz:read_wacz",
    Kind.MAIL: "mail:read_mail",
    Kind.MBOX: "mbox:read_mbox",
}


@cache
def _load(place: str) -> Any:
    module, _, function = place.partition(":")
    return getattr(import_module(f"sayso.ingest.{module}"), function)


def extract(
    original: str, name: str, path: Path, *, given: Given | None = None, walk: Walk | None = None
) -> Iterator[Document | Problem]:
    """Yield the documents and problems of the original kept at `path`, known to people as `name`.

    `given` is what the user said of it, `walk` where to go on and where it is told how far this has come.
    """
    walk, given = walk or Walk(), given or Given()
    with path.open("rb") as stream:
        piece = Piece(original, name, b"", budget=Budget(), given=given, notes=walk.notes)
        for outcome in _never_silent(piece, _outcomes(piece, stream, walk), walk):
            walk.tell(stream)
            whole = isinstance(outcome, Document) and not outcome.member
            yield with_claims(outcome, given.claimed) if whole and isinstance(outcome, Document) else outcome


def _outcomes(piece: Piece, stream: IO[bytes], walk: Walk) -> Outcome:
    kind, size = kind_of(piece.name, stream.read(64)), stream.seek(0, io.SEEK_END)
    stream.seek(0)
    if not size:
        yield missing_text(piece)
    elif kind in CONTAINERS:
        yield from _load(CONTAINERS[kind])(piece, stream, walk.reading(stream, _read_piece))
    elif kind is Kind.OTHER or size > largest(kind):
        yield _not_read(piece, kind, size)
    else:
        yield from _load(READERS[kind])(replace(piece, data=stream.read()))


def _never_silent(piece: Piece, outcomes: Outcome, walk: Walk) -> Outcome:
    """Pass outcomes on; when there is none at all, that is a problem, unless members of the walk were passed by."""
    nothing = True
    for outcome in outcomes:
        nothing = False
        yield outcome
    if nothing and not walk.finished:
        yield missing_text(piece)


def _read_piece(piece: Piece, kind: Kind) -> Outcome:
    if not piece.data:
        yield missing_text(piece)
    elif kind in CONTAINERS and piece.depth >= limits.ARCHIVE_DEPTH:
        what = f"files inside files, more than {limits.ARCHIVE_DEPTH} deep"
        yield problem_of(
            piece, what, "not read; it is kept inside the file around it", "take it out and add it by itself"
        )
    elif kind in CONTAINERS:
        inside = _load(CONTAINERS[kind])(replace(piece, data=b""), io.BytesIO(piece.data), _read_piece)
        yield from _never_silent(piece, inside, Walk())
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
        piece, what, "not read; the original is kept", "save it as text, HTML, PDF, .docx, .jsonl or .csv and add that"
    )
