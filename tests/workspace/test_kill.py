"""A build that is killed at any moment leaves the case whole, and the next build goes on to the same end."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ingest.warc_files import crawl, packed
from tests.workspace.light_reader import light
from tests.workspace.test_build import content

from sayso.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
KILLS = 50


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty small files and a web archive of many batches, so that a build has many steps to be cut off at."""
    folder = tmp_path_factory.mktemp("killed") / "reports"
    folder.mkdir()
    for number in range(24):
        (folder / f"{number:02}.txt").write_text(
            f"Witness {number} said {number} people fled.\nNobody stayed in street {number}.\n"
        )
    (folder / "news.jsonl").write_text(
        "".join(f'{{"id": "n{number}", "text": "Paper {number} said so."}}\n' for number in range(12)) + "broken\n"
    )
    (folder / "empty.txt").write_text("")
    (folder / "crawl.warc.gz").write_bytes(packed(*crawl(80)))
    return folder


class Builds:
    """Runs builds that are killed, in a process of their own."""

    def __init__(self) -> None:
        program = [sys.executable, "-m", "tests.workspace.killed"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self._server = subprocess.Popen(
            program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def run(self, case: Path, source: Path, moment: str, seconds: float) -> tuple[str, float, float]:
        """Build and kill; return "cut", "done" or "failed", and the seconds until the case was open and then until the end."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(f"{case}\t{source}\t{moment}\t{seconds}\n")
        self._server.stdin.flush()
        outcome, opened, ended = self._server.stdout.readline().split()
        return outcome, float(opened), float(ended)

    def close(self) -> None:
        """End the server."""
        self._server.communicate()


@pytest.fixture
def builds() -> Iterator[Builds]:
    """A place to start builds."""
    made = Builds()
    yield made
    made.close()


def built(case: Path, source: Path) -> Workspace:
    workspace = Workspace.create_or_open(case, reader=light())
    workspace.build([source])
    return workspace


def whole(case: Path) -> None:
    """Whatever is in a case that was cut off is sound, and can be read."""
    with Workspace.open(case, reader=light()) as workspace:
        assert workspace.verify() == ()
        workspace.case()


@pytest.mark.slow
def test_killed_builds_go_on_to_the_same_case(tmp_path: Path, source: Path, builds: Builds) -> None:
    with built(tmp_path / "undisturbed", source) as undisturbed:
        expected = content(undisturbed)
    outcome, making, filling = builds.run(tmp_path / "timed", source, "open", -1)
    assert outcome == "done"
    chance, case, outcomes = random.Random(1), tmp_path / "case", []
    for kill in range(KILLS):
        early = kill % 5 == 0  # every fifth while it makes the case, the others while they fill it
        delay = chance.uniform(0, making) if early else chance.uniform(0, filling * 0.4)
        outcomes.append(builds.run(case, source, "start" if early else "open", delay)[0])
        if (case / "case.sqlite").is_file() and not early:
            whole(case)
        if kill % 5 == 4:
            with built(case, source) as workspace:
                assert content(workspace) == expected
                assert workspace.verify() == ()
            shutil.rmtree(case)
    assert "failed" not in outcomes
    assert outcomes.count("cut") > KILLS * 0.6  # most were really cut off, not killed when done
