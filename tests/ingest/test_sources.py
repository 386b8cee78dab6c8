"""Sources: files and folders are listed in order; what cannot be reached is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ingest import find_files


def names(*sources: Path, leave_out: Path | None = None) -> list[str]:
    return [found.name for found in find_files(sources, leave_out=leave_out)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "reports"
    for name in ("b.txt", "a/z.txt", "a/b/c.md", ".git/config", ".hidden.txt", "a/.DS_Store", "c.txt~"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text("Ten fled.")
    return top


def test_folders_are_walked_in_order_without_hidden_files(folder: Path) -> None:
    found = list(find_files([folder]))
    assert [item.name for item in found] == ["a/b/c.md", "a/z.txt", "b.txt"]
    assert [item.uri for item in found] == ["reports/a/b/c.md", "reports/a/z.txt", "reports/b.txt"]


def test_a_file_named_is_taken_even_when_hidden(folder: Path) -> None:
    assert names(folder / ".hidden.txt", folder / "b.txt") == [".hidden.txt", "b.txt"]


def test_the_case_itself_is_left_out(folder: Path) -> None:
    assert names(folder, leave_out=folder / "a") == ["b.txt"]


def test_a_source_that_is_not_there_stops_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(InputError, match="missing: no such file"):
        find_files([folder, folder / "missing"])


def test_links_in_circles_end(folder: Path) -> None:
    (folder / "a" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "link.txt").symlink_to(folder / "b.txt")
    (folder / "lost.txt").symlink_to(folder / "nowhere")
    found = list(find_files([folder]))
    assert [item.name for item in found] == ["a/b/c.md", "a/z.txt", "b.txt", "link.txt", "lost.txt"]
    assert [item.name for item in found if item.problem] == ["lost.txt"]


def test_a_pipe_is_a_problem_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (problem,) = [item.problem for item in find_files([folder]) if item.problem]
    assert "not a file" in problem.what
    assert problem.where == "reports/pipe.txt"


def test_a_folder_without_read_rights_is_a_problem_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Rights do not bind the superuser, under whom tests may run: the refusal is played.
    scan = os.scandir
    locked = folder / "a"

    def refuse(path: Path) -> object:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = list(find_files([folder]))
    assert [(item.name, item.problem is not None) for item in found] == [("a/", True), ("b.txt", False)]
    assert found[0].problem is not None
    assert found[0].problem.where == "reports/a"


def test_names_in_another_encoding_can_be_stored(folder: Path) -> None:
    (folder / os.fsdecode(b"bl\xe5.txt")).write_text("Ten fled.")
    assert [name.encode() for name in names(folder)][-1] == b"bl?.txt"
