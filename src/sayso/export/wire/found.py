"""Wire types of `sayso export` for what one document holds: custody, text, reports, what was read in it (MODEL §3, §6).

`record` comes first and names the kind. An `Anchor` is `[start, end)` in code points of the named document's text. Records
that stand in one document also carry plain `document`, `start`, `end`: the hull of their words.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from sayso.model.annotations import Act, Fact, Group, Mode, Precision, Scope, SlotFrom, TimeBasis
from sayso.model.reports import Basis, BoilerplateKind, PartKind, Relation
from sayso.model.statements import Backing, Certainty, Polarity, SaidBasis, Tense
from sayso.values.amount import Bound
from sayso.values.when import Granularity

__all__ = [
    "Acquired",
    "Anchor",
    "AttributionRecord",
    "BoilerplateRecord",
    "Candidate",
    "ClaimedFacts",
    "Days",
    "DocumentProblem",
    "DocumentRecord",
    "EventMentionFacts",
    "EventMentionRecord",
    "Link",
    "Name",
    "OriginalRecord",
    "Part",
    "PersonRecord",
    "PlaceRecord",
    "ProblemRecord",
    "QuantityRecord",
    "Reason",
    "ReportDay",
    "ReportRecord",
    "ResolvedDays",
    "Slot",
    "Slots",
    "Sourced",
    "StatementRecord",
    "Supersedes",
    "TimeExprRecord",
    "Where",
]


class Anchor(TypedDict):
    """A place in a document's text."""

    document: str
    start: int
    end: int


class Reason(TypedDict):
    """Why: the rule's name, a plain sentence, and the places it rests on."""

    rule: str
    text: str
    anchors: list[Anchor]


class Days(TypedDict):
    """Inclusive local days; null where that end is open."""

    earliest: str | None
    latest: str | None


class Acquired(TypedDict):
    """One time an original came in."""

    uri: str
    member: str
    retrieved_at: str | None
    collector: str | None
    method: str | None
    access: str | None


class OriginalRecord(TypedDict):
    """Bytes as received; `id` is their SHA-256."""

    record: Literal["original"]
    id: str
    size: int
    media_type: str
    acquisitions: list[Acquired]


class ClaimedFacts(TypedDict):
    """What metadata claims; never more than a claim."""

    title: str | None
    byline: str | None
    published: str | None
    url: str | None
    outlet: str | None
    language: str | None


class DocumentProblem(TypedDict):
    """Something of a document that was not read."""

    what: str
    consequence: str
    way_out: str
    span: Anchor | None


class Supersedes(TypedDict):
    """The earlier version of a document's text."""

    document: str
    edits: list[str]


class DocumentRecord(TypedDict):
    """One page or file as text."""

    record: Literal["document"]
    id: str
    given_id: str | None
    supersedes: Supersedes | None
    original: str
    member: str
    name: str
    text: str
    text_sha256: str
    media_type: str
    language: str
    extractor: str | None
    claimed: ClaimedFacts
    translation_of: str | None
    problems: list[DocumentProblem]


class Sourced(TypedDict):
    """A fact about a report, where it stands (null when metadata gave it) and how it was known."""

    value: str
    anchor: Anchor | None
    basis: Basis


class Part(TypedDict):
    """A headline, caption, dateline … of a report."""

    span: Anchor
    kind: PartKind


class ReportDay(TypedDict):
    """When a report was published, as the whole case tells it."""

    earliest: str | None
    latest: str | None
    basis: str
    because: list[Reason]


class ReportRecord(TypedDict):
    """One authored piece. `published` is what it states itself, `dated` what follows from the case."""

    record: Literal["report"]
    id: str
    document: str
    start: int
    end: int
    spans: list[Anchor]
    language: str
    parent: str | None
    relation: Relation | None
    outlet: Sourced | None
    agency: Sourced | None
    byline: list[Sourced]
    dateline: Sourced | None
    published: Sourced | None
    dated: ReportDay | None
    parts: list[Part]
    version_of: str | None
    retracted_by: str | None
    made_by: str


class BoilerplateRecord(TypedDict):
    """Text that belongs to no report, and the rule that set it apart."""

    record: Literal["boilerplate"]
    document: str
    start: int
    end: int
    span: Anchor
    kind: BoilerplateKind
    because: str


class AttributionRecord(TypedDict):
    """Who says what by which words; `engine` and `rule` name what found it."""

    record: Literal["attribution"]
    id: str
    document: str
    start: int
    end: int
    report: str
    parent: str | None
    source: list[Anchor]
    cue: list[Anchor]
    content: list[Anchor]
    mode: Mode
    engine: str
    rule: str
    made_by: str


