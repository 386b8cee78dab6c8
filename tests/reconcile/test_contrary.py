"""Said and unsaid: two voices that say yes and no to one thing in like words, whatever it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.reading import Reading
from sayso.model.reconstruction import Question, Status
from sayso.pipeline import reconstruct

Read = Callable[[str], Reading]
RULE = "stated-and-denied"

LICENCE = "The harbour master said Tomas Orbel had a valid licence for the ferry."
NONE = "Inspector Dana Vikk said there was no valid licence for the ferry."


def contrary(read_text: Read, *texts: str) -> list[Question]:
    """Return the questions asked because one voice states what another denies in like words."""
    case = reconstruct([read_text(text) for text in texts])
    return [q for q in case.questions if any(r.because.rule == RULE for r in q.relations)]


def test_what_one_states_and_another_denies_is_asked(read_text: Read) -> None:
    (found,) = contrary(read_text, f"{LICENCE}\n\n{NONE}")
    assert found.status is Status.CONTESTED
    assert "Tomas Orbel had a valid licence for the ferry" in found.text
    assert {answer.value: len(answer.voices) for answer in found.answers} == {"yes": 1, "no": 1}


@pytest.mark.parametrize(
    "other",
    [
        "Inspector Dana Vikk said the ferry had a new engine.",
        "Inspector Dana Vikk said there was no doubt that the licence for the ferry was valid.",
        "Inspector Dana Vikk said the crew had not checked the lifeboats on the ferry.",
        "The harbour master said there was no valid licence for the barge, and later none for the ferry.",
    ],
    ids=["other matter", "no doubt", "other thing", "same voice"],
)
def test_what_only_looks_alike_is_not_asked(read_text: Read, other: str) -> None:
    assert contrary(read_text, f"{LICENCE}\n\n{other}") == []


def test_another_name_is_another_matter(read_text: Read) -> None:
    assert contrary(read_text, f"{LICENCE}\n\nInspector Dana Vikk said Pavel Istra had no valid licence.") == []


def test_two_reports_that_share_no_story_do_not_meet(read_text: Read) -> None:
    told = "The harbour master said the mooring ropes were frayed."
    assert contrary(read_text, told, "A farmer said the ropes were not frayed.") == []


def test_two_reports_meet_by_a_name(read_text: Read) -> None:
    told = "The harbour master said the ferry of Tomas Orbel was overloaded."
    denied = "A deckhand told the Gull Bay Echo that the ferry of Tomas Orbel was not overloaded."
    (found,) = contrary(read_text, told, denied)
    assert {answer.value for answer in found.answers} == {"yes", "no"}


def test_what_depends_on_a_condition_states_nothing(read_text: Read) -> None:
    told = "The harbour master said that once the survey is complete the ferry would sail."
    denied = "Inspector Dana Vikk said the survey is not complete."
    assert contrary(read_text, f"{told}\n\n{denied}") == []


def test_norwegian_is_read_by_its_own_words(read_text: Read) -> None:
    told = "Havnefogden sa at ferja hadde gyldig sertifikat."
    denied = "Fiskerne sier at ferja ikke hadde noe gyldig sertifikat da den la fra kai den morgenen."
    (found,) = contrary(read_text, f"{told}\n\n{denied}")
    assert {answer.value for answer in found.answers} == {"yes", "no"}
