"""What passes between the readers of ingest: a piece of an original, on its way to being documents and problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import PurePosixPath

from sayso.ingest import limits
from sayso.ingest.decode import Doubt
from sayso.model.ids import make_document
from sayso.model.text import Claimed, Document, Mark, Problem, Span
from sayso.segment.mojibake import find_broken

__all__ = [
    "Budget",
    "Given",
    "Outcome",
    "Piece",
    "document_of",
    "is_hidden",
    "missing_text",
    "problem_of",
    "unreadable",
    "with_claims",
]

Outcome = Iterator[Document | Problem]
"""What a reader yields, in the order it stands in the original."""


@dataclass(slots=True)
class Budget:
    """What one outermost container (an archive, a letter) may still unfold to, everything inside it together."""

    total: int = field(default_factory=lambda: limits.ARCHIVE_TOTAL)
    members: int = field(default_factory=lambda: limits.ARCHIVE_MEMBERS)


@dataclass(frozen=True, slots=True)
class Given:
    """What the user said of a file: pairs (field of ours, column of a table), and what a list of references says of it."""

    columns: tuple[tuple[str, str], ...] = ()
    claimed: Claimed = field(default_factory=Claimed)


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that a reader is given: a whole original, or a member of one; `name` is what a person would call it.

    `depth` counts the containers it lies in, `budget` is what the outermost of them may still unfold to. `notes` takes what
    the user should be told that is no problem: which columns were read as what, how much was passed by.
    """

    original: str
    name: str
    data: bytes
    member: str = ""
    depth: int = 0
    budget: Budget | None = None
    given: Given = field(default_factory=Given)
    notes: list[str] = field(default_factory=list, compare=False)


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
    doubts = (*doubts, *_broken_letters(text))
    return replace(document, marks=marks, problems=tuple(_doubt(piece, document.id, doubt) for doubt in doubts))


def _broken_letters(text: str) -> tuple[Doubt, ...]:
    """Say that letters were broken before they came here; the text stays, and is read as it was meant."""
    count, first = find_broken(text)
    what = f"{count} broken {'letter' if count == 1 else 'letters'} (UTF-8 that was read as Windows-1252 or Latin-1)"
    read = "shown as it came; the letters, dashes and quotation marks that were meant are read"
    return (Doubt(what, read, "get the text anew in UTF-8 if it is to be shown whole", first),) if count else ()


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


def with_claims(document: Document, claimed: Claimed) -> Document:
    """Return a document that claims `claimed`, and whatever else it claimed itself."""
    stated = {item.name: getattr(claimed, item.name) for item in fields(claimed) if getattr(claimed, item.name)}
    return replace(document, claimed=replace(document.claimed, **stated)) if stated else document