class Link(TypedDict):
    """One link of a say-so chain: first the report, last the first voice. `voices` are ids, a `source` anchor each."""

    voices: list[str]
    label: str
    source: list[Anchor]
    cue: Anchor | None
    report: str | None
    medium: str | None
    addressee: Anchor | None


# `from` is a keyword of Python, hence the other way of writing a TypedDict.
Slot = TypedDict(
    "Slot",
    {"anchor": Anchor | None, "value": str | None, "ref": str | None, "from": SlotFrom, "unresolved": str | None},
)
Slot.__doc__ = "One filler of a role: where it stands, its class or value, the record it refers to, how near it was found."


class Slots(TypedDict):
    """The fillers of each role, in text order; empty where nothing fills it."""

    agent: list[Slot]
    target: list[Slot]
    count: list[Slot]
    place: list[Slot]
    time: list[Slot]
    means: list[Slot]
    reason: list[Slot]


class EventMentionFacts(TypedDict):
    """Something said to have happened, at its trigger word."""

    id: str
    anchor: Anchor
    kind: str
    slots: Slots
    fact: Fact
    refers_back: bool


class EventMentionRecord(EventMentionFacts):
    """An event mention on a line of its own, with the statement it stands in."""

    record: Literal["eventmention"]
    document: str
    start: int
    end: int
    statement: str


class StatementRecord(TypedDict):
    """One clause with its say-so chain; `marks` are the words that make its polarity and certainty."""

    record: Literal["statement"]
    id: str
    document: str
    start: int
    end: int
    report: str
    spans: list[Anchor]
    attribution: str | None
    backing: Backing
    chain: list[Link]
    polarity: Polarity
    certainty: Certainty
    marks: list[Anchor]
    basis: SaidBasis
    tense: Tense
    about: str | None
    said: Days | None
    mentions: list[EventMentionFacts]
    language: str
    made_by: str


class QuantityRecord(TypedDict):
    """A figure as said; `whole` is its noun phrase, `of` the head noun."""

    record: Literal["quantity"]
    id: str
    document: str
    start: int
    end: int
    anchor: Anchor
    words: str
    low: float | None
    high: float | None
    bound: Bound
    whole: Anchor
    of: Anchor | None
    group: Group
    act: Act | None
    window: str | None
    scope: Scope | None
    part_of: str | None
    unit: str | None


class ResolvedDays(TypedDict):
    """A time resolved by what only the case knows."""

    earliest: str
    latest: str
    because: Reason


class TimeExprRecord(TypedDict):
    """A time as said (`timex`, `edtf`), as read by itself (`earliest`, `latest`) and as resolved in the case."""

    record: Literal["timeexpr"]
    id: str
    document: str
    start: int
    end: int
    anchor: Anchor
    words: str
    timex: str
    edtf: str
    earliest: str | None
    latest: str | None
    granularity: Granularity
    modifier: str | None
    basis: TimeBasis
    anchored_to: Anchor | None
    resolved: ResolvedDays | None


class Candidate(TypedDict):
    """A gazetteer entry that the words may mean; `score` only orders."""

    gazetteer: str
    id: str
    name: str
    lat: float
    lon: float
    admin1: str | None
    country: str
    precision: Precision
    score: float
    because: str


class PlaceRecord(TypedDict):
    """A place as named; `chosen` is an index into `candidates`, null while undecided or unknown."""

    record: Literal["place"]
    id: str
    document: str
    start: int
    end: int
    anchor: Anchor
    words: str
    name: str
    candidates: list[Candidate]
    chosen: int | None
    relation: str | None


class Name(TypedDict):
    """A spelling and every place it stands."""

    text: str
    anchors: list[Anchor]


class PersonRecord(TypedDict):
    """A single person harmed, as named or described."""

    record: Literal["person"]
    id: str
    document: str
    start: int
    end: int
    anchors: list[Anchor]
    names: list[Name]
    age: int | None
    sex: str | None
    status: str
    fate: str


class Where(TypedDict):
    """As near to the place of a problem as is known."""

    original: str | None
    member: str | None
    document: str | None
    span: Anchor | None
    where: str


class ProblemRecord(TypedDict):
    """Something that could not be read or done, what follows, and the way out."""

    record: Literal["problem"]
    where: Where
    what: str
    consequence: str
    way_out: str
