"""What is in doubt, and how many are surely apart."""

from __future__ import annotations

import pytest
from tests.factory import reading
from tests.link.test_origins import WIRE, bounds, link

from sayso.link.origins import Origins
from sayso.link.origins.independence import surely_apart


def test_surely_apart_is_the_largest_choice_without_doubt() -> None:
    doubts = {"hub": frozenset({"a", "b"}), "a": frozenset({"hub"}), "b": frozenset({"hub"})}
    assert surely_apart(["hub", "a", "b"], doubts) == 2
    assert surely_apart(["hub", "a"], doubts) == 1
    assert surely_apart(["hub", "a", "b", "c"], doubts) == 3


def test_words_put_in_another_voices_mouth_on_the_way_are_in_doubt() -> None:
    a = reading(WIRE, name="a", outlet="Harvim Post")
    b = reading(WIRE.replace("A shopkeeper", "Mayor Ilan Dure"), name="b", outlet="Ister Courier")
    assert bounds(link(a, b).count("bridge over")) == (1, 2)


def test_nobody_counts_for_nothing() -> None:
    assert bounds(Origins().count([])) == (0, 0)
    assert bounds(Origins().count(["no such statement"])) == (0, 0)


def test_very_many_beginnings_are_counted_from_below() -> None:
    few = [reading(f"{{s1|Ada Brenn{n}}} {{c1|said}} {{x1|it was dark}}.", name=f"p{n:04}") for n in range(30)]
    exact = bounds(link(*few).count())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sayso.link.origins.MANY", 10)
        patch.setattr("sayso.link.origins.OF_ONE_CALL", 5)
        low, high = bounds(link(*few).count())
    assert high == exact[1]
    assert 1 <= low <= exact[0]
