"""What was read in one document: attributions, statements, event mentions, values, persons."""

from __future__ import annotations

from itertools import zip_longest

from sayso.export.records.anchors import anchor, anchors, day, number, optional, reason
from sayso.export.wire import found as wire
from sayso.model.annotations import (
    Attribution,
    Candidate,
    EventMention,
    Person,
    Place,
    Quantity,
    Slot,
    SlotName,
    TimeExpr,
)
from sayso.model.reading import Reading
from sayso.model.reconstruction import ResolvedTime, SaySo, SaySoLink
from sayso.model.statements import Link, Statement
from sayso.model.text import Span

__all__ = [
    "attribution_record",
    "event_mention_record",
    "person_record",
    "place_record",
    "quantity_record",
    "statement_record",
    "time_record",
]


def attribution_record(document: str, found: Attribution) -> wire.AttributionRecord:
    """Return who says what by which words."""
    return {
        "record": "attribution",
        "id": found.id,
        "document": document,
        "start": found.span.start,
        "end": found.span.end,
        "report": found.report,
        "parent": found.parent,
        "source": anchors(document, found.source),
        "cue": anchors(document, found.cue),
        "content": anchors(document, found.content),
        "mode": found.mode,
        "engine": found.engine,
        "rule": found.rule,
        "made_by": found.made_by,
    }


def statement_record(document: str, statement: Statement, say_so: SaySo | None, line: str = "") -> wire.StatementRecord:
    """Return a statement with its chain: the anchors the document gives, the voices the case gives, and its `line`."""
    dated = say_so is not None and (say_so.said_earliest is not None or say_so.said_latest is not None)
    return {
        "record": "statement",
        "id": statement.id,
        "document": document,
        "start": statement.span.start,
        "end": statement.span.end,
        "report": statement.report,
        "spans": anchors(document, statement.spans),
        "attribution": statement.attribution,
        "backing": statement.backing,
        "chain": _chain(document, statement, say_so),
        "say_so": line,
        "polarity": statement.polarity,
        "certainty": statement.certainty,
        "marks": anchors(document, statement.marks),
        "basis": statement.basis,
        "tense": statement.tense,
        "about": (say_so.about if say_so else None) or statement.about,
        "said": {"earliest": day(say_so.said_earliest), "latest": day(say_so.said_latest)}
        if say_so and dated
        else None,
        "mentions": [_mention(document, mention) for mention in statement.mentions],
        "language": statement.language,
        "made_by": statement.made_by,
    }


def _chain(document: str, statement: Statement, say_so: SaySo | None) -> list[wire.Link]:
    """Join the two views of one chain link by link, from the first voice back: the case may know of more before it."""
    known = reversed(say_so.chain if say_so else ())
    links = [_link(document, link, case) for link, case in zip_longest(reversed(statement.chain), known)]
    return links[::-1]


def _link(document: str, link: Link | None, case: SaySoLink | None) -> wire.Link:
    link = link or Link()
    return {
        "voices": list(case.voices) if case else [],
        "label": case.label if case else "",
        "source": anchors(document, link.sources),
        "cue": optional(document, link.cue),
        "report": (case.report if case else None) or link.report,
        "medium": case.medium if case else None,
        "addressee": optional(document, link.addressee),
    }


def event_mention_record(document: str, statement: str, mention: EventMention) -> wire.EventMentionRecord:
    """Return an event mention on a line of its own."""
    return {
        "record": "eventmention",
        "document": document,
        "start": mention.span.start,
        "end": mention.span.end,
        "statement": statement,
        **_mention(document, mention),
    }


def _mention(document: str, mention: EventMention) -> wire.EventMentionFacts:
    return {
        "id": mention.id,
        "anchor": anchor(document, mention.span),
        "kind": mention.kind,
        "slots": _slots(document, mention),
        "fact": mention.fact,
        "refers_back": mention.refers_back,
    }


