"""What a case consists of: overview, documents, voices, places, timeline, sources, search, problems."""

from __future__ import annotations

from typing import Literal

from sayso.server.contract.base import Citations, Drifted, Href, Numbers, Piece, PlaceLink, Record
from sayso.server.contract.questions import FigureTable, QuestionRow

__all__ = [
    "CaseView",
    "Choice",
    "DocumentRow",
    "Documents",
    "Feature",
    "FeedBox",
    "FeedChart",
    "FeedLine",
    "FeedRow",
    "Geometry",
    "Hit",
    "Hits",
    "Overview",
    "PlaceFacts",
    "Places",
    "ProblemRow",
    "Problems",
    "ReportRow",
    "Timeline",
    "TimelineDay",
    "Unplaced",
    "VoiceRow",
    "Voices",
]  # fmt: skip


class Choice(Record):
    """One value a filter can take, with the number of statements it leaves."""

    value: str
    label: str
    number: int


class CaseView(Record):
    """What the app must know before it shows anything. `me` signs judgements unless the user writes another name."""

    name: str
    version: str
    revision: str
    me: str
    counts: list[Numbers]
    outlets: list[Choice]
    languages: list[Choice]
    voices: list[Choice]
    places: list[Choice]
    first_day: str
    last_day: str


class ProblemRow(Record):
    """Something that was not read or not checked: where, what, what follows, and the way out."""

    where: list[str]
    where_more: int
    what: str
    consequence: str
    way_out: str


class Problems(Record):
    """All that was not read or not checked, those of one kind together."""

    items: list[ProblemRow]


class TimelineDay(Record):
    """What is said to have happened on one day or in one interval."""

    when: str
    citations: Citations


class Timeline(Record):
    """Days in order; `more` says what was left out."""

    days: list[TimelineDay]
    more: str


class Overview(Record):
    """The first page: what was read, the weightiest disputed questions, figures, problems."""

    lead: str
    note: str
    counts: list[Numbers]
    contested: int
    cards: list[QuestionRow]
    agreed: list[QuestionRow]
    figures: list[FigureTable]
    days: list[TimelineDay]
    problems: list[ProblemRow]
    problems_more: int


class ReportRow(Record):
    """One report as read: where it is from, when, in which language, what was found in it."""

    id: str
    part: str
    headline: str
    outlet: str
    byline: str
    date: str
    date_basis: str
    date_because: list[str]
    language: str
    code: str
    statements: int
    voices: int
    relation: str


class DocumentRow(Record):
    """One document with its reports."""

    id: str
    name: str
    title: str
    href: Href
    characters: int
    reports: list[ReportRow]
    problems: int


class Documents(Record):
    """Some documents of a case; `next` is where the next page of them begins."""

    total: int
    items: list[DocumentRow]
    next: int | None


class VoiceRow(Record):
    """One voice, or several unnamed ones of one label that no text joins.

    `candidates` are voices it may be one with, as (id, label); `through` says how its words came to the reader.
    """

    ids: list[str]
    label: str
    language: str
    kind: str
    named: bool
    roles: list[str]
    side: str
    speaks_for: str
    spellings: list[str]
    statements: int
    reports: int
    through: list[str]
    candidates: list[tuple[str, str]]
    protected: bool
    examples: Citations


class Voices(Record):
    """Some voices, those with most statements first."""

    total: int
    items: list[VoiceRow]
    next: int | None


class Geometry(Record):
    """A GeoJSON point: longitude, latitude."""

    type: Literal["Point"]
    coordinates: tuple[float, float]


class PlaceFacts(Record):
    """What is known of a place: `radius` in kilometres is how far its precision reaches, never less than it says.

    `statements` counts those that stand there; `spellings` are the names the texts give it.
    """

    key: str
    name: str
    precision: str
    radius: float
    region: str
    country: str
    statements: int
    spellings: list[str]
    links: list[PlaceLink]
    because: str


class Feature(Record):
    """A GeoJSON feature: one place."""

    type: Literal["Feature"]
    id: str
    geometry: Geometry
    properties: PlaceFacts


class Unplaced(Record):
    """A name of a place that has no coordinates here, with the reason and places in the texts."""

    name: str
    why: str
    mentions: int
    links: list[PlaceLink]


class Places(Record):
    """A GeoJSON feature collection, with what it cannot hold beside it: whole countries, and names without coordinates."""

    type: Literal["FeatureCollection"]
    features: list[Feature]
    countries: list[PlaceFacts]
    unplaced: list[Unplaced]


class FeedBox(Record):
    """A box of the picture of sources: a report or a credited agency."""

    x: int
    y: int
    label: str
    note: str
    whole: str
    href: Href
    agency: bool


class FeedLine(Record):
    """A line of the picture: its path, its words, and classes that say what sort of line it is."""

    path: str
    x: int
    y: int
    words: str
    css: str


class FeedRow(Record):
    """One feed: who, to whom, how, why this way round, how many changes bear on the claim."""

    source: PlaceLink
    target: PlaceLink
    known: bool
    how: str
    why: list[str]
    changed: int


class FeedChart(Record):
    """Who feeds whom: the picture (`width` 0 without one), all feeds as rows, and the changes on the way."""

    width: int
    height: int
    boxes: list[FeedBox]
    lines: list[FeedLine]
    summary: str
    rows: list[FeedRow]
    rows_more: str
    drifts: list[Drifted]
    drifts_folded: list[Drifted]
    drifts_more: str
    warnings: str


class Hit(Record):
    """A sentence that holds what was sought, the words found marked."""

    pieces: list[Piece]
    place: PlaceLink
    outlet: str
    date: str
    language: str
    voices: list[str]


class Hits(Record):
    """What a search found, best first. `total` is how many sentences hold it."""

    query: str
    total: int
    items: list[Hit]
    next: int | None
