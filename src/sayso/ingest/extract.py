"""One preserved original to documents and problems. The same bytes under the same name give the same, always."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sayso.ingest.archives import largest, read_zip
from sayso.ingest.kinds import Kind, kind_of
from sayso.ingest.limits import mb
from sayso.ingest.pieces import Outcome, Piece, missing_text, problem_of
from sayso.ingest.plain import read_plain
from sayso.ingest.tables import read_csv, read_json_lines
from sayso.model.text import Problem

__all__ = ["extract"]


def _read_html(piece: Piece) -> Outcome:
    from sayso.ingest.html import read_html  # noqa: PLC0415  lxml and trafilatura load slowly, and many cases hold no page

    return read_html(piece)


READERS: Mapping[Kind, Callable[[Piece], Outcome]] = {
    Kind.TEXT: read_plain,
    Kind.HTML: _read_html,
    Kind.JSON_LINES: read_json_lines,
    Kind.CSV: read_csv,
}


def extract(original: str, name: str, path: Path) -> Outcome:
    """Yield the documents and problems of the original kept at `path`, known to people as `name`."""
    size = path.stat().st_size
    piece = Piece(original, name, b"")
    with path.open("rb") as stream:
        kind = kind_of(name, stream.read(64))
        stream.seek(0)
        if not size:
            yield missing_text(piece)
        elif kind is Kind.ZIP:
            yield from read_zip(piece, stream, _read_piece)
        elif kind is Kind.OTHER or size > largest(kind):
            yield _not_read(piece, kind, size)
        else:
            yield from READERS[kind](Piece(original, name, stream.read()))


def _read_piece(piece: Piece, kind: Kind) -> Outcome:
    if not piece.data:
        yield missing_text(piece)
    elif kind in READERS:
        yield from READERS[kind](piece)
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
