"""Judgements: what the app sends, the log, and what to look at next."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from sayso.server.contract.base import Citations, Href, Record

__all__ = ["Decide", "JudgementRow", "Log", "Progress", "Triage", "TriageItem", "Undo"]

Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8,40}$")]
Reason = Annotated[str, StringConstraints(max_length=4000)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Decide(_Sent):
    """A decision on one record, or on two for same, not-same and unsure."""

    verdict: Literal["accept", "reject", "same", "not-same", "unsure", "protect", "note"]
    target: Id
    other: Id | None = None
    reason: Reason = ""
    by: Name


class Undo(_Sent):
    """Taking a decision back."""

    reason: Reason = ""
    by: Name


class JudgementRow(Record):
    """One entry of the log; `undone` says that a later entry takes it back."""

    id: str
    at: str
    by: str
    verdict: str
    kind: str
    words: list[str]
    href: Href
    reason: str
    state: str
    undoes: str | None
    undone: bool


class Log(Record):
    """The log, the newest entry first."""

    items: list[JudgementRow]


class TriageItem(Record):
    """Something worth deciding. `kind` is statement (accept or reject) or voices (same, not the same, unsure)."""

    kind: Literal["statement", "voices"]
    ids: list[str]
    labels: list[str]
    why: str
    question: str
    question_href: Href
    citations: Citations


class Triage(Record):
    """What to decide next, first what would change most; `total` counts all that is open."""

    total: int
    items: list[TriageItem]


class Progress(Record):
    """Where a case stands: `revision` changes whenever what follows from it does; `read` of `documents` are read."""

    revision: str
    documents: int
    read: int
