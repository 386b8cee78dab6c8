"""Casualties of a document: the main event's tallies, sub-counts, and the civilians that follow from lists of groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.export.casualties import find_harm
from sayso.model.annotations import Act
from sayso.model.reading import Reading

Told = tuple[str, str, Act, bool, str]


@pytest.fixture(scope="session")
def told(read_text: Callable[[str], Reading]) -> Callable[[str], list[Told]]:
    def rows(text: str) -> list[Told]:
        harm, _ = find_harm(read_text(text))
        return [(h.tally.span.of(text), h.tally.group, h.tally.act, h.main, h.tally.basis) for h in harm]

    return rows


def numbers(text: str, read_text: Callable[[str], Reading], group: str) -> list[float]:
    """The numbers of killed given for a group, in the order given."""
    harm, _ = find_harm(read_text(text))
    return [h.tally.number for h in harm if h.tally.group == group and h.tally.act is Act.KILLED]


def test_a_headline_in_title_case_counts_each_fate(told: Callable[[str], list[Told]]) -> None:
    text = "3 Villagers Killed 18 Injured in Rocket Attack on Dol Maresh.\n\nThree villagers were killed on Sunday."
    assert [row[:4] for row in told(text)] == [
        ("3", "civilians", Act.KILLED, True),
        ("18", "civilians", Act.WOUNDED, True),
        ("Three", "civilians", Act.KILLED, True),
    ]


def test_a_number_stands_before_a_notion_of_it(told: Callable[[str], list[Told]]) -> None:
    text = "Dozens dead in Marsa market.\n\nShells that hit the market killed at least 17 people on Monday."
    assert told(text)[0][0] == "at least 17"


def test_a_part_is_given_with_its_whole(told: Callable[[str], list[Told]]) -> None:
    text = "At least 19 people were killed in the raid, including 12 civilians and four children."
    assert [(row[0], row[1]) for row in told(text)] == [
        ("At least 19", "unknown"),
        ("12", "civilians"),
        ("four", "children"),
    ]


def test_those_said_to_be_among_the_dead_are_a_part(told: Callable[[str], list[Told]]) -> None:
    rows = told("Six women were among 19 people killed in the raid on Orsek.")
    assert [row[:3] for row in rows] == [("Six", "women", Act.KILLED), ("19", "unknown", Act.KILLED)]


def test_children_alone_imply_as_many_civilians(told: Callable[[str], list[Told]]) -> None:
    rows = told("Two children were killed by a shell in Marsa.")
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("Two", "civilians", "implied"),
        ("Two", "children", "said"),
    ]


def test_one_list_of_groups_is_added_up(read_text: Callable[[str], Reading]) -> None:
    text = "Bombs killed five women and two children in the camp near Orsek."
    assert numbers(text, read_text, "civilians") == [7]


def test_fighters_of_the_list_are_not_added(read_text: Callable[[str], Reading]) -> None:
    text = "Two women and three soldiers were killed in the blast."
    assert numbers(text, read_text, "civilians") == [2]
    assert numbers(text, read_text, "noncivilians") == [3]


def test_a_count_of_people_is_of_the_group_told_with_the_same_number(told: Callable[[str], list[Told]]) -> None:
    text = "29 dead in fighting for Marsa.\n\nAt least 29 rebels were killed in the clashes."
    assert {row[1] for row in told(text)} == {"noncivilians"}


def test_a_running_total_is_no_casualty_of_the_event(read_text: Callable[[str], Reading]) -> None:
    text = "Nine miners were killed on Friday. More than 4,000 people have been killed since the war began in May."
    assert numbers(text, read_text, "civilians") == [9]


def test_those_told_of_as_known_dead_are_of_the_event(told: Callable[[str], list[Told]]) -> None:
    text = (
        "Shells killed 31 people in Marsa on Friday. Five of the dead were children. In Orsek nine people were killed."
    )
    assert [row[:2] for row in told(text) if row[3]] == [("31", "unknown"), ("Five", "children")]


def test_a_round_number_gives_way_to_the_nearer_one(told: Callable[[str], list[Told]]) -> None:
    text = "Raids kill over 80 in Marsa.\n\nThe raids killed at least 84 villagers, a monitor said."
    assert [row[0] for row in told(text)] == ["at least 84"]


def test_two_of_a_trade_among_the_dead_do_not_count_the_civilians(read_text: Callable[[str], Reading]) -> None:
    assert numbers("Two nurses were among 31 people killed in Marsa.", read_text, "civilians") == []


def _rows(reading: Reading) -> list[tuple[str, float, bool, str]]:
    harm, _ = find_harm(reading)
    return [(h.tally.group, h.tally.number, h.main, h.tally.basis) for h in harm]


def test_counts_of_groups_that_add_up_are_the_breakdown_of_a_total(read_text: Callable[[str], Reading]) -> None:
    text = (
        "Nine people were killed in an assault on Marsa.\n\n"
        "A monitor said four civilians were killed. Another five rebel fighters died in the clashes."
    )
    rows = _rows(read_text(text))
    assert {("unknown", 9, True), ("civilians", 4, True), ("noncivilians", 5, True)} <= {row[:3] for row in rows}


def test_counts_that_do_not_add_up_are_other_events(read_text: Callable[[str], Reading]) -> None:
    text = (
        "Nine people were killed in an assault on Marsa.\n\n"
        "A monitor said three civilians were killed in Orvan. Another five rebel fighters died in Dalem."
    )
    assert ("civilians", 3, True, "said") not in _rows(read_text(text))


def test_a_total_of_a_few_days_stands_where_no_single_event_is_counted(read_text: Callable[[str], Reading]) -> None:
    text = "Since Wednesday clashes between the two militias have left 23 civilians dead in Marsa."
    assert ("civilians", 23, True, "said") in _rows(read_text(text))


def test_a_total_of_years_is_no_event(read_text: Callable[[str], Reading]) -> None:
    text = "Since March 2011 the war has killed 230 civilians in Marsa."
    assert _rows(read_text(text)) == []


def test_small_numbers_far_apart_are_not_one_count(read_text: Callable[[str], Reading]) -> None:
    apart = " ".join(["The town was calm."] * 4)
    text = f"Militants crucified two men in Marsa. {apart} They beheaded two men in Orvan."
    assert [main for *_, main, _ in _rows(read_text(text))] == [True]
