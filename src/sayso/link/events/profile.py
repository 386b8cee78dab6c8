"""What one event mention offers for comparison: kind, classes, figure, places, days."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.annotate.actors import class_names
from sayso.lang.packs import Pack
from sayso.link.corpus import Corpus
from sayso.model.annotations import (
    EventMention,
    MentionType,
    Place,
    Quantity,
    Scope,
    Slot,
    SlotFrom,
    SlotName,
)
from sayso.model.reading import Reading
from sayso.model.reconstruction import ResolvedTime
from sayso.model.statements import Statement
from sayso.model.text import Anchor, Span, covers
from sayso.values.place import skeleton

__all__ = ["AGENT_CORE", "PlaceKey", "Profile", "make_profile", "place_keys"]

# Kinds whose main participant is the one who acts; of the others it is the one acted upon.
AGENT_CORE = frozenset({"flee", "cross", "return", "visit", "deploy", "mutiny", "protest", "request"})
NEAR = frozenset({SlotFrom.CLAUSE, SlotFrom.SENTENCE})
HE = frozenset({"he", "she", "him", "her", "his", "han", "hun", "ham", "henne"})
APPOSITION = 3  # characters
NEARBY = 12
HE_REACH = 160  # characters back to the person that "he" stands for
RANK_REACH = 24  # characters before a name in which its rank may stand
DEADLY_REACH = 60
HURT = frozenset({"wounded", "injured", "hurt", "survived", "leg", "arm", "shoulder", "foot", "såret", "skadet"})
_OTHERS = re.compile(r"^(?:another|other|others|further)\b|\b(?:others|more)$", re.IGNORECASE)
_PLACED = re.compile(r"\s+(?:in|at|near|of|from|on|outside|inside|with)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True, order=True)
class PlaceKey:
    """A place as something to compare: gazetteer id or name skeleton, its direction, whether it is town-sized, how near."""

    key: str
    direction: str
    is_town: bool
    near: bool


@dataclass(frozen=True)
class Profile:
    """One event mention ready to be compared. `core` are the classes of its main participant, `names` the skeletons
    of persons named as such; `is_single` when it is one person, by name or as "he"; `is_definite` when they are told as known ("the guards")."""

    mention: EventMention
    statement: Statement
    anchor: Anchor
    kind: str
    family: str
    core: frozenset[str]
    agents: frozenset[str]
    others: frozenset[str]
    words: frozenset[str]
    figure: Quantity | None
    places: frozenset[PlaceKey]
    days: tuple[date, date] | None
    of_others: bool = False
    names: frozenset[str] = frozenset()
    is_single: bool = False
    is_definite: bool = False
    speaker: str = ""
    over_days: bool = False

    @cached_property
    def towns(self) -> Mapping[str, frozenset[str]]:
        """Town-sized places told close by, by direction."""
        near = [k for k in self.places if k.near and (k.is_town or k.direction == "to")]
        return {
            way: frozenset(k.key for k in near if k.direction == way) for way in sorted({k.direction for k in near})
        }

    @property
    def is_total(self) -> bool:
        """Whether its figure is a running total, background or a share rather than this event's."""
        return self.figure is not None and (self.over_days or self.figure.scope not in {None, Scope.EVENT})


