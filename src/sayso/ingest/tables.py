"""Tables of articles: JSON Lines and CSV. Columns are found by their usual names; each row becomes a document.

The member locator is the row's given id, or `row 7` (counted from 1, the header of a CSV not counted).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.ingest import limits
from sayso.ingest.decode import Decoded, Doubt, clean, decode, replace_surrogates
from sayso.ingest.kinds import disguise
from sayso.ingest.pieces import Outcome, Piece, document_of, missing_text, problem_of, unreadable
from sayso.model.text import Claimed, Document, Problem

__all__ = ["read_csv", "read_json_lines"]

# The names columns go by, best first; compared in lower case without spaces, dashes and underscores.
COLUMNS: Mapping[str, Sequence[str]] = {
    "id": ("id", "docid", "documentid", "articleid", "articleno", "uid", "uuid", "guid", "key", "unitid"),
    "text": (
        "text",
        "articletext",
        "fulltext",
        "body",
        "articlebody",
        "articlecontent",
        "content",
        "maintext",
        "article",
        "story",
        "rawtext",
    ),
    "title": ("title", "headline", "articletitle", "heading"),
    "url": ("url", "link", "articleurl", "sourceurl", "permalink", "uri"),
    "published": (
        "published",
        "publishedat",
        "publicationdate",
        "datepublished",
        "pubdate",
        "publishdate",
        "articledate",
        "date",
    ),
    "outlet": ("outlet", "sitename", "publisher", "publication", "newspaper", "source", "sourcename", "site", "medium"),
    "language": ("language", "lang", "languagecode"),
    "byline": ("byline", "author", "authors", "reporter"),
}
FOLD = re.compile(r"[\s_\-.]+")
SKIPPED = "this row was not read; the others were"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number (from 1), the line it begins on, and its fields as text."""

    number: int
    line: int
    fields: Mapping[str, str]
    doubts: tuple[Doubt, ...] = ()


def read_json_lines(piece: Piece) -> Outcome:
    """Make a document of each line of JSON."""
    decoded = decode(piece.data)
    if (refused := _refused(piece, decoded)) is not None:
        yield refused
        return
    made = _Members(piece, decoded)
    number = 0
    # Only \\n ends a line: other separators may stand unescaped inside a JSON string.
    for line, words in enumerate((decoded.text or "").split("\n"), start=1):
        if words.strip():
            number += 1
            yield from _json_row(made, number, line, words)
    if not number:
        yield missing_text(piece)


def read_csv(piece: Piece) -> Outcome:
    """Make a document of each row under a header."""
    decoded = decode(piece.data)
    if (refused := _refused(piece, decoded)) is not None:
        yield refused
        return
    made = _Members(piece, decoded)
    csv.field_size_limit(limits.TABLE_BYTES)  # the standard library's 128 kB would refuse a long article
    lines = csv.reader(
        io.StringIO(decoded.text or "", newline=""), delimiter=_delimiter(piece.name, decoded.text or "")
    )
    try:
        header = next(lines, [])
        if not any(header):
            yield missing_text(piece)
        elif "text" not in _columns(header):
            yield _no_text_column(piece, header)
        else:
            for number, cells in enumerate((cells for cells in lines if any(cells)), start=1):
                yield from made.document(Row(number, lines.line_num, dict(zip(header, cells, strict=False))))
    except csv.Error as error:
        yield problem_of(
            piece,
            f"broken table: {error}",
            "the rows from here on were not read",
            "repair the line",
            line=lines.line_num,
        )


def _refused(piece: Piece, decoded: Decoded) -> Problem | None:
    what = disguise(piece.data[:64])
    return (
        unreadable(piece, f"named like a table, but it is {what or 'binary data'}")
        if what or decoded.text is None
        else None
    )


def _delimiter(name: str, text: str) -> str:
    """Take the separator that the header holds most of."""
    header = text.split("\n", 1)[0]
    return "\t" if name.lower().endswith(".tsv") else max(",;\t|", key=header.count)


def _no_text_column(piece: Piece, header: Sequence[str]) -> Problem:
    names = ", ".join(header)[:200]
    return problem_of(
        piece,
        f"no column holds the articles' text; the columns are: {names}",
        "nothing of it was read",
        "name that column 'text'",
    )


