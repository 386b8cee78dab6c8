"""The main incident of each report: where, when, by whom and by what means, as the sentences that count its victims tell.

A day is given only where those sentences tell one: the day on the page's own date line is not the event's. A place is the
most exact one that these sentences give to the event, else the one the report is mostly about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.export.casualties import Harm
from sayso.export.days import day_of
from sayso.export.doers import doers_of
from sayso.export.wire.read import CasualtyGroup
from sayso.lang.packs import Pack, load_packs
from sayso.model.annotations import Act, EventMention, Place, Precision, Slot, SlotFrom, SlotName, TimeExpr
from sayso.model.reading import Reading
from sayso.model.reports import PartKind, Report
from sayso.model.text import Span, covers
from sayso.values.amount_profiles import Estimate, Profile, estimate
from sayso.values.atoms import Phrases, atomize

__all__ = ["Incident", "Killed", "Means", "find_incidents"]

WIDE = frozenset({Precision.COUNTRY, Precision.LINE, Precision.UNKNOWN})
"""How exactly a place must not be known to be where an incident was."""

_NEAR = frozenset({SlotFrom.CLAUSE, SlotFrom.SENTENCE})
"""Where a place must be told to be an event's own; the town a report is mostly about comes after all others."""

_SENT = frozenset({PartKind.DATELINE, PartKind.BYLINE})

_JOINS = frozenset({"", ",", "and", "&", ", and", "og", "und"})

NEXT = 1
"""How many sentences after one that counts victims may still tell the day, place or means of the same incident."""


@dataclass(frozen=True, slots=True)
class Means:
    """By what means, as one word or phrase tells: its class in the language pack and where it stands."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Killed:
    """What one profile's rules make of a report's figures of killed of one group; the figures themselves are its tallies."""

    group: CasualtyGroup
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Incident:
    """What one report tells of its main incident; every part is absent where the text does not tell it."""

    report: str
    event: EventMention | None
    place: Place | None
    time: TimeExpr | None
    agents: tuple[Slot, ...]
    means: Means | None
    killed: tuple[Killed, ...]


def find_incidents(reading: Reading, harm: Sequence[Harm]) -> tuple[Incident, ...]:
    """Return one incident for each report that counts victims, in the order of the reports."""
    found = []
    for report in reading.reports:
        own = [h for h in harm if h.main and any(covers(span, h.tally.span) for span in report.spans)]
        if own:
            found.append(_incident(reading, report, own))
    return tuple(found)


def _incident(reading: Reading, report: Report, own: Sequence[Harm]) -> Incident:
    counting = _sentences(reading, report, own)
    mentions = _mentions(reading, counting, own)
    near = [*counting, *_following(reading, report, counting)]
    later = _mentions(reading, near, own)
    victims = [h.tally.whole for h in own]
    return Incident(
        report.id,
        next((h.event for h in own if h.event), mentions[0] if mentions else None),
        _place(reading, report, later, near),
        day_of(reading, report, mentions, [*_before(reading, report, counting), *near]),
        doers_of(reading, report.language, (mentions, later), _all_means(reading, report, near), victims),
        _means(reading, report, counting) or _means(reading, report, near),
        tuple(_killed(own)),
    )


def _killed(own: Sequence[Harm]) -> Iterator[Killed]:
    """Apply each profile to the figures said of each group as a whole; nothing is summed over groups."""
    told = [h.tally for h in own if h.tally.act is Act.KILLED and h.tally.part_of is None and h.tally.basis == "said"]
    for group in sorted({t.group for t in told}):
        amounts = [t.amount for t in told if t.group == group]
        for profile in Profile:
            if made := estimate(amounts, profile):
                yield Killed(group, made)


def _sentences(reading: Reading, report: Report, own: Sequence[Harm]) -> list[Span]:
    """Return the sentences that count the incident's victims, in text order."""
    del report
    return [s for s in reading.sentences if any(covers(s, h.tally.span) for h in own)]


def _following(reading: Reading, report: Report, counting: Sequence[Span]) -> list[Span]:
    """Return the sentences of the report right after one that counts victims."""
    numbers = {n for n, s in enumerate(reading.sentences) if s in set(counting)}
    after = sorted({n + k for n in numbers for k in range(1, NEXT + 1)} - numbers)
    inside = (reading.sentences[n] for n in after if n < len(reading.sentences))
    return [s for s in inside if any(covers(span, s) for span in report.spans)]


def _before(reading: Reading, report: Report, counting: Sequence[Span]) -> list[Span]:
    """Return the sentence of the report right before the first that counts victims, where headlines are past."""
    first = next((n for n, s in enumerate(reading.sentences) if counting and s == counting[0]), 0)
    before = reading.sentences[max(0, first - 1) : first]
    return [s for s in before if any(covers(span, s) for span in report.spans)]