def make_profile(
    corpus: Corpus, mention: EventMention, resolved: Mapping[str, ResolvedTime], packs: Mapping[str, Pack]
) -> Profile:
    """Gather what a mention says of itself."""
    statement = corpus.statements[corpus.statement_of[mention.id]]
    core_role = SlotName.AGENT if mention.kind in AGENT_CORE else SlotName.TARGET
    document = corpus.document_of[mention.id]
    text = corpus.documents[document].text
    core_slots = mention.fillers(core_role)
    words = {w.lower().rstrip("s") for slot in core_slots if slot.span for w in _WORD.findall(slot.span.of(text))}
    count = mention.slot(SlotName.COUNT)
    names = _names(corpus.documents[document], core_slots, packs) if mention.kind not in AGENT_CORE else frozenset()
    return Profile(
        mention=mention,
        statement=statement,
        anchor=Anchor(document, mention.span),
        kind=mention.kind,
        family="kill" if _is_deadly(mention, text, packs) else _family(mention.kind, packs),
        core=_classes(core_slots, packs),
        agents=_classes(mention.fillers(SlotName.AGENT), packs),
        others=_classes(mention.fillers(SlotName.TARGET if core_role is SlotName.AGENT else SlotName.AGENT), packs),
        words=frozenset(words),
        figure=corpus.quantities.get(count.ref) if count and count.ref else None,
        places=_places(corpus, mention),
        days=_days(corpus, mention, resolved),
        names=names,
        is_definite=mention.refers_back
        or any(s.span.of(text).lower().startswith("the ") for s in core_slots if s.span),
        is_single=bool(names) or any(_is_one_person(text, s.span, packs) for s in core_slots if s.span),
        speaker=_speaker(statement, text),
        over_days=_is_over_days(statement, text, packs),
        of_others=any(_OTHERS.search(slot.span.of(text)) for slot in core_slots if slot.span),
    )


def _is_over_days(statement: Statement, text: str, packs: Mapping[str, Pack]) -> bool:
    """Tell whether a statement's own words say that it counts more than one happening: "seven days of air strikes"."""
    pack = packs.get(statement.language)
    phrases = pack.table("events").get("totals", {}).get("phrases", ()) if pack else ()
    words = " ".join(span.of(text).lower() for span in statement.spans)
    return any(phrase in words for phrase in phrases)


def _speaker(statement: Statement, text: str) -> str:
    """Return the words for the first voice of a statement, "" for the report itself."""
    return " ".join(span.of(text) for span in statement.chain[-1].sources).casefold() if statement.chain else ""


def _names(reading: Reading, slots: tuple[Slot, ...], packs: Mapping[str, Pack]) -> frozenset[str]:
    """Return the surnames of persons that fill the slots, or stand behind them as an apposition ("the captain, Omar Resk");
    of "he" the one person named shortly before, of a bare rank ("the captain") the one who bears it in the document."""
    found = set()
    for slot in slots:
        if slot.span is None or slot.span.of(reading.text)[0].isdigit():
            continue
        words = slot.span.of(reading.text).casefold()
        if words in HE:
            found |= _named_before(reading, slot.span)
        elif slot.unresolved is None:
            near = reading.mentions[_first(reading, slot.span.start) :][:NEARBY]
            own = {m.span for m in near if _names_filler(reading.text, slot.span, m.span)} if near else set()
            found |= {_surname(reading, m.span) for m in near if m.type is MentionType.PERSON and m.span in own}
            rank = _head(words)
            if not own and rank in packs["en"].words("actors", "singles"):
                found |= _bearers(reading, rank)
    return frozenset(name for name in found if len(name) >= 2)


def _head(words: str) -> str:
    """Return the last word of a noun phrase before its place: "captain" of "the captain in Tarsk"."""
    return _PLACED.split(words)[0].rsplit(" ", 1)[-1]


def _surname(reading: Reading, span: Span) -> str:
    return skeleton(span.of(reading.text).split()[-1])


def _named_before(reading: Reading, pronoun: Span) -> set[str]:
    """Return the surname of the one person named in the lines before "he"; none where two are."""
    before = reading.mentions[max(0, _first(reading, pronoun.start) - NEARBY) : _first(reading, pronoun.start)]
    near = {
        _surname(reading, m.span)
        for m in before
        if m.type is MentionType.PERSON and m.span.end >= pronoun.start - HE_REACH and " " in m.span.of(reading.text)
    }
    return near if len(near) == 1 else set()


def _bearers(reading: Reading, rank: str) -> set[str]:
    """Return the surname of the one person who is called by a rank in a document; none where several are."""
    named = {
        _surname(reading, m.span)
        for m in reading.mentions
        if m.type is MentionType.PERSON and _bears(reading.text, m.span, rank)
    }
    return named if len(named) == 1 else set()


