"""What passes between the readers of ingest: a piece of an original, on its way to being documents and problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from sayso.ingest.decode import Doubt
from sayso.model.ids import make_document
from sayso.model.text import Claimed, Document, Mark, Problem, Span

__all__ = ["Outcome", "Piece", "document_of", "is_hidden", "missing_text", "problem_of", "unreadable"]

Outcome = Iterator[Document | Problem]
"""What a reader yields, in the order it stands in the original."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that a reader is given: a whole original, or a member of one; `name` is what a person would call it."""

    original: str
    name: str
    data: bytes
    member: str = ""


def is_hidden(path: str) -> bool:
    """Tell whether a path inside a folder or archive is one that systems and editors leave behind."""
    return any(
        part.startswith((".", "__MACOSX")) or part.endswith("~")
        for part in PurePosixPath(path).parts
        if part not in {".", ".."}
    )


def problem_of(
    piece: Piece, what: str, consequence: str, way_out: str, *, member: str | None = None, line: int | None = None
) -> Problem:
    """Make the problem of a piece; `line` counts from 1."""
    where = piece.name if line is None else f"{piece.name}, line {line}"
    return Problem(what, consequence, way_out, piece.original, (member or piece.member) or None, where=where)


def document_of(
    piece: Piece,
    text: str,
    doubts: tuple[Doubt, ...] = (),
    *,
    media_type: str,
    extractor: str | None = None,
    claimed: Claimed | None = None,
    given_id: str | None = None,
    marks: tuple[Mark, ...] = (),
) -> Document:
    """Make a document; its doubts become problems that point into its text."""  # fmt: skip
    document = make_document(
        piece.original,
        piece.name,
        text,
        member=piece.member,
        media_type=media_type,
        given_id=given_id,
        extractor=extractor,
        claimed=claimed,
    )
    return replace(document, marks=marks, problems=tuple(_doubt(piece, document.id, doubt) for doubt in doubts))


def _doubt(piece: Piece, document: str, doubt: Doubt) -> Problem:
    span = None if doubt.at is None else Span(doubt.at, doubt.at + 1)
    return Problem(
        doubt.what, doubt.consequence, doubt.way_out, piece.original, piece.member or None, document, span, piece.name
    )


def unreadable(piece: Piece, what: str) -> Problem:
    """Make the problem of bytes that are no text."""
    return problem_of(
        piece,
        what,
        "not read; the original is kept",
        "convert it to text (UTF-8), HTML or a table of articles and add that",
    )


def missing_text(piece: Piece) -> Problem:
    """Make the problem of a piece with nothing in it."""
    return problem_of(
        piece,
        "empty: there is no text in it",
        "no document was made of it",
        "check that the file was saved or sent whole",
    )
