"""Furniture by its shape, and prose that looks like it."""

import pytest
from tests.segment.pages import HARBOUR, HAVN, PageOf, furniture
from tests.segment.shapes import FURNITURE, NORWEGIAN_FURNITURE, PROSE

from sayso.model.ids import make_document, sha256_hex
from sayso.model.resources import Resources
from sayso.pipeline import segment


@pytest.fixture(scope="module")
def take_apart(resources: Resources) -> PageOf:
    """Take a text apart without parsing it: layout needs no sentences."""
    unparsed = Resources(resources.packs, {}, (), resources.identify, "test")
    return lambda text: segment(make_document(sha256_hex(text), "test", text), unparsed)


def around(line: str, body: str) -> tuple[str, str]:
    """Return a page with the line inside its text, and one with the line below it."""
    first, rest = body.split("\n\n", 1)
    return f"{first}\n\n{line}\n\n{rest}", f"{body}\n\n{line}"


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_set_apart(take_apart: PageOf, line: str) -> None:
    for text in around(line, HARBOUR):
        page = take_apart(text)
        assert (furniture(page), len(page.reports)) == ([line], 1)


@pytest.mark.parametrize("line", NORWEGIAN_FURNITURE)
def test_norwegian_furniture_is_set_apart(take_apart: PageOf, line: str) -> None:
    for text in around(line, HAVN):
        page = take_apart(text)
        assert (furniture(page), len(page.reports)) == ([line], 1)


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_kept(take_apart: PageOf, line: str) -> None:
    for text in around(line, HARBOUR):
        page = take_apart(text)
        assert (furniture(page), len(page.reports)) == ([], 1)
