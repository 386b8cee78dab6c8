"""Every `$ sayso …` of the documentation is run, page by page, on the bundled example.

A page is run from top to bottom in a folder of its own that holds `articles` (the example's pages), `tutorial-pages`
(the same) and `mycase` (the case built from them). Words in capitals stand for ids of that case. Lines after a command
are what it prints; `...` stands for anything.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.cli import OK, main
from sayso.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "dol-maresh" / "pages"
BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
WITH_COMMANDS = [p for p in sorted((ROOT / "docs").rglob("*.md")) if "```console" in p.read_text(encoding="utf-8")]


def steps(page: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a page with the output shown below it."""
    for block in BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def run(command: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Run a command of a page in this process; return its exit code and what it printed."""
    program, *arguments = shlex.split(command)
    assert program == "sayso", f"the documentation runs {program!r}"
    with pytest.raises(SystemExit) as end:
        main(arguments)
    return int(end.value.code or 0), capsys.readouterr().out


def like(shown: str, printed: str) -> bool:
    """Tell whether what a page shows is what was printed, `...` standing for anything."""
    pattern = ".*".join(re.escape(part) for part in re.split(r"\.\.\.", shown.strip()))
    return re.search(pattern, printed, re.DOTALL) is not None


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example's pages and the case built from them."""
    folder = tmp_path_factory.mktemp("documentation")
    shutil.copytree(EXAMPLE, folder / "articles")
    shutil.copytree(EXAMPLE, folder / "tutorial-pages")
    (folder / "villages.csv").write_text("name,lat,lon,country\nDol Maresh,35.5,36.25,SY\n", encoding="utf-8")
    with Workspace.create_or_open(folder / "mycase") as workspace:
        workspace.build([folder / "articles"], processes=1)
        assert workspace.summary().statements
    return folder


def _ids(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Return what the words in capitals stand for: a statement, and two voices with nothing in common."""
    _, exported = run("sayso export mycase --format jsonl", capsys)
    found = [json.loads(line) for line in exported.splitlines()]
    voices = [record["id"] for record in found if record["record"] == "voice"]
    statement = next(record["id"] for record in found if record["record"] == "statement")
    return {"STATEMENT": statement, "OTHER_VOICE": voices[1], "VOICE": voices[0]}


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: str(page.relative_to(ROOT)))
def test_page_runs(
    page: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "page"
    shutil.copytree(built, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SAYSO_BY", "reader")
    capsys.readouterr()
    ids = _ids(capsys)
    for command, shown in steps(page.read_text(encoding="utf-8")):
        filled = re.sub(r"\b[A-Z]+(?:_[A-Z]+)*\b", lambda word: ids.get(word.group(), word.group()), command)
        code, printed = run(filled, capsys)
        assert code == OK, f"{command}: exit code {code}"
        assert like(shown, printed), f"{command} printed:\n{printed}"
        if " same " in command:
            ids["JUDGEMENT"] = printed.split()[0]


def test_steps_are_taken_apart() -> None:
    page = "Text\n```console\n$ sayso a b\nout ... put\n$ sayso c\n```\n```sh\n$ other\n```\n"
    assert list(steps(page)) == [("sayso a b", "out ... put\n"), ("sayso c", "")]


def test_shown_output_is_compared() -> None:
    assert like("one ... three", "zero\none two three\nfour")
    assert not like("one ... three", "one two")
