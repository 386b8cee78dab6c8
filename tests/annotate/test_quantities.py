"""Figures in sentences: what is counted, what happened to it, what the figure covers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.annotate.quantities import find_quantities
from sayso.annotate.times import find_times
from sayso.model.annotations import Act, Group, Quantity, Scope
from sayso.model.page import Page
from sayso.model.resources import Resources

Find = Callable[[str], tuple[Quantity, ...]]


@pytest.fixture(scope="session")
def find(page_of: Callable[[str], Page], resources: Resources) -> Find:
    def quantities(text: str) -> tuple[Quantity, ...]:
        page = page_of(text)
        return find_quantities(page, resources.packs, find_times(page, resources.packs))

    return quantities


def told(text: str, quantity: Quantity) -> tuple[str, str, Act | None]:
    return quantity.span.of(text), quantity.of.of(text) if quantity.of else "", quantity.act


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels killed 120 soldiers in Marsa.", [("120", "soldiers", Act.KILLED)]),
        ("At least 59 civilians had been confirmed killed.", [("At least 59", "civilians", Act.KILLED)]),
        ("About 30 people died in the town.", [("About 30", "people", Act.KILLED)]),
        ("The siege has left more than 1,300 villagers dead.", [("more than 1,300", "villagers", Act.KILLED)]),
        (
            "Three miners were killed and about 90 wounded.",
            [("Three", "miners", Act.KILLED), ("about 90", "miners", Act.WOUNDED)],
        ),
        ("Some 1,500 people have been arrested.", [("Some 1,500", "people", Act.DETAINED)]),
        ("More than 2,400 villagers crossed the border.", [("More than 2,400", "villagers", Act.CROSSED)]),
        ("Hundreds of families fled the fighting.", [("Hundreds", "families", Act.DISPLACED)]),
        ("Shelling caused the deaths of 14 children.", [("14", "children", Act.KILLED)]),
        ("A patrol found 12 bodies near the road.", [("12", "bodies", Act.KILLED)]),
        ("Two Killed Three Injured in Blast.", [("Two", "", Act.KILLED), ("Three", "Injured", Act.WOUNDED)]),
        ("9 Civilians Killed 14 Injured in Marsa.", [("9", "Civilians", Act.KILLED), ("14", "Civilians", Act.WOUNDED)]),
        ("Shells claimed the lives of nine people.", [("nine", "people", Act.KILLED)]),
        ("The siege claimed over 400 lives.", [("over 400", "lives", Act.KILLED)]),
        ("Guards executed 15 detainees.", [("15", "detainees", Act.KILLED)]),
        ("She counted 51 dead sailors in the hall.", [("51", "sailors", Act.KILLED)]),
        ("Among the dead were two nurses.", [("two", "nurses", Act.KILLED)]),
    ],
)
def test_counted_and_act(find: Find, text: str, expected: list[tuple[str, str, Act | None]]) -> None:
    assert [told(text, quantity) for quantity in find(text)] == expected


def test_members_of_a_force_are_counted_as_the_force(find: Find) -> None:
    text = "The ministry counts 47 members of the border police among the dead."
    (quantity,) = find(text)
    assert quantity.whole.of(text) == "47 members of the border police"
    assert quantity.of_lemma == "member"
    assert quantity.group is Group.NONCIVILIANS


def test_agents_are_not_the_killed(find: Find) -> None:
    (quantity,) = find("Two snipers killed a shepherd near Marsa.")[:1]
    assert quantity.act is None


@pytest.mark.parametrize(
    "text",
    [
        "Omar, 26, said he fled.",
        "A 22-year-old student said the town was quiet.",
        "They met at 18:45 on 5 May 2019.",
        "He carried an M-16 down Route 60.",
        "The 21st brigade moved in.",
        "The war of 1967 was short.",
        "A 12-member council met.",
    ],
)
def test_ages_times_names_and_codes_are_no_figures(find: Find, text: str) -> None:
    assert find(text) == ()


def test_capacity_is_no_count_of_people_held(find: Find) -> None:
    (quantity,) = find("The camp can hold up to 5,000 people.")
    assert (quantity.scope, quantity.act, quantity.amount.high) == (Scope.CAPACITY, None, 5000)


def test_window_makes_a_running_total_and_parts_share_it(find: Find) -> None:
    text = "More than 900 miners, including 41 boys, were killed since mid-March."
    whole, part = find(text)
    assert (whole.scope, whole.window) == (Scope.RUNNING_TOTAL, "since mid-March")
    assert (part.part_of, part.act, part.scope) == (whole.id, Act.KILLED, Scope.RUNNING_TOTAL)


def test_a_number_told_counts_what_its_subject_names(find: Find) -> None:
    text = "The number of villagers who have crossed the river reached close to 3,000."
    (quantity,) = find(text)
    assert told(text, quantity) == ("close to 3,000", "villagers", Act.CROSSED)
    assert quantity.scope is Scope.RUNNING_TOTAL


def test_units_and_money_stand_apart(find: Find) -> None:
    miles, money, share = find("The camp, 12 miles away, cost $2 million, or 10 percent of the budget.")
    assert (miles.unit, money.unit, share.unit, share.scope) == ("mile", "USD", "percent", Scope.SHARE)


def test_norwegian_figures(find: Find) -> None:
    text = "Minst 2.400 flyktninger har krysset grensen, og 14 soldater ble drept i byen."
    first, second = find(text)
    assert (first.amount.low, first.act, first.group) == (2400, Act.CROSSED, Group.REFUGEES)
    assert (second.amount.low, second.act, second.group) == (14, Act.KILLED, Group.NONCIVILIANS)


@pytest.mark.parametrize("text", ["", "\x00\x01 7 \ufffd", "9 " * 5000, "١٢٣ people", "1,2,3,4,5", "²³ 0.0.0.0"])
def test_any_text_is_read(find: Find, text: str) -> None:
    find(text)


@pytest.mark.parametrize(
    ("text", "words", "scope"),
    [
        ("The barracks was built to house 90 armed men.", "90", Scope.CAPACITY),
        ("They are preparing a second camp for up to 700.", "up to 700", Scope.CAPACITY),
        ("The camp has beds for 300.", "300", Scope.CAPACITY),
        ("More than 40 people have been killed since the end of the truce.", "More than 40", Scope.RUNNING_TOTAL),
        ("Two people were killed in the market.", "Two", Scope.EVENT),
    ],
)
def test_scope_of_rooms_and_running_counts(find: Find, text: str, words: str, scope: Scope) -> None:
    (quantity,) = [q for q in find(text) if q.span.of(text) == words]
    assert quantity.scope is scope


def test_a_window_may_be_an_event(find: Find) -> None:
    (quantity,) = find("More than 40 people have been killed since the end of the truce.")
    assert quantity.window == "since the end of the truce"


def test_a_number_put_at_a_figure_tells_its_act(find: Find) -> None:
    (quantity,) = find("The government has put the number of dead at 45.")
    assert quantity.act is Act.KILLED


def test_markup_left_over_is_no_bound(find: Find) -> None:
    text = "The post was empty. >Several hundred people crossed the river."
    (quantity,) = find(text)
    assert quantity.span.of(text) == "Several hundred"


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Raiders killed 12 people, eight of them children.", [Group.PEOPLE, Group.CHILDREN]),
        ("The blast killed 12 people; 10 of those killed were civilians.", [Group.PEOPLE, Group.CIVILIANS]),
        ("At least 25 members of the army were killed.", [Group.NONCIVILIANS]),
        ("30 Karvian Rebels Killed in Clashes.", [Group.NONCIVILIANS]),
    ],
)
def test_groups_of_parts_members_and_headlines(find: Find, text: str, groups: list[Group]) -> None:
    assert [quantity.group for quantity in find(text)] == groups


def test_parts_that_follow_one_another_share_their_whole(find: Find) -> None:
    whole, children, women = find("At least 40 villagers were killed, including 11 children and six women.")
    assert (children.part_of, women.part_of) == (whole.id, whole.id)
    assert {q.act for q in (whole, children, women)} == {Act.KILLED}


def test_another_fate_after_a_part_is_no_part(find: Find) -> None:
    text = "At least 23 villagers were killed including 16 farmers and more than 35 wounded."
    acts = {quantity.span.of(text): quantity.act for quantity in find(text)}
    assert acts == {"At least 23": Act.KILLED, "16": Act.KILLED, "more than 35": Act.WOUNDED}


def test_a_toll_of_one_event_is_no_running_total(find: Find) -> None:
    (toll,) = find("The blast left a death toll of 47.")
    assert toll.scope is Scope.EVENT


def test_dead_of_a_whole_war_are_a_running_total(find: Find) -> None:
    (toll,) = find("More than 4,000 people have been killed in the country's long war.")
    assert toll.scope is Scope.RUNNING_TOTAL
