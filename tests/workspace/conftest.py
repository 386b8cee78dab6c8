"""Fixtures for the tests of the workspace: a folder of invented reports, and cases read without a parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.workspace.light_reader import light

from sayso.workspace import Reader, Workspace

REPORTS = {
    "a.txt": "The mayor of Orlo said ten people fled on Monday.\nNobody stayed.\n",
    "b.md": "# Flight from Orlo\n\nTwelve people fled, Watch House said.\n",
    "deep/c.txt": "The army denied that anyone had fled.\n",
    "news.jsonl": '{"id": "n1", "text": "Ten fled."}\n{"id": "n2", "text": "Twelve fled."}\n',
}

Opened = Callable[..., Workspace]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of four files with five articles."""
    for name, text in REPORTS.items():
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "reports"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Open cases by name with the light reader; all are closed at the end."""
    made: list[Workspace] = []

    def run(name: str = "case", reader: Reader | None = None) -> Workspace:
        made.append(Workspace.create_or_open(tmp_path / name, reader=reader or light()))
        return made[-1]

    yield run
    for workspace in made:
        workspace.close()
