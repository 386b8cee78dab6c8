"""Endpoints that decide: each adds to the log of judgements, nothing is ever changed or removed."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.model.judgements import Verdict
from sayso.server.contract.judgements import Decide, JudgementRow, Log, Triage, Undo
from sayso.server.routes.asked import Case, Most, Start
from sayso.server.views import judgements as views
from sayso.workspace import Workspace

__all__ = ["router"]

REFUSED: dict[int | str, dict[str, object]] = {
    400: {"description": "What was sent cannot be read; nothing was recorded."},
    409: {"description": "The case is being built; nothing was recorded."},
    422: {"description": "No record has this id, or the verdict does not fit; nothing was recorded."},
}

router = APIRouter(prefix="/api")


@router.get("/judgements")
def log(case: Case) -> Log:
    """The log of judgements, the newest first."""
    return views.log(case.now().index, case.workspace.judgements())


@router.post("/judgements", status_code=201, responses=REFUSED)
def judge(decision: Decide, case: Case) -> JudgementRow:
    """Record a decision; the answer comes when the case has been derived anew."""

    def decide(workspace: Workspace) -> str:
        verdict = Verdict(decision.verdict)
        made = workspace.judge(verdict, decision.target, decision.other, reason=decision.reason, by=decision.by)
        return made.id

    return _row(case, case.judge(decide))


@router.post("/judgements/{judgement}/undo", status_code=201, responses=REFUSED)
def undo(judgement: str, taken_back: Undo, case: Case) -> JudgementRow:
    """Take a decision back."""
    return _row(case, case.judge(lambda w: w.undo(judgement, reason=taken_back.reason, by=taken_back.by).id))


@router.get("/triage")
def triage(case: Case, start: Start = 0, most: Most = 20) -> Triage:
    """What is worth deciding next, first what would change most."""
    return views.triage(case.now().index, case.workspace.judgements(), start=start, most=most)


def _row(case: Case, made: str) -> JudgementRow:
    rows = views.log(case.now().index, case.workspace.judgements()).items
    return next(row for row in rows if row.id == made)
