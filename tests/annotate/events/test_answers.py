"""Who it was without an event word, and events told by bodies, registers and refusals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.annotations import EventMention, Fact, SlotName
from sayso.model.reading import Reading

Read = Callable[[str], Reading]

BURNED = "Residents said soldiers burned the mill. "


def mentions(reading: Reading, kind: str) -> list[EventMention]:
    """Return the event mentions of a kind, in text order."""
    found = (m for s in reading.statements for m in s.mentions if m.kind == kind)
    return sorted(found, key=lambda m: m.span)


def agents(mention: EventMention) -> set[str | None]:
    """Return the classes of a mention's doers."""
    return {slot.value for slot in mention.fillers(SlotName.AGENT)}


def test_it_was_names_the_doer_of_the_deed_before(read_text: Read) -> None:
    named = mentions(read_text(f"{BURNED}“It was the gang,” a trader said."), "burn")[-1]
    assert agents(named) == {"armed-group"}
    assert [slot.value for slot in named.fillers(SlotName.TARGET)] == ["mill"]
    assert named.refers_back


def test_it_was_not_excludes_a_doer_and_denies_no_deed(read_text: Read) -> None:
    named = mentions(read_text(f"{BURNED}“It was not the army,” a trader said."), "burn")[-1]
    assert named.fact is Fact.HAPPENED
    assert [slot.unresolved for slot in named.fillers(SlotName.AGENT)] == ["excluded"]


def test_it_was_without_a_deed_before_names_nobody(read_text: Read) -> None:
    reading = read_text("The market opened late. “It was the army,” a trader said.")
    assert not [m for s in reading.statements for m in s.mentions]


@pytest.mark.parametrize("text", ["“There was no gang,” a nurse said.", "“The gang was invented,” a nurse said."])
def test_what_there_was_none_of(read_text: Read, text: str) -> None:
    (absent,) = mentions(read_text(text), "presence")
    assert absent.fact is Fact.DENIED
    assert agents(absent) == {"armed-group"}


def test_there_was_a_gang_is_no_event(read_text: Read) -> None:
    assert not mentions(read_text("“There was a gang,” a nurse said."), "presence")


@pytest.mark.parametrize(
    "text", ["She counted at least 40 bodies in the yard.", "51 bodies were brought to the morgue."]
)
def test_bodies_counted_are_dead(read_text: Read, text: str) -> None:
    (dead,) = mentions(read_text(text), "kill")
    assert dead.fillers(SlotName.COUNT)
    assert {slot.value for slot in dead.fillers(SlotName.TARGET)} == {"body"}


def test_bodies_of_law_are_not_dead(read_text: Read) -> None:
    assert not mentions(read_text("Two bodies of experts advise the court."), "kill")


def test_registered_refugees_have_crossed(read_text: Read) -> None:
    (crossed,) = mentions(read_text("Border police said they had registered 1,150 people by Wednesday."), "cross")
    assert agents(crossed) == {"civilians"}
    assert crossed.fillers(SlotName.COUNT)


@pytest.mark.parametrize(
    "text",
    [
        "Part of the garrison had joined the protesters.",
        "The guards refused to fire on the crowd.",
        "Thirty soldiers laid down their arms.",
    ],
)
def test_soldiers_who_refuse_mutiny(read_text: Read, text: str) -> None:
    assert mentions(read_text(text), "mutiny")


@pytest.mark.parametrize("text", ["Students joined the protesters.", "Residents refused to march in the parade."])
def test_others_who_refuse_do_not(read_text: Read, text: str) -> None:
    assert not mentions(read_text(text), "mutiny")


def test_set_fire_to_burns_what_it_names(read_text: Read) -> None:
    (burned,) = mentions(read_text("Gunmen set fire to the mill."), "burn")
    assert [slot.value for slot in burned.fillers(SlotName.TARGET)] == ["mill"]


def test_what_burns_does_nothing(read_text: Read) -> None:
    (burned,) = mentions(read_text("The mill was burning at noon."), "burn")
    assert not burned.fillers(SlotName.AGENT)
    assert [slot.value for slot in burned.fillers(SlotName.TARGET)] == ["mill"]


def test_the_men_are_those_told_of(read_text: Read) -> None:
    reading = read_text("Ten guards were killed in Tarsk, officials said. Residents said the men were shot by gunmen.")
    shot = mentions(reading, "fire")[0]
    assert [slot.value for slot in shot.fillers(SlotName.TARGET)] == ["state-forces"]
