"""Invented pages in every format that is read, with the traps of real ones: what is read of each stands beside it as data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.formats import letters, lists, papers, texts, web
from tests.formats.compare import Fault, faults_of

from sayso.ingest import extract
from sayso.ingest.pdf import apart
from sayso.ingest.pdf.look import look_at
from sayso.model.ids import sha256_hex
from sayso.model.resources import Resources
from sayso.model.text import Document, Problem
from sayso.pipeline import read

FACTS = Path(__file__).parent / "facts"
PAGES = {**web.PAGES, **texts.PAGES, **papers.PAGES, **letters.PAGES, **lists.PAGES}


def facts_of(page: str) -> dict[str, Any]:
    return tomllib.loads((FACTS / f"{page}.toml").read_text(encoding="utf-8"))


class Readings:
    """Reads each page once, however many tests ask."""

    def __init__(self, folder: Path, resources: Resources) -> None:
        self.folder, self.resources = folder, resources
        self.faults: dict[str, list[Fault]] = {}

    def of(self, page: str) -> list[Fault]:
        """Return the faults in the reading of a page."""
        if page not in self.faults:
            self.faults[page] = self._read(page)
        return self.faults[page]

    def _read(self, page: str) -> list[Fault]:
        made = PAGES[page]()
        path = self.folder / page
        path.write_bytes(made.data)
        found = list(extract(sha256_hex(made.data), made.name, path))
        readings = [read(one, self.resources) for one in found if isinstance(one, Document)]
        problems = [one.what for one in found if isinstance(one, Problem)]
        problems += [one.what for reading in readings for one in reading.problems]
        return faults_of(facts_of(page), readings, problems, made.prose)


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory, resources: Resources) -> Iterator[Readings]:
    """Readings of the pages; PDFium runs in this process, as a process for each page would take long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "records", look_at)
        yield Readings(tmp_path_factory.mktemp("pages"), resources)


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_page_is_read_as_its_facts_say(page: str, readings: Readings) -> None:
    known = facts_of(page).get("unmet", {})
    faults = [f"{page}: {path}: {words}" for path, words in readings.of(page) if path not in known]
    assert not faults, "\n".join(faults)
    mended = set(known) - {path for path, _ in readings.of(page)}
    assert not mended, f"{page}: read rightly now, though listed under unmet: {sorted(mended)}"


def test_there_are_thirty_pages_and_no_facts_without_one() -> None:
    assert len(PAGES) >= 30
    assert {path.stem for path in FACTS.glob("*.toml")} == set(PAGES)
    assert all(len(document["statements"]) >= 2 for page in PAGES for document in facts_of(page)["documents"])
