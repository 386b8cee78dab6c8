"""What the dossier's page is given, ready to print: words, labels, places, links inside the page."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "AnswerCard",
    "Cited",
    "Dossier",
    "FigureRow",
    "FigureTable",
    "NotRead",
    "QuestionCard",
    "Run",
    "SourceRow",
    "TextBlock",
    "TimelineDay",
    "TimelineItem",
    "VoiceRow",
    "Why",
]


@dataclass(frozen=True, slots=True)
class Cited:
    """The words of a statement, who is behind them and where they stand. `before` and `after` are the rest of the sentence
    around the words; `href` leads to the words in the report's text."""

    before: str
    words: str
    after: str
    chain: tuple[str, ...]
    where: str
    href: str
    notes: tuple[str, ...]
    language: str
    said: str


@dataclass(frozen=True, slots=True)
class Why:
    """A reason: the rule's name and what it says, with the words it rests on."""

    rule: str
    text: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """One answer: its words, what stands behind it, who says so, who denies it, who only takes it for granted."""

    text: str
    wordings: tuple[str, ...]
    state: str
    state_class: str
    counts: tuple[str, ...]
    origins: str
    held_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    said: tuple[Cited, ...]
    denials: tuple[Cited, ...]
    taken: tuple[Cited, ...]
    first_said: str
    last_said: str


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """One question with its answers; `number` is its place in the case's order, counted from 1."""

    number: int
    id: str
    text: str
    status: str
    status_class: str
    answers: tuple[AnswerCard, ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as said. `left` and `width` are per cent of the table's scale; `open_end` marks a bound without an end."""

    words: str
    value: str
    who: str
    where: str
    href: str
    day: str
    basis: str
    left: float
    width: float
    open_end: bool
    taken: bool


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figures given for one question, in the order they were said; `ticks` are (position in per cent, label)."""

    question: str
    rows: tuple[FigureRow, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One event at a time the texts give it."""

    what: str
    words: str
    who: str
    where: str
    href: str


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """What is said to have happened on one day or in one interval; `when` is "" for what no text dates."""

    when: str
    items: tuple[TimelineItem, ...]


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice: what it is called, what it is, how often it speaks and where."""

    id: str
    label: str
    kind: str
    roles: str
    spellings: tuple[str, ...]
    note: str
    statements: int
    reports: int
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One report as read: where it is from, when, in which language, what was found in it."""

    id: str
    document: str
    outlet: str
    byline: str
    date: str
    date_basis: str
    language: str
    statements: int
    voices: int
    relation: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """Something that was not read or not checked, what follows, and the way out."""

    where: str
    what: str
    consequence: str
    way_out: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text with one marking. `kind` is a CSS class, `anchor` the id it starts, `note` says whose words it is."""

    text: str
    kind: str = ""
    anchor: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One document's text as runs; the words joined are the document's text exactly."""

    id: str
    title: str
    subtitle: str
    language: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole page."""

    name: str
    version: str
    counts: tuple[tuple[str, str], ...]
    lead: str
    sources: tuple[SourceRow, ...]
    not_read: tuple[NotRead, ...]
    contested: tuple[QuestionCard, ...]
    others: tuple[QuestionCard, ...]
    figures: tuple[FigureTable, ...]
    timeline: tuple[TimelineDay, ...]
    voices: tuple[VoiceRow, ...]
    texts: tuple[TextBlock, ...]
    judgements: tuple[str, ...]
