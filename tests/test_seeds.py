"""The five reference pages: what their dossier must show. Ids, kinds and figures only; none of their words stand here."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.model.ids import make_document, sha256_hex
from sayso.model.reading import Reading
from sayso.model.reconstruction import Question, QuestionSlot, Reconstruction, State, Status
from sayso.model.resources import Resources
from sayso.model.text import Anchor
from sayso.pipeline import read, reconstruct

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def readings(shared: Path, resources: Resources) -> tuple[Reading, ...]:
    """The five pages as read."""
    texts = [(path.stem, path.read_text("utf-8")) for path in sorted((shared / "seeds").glob("*.txt"))]
    return tuple(read(make_document(sha256_hex(text), name, text), resources) for name, text in texts)


@pytest.fixture(scope="module")
def case(readings: tuple[Reading, ...]) -> Reconstruction:
    """What they say together."""
    return reconstruct(readings)


def asked(case: Reconstruction, slot: QuestionSlot, *kinds: str) -> Question:
    """Return the weightiest question of a slot about events of a kind."""
    kind_of = {event.id: event.kind for event in case.events}
    return next(q for q in case.questions if q.slot is slot and q.event and kind_of[q.event] in kinds)


def languages(readings: tuple[Reading, ...], statements: tuple[str, ...]) -> set[str]:
    """Return the languages statements are in."""
    wanted = set(statements)
    return {s.language for r in readings for s in r.statements if s.id in wanted}


def test_nine_reports(readings: tuple[Reading, ...]) -> None:
    assert [len(r.reports) for r in readings] == [2, 1, 1, 4, 1]


def test_one_voice_asserts_the_120(case: Reconstruction) -> None:
    answers = {a.value: a for a in asked(case, QuestionSlot.HOW_MANY, "kill").answers}
    figure = answers["120"]
    assert figure.state is State.SINGLE_ORIGIN
    assert len(figure.voices) == 1
    assert len(figure.statements) >= 5
    assert figure.presupposed


def test_at_least_four_accounts_of_who_killed_them(case: Reconstruction) -> None:
    question = asked(case, QuestionSlot.WHO, "kill")
    assert question.status is Status.CONTESTED
    assert {"armed-group", "state-side", "mutineers", "infighting"} <= {
        a.value for a in question.answers if a.statements
    }
    official = next(a for a in question.answers if a.value == "armed-group")
    assert official.standing.origins_at_most == 1
    assert official.denials


def test_whether_there_was_a_mutiny(case: Reconstruction) -> None:
    question = asked(case, QuestionSlot.WHETHER, "mutiny")
    assert all(a.statements for a in question.answers)
    assert {a.value for a in question.answers} == {"yes", "no"}


def test_how_many_crossed(case: Reconstruction) -> None:
    values = {a.value for a in asked(case, QuestionSlot.HOW_MANY, "flee", "cross").answers}
    assert len(values) >= 5


def test_flight_or_visits_across_two_languages(case: Reconstruction, readings: tuple[Reading, ...]) -> None:
    question = asked(case, QuestionSlot.WHETHER, "flee", "cross")
    by_value = {a.value: a for a in question.answers}
    assert languages(readings, by_value["no"].statements) == {"nb"}
    assert "en" in languages(readings, by_value["yes"].statements)


def test_who_burned_the_fields(case: Reconstruction) -> None:
    assert len([a for a in asked(case, QuestionSlot.WHO, "burn").answers if a.statements]) == 2


def test_whether_residents_asked_the_army_in(case: Reconstruction) -> None:
    question = asked(case, QuestionSlot.WHETHER, "request")
    assert all(a.statements for a in question.answers)


def test_every_anchor_resolves(case: Reconstruction, readings: tuple[Reading, ...]) -> None:
    texts = {r.document: r.text for r in readings}
    anchors: list[Anchor] = [a for v in case.voices for n in v.names for a in n.anchors]
    anchors += [a for q in case.questions for r in q.relations for a in r.because.anchors]
    assert anchors
    for anchor in anchors:
        assert anchor.span.end <= len(texts[anchor.document])
        assert anchor.span.of(texts[anchor.document]).strip()
