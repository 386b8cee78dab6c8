"""What one reading finds in one document: quotes, attributions, values, event mentions.

All spans are code points in the document's text. Everything said, read and assumed stays in separate fields (DESIGN, Law 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.text import Span, hull
from sayso.values.amount import Amount
from sayso.values.when import When

__all__ = [
    "Act",
    "Attribution",
    "Candidate",
    "EventMention",
    "Fact",
    "Group",
    "Mention",
    "MentionType",
    "Mode",
    "Person",
    "Place",
    "Precision",
    "Quantity",
    "Quote",
    "Scope",
    "Slot",
    "SlotFrom",
    "SlotName",
    "TimeBasis",
    "TimeExpr",
]


class Mode(StrEnum):
    """How an attribution renders its content."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks; `inner` is what stands between them. `closed` is false where one mark is lost."""

    span: Span
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content: "residents | said | the town was empty". `source` is empty when nobody is named.

    `parent` is the attribution in whose content this one stands. `engine` names what found it, e.g. `parse`, `quotes`,
    `lexicon`. `rule` is the rule inside that engine.
    """

    id: str
    report: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    engine: str
    rule: str = ""
    parent: str | None = None
    made_by: str = "machine"

    @property
    def span(self) -> Span:
        """The hull of the whole construction."""
        return hull((*self.source, *self.cue, *self.content))


class Group(StrEnum):
    """Whom or what a figure counts, as far as the words tell."""

    CIVILIANS = "civilians"
    NONCIVILIANS = "noncivilians"
    CHILDREN = "children"
    WOMEN = "women"
    REFUGEES = "refugees"
    PEOPLE = "people"
    THINGS = "things"
    UNKNOWN = "unknown"


class Act(StrEnum):
    """What happened to those counted, or what they did."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    DETAINED = "detained"
    CROSSED = "crossed"
    DISPLACED = "displaced"
    OTHER = "other"


class Scope(StrEnum):
    """What a figure covers: one event, a running total, background, a capacity, a share."""

    EVENT = "event"
    RUNNING_TOTAL = "running-total"
    BACKGROUND = "background"
    CAPACITY = "capacity"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: the number as said (`amount`), what is counted (`of`, the head noun's place) and what happened to it.

    `span` covers the number with its bound words; `whole` also the counted noun phrase. `actor_class` is the class of the
    counted noun in the language pack (e.g. `security-forces`), "" when it has none.
    """

    id: str
    span: Span
    amount: Amount
    whole: Span
    of: Span | None = None
    of_lemma: str = ""
    actor_class: str = ""
    group: Group = Group.UNKNOWN
    act: Act | None = None
    scope: Scope | None = None
    window: str | None = None
    part_of: str | None = None
    unit: str | None = None


class TimeBasis(StrEnum):
    """What a time's reading rests on."""

    STATED = "stated"
    REPORT_DATE = "report-date"
    NARRATIVE = "narrative"
    PREVIOUS_DATE = "previous-date"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class TimeExpr:
    """A time expression: its words (`span`), its reading (`when`), and what the reading assumed (`basis`, `anchored_to`).

    `earliest` and `latest` are inclusive local days, absent while unresolved; `anchored_to` is the span of the date it was
    resolved against where that is in the text.
    """

    id: str
    span: Span
    when: When
    basis: TimeBasis
    earliest: date | None = None
    latest: date | None = None
    anchored_to: Span | None = None


class Precision(StrEnum):
    """How exactly a place is known (after UCDP `where_prec`)."""

    POINT = "point"
    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    LINE = "line"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One gazetteer entry a place's words may mean, with its score (0–1, only to order) and the reason."""

    gazetteer: str
    id: str
    name: str
    lat: float
    lon: float
    country: str
    precision: Precision
    score: float
    because: str
    admin1: str | None = None
    admin1_code: str | None = None
    country_name: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named in the text. `chosen` is the index of the candidate taken, None when undecided or unknown.

    `relation` holds words such as "village near" or "20 miles south of" that move the place away from the name.
    `kind_hint` is what the text itself says it is ("the town of X"; "X" beside "X-ian"), for names in no gazetteer.
    """

    id: str
    span: Span
    name: str
    candidates: tuple[Candidate, ...] = ()
    chosen: int | None = None
    relation: str | None = None
    kind_hint: Precision | None = None

    @property
    def best(self) -> Candidate | None:
        """The candidate taken, if one was."""
        return None if self.chosen is None else self.candidates[self.chosen]

    @property
    def is_town(self) -> bool:
        """Whether it is a point or town, as far as told; an unknown name counts as one until the text says otherwise."""
        known = self.best.precision if self.best else self.kind_hint
        return known in {None, Precision.POINT, Precision.TOWN}


class MentionType(StrEnum):
    """Kinds of named or counted things marked in a text."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"
    GROUP = "GROUP"
    WEAPON = "WEAPON"
    VEHICLE = "VEHICLE"
    QUANTITY = "QUANTITY"
    TIME = "TIME"
    MONEY = "MONEY"


@dataclass(frozen=True, slots=True)
class Mention:
    """A named or role-described thing. `head` is its head word; `actor_class` its class in the language pack or ""."""

    span: Span
    type: MentionType
    head: Span
    actor_class: str = ""


class SlotName(StrEnum):
    """Roles of an event."""

    AGENT = "agent"
    TARGET = "target"
    COUNT = "count"
    PLACE = "place"
    TIME = "time"
    MEANS = "means"
    REASON = "reason"


class SlotFrom(StrEnum):
    """Where the filler of a slot was found, nearest first; `assumed` fillers are shown as such."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    REPORT = "report"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Slot:
    """One role's filler: where it stands, its class or value, and how near it was found.

    `value` is an actor class (agent, target) or the normalised reading; `ref` the id of the Quantity, TimeExpr or Place
    that stands there. `unresolved` says why the filler is not settled, e.g. "pronoun".
    """

    name: SlotName
    span: Span | None = None
    value: str | None = None
    ref: str | None = None
    found: SlotFrom = SlotFrom.CLAUSE
    unresolved: str | None = None


class Fact(StrEnum):
    """How the clause presents the event: it happened, it did not, somebody would not do it, it might, it is wanted."""

    HAPPENED = "happened"
    DENIED = "denied"
    REFUSED = "refused"
    POSSIBLE = "possible"
    WANTED = "wanted"
    FUTURE = "future"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class EventMention:
    """Something said to have happened, at one trigger word. `kind` is a kind of the language pack (`kill`, `flee` …).

    `refers_back` marks a definite description of an event already told ("the killings"), which states nothing new.
    """

    id: str
    span: Span
    kind: str
    slots: tuple[Slot, ...] = ()
    fact: Fact = Fact.HAPPENED
    refers_back: bool = False

    def slot(self, name: SlotName) -> Slot | None:
        """Return the first filler of a role, if any."""
        return next((slot for slot in self.slots if slot.name is name), None)

    def fillers(self, name: SlotName) -> tuple[Slot, ...]:
        """Return all fillers of a role ("residents and activists": two agents)."""
        return tuple(slot for slot in self.slots if slot.name is name)


@dataclass(frozen=True, slots=True)
class Person:
    """A single victim that the text names or describes (MODEL: Person harmed)."""

    id: str
    span: Span
    names: tuple[Span, ...] = ()
    age: int | None = None
    sex: str | None = None
    status: str = "unknown"
    fate: str = "killed"
