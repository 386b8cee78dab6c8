"""Tables of articles in text: CSV with any separator, and JSON Lines; each row becomes a document as it passes by."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Generator, Mapping, Sequence
from typing import IO, Any

from sayso.ingest import limits
from sayso.ingest.claimed_dates import DayFirst
from sayso.ingest.columns import Columns, columns_of
from sayso.ingest.decode import Doubt, replace_surrogates
from sayso.ingest.kinds import disguise
from sayso.ingest.pieces import Outcome, Piece, missing_text, problem_of, unreadable
from sayso.ingest.rows import SKIPPED, Row, Rows, columns_told, order_of_days
from sayso.ingest.text_lines import SAMPLE, LongLine, TextLines, open_lines
from sayso.ingest.walk import ReadPiece
from sayso.model.text import Problem

__all__ = ["fields_of", "json_lines", "read_csv", "read_json_lines", "surrogate"]

SEPARATORS = ",;\t|^~\x1f"
STATED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
SAMPLE_ROWS = 200
DEPTH = 3  # how deep a row of JSON is looked into: {"source": {"name": …}} is the column source.name


def read_csv(piece: Piece, source: IO[bytes], _read_piece: ReadPiece) -> Outcome:
    """Make a document of each row under a header."""
    table = _opened(piece, source, newline="")
    if isinstance(table, Problem):
        yield table
        return
    csv.field_size_limit(limits.LINE_CHARACTERS)  # the standard library's 128 kB would refuse a long article
    separator = _separator(table.sample)
    lines = csv.reader(table, delimiter=separator)
    try:
        if STATED.match(table.sample):
            next(lines)
        yield from _csv_table(piece, table, lines, separator)
    except (csv.Error, LongLine) as error:
        way_out = "repair the line: a quotation mark may be missing"
        yield problem_of(
            piece, f"broken table: {error}", "the rows from here on were not read", way_out, line=lines.line_num
        )


def _csv_table(piece: Piece, table: TextLines, lines: Any, separator: str) -> Outcome:
    header = [name.strip() for name in next(lines, [])]
    if not any(header):
        yield missing_text(piece)
        return
    sample = _sample(table.sample, separator)
    columns, problems = columns_told(piece, header, sample)
    yield from problems
    if columns.of("text") is None:
        return
    rows = Rows(piece, columns, table.doubts, order_of_days(columns, sample))
    number, line = 0, lines.line_num + 1
    for cells in lines:
        if any(cells):
            number += 1
            yield from rows.document(Row(number, line, _under(header, cells)))
            if any(cells[len(header) :]):
                what = f"the row has {len(cells)} cells under {len(header)} columns: its text may be cut at a separator"
                yield problem_of(
                    piece, what, "the cells too many were not read", "put its text in quotation marks", line=line
                )
        line = lines.line_num + 1


def _under(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Put cells under their column; of columns of one name the first counts."""
    return dict(reversed(list(zip(header, cells, strict=False))))


def _opened(piece: Piece, source: IO[bytes], *, newline: str) -> TextLines | Problem:
    what = disguise(source.read(64))
    source.seek(0)
    found = None if what else open_lines(source, newline=newline)
    return found or unreadable(piece, f"named like a table, but it is {what or 'binary data'}")


def _separator(sample: str) -> str:
    """Take the separator that the file states, or under which most rows are as long as the header."""
    stated = STATED.match(sample)
    return stated[1] if stated else max(SEPARATORS, key=lambda separator: _fit(sample, separator))


def _fit(sample: str, separator: str) -> tuple[bool, float, int]:
    rows = _cells(sample, separator)
    width = len(rows[0]) if rows else 0
    even = sum(len(row) == width for row in rows)
    return width > 1, even / max(len(rows), 1) if width > 1 else 0.0, width


def _cells(sample: str, separator: str) -> list[list[str]]:
    """Split the table's first rows, but for the last of a longer table, which may be cut."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(sample, ""), delimiter=separator):
            if any(row):
                rows.append(row)
            if len(rows) > SAMPLE_ROWS:
                break
    except csv.Error:
        pass
    return rows[:-1] if len(sample) >= SAMPLE and len(rows) > 1 else rows


def _sample(sample: str, separator: str) -> list[dict[str, str]]:
    """Return the table's first rows under its header."""
    rows = _cells(sample[stated.end() :] if (stated := STATED.match(sample)) else sample, separator)
    header = [name.strip() for name in rows[0]] if rows else []
    return [_under(header, row) for row in rows[1:]]


