"""Why: rival reasons of different sides make a question; reasons that can hold together, or of one voice, make none."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.reading import Reading
from sayso.model.reconstruction import About, Question, QuestionSlot, RelationType, Status
from sayso.pipeline import reconstruct

Read = Callable[[str], Reading]

ORDER = "The Karvian government said troops were sent to Tarsk on 4 May 2013 to restore order."
PUNISH = "Residents said troops were sent to Tarsk on 4 May 2013 to punish the town for its marches."


def why(read_text: Read, *texts: str) -> list[Question]:
    """Return the questions that ask for reasons."""
    case = reconstruct([read_text(text) for text in texts])
    return [q for q in case.questions if q.slot is QuestionSlot.WHY]


def test_rival_reasons_are_rival_answers(read_text: Read) -> None:
    (found,) = why(read_text, ORDER, PUNISH)
    assert found.status is Status.CONTESTED
    assert {r.about for r in found.relations} == {About.REASON}
    assert len(found.answers) == 2
    assert all(len(a.voices) == 1 for a in found.answers)
    assert any("to restore order" in a.text for a in found.answers)


def test_reasons_of_one_side_stand_side_by_side(read_text: Read) -> None:
    (found,) = why(read_text, PUNISH, "A farmer said troops were sent to Tarsk on 4 May 2013 to steal cattle.")
    assert found.status is Status.SINGLE  # two reasons that can both hold: no dispute, and no agreement
    assert {r.type for r in found.relations} == {RelationType.COMPATIBLE}


def test_the_same_reason_in_two_mouths_is_no_dispute(read_text: Read) -> None:
    again = "Residents said troops were sent to Tarsk on 4 May 2013 to restore calm."
    assert why(read_text, ORDER, again) == []


def test_what_a_denier_says_instead_is_a_reason(read_text: Read) -> None:
    told = "Aid workers said families had fled to Ardia to escape the troops."
    denied = (
        "The minister said that nobody had fled to Ardia. “They are families visiting relatives,” the minister said."
    )
    (found,) = why(read_text, f"{told} {denied}")
    assert any("visiting relatives" in a.text for a in found.answers)
    assert any("escape the troops" in a.text for a in found.answers)
