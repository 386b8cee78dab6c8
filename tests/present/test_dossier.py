"""The dossier: complete, exact, self-contained, without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from sayso.export.html import write_dossier
from sayso.model.reading import Reading
from sayso.pipeline import reconstruct
from sayso.present.case import Case
from sayso.present.dossier import build_dossier

Read = Callable[[str], Reading]

PAGES = (
    "The Karvian government said armed gangs killed 86 soldiers in Tarsk.\n\n<script>alert('x')</script> & more.",
    "Residents of Tarsk said the 86 soldiers were killed by government troops.\nThey fled, a man said.",
)


@pytest.fixture(scope="module")
def case(read_text: Read) -> Case:
    """A case of two invented pages, one of them with hostile text."""
    readings = tuple(read_text(page) for page in PAGES)
    return Case("Tarsk", (), (), readings, reconstruct(readings), (), (), "test")


def test_runs_are_the_text_exactly(case: Case) -> None:
    blocks = {block.id.removeprefix("d-"): block for block in build_dossier(case).texts}
    for reading in case.readings:
        runs = (run for section in blocks[reading.document].sections for run in section.runs)
        assert "".join(run.text for run in runs) == reading.text


def test_every_link_leads_somewhere(case: Case) -> None:
    page = write_dossier(case)
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_every_statement_can_be_linked_to(case: Case) -> None:
    page = write_dossier(case)
    for reading in case.readings:
        for statement in reading.statements:
            assert f'id="s-{statement.id}"' in page


def test_texts_are_escaped_and_nothing_is_fetched(case: Case) -> None:
    page = write_dossier(case)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r'(?:src|href)="(?!#|data:,")', page)


def test_the_same_case_gives_the_same_page(case: Case) -> None:
    assert write_dossier(case) == write_dossier(case)


def test_an_empty_case_says_so() -> None:
    page = write_dossier(Case("Empty", (), (), (), reconstruct(()), (), (), "test"))
    assert "Nothing has been read yet" in page
