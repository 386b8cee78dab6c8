"""The reader's page: a document's text with everything marked, its statements, and what it shares with others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.reading import Reading
from sayso.model.reconstruction import Direction, Lineage
from sayso.model.statements import Backing, Polarity, Statement
from sayso.model.text import Anchor, Span
from sayso.present.dossier.cites import KINDS, tags_of
from sayso.present.dossier.stretches import stretches
from sayso.present.dossier.texts import about_report
from sayso.present.drifts import changes
from sayso.present.terminal.quotes import shorten
from sayso.server.contract.base import Piece, PlaceLink
from sayso.server.contract.reading import (
    Asked,
    MarkView,
    OriginalView,
    Page,
    Section,
    Shared,
    StatementView,
)
from sayso.server.index import AppIndex
from sayso.server.offsets import Units

__all__ = ["Found", "find", "focus_on", "page"]

AGAINST = frozenset({Polarity.DENIES, Polarity.DOUBTS})
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
MANNERS = {"says": "says so", "denies": "denies it", "tells": "takes it for granted, or tells it in its own voice"}


@dataclass(frozen=True, slots=True)
class Found:
    """What an id stands for: a document, and the place in it (None for the whole)."""

    reading: Reading
    span: Span | None = None
    record: str = ""


def find(index: AppIndex, record: str) -> Found | None:
    """Return what the id of a document, report or statement stands for, None when there is no such record."""
    if record in index.readings:
        return Found(index.readings[record])
    if record in index.reports:
        report = index.reports[record]
        reading = index.readings[report.document]
        alone = len(reading.reports) == 1
        return Found(reading, None if alone else report.spans[0], record)
    placed = index.statement(record)
    return Found(placed[1], placed[0].span, record) if placed else None


def page(index: AppIndex, found: Found) -> Page:
    """Return a document as the reader shows it."""
    reading, units = found.reading, Units(found.reading.text)
    place = index.ordered.index(reading)
    beside = [index.ordered[n] if 0 <= n < len(index.ordered) else None for n in (place - 1, place + 1)]
    marks = sorted(_marks(index, reading, units), key=lambda mark: (mark.start, -mark.end, mark.kind, mark.id))
    return Page(
        document=reading.document,
        name=reading.name,
        title=reading.claimed.title or "",
        url=reading.claimed.url or "",
        language=reading.language,
        text=reading.text,
        lines=[units.unit(start) for start in index.line_starts(reading.document)],
        sections=list(_sections(index, reading, units)),
        marks=marks,
        statements=[_statement(index, reading, statement, units) for statement in reading.statements],
        shared=[_shared(index, reading, link, units) for link in index.lineage_of.get(reading.document, ())],
        original=_original(index, reading),
        problems=[f"{p.what}; {p.consequence}" for p in index.case.problems if p.document == reading.document],
        focus=units.extent(found.span) if found.span else None,
        focus_id=found.record,
        previous=_beside(beside[0]),
        following=_beside(beside[1]),
    )


def _beside(reading: Reading | None) -> PlaceLink | None:
    return PlaceLink(where=reading.name, href=f"#/read/{reading.document}") if reading else None


def _sections(index: AppIndex, reading: Reading, units: Units) -> Iterator[Section]:
    numbers = {report.id: n for n, report in enumerate(reading.reports, start=1)}
    met: set[str] = set()
    for part in stretches(reading):
        heading = ""
        if part.report and len(numbers) > 1:
            heading = f"Report {numbers[part.report]} of {len(numbers)}" + (", continued" if part.report in met else "")
        report = index.reports.get(part.report)
        language = report.language if report else reading.language
        about = about_report(index, report) if report and part.report not in met else ""
        met.add(part.report)
        yield Section(
            start=units.unit(part.start),
            end=units.unit(part.end),
            report=part.report,
            heading=heading,
            about=about,
            folded=part.folded,
            language=language,
            dir="rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr",
        )


def _marks(index: AppIndex, reading: Reading, units: Units) -> Iterator[MarkView]:
    def mark(kind: str, span: Span, record: str, css: str = "", note: str = "") -> MarkView:
        extent = units.extent(span)
        return MarkView(kind=kind, css=css, start=extent.start, end=extent.end, id=record, note=note)

    for statement in reading.statements:
        css = KINDS[statement.backing] + (" against" if statement.polarity in AGAINST else "")
        note = _note(index, statement)
        yield from (mark("statement", span, statement.id, css, note) for span in statement.spans)
    for found in reading.attributions:
        yield from (mark("source", span, found.id) for span in found.source)
        yield from (mark("cue", span, found.id) for span in found.cue)
    for figure in reading.quantities:
        yield mark("figure", figure.span, figure.id, figure.act or "")
    for time in reading.times:
        days = index.resolved.get(time.id, (time.earliest, time.latest))
        yield mark("time", time.span, time.id, time.basis, index.days_in_words(*days))
    for place in reading.places:
        best = place.best
        told = ", ".join(part for part in (best.name, best.admin1, best.country_name) if part) if best else ""
        yield mark("place", place.span, place.id, "known" if best else "unknown", told or "in no gazetteer used here")
    for item in reading.boilerplate:
        yield mark("boilerplate", item.span, "", item.kind, item.because)
    for span, reason in index.demoted.get(reading.document, {}).items():
        yield mark("boilerplate", span, "", "repeated", reason)


def _note(index: AppIndex, statement: Statement) -> str:
    said = statement.backing is Backing.ATTRIBUTED
    return index.chain_line(statement) if said else index.first_voice(statement)


def _statement(index: AppIndex, reading: Reading, statement: Statement, units: Units) -> StatementView:
    say_so = index.say_so.get(statement.id)
    words = shorten(" … ".join(span.of(reading.text) for span in statement.spans), 400)
    return StatementView(
        id=statement.id,
        spans=[units.extent(span) for span in statement.spans],
        words=words,
        voice=index.speaker(statement),
        voices=list(say_so.chain[-1].voices) if say_so and say_so.chain else [],
        chain=list(index.via(statement)),
        backing=statement.backing,
        polarity=statement.polarity,
        certainty=statement.certainty,
        tags=list(tags_of(statement)),
        said=index.said(statement),
        line=index.line(reading.document, statement.span),
        asked=list(_asked(index, statement.id)),
        citation=_citation(index, reading, statement, words),
    )


def _asked(index: AppIndex, statement: str) -> Iterator[Asked]:
    for question, answer, manner in dict.fromkeys(index.answered.get(statement, ())):
        number, _ = index.whole.numbered[question.id]
        contested = question.status == "contested"
        yield Asked(
            id=question.id,
            number=number,
            text=question.text,
            contested=contested,
            answer=answer,
            manner=MANNERS[manner],
        )


def _citation(index: AppIndex, reading: Reading, statement: Statement, words: str) -> str:
    """Return a statement as one cites it: the words, who says them, where they stand."""
    report = index.reports[statement.report]
    source = ", ".join(part for part in (index.outlet_of(report), index.day_of(report)) if part)
    place = index.where(reading.document, statement.span)
    at = f"document {reading.document}, characters {statement.span.start}–{statement.span.end}"
    return f"“{words}” ({index.speaker(statement)}) — {source or 'outlet not named'}; {place}; {at}"


def _shared(index: AppIndex, reading: Reading, link: Lineage, units: Units) -> Shared:
    taken = link.target.document == reading.document
    here, there = (link.target, link.source) if taken else (link.source, link.target)
    report = index.reports[link.source_report if taken else link.target_report]
    return Shared(
        id=link.id,
        here=units.extent(here.span),
        there=Units(index.readings[there.document].text).extent(there.span),
        other=index.report_label(report),
        other_document=there.document,
        other_href=f"#/read/{report.id}",
        how=link.how.replace("-", " "),
        known=link.direction is Direction.KNOWN,
        taken=taken,
        changes=[
            (change.called, _words(index, change.drift.source), _words(index, change.drift.target))
            for change in changes([link])
        ],
    )


def _words(index: AppIndex, anchor: Anchor) -> list[Piece]:
    return [Piece(text=index.words(anchor), cited=True)]


def _original(index: AppIndex, reading: Reading) -> OriginalView | None:
    document = next((d for d in index.case.documents if d.id == reading.document), None)
    original = next((o for o in index.case.originals if document and o.id == document.original), None)
    if original is None:
        return None
    sources = dict.fromkeys(a.uri + (f" · {a.member}" if a.member else "") for a in original.acquisitions)
    return OriginalView(
        id=original.id,
        size=original.size,
        media_type=original.media_type,
        sources=list(sources),
        href=f"/api/originals/{original.id}",
    )


def focus_on(found: Found, start: int, end: int) -> Found:
    """Return the same document with a stretch of it, in code points, in focus; unchanged where it is not in the text."""
    inside = 0 <= start < end <= len(found.reading.text)
    return Found(found.reading, Span(start, end), found.record) if inside else found
