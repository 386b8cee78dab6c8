"""What the user says of a table's columns reaches the build, and what the build took is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.workspace.light_reader import light

from sayso.cli import PARTLY
from sayso.workspace import Workspace


@pytest.fixture(autouse=True)
def light_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read without a parser."""
    opened = Workspace.create_or_open
    monkeypatch.setattr(Workspace, "create_or_open", lambda path: opened(path, reader=light()))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table whose text goes by no known name."""
    path = tmp_path / "t.csv"
    path.write_text("Kropp;Dag\nTi flyktet fra Orlo.;13.5.2014\n")
    return path


def test_columns_are_said_once_and_kept(run: Any, tmp_path: Path, table: Path) -> None:
    shown = run("build", tmp_path / "case", table, "--column", "text=Kropp", "--column", "published = Dag")
    assert shown.code == 0
    assert "columns of t.csv: text=Kropp, published=Dag" in shown.out
    assert "Nothing new" in run("build", tmp_path / "case", table).out


def test_without_them_the_problem_says_what_to_write(run: Any, tmp_path: Path, table: Path) -> None:
    shown = run("build", tmp_path / "case", table)
    assert shown.code == PARTLY
    assert "the columns are: Kropp, Dag" in shown.err
    assert "--column text=NAME" in shown.err


@pytest.mark.parametrize("words", ["tekst=Kropp", "text", "text=", "=Kropp"])
def test_what_is_no_field_is_refused(run: Any, tmp_path: Path, table: Path, words: str) -> None:
    shown = run("build", tmp_path / "case", table, "--column", words)
    assert shown.code == 2
    assert "FIELD is one of id, text, title" in shown.err
    assert not (tmp_path / "case").exists()


def test_a_name_cannot_steer_the_terminal(run: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("text,\x1b[2Jdate\nTi flyktet.,2014\n")
    assert "\x1b" not in run("build", tmp_path / "case", tmp_path / "t.csv").out
