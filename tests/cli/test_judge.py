"""`sayso judge` hands the right decision on the right records to the log."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import MadeWorkspace, Run

from sayso.model.judgements import Verdict


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.REJECT])
def test_a_decision_on_one_record(verdict: Verdict, run: Run, workspace: MadeWorkspace) -> None:
    shown = run("judge", "kestrin", verdict.value, "a1", "--reason", "two papers", "--by", "kari")
    assert shown.code == 0
    assert workspace.judged == [(verdict, ("a1",), "two papers", "kari")]
    assert shown.out == f"j2  {verdict.value} (two papers)\n"


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE])
def test_a_decision_on_two_records_in_the_order_given(verdict: Verdict, run: Run, workspace: MadeWorkspace) -> None:
    assert run("judge", "kestrin", verdict.value, "o2", "o1", "--by", "kari").code == 0
    assert workspace.judged == [(verdict, ("o2", "o1"), "", "kari")]


def test_a_note(run: Run, workspace: MadeWorkspace) -> None:
    assert run("judge", "kestrin", "note", "e1", "ask the harbour master", "--by", "kari").code == 0
    assert workspace.judged == [(Verdict.NOTE, ("e1",), "ask the harbour master", "kari")]


def test_undo(run: Run, workspace: MadeWorkspace) -> None:
    assert run("judge", "kestrin", "undo", "j1", "--by", "kari").code == 0
    assert workspace.judged == [(Verdict.UNDO, ("j1",), "", "kari")]


def test_signed_by_the_environment_unless_said(
    run: Run, workspace: MadeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_BY", "desk 4")
    assert run("judge", "kestrin", "accept", "a1").code == 0
    assert workspace.judged[0][3] == "desk 4"


def test_nothing_is_decided_on_an_unknown_id(run: Run, workspace: MadeWorkspace) -> None:
    assert run("judge", "kestrin", "reject", "zzz").code == 1
    assert workspace.judged == []


def test_the_log_is_listed_with_what_became_of_each(run: Run, workspace: MadeWorkspace) -> None:
    shown = run("judge", "kestrin", "log")
    assert "j1  2020-01-01T00:00:00Z  kari  note statement “The harbour” (see the log)  applied" in shown.out
    (entry,) = json.loads(run("judge", "kestrin", "log", "--json").out)
    assert (entry["id"], entry["state"], entry["target"]["quotes"][0]["quote"]) == ("j1", "applied", "The harbour")
