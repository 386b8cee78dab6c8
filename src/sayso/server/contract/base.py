"""What all records of the API have in common, and the small ones that many share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

__all__ = [
    "Citations",
    "Cite",
    "Cited",
    "Drifted",
    "Href",
    "Numbers",
    "Piece",
    "PlaceLink",
    "Reason",
    "Record",
    "route_of",
]

ROUTES = {"q": "question", "s": "read", "d": "read", "t": "read", "r": "read"}


def route_of(reference: str) -> str:
    """Return the app's address for what presenters refer to by a letter and an id ("#q-…" a question, "#s-…" a statement,
    "#d-…" a document, "#t-…" and "#r-…" a report); anything else stays as it is."""
    letter, dash, record = reference.removeprefix("#").partition("-")
    return f"#/{ROUTES[letter]}/{record}" if dash and letter in ROUTES else reference


Href = Annotated[str, BeforeValidator(route_of)]
"""An address inside the app, "" where there is nothing to open."""


class Record(BaseModel):
    """Base of all answers: unchangeable, and readable from the records of `sayso.present`."""

    model_config = ConfigDict(frozen=True, from_attributes=True, json_schema_serialization_defaults_required=True)


class PlaceLink(Record):
    """Where words stand, and the address of them in the reader."""

    where: str
    href: Href


class Piece(Record):
    """A stretch of a sentence: the cited words themselves, or what stands around them."""

    text: str
    cited: bool


class Cited(Record):
    """A sentence with the cited words marked, who is behind them and where they stand.

    `kind` is said, own (the report's own voice), taken (for granted) or against. `via` is the say-so chain, the outlet first.
    """

    kind: str
    pieces: list[Piece]
    voice: str
    via: list[str]
    tags: list[str]
    place: PlaceLink
    also: list[PlaceLink]
    also_more: int
    language: str
    said: str


class Drifted(Record):
    """One change on the way, both passages with the changed words marked."""

    called: str
    warning: bool
    known: bool
    before: list[Piece]
    after: list[Piece]
    source: str
    target: str
    source_place: PlaceLink
    target_place: PlaceLink
    also: int


class Citations(Record):
    """Citations, the most telling first; `folded` ones are opened on demand, `left_out` counts those not sent."""

    shown: list[Cited]
    folded: list[Cited]
    left_out: int


class Cite(Record):
    """A few words and where they stand."""

    words: str
    place: PlaceLink


class Reason(Record):
    """A reason as data: the rule, what it says, and the words it rests on with their places."""

    rule: str
    text: str
    words: list[Cite]


class Numbers(Record):
    """How many of something: a label to read, and the number."""

    label: str
    number: int
