"""All records of a case, in the one order of the export: kind, document, start, id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from sayso.export.records import concluded, found, pages
from sayso.export.wire.concluded import ExportRecord
from sayso.model.reports import Boilerplate, BoilerplateKind
from sayso.present.case import Case
from sayso.present.terminal import CaseIndex

__all__ = ["export_records"]


def export_records(case: Case) -> Iterator[ExportRecord]:
    """Yield every record of the case, one kind at a time, so that only one kind is held in memory."""
    for kind in sorted(KINDS):
        yield from sorted(KINDS[kind](case), key=_order)


def _order(record: Mapping[str, object]) -> tuple[str, int, str]:
    """Where a record stands, as far as its own fields tell; those that stand in no single document go by id."""
    start = record.get("start")
    identity = record.get("id") or [record.get("where"), record.get("what"), record.get("end")]
    return (str(record.get("document") or ""), start if isinstance(start, int) else 0, str(identity))


def _originals(case: Case) -> Iterator[ExportRecord]:
    return map(pages.original_record, case.originals)


def _documents(case: Case) -> Iterator[ExportRecord]:
    readings = {reading.document: reading for reading in case.readings}
    for document in case.documents:
        reading = readings.get(document.id)
        language = reading.language if reading else "und"
        yield pages.document_record(
            document, language=language, problems=reading.problems if reading else document.problems
        )


def _reports(case: Case) -> Iterator[ExportRecord]:
    dates = {date.report: date for date in case.reconstruction.report_dates}
    return (
        pages.report_record(report, dates.get(report.id)) for reading in case.readings for report in reading.reports
    )


def _boilerplate(case: Case) -> Iterator[ExportRecord]:
    read = (
        pages.boilerplate_record(reading.document, item) for reading in case.readings for item in reading.boilerplate
    )
    repeats = (
        pages.boilerplate_record(item.document, Boilerplate(item.span, BoilerplateKind.OTHER, item.because.text))
        for item in case.reconstruction.demotions
    )
    return chain(read, repeats)


def _attributions(case: Case) -> Iterator[ExportRecord]:
    return (
        found.attribution_record(reading.document, item) for reading in case.readings for item in reading.attributions
    )


def _statements(case: Case) -> Iterator[ExportRecord]:
    index = CaseIndex(case)
    return (
        found.statement_record(r.document, statement, index.say_so.get(statement.id), index.chain_line(statement))
        for r in case.readings
        for statement in r.statements
    )


def _event_mentions(case: Case) -> Iterator[ExportRecord]:
    return (
        found.event_mention_record(reading.document, statement.id, mention)
        for reading in case.readings
        for statement in reading.statements
        for mention in statement.mentions
    )


def _quantities(case: Case) -> Iterator[ExportRecord]:
    return (found.quantity_record(reading, item) for reading in case.readings for item in reading.quantities)


def _times(case: Case) -> Iterator[ExportRecord]:
    resolved = {time.time: time for time in case.reconstruction.resolved_times}
    return (
        found.time_record(reading, item, resolved.get(item.id)) for reading in case.readings for item in reading.times
    )


def _places(case: Case) -> Iterator[ExportRecord]:
    return (found.place_record(reading, item) for reading in case.readings for item in reading.places)


def _persons(case: Case) -> Iterator[ExportRecord]:
    return (found.person_record(reading, item) for reading in case.readings for item in reading.persons)


def _answers(case: Case) -> Iterator[ExportRecord]:
    return (answer for question in case.reconstruction.questions for answer in concluded.answer_records(question))


def _judgements(case: Case) -> Iterator[ExportRecord]:
    states = dict(case.reconstruction.judged)
    return (concluded.judgement_record(judgement, states.get(judgement.id)) for judgement in case.judgements)


KINDS: dict[str, Callable[[Case], Iterator[ExportRecord]]] = {
    "answer": _answers,
    "attribution": _attributions,
    "boilerplate": _boilerplate,
    "document": _documents,
    "event": lambda case: map(concluded.event_record, case.reconstruction.events),
    "eventmention": _event_mentions,
    "judgement": _judgements,
    "lineage": lambda case: map(concluded.lineage_record, case.reconstruction.lineage),
    "origin": lambda case: map(concluded.origin_record, case.reconstruction.origins),
    "original": _originals,
    "person": _persons,
    "place": _places,
    "problem": lambda case: map(pages.problem_record, case.problems),
    "quantity": _quantities,
    "question": lambda case: map(concluded.question_record, case.reconstruction.questions),
    "report": _reports,
    "statement": _statements,
    "timeexpr": _times,
    "voice": lambda case: map(concluded.voice_record, case.reconstruction.voices),
}
