"""Place names: which spellings are alike."""

from __future__ import annotations

import pytest

from sayso.values.place import ALIKE, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [("Damir al-Hasn", "Dameer el-Hassn"), ("Tell Qarwa", "Tal Karwah"), ("Dair Alzum", "Deir ez-Zum")],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"), [("Ostrun", "Australian Reef"), ("Tarvin", "Darvina"), ("Marsa", ""), ("", "")]
)
def test_names_that_only_share_consonants_are_not(one: str, other: str) -> None:
    assert likeness(one, other) < ALIKE
