"""Places: told by the words beside them, ranked by the country a text is about, left undecided when nothing decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.annotate.places import find_places
from sayso.model.annotations import Candidate, Place, Precision
from sayso.model.page import Page
from sayso.model.resources import Resources
from sayso.values.place import name_key, skeleton

Find = Callable[[str], tuple[Place, ...]]


def entry(
    number: int, name: str, country: str, precision: Precision, lat: float, lon: float, score: float
) -> Candidate:
    return Candidate("made", str(number), name, lat, lon, country, precision, score, "name", country_name=country)


ENTRIES = (
    entry(1, "Karvia", "KV", Precision.COUNTRY, 10, 10, 0.95),
    entry(2, "Orlan", "OL", Precision.COUNTRY, 30, 30, 0.95),
    entry(3, "Damir al-Hasn", "KV", Precision.TOWN, 10.5, 10.5, 0.6),
    entry(4, "Tessin", "KV", Precision.TOWN, 10.2, 10.9, 0.62),
    entry(5, "Tessin", "OL", Precision.TOWN, 30.1, 30.1, 0.66),
    entry(6, "Merwani", "KV", Precision.TOWN, 11, 11, 0.6),
    entry(7, "Tessin", "KV", Precision.REGION, 10, 11, 0.6),
)


class Made:
    """A gazetteer of an invented land."""

    name = "made"

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        exact = [e for e in ENTRIES if name_key(e.name) == name_key(name)]
        near = [
            replace(e, because="spelling")
            for e in ENTRIES
            if len(skeleton(name).replace(" ", "")) >= 4 and skeleton(e.name) == skeleton(name)
        ]
        return tuple(sorted(exact or near, key=lambda e: -e.score))


@pytest.fixture(scope="session")
def find(page_of: Callable[[str], Page], resources: Resources) -> Find:
    return lambda text: find_places(page_of(text), resources.packs, (Made(),))


def names(places: tuple[Place, ...]) -> list[tuple[str, str | None]]:
    return [(place.name, place.best.id if place.best else None) for place in places]


def test_spelling_variants_meet_by_skeleton(find: Find) -> None:
    assert names(find("The soldiers entered the town of Dameer el-Hassn in Karvia on Monday.")) == [
        ("Dameer el-Hassn", "3"),
        ("Karvia", "1"),
    ]


def test_country_of_the_text_decides_between_towns(find: Find) -> None:
    assert names(find("Troops from Karvia entered the town of Tessin."))[-1] == ("Tessin", "4")
    assert names(find("Troops from Orlan entered the town of Tessin."))[-1] == ("Tessin", "5")


def test_container_said_decides(find: Find) -> None:
    assert names(find("He was born in Tessin, Karvia, and died in Orlan."))[0] == ("Tessin", "4")


def test_province_beside_a_name_means_the_region(find: Find) -> None:
    assert names(find("Shelling went on in Tessin province in Karvia."))[0] == ("Tessin", "7")


def test_persons_are_no_places(find: Find) -> None:
    assert "Merwani" not in [p.name for p in find("Mr. Merwani said the army left Karvia. Adib Merwani said so too.")]


def test_words_of_relation_are_kept(find: Find) -> None:
    near, south = find(
        "They buried him in a village near Damir al-Hasn. The camp lies 20 miles south of Tessin, Karvia."
    )[:2]
    assert near.relation == "village near"
    assert south.relation == "20 miles south of"


def test_name_in_no_gazetteer_is_a_place_without_candidates(find: Find) -> None:
    (place,) = [p for p in find("Shells fell on the village of Qorvash in Karvia.") if p.name == "Qorvash"]
    assert place.candidates == ()
    assert place.best is None


def test_every_mention_of_a_spelling_means_the_same(find: Find) -> None:
    found = find("The army left Tessin. Residents of Tessin in Karvia returned to Tessin.")
    assert len({p.best.id for p in found if p.best and p.name == "Tessin"}) == 1


def test_norwegian_country_names_come_from_the_table(page_of: Callable[[str], Page], resources: Resources) -> None:
    page = page_of(
        "Mange syrere flyktet til Tyrkia i går, og de kommer nok ikke tilbake til landsbyen sin med det første."
    )
    asked: list[str] = []

    class Asked(Made):
        def lookup(self, name: str) -> tuple[Candidate, ...]:
            asked.append(name)
            return ()

    find_places(page, resources.packs, (Asked(),))
    assert "Turkey" in asked


@pytest.mark.parametrize("text", ["", "\x00 A B C", "Karvia " * 3000, "ÀÉ ŞÜ - – — ()", "In In In In"])
def test_any_text_is_read(find: Find, text: str) -> None:
    find(text)


UNKNOWN = [
    ("Soldiers entered the town of Brevik Osk on Monday.", "Brevik Osk", Precision.TOWN),
    ("Reporters are barred from Halmok province.", "Halmok", Precision.REGION),
    ("Villagers crossed the Varlo River at night.", "Varlo River", Precision.LINE),
    ("The government of Sarvonia met on Monday. Sarvonian officials did not answer.", "Sarvonia", Precision.COUNTRY),
]


@pytest.mark.parametrize(("text", "name", "kind"), UNKNOWN)
def test_the_text_says_what_an_unknown_name_is(find: Find, text: str, name: str, kind: Precision) -> None:
    (place,) = [place for place in find(text) if place.name == name]
    assert (place.candidates, place.kind_hint) == ((), kind)


def test_an_unknown_whole_beats_a_known_part(find: Find) -> None:
    text = "Three men died in Merwani Osk on Monday. The shops in Merwani Osk were closed."
    assert names(find(text)) == [("Merwani Osk", None), ("Merwani Osk", None)]


def test_a_part_that_stands_alone_elsewhere_is_known(find: Find) -> None:
    text = "Three men died in Merwani on Monday. The Merwani Osk was closed in Merwani, Karvia."
    assert ("Merwani", "6") in names(find(text))


def test_another_spelling_needs_the_country_in_the_text(find: Find) -> None:
    assert names(find("The soldiers entered the town of Dameer el-Hassn on Monday.")) == [("Dameer el-Hassn", None)]


def test_what_a_title_or_a_list_of_speakers_names_is_no_place(find: Find) -> None:
    assert not find("Captain Orsan spoke. We heard it from Captain Orsan and told Vellis. Orsan, 31, left the room.")


def test_one_kind_of_sign_in_many_spots_is_enough(find: Find) -> None:
    text = "Few came from Drosk and Halvin. People fled to Drosk on foot. Nobody stayed in Drosk."
    assert {place.name for place in find(text)} >= {"Drosk"}


def test_a_river_gives_its_class_noun_to_no_other_name(find: Find) -> None:
    places = find("They camped by the Varlo River near Merwani in Karvia.")
    assert [(place.name, place.relation) for place in places if place.name == "Merwani"] == [("Merwani", "near")]