def _bears(text: str, person: Span, rank: str) -> bool:
    before = text[max(0, person.start - RANK_REACH) : person.start].casefold().rstrip(" ,")
    return before.endswith(rank) or person.of(text).casefold().startswith(f"{rank} ")


def _is_one_person(text: str, span: Span, packs: Mapping[str, Pack]) -> bool:
    """ "he", or one of a rank of which a story has one: "the captain", "his colonel"."""
    words = span.of(text).casefold()
    return words in HE or (
        words.rsplit(" ", 1)[-1] in packs["en"].words("actors", "singles") and not words[0].isdigit()
    )


def _names_filler(text: str, filler: Span, person: Span) -> bool:
    """A name at the end of the filler, before its place ("Omar Resk in Tarsk"), or behind it after a comma."""
    if covers(filler, person):
        before, after = text[filler.start : person.start], text[person.end : filler.end]
        return person.end == filler.end or (not _PLACED.search(before) and _PLACED.match(after) is not None)
    between = text[filler.end : person.start]
    return filler.end <= person.start and between.strip() == "," and len(between) <= APPOSITION


def _first(reading: Reading, start: int) -> int:
    return bisect_left(reading.mentions, start, key=lambda m: m.span.start)


def _classes(slots: tuple[Slot, ...], packs: Mapping[str, Pack]) -> frozenset[str]:
    known = class_names(packs["en"])
    return frozenset(slot.value for slot in slots if slot.value in known and slot.value and slot.unresolved is None)


def _family(kind: str, packs: Mapping[str, Pack]) -> str:
    """Flight has kinds that tell one happening (flee, cross); violence keeps its kinds apart."""
    parent = packs["en"].table("events").get("kinds", {}).get(kind, {}).get("parent", kind)
    return str(parent) if parent == "flee" else kind


def _is_deadly(mention: EventMention, text: str, packs: Mapping[str, Pack]) -> bool:
    """ "Soldiers shot the guards" tells of a killing; "soldiers shot at the guards" does not."""
    forms = packs["en"].table("events").get("kinds", {}).get(mention.kind, {}).get("deadly", ())
    target = mention.slot(SlotName.TARGET)
    if mention.span.of(text).lower() not in forms or target is None or target.span is None:
        return False
    if target.span.start < mention.span.end:
        after = text[mention.span.end : mention.span.end + DEADLY_REACH].casefold().split()
        return after[:1] in (["by"], ["dead"]) and not HURT & set(after)  # not "was shot in the leg"
    between = text[mention.span.end : target.span.start].split()
    return not {"at", "on", "into", "upon"} & set(between)


def _places(corpus: Corpus, mention: EventMention) -> frozenset[PlaceKey]:
    found: set[PlaceKey] = set()
    for slot in mention.fillers(SlotName.PLACE):
        place = corpus.places.get(slot.ref or "")
        direction, _, goal = (slot.value or "in ").partition(" ")
        if place is None:
            found.add(PlaceKey(f"word:{goal}", direction, is_town=True, near=True))
            continue
        for key, is_town in place_keys(place):
            found.add(PlaceKey(key, direction, is_town, slot.found in NEAR))
    return frozenset(found)


def place_keys(place: Place) -> list[tuple[str, bool]]:
    """Return the keys a place is compared by, each with whether it is town-sized: gazetteer id where known, name skeleton."""
    best = place.best
    is_town = place.is_town
    keys = [(f"{best.gazetteer}:{best.id}", is_town)] if best else []
    bones = skeleton(place.name)
    return [*keys, (bones if len(bones) >= 3 else f"name:{place.name.casefold()}", is_town)]


def _days(corpus: Corpus, mention: EventMention, resolved: Mapping[str, ResolvedTime]) -> tuple[date, date] | None:
    for slot in mention.fillers(SlotName.TIME):
        time = corpus.times.get(slot.ref or "")
        if time and time.earliest and time.latest:
            return time.earliest, time.latest
        case = resolved.get(slot.ref or "")
        if case:
            return case.earliest, case.latest
    return None