def _mentions(reading: Reading, sentences: Sequence[Span], own: Sequence[Harm]) -> list[EventMention]:
    """Return the event mentions of some sentences: those that count victims first, else in text order."""
    counting = {h.event.id for h in own if h.event}
    told = {m.id: m for s in reading.statements for m in s.mentions if any(covers(x, m.span) for x in sentences)}
    return sorted(told.values(), key=lambda m: (m.id not in counting, m.span, m.id))


def _place(reading: Reading, report: Report, mentions: Sequence[EventMention], near: Sequence[Span]) -> Place | None:
    """Return the place told of the event, the most exact first, and before others those of the land the report is about."""
    inside = [p for p in reading.places if _within(report, p) and not _of_the_page(report, p)]
    places, land = {place.id: place for place in inside}, _land(inside)
    slots = [s for m in mentions for s in m.fillers(SlotName.PLACE) if s.ref in places]
    slots.sort(key=lambda slot: slot.found not in _NEAR)
    told = [places[s.ref] for s in slots if s.ref]
    beside = [p for p in inside if any(covers(s, p.span) for s in near)]
    exact = [_first_listed(reading.text, inside, p) for p in (*told, *beside) if _exact(p)]
    at_home = [p for p in exact if p.best and p.best.country == land]
    often = Counter(p.best.id for p in inside if p.best and _exact(p) and p.best.country == land)
    named = sorted((p for p in inside if p.best and p.best.id in often), key=lambda p: (-often[p.best.id], p.span))  # type: ignore[union-attr]  # in `often` only those with one
    return next((p for many in (at_home, named, exact, told) for p in many), None)


def _first_listed(text: str, places: Sequence[Place], place: Place) -> Place:
    """Return the first of the list a place stands in ("in Marsa, Orvan and Dalem"): an event told of all is told of it first."""
    at = next(n for n, p in enumerate(places) if p.id == place.id)
    while at > 0 and _exact(places[at - 1]) and text[places[at - 1].span.end : places[at].span.start].strip() in _JOINS:
        at -= 1
    return places[at]


def _exact(place: Place) -> bool:
    return place.best is not None and place.best.precision not in WIDE


def _land(places: Sequence[Place]) -> str | None:
    """Return the country most of the exact places are in, else the one named most; None where none is."""
    exact = Counter(p.best.country for p in places if p.best and _exact(p))
    named = Counter(p.best.country for p in places if p.best)
    return max(named, key=lambda country: (exact[country], named[country], country), default=None)


def _of_the_page(report: Report, place: Place) -> bool:
    """Tell whether a place is where the report was written or sent from."""
    return any(part.kind in _SENT and covers(part.span, place.span) for part in report.parts)


def _within(report: Report, place: Place) -> bool:
    return any(covers(span, place.span) for span in report.spans)


@dataclass(frozen=True, eq=False)
class _Words:
    """The words for means of one language; see the comments in `means.toml`."""

    strong: Phrases[str]
    weak: Phrases[str]
    over: tuple[str, ...]


@lru_cache(maxsize=16)
def _words(pack: Pack) -> _Words:
    table = pack.table("means")

    def phrases(key: str) -> Phrases[str]:
        return Phrases({words: kind for kind, many in table.get(key, {}).items() for words in many})

    return _Words(phrases("means"), phrases("weak"), tuple(table.get("over", ())))


def _all_means(reading: Reading, report: Report, sentences: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Return the sentences with each word or phrase for a means in them, sentence by sentence, strong ones first."""
    pack = load_packs().get(report.language) or load_packs().get(reading.language)
    if pack is None:
        return []
    words = _words(pack)
    return [
        (s, m.span) for s in sentences for kind in (words.strong, words.weak) for m in _told(reading.text, [s], kind)
    ]


def _means(reading: Reading, report: Report, sentences: Sequence[Span]) -> Means | None:
    """Return the first means told, by a class that tells more where there is one."""
    pack = load_packs().get(report.language) or load_packs().get(reading.language)
    if pack is None:
        return None
    words = _words(pack)
    strong = list(_told(reading.text, sentences, words.strong))
    for kind in words.over:
        if found := next((m for m in strong if m.kind == kind), None):
            return found
    return next(iter(strong), None) or next(_told(reading.text, sentences, words.weak), None)


def _told(text: str, sentences: Sequence[Span], phrases: Phrases[str]) -> Iterator[Means]:
    for sentence in sentences:
        atoms, at = atomize(sentence.of(text), sentence.start), 0
        while at < len(atoms):
            hit = phrases.at(atoms, at)
            if hit is None:
                at += 1
                continue
            yield Means(hit[0], Span(atoms[at].start, atoms[hit[1] - 1].end))
            at = hit[1]
