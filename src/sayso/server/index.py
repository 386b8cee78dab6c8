"""Look-ups of a case for the app: those of the dossier, with every text within reach and with what filters go by."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.model.annotations import Place, SlotName
from sayso.model.reading import Reading
from sayso.model.reconstruction import Because, Lineage, Origin, Question
from sayso.model.reports import Report
from sayso.model.statements import Statement
from sayso.model.text import Anchor, Span, covers
from sayso.present.case import Case
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.server.contract.base import Cite, PlaceLink, Reason

__all__ = ["AppIndex", "Facet", "place_key"]

MOST_WORDS = 6  # words that a reason shows


@dataclass(frozen=True, slots=True)
class Facet:
    """What filters ask of a statement. `days` are those it speaks of, else those on which it was said."""

    voices: frozenset[str]
    outlet: str
    language: str
    places: frozenset[str]
    days: tuple[tuple[date, date], ...]
    report: str
    document: str


class AppIndex(DossierIndex):
    """A case's look-ups; every text can be opened.

    `whole` is the index of the whole case where this one is narrowed by filters, else this one itself.
    """

    def __init__(self, case: Case, *, whole: AppIndex | None = None) -> None:
        super().__init__(case)
        self.whole = whole or self

    @property
    def narrowed(self) -> bool:
        """Whether filters leave some of the case out."""
        return self.whole is not self

    @cached_property
    def shown(self) -> frozenset[str]:
        """All documents: the app leaves none out."""
        return frozenset(self.readings)

    @cached_property
    def numbered(self) -> dict[str, tuple[int, Question]]:
        """Question id → its number in the case's order, and the question."""
        return {question.id: (n, question) for n, question in enumerate(self.case.reconstruction.questions, start=1)}

    @cached_property
    def ordered(self) -> tuple[Reading, ...]:
        """The readings in the order of their names."""
        return tuple(sorted(self.case.readings, key=lambda reading: (reading.name, reading.document)))

    @cached_property
    def places(self) -> dict[str, Place]:
        """All places of the case by id."""
        return {place.id: place for reading in self.case.readings for place in reading.places}

    @cached_property
    def places_in(self) -> dict[str, tuple[Place, ...]]:
        """Statement id → the places its words name and those its events are put at."""
        found: dict[str, tuple[Place, ...]] = {}
        for reading in self.case.readings:
            starts = [place.span.start for place in reading.places]
            for statement in reading.statements:
                inside = _inside(reading, starts, statement.spans)
                slots = (slot.ref for m in statement.mentions for slot in m.fillers(SlotName.PLACE))
                placed = (self.places[ref] for ref in slots if ref in self.places)
                found[statement.id] = tuple({place.id: place for place in (*inside, *placed)}.values())
        return found

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """Statement id → what filters go by."""
        return {s.id: self._facet(s, reading) for reading in self.case.readings for s in reading.statements}

    def _facet(self, statement: Statement, reading: Reading) -> Facet:
        say_so, report = self.say_so.get(statement.id), self.reports[statement.report]
        voices = (voice for link in (say_so.chain if say_so else ()) for voice in link.voices)
        return Facet(
            voices=frozenset(voices),
            outlet=self.outlet_of(report),
            language=report.language,
            places=frozenset(place_key(place) for place in self.places_in[statement.id]),
            days=self.days_of(statement),
            report=report.id,
            document=reading.document,
        )

    def days_of(self, statement: Statement) -> tuple[tuple[date, date], ...]:
        """Return the days a statement's events are put on, else those on which it was said; none when neither is known."""
        slots = (slot.ref for mention in statement.mentions for slot in mention.fillers(SlotName.TIME))
        times = [self.times[ref] for ref in slots if ref in self.times]
        days = [(t.earliest, t.latest) if t.earliest and t.latest else self.resolved.get(t.id) for t in times]
        told = tuple(pair for pair in days if pair and pair[0] and pair[1])
        say_so = self.say_so.get(statement.id)
        if told or say_so is None:
            return tuple((a, b) for a, b in told if a and b)
        first, last = say_so.said_earliest or say_so.said_latest, say_so.said_latest or say_so.said_earliest
        return ((first, last),) if first and last else ()

    @cached_property
    def _origin_by_statement(self) -> dict[str, list[Origin]]:
        found: dict[str, list[Origin]] = defaultdict(list)
        for origin in self.case.reconstruction.origins:
            for statement in origin.statements:
                found[statement].append(origin)
        return found

    def origins_of(self, statements: Iterable[str]) -> tuple[Origin, ...]:
        """Return the origins that statements have, sorted by id."""
        found = {origin.id: origin for one in statements for origin in self._origin_by_statement.get(one, ())}
        return tuple(found[key] for key in sorted(found))

    @cached_property
    def told_in(self) -> dict[str, list[tuple[Span, str]]]:
        """Document id → its statements as spans with ids, in the order of the text."""
        return {
            reading.document: sorted((statement.span, statement.id) for statement in reading.statements)
            for reading in self.case.readings
        }

    @cached_property
    def said_by(self) -> dict[str, list[str]]:
        """Voice → the statements of which it is the first voice."""
        found: dict[str, list[str]] = defaultdict(list)
        for say_so in self.case.reconstruction.say_so:
            for voice in say_so.chain[-1].voices if say_so.chain else ():
                found[voice].append(say_so.statement)
        return found

    @cached_property
    def lineage_of(self) -> dict[str, list[Lineage]]:
        """Document id → the passages it shares with others, in the order in which they stand in it."""
        found: dict[str, list[Lineage]] = defaultdict(list)
        for link in self.case.reconstruction.lineage:
            found[link.source.document].append(link)
            if link.target.document != link.source.document:
                found[link.target.document].append(link)
        return {
            key: sorted(links, key=lambda x: ((x.source if x.source.document == key else x.target).span, x.id))
            for key, links in found.items()
        }

    @staticmethod
    def days_in_words(earliest: date | None, latest: date | None) -> str:
        """Return an interval of days in words, "" when neither end is known."""
        return day_words(earliest, latest)

    def day_of(self, report: Report) -> str:
        """Return when a report was published, "" when that is not known."""
        dated = self.dates.get(report.id)
        return day_words(dated.earliest, dated.latest) if dated else ""

    def place_link(self, anchor: Anchor, record: str = "") -> PlaceLink:
        """Return where an anchor stands, with the address of its words."""
        if anchor.document not in self.readings:
            return PlaceLink(where=anchor.document, href="")
        span = anchor.span
        href = f"#/read/{record}" if record else f"#/read/{anchor.document}?at={span.start}-{span.end}"
        return PlaceLink(where=self.where(anchor.document, span), href=href)

    def cite(self, anchor: Anchor) -> Cite:
        """Return the words at an anchor and where they stand."""
        return Cite(words=self.words(anchor), place=self.place_link(anchor))

    def reasons(self, because: Iterable[Because]) -> list[Reason]:
        """Return reasons with the words they rest on."""
        return [self.reason(one) for one in dict.fromkeys(because)]

    def reason(self, because: Because) -> Reason:
        """Return one reason with the words it rests on."""
        words = [self.cite(anchor) for anchor in because.anchors[:MOST_WORDS]]
        return Reason(rule=because.rule.replace("-", " "), text=because.text, words=words)

    @cached_property
    def answered(self) -> dict[str, list[tuple[Question, str, str]]]:
        """Statement id → the questions it answers, with the answer's words and the manner: says, denies, takes for granted."""
        found: dict[str, list[tuple[Question, str, str]]] = defaultdict(list)
        for question in self.case.reconstruction.questions:
            for answer in question.answers:
                manners = (("says", answer.statements), ("denies", answer.denials), ("tells", answer.presupposed))
                for manner, ids in manners:
                    for statement in ids:
                        found[statement].append((question, answer.text.partition(": “")[0], manner))
        return found


def place_key(place: Place) -> str:
    """Return what places that are one share: the gazetteer's entry, else the name."""
    return f"{place.best.gazetteer}:{place.best.id}" if place.best else f"name:{place.name.casefold()}"


def _inside(reading: Reading, starts: list[int], spans: tuple[Span, ...]) -> list[Place]:
    found = []
    for span in spans:
        first = bisect_right(starts, span.start - 1)
        for place in reading.places[first:]:
            if place.span.start >= span.end:
                break
            if covers(span, place.span):
                found.append(place)
    return found