def read_json_lines(piece: Piece, source: IO[bytes], _read_piece: ReadPiece) -> Outcome:
    """Make a document of each line of JSON."""
    yield from json_lines(piece, source)


def json_lines(piece: Piece, source: IO[bytes]) -> Outcome:
    """As `read_json_lines`, for readers that come upon lines of JSON under another name."""
    table = _opened(piece, source, newline="\n")  # only \\n ends a line: others may stand unescaped inside a string
    if isinstance(table, Problem):
        yield table
        return
    columns, first = yield from _json_columns(piece, table)
    rows, number, line = Rows(piece, columns, table.doubts, first), 0, 0
    while True:
        line += 1
        try:
            words = table.line()
        except LongLine as error:
            yield problem_of(piece, str(error), SKIPPED, "split it into its articles", line=line)
            continue
        if not words:
            break
        if words.strip():
            number += 1
            yield from _json_row(rows, columns, number, line, words)
    if not number:
        yield missing_text(piece)


def _json_columns(piece: Piece, table: TextLines) -> Generator[Problem, None, tuple[Columns, DayFirst]]:
    """Tell from the first rows which field holds what, as a table's header does."""
    values = map(_parsed, table.sample.split("\n")[:SAMPLE_ROWS])
    sample = [fields_of(value)[0] for value in values if isinstance(value, dict)]
    names = list(dict.fromkeys(name for row in sample for name in row))
    if not names:
        return Columns(()), None
    columns, problems = columns_told(piece, names, sample)
    yield from problems
    return columns, order_of_days(columns, sample)


def _json_row(rows: Rows, columns: Columns, number: int, line: int, words: str) -> Outcome:
    """Make the document of one line; its fields may be others than those of the first lines."""
    value = _parsed(words)
    if isinstance(value, str):
        yield problem_of(rows.piece, f"not JSON: {value}", SKIPPED, "write one JSON object a line", line=line)
        return
    found, doubts = fields_of(value) if isinstance(value, dict) else ({}, ())
    said = (*rows.piece.given.columns, *(pair for pair in columns.pairs if pair[0] == "text"))
    rows.columns = columns_of(list(found), [pair for pair in said if pair[1] in found])
    if rows.columns.of("text") is None:
        way_out = 'write {"id": …, "text": …} on each line, or say which field holds it: --column text=NAME'
        yield problem_of(rows.piece, "no object with a field 'text'", SKIPPED, way_out, line=line)
    else:
        yield from rows.document(Row(number, line, found, doubts))


def _parsed(words: str) -> Any:
    """Return the value of a line of JSON, or as text why it is none."""
    try:
        value = json.loads(words)
    except json.JSONDecodeError as error:
        return error.msg
    except (ValueError, RecursionError):
        return "nested too deep or holding a number too long"
    return [value] if isinstance(value, str) else value


def fields_of(value: Mapping[str, object]) -> tuple[dict[str, str], tuple[Doubt, ...]]:
    """Return an object's fields as text, those of objects inside it under `outer.inner`, and the doubts about them."""
    found: dict[str, str] = {}
    broken = False
    for key, item in _flat(value, "", DEPTH):
        words, at = replace_surrogates(_as_text(item))
        name, _ = replace_surrogates(key)
        broken = broken or at is not None
        found.setdefault(name, words)
    return found, (surrogate(),) if broken else ()


def _flat(value: Mapping[str, object], prefix: str, depth: int) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for key, item in value.items():
        if isinstance(item, dict) and depth > 1:
            found += _flat(item, f"{prefix}{key}.", depth - 1)
        else:
            found.append((f"{prefix}{key}", item))
    return found


def _as_text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_as_text(_named(item)) for item in value)))
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def _named(item: object) -> object:
    """Return what an object in a list is called: authors are often listed as objects."""
    return item.get("name", "") if isinstance(item, dict) else "" if isinstance(item, list) else item


def surrogate() -> Doubt:
    """Return the doubt about half a character."""
    return Doubt(
        "half a character (a lone surrogate) in the JSON",
        "each is shown as \ufffd, and what stood there is not known",
        "export the table anew with whole characters",
        at=0,
    )
