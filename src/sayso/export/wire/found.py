"""Wire types of `sayso export` for what was read in one document: attributions, statements, values, persons (MODEL §3, §6)."""

from __future__ import annotations

from typing import Literal, TypedDict

from sayso.export.wire.pages import Anchor, Days, Reason
from sayso.model.annotations import Act, Fact, Group, Mode, Precision, Scope, SlotFrom, TimeBasis
from sayso.model.statements import Backing, Certainty, Polarity, SaidBasis, Tense
from sayso.values.amount import Bound
from sayso.values.when import Granularity

__all__ = [
    "AttributionRecord",
    "Candidate",
    "EventMentionFacts",
    "EventMentionRecord",
    "Link",
    "Name",
    "PersonRecord",
    "PlaceRecord",
    "QuantityRecord",
    "ResolvedDays",
    "Slot",
    "Slots",
    "StatementRecord",
    "TimeExprRecord",
]


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
Slot.__doc__ = (
    "One filler of a role: where it stands, its class or value, the record it refers to, how near it was found."
)


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
    """One clause with its say-so chain, `say_so` on one line; `marks` are the words that make its polarity and certainty."""

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
    say_so: str
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
