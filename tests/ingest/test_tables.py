"""Tables of articles: rows become documents with what the other columns claim."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sayso.ingest import limits


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_rows_are_documents_with_their_claims(ingest: Any) -> None:
    row = {
        "id": "a-1", "text": "Ten fled, she said.\r\nNobody stayed.", "title": "Ten flee", "url": "https://orlo.example/1", "published": "2014-05-14",
        "outlet": "Orlo Post", "language": "en", "byline": ["Ann Brandt", "Bo Lind"],
    }  # fmt: skip
    document = ingest("news.jsonl", lines(row)).document
    assert document.text == "Ten fled, she said.\nNobody stayed."
    assert (document.given_id, document.member, document.name) == ("a-1", "a-1", "news.jsonl#a-1")
    claimed = document.claimed
    assert (claimed.title, claimed.url, claimed.published) == ("Ten flee", "https://orlo.example/1", "2014-05-14")
    assert (claimed.outlet, claimed.language, claimed.byline) == ("Orlo Post", "en", "Ann Brandt, Bo Lind")


@pytest.mark.parametrize("column", ["text", "Body", "article_content", "full text", "Content", "articleBody"])
def test_text_columns_go_by_many_names(ingest: Any, column: str) -> None:
    assert ingest("a.jsonl", lines({column: "Ten fled."})).document.text == "Ten fled."
    assert ingest("a.csv", f"{column},date\nTen fled.,2014\n".encode()).document.text == "Ten fled."


def test_a_better_name_wins_over_another(ingest: Any) -> None:
    document = ingest(
        "a.jsonl", lines({"content": "teaser", "text": "Ten fled.", "date": "2015", "published": "2014"})
    ).document
    assert (document.text, document.claimed.published) == ("Ten fled.", "2014")


def test_rows_without_id_go_by_their_number(ingest: Any) -> None:
    documents = ingest("a.csv", b"text\nTen fled.\n\nNine stayed.\n").documents
    assert [document.member for document in documents] == ["row 1", "row 2"]
    assert [document.given_id for document in documents] == [None, None]


def test_one_bad_line_costs_itself_only(ingest: Any) -> None:
    data = (
        b'{"text": "One."}\nnot json\n[1]\n{"title": "no text"}\n{"text": 5}\n{"text": "  "}\n'
        + b"[" * 100_000
        + b'\n{"text": "Two."}\n'
    )
    found = ingest("a.jsonl", data)
    assert [document.text for document in found.documents] == ["One.", "5", "Two."]
    assert [problem.where for problem in found.problems] == [f"a.jsonl, line {line}" for line in (2, 3, 4, 6, 7)]
    assert all(problem.way_out for problem in found.problems)


def test_an_id_given_twice_is_a_problem_and_both_are_kept(ingest: Any) -> None:
    found = ingest("a.jsonl", lines({"id": 7, "text": "One."}, {"id": 7, "text": "Two."}))
    assert [document.member for document in found.documents] == ["7", "7 row 2"]
    assert "given twice" in found.problems[0].what


def test_half_a_character_is_a_problem_of_its_row(ingest: Any) -> None:
    found = ingest("a.jsonl", b'{"text": "Ten \\ud800 fled."}\n{"text": "Nine \\ud83d\\ude00 stayed."}\n')
    first, second = found.documents
    assert (first.text, second.text) == ("Ten \ufffd fled.", "Nine \U0001f600 stayed.")
    assert first.problems[0].span is not None
    assert first.words(first.problems[0].span) == "\ufffd"
    assert second.problems == ()


def test_a_broken_byte_is_a_problem_of_its_row_only(ingest: Any) -> None:
    data = '{"text": "Kåre så på."}\n{"text": "Ålvik '.encode() + b"\xff" + b' brua."}\n'
    first, second = ingest("a.jsonl", data).documents
    assert first.problems == ()
    assert "broken UTF-8" in second.problems[0].what


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_told_from_the_header(ingest: Any, separator: str) -> None:
    header, row = (
        separator.join(("id", "title", "text")),
        separator.join(("7", "Flight", '"Ten fled, she said; ""all"" of\nthem."')),
    )
    document = ingest("a.csv", f"{header}\n{row}\n".encode()).document
    assert (document.member, document.text) == ("7", 'Ten fled, she said; "all" of\nthem.')


def test_a_table_without_text_column_names_its_columns(ingest: Any) -> None:
    problem = ingest("a.csv", b"name,age\nAnn,40\n").problem
    assert "name, age" in problem.what
    assert "'text'" in problem.way_out


def test_a_long_cell_is_read(ingest: Any) -> None:
    text = "word " * 60_000
    assert ingest("a.csv", f"text\n{text}\n".encode()).document.text.strip() == text.strip()


def test_a_row_beyond_the_limit_costs_itself_only(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 100)
    found = ingest("a.jsonl", lines({"text": "word " * 30}, {"text": "One."}))
    assert [document.text for document in found.documents] == ["One."]
    assert "longer than 100 bytes" in found.problems[0].what
