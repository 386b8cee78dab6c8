"""Where and when: the same dead put in two towns or on two days by two voices; what only refines disputes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.reading import Reading
from sayso.model.reconstruction import About, Question, QuestionSlot, Status
from sayso.pipeline import reconstruct

Read = Callable[[str], Reading]

DATED = "4 May 2013\n\n"
ARMY = f"{DATED}The Karvian army said 86 soldiers were killed in Tarsk on Friday, 3 May 2013."


def asked(read_text: Read, slot: QuestionSlot, *texts: str) -> list[Question]:
    """Return the questions of a slot."""
    case = reconstruct([read_text(text) for text in texts])
    return [q for q in case.questions if q.slot is slot]


def test_two_towns_for_the_same_dead(read_text: Read) -> None:
    doctors = f"{DATED}Doctors said 86 soldiers were killed in Olmenau on Friday, 3 May 2013."
    (found,) = asked(read_text, QuestionSlot.WHERE, ARMY, doctors)
    assert {a.text for a in found.answers} == {"Tarsk", "Olmenau"}
    assert found.status is Status.CONTESTED
    assert {r.about for r in found.relations} == {About.PLACE}
    assert not asked(read_text, QuestionSlot.WHEN, ARMY, doctors)


def test_two_days_for_the_same_dead(read_text: Read) -> None:
    doctors = f"{DATED}Doctors said 86 soldiers were killed in Tarsk on Tuesday, 30 April 2013."
    (found,) = asked(read_text, QuestionSlot.WHEN, ARMY, doctors)
    assert {a.text for a in found.answers} == {"3 May 2013", "30 April 2013"}
    assert not asked(read_text, QuestionSlot.WHERE, ARMY, doctors)


def test_one_person_dies_in_one_place(read_text: Read) -> None:
    police = f"{DATED}Police said Omar Resk was killed in Tarsk."
    family = f"{DATED}Relatives said Omar Resk was killed in Olmenau."
    (found,) = asked(read_text, QuestionSlot.WHERE, police, family)
    assert {a.text for a in found.answers} == {"Tarsk", "Olmenau"}


@pytest.mark.parametrize(
    "other",
    [
        "Doctors said 86 soldiers were killed in a village near Tarsk on Friday, 3 May 2013.",
        "Doctors said 86 soldiers were killed in Tarsk on 2 May 2013.",
        "Doctors said 86 villagers were killed in Olmenau on Friday, 3 May 2013.",
        "Doctors said 85 soldiers were killed in Olmenau on Friday, 3 May 2013.",
        "Doctors said 86 soldiers were killed in Olmenau on 9 April 2013.",
        "The Karvian army said 86 soldiers were killed in Olmenau on Friday, 3 May 2013.",
        "Doctors said 86 soldiers have been killed in Olmenau since January.",
    ],
)
def test_what_refines_or_is_another_happening_is_no_dispute(read_text: Read, other: str) -> None:
    assert not asked(read_text, QuestionSlot.WHERE, ARMY, DATED + other)
    assert not asked(read_text, QuestionSlot.WHEN, ARMY, DATED + other)
