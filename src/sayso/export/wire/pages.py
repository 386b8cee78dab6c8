"""Wire types of `sayso export` for custody and pages: originals, documents, reports, boilerplate, problems (MODEL §3, §6).

`record` comes first and names the kind. An `Anchor` is `[start, end)` in code points of the named document's text. Records
that stand in one document also carry plain `document`, `start`, `end`: the hull of their words.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from sayso.model.reports import Basis, BoilerplateKind, PartKind, Relation
from sayso.model.text import MarkKind

__all__ = [
    "Acquired",
    "Anchor",
    "BoilerplateRecord",
    "ClaimedFacts",
    "Days",
    "DocumentProblem",
    "DocumentRecord",
    "MarkFacts",
    "OriginalRecord",
    "Part",
    "ProblemRecord",
    "Reason",
    "ReportDay",
    "ReportRecord",
    "Sourced",
    "Supersedes",
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
    agency: str | None
    description: str | None
    captured: str | None


class MarkFacts(TypedDict):
    """A stretch of a document's text and what the page's own markup says it is."""

    kind: MarkKind
    anchor: Anchor


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
    marks: list[MarkFacts]
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
