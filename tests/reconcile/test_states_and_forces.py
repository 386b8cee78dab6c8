"""Questions of a town rather than of one happening: is it so still, how many forces, force met with force, when it was taken."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.reading import Reading
from sayso.model.reconstruction import About, Question, QuestionSlot, RelationType, Status
from sayso.pipeline import reconstruct

Read = Callable[[str], Reading]

HEAD = "HALBECK, 5 May 2013 — The town of Tarsk is on the river."
EMPTY = "On Sunday 5 May 2013 Tarsk was deserted, said Mira Olen, a baker."
BACK = "Residents are returning and shops have reopened in Tarsk on 5 May 2013, said Pavel Istra, a driver."
LATER = "Residents are returning and shops have reopened in Tarsk on 9 May 2013, said Pavel Istra, a driver."


def asked(read_text: Read, slot: QuestionSlot, *texts: str) -> list[Question]:
    """Return the questions of a slot."""
    case = reconstruct([read_text(text) for text in texts])
    return [q for q in case.questions if q.slot is slot]


def test_two_states_of_one_day_are_disputed(read_text: Read) -> None:
    (found,) = asked(read_text, QuestionSlot.STILL, f"{HEAD}\n\n{EMPTY}\n\n{BACK}")
    assert found.text == "Is Tarsk empty of its people?"
    assert found.status is Status.CONTESTED
    assert {a.value: len(a.voices) for a in found.answers} == {"yes": 1, "no": 1}


def test_a_state_of_later_days_is_a_change(read_text: Read) -> None:
    (found,) = asked(read_text, QuestionSlot.STILL, f"{HEAD}\n\n{EMPTY}\n\n{LATER}")
    assert [r.type for r in found.relations] == [RelationType.UPDATES]
    assert found.status is not Status.CONTESTED


def test_one_voice_alone_makes_no_question_of_a_state(read_text: Read) -> None:
    assert asked(read_text, QuestionSlot.STILL, f"{HEAD}\n\n{EMPTY}\n\nTarsk is on a river, said Pavel Istra.") == []


def test_a_negated_state_is_the_other_side(read_text: Read) -> None:
    negated = "On Sunday 5 May 2013 Tarsk was not deserted, said Pavel Istra, a driver."
    (found,) = asked(read_text, QuestionSlot.STILL, f"{HEAD}\n\n{EMPTY}\n\n{negated}")
    assert {a.value for a in found.answers} == {"yes", "no"}


def test_forces_of_one_town_and_day_conflict_and_of_other_days_do_not(read_text: Read) -> None:
    first = "Mira Olen said 40 tanks stood in Tarsk on 5 May 2013."
    same_day = "Pavel Istra said 90 tanks stood in Tarsk on 5 May 2013."
    other_day = "Pavel Istra said 90 tanks stood in Tarsk on 8 May 2013."
    (found,) = asked(read_text, QuestionSlot.HOW_MANY, f"{HEAD}\n\n{first}\n\n{same_day}")
    assert (found.text, found.status) == ("How many tanks were there at Tarsk?", Status.CONTESTED)
    (found,) = asked(read_text, QuestionSlot.HOW_MANY, f"{HEAD}\n\n{first}\n\n{other_day}")
    assert {r.type for r in found.relations} == {RelationType.DIFFERENT_WINDOW}


def test_force_only_against_force_meets_the_tellings_of_the_unarmed(read_text: Read) -> None:
    claim = "The police in Tarsk fired only when they were fired at, Colonel Jan Weld said."
    telling = "Soldiers shot at villagers in Tarsk as they ran, Mira Olen said."
    found = asked(read_text, QuestionSlot.WHETHER, f"{HEAD}\n\n{claim}\n\n{telling}")
    question = next(q for q in found if "only when fired at" in q.text)
    assert question.status is Status.CONTESTED
    assert {r.about for r in question.relations} == {About.DENIAL}


def test_the_day_a_town_was_taken(read_text: Read) -> None:
    one = "The army seized Tarsk on 5 May 2013, a network of activists said."
    other = "The army seized Tarsk on 7 May 2013, the state agency Orbis said."
    found = asked(read_text, QuestionSlot.WHEN, f"{HEAD}\n\n{one}\n\n{other}")
    assert [q.text for q in found] == ["When was Tarsk taken?"]
    assert {a.text for a in found[0].answers} == {"5 May 2013", "7 May 2013"}


def test_two_voices_on_how_it_began_stand_side_by_side(read_text: Read) -> None:
    one = "“It all started with the arrest of two boys in Tarsk,” Mira Olen said."
    other = "The trouble began when a guard fired into the market of Tarsk, Pavel Istra said."
    (found,) = asked(read_text, QuestionSlot.HOW, f"{HEAD}\n\n{one}\n\n{other}")
    assert found.text == "How did it begin in Tarsk?"
    assert found.status is Status.SINGLE


def test_whom_the_same_dead_of_one_day_were(read_text: Read) -> None:
    one = "On 5 May 2013 the army killed 14 gunmen in Tarsk, Colonel Jan Weld said."
    other = "On 5 May 2013 the army killed 14 villagers in Tarsk, Mira Olen said."
    (found,) = asked(read_text, QuestionSlot.WHOM, f"{HEAD}\n\n{one}", f"{HEAD}\n\n{other}")
    assert found.text == "Who were the 14 killed in Tarsk on 5 May 2013?"
    assert {a.value for a in found.answers} == {"armed-group", "civilians"}


def test_by_what_means(read_text: Read) -> None:
    one = "On 5 May 2013 an air strike killed 64 villagers in Tarsk, Mira Olen said."
    other = "On 5 May 2013 a car bomb killed 64 villagers in Tarsk, Colonel Jan Weld said."
    gas = "On 5 May 2013 poison gas killed 64 villagers in Tarsk, Colonel Jan Weld said."
    assert asked(read_text, QuestionSlot.HOW, f"{HEAD}\n\n{one}", f"{HEAD}\n\n{other}") == []
    (found,) = asked(read_text, QuestionSlot.HOW, f"{HEAD}\n\n{one}", f"{HEAD}\n\n{gas}")
    assert {a.text for a in found.answers} == {"an air strike", "poison gas"}


def test_a_voice_that_gives_two_figures_is_shown(read_text: Read) -> None:
    one = "Colonel Jan Weld said on 5 May 2013 that 64 villagers were killed in Tarsk on 4 May 2013."
    other = "Colonel Jan Weld said on 7 May 2013 that 91 villagers were killed in Tarsk on 4 May 2013."
    found = asked(read_text, QuestionSlot.HOW_MANY, f"{HEAD}\n\n{one}", f"{HEAD}\n\n{other}")
    assert [b.rule for q in found for b in q.because] == ["changed-account"]
