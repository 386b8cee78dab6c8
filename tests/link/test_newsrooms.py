"""Newsrooms: one name however written, and counted only where they are named."""

from __future__ import annotations

import pytest

from sayso.link.newsrooms import count_newsrooms, newsroom_key


@pytest.mark.parametrize(
    ("told", "reports", "count"),
    [
        ({"a": "ap", "b": "ap", "c": "afp"}, "abc", 2),
        ({"a": "ap"}, "abc", 1),
        ({}, "abc", 1),
        ({}, "", 0),
    ],
)
def test_a_newsroom_that_is_not_named_is_not_counted_beside_one_that_is(
    told: dict[str, str], reports: str, count: int
) -> None:
    assert count_newsrooms(told, reports) == count


def test_a_newsroom_has_one_key_however_its_name_is_written() -> None:
    assert newsroom_key("The Harvim Post") == newsroom_key("Harvim Post") == "hp"
    assert newsroom_key("www.harvim.com") == newsroom_key("Harvim")
