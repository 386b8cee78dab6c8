"""Questions with their answers."""

from __future__ import annotations

from sayso.server.contract.base import Citations, Cite, Drifted, Href, PlaceLink, Reason, Record

__all__ = [
    "AnswerLine", "AnswerView", "FigureRow", "FigureTable", "Holder", "OriginView", "Origins", "QuestionRow", "QuestionView",
    "Questions", "RelationView",
]  # fmt: skip


class Origins(Record):
    """How many independent origins: in words, in figures ("1 to 5"), at least and at most; `strength` is strong (two or
    more), single or weak."""

    words: str
    short: str
    at_least: int
    at_most: int
    strength: str


class Holder(Record):
    """Voices of one label, with their ids; `detail` is what they are in a few words."""

    label: str
    detail: str
    voices: list[str]


class AnswerLine(Record):
    """An answer on a card: its words, its origins, the voices that hold and deny it."""

    id: str
    text: str
    origins: Origins
    held_by: list[str]
    denied_by: list[str]
    own: str


class QuestionRow(Record):
    """A question on a card; `number` is its place in the case's order, counted from 1."""

    number: int
    id: str
    text: str
    slot: str
    status: str
    contested: bool
    answers: list[AnswerLine]
    answers_more: int


class Questions(Record):
    """Some questions of a case; `next` is where the next page of them begins, absent at the end."""

    total: int
    contested: int
    items: list[QuestionRow]
    next: int | None


class OriginView(Record):
    """One origin: the voices and reports it counts once, and why they count once."""

    voices: list[str]
    places: list[PlaceLink]
    because: list[Reason]


class AnswerView(Record):
    """One answer in full: what stands behind it, who says so, who denies it, who only takes it for granted.

    `changed` is what changed on the way to or from the passages it draws on.
    """

    id: str
    text: str
    wordings: list[str]
    state: str
    origins: Origins
    counts: list[str]
    held_by: list[Holder]
    denied_by: list[Holder]
    taken_by: list[Holder]
    own: str
    said: Citations
    denials: Citations
    taken: Citations
    own_words: Citations
    first_said: str
    last_said: str
    origin_list: list[OriginView]
    because: list[Reason]
    changed: list[Drifted]
    changed_more: str


class RelationView(Record):
    """How one answer stands to another, what about, and why."""

    a: str
    b: str
    a_text: str
    b_text: str
    type: str
    about: str
    because: Reason


class FigureRow(Record):
    """One figure as said by one voice. `left` and `width` are per cent of the scale; `shape` is point, range, up or down."""

    words: list[str]
    value: str
    who: str
    tag: str
    places: list[PlaceLink]
    places_more: int
    day: str
    basis: str
    left: float
    width: float
    shape: str


class FigureTable(Record):
    """The figures given for one question in the order of their days; `ticks` are positions in per cent with labels."""

    question: str
    href: Href
    rows: list[FigureRow]
    ticks: list[tuple[float, str]]
    charted: bool
    dated: bool
    more: str


class QuestionView(Record):
    """One question with all that is known of it. `previous` and `following` are the questions beside it."""

    number: int
    id: str
    text: str
    slot: str
    status: str
    contested: bool
    event: str
    answers: list[AnswerView]
    relations: list[RelationView]
    relations_more: int
    would_decide: list[Cite]
    figures: FigureTable | None
    because: list[Reason]
    previous: str | None
    following: str | None
