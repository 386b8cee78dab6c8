"""The commands over a real case: build, look, judge, verify, and reading without a case."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import Run

from sayso.cli import read
from sayso.export.wire.read import ReadRow
from sayso.model.reading import Reading
from sayso.schemas import schema

POST = (
    "KESTRIN — The mayor said on Tuesday that 20 fishermen had drowned off the old pier. "
    "“Nobody warned them,” said Ada Brenn, a widow.\n"
)
ECHO = "KESTRIN — Ada Brenn said 30 fishermen drowned. The mayor denied that more than 20 had died.\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "post.txt").write_text(POST, encoding="utf-8")
    (folder / "echo.txt").write_text(ECHO, encoding="utf-8")
    return folder


def test_build_then_nothing_new_then_one_more(run: Run, pages: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    first = run("build", case, pages, "--processes", "1", "--json")
    assert first.code == 0, first.err
    assert (json.loads(first.out)["documents"], json.loads(first.out)["new"]) == (2, 2)
    again = run("build", case, pages, "--processes", "1")
    assert again.code == 0
    assert "Nothing new" in again.out
    (pages / "third.txt").write_text("KESTRIN — The harbour is closed.\n", encoding="utf-8")
    more = json.loads(run("build", case, pages, "--processes", "1", "--json").out)
    assert (more["documents"], more["new"], more["unchanged"]) == (3, 1, 2)


def test_export_of_a_real_case_keeps_to_the_schema_and_resolves(run: Run, pages: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    run("build", case, pages, "--processes", "1")
    records = [json.loads(line) for line in run("export", case).out.splitlines()]
    validator = jsonschema.Draft202012Validator(schema("export"))
    for record in records:
        validator.validate(record)
    texts = {r["id"]: r["text"] for r in records if r["record"] == "document"}
    assert sorted(texts.values()) == sorted([POST, ECHO])
    assert {"statement", "attribution", "report", "original"} <= {r["record"] for r in records}
    assert all(r["end"] <= len(texts[r["document"]]) for r in records if "end" in r)


def test_verify_and_judge_a_real_case(run: Run, pages: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    run("build", case, pages, "--processes", "1")
    sound = run("verify", case)
    assert sound.code == 0, sound.out
    statement = next(r for r in map(json.loads, run("export", case).out.splitlines()) if r["record"] == "statement")
    assert run("judge", case, "note", statement["id"], "call her again", "--by", "kari").code == 0
    assert "call her again" in run("judge", case, "log").out
    assert run("verify", case).code == 0


def test_what_cannot_be_read_is_named_and_the_rest_done(run: Run, pages: Path, tmp_path: Path) -> None:
    (pages / "noise.txt").write_bytes(bytes(range(256)) * 40)
    shown = run("build", tmp_path / "case", pages, "--processes", "1")
    assert shown.code == 3
    assert "noise.txt" in shown.err
    assert "2 documents" in shown.out


def test_no_such_source(run: Run, tmp_path: Path) -> None:
    shown = run("build", tmp_path / "case", tmp_path / "nowhere")
    assert shown.code == 1
    assert "nowhere" in shown.err
    assert shown.err.count("\n") == 1


def test_read_prints_one_row_a_document_by_stem_and_given_id(run: Run, pages: Path) -> None:
    rows = [
        {"id": "k-1", "text": POST, "outlet": "The Kestrin Post", "published": "2015-03-04"},
        {"id": "k/2", "text": ECHO},
    ]
    table = pages / "more.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    shown = run("read", pages / "post.txt", table, "--processes", "1")
    assert shown.code == 0, shown.err
    read = [json.loads(line) for line in shown.out.splitlines()]
    assert [(row["id"], row["text"]) for row in read] == [("post", POST), ("k-1", POST), ("k/2", ECHO)]
    for row in read:
        jsonschema.validate(row, schema("read"))
    assert all(row["attributions"] and row["statements"] for row in read)


def test_a_fault_of_the_program_costs_one_document(run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = read.read_row

    def faulty(reading: Reading) -> ReadRow:
        if reading.name == "echo.txt":
            raise KeyError("x")
        return made(reading)

    monkeypatch.setattr(read, "read_row", faulty)
    shown = run("read", pages, "--processes", "1")
    assert shown.code == 3
    assert [json.loads(line)["id"] for line in shown.out.splitlines()] == ["post"]
    assert shown.err.startswith("echo.txt: sayso failed on this document (KeyError")


def test_read_is_the_same_with_one_process_and_two(run: Run, pages: Path) -> None:
    one, two = run("read", pages, "--processes", "1"), run("read", pages, "--processes", "2")
    assert (one.code, two.code) == (0, 0), two.err
    assert one.out == two.out


def test_read_as_text(run: Run, pages: Path) -> None:
    shown = run("read", "--format", "text", pages / "post.txt", "--processes", "1")
    assert "post.txt (en)" in shown.out
    assert "fishermen" in shown.out


def test_read_stores_nothing(run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    run("read", pages, "--processes", "1")
    assert sorted(tmp_path.rglob("*")) == before


def test_doctor_knows_both_languages(run: Run) -> None:
    shown = run("doctor")
    assert "language en: by grammar" in shown.out
    assert "language nb: by words" in shown.out
    findings = json.loads(run("doctor", "--json").out)
    assert {"English model", "gazetteer", "database"} <= {finding["what"] for finding in findings}
