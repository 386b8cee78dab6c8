"""The wire types of `sayso read --format jsonl`: one `ReadRow` a document (MODEL §5).

Every `Pair` is `[start, end)` in code points of the row's own `text`. The JSON Schema `schemas/read.schema.json` is made
from these types; nothing here computes anything.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from sayso.model.annotations import Act, Group, MentionType, Mode, Precision, Scope, TimeBasis
from sayso.model.reports import Basis, BoilerplateKind, PartKind, Relation
from sayso.model.statements import Backing, Certainty, Polarity, SaidBasis, Tense
from sayso.values.amount import Bound
from sayso.values.amount_profiles import Profile

__all__ = [
    "AttributionRow",
    "BoilerplateRow",
    "CasualtyBasis",
    "CasualtyGroup",
    "CasualtyRow",
    "CountRow",
    "EventRow",
    "IncidentRow",
    "KilledRow",
    "MeansRow",
    "MentionRow",
    "Pair",
    "PartRow",
    "PlaceRow",
    "ProblemRow",
    "QuantityRow",
    "ReadRow",
    "ReportRow",
    "StatementRow",
    "TimeRow",
]

Pair = tuple[int, int]
CasualtyGroup = Literal["civilians", "noncivilians", "children", "women", "unknown"]
CasualtyBasis = Literal["said", "implied", "added"]


class PartRow(TypedDict):
    """A headline, dateline, caption … of a report."""

    start: int
    end: int
    kind: PartKind


class ReportRow(TypedDict):
    """One authored piece. `start` and `end` are the hull of `spans`; `published` is a day, or two days with a slash."""

    id: str
    start: int
    end: int
    spans: list[Pair]
    language: str
    parent: str | None
    relation: Relation | None
    outlet: str | None
    outlet_span: Pair | None
    agency: str | None
    byline: list[str]
    place: str | None
    published: str | None
    published_basis: Basis | None
    parts: list[PartRow]


class BoilerplateRow(TypedDict):
    """Text that belongs to no report."""

    start: int
    end: int
    kind: BoilerplateKind


class AttributionRow(TypedDict):
    """Who (`source`, empty when nobody is named), by which words (`cue`), says what (`content`)."""

    id: str
    report: str
    parent: str | None
    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]
    mode: Mode


class StatementRow(TypedDict):
    """One clause with its backing; `about` is the statement it denies, confirms or repeats."""

    id: str
    report: str
    attribution: str | None
    backing: Backing
    spans: list[Pair]
    polarity: Polarity
    certainty: Certainty
    basis: SaidBasis
    tense: Tense
    about: str | None


class TimeRow(TypedDict):
    """A time expression: `value` as TIMEX3, `earliest` and `latest` inclusive local days, absent while unresolved."""

    start: int
    end: int
    value: str
    edtf: str
    earliest: str | None
    latest: str | None
    basis: TimeBasis


class QuantityRow(TypedDict):
    """A figure as said, with what is counted (`of`) and what happened to it (`act`)."""

    start: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    of: Pair | None
    group: Group
    act: Act | None
    scope: Scope | None


class MentionRow(TypedDict):
    """A named or role-described thing."""

    start: int
    end: int
    type: MentionType


class PlaceRow(TypedDict):
    """A place name and, where one was chosen, its gazetteer entry; no coordinates are given while it is undecided."""

    start: int
    end: int
    name: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    admin1: str | None
    admin1_code: str | None
    country: str | None
    country_code: str | None
    precision: Precision | None


class CountRow(TypedDict):
    """How many an event speaks of."""

    start: int
    end: int
    low: float | None
    high: float | None


class EventRow(TypedDict):
    """Something said to have happened, at its trigger word; `agent_classes` runs beside `agent` ("" where none is known)."""

    id: str
    kind: str
    start: int
    end: int
    agent: list[Pair]
    agent_classes: list[str]
    target: list[Pair]
    target_classes: list[str]
    means: list[Pair]
    count: CountRow | None
    place: PlaceRow | None
    time: TimeRow | None
    main: bool


class CasualtyRow(TypedDict):
    """Persons harmed in one event; running totals stay among the quantities.

    `part` marks a sub-count ("1,100, including 82 children"). `basis` tells a figure that is `said` of its group from one
    that follows for civilians: `implied` by children or women counted alone, or `added` up from one list of groups.
    """

    group: CasualtyGroup
    fate: Act
    low: float | None
    high: float | None
    bound: Bound
    start: int
    end: int
    part: bool
    basis: CasualtyBasis
    scope: Scope | None
    report: str | None
    attribution: str | None
    event: str | None
    main: bool


class MeansRow(TypedDict):
    """By what means, in the class of the language pack (`air-strike`, `shelling`, `bombing`, `gas`, `execution`, `shooting`)."""

    kind: str
    start: int
    end: int


class KilledRow(TypedDict):
    """What a named rule profile makes of the report's figures of killed of one group, and by which rules; nothing is summed."""

    group: CasualtyGroup
    profile: Profile
    low: float | None
    best: float | None
    high: float | None
    rules: list[str]


class IncidentRow(TypedDict):
    """Where, when, by whom and by what means a report's main incident was, as its own sentences tell; `time` is a day.

    Its `casualties` are those of the same report with `main`.
    """

    report: str
    event: str | None
    place: PlaceRow | None
    time: TimeRow | None
    agent: list[Pair]
    agent_classes: list[str]
    means: MeansRow | None
    killed: list[KilledRow]


class ProblemRow(TypedDict):
    """Something of the document that was not read, what follows, and the way out."""

    what: str
    consequence: str
    way_out: str
    start: int | None
    end: int | None


class ReadRow(TypedDict):
    """One document as `sayso read` prints it. `events` and `casualties` have the main ones first, all else text order."""

    id: str
    text: str
    language: str
    published: str | None
    reports: list[ReportRow]
    boilerplate: list[BoilerplateRow]
    attributions: list[AttributionRow]
    statements: list[StatementRow]
    times: list[TimeRow]
    quantities: list[QuantityRow]
    mentions: list[MentionRow]
    places: list[PlaceRow]
    events: list[EventRow]
    casualties: list[CasualtyRow]
    incidents: list[IncidentRow]
    problems: list[ProblemRow]
