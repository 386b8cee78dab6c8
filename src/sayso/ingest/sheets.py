"""Workbooks (.xlsx): each sheet with a column of text is a table of articles. Dates come out in ISO 8601, macros never run.

The library that reads them believes what a workbook says of itself, so it is given a copy made of the parts that were looked
through: unfolded within limits, and with no more room between the first and the last cell than a table takes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook

from sayso.ingest import limits
from sayso.ingest.archives import DAMAGED
from sayso.ingest.columns import columns_of
from sayso.ingest.decode import replace_surrogates
from sayso.ingest.pieces import Outcome, Piece, missing_text, problem_of
from sayso.ingest.rows import Row, Rows, columns_told, order_of_days
from sayso.ingest.tables import SAMPLE_ROWS

__all__ = ["read_xlsx"]

NEEDED = (
    "xl/worksheets/",
    "xl/_rels/",
    "_rels/",
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "[Content_Types].xml",
)
HEADER_ROWS = 10  # a title and notes may stand above the header, no more than this
BROKEN = (CalamineError, ValueError, OSError, KeyError)


class _Refused(Exception):  # noqa: N818  it says what the workbook is
    """A workbook is not read, and why."""


def read_xlsx(piece: Piece) -> Outcome:
    """Make a document of each row under the header of each sheet."""
    try:
        sheets = list(_sheets(_safe_copy(piece.data)))
    except _Refused as error:
        way_out = "save the sheet as .csv and add that"
        yield problem_of(piece, str(error), "not read; the original is kept", way_out)
        return
    tables = [(name, *found) for name, rows in sheets if (found := _header(rows))]
    with_text = [table for table in tables if columns_of(table[2], piece.given.columns).of("text")] or tables[:1]
    if not tables:
        yield missing_text(piece)
    for name, at, header, rows in with_text:
        yield from _table(piece, f"{name}!" if len(with_text) > 1 else "", at, header, rows)


def _table(piece: Piece, label: str, at: int, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Outcome:
    sample = [dict(zip(header, row, strict=False)) for row in rows[:SAMPLE_ROWS]]
    columns, problems = columns_told(piece, header, sample)
    yield from problems
    if columns.of("text"):
        made = Rows(piece, columns, (), order_of_days(columns, sample), label)
        filled = [(line, row) for line, row in enumerate(rows, start=at + 1) if any(row)]
        for number, (line, row) in enumerate(filled, start=1):
            yield from made.document(Row(number, line, dict(zip(header, row, strict=False))))


def _header(rows: list[list[str]]) -> tuple[int, list[str], list[list[str]]] | None:
    """Find the header: the first row that names a column of text, else the first with two cells filled or more."""
    first = [(number, row) for number, row in enumerate(rows[:HEADER_ROWS], start=1) if any(row)]
    if not first:
        return None
    named = [item for item in first if columns_of(item[1]).of("text") and sum(map(bool, item[1])) > 1]
    number, row = (named or [item for item in first if sum(map(bool, item[1])) > 1] or first)[0]
    return number, [name.strip() for name in row], rows[number:]


def _sheets(data: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            yield (
                name,
                [
                    [_words(cell) for cell in row]
                    for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                ],
            )
    except BROKEN as error:
        raise _Refused(f"a damaged workbook: {error}") from error
    except BaseException as error:
        # A panic of the library, which is written in Rust, is no ordinary error, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise _Refused("a damaged workbook: the library that reads it gave up") from error


def _words(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return replace_surrogates(str(cell))[0]


def _safe_copy(data: bytes) -> bytes:
    """Return a workbook of those parts that a table is made of, each unfolded and looked through."""
    made, left = io.BytesIO(), limits.SHEET_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as copy:
            for info in sorted(book.infolist(), key=lambda info: info.filename):
                if not info.filename.startswith(NEEDED) or info.is_dir():
                    continue
                if info.flag_bits & 1:
                    raise _Refused("locked with a password")
                with book.open(info) as stream:
                    part = stream.read(left + 1)
                left -= len(part)
                if left < 0:
                    raise _Refused(f"it unfolds to more than {limits.mb(limits.SHEET_BYTES)}")
                _look_through(part, sheet=info.filename.startswith("xl/worksheets/sheet"))
                copy.writestr(info.filename, part)
    except DAMAGED as error:
        raise _Refused(f"a damaged workbook: {error}") from error
    return made.getvalue()


def _look_through(part: bytes, *, sheet: bool) -> None:
    """Refuse XML that declares entities, and a sheet that spans more cells than any table."""
    parser, far = expat.ParserCreate(namespace_separator=" "), [0, 0]

    def declared(*_: object) -> None:
        raise _Refused("its parts declare entities, as no workbook does")

    def opened(name: str, attributes: dict[str, str]) -> None:
        place = attributes.get("r", "") if name.rpartition(" ")[2] == "c" else ""
        letters = place.rstrip("0123456789")
        far[0] = max(far[0], _column(letters))
        far[1] = max(far[1], int(place[len(letters) :][:8] or 0))
        if far[0] * far[1] > limits.SHEET_CELLS:
            raise _Refused(f"a sheet spans more than {limits.SHEET_CELLS:,} cells")

    parser.StartDoctypeDeclHandler = declared
    if sheet:
        parser.StartElementHandler = opened
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise _Refused(f"a damaged workbook: {error}") from error


def _column(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + max(0, min(ord(letter) - 64, 26))
    return number
