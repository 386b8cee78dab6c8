"""Judgements: on ids a person sees, kept by the words they stand for, and still there after every rebuild."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.workspace.light_reader import light

from sayso.errors import InputError
from sayso.model.annotations import SlotName
from sayso.model.judgements import Verdict
from sayso.model.reconstruction import (
    Answer,
    Event,
    Question,
    QuestionSlot,
    Reconstruction,
    Standing,
    State,
    Status,
    Voice,
    VoiceKind,
    VoiceName,
)  # fmt: skip
from sayso.model.text import Anchor, Span
from sayso.workspace import Workspace
from sayso.workspace.targets import Targets


@pytest.fixture
def workspace(opened: Any, reports: Path) -> Workspace:
    made: Workspace = opened()
    made.build([reports])
    return made


def statements(workspace: Workspace) -> list[str]:
    return [statement.id for reading in workspace.readings() for statement in reading.statements]


def test_a_judgement_carries_the_words_it_is_about(workspace: Workspace) -> None:
    reading = next(reading for reading in workspace.readings() if reading.name == "a.txt")
    made = workspace.judge(Verdict.REJECT, reading.statements[1].id, reason="not the town meant", by=" kari ")
    assert (made.verdict, made.by, made.reason) == (Verdict.REJECT, "kari", "not the town meant")
    assert made.target is not None
    (quoted,) = made.target.quotes
    assert (made.target.kind, quoted.quote, quoted.after) == ("statement", "Nobody stayed.", "\n")
    assert quoted.before == "r of Orlo said ten people fled on Monday.\n"[-32:]
    assert workspace.judgements() == (made,)


def test_judgements_survive_rebuilds_and_new_versions(workspace: Workspace, opened: Any) -> None:
    made = workspace.judge(Verdict.NOTE, statements(workspace)[0], reason="ask again", by="kari")
    workspace.build(anew=True)
    again = opened(reader=light("light-2"))
    again.build()
    assert again.judgements() == (made,)
    assert again.case().judgements == (made,)
    assert again.verify() == ()


def test_a_pair_is_two_records_of_one_kind(workspace: Workspace) -> None:
    one, two = statements(workspace)[:2]
    made = workspace.judge(Verdict.NOT_SAME, one, two, by="kari")
    assert made.target is not None
    assert len(made.target.quotes) == 2
    report = workspace.readings()[0].reports[0].id
    for arguments, message in (
        ((Verdict.SAME, one), "two ids"), ((Verdict.REJECT, one, two), "one id"), ((Verdict.SAME, one, report), "cannot be the same"),
        ((Verdict.SAME, one, one), "named twice"), ((Verdict.ACCEPT, "no-such-id"), "nothing in the case"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=message) as error:
            workspace.judge(*arguments, by="kari")
        assert error.value.way_out
    with pytest.raises(InputError, match="needs the name"):
        workspace.judge(Verdict.ACCEPT, one, by=" ")
    assert workspace.judgements() == (made,)


def test_a_judgement_is_taken_back_once_and_both_stay_in_the_log(workspace: Workspace) -> None:
    made = workspace.judge(Verdict.REJECT, statements(workspace)[0], by="kari")
    undone = workspace.judge(Verdict.UNDO, made.id, reason="my mistake", by="bo")
    assert (undone.undoes, undone.target) == (made.id, None)
    assert workspace.judgements() == (made, undone)
    with pytest.raises(InputError, match="already undone"):
        workspace.undo(made.id, by="bo")
    with pytest.raises(InputError, match="no judgement"):
        workspace.undo("no-such-id", by="bo")


def test_every_kind_of_id_leads_to_its_words(workspace: Workspace) -> None:
    readings = workspace.readings()
    first, second = (Anchor(reading.document, reading.statements[0].span) for reading in readings[:2])
    ids = tuple(reading.statements[0].id for reading in readings[:2])
    name = Anchor(first.document, Span(0, 4))
    voice = Voice("v", "The mayor", (VoiceName("The mayor", (name,)),), VoiceKind.PERSON, named=False)
    standing = Standing(1, 1, 1, 1, 0, 1)
    answers = tuple(
        Answer(f"a{number}", f"value {number}", "", (id_,), standing, State.UNCLEAR) for number, id_ in enumerate(ids)
    )
    question = Question(
        "q", "how many fled?", QuestionSlot.HOW_MANY, None, answers, (), Status.CONTESTED, 1.0, role=SlotName.COUNT
    )
    event = Event("e", "flee", "a flight", mentions=(), statements=ids)
    targets = Targets(
        workspace.documents(), readings, Reconstruction(voices=(voice,), events=(event,), questions=(question,))
    )
    found = {id_: targets.target(id_) for id_ in ("v", "q", "a1", ids[0], readings[0].reports[0].id)}
    assert {id_: target.kind for id_, target in found.items()} == {
        "v": "voice", "q": "question", "a1": "answer", ids[0]: "statement", readings[0].reports[0].id: "report",
    }  # fmt: skip
    assert [quoted.anchor for quoted in found["q"].quotes] == sorted([first, second])
    assert (found["q"].value, found["a1"].value) == ("how-many", "value 1")
    assert [quoted.anchor for quoted in found["v"].quotes] == [name]
    texts = {document.id: document.text for document in workspace.documents()}
    assert all(
        q.anchor.span.of(texts[q.anchor.document]) == q.quote for target in found.values() for q in target.quotes
    )
    assert [quoted.anchor for quoted in targets.target("e").quotes] == sorted([first, second])
