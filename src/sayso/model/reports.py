"""Reports, their parts and the boilerplate between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.text import Span

__all__ = ["Basis", "Boilerplate", "BoilerplateKind", "Part", "PartKind", "Relation", "Report", "Sourced", "StatedDate"]


class Basis(StrEnum):
    """Where a fact about a report was taken from."""

    STATED = "stated"
    CREDIT = "credit"
    DATELINE = "dateline"
    NOTICE = "notice"
    METADATA = "metadata"
    URL = "url"
    GIVEN = "given"


class Relation(StrEnum):
    """How a report stands to its parent report."""

    QUOTES = "quotes"
    EMBEDS = "embeds"
    TRANSLATES = "translates"
    UPDATES = "updates"


class PartKind(StrEnum):
    """Parts of a report that are not its running text."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    PULL_QUOTE = "pull-quote"


class BoilerplateKind(StrEnum):
    """What sort of furniture a stretch of boilerplate is."""

    MENU = "menu"
    RELATED = "related"
    CREDIT = "credit"
    NOTICE = "notice"
    PROMPT = "prompt"
    DATE_LINE = "date-line"
    COMMENT = "comment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sourced:
    """A name with the place it was read at (none when metadata gave it) and how it was known."""

    value: str
    basis: Basis
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A report's publication day, as stated or claimed; inclusive local days."""

    earliest: date
    latest: date
    basis: Basis
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A headline, caption, dateline … inside a report."""

    span: Span
    kind: PartKind


@dataclass(frozen=True, slots=True)
class Report:
    """One authored piece inside a document; each character is in exactly one report or in boilerplate."""

    id: str
    document: str
    spans: tuple[Span, ...]
    language: str = "und"
    parent: str | None = None
    relation: Relation | None = None
    outlet: Sourced | None = None
    agency: Sourced | None = None
    byline: tuple[Sourced, ...] = ()
    place: Sourced | None = None
    published: StatedDate | None = None
    parts: tuple[Part, ...] = ()
    made_by: str = "machine"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Text that belongs to no report, kept and shown apart; `because` names the rule that set it apart."""

    span: Span
    kind: BoilerplateKind
    because: str
