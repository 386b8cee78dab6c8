"""Statements of invented sentences against marks made by hand, one file written before the rules and kept apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.annotate.statements.conftest import Told
from tests.annotate.statements.marks import Mark, judged, load

LEAST = {"kept_apart.txt": 0.97, "tuned.txt": 0.97}
"""What share of the marked things must be read as marked; raised as reading gets better, never lowered to pass."""


@pytest.mark.parametrize("name", sorted(LEAST))
def test_marked_statements_are_read_as_marked(name: str, told: Callable[[str], Told]) -> None:
    """Backing, polarity, certainty, basis, tense, voices and what a statement is about."""
    marks = load(name)
    pages = {mark.text: told(mark.text) for mark in marks}
    results = [(mark, judged(mark, pages[mark.text])) for mark in marks]
    right = sum(sum(found.values()) for _, found in results)
    asked = sum(len(found) for _, found in results)
    assert right / asked >= LEAST[name], f"{right} of {asked}: {_wrong(results)}"


def test_both_files_hold_enough() -> None:
    """Sixty sentences and more, with every polarity and certainty among them."""
    marks = [mark for name in LEAST for mark in load(name)]
    assert len({mark.text for mark in marks}) >= 60
    assert len({mark.fields[1] for mark in marks}) == 6
    assert len({mark.fields[2] for mark in marks}) == 4


def _wrong(results: list[tuple[Mark, dict[str, bool]]]) -> list[tuple[str, list[str]]]:
    return [
        (mark.words, [k for k, ok in found.items() if not ok]) for mark, found in results if not all(found.values())
    ]
