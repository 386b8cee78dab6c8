"""The bundled example is read as a careful reader reads it: `examples/dol-maresh/expected.toml`, item by item.

Items under `[not_yet]` there must fail: one that passes is a gain, and its line comes out of the list.
`python -m bench example` prints the same as a table.
"""

from __future__ import annotations

import pytest
from bench.example import ExampleCase, Item, items, load_expected, not_yet, read_example
from bench.example.page import EXAMPLE
from bench.readings import read_pages

EXPECTED = load_expected()
ITEMS = items(EXPECTED)
NOT_YET = not_yet(EXPECTED)


def _parameter(item: Item) -> object:
    mark = pytest.mark.xfail(strict=True, raises=AssertionError, reason="listed under not_yet in expected.toml")
    return pytest.param(item, id=item.name, marks=[mark] if item.name in NOT_YET else [])


@pytest.fixture(scope="session")
def case() -> ExampleCase:
    """The example as built, once a session."""
    readings, problems = read_pages(EXAMPLE / EXPECTED["folder"])
    assert not problems
    return read_example(readings)


@pytest.mark.parametrize("item", [_parameter(item) for item in ITEMS])
def test_example_item_is_found(item: Item, case: ExampleCase) -> None:
    wrong = item.check(case)
    assert not wrong, wrong


def test_every_name_listed_as_not_managed_is_an_item() -> None:
    assert {item.name for item in ITEMS} >= NOT_YET


def test_every_page_is_expected_to_say_something() -> None:
    pages = {path.name[:2] for path in (EXAMPLE / EXPECTED["folder"]).iterdir()}
    assert pages == {report["page"] for report in EXPECTED["report"]}
    assert len(pages) == 12
