"""What is in doubt, and how many are surely apart."""

from __future__ import annotations

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
