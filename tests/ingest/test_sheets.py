"""Workbooks: sheets with a column of text are tables of articles; what no table needs is never unfolded."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.sax.saxutils import escape

import pytest

from sayso.ingest import limits

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
Cell = str | int | float


def cell(place: str, value: Cell) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return (
        f'<c r="{place}" s="1"><v>{value}</v></c>' if isinstance(value, float) else f'<c r="{place}"><v>{value}</v></c>'
    )


def sheet(*rows: tuple[Cell, ...]) -> str:
    lines = (
        "".join(cell(f"{chr(65 + at)}{number}", value) for at, value in enumerate(row) if value != "")
        for number, row in enumerate(rows, 1)
    )
    return (
        f'<worksheet xmlns="{MAIN}"><sheetData>'
        + "".join(f'<row r="{n}">{line}</row>' for n, line in enumerate(lines, 1))
        + "</sheetData></worksheet>"
    )


def workbook(*sheets: str, **more: bytes) -> bytes:
    """Make a workbook; numbers with a point are days in the style of a date."""
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + "".join(f'<sheet name="Sheet{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">' + "".join(f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers)
        + f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    } | {f"xl/worksheets/sheet{n}.xml": words for n, words in zip(numbers, sheets, strict=True)}  # fmt: skip
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for name, words in (parts | more).items():
            book.writestr(name.replace("__", "/"), words)
    return made.getvalue()


HEADER = ("Headline", "Body", "Date", "No")


def test_rows_are_documents_and_dates_are_iso(ingest: Any) -> None:
    found = ingest(
        "t.xlsx",
        workbook(sheet(HEADER, ("Flight", "Ten people fled.", 41673.0, 7), ("Rest", "Nine stayed.", "3.2.2014", 8))),
    )
    assert [(d.member, d.text, d.claimed.title, d.claimed.published) for d in found.documents] == [
        ("row 1", "Ten people fled.", "Flight", "2014-02-03"), ("row 2", "Nine stayed.", "Rest", "2014-02-03"),
    ]  # fmt: skip
    assert not found.problems


def test_a_title_may_stand_above_the_header(ingest: Any) -> None:
    data = workbook(
        sheet(
            ("What was written in Orlo",),
            (),
            HEADER,
            ("Flight", "Ten people fled.", 41673.0, 7),
            (),
            ("Rest", "", "", 1),
        )
    )
    found = ingest("t.xlsx", data)
    assert [document.text for document in found.documents] == ["Ten people fled."]
    assert [problem.where for problem in found.problems] == ["t.xlsx, line 6"]


def test_every_sheet_with_a_column_of_text_is_read(ingest: Any) -> None:
    one = sheet(HEADER, ("Flight", "Ten people fled.", 41673.0, 7))
    documents = ingest("t.xlsx", workbook(one, sheet(("x", "y"), ("1", "2")), one)).documents
    assert [document.member for document in documents] == ["Sheet1!row 1", "Sheet3!row 1"]
    assert (
        "no column holds the articles' text" in ingest("t.xlsx", workbook(sheet(("x", "y"), ("1", "2")))).problem.what
    )


def test_a_sheet_as_wide_as_can_be_is_refused_and_not_unfolded(ingest: Any) -> None:
    far = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cell("A1", 1)}</row><row r="1048576">{cell("XFD1048576", 1)}</row></sheetData></worksheet>'
    assert "spans more than" in ingest("t.xlsx", workbook(far)).problem.what


def test_a_bomb_stops_at_the_limit(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SHEET_BYTES", 100_000)
    assert "unfolds to more than" in ingest("t.xlsx", workbook(sheet(HEADER) + " " * 200_000)).problem.what
    pictures = workbook(sheet(HEADER, ("Flight", "Ten fled.", 1, 1)), xl__media__image1=bytes(10_000_000))
    assert ingest("t.xlsx", pictures).document.text == "Ten fled."


def test_entities_are_refused(ingest: Any) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + sheet(HEADER)
    assert "declare entities" in ingest("t.xlsx", workbook(bomb)).problem.what


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"no workbook", workbook("<worksheet"), workbook(sheet(HEADER))[:-30]])
def test_what_is_damaged_is_a_problem(ingest: Any, data: bytes) -> None:
    assert "not read" in ingest("t.xlsx", data).problem.consequence
