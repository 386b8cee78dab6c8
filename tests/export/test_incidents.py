"""The main incident of a report: where, when, by whom, by what means; never the day of the page or of the saying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.export.casualties import find_harm
from sayso.export.incidents import Incident, find_incidents
from sayso.model.reading import Reading
from sayso.values.amount_profiles import Profile

Find = Callable[[str], Incident]


@pytest.fixture(scope="session")
def find(read_text: Callable[[str], Reading]) -> Find:
    def incident(text: str) -> Incident:
        reading = read_text(text)
        (found,) = find_incidents(reading, find_harm(reading)[0])
        return found

    return incident


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Air strikes on Marsa killed 12 people.", "air-strike", "Air strikes"),
        ("A car bomb killed nine people in Marsa.", "bombing", "car bomb"),
        ("Rockets with chlorine killed nine people in Marsa.", "gas", "chlorine"),
        ("Gunmen shot dead four villagers near Marsa.", "shooting", "shot dead"),
        ("Nine soldiers were killed in clashes near Marsa.", "shooting", "clashes"),
        ("Mortar shells killed two children in Marsa.", "shelling", "Mortar"),
    ],
)
def test_means_are_told_by_their_words(find: Find, text: str, kind: str, words: str) -> None:
    means = find(text).means
    assert means is not None
    assert (means.kind, means.span.of(text)) == (kind, words)


def test_no_means_told_none_given(find: Find) -> None:
    assert find("Four villagers were killed near Marsa.").means is None


def test_the_day_of_the_event_is_told(find: Find) -> None:
    text = "12 May 2017 - Shells kill nine in Marsa\n\nShells killed nine people in Marsa on 11 May 2017."
    time = find(text).time
    assert time is not None
    assert str(time.earliest) == "2017-05-11"


def test_the_day_of_a_date_line_is_not_the_events(find: Find) -> None:
    text = "Shells kill nine in Marsa Wire Friday 12 May 2017 Shells that hit a market killed nine people in Marsa."
    assert find(text).time is None


def test_the_day_of_the_saying_is_not_the_events(find: Find) -> None:
    text = "Shells killed nine people in Marsa, a monitor said on 12 May 2017."
    assert find(text).time is None


def test_who_did_it_is_told_with_a_class(find: Find) -> None:
    text = "The army killed nine villagers in Marsa."
    (agent,) = find(text).agents
    assert agent.value == "state-forces"


def test_profiles_are_applied_by_name_and_figures_stay(find: Find) -> None:
    text = "At least 14 soldiers were killed in clashes near Marsa.\n\nThe army said 14 soldiers were killed."
    made = {k.estimate.profile: (k.group, k.estimate.low, k.estimate.best) for k in find(text).killed}
    assert made[Profile.UCDP] == ("noncivilians", 14, 14)
    assert set(made) == set(Profile)


DATED = "12 May 2017 - {head}\n\n{body}"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("Shells kill nine in Marsa", "Shells killed nine people in Marsa on Wednesday, a monitor said.", "2017-05-10"),
        (
            "Nine killed in Marsa",
            "At least nine people were killed in Marsa.\n\nThe Tuesday raids hit a market.",
            "2017-05-09",
        ),
        ("Nine killed in Marsa", "Nine people were killed in clashes in Marsa since Monday.", None),
        ("Nine killed in Marsa", "Nine people were killed in air strikes on Marsa on Monday and Tuesday.", None),
        (
            "Nine killed in Marsa",
            "Nine people were killed in Marsa. The governor said on Tuesday that help was coming.",
            None,
        ),
        (
            "Nine killed in Marsa",
            "Rebels shelled a rally in a disputed June 3 poll, killing nine people in Marsa.",
            None,
        ),
    ],
)
def test_only_the_deed_beside_the_count_tells_the_day(find: Find, head: str, body: str, day: str | None) -> None:
    time = find(DATED.format(head=head, body=body)).time
    assert (str(time.earliest) if time else None) == day


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Coalition air strikes killed nine villagers in Marsa.", "Coalition", "foreign-forces"),
        ("Nine villagers were killed by shells fired by rebels near Marsa.", "rebels", "armed-group"),
        ("Nine rebels were killed in clashes with government troops near Marsa.", "government troops", "state-forces"),
        ("Russian raids killed nine villagers in Marsa.", "Russian", None),
    ],
)
def test_the_doer_is_told_with_the_means(find: Find, text: str, words: str, kind: str | None) -> None:
    (agent,) = find(text).agents
    assert agent.span is not None
    assert agent.span.of(text) == words
    assert agent.value in (kind, "state")


@pytest.mark.parametrize(
    "text",
    [
        "Nine soldiers were shot dead near Marsa.",
        "Air strikes on a rebel-held village killed nine people near Marsa.",
        "A car bomb killed nine policemen in Marsa.",
    ],
)
def test_neither_victims_nor_means_nor_places_are_doers(find: Find, text: str) -> None:
    assert find(text).agents == ()


def test_of_listed_places_the_first_is_given(find: Find) -> None:
    text = "Nine people were killed in rocket attacks on Aleppo and Homs in Syria."
    place = find(text).place
    assert place is not None
    assert place.span.of(text) == "Aleppo"


@pytest.mark.parametrize(
    ("text", "means", "doer"),
    [
        (
            "Bei einem Luftangriff der Koalition auf das Dorf wurden am Dienstag zwölf Menschen getötet. Die Ärzte bestätigten das.",
            "air-strike",
            "Koalition",
        ),
        (
            "Minst tolv mennesker ble drept da granater fra opprørerne traff markedet i byen. Sykehuset bekreftet tallet.",
            "shelling",
            "opprørerne",
        ),
    ],
)
def test_means_and_doers_in_other_languages(find: Find, text: str, means: str, doer: str) -> None:
    found = find(text)
    assert found.means is not None
    assert found.means.kind == means
    assert [slot.span.of(text) for slot in found.agents if slot.span] == [doer]
