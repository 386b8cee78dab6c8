"""The commands that look at a case: questions, show, export, verify, report."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import MadeWorkspace, Run

from sayso.cli import console
from sayso.schemas import schema


def test_questions_shows_answers_voices_words_and_counts(run: Run, workspace: MadeWorkspace) -> None:
    shown = run("questions", "kestrin")
    assert shown.code == 0
    for words in ("1. How many drowned at Kestrin?", "held by the mayor", "“20 fishermen drowned at Kestrin”", "one.txt:3",
                  "1 report · 1 text · 1 newsroom · 1 primary voice · 1 to 2 origins", "denied: ", "at least two independent origins"):  # fmt: skip
        assert words in shown.out
    assert "1 of 1 questions are contested" in shown.out


def test_questions_as_json(run: Run, workspace: MadeWorkspace) -> None:
    (question,) = json.loads(run("questions", "kestrin", "--json").out)
    assert (question["number"], question["id"], [a["text"] for a in question["answers"]]) == (1, "q1", ["20", "30"])


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("1", "How many drowned at Kestrin?"),
        ("q1", "conflicts (20 is not 30)"),
        ("a1", "held by: the mayor"),
        ("v1", "called: The mayor — one.txt:3"),
        ("e1", "both are told of Kestrin (same-place) — one.txt:3"),
        ("o1", "one origin of 1 statements"),
        ("l1", "figure altered: “20” / “30”"),
        ("j1", '"verdict": "note"'),
    ],
)
def test_show_tells_any_record(wanted: str, words: str, run: Run, workspace: MadeWorkspace) -> None:
    shown = run("show", "kestrin", wanted)
    assert (shown.code, shown.err) == (0, "")
    assert words in shown.out


def test_show_finds_a_statement_by_the_beginning_of_its_id(run: Run, workspace: MadeWorkspace) -> None:
    statement = workspace.case().readings[0].statements[0].id
    shown = run("show", "kestrin", statement[:8])
    assert f"statement {statement}" in shown.out
    assert "chain: outlet not named ← the mayor" in shown.out


def test_show_json_is_the_exported_record(run: Run, workspace: MadeWorkspace) -> None:
    record = json.loads(run("show", "kestrin", "a1", "--json").out)
    jsonschema.validate(record, schema("export"))
    assert (record["record"], record["question"]) == ("answer", "q1")


def test_show_says_what_is_wrong_with_an_id(run: Run, workspace: MadeWorkspace) -> None:
    unknown = run("show", "kestrin", "zzz")
    assert (unknown.code, unknown.out) == (1, "")
    assert unknown.err.startswith("sayso: nothing in this case has the id zzz — ")
    several = run("show", "kestrin", "o")
    assert several.code == 1
    assert "origin o1, origin o2" in several.err


def test_export_to_a_file_and_to_stdout_are_the_same(run: Run, workspace: MadeWorkspace, tmp_path: Path) -> None:
    target = tmp_path / "new" / "case.jsonl"
    assert run("export", "kestrin", "-o", target).code == 0
    assert target.read_text(encoding="utf-8") == run("export", "kestrin").out
    assert [p.name for p in target.parent.iterdir()] == ["case.jsonl"]


def test_export_csv(run: Run, workspace: MadeWorkspace) -> None:
    assert run("export", "kestrin", "--format", "csv").out.startswith("statement,document,name,line,")


def test_export_to_a_folder_is_refused(run: Run, workspace: MadeWorkspace, tmp_path: Path) -> None:
    shown = run("export", "kestrin", "-o", tmp_path)
    assert shown.code == 1
    assert "is a folder — name a file" in shown.err


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old", encoding="utf-8")

    def failing() -> object:
        yield "new"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        console.write_whole(str(target), failing())  # type: ignore[arg-type]
    assert [(p.name, p.read_text(encoding="utf-8")) for p in tmp_path.iterdir()] == [("out.csv", "old")]


def test_verify_sound(run: Run, workspace: MadeWorkspace) -> None:
    shown = run("verify", "kestrin")
    assert shown.code == 0
    assert shown.out.endswith("sound\n")


def test_verify_names_each_break(run: Run, broken: MadeWorkspace) -> None:
    shown = run("verify", "kestrin")
    assert shown.code == 1
    assert "BROKEN       originals/ab: its bytes are not those recorded — restore it" in shown.out
    assert json.loads(run("verify", "kestrin", "--json").out)["breaks"][0]["where"] == "originals/ab"


def test_what_was_not_checked_is_never_sound(run: Run, workspace: MadeWorkspace) -> None:
    workspace.found = type(workspace.found)((), ("anchors",), ())
    shown = run("verify", "kestrin")
    assert shown.code == 3
    assert "NOT CHECKED  anchors" in shown.out


@pytest.mark.parametrize(("name", "words"), [("d.pdf", "yet"), ("d.docx", "yet"), ("dossier", "in which form")])
def test_report_says_which_forms_there_are(
    name: str, words: str, run: Run, workspace: MadeWorkspace, tmp_path: Path
) -> None:
    shown = run("report", "kestrin", "-o", tmp_path / name)
    assert shown.code == 1
    assert words in shown.err
    assert "ends in .html" in shown.err


def test_control_characters_of_a_document_do_not_reach_the_terminal() -> None:
    assert (
        console.plain("a\x1b]0;title\x07b\x9bc\nd\te")
        == "a\N{REPLACEMENT CHARACTER}]0;title\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c\nd\te"
    )


def test_markup_of_a_document_is_shown_not_obeyed() -> None:
    assert console.as_text("[bold]x[/bold]").plain == "[bold]x[/bold]"
