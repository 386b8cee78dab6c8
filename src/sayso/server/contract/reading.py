"""The reader: one document with everything marked.

Offsets here count UTF-16 units, as strings of a browser do; everywhere else in sayso they count code points.
"""

from __future__ import annotations

from sayso.server.contract.base import Href, Piece, PlaceLink, Record

__all__ = ["Asked", "Extent", "MarkView", "OriginalView", "Page", "Section", "Shared", "StatementView"]


class Extent(Record):
    """A stretch of the text, half-open."""

    start: int
    end: int


class MarkView(Record):
    """One marked stretch. `kind` is statement, source, cue, figure, time, place or boilerplate; `css` says more of it.

    `id` is the record it belongs to: a statement's for statement, an attribution's for source and cue.
    """

    kind: str
    css: str
    start: int
    end: int
    id: str
    note: str


class Asked(Record):
    """A question that a statement answers, and which answer it gives."""

    id: str
    number: int
    text: str
    contested: bool
    answer: str
    manner: str


class StatementView(Record):
    """One statement in the margin: who, by which chain, in what manner, and the questions it answers."""

    id: str
    spans: list[Extent]
    words: str
    voice: str
    voices: list[str]
    chain: list[str]
    backing: str
    polarity: str
    certainty: str
    tags: list[str]
    said: str
    line: int
    asked: list[Asked]
    citation: str


class Section(Record):
    """A stretch that belongs to one report, or to none; `folded` where that is long. `dir` is ltr or rtl."""

    start: int
    end: int
    report: str
    heading: str
    about: str
    folded: bool
    language: str
    dir: str


class Shared(Record):
    """A passage that another report has too, with the changes in it."""

    id: str
    here: Extent
    there: Extent
    other: str
    other_document: str
    other_href: Href
    how: str
    known: bool
    taken: bool
    changes: list[tuple[str, list[Piece], list[Piece]]]


class OriginalView(Record):
    """The bytes the text was made from, and where they came from."""

    id: str
    size: int
    media_type: str
    sources: list[str]
    href: str


class Page(Record):
    """A document as the reader shows it. `focus` is what was asked for, None when that is the whole document."""

    document: str
    name: str
    title: str
    url: str
    language: str
    text: str
    lines: list[int]
    sections: list[Section]
    marks: list[MarkView]
    statements: list[StatementView]
    shared: list[Shared]
    original: OriginalView | None
    problems: list[str]
    focus: Extent | None
    focus_id: str
    previous: PlaceLink | None
    following: PlaceLink | None
