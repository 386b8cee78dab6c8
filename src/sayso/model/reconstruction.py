"""What many documents together say: the result of `sayso.reconstruct`. All of it is derived and can be rebuilt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.annotations import SlotName
from sayso.model.drift import AnswerDrift, Direction, Drift, DriftChange, DriftKind, LineageHow
from sayso.model.text import Anchor, Problem, Span

__all__ = [
    "About",
    "Answer",
    "AnswerDrift",
    "Because",
    "Demotion",
    "Direction",
    "Drift",
    "DriftChange",
    "DriftKind",
    "Event",
    "Lineage",
    "LineageHow",
    "Origin",
    "OriginCount",
    "Question",
    "QuestionSlot",
    "Reconstruction",
    "RelationType",
    "ReportDate",
    "ResolvedTime",
    "Role",
    "SaySo",
    "SaySoLink",
    "Standing",
    "State",
    "Status",
    "ValueRelation",
    "Voice",
    "VoiceKind",
    "VoiceName",
]


@dataclass(frozen=True, slots=True)
class Because:
    """A reason as data: the rule's name, a plain sentence, and the anchors it rests on; it can be replayed (DESIGN, Law 8)."""

    rule: str
    text: str
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Demotion:
    """A line of a document that the case shows to be boilerplate, because it repeats where nothing else does."""

    document: str
    span: Span
    because: Because


@dataclass(frozen=True, slots=True)
class ReportDate:
    """The interval of days a report was published in, with the basis of each end."""

    report: str
    earliest: date | None
    latest: date | None
    basis: str
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """A reading's time expression resolved by the report date that only the case knows."""

    time: str
    earliest: date
    latest: date
    because: Because


class VoiceKind(StrEnum):
    """What kind of speaker a voice is."""

    PERSON = "person"
    GROUP = "group"
    BODY = "body"
    MEDIUM = "medium"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """In what role a voice speaks."""

    OFFICIAL = "official"
    ARMED_ACTOR = "armed-actor"
    RESIDENT = "resident"
    WITNESS = "witness"
    DISPLACED = "displaced"
    ACTIVIST = "activist"
    EXPERT = "expert"
    JOURNALIST = "journalist"


@dataclass(frozen=True, slots=True)
class VoiceName:
    """One spelling of a voice with every place it stands."""

    text: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, resolved over mentions and reports. `label` is the fullest name or description that the texts give."""

    id: str
    label: str
    names: tuple[VoiceName, ...]
    kind: VoiceKind
    named: bool
    roles: tuple[Role, ...] = ()
    side: str | None = None
    speaks_for: str | None = None
    protected: bool = False
    candidates: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class SaySoLink:
    """One link of a chain with its voices resolved; a report or outlet link has `report` and no voices."""

    voices: tuple[str, ...] = ()
    label: str = ""
    report: str | None = None
    medium: str | None = None


@dataclass(frozen=True, slots=True)
class SaySo:
    """A statement's resolved chain: first the report, last the first voice. `said` bounds when it was said."""

    statement: str
    chain: tuple[SaySoLink, ...]
    said_earliest: date | None = None
    said_latest: date | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """One passage shared by two reports; with direction unknown `source` is the one in the smaller document id."""

    id: str
    source_report: str
    source: Anchor
    target_report: str
    target: Anchor
    how: LineageHow
    direction: Direction
    drift: tuple[Drift, ...] = ()
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: mentions of several statements brought together. `mentions` are ids of EventMentions."""

    id: str
    kind: str
    label: str
    mentions: tuple[str, ...]
    statements: tuple[str, ...]
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    earliest: date | None = None
    latest: date | None = None
    parts: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The independent beginning of say-so chains: statements that count once (MODEL §4)."""

    id: str
    statements: tuple[str, ...]
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins a set of statements has, never more certain than the texts allow."""

    at_least: int
    at_most: int
    origins: tuple[Origin, ...] = ()


class State(StrEnum):
    """How far an answer is corroborated; never whether it is true (DESIGN, Law 4)."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"
    OWN_VOICE_ONLY = "own-voice-only"
    UNCLEAR = "unclear"


class Status(StrEnum):
    """How a question stands."""

    CONTESTED = "contested"
    AGREED = "agreed"
    SINGLE = "single"
    NOT_CHECKED = "not-checked"


class QuestionSlot(StrEnum):
    """What a question asks for."""

    WHO = "who"
    WHOM = "whom"
    HOW_MANY = "how-many"
    WHEN = "when"
    WHERE = "where"
    HOW = "how"
    WHY = "why"
    WHETHER = "whether"
    STILL = "still"


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands behind an answer or a case: counts of reports, distinct texts, newsrooms, voices and origins; who denies it.

    `agencies` are those of its newsrooms that serve others. `because` says which reports count as one, and why.
    """

    reports: int
    texts: int
    newsrooms: int
    voices: int
    origins_at_least: int
    origins_at_most: int
    denied_by: tuple[str, ...] = ()
    first_said: date | None = None
    last_said: date | None = None
    because: tuple[Because, ...] = ()
    agencies: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Statements whose values for a question are the same or refine each other.

    `value` is the comparable form, `text` what a reader sees. `denials` are statements that deny it, `presupposed` those
    that take it for granted or tell it in the report's own voice; neither adds an origin. `drift` is what changed on the way
    to or from the passages that any of them stand in.
    """

    id: str
    value: str
    text: str
    statements: tuple[str, ...]
    standing: Standing
    state: State
    voices: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    presupposed: tuple[str, ...] = ()
    drift: tuple[AnswerDrift, ...] = ()


class RelationType(StrEnum):
    """How two answers stand to each other."""

    SAME = "same"
    REFINES = "refines"
    COMPATIBLE = "compatible"
    UPDATES = "updates"
    CONFLICTS = "conflicts"
    DIFFERENT_WINDOW = "different-window"
    DIFFERENT_SCOPE = "different-scope"
    STALE_COPY = "stale-copy"
    NOT_COMPARABLE = "not-comparable"


class About(StrEnum):
    """What a relation between answers is about."""

    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    VICTIM = "victim"
    MEANS = "means"
    OCCURRENCE = "occurrence"
    REASON = "reason"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True)
class ValueRelation:
    """How answer `a` stands to answer `b`, what about, and why."""

    a: str
    b: str
    type: RelationType
    about: About
    because: Because


@dataclass(frozen=True, slots=True)
class Question:
    """What several statements answer. `weight` only orders questions; it is no measure of truth."""

    id: str
    text: str
    slot: QuestionSlot
    event: str | None
    answers: tuple[Answer, ...]
    relations: tuple[ValueRelation, ...]
    status: Status
    weight: float
    would_decide: tuple[Anchor, ...] = ()
    because: tuple[Because, ...] = ()
    role: SlotName | None = None


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """All that follows from a set of readings and judgements; every tuple is sorted by id or by weight where said so.

    `questions` come weightiest first. `judged` maps what each judgement did: applied, obsolete or conflicting. `standing`
    counts what stands behind everything that is said in the case.
    """

    report_dates: tuple[ReportDate, ...] = ()
    resolved_times: tuple[ResolvedTime, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    voices: tuple[Voice, ...] = ()
    say_so: tuple[SaySo, ...] = ()
    events: tuple[Event, ...] = ()
    origins: tuple[Origin, ...] = ()
    questions: tuple[Question, ...] = ()
    judged: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    demotions: tuple[Demotion, ...] = ()
    standing: Standing = Standing(0, 0, 0, 0, 0, 0)