def _columns(names: Sequence[str]) -> dict[str, str]:
    """Map our fields to the table's own names."""
    folded = {FOLD.sub("", name).lower(): name for name in reversed(names)}
    return {
        field: folded[known] for field, choices in COLUMNS.items() for known in reversed(choices) if known in folded
    }


def _json_row(made: _Members, number: int, line: int, words: str) -> Outcome:
    try:
        value = json.loads(words)
    except (ValueError, RecursionError) as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep or holding a number too long"
        yield problem_of(made.piece, f"not JSON: {what}", SKIPPED, "write one JSON object a line", line=line)
        return
    if not isinstance(value, dict) or "text" not in _columns([str(key) for key in value]):
        yield problem_of(
            made.piece, "no object with a field 'text'", SKIPPED, 'write {"id": …, "text": …} on each line', line=line
        )
        return
    fields, where = {}, None
    for key, item in value.items():
        fields[str(key)], at = replace_surrogates(_as_text(item))
        where = at if where is None else where
    yield from made.document(Row(number, line, fields, () if where is None else (_surrogate(),)))


def _as_text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_as_text(item) for item in value)
    return (
        ""
        if value is None
        else value
        if isinstance(value, str)
        else str(value)
        if isinstance(value, int | float)
        else ""
    )


def _surrogate() -> Doubt:
    return Doubt(
        "half a character (a lone surrogate) in the JSON",
        "each is shown as \ufffd, and what stood there is not known",
        "export the table anew with whole characters",
        at=0,
    )


class _Members:
    """Makes the documents of one table and keeps their member locators apart."""

    def __init__(self, piece: Piece, decoded: Decoded) -> None:
        self.piece = piece
        self._decoded = decoded
        self._seen: set[str] = set()

    def document(self, row: Row) -> Outcome:
        """Make a row's document, or say why there is none."""
        columns = _columns(list(row.fields))
        given = {field: row.fields[name].strip() or None for field, name in columns.items()}
        text = clean(row.fields[columns["text"]])
        label, twice = self._label(given.get("id"), row.number)
        if not text.strip():
            yield self._problem(row, label, "the row has no text", SKIPPED, "fill in its text")
        elif len(text.encode()) > limits.DOCUMENT_BYTES:
            what = f"longer than {limits.mb(limits.DOCUMENT_BYTES)}"
            yield self._problem(row, label, what, SKIPPED, "split it into its articles")
        else:
            yield self._made(row, text, label, given)
        if twice:
            what = f"the id {given.get('id')!r} is given twice"
            yield self._problem(row, label, what, f"this row goes by {label!r}", "give each row its own id")

    def _problem(self, row: Row, label: str, what: str, consequence: str, way_out: str) -> Problem:
        return problem_of(self.piece, what, consequence, way_out, member=self._member(label), line=row.line)

    def _made(self, row: Row, text: str, label: str, given: Mapping[str, str | None]) -> Document:
        claims = (given.get(field) for field in ("title", "byline", "published", "url", "outlet", "language"))
        piece = replace(self.piece, name=f"{self.piece.name}#{label}", member=self._member(label))
        doubts = tuple(replace(d, at=_place(text, d)) for d in (*self._decoding_doubts(text), *row.doubts))
        return document_of(
            piece, text, doubts, media_type="text/plain", claimed=Claimed(*claims), given_id=given.get("id")
        )

    def _member(self, label: str) -> str:
        return f"{self.piece.member}#{label}" if self.piece.member else label

    def _decoding_doubts(self, text: str) -> tuple[Doubt, ...]:
        """Give a row the doubts about the file's encoding that concern its own words."""
        odd = any(c > "\x7f" for c in text)
        return tuple(d for d in self._decoded.doubts if (("\ufffd" in text) if d.at is not None else odd))

    def _label(self, given: str | None, number: int) -> tuple[str, bool]:
        """Name a row by its given id or its number, and tell whether that id was taken already."""
        label = given or f"row {number}"
        twice = label in self._seen
        if twice:
            label = f"{label} row {number}"
        self._seen.add(label)
        return label, twice


def _place(text: str, doubt: Doubt) -> int | None:
    at = text.find("\ufffd") if doubt.at is not None else -1
    return at if at >= 0 else None
