"""What the dossier's page is given, ready to print: words, labels, places, links inside the page.

Every section that can grow says in `more` what it left out and where the rest is; "" when nothing was left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.present.dossier.feed_views import Drifted, FeedBox, FeedChart, FeedLine, FeedRow, FeedStep
from sayso.present.dossier.places import Piece, PlaceLink

__all__ = [
    "AnswerCard",
    "Citations",
    "Cited",
    "Dossier",
    "Drifted",
    "FeedBox",
    "FeedChart",
    "FeedLine",
    "FeedRow",
    "FeedStep",
    "FigureRow",
    "FigureTable",
    "Holder",
    "NotRead",
    "Origins",
    "Piece",
    "PlaceLink",
    "QuestionCard",
    "Run",
    "SourceRow",
    "TextBlock",
    "TextSection",
    "TimelineDay",
    "VoiceRow",
    "Why",
]


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence with the cited words marked in it, who is behind them and where they stand.

    `kind` is a CSS class: said, own, taken or against. `via` is the say-so chain, the outlet first, the voice
    with the medium last. `also` are other places where the same voice is given the same words; `also_more` counts those left out.
    """

    kind: str
    pieces: tuple[Piece, ...]
    voice: str
    via: tuple[str, ...]
    tags: tuple[str, ...]
    place: PlaceLink
    also: tuple[PlaceLink, ...]
    also_more: int
    language: str
    said: str


@dataclass(frozen=True, slots=True)
class Citations:
    """Citations, the most telling first; `folded` ones are opened on demand, `left_out` counts those not on this page."""

    shown: tuple[Cited, ...] = ()
    folded: tuple[Cited, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Why:
    """A reason: the rule's name and what it says, with the words it rests on."""

    rule: str
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """A voice that holds an answer; `count` says how many voices of this label are kept apart."""

    label: str
    detail: str
    count: int


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins: in words, in figures ("1 to 5"), and as marks (full: at least, hollow: at most)."""

    words: str
    short: str
    marks: str
    css: str


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """One answer: its words, what stands behind it, who says so, who denies it, who only takes it for granted.

    `taken_by` names voices that take it for granted; `own` says by how many reports it is told in their own voice, "" if none.
    `counted` are the reasons why several reports count as one; `changed` is what changed on the way to or from its passages.
    """

    text: str
    wordings: tuple[str, ...]
    origins: Origins
    counts: tuple[str, ...]
    held_by: tuple[Holder, ...]
    denied_by: tuple[Holder, ...]
    taken_by: tuple[Holder, ...]
    own: str
    said: Citations
    denials: Citations
    taken: Citations
    own_words: Citations
    first_said: str
    last_said: str
    counted: tuple[str, ...] = ()
    changed: tuple[Drifted, ...] = ()
    changed_more: str = ""


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """One question with its answers; `number` is its place in the case's order, counted from 1.

    `would_decide` are words of the texts that point to what would settle it.
    """

    number: int
    id: str
    text: str
    status: str
    contested: bool
    answers: tuple[AnswerCard, ...]
    why: tuple[Why, ...]
    would_decide: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as said by one voice. `left` and `width` are per cent of the scale; `shape` is point, range, up or down
    (open upwards, open downwards). `tag` says that nobody asserts it: taken for granted, or told by the report itself."""

    words: tuple[str, ...]
    value: str
    who: str
    tag: str
    places: tuple[PlaceLink, ...]
    places_more: int
    day: str
    basis: str
    left: float
    width: float
    shape: str


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figures given for one question, in the order of their days; `ticks` are (position in per cent, label).

    `charted` where there are values to compare; `dated` where any row has a day.
    """

    question: str
    href: str
    rows: tuple[FigureRow, ...]
    ticks: tuple[tuple[float, str], ...]
    charted: bool
    dated: bool
    more: str


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """What is said to have happened on one day or in one interval."""

    when: str
    citations: Citations


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice, or several unnamed ones of one label that no text joins (`voices` says how many).

    `places` are documents with the lines on which it speaks.
    """

    label: str
    language: str
    kind: str
    notes: tuple[str, ...]
    spellings: tuple[str, ...]
    voices: int
    statements: int
    reports: int
    places: tuple[tuple[str, tuple[PlaceLink, ...]], ...]
    places_more: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One report as read: where it is from, when, in which language, what was found in it. `part` tells
    the reports of one document apart."""

    id: str
    document: PlaceLink
    part: str
    headline: str
    outlet: str
    byline: str
    date: str
    date_basis: str
    date_because: tuple[str, ...]
    language: str
    code: str
    statements: int
    voices: int
    relation: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """Something that was not read or not checked, at which places, what follows, and the way out."""

    where: tuple[str, ...]
    where_more: int
    what: str
    consequence: str
    way_out: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text with one marking.

    `kind` is a CSS class and `note` says whose words they are. `line` is the number of the line that begins here, 0 when
    none does. `opens` are the ids of statements whose first words begin here, `closes` counts those that end here.
    """

    text: str
    kind: str = ""
    note: str = ""
    line: int = 0
    opens: tuple[str, ...] = ()
    closes: int = 0


@dataclass(frozen=True, slots=True)
class TextSection:
    """A stretch of a document that belongs to one report, or a long one that belongs to none (`folded`). `id` is where links
    to the report lead; "" for its later stretches."""

    id: str
    heading: str
    subtitle: str
    folded: bool
    language: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One document's text in sections; the words of all runs joined are the document's text exactly."""

    id: str
    title: str
    subtitle: str
    sections: tuple[TextSection, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole page."""

    name: str
    version: str
    counts: tuple[tuple[str, str], ...]
    lead: str
    read_note: str
    sources: tuple[SourceRow, ...]
    sources_more: str
    not_read: tuple[NotRead, ...]
    contested: tuple[QuestionCard, ...]
    contested_more: tuple[str, ...]
    others: tuple[QuestionCard, ...]
    others_more: str
    figures: tuple[FigureTable, ...]
    figures_more: str
    timeline: tuple[TimelineDay, ...]
    timeline_more: str
    voices: tuple[VoiceRow, ...]
    voices_folded: tuple[VoiceRow, ...]
    voices_more: str
    feeds: FeedChart
    texts: tuple[TextBlock, ...]
    texts_more: str
    judgements: tuple[str, ...]
