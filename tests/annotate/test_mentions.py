"""Mentions: persons, bodies, groups, arms; and single victims."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from sayso.model.annotations import MentionType
from sayso.model.reading import Reading

Read = Callable[[str], Reading]


def of_type(reading: Reading, kind: MentionType) -> list[str]:
    return [m.span.of(reading.text) for m in reading.mentions if m.type is kind]


def test_title_makes_a_person(read_text: Read) -> None:
    reading = read_text("Interior Minister Sami Odeh met Mr. Karim in the capital.")
    assert {"Sami Odeh", "Karim"} <= set(of_type(reading, MentionType.PERSON))


def test_body_by_its_last_word(read_text: Read) -> None:
    reading = read_text("The Karvian Rights Observatory said the army had left.")
    assert any("Observatory" in words for words in of_type(reading, MentionType.ORG))
    assert "army" in of_type(reading, MentionType.ORG)


def test_groups_keep_their_modifiers(read_text: Read) -> None:
    reading = read_text("Mutinous soldiers and local residents fled from the gunmen.")
    assert of_type(reading, MentionType.GROUP) == ["Mutinous soldiers", "local residents", "gunmen"]


def test_weapons_and_vehicles(read_text: Read) -> None:
    reading = read_text("Tanks and two helicopters fired rockets and machine guns at the town.")
    assert of_type(reading, MentionType.VEHICLE) == ["Tanks", "helicopters"]
    assert "rockets" in of_type(reading, MentionType.WEAPON)


def test_named_mentions_do_not_overlap(read_text: Read) -> None:
    reading = read_text(
        "President Adib Merwani of Karvia told the Karvian Times that Turkish troops left Ankara on Monday."
    )
    named = sorted(m.span for m in reading.mentions if m.type not in (MentionType.TIME, MentionType.QUANTITY))
    assert all(a.end <= b.start for a, b in pairwise(named))


def test_single_victim_with_age(read_text: Read) -> None:
    reading = read_text("Soldiers killed a 12-year-old boy near the bridge on Monday.")
    (person,) = reading.persons
    assert (person.age, person.sex, person.status, person.fate) == (12, "male", "child", "killed")


def test_several_victims_are_no_single_person(read_text: Read) -> None:
    assert read_text("Soldiers killed twelve boys near the bridge.").persons == ()


def test_single_victims_in_a_list_and_as_a_part(read_text: Read) -> None:
    reading = read_text("Shells killed five women and a child. Six farmers, including a boy, were killed later.")
    assert [(p.span.of(reading.text), p.status) for p in reading.persons] == [("a child", "child"), ("a boy", "child")]


def test_what_might_happen_makes_no_victim(read_text: Read) -> None:
    assert read_text("The shelling could kill a child.").persons == ()


@pytest.mark.parametrize("text", ["", "\x00", "Mr. Mr. Mr.", "THE THE THE", "« »"])
def test_any_text_is_read(read_text: Read, text: str) -> None:
    read_text(text)
