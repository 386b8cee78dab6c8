"""Any record of a case in full, found by its id or the beginning of one: facts, reasons and the words it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sayso.model.annotations import EventMention
from sayso.model.reading import Reading
from sayso.model.reconstruction import Answer, Because, Event, Lineage, Origin, Question, Voice
from sayso.model.reports import Report
from sayso.model.text import Anchor, hull
from sayso.present.case import Case
from sayso.present.terminal.questions import STATES, STATUSES, question_view, standing_words
from sayso.present.terminal.quotes import CaseIndex, QuoteView

__all__ = ["Sheet", "find_sheet", "known_ids"]

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One record: its kind, a heading, facts as label and text, why it is so, and quotes."""

    kind: str
    id: str
    heading: str
    facts: Facts = ()
    because: tuple[str, ...] = ()
    quotes: tuple[QuoteView, ...] = ()
    related: tuple[tuple[str, str], ...] = field(default=())


def known_ids(case: Case, wanted: str) -> tuple[tuple[str, str], ...]:
    """Return kind and id of every record whose id is `wanted` or begins so; a small number means that question."""
    questions = case.reconstruction.questions
    if wanted.isdigit() and 1 <= int(wanted) <= len(questions) and len(wanted) < 4:
        return (("question", questions[int(wanted) - 1].id),)
    found = {(kind, record_id) for kind, record_id in _ids(case) if record_id.startswith(wanted)}
    exact = {item for item in found if item[1] == wanted}
    return tuple(sorted(exact or found))


def find_sheet(case: Case, kind: str, record_id: str) -> Sheet:
    """Return the sheet of a record that `known_ids` named."""
    return SHEETS[kind](CaseIndex(case), record_id)


def _ids(case: Case) -> Iterator[tuple[str, str]]:
    derived = case.reconstruction
    yield from (("document", reading.document) for reading in case.readings)
    for reading in case.readings:
        yield from (("report", report.id) for report in reading.reports)
        for statement in reading.statements:
            yield ("statement", statement.id)
            yield from (("eventmention", mention.id) for mention in statement.mentions)
    yield from (("voice", voice.id) for voice in derived.voices)
    yield from (("event", event.id) for event in derived.events)
    yield from (("origin", origin.id) for origin in derived.origins)
    yield from (("lineage", lineage.id) for lineage in derived.lineage)
    for question in derived.questions:
        yield ("question", question.id)
        yield from (("answer", answer.id) for answer in question.answers)


def _facts(**facts: object) -> Facts:
    """Keep the facts that are known; underscores in labels become spaces."""
    return tuple((label.replace("_", " "), str(value)) for label, value in facts.items() if value not in (None, "", ()))


def _reasons(index: CaseIndex, because: tuple[Because, ...]) -> tuple[str, ...]:
    return tuple(f"{one.text} ({one.rule}){_at(index, one.anchors)}" for one in because)


def _at(index: CaseIndex, anchors: tuple[Anchor, ...]) -> str:
    places = dict.fromkeys(index.place(anchor.document, anchor.span) for anchor in anchors)
    return f" — {', '.join(places)}" if places else ""


