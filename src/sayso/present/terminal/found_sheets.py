"""Sheets of what one document holds: documents, reports, statements, event mentions."""

from __future__ import annotations

from sayso.model.annotations import EventMention
from sayso.model.reading import Reading
from sayso.model.reports import PartKind, Report
from sayso.model.text import hull
from sayso.present.terminal.quotes import CaseIndex
from sayso.present.terminal.sheet import Sheet, facts, reasons

__all__ = ["document_sheet", "event_mention_sheet", "report_sheet", "statement_sheet"]


def document_sheet(index: CaseIndex, record_id: str) -> Sheet:
    """Return a document with its reports and statements."""
    reading = index.readings[record_id]
    return Sheet(
        "document",
        reading.document,
        reading.name,
        facts(
            language=reading.language,
            characters=len(reading.text),
            claimed_title=reading.claimed.title,
            claimed_date=reading.claimed.published,
            address=reading.claimed.url,
            statements=len(reading.statements),
            not_read=" / ".join(problem.what for problem in reading.problems),
        ),
        related=tuple(("report", report.id) for report in reading.reports),
        quotes=index.quotes(tuple(statement.id for statement in reading.statements)),
    )


def report_sheet(index: CaseIndex, record_id: str) -> Sheet:
    """Return a report with what it states of itself and the day the case gives it."""
    report = index.reports[record_id]
    reading = index.readings[report.document]
    dated = next((date for date in index.case.reconstruction.report_dates if date.report == record_id), None)
    return Sheet(
        "report",
        report.id,
        _report_name(report, reading),
        facts(
            document=f"{reading.name} ({reading.document})",
            place=index.place(report.document, hull(report.spans)),
            outlet=report.outlet.value if report.outlet else "not named",
            agency=report.agency.value if report.agency else "",
            byline=", ".join(name.value for name in report.byline),
            published=report.published.earliest if report.published else "not stated",
            dated=f"{dated.earliest or '…'} to {dated.latest or '…'} ({dated.basis})" if dated else "",
            stands_in=report.parent,
        ),
        because=reasons(index, dated.because) if dated else (),
        quotes=index.quotes(tuple(s.id for s in reading.statements if s.report == record_id)),
    )


def _report_name(report: Report, reading: Reading) -> str:
    headline = next((part.span.of(reading.text) for part in report.parts if part.kind is PartKind.HEADLINE), "")
    return headline or (f"report by {report.outlet.value}" if report.outlet else f"report in {reading.name}")


def statement_sheet(index: CaseIndex, record_id: str) -> Sheet:
    """Return a statement with its chain and what it speaks of."""
    found = index.statement(record_id)
    assert found is not None  # noqa: S101  known_ids named it
    statement, reading = found
    say_so = index.say_so.get(record_id)
    return Sheet(
        "statement",
        record_id,
        " … ".join(span.of(reading.text) for span in statement.spans),
        facts(
            place=index.place(reading.document, statement.span),
            voice=index.first_voice(statement),
            chain=index.chain_line(statement),
            backing=statement.backing,
            polarity=statement.polarity,
            certainty=statement.certainty,
            known_because=statement.basis,
            marked_by=", ".join(span.of(reading.text) for span in statement.marks),
            about=(say_so.about if say_so else None) or statement.about,
            said=f"{say_so.said_earliest or '…'} to {say_so.said_latest or '…'}"
            if say_so and say_so.said_latest
            else "",
            events="; ".join(_mention_words(reading, mention) for mention in statement.mentions),
        ),
        related=(("report", statement.report), *_answers_with(index, record_id)),
    )


def _answers_with(index: CaseIndex, statement: str) -> tuple[tuple[str, str], ...]:
    answers = (answer for question in index.case.reconstruction.questions for answer in question.answers)
    return tuple(("answer", a.id) for a in answers if statement in (*a.statements, *a.denials, *a.presupposed))


def _mention_words(reading: Reading, mention: EventMention) -> str:
    slots = [
        f"{slot.name}: {slot.span.of(reading.text) if slot.span else slot.value or slot.unresolved}"
        for slot in mention.slots
    ]
    return f"{mention.kind} “{mention.span.of(reading.text)}” ({', '.join([mention.fact.value, *slots])})"


def event_mention_sheet(index: CaseIndex, record_id: str) -> Sheet:
    """Return an event mention with the words of its roles."""
    found = ((s, r, m) for r in index.case.readings for s in r.statements for m in s.mentions if m.id == record_id)
    statement, reading, mention = next(found)
    place = index.place(reading.document, mention.span)
    return Sheet(
        "eventmention",
        record_id,
        _mention_words(reading, mention),
        facts(place=place),
        related=(("statement", statement.id),),
    )
