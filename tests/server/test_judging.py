"""Decisions through the API: recorded, seen in every view at once, taken back, and never lost."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.server.conftest import Client

from sayso.server.app import create_api
from sayso.server.held import HeldCase
from sayso.server.routes.events import progress
from sayso.store.lock import writing
from sayso.workspace import CaseState, Workspace


@pytest.fixture
def judging(built: Path, tmp_path: Path) -> Iterator[Client]:
    """The API over a copy of the case, which a test may judge."""
    shutil.copytree(built, tmp_path / "kestrin")
    with Workspace.open(tmp_path / "kestrin") as workspace:
        yield Client(create_api(HeldCase(workspace, me="kari")))


def got(api: Client, path: str) -> Any:
    return api.get(f"/api/{path}").json()


def answers(api: Client) -> list[str]:
    question = next(row for row in got(api, "questions")["items"] if row["slot"] == "how-many")
    return [answer["text"] for answer in question["answers"]]


def bearing(api: Client, answer: str) -> str:
    """Return the statement that bears an answer."""
    question = next(row for row in got(api, "questions")["items"] if row["slot"] == "how-many")
    found = next(a for a in got(api, f"questions/{question['id']}")["answers"] if a["text"] == answer)
    href: str = found["said"]["shown"][0]["place"]["href"]
    return href.rpartition("/")[2]


def test_a_rejected_statement_leaves_its_question_and_comes_back_when_undone(judging: Client) -> None:
    statement = bearing(judging, "35")
    before = got(judging, "case")["revision"]
    body = {"verdict": "reject", "target": statement, "reason": "satire", "by": "kari"}
    made = judging.post("/api/judgements", json=body)
    assert made.status_code == 201
    assert (made.json()["state"], made.json()["reason"], made.json()["by"]) == ("applied", "satire", "kari")
    assert got(judging, "case")["revision"] != before
    assert not any(row["slot"] == "how-many" and row["contested"] for row in got(judging, "questions")["items"])
    undone = judging.post(f"/api/judgements/{made.json()['id']}/undo", json={"by": "kari", "reason": "no satire"})
    assert undone.status_code == 201
    assert answers(judging) == ["20", "35"]
    assert [row["verdict"] for row in got(judging, "judgements")["items"]] == ["undo", "reject"]
    assert got(judging, "judgements")["items"][1]["undone"] is True


def test_what_was_decided_is_not_asked_again(judging: Client) -> None:
    first = got(judging, "triage")
    item = next(item for item in first["items"] if item["kind"] == "statement")
    assert item["question_href"].startswith("#/question/")
    judging.post("/api/judgements", json={"verdict": "accept", "target": item["ids"][0], "by": "kari"})
    assert item["ids"] not in [one["ids"] for one in got(judging, "triage")["items"]]


@pytest.mark.parametrize(
    "body",
    [
        {"verdict": "destroy", "target": "0123456789abcdef", "by": "kari"},
        {"verdict": "note", "target": "../../x", "by": "kari"},
        {"verdict": "note", "target": "0123456789abcdef", "by": ""},
        {"verdict": "note", "target": "0123456789abcdef", "by": "kari", "at": "1999"},
        {"verdict": "same", "target": "0123456789abcdef", "by": "kari"},
    ],
)
def test_what_makes_no_sense_is_refused_and_not_recorded(judging: Client, body: dict[str, str]) -> None:
    assert judging.post("/api/judgements", json=body).status_code == 422
    assert got(judging, "judgements")["items"] == []


def test_while_the_case_is_built_elsewhere_nothing_is_recorded(judging: Client, tmp_path: Path) -> None:
    body = {"verdict": "note", "target": bearing(judging, "35"), "by": "kari"}
    with writing(tmp_path / "kestrin"):
        answer = judging.post("/api/judgements", json=body)
    assert answer.status_code == 409
    assert "wait" in answer.json()["way_out"]
    assert got(judging, "judgements")["items"] == []


def test_progress_is_told_when_something_changes_until_the_listener_leaves() -> None:
    states = iter([CaseState("a", 2, 0), CaseState("a", 2, 0), CaseState("a", 2, 2), CaseState("b", 2, 2)])
    left = iter([False, False, False, False, True])

    async def state() -> CaseState:
        return next(states)

    async def gone() -> bool:
        return next(left)

    async def collected(events: AsyncIterator[str]) -> list[str]:
        return [event async for event in events]

    told = asyncio.run(collected(progress(state, gone, every=0)))
    assert [event.split("data: ")[1].strip() for event in told] == [
        '{"revision":"a","documents":2,"read":0}',
        '{"revision":"a","documents":2,"read":2}',
        '{"revision":"b","documents":2,"read":2}',
    ]
