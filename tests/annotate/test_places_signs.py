"""Signs of places beyond prepositions: their people and bodies, deeds done to them, lists, datelines, hyphens, names that decide
each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.annotate.places import find_places
from sayso.model.annotations import Candidate, Place, Precision
from sayso.model.page import Page
from sayso.model.resources import Resources
from sayso.values.place import name_key, sound

Find = Callable[[str], tuple[Place, ...]]


def town(number: int, name: str, land: str, lat: float, lon: float, score: float = 0.7) -> Candidate:
    country, _, region = land.partition(".")
    return Candidate(
        "made", str(number), name, lat, lon, country, Precision.TOWN, score, "name", admin1_code=region or None,
        country_name=country,
    )  # fmt: skip


ENTRIES = (
    replace(town(1, "Karvia", "KV", 10, 10, 0.95), precision=Precision.COUNTRY),
    replace(town(2, "Orlan", "OL", 30, 30, 0.95), precision=Precision.COUNTRY),
    town(3, "Halbeck", "KV.1", 10.1, 10.1),
    town(4, "Vessin", "KV.1", 10.3, 10.2),
    town(5, "Vessin", "OL.4", 30.3, 30.2, 0.9),
    town(6, "Tarmok", "KV.1", 10.2, 10.4),
    town(7, "Tarmok", "OL.7", 34.0, 34.0, 0.8),
    replace(town(8, "Dorn County", "OL.4", 30.4, 30.1, 0.6), precision=Precision.DISTRICT),
    replace(town(9, "Dorn County", "KV.2", 18.4, 18.1, 0.6), precision=Precision.DISTRICT),
    town(10, "Vessin", "KV.2", 18.5, 18.0),
    town(11, "Meshan", "KV.1", 10.5, 10.5),
    replace(town(12, "Meshan", "KV.1", 10.4, 10.4), precision=Precision.REGION),
)


class Made:
    """A gazetteer of invented lands."""

    name = "made"

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        exact = [e for e in ENTRIES if name_key(e.name) == name_key(name)]
        heard = [replace(e, because="spelling") for e in ENTRIES if sound(name) and sound(e.name) == sound(name)]
        return tuple(sorted(exact or heard, key=lambda e: (-e.score, e.id)))


@pytest.fixture(scope="session")
def find(page_of: Callable[[str], Page], resources: Resources) -> Find:
    return lambda text: find_places(page_of(text), resources.packs, (Made(),))


def chosen(places: tuple[Place, ...]) -> dict[str, str | None]:
    return {place.name: place.best.id if place.best else None for place in places}


@pytest.mark.parametrize(
    "text",
    [
        "Halbeck residents left at dawn.",
        "The fire was put out by Halbeck police.",
        "He was taken to the Halbeck City Jail on Monday.",
        "The rebels stormed Halbeck on Monday.",
        "It was the third attack on Halbeck this week.",
        "HALBECK -- Guards left their posts on Monday.",
        "Guards fired at the towns of Tarmok, Halbeck and Vessin.",
        "Senator Ola Brandt, D-Halbeck, spoke first.",
        "The Halbeck-based group denied it.",
    ],
)
def test_signs_of_a_known_town(find: Find, text: str) -> None:
    assert "HALBECK" in {name.upper() for name in chosen(find(text))}


@pytest.mark.parametrize(
    "text",
    [
        "She works for the Bank of Halbeck and lives abroad.",
        "The Front of Karvia and Halbeck denied it.",
        "They met in Halbeck Street at noon.",
        "State Senator Halbeck spoke first.",
    ],
)
def test_bodies_roads_and_persons_with_a_towns_name(find: Find, text: str) -> None:
    assert "Halbeck" not in chosen(find(text))


def test_names_beside_each_other_decide_each_other(find: Find) -> None:
    text = "The shops in Vessin and Tarmok closed on Monday. Nobody in Halbeck knew of it."
    assert chosen(find(text)) == {"Vessin": "4", "Tarmok": "6", "Halbeck": "3"}


def test_a_county_and_its_town_decide_each_other(find: Find) -> None:
    found = chosen(find("Residents of Vessin and Dorn County in Karvia left on Monday."))
    assert (found["Vessin"], found["Dorn County"]) == ("10", "9")


def test_one_name_for_a_town_and_its_region(find: Find) -> None:
    found = find("Two men were killed in Meshan province. Nobody was hurt in the town of Meshan in Karvia.")
    assert [p.best.id for p in found if p.best and p.name == "Meshan"] == ["12", "11"]


def test_a_sound_is_enough_where_the_country_is_named(find: Find) -> None:
    assert chosen(find("Shells fell on the village of Meshann in Karvia.")) == {"Meshann": "11", "Karvia": "1"}


def test_a_part_that_only_sounds_like_a_place_is_chance(find: Find) -> None:
    assert "Meshann Osk" in chosen(find("Shells fell on the village of Meshann Osk in Karvia."))


def test_a_street_is_a_place_of_its_own(find: Find) -> None:
    (place,) = [p for p in find("A car burned on Halbeck Road in Karvia.") if p.name == "Halbeck Road"]
    assert place.best is None
    assert place.kind_hint is Precision.POINT


def test_other_names_may_ask_for_one_kind(page_of: Callable[[str], Page], resources: Resources) -> None:
    class Both:
        name = "both"

        def lookup(self, name: str) -> tuple[Candidate, ...]:
            state = replace(town(20, "Washington", "US.WA", 47, -120, 0.9), precision=Precision.REGION)
            return (town(21, "Washington", "US.DC", 39, -77, 1.0), state) if name == "Washington" else ()

    page = page_of("Two men were hurt in Camp Dorn, Wash., on Monday.")
    found = {p.name.strip("."): p for p in find_places(page, resources.packs, (Both(),))}
    best = found["Wash"].best
    assert best is not None
    assert best.id == "20"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Guards stormed the Belka Military Airport at dawn.", "Belka Military Airport"),
        ("Guards fired mortars near the K-9 Airport on Monday.", "K-9 Airport"),
        ("Guards shelled the villages of Belka (twice), Ormen and Sutra.", "Ormen"),
        ("Two men were killed in the village of Abu Belka on Monday.", "Abu Belka"),
        ("Two men were killed in the western part of Halbeck on Monday.", "Halbeck"),
    ],
)
def test_names_that_say_what_they_are_and_parts_of_places(find: Find, text: str, name: str) -> None:
    assert name in chosen(find(text))


def test_a_body_of_a_land_is_no_place(find: Find) -> None:
    assert chosen(find("The Belkan State of Karvia and Orlan fired rockets.")) == {}


def test_a_namesake_far_less_known_needs_more(page_of: Callable[[str], Page], resources: Resources) -> None:
    class Namesakes(Made):
        def lookup(self, name: str) -> tuple[Candidate, ...]:
            great, small = town(20, "Ormen", "OL.1", 31, 31, 1.0), town(21, "Ormen", "KV.1", 10.1, 10.2, 0.6)
            return (great, replace(small, because="other name")) if name == "Ormen" else super().lookup(name)

    places = find_places(page_of("Two men from Karvia met in Ormen on Monday."), resources.packs, (Namesakes(),))
    assert chosen(places)["Ormen"] == "20"
