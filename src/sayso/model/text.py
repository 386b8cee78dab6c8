"""Originals, documents and the anchors that point into them.

An offset counts code points in one immutable `Document.text`, half-open: `[start, end)` (DESIGN, Law 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol, TypeVar

__all__ = [
    "Acquisition",
    "Anchor",
    "Claimed",
    "Document",
    "HasSpan",
    "LanguageSpan",
    "Mark",
    "MarkKind",
    "Original",
    "Problem",
    "Span",
    "covers",
    "hull",
    "layer",
    "overlaps",
    "within",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points inside one document."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs forward and is not empty, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words the span covers in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A span in a named document: what every published statement points to."""

    document: str
    span: Span


class HasSpan(Protocol):
    """Anything that stands at one place of a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


T = TypeVar("T", bound=HasSpan)


def layer(items: Iterable[T]) -> tuple[T, ...]:
    """Sort items by where they stand; the only way a layer is made."""
    return tuple(sorted(items, key=lambda item: item.span))


def within(items: Iterable[T], span: Span) -> tuple[T, ...]:
    """Return the items that lie wholly inside `span`."""
    return tuple(item for item in items if covers(span, item.span))


def covers(outer: Span, inner: Span) -> bool:
    """Tell whether `inner` lies wholly inside `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def overlaps(a: Span, b: Span) -> bool:
    """Tell whether two spans share at least one character."""
    return a.start < b.end and b.start < a.end


def hull(spans: Sequence[Span]) -> Span:
    """Return the least span that covers all of `spans`, which is not empty."""
    if len(spans) == 1:
        return spans[0]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True, slots=True)
class Acquisition:
    """One time an original came in: from where, and what is known of how. Custody only; never part of what is derived."""

    uri: str
    member: str = ""
    retrieved_at: str | None = None
    collector: str | None = None
    method: str | None = None
    access: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes as received, kept read-only; `id` is their SHA-256 in hex."""

    id: str
    size: int
    media_type: str
    acquisitions: tuple[Acquisition, ...] = ()


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a page's or table's metadata claims about a document; never more than a claim, never mixed with what is read.

    `captured` is when a web archive says it fetched the page: never the day of publication, which cannot be later.
    """

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    agency: str | None = None
    description: str | None = None
    captured: str | None = None


class MarkKind(StrEnum):
    """What a page's own markup says a stretch of its text is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    CREDIT = "credit"
    CAPTION = "caption"
    PULL_QUOTE = "pull-quote"
    BLOCK_QUOTE = "block-quote"
    QUOTED_FROM = "quoted-from"
    ENTRY = "entry"
    COMMENT = "comment"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a document's text and what the page's markup says it is: a claim of the page, as its metadata is."""

    span: Span
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class LanguageSpan:
    """A stretch of text and the language it is in (BCP-47), `und` when that could not be told."""

    span: Span
    language: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or done: what, where, what follows, and the way out (DESIGN, Law 6)."""

    what: str
    consequence: str
    way_out: str
    original: str | None = None
    member: str | None = None
    document: str | None = None
    span: Span | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One page or file as text; `text` never changes, and `id` names exactly these characters of this original.

    `marks` is what the page's markup says of stretches of the text: headline, caption, quotation, entry of a live blog.
    """

    id: str
    original: str
    member: str
    name: str
    text: str
    text_sha256: str
    media_type: str = "text/plain"
    given_id: str | None = None
    extractor: str | None = None
    claimed: Claimed = field(default_factory=Claimed)
    supersedes: str | None = None
    translation_of: str | None = None
    problems: tuple[Problem, ...] = ()
    marks: tuple[Mark, ...] = ()

    def words(self, span: Span) -> str:
        """Return the words at `span`."""
        return self.text[span.start : span.end]


JsonObject = dict[str, Any]
