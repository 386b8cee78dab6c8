"""The table of statements can be opened in a spreadsheet without running what a document says."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.made_case import made_case

from sayso.export.statements_csv import COLUMNS, safe_cell, statements_csv


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(statements_csv(made_case())), newline="")))


def test_one_line_a_statement_with_voice_and_place() -> None:
    case = made_case()
    table = rows()
    assert len(table) == sum(len(reading.statements) for reading in case.readings)
    said = next(row for row in table if row["words"].startswith("20 fishermen"))
    assert (said["voice"], said["name"], said["line"], said["places"], said["figures"]) == (
        "the mayor", "one.txt", "3", "Kestrin", "20 fishermen",
    )  # fmt: skip


def test_words_are_those_of_the_text() -> None:
    texts = {reading.document: reading.text for reading in made_case().readings}
    for row in rows():
        assert row["words"] == texts[row["document"]][int(row["start"]) : int(row["end"])]


def test_columns_are_named_once() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", "＝1"])
def test_a_formula_is_made_harmless(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


@given(st.text(max_size=8))
def test_other_cells_stay_as_they_are(text: str) -> None:
    cell = safe_cell(text)
    assert cell in (text, f"'{text}")
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
