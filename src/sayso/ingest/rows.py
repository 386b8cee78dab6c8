"""Rows of an article table to documents: the text of a row is the document, its other columns are what is claimed of it.

The member locator is the row's given id, or `row 7` (counted from 1, a header not counted).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from sayso.ingest import limits
from sayso.ingest.claimed_dates import DayFirst, day_first, iso_date
from sayso.ingest.columns import Columns, columns_of, prose_column
from sayso.ingest.decode import Doubt, clean
from sayso.ingest.pieces import Outcome, Piece, document_of, problem_of
from sayso.model.text import Claimed, Document, Mark, Problem

__all__ = ["SKIPPED", "Row", "Rows", "columns_told", "order_of_days"]

SKIPPED = "this row was not read; the others were"
MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|h[1-6]|li|ul|ol|strong|em|b|i|blockquote|img)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
SAMPLE = 20_000  # so far into a text markup is looked for
CLAIMS = tuple(item.name for item in fields(Claimed))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number (from 1), the line it begins on, and its fields as text."""

    number: int
    line: int
    fields: Mapping[str, str]
    doubts: tuple[Doubt, ...] = ()


@dataclass(slots=True)
class Rows:
    """Makes the documents of one table and keeps their member locators apart."""

    piece: Piece
    columns: Columns
    doubts: tuple[Doubt, ...] = ()
    first: DayFirst = None
    label: str = ""
    _seen: set[str] = field(default_factory=set)

    def document(self, row: Row) -> Outcome:
        """Make a row's document, or say why there is none."""
        given = {name: row.fields.get(column, "").strip() or None for name, column in self.columns.pairs}
        text = clean(row.fields.get(self.columns.of("text") or "", ""))
        marks: tuple[Mark, ...] | None = None
        if len(text) <= limits.DOCUMENT_BYTES and len(MARKUP.findall(text[:SAMPLE])) > 1:
            text, marks = _fragment(text)
        label, twice = self._label(given.get("id"), row.number)
        if not text.strip():
            yield self._problem(row, label, "the row has no text", SKIPPED, "fill in its text")
        elif len(text.encode("utf-8", "replace")) > limits.DOCUMENT_BYTES:
            what = f"longer than {limits.mb(limits.DOCUMENT_BYTES)}"
            yield self._problem(row, label, what, SKIPPED, "split it into its articles")
        else:
            yield self._made(row, text, label, given, marks)
        if twice:
            what = f"the id {given.get('id')!r} is given twice"
            yield self._problem(row, label, what, f"this row goes by {label!r}", "give each row its own id")

    def _problem(self, row: Row, label: str, what: str, consequence: str, way_out: str) -> Problem:
        return problem_of(self.piece, what, consequence, way_out, member=self._member(label), line=row.line)

    def _made(
        self, row: Row, text: str, label: str, given: Mapping[str, str | None], marks: tuple[Mark, ...] | None
    ) -> Document:
        """Make a row's document; `marks` is None where its text held no markup."""
        claimed = Claimed(**{name: given.get(name) for name in CLAIMS})
        if claimed.published:
            claimed = replace(claimed, published=iso_date(claimed.published, self.first))
        piece = replace(self.piece, name=f"{self.piece.name}#{label}", member=self._member(label))
        doubts = tuple(replace(d, at=_place(text, d)) for d in (*self._decoding_doubts(text), *row.doubts))
        form, extractor = ("text/plain", None) if marks is None else ("text/html", "sayso fragment 1")
        return document_of(
            piece, text, doubts, media_type=form, extractor=extractor, claimed=claimed, given_id=given.get("id"), marks=marks or (),
        )  # fmt: skip

    def _member(self, label: str) -> str:
        return f"{self.piece.member}#{label}" if self.piece.member else label

    def _decoding_doubts(self, text: str) -> tuple[Doubt, ...]:
        """Give a row the doubts about the file's encoding that concern its own words."""
        odd = not text.isascii()
        return tuple(d for d in self.doubts if (("\ufffd" in text) if d.at is not None else odd))

    def _label(self, given: str | None, number: int) -> tuple[str, bool]:
        """Name a row by its given id or its number, and tell whether that id was taken already."""
        label = f"{self.label}{given or f'row {number}'}"
        twice = label in self._seen
        if twice:
            label = f"{label} row {number}"
        self._seen.add(label)
        return label, twice


def columns_told(
    piece: Piece, names: Sequence[str], sample: Sequence[Mapping[str, str]]
) -> tuple[Columns, list[Problem]]:
    """Tell which column holds what, note it for the user, and say what is wrong with it."""
    columns = columns_of(names, piece.given.columns)
    problems = [] if not columns.missing else [_missing(piece, names, columns)]
    if columns.of("text") is None:
        prose = prose_column(
            [{name: row.get(name, "") for name in names if name not in dict(columns.pairs).values()} for row in sample]
        )
        if prose is None:
            return columns, [*problems, _no_text(piece, names)]
        columns = columns_of(names, (*piece.given.columns, ("text", prose)))
        what = f"no column is named as one of text; {prose!r} was read as it, because it holds prose"
        way_out = f"if that is wrong, say which does: --column text=NAME; the columns are: {_listed(names)}"
        problems.append(problem_of(piece, what, "its other columns may be misread too", way_out))
    unused = [name for name in names if name and name not in dict(columns.pairs).values()]
    piece.notes.append(
        f"columns of {piece.name}: {columns.told()}" + (f"; not used: {_listed(unused)}" if unused else "")
    )
    return columns, problems


def order_of_days(columns: Columns, sample: Iterable[Mapping[str, str]]) -> DayFirst:
    """Tell from a table's first rows whether the day stands before the month."""
    name = columns.of("published")
    return day_first(row.get(name, "") for row in sample) if name else None


def _listed(names: Sequence[str]) -> str:
    whole = ", ".join(names)
    return whole if len(whole) <= 200 else f"{whole[:200]} …"


def _missing(piece: Piece, names: Sequence[str], columns: Columns) -> Problem:
    what = f"it has no column {_listed(columns.missing)!r}; its columns are: {_listed(names)}"
    return problem_of(piece, what, f"read as {columns.told() or 'nothing'}", "name one of its columns with --column")


def _no_text(piece: Piece, names: Sequence[str]) -> Problem:
    return problem_of(
        piece,
        f"no column holds the articles' text; the columns are: {_listed(names)}",
        "nothing of it was read",
        "name that column 'text', or say which it is: --column text=NAME",
    )


def _fragment(markup: str) -> tuple[str, tuple[Mark, ...]]:
    from sayso.ingest.html import read_fragment  # noqa: PLC0415  it loads slowly, and few tables hold markup

    return read_fragment(markup)


def _place(text: str, doubt: Doubt) -> int | None:
    at = text.find("\ufffd") if doubt.at is not None else -1
    return at if at >= 0 else None
