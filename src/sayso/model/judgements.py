"""People's decisions: an append-only log keyed by content; they win over the machine and survive re-runs (DESIGN, Law 7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.text import Anchor

__all__ = ["Judgement", "JudgementState", "Quoted", "Target", "Verdict"]


class Verdict(StrEnum):
    """What a person decided."""

    ADD = "add"
    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    SAME = "same"
    NOT_SAME = "not-same"
    UNSURE = "unsure"
    PROTECT = "protect"
    TREAT = "treat"
    NOTE = "note"
    UNDO = "undo"


class JudgementState(StrEnum):
    """What became of a judgement at the last rebuild."""

    APPLIED = "applied"
    OBSOLETE = "obsolete"
    CONFLICTING = "conflicting"


@dataclass(frozen=True, slots=True)
class Quoted:
    """An anchor that outlives a version: also the text's hash, the exact quote and 32 characters on either side."""

    anchor: Anchor
    text_sha256: str
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Target:
    """What is judged: a kind of record (`statement`, `voice`, `event`, `question`, `answer` …) by the places that make it."""

    kind: str
    quotes: tuple[Quoted, ...]
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One entry of the log. `at` is UTC in ISO 8601; `by` a name or pseudonym; `undoes` the id of an earlier entry."""

    id: str
    at: str
    by: str
    verdict: Verdict
    target: Target | None = None
    reason: str = ""
    undoes: str | None = None