def _document(index: CaseIndex, record_id: str) -> Sheet:
    reading = index.readings[record_id]
    return Sheet(
        "document",
        reading.document,
        reading.name,
        _facts(
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


def _report(index: CaseIndex, record_id: str) -> Sheet:
    report = index.reports[record_id]
    reading = index.readings[report.document]
    dated = next((date for date in index.case.reconstruction.report_dates if date.report == record_id), None)
    return Sheet(
        "report",
        report.id,
        _report_name(report, reading),
        _facts(
            document=f"{reading.name} ({reading.document})",
            place=index.place(report.document, hull(report.spans)),
            outlet=report.outlet.value if report.outlet else "not named",
            agency=report.agency.value if report.agency else "",
            byline=", ".join(name.value for name in report.byline),
            published=report.published.earliest if report.published else "not stated",
            dated=f"{dated.earliest or '…'} to {dated.latest or '…'} ({dated.basis})" if dated else "",
            stands_in=report.parent,
        ),
        because=_reasons(index, dated.because) if dated else (),
        quotes=index.quotes(tuple(s.id for s in reading.statements if s.report == record_id)),
    )


def _report_name(report: Report, reading: Reading) -> str:
    headline = next((part.span.of(reading.text) for part in report.parts if part.kind == "headline"), "")
    return headline or (f"report by {report.outlet.value}" if report.outlet else f"report in {reading.name}")


def _statement(index: CaseIndex, record_id: str) -> Sheet:
    found = index.statement(record_id)
    assert found is not None  # noqa: S101  known_ids named it
    statement, reading = found
    say_so = index.say_so.get(record_id)
    return Sheet(
        "statement",
        record_id,
        " … ".join(span.of(reading.text) for span in statement.spans),
        _facts(
            place=index.place(reading.document, statement.span),
            voice=index.first_voice(statement),
            chain=" ← ".join(index.chain(statement)),
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


def _mention(index: CaseIndex, record_id: str) -> Sheet:
    found = ((s, r, m) for r in index.case.readings for s in r.statements for m in s.mentions if m.id == record_id)
    statement, reading, mention = next(found)
    place = index.place(reading.document, mention.span)
    return Sheet(
        "eventmention",
        record_id,
        _mention_words(reading, mention),
        _facts(place=place),
        related=(("statement", statement.id),),
    )


def _voice(index: CaseIndex, record_id: str) -> Sheet:
    voice: Voice = index.voices[record_id]
    said = (s.statement for s in index.case.reconstruction.say_so if s.chain and record_id in s.chain[-1].voices)
    return Sheet(
        "voice",
        record_id,
        index.voice_label(record_id),
        _facts(
            kind=voice.kind,
            named="yes" if voice.named else "no",
            roles=", ".join(voice.roles),
            side=voice.side,
            speaks_for=voice.speaks_for,
            called="" if voice.protected else "; ".join(f"{n.text}{_at(index, n.anchors)}" for n in voice.names),
            may_be=", ".join(map(index.voice_label, voice.candidates)),
        ),
        because=_reasons(index, voice.because),
        quotes=index.quotes(tuple(said)),
    )


def _event(index: CaseIndex, record_id: str) -> Sheet:
    event: Event = next(event for event in index.case.reconstruction.events if event.id == record_id)
    asked = (q for q in index.case.reconstruction.questions if q.event == record_id)
    return Sheet(
        "event",
        record_id,
        event.label,
        _facts(
            kind=event.kind,
            by=", ".join(event.agents),
            to=", ".join(event.targets),
            at=", ".join(event.places),
            when=f"{event.earliest or '…'} to {event.latest or '…'}" if event.earliest or event.latest else "",
        ),
        because=_reasons(index, event.because),
        quotes=index.quotes(event.statements),
        related=tuple(("question", question.id) for question in asked),
    )


def _origin(index: CaseIndex, record_id: str) -> Sheet:
    origin: Origin = next(origin for origin in index.case.reconstruction.origins if origin.id == record_id)
    heading = f"one origin of {len(origin.statements)} statements"
    return Sheet(
        "origin", record_id, heading, because=_reasons(index, origin.because), quotes=index.quotes(origin.statements)
    )


def _lineage(index: CaseIndex, record_id: str) -> Sheet:
    lineage: Lineage = next(one for one in index.case.reconstruction.lineage if one.id == record_id)
    source, target = lineage.source, lineage.target
    drift = [f"{d.kind}: “{index.words(d.source)}” → “{index.words(d.target)}”" for d in lineage.drift]
    return Sheet(
        "lineage",
        record_id,
        f"{index.place(source.document, source.span)} → {index.place(target.document, target.span)}",
        _facts(
            how=lineage.how,
            direction=lineage.direction,
            changed="; ".join(drift),
            words=index.words(source),
            copy=index.words(target),
        ),
        because=_reasons(index, lineage.because),
        related=(("report", lineage.source_report), ("report", lineage.target_report)),
    )


def _question(index: CaseIndex, record_id: str) -> Sheet:
    question: Question = next(q for q in index.case.reconstruction.questions if q.id == record_id)
    view = question_view(index, 0, question)
    return Sheet(
        "question",
        record_id,
        question.text,
        (("status", STATUSES[question.status]), *(("answers compared", words) for words in view.relations)),
        because=_reasons(index, question.because),
        related=(
            *((("event", question.event),) if question.event else ()),
            *(("answer", answer.id) for answer in question.answers),
        ),
    )


def _answer(index: CaseIndex, record_id: str) -> Sheet:
    questions = index.case.reconstruction.questions
    question, answer = next((q, a) for q in questions for a in q.answers if a.id == record_id)
    return Sheet(
        "answer",
        record_id,
        answer.text,
        _facts(
            question=question.text,
            standing=standing_words(answer.standing),
            state=STATES[answer.state],
            held_by=_holders(index, answer),
        ),
        because=_reasons(index, answer.standing.because),
        quotes=index.quotes((*answer.statements, *answer.denials, *answer.presupposed)),
        related=(("question", question.id),),
    )


def _holders(index: CaseIndex, answer: Answer) -> str:
    return ", ".join(map(index.voice_label, answer.voices)) or "no voice: only the reports themselves"


SHEETS: dict[str, Callable[[CaseIndex, str], Sheet]] = {
    "answer": _answer,
    "document": _document,
    "event": _event,
    "eventmention": _mention,
    "lineage": _lineage,
    "origin": _origin,
    "question": _question,
    "report": _report,
    "statement": _statement,
    "voice": _voice,
}
