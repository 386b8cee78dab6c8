"""Plain text, and what is not read: each file becomes a document or a problem that names it and the way out."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.ingest import limits
from sayso.model.ids import document_id, sha256_hex

TEXT = "The mill burned on Monday, the miller said.\r\nNobody saw who lit it.\r\n"


def test_text_is_decoded_and_nothing_else(ingest: Any) -> None:
    document = ingest("notes/mill.txt", TEXT.encode()).document
    assert document.text == TEXT.replace("\r\n", "\n")
    assert document.name == "notes/mill.txt"
    assert document.member == ""
    assert document.id == document_id(sha256_hex(TEXT), "", sha256_hex(document.text))
    assert document.problems == ()


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.text", "A.TXT", "README"])
def test_names_of_text(ingest: Any, name: str) -> None:
    assert ingest(name, TEXT.encode()).document.name == name


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv", "a.jsonl", "a.zip", "a.pdf"])
@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_empty_files_are_a_problem(ingest: Any, name: str, data: bytes) -> None:
    found = ingest(name, data)
    assert not found.documents
    assert found.problem.where == name
    assert found.problem.way_out


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04rest", bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n"])
def test_binary_named_text_is_a_problem(ingest: Any, data: bytes) -> None:
    problem = ingest("report.txt", data).problem
    assert "named like text" in problem.what
    assert problem.where == "report.txt"
    assert problem.original == sha256_hex(data)


@pytest.mark.parametrize("name", ["a.doc", "a.msg", "dir.d/a.7z", "a.xyz"])
def test_other_kinds_are_a_problem_with_the_way_out(ingest: Any, name: str) -> None:
    problem = ingest(name, b"some bytes").problem
    assert name.rpartition(".")[2] in problem.what
    assert "save it as text" in problem.way_out


def test_a_file_beyond_the_limit_is_a_problem_that_states_it(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 2048)
    problem = ingest("long.txt", b"word " * 1000).problem
    assert "5 kB long, and no more than 2 kB is read" in problem.what
    assert "the original is kept" in problem.consequence


def test_broken_utf8_is_a_problem_of_the_document_that_points_at_the_place(ingest: Any) -> None:
    document = ingest("brev.txt", "Kåre så ".encode() + b"\xff" + " på brua".encode()).document
    (problem,) = document.problems
    assert problem.document == document.id
    assert problem.span is not None
    assert document.words(problem.span) == "\ufffd"
