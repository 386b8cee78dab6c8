"""Bad input: each file has a clear problem, the rest is read, nothing is lost, nothing is written outside the case."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest import limits
from sayso.model.ids import sha256_hex
from sayso.workspace import read_sources

GOOD = "Ten people fled Orlo, the mayor said.\n"


def bad_files(folder: Path) -> dict[str, bytes]:
    evil, bomb = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(evil, "w") as archive:
        archive.writestr("../../../evil.txt", GOOD + "In an archive.")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b"0" * 30_000_000)
    files = {
        "bomb.zip": bomb.getvalue(),
        "broken.txt": "Kåre så ".encode() + b"\xff" + " på brua".encode(),
        "empty.txt": b"",
        "evil.zip": evil.getvalue(),
        "half.jsonl": b'{"text": "Ten \\udc00 fled."}\nnot json\n',
        "line.txt": b"x" * (50 * 1024 * 1024),
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "scan.pdf": b"%PDF-1.7",
        "script.html": f"<html><body><script>alert('x')</script><p>{GOOD}</p></body></html>".encode(),
        "wide.txt": GOOD.encode("utf-16"),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(GOOD)
    return files


def test_each_is_said_and_the_rest_goes_on(opened: Any, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    files = bad_files(folder)
    before = {path for path in tmp_path.parent.rglob("*") if tmp_path / "case" not in path.parents}
    workspace = opened()
    summary = workspace.build([folder])
    said = {}
    for problem in workspace.problems():
        assert problem.consequence
        assert problem.way_out
        said.setdefault(problem.where.split(",")[0].split("/")[0].split("#")[0], []).append(problem.what)
    assert sorted(said) == [
        "bomb.zip",
        "broken.txt",
        "empty.txt",
        "evil.zip",
        "half.jsonl",
        "line.txt",
        "picture.txt",
        "scan.pdf",
    ]
    assert "50 MB" in said["line.txt"][0]
    assert "4 MB" in said["line.txt"][0]
    assert len(said["half.jsonl"]) == 2
    texts = sorted(document.text.strip() for document in workspace.documents())
    assert (
        sum(text.startswith("Ten people fled Orlo") for text in texts) == 4
    )  # good, wide, script and the member of evil.zip
    assert summary.originals == len(files) + 1
    assert summary.problems == len(workspace.problems())
    kept = {path.name for path in (tmp_path / "case" / "originals").rglob("*") if path.is_file()}
    assert kept == {sha256_hex(data) for data in [*files.values(), GOOD.encode()]}
    after = {path for path in tmp_path.parent.rglob("*") if tmp_path / "case" not in path.parents}
    assert after - before <= {tmp_path / "case"}
    assert workspace.verify() == ()


def test_a_file_that_could_not_be_read_is_taken_when_it_can(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD)
    workspace = opened()
    monkeypatch.setattr("os.access", lambda *_: False)  # rights do not bind the superuser, under whom tests may run
    assert workspace.build([folder]).problems == 1
    assert "no permission" in workspace.problems()[0].what
    monkeypatch.undo()
    summary = workspace.build([folder])
    assert (summary.problems, summary.documents) == (0, 1)


def test_a_file_that_fails_while_it_is_read_is_a_problem(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(GOOD + name)

    opens = Path.open

    def fails(path: Path, *args: Any, **kwargs: Any) -> Any:
        if path.name == "a.txt":
            raise OSError(5, "Input/output error")
        return opens(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", fails)
    workspace = opened()
    assert workspace.build([folder]).documents == 1
    assert [(problem.where, "Input/output" in problem.what) for problem in workspace.problems()] == [("in/a.txt", True)]


def test_standard_input_is_a_source(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(json.dumps({"id": "x", "text": GOOD}).encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    workspace = opened()
    workspace.build(["-"])
    assert [(document.name, document.text) for document in workspace.documents()] == [("stdin#x", GOOD)]


def test_reading_without_a_case_gives_readings_and_problems_in_order(reports: Path) -> None:
    from tests.workspace.light_reader import light

    (reports / "empty.txt").write_bytes(b"")
    found = list(read_sources([reports], reader=light()))
    assert [getattr(item, "name", None) or item.where for item in found] == [
        "a.txt", "b.md", "deep/c.txt", "empty.txt", "news.jsonl#n1", "news.jsonl#n2",
    ]  # fmt: skip
    assert list(read_sources([reports], reader=light(), processes=2)) == found


@pytest.mark.parametrize(
    "limit",
    [
        "DOCUMENT_BYTES",
        "HELD_BYTES",
        "JSON_BYTES",
        "SHEET_BYTES",
        "WARC_TOTAL",
        "ARCHIVE_TOTAL",
        "ARCHIVE_MEMBERS",
        "ARCHIVE_DEPTH",
    ],
)
def test_limits_are_stated(limit: str) -> None:
    assert getattr(limits, limit) > 0
