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


def test_headers_in_five_languages(ingest: Any) -> None:
    headers = {
        "Overskrift;Brødtekst;Publisert;Avis;Forfatter": "nb", "Schlagzeile;Volltext;Datum;Zeitung;Autor": "de",
        "Titre;Texte;Date de publication;Journal;Auteur": "fr", "Título;Texto;Fecha;Periódico;Autor": "es",
    }  # fmt: skip
    for header in headers:
        document = ingest("t.csv", f"{header}\nEn;Ti flyktet.;2014-05-14;Orlo Post;Ann Brandt\n".encode()).document
        claimed = document.claimed
        assert (document.text, claimed.title, claimed.published) == ("Ti flyktet.", "En", "2014-05-14"), header
        assert (claimed.outlet, claimed.byline) == ("Orlo Post", "Ann Brandt"), header


def test_a_table_of_references_is_a_table_of_articles(ingest: Any) -> None:
    header = '"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Abstract Note","Date","Date Added"'
    data = f'{header}\n"AB12","newspaperArticle","2014","Lind, Bo","Flight","Orlo Post","https://orlo.example/1","Ten fled.","2014-05-14","2020-01-01"\n'
    document = ingest("zotero.csv", data.encode()).document
    claimed = document.claimed
    assert (document.text, document.given_id, claimed.outlet, claimed.published) == (
        "Ten fled.",
        "AB12",
        "Orlo Post",
        "2014-05-14",
    )


def test_prose_is_found_without_a_name_and_that_is_said(ingest: Any) -> None:
    found = ingest("t.csv", f"nr,xyz,zzz\n1,{'Ten people fled over the bridge. ' * 20},short\n".encode())
    assert found.document.text.startswith("Ten people")
    assert "'xyz' was read as it, because it holds prose" in found.problems[0].what
    assert "--column" in found.problems[0].way_out


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (["13.5.2014"], ["2014-05-13"]), (["5/6/2014"], ["5/6/2014"]), (["5/6/2014", "13/6/2014"], ["2014-06-05", "2014-06-13"]),
        (["5/6/2014", "6/13/2014"], ["2014-05-06", "2014-06-13"]), (["5/6/2014", "6/13/2014", "13/6/2014"], ["5/6/2014", "2014-06-13", "2014-06-13"]),
        (["May 13, 2014", "13 May 2014", "20140513", "2014/5/13"], ["2014-05-13"] * 4), (["1399939200", "1399939200000"], ["2014-05-13T00:00:00+00:00"] * 2),
        (["2014-05-13T10:00:00Z", "2014", "spring", "31.2.2014"], ["2014-05-13T10:00:00Z", "2014", "spring", "31.2.2014"]),
    ],
)  # fmt: skip
def test_dates_become_iso_where_only_one_day_can_be_meant(ingest: Any, column: list[str], expected: list[str]) -> None:
    rows = "".join(f'One.,"{words}"\n' for words in column)
    assert [
        document.claimed.published for document in ingest("t.csv", f"text,date\n{rows}".encode()).documents
    ] == expected


def test_objects_inside_a_row_are_columns_too(ingest: Any) -> None:
    row = {
        "source": {"id": None, "name": "Orlo Post"},
        "content": "Ten fled.",
        "authors": [{"name": "Ann"}, {"name": "Bo"}],
    }
    claimed = ingest("a.jsonl", lines(row)).document.claimed
    assert (claimed.outlet, claimed.byline) == ("Orlo Post", "Ann, Bo")


def test_lists_in_one_piece_of_json(ingest: Any) -> None:
    whole = {"status": "ok", "articles": [{"content": "Ten fled."}, {"content": "Nine stayed."}]}
    assert [d.member for d in ingest("a.json", json.dumps(whole).encode()).documents] == ["row 1", "row 2"]
    csl = [
        {
            "id": "x",
            "abstract": "Ten fled.",
            "issued": {"date-parts": [[2014, 5, 3]]},
            "container-title": "Orlo Post",
            "author": [{"family": "Lind", "given": "Bo"}],
        }
    ]
    document = ingest("csl.json", json.dumps(csl).encode()).document
    assert (document.claimed.published, document.claimed.outlet, document.claimed.byline) == (
        "2014-05-03",
        "Orlo Post",
        "Bo Lind",
    )
    assert "not JSON" in ingest("a.json", b'{"a": 1,').problem.what
    assert [d.text for d in ingest("a.json", b'{"text": "One."}\n{"text": "Two."}\n').documents] == ["One.", "Two."]


def test_markup_in_a_cell_is_taken_away_and_a_sign_is_not(ingest: Any) -> None:
    first, second = ingest(
        "a.jsonl",
        lines({"text": "<p>Ten &amp; nine fled.</p><p>Nobody stayed.</p>"}, {"text": "Ten < nine, a <b said."}),
    ).documents
    assert (first.text, first.media_type) == ("Ten & nine fled.\n\nNobody stayed.", "text/html")
    assert (second.text, second.media_type) == ("Ten < nine, a <b said.", "text/plain")


def test_a_row_with_too_many_cells_is_said(ingest: Any) -> None:
    found = ingest("t.csv", b"text,date\nTen fled, she said,2014\nNine stayed.,2014\nOne.,2014\n")
    assert len(found.documents) == 3
    assert [problem.where for problem in found.problems] == ["t.csv, line 2"]


def test_a_file_may_state_its_separator(ingest: Any) -> None:
    assert ingest("t.csv", b"sep=|\ntext|date\nTen, fled; all.|2014\n").document.text == "Ten, fled; all."


def test_a_long_table_is_read_line_by_line(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.ingest import text_lines

    monkeypatch.setattr(text_lines, "WHOLE", 100)
    rows = [{"id": f"r{number}", "text": f"Åse så {number} på brua."} for number in range(50)]
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        documents = ingest(
            "a.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode(encoding)
        ).documents
        assert [document.text for document in documents] == [row["text"] for row in rows], encoding
    western = "text;id\n" + "".join(f"{row['text']};{row['id']}\n" for row in rows)
    found = ingest("a.csv", western.encode("cp1252"))
    assert [document.text for document in found.documents] == [row["text"] for row in rows]
    assert "windows-1252" in found.documents[0].problems[0].what


def test_a_line_beyond_the_limit_costs_itself_only(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE_CHARACTERS", 100)
    found = ingest("a.jsonl", lines({"text": "word " * 100}, {"text": "One."}))
    assert [document.text for document in found.documents] == ["One."]
    assert found.problems[0].where == "a.jsonl, line 1"


def test_a_quotation_mark_that_never_ends_is_said(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LINE_CHARACTERS", 1000)
    found = ingest("t.csv", b'text,date\nOne.,2014\n"Ten fled,2014\n' + b"Nine stayed.,2014\n" * 100)
    assert found.documents[0].text == "One."
    assert "the rows from here on were not read" in found.problems[-1].consequence
