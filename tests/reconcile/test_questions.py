"""Questions: who, how many, whether; denials; what nobody disputes is not made a dispute."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.reading import Reading
from sayso.model.reconstruction import Answer, Question, QuestionSlot, Reconstruction, RelationType, State, Status
from sayso.pipeline import reconstruct

Read = Callable[[str], Reading]

OFFICIAL = "The Karvian government said armed gangs killed 86 soldiers in Tarsk."
RESIDENTS = (
    "Residents of Tarsk said the 86 soldiers were killed by government troops because they would not fire on marchers."
)
AGENCY = "TARSK — Activists said mutinous soldiers killed 86 soldiers in Tarsk and fled."


def case_of(read_text: Read, *texts: str) -> Reconstruction:
    """Read texts and reconstruct them as one case."""
    return reconstruct([read_text(text) for text in texts])


def question(case: Reconstruction, slot: QuestionSlot) -> Question:
    """Return the weightiest question of a slot."""
    return next(q for q in case.questions if q.slot is slot)


def answer(found: Question, value: str) -> Answer:
    """Return the answer with a value."""
    return next(a for a in found.answers if a.value == value)


def test_rival_doers_are_rival_answers(read_text: Read) -> None:
    found = question(case_of(read_text, OFFICIAL, RESIDENTS, AGENCY), QuestionSlot.WHO)
    assert {a.value for a in found.answers} == {"armed-group", "state-side", "mutineers"}
    assert found.status is Status.CONTESTED
    assert "86 soldiers" in found.text
    assert "Tarsk" in found.text


def test_a_figure_taken_for_granted_adds_no_origin(read_text: Read) -> None:
    found = question(case_of(read_text, OFFICIAL, RESIDENTS), QuestionSlot.HOW_MANY)
    only = answer(found, found.answers[0].value)
    assert only.standing.origins_at_most == 1
    assert only.state is State.SINGLE_ORIGIN
    assert only.presupposed


def test_figures_that_exclude_each_other_conflict(read_text: Read) -> None:
    case = case_of(
        read_text,
        "The Karvian government said 86 soldiers were killed in Tarsk. Doctors said 58 soldiers were killed in Tarsk.",
    )
    found = question(case, QuestionSlot.HOW_MANY)
    assert {r.type for r in found.relations} == {RelationType.CONFLICTS}


def test_a_bound_does_not_conflict_with_what_it_allows(read_text: Read) -> None:
    case = case_of(
        read_text,
        "The Karvian government said more than 80 soldiers were killed in Tarsk. Doctors said 86 soldiers were killed in Tarsk.",
    )
    found = question(case, QuestionSlot.HOW_MANY)
    assert RelationType.CONFLICTS not in {r.type for r in found.relations}


def test_a_denial_makes_a_question_and_is_no_support(read_text: Read) -> None:
    case = case_of(
        read_text,
        "Witnesses in Tarsk said soldiers had mutinied. The Karvian government denied that soldiers had mutinied in Tarsk.",
    )
    found = question(case, QuestionSlot.WHETHER)
    yes, no = answer(found, "yes"), answer(found, "no")
    assert set(yes.statements) & set(no.statements) == set()
    assert yes.standing.origins_at_most == 1
    assert no.statements


def test_what_one_voice_tells_is_no_dispute(read_text: Read) -> None:
    case = case_of(read_text, "The mayor said rebels or bandits killed the guard in Tarsk.")
    assert not [q for q in case.questions if q.status is Status.CONTESTED]


def test_no_statements_no_questions(read_text: Read) -> None:
    assert case_of(read_text, "The hills are green.").questions == ()


def test_every_relation_has_its_reason(read_text: Read) -> None:
    case = case_of(read_text, OFFICIAL, RESIDENTS, AGENCY)
    for found in case.questions:
        for relation in found.relations:
            assert relation.because.rule
            assert relation.because.anchors


def test_a_part_is_no_rival_of_the_whole(read_text: Read) -> None:
    case = case_of(
        read_text,
        "Doctors said 20 villagers were killed in Tarsk on 3 May 2013.",
        "The mayor said 20 villagers were killed in Tarsk on 3 May 2013. The mayor said 8 children were killed in Tarsk on 3 May 2013.",
    )
    values = {a.value for q in case.questions if q.slot is QuestionSlot.HOW_MANY for a in q.answers}
    assert values == {"20"}


def test_what_one_report_tells_in_two_wordings_is_no_question(read_text: Read) -> None:
    case = case_of(
        read_text, "Dozens of villagers were killed in Tarsk. The mayor said 24 villagers were killed in Tarsk."
    )
    assert not [q for q in case.questions if q.slot is QuestionSlot.HOW_MANY]


def test_there_was_no_gang_denies_that_a_gang_did_it(read_text: Read) -> None:
    case = case_of(read_text, f"{OFFICIAL} “There was no gang,” a nurse said.", RESIDENTS)
    found = question(case, QuestionSlot.WHO)
    assert answer(found, "armed-group").denials
    assert not answer(found, "state-side").denials


def test_a_later_day_of_a_running_count_is_an_update(read_text: Read) -> None:
    case = case_of(
        read_text,
        "10 May 2013\n\nBy Thursday, 9 May 2013, 300 people had crossed into Ardia, border police said.",
        "12 May 2013\n\nBy Saturday, 11 May 2013, 900 people had crossed into Ardia, border police said.",
    )
    found = question(case, QuestionSlot.HOW_MANY)
    assert {r.type for r in found.relations} == {RelationType.UPDATES}
    assert found.status is not Status.CONTESTED


def test_one_person_killed_by_rank_and_by_name(read_text: Read) -> None:
    case = case_of(
        read_text,
        "The army said rebels killed Captain Omar Resk in Tarsk. A baker said the captain was shot by soldiers in Tarsk.",
    )
    found = question(case, QuestionSlot.WHO)
    assert found.text == "Who killed Captain Omar Resk in Tarsk?"
    assert {a.value for a in found.answers} == {"armed-group", "state-side"}


def test_two_sides_that_fight_are_no_rival_accounts(read_text: Read) -> None:
    case = case_of(
        read_text,
        "The ministry said rebels attacked soldiers in Tarsk. Activists said soldiers attacked rebels in Tarsk.",
    )
    assert not [q for q in case.questions if q.slot is QuestionSlot.WHO]


def test_what_is_unclear_is_not_denied(read_text: Read) -> None:
    case = case_of(
        read_text,
        "Activists said planes attacked villagers in Tarsk. A monitor said it was unclear whether planes attacked villagers in Tarsk.",
    )
    assert not [q for q in case.questions if q.slot is QuestionSlot.WHETHER]


def test_an_infinitive_is_no_claim(read_text: Read) -> None:
    case = case_of(read_text, "The ministry denied a request to halt flights over the town, the mayor said.")
    assert not [q for q in case.questions if q.text.startswith("Is it so that “to ")]


def test_totals_of_a_war_do_not_contradict_each_other(read_text: Read) -> None:
    case = case_of(
        read_text,
        "The ministry said thousands of people were killed in Karvia since March. The league said 210,000 people were killed in Karvia since March.",
    )
    assert not [q for q in case.questions if q.status is Status.CONTESTED]
