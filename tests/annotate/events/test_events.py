"""Event mentions: one invented sentence for each construction, with the roles a reader sees in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model.annotations import EventMention, Fact, SlotName
from sayso.model.reading import Reading

Read = Callable[[str], Reading]


def events(read_text: Read, text: str) -> list[EventMention]:
    """Return all event mentions of a text, in order."""
    return sorted((m for s in read_text(text).statements for m in s.mentions), key=lambda m: m.span)


def only(read_text: Read, text: str, kind: str) -> EventMention:
    """Return the first mention of a kind that has roles."""
    return next(m for m in events(read_text, text) if m.kind == kind and m.slots)


def values(mention: EventMention, name: SlotName) -> list[str | None]:
    """Return the values of a role's fillers."""
    return [slot.value for slot in mention.fillers(name)]


@pytest.mark.parametrize(
    ("text", "kind", "agent", "target"),
    [
        ("Gunmen killed twelve guards near the mill.", "kill", "armed-group", "state-forces"),
        ("Twelve guards were killed by armed gangs near the mill.", "kill", "armed-group", "state-forces"),
        ("The attack was carried out by men loyal to the president.", "attack", "loyalists", None),
        ("The villagers blamed the army for the killing of the miners.", "kill", "state-forces", None),
        ("Mutinous soldiers fled, apparently killing several officers.", "kill", "mutineers", "state-forces"),
        ("The soldiers who shot at the villagers came from the capital.", "fire", "state-forces", "civilians"),
        ("The killing of nine farmers by rebels shocked the valley.", "kill", "armed-group", "civilians"),
        ("The guards died after gunmen attacked the post.", "kill", "armed-group", "state-forces"),
        ("Terrorists set the barns ablaze.", "burn", "armed-group", "barn"),
        ("The deaths of the guards stemmed from a rift in the army.", "kill", "infighting", None),
    ],
)
def test_roles_are_found_through_constructions(
    read_text: Read, text: str, kind: str, agent: str, target: str | None
) -> None:
    found = [m for m in events(read_text, text) if m.kind == kind]
    agents = {v for m in found for v in values(m, SlotName.AGENT)}
    targets = {v for m in found for v in values(m, SlotName.TARGET)}
    assert agent in agents
    assert target is None or target in targets


@pytest.mark.parametrize(
    ("text", "kind", "fact"),
    [
        ("The miners never fled the valley.", "flee", Fact.DENIED),
        ("No one fled the valley.", "flee", Fact.DENIED),
        ("Not one guard deserted.", "mutiny", Fact.DENIED),
        ("The guards refused to shoot at the miners.", "fire", Fact.REFUSED),
        ("The guards would not shoot at the miners.", "fire", Fact.REFUSED),
        ("The guards may have shot at the miners.", "fire", Fact.POSSIBLE),
        ("The general ordered the guards to shoot at the miners.", "fire", Fact.WANTED),
        ("Troops were sent to arrest the miners.", "arrest", Fact.WANTED),
        ("The army will enter the town on Friday.", "deploy", Fact.FUTURE),
        ("The army had yet to enter Tarsk.", "deploy", Fact.DENIED),
        ("The miners fled the valley.", "flee", Fact.HAPPENED),
    ],
)
def test_a_clause_says_whether_it_happened(read_text: Read, text: str, kind: str, fact: Fact) -> None:
    assert next(m.fact for m in events(read_text, text) if m.kind == kind) is fact


def test_an_agent_that_is_ruled_out_is_kept_as_such(read_text: Read) -> None:
    text = "The deaths of the guards were caused not by rebels but by other soldiers."
    mention = next(m for m in events(read_text, text) if m.kind == "kill" and m.slot(SlotName.AGENT))
    assert {(s.value, s.unresolved) for s in mention.fillers(SlotName.AGENT)} == {
        ("state-forces", None),
        ("armed-group", "excluded"),
    }


def test_a_definite_description_points_back(read_text: Read) -> None:
    text = "Gunmen killed twelve guards. The killings shocked the valley."
    first, second = (m for m in events(read_text, text) if m.kind == "kill")
    assert (first.refers_back, second.refers_back) == (False, True)


def test_they_are_those_who_did_harm_before(read_text: Read) -> None:
    text = "Witnesses saw soldiers shooting at villagers who ran away. They burned the barns."
    burn = only(read_text, text, "burn")
    assert values(burn, SlotName.AGENT) == ["state-forces"]


@pytest.mark.parametrize(
    "text",
    ["The streets were deserted.", "Rain poured all night.", "He asked not to be named.", "She asked why nobody came."],
)
def test_look_alikes_are_no_events(read_text: Read, text: str) -> None:
    assert not [m for m in events(read_text, text) if m.kind in {"mutiny", "flee", "request"}]


def test_norwegian_events_by_word_order(read_text: Read) -> None:
    text = "Regjeringen hevdet i går at innbyggerne ikke flyktet fra byen, men at tolv soldater ble drept av opprørere."
    found = {m.kind: m for m in events(read_text, text)}
    assert found["flee"].fact is Fact.DENIED
    assert values(found["kill"], SlotName.TARGET) == ["state-forces"]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(read_text: Read, text: str) -> None:
    reading = read_text(text)
    for statement in reading.statements:
        for mention in statement.mentions:
            for slot in mention.slots:
                assert slot.span is None or 0 <= slot.span.start < slot.span.end <= len(text)
