"""What the section on who feeds whom is given: the picture, the same as rows and as an outline, what changed on the way."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.present.dossier.places import Piece, PlaceLink

__all__ = ["Drifted", "FeedBox", "FeedChart", "FeedLine", "FeedRow", "FeedStep"]


@dataclass(frozen=True, slots=True)
class Drifted:
    """One change on the way: what it is called, both passages with the changed words marked, whose reports they stand in.

    `said` tells it in a sentence ("on the way from A to B the hedge was dropped"). `before` and `after` are the source's and
    the copy's; with `known` false it is not known which was first. `warning` marks
    a change that bears on the claim itself.
    """

    called: str
    said: str
    warning: bool
    known: bool
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    source: str
    target: str
    source_place: PlaceLink
    target_place: PlaceLink
    also: int


@dataclass(frozen=True, slots=True)
class FeedBox:
    """A box of the picture: where it stands, two lines of words, the whole of them for those who hover or hear, a link.

    `page` marks one that stands for a page which gathers several reports.
    """

    x: int
    y: int
    label: str
    note: str
    whole: str
    href: str
    agency: bool
    page: bool = False


@dataclass(frozen=True, slots=True)
class FeedStep:
    """A line of the picture told as an outline, for narrow screens: how deep it stands, how it came there, what it is."""

    depth: int
    how: str
    known: bool
    warned: bool
    name: PlaceLink
    note: str


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A line of the picture: its path, its words and where they stand; `css` is known, open or credit, and warned."""

    path: str
    x: int
    y: int
    words: str
    css: str


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One feed for the table: who, to whom, how, why this way round, how many changes bear on the claim."""

    source: PlaceLink
    target: PlaceLink
    known: bool
    how: str
    why: tuple[str, ...]
    changed: int


@dataclass(frozen=True, slots=True)
class FeedChart:
    """Who feeds whom: the picture (`width` 0 without one), all feeds as rows, and the changes on the way."""

    width: int
    height: int
    boxes: tuple[FeedBox, ...]
    lines: tuple[FeedLine, ...]
    summary: str
    rows: tuple[FeedRow, ...]
    rows_more: str
    drifts: tuple[Drifted, ...]
    drifts_folded: tuple[Drifted, ...]
    drifts_more: str
    warnings: str
    outline: tuple[FeedStep, ...] = ()
