"""Wire types of `sayso export` for what follows from many documents, and for people's decisions (MODEL §3, §6)."""

from __future__ import annotations

from typing import Literal, TypedDict

from sayso.export.wire.found import (
    AttributionRecord,
    EventMentionRecord,
    Name,
    PersonRecord,
    PlaceRecord,
    QuantityRecord,
    StatementRecord,
    TimeExprRecord,
)
from sayso.export.wire.pages import (
    Anchor,
    BoilerplateRecord,
    DocumentRecord,
    OriginalRecord,
    ProblemRecord,
    Reason,
    ReportRecord,
)
from sayso.model.judgements import JudgementState, Verdict
from sayso.model.reconstruction import (
    About,
    Direction,
    DriftChange,
    DriftKind,
    LineageHow,
    QuestionSlot,
    RelationType,
    Role,
    State,
    Status,
    VoiceKind,
)

__all__ = [
    "AnswerDrift",
    "AnswerFacts",
    "AnswerRecord",
    "Drift",
    "EventRecord",
    "ExportRecord",
    "JudgementRecord",
    "LineageRecord",
    "OriginCount",
    "OriginRecord",
    "Passage",
    "QuestionRecord",
    "QuotedAnchor",
    "Relation",
    "Standing",
    "Target",
    "VoiceRecord",
]


class VoiceRecord(TypedDict):
    """Who speaks, over all mentions and reports; `label` is the fullest name or description the texts give."""

    record: Literal["voice"]
    id: str
    label: str
    names: list[Name]
    kind: VoiceKind
    named: bool
    roles: list[Role]
    side: str | None
    speaks_for: str | None
    protected: bool
    candidates: list[str]
    because: list[Reason]


class Passage(TypedDict):
    """A passage of a report."""

    report: str
    span: Anchor


# `from` is a keyword of Python, hence the other way of writing a TypedDict.
Drift = TypedDict("Drift", {"kind": DriftKind, "change": DriftChange, "from": Anchor, "to": Anchor})
Drift.__doc__ = (
    "What changed between a passage and its copy. Of what is lost or gained, the other side shows what it was said of."
)
LineageRecord = TypedDict(
    "LineageRecord",
    {
        "record": Literal["lineage"],
        "id": str,
        "from": Passage,
        "to": Passage,
        "how": LineageHow,
        "direction": Direction,
        "drift": list[Drift],
        "because": list[Reason],
    },
)
LineageRecord.__doc__ = (
    "A passage that two reports share; while `direction` is unknown, `from` has the smaller document id."
)


class EventRecord(TypedDict):
    """One happening; `mentions` and `statements` are ids."""

    record: Literal["event"]
    id: str
    kind: str
    label: str
    mentions: list[str]
    statements: list[str]
    agents: list[str]
    targets: list[str]
    places: list[str]
    earliest: str | None
    latest: str | None
    parts: list[str]
    because: list[Reason]


class OriginRecord(TypedDict):
    """Statements that count as one independent origin, and why."""

    record: Literal["origin"]
    id: str
    statements: list[str]
    because: list[Reason]


class OriginCount(TypedDict):
    """How many independent origins, never more certain than the texts allow."""

    at_least: int
    at_most: int


class Standing(TypedDict):
    """What stands behind an answer; `denied_by` are voices, `line` the counts in words."""

    line: str
    reports: int
    texts: int
    newsrooms: int
    agencies: int
    voices: int
    origins: OriginCount
    denied_by: list[str]
    first_said: str | None
    last_said: str | None
    because: list[Reason]


AnswerDrift = TypedDict(
    "AnswerDrift",
    {
        "lineage": str,
        "kind": DriftKind,
        "change": DriftChange,
        "from": Anchor,
        "to": Anchor,
    },
)
AnswerDrift.__doc__ = "A change on the way that bears upon an answer, with the id of the lineage it was found in."


class AnswerFacts(TypedDict):
    """Statements that agree; `denials` deny them, `presupposed` take them for granted or tell them in a report's own voice.

    `drift` is what changed on the way to or from the passages that any of them stand in.
    """

    id: str
    value: str
    text: str
    statements: list[str]
    voices: list[str]
    denials: list[str]
    presupposed: list[str]
    drift: list[AnswerDrift]
    standing: Standing
    state: State


class AnswerRecord(AnswerFacts):
    """An answer on a line of its own, with its question."""

    record: Literal["answer"]
    question: str


class Relation(TypedDict):
    """How answer `a` stands to answer `b`."""

    a: str
    b: str
    type: RelationType
    about: About
    because: Reason


class QuestionRecord(TypedDict):
    """What several statements answer; `weight` only orders."""

    record: Literal["question"]
    id: str
    text: str
    slot: QuestionSlot
    event: str | None
    answers: list[AnswerFacts]
    relations: list[Relation]
    status: Status
    weight: float
    would_decide: list[Anchor]
    because: list[Reason]


class QuotedAnchor(TypedDict):
    """An anchor that outlives a version of the text."""

    anchor: Anchor
    text_sha256: str
    quote: str
    before: str
    after: str


class Target(TypedDict):
    """What a judgement is about."""

    kind: str
    quotes: list[QuotedAnchor]
    value: str | None


class JudgementRecord(TypedDict):
    """One entry of the log; `state` tells what became of it at the last build, null before one."""

    record: Literal["judgement"]
    id: str
    at: str
    by: str
    verdict: Verdict
    target: Target | None
    reason: str
    undoes: str | None
    state: JudgementState | None


ExportRecord = (
    AnswerRecord
    | AttributionRecord
    | BoilerplateRecord
    | DocumentRecord
    | EventRecord
    | EventMentionRecord
    | JudgementRecord
    | LineageRecord
    | OriginRecord
    | OriginalRecord
    | PersonRecord
    | PlaceRecord
    | ProblemRecord
    | QuantityRecord
    | QuestionRecord
    | ReportRecord
    | StatementRecord
    | TimeExprRecord
    | VoiceRecord
)