def _slots(document: str, mention: EventMention) -> wire.Slots:
    return {
        "agent": _fillers(document, mention, SlotName.AGENT),
        "target": _fillers(document, mention, SlotName.TARGET),
        "count": _fillers(document, mention, SlotName.COUNT),
        "place": _fillers(document, mention, SlotName.PLACE),
        "time": _fillers(document, mention, SlotName.TIME),
        "means": _fillers(document, mention, SlotName.MEANS),
        "reason": _fillers(document, mention, SlotName.REASON),
    }


def _fillers(document: str, mention: EventMention, name: SlotName) -> list[wire.Slot]:
    return [_slot(document, slot) for slot in mention.fillers(name)]


def _slot(document: str, slot: Slot) -> wire.Slot:
    return {
        "anchor": optional(document, slot.span),
        "value": slot.value,
        "ref": slot.ref,
        "from": slot.found,
        "unresolved": slot.unresolved,
    }


def quantity_record(reading: Reading, found: Quantity) -> wire.QuantityRecord:
    """Return a figure as said."""
    return {
        "record": "quantity",
        "id": found.id,
        "document": reading.document,
        "start": found.span.start,
        "end": found.span.end,
        "anchor": anchor(reading.document, found.span),
        "words": found.span.of(reading.text),
        "low": number(found.amount.low),
        "high": number(found.amount.high),
        "bound": found.amount.bound,
        "whole": anchor(reading.document, found.whole),
        "of": optional(reading.document, found.of),
        "group": found.group,
        "act": found.act,
        "window": found.window,
        "scope": found.scope,
        "part_of": found.part_of,
        "unit": found.unit,
    }


def time_record(reading: Reading, found: TimeExpr, resolved: ResolvedTime | None) -> wire.TimeExprRecord:
    """Return a time: as said, as read by itself, as resolved in the case."""
    return {
        "record": "timeexpr",
        "id": found.id,
        "document": reading.document,
        "start": found.span.start,
        "end": found.span.end,
        "anchor": anchor(reading.document, found.span),
        "words": found.span.of(reading.text),
        "timex": found.when.timex,
        "edtf": found.when.edtf,
        "earliest": day(found.earliest),
        "latest": day(found.latest),
        "granularity": found.when.granularity,
        "modifier": found.when.modifier,
        "basis": found.basis,
        "anchored_to": optional(reading.document, found.anchored_to),
        "resolved": _resolved(resolved) if resolved else None,
    }


def _resolved(resolved: ResolvedTime) -> wire.ResolvedDays:
    return {
        "earliest": resolved.earliest.isoformat(),
        "latest": resolved.latest.isoformat(),
        "because": reason(resolved.because),
    }


def place_record(reading: Reading, found: Place) -> wire.PlaceRecord:
    """Return a place with everything its words may mean."""
    return {
        "record": "place",
        "id": found.id,
        "document": reading.document,
        "start": found.span.start,
        "end": found.span.end,
        "anchor": anchor(reading.document, found.span),
        "words": found.span.of(reading.text),
        "name": found.name,
        "candidates": [_candidate(candidate) for candidate in found.candidates],
        "chosen": found.chosen,
        "relation": found.relation,
    }


def _candidate(candidate: Candidate) -> wire.Candidate:
    return {
        "gazetteer": candidate.gazetteer,
        "id": candidate.id,
        "name": candidate.name,
        "lat": candidate.lat,
        "lon": candidate.lon,
        "admin1": candidate.admin1,
        "country": candidate.country,
        "precision": candidate.precision,
        "score": candidate.score,
        "because": candidate.because,
    }


def person_record(reading: Reading, found: Person) -> wire.PersonRecord:
    """Return a single person harmed."""
    return {
        "record": "person",
        "id": found.id,
        "document": reading.document,
        "start": found.span.start,
        "end": found.span.end,
        "anchors": [anchor(reading.document, found.span)],
        "names": [_name(reading, span) for span in found.names],
        "age": found.age,
        "sex": found.sex,
        "status": found.status,
        "fate": found.fate,
    }


def _name(reading: Reading, span: Span) -> wire.Name:
    return {"text": span.of(reading.text), "anchors": [anchor(reading.document, span)]}
