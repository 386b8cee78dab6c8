"""Sheets of what follows from many documents: voices, events, origins, lineage, questions, answers."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.reconstruction import Answer, Direction, Event, Lineage, Origin, Question, Voice
from sayso.present.counts import count_line
from sayso.present.drifts import changes
from sayso.present.terminal.changed import changed_lines
from sayso.present.terminal.questions import STATES, STATUSES, question_view
from sayso.present.terminal.quotes import CaseIndex
from sayso.present.terminal.sheet import Facts, Sheet, facts, places_of, reasons

__all__ = ["answer_sheet", "event_sheet", "lineage_sheet", "origin_sheet", "question_sheet", "voice_sheet"]


def voice_sheet(index: CaseIndex, record_id: str) -> Sheet:
    """Return a voice with its names and what it says."""
    voice: Voice = index.voices[record_id]
    said = (s.statement for s in index.case.reconstruction.say_so if s.chain and record_id in s.chain[-1].voices)
    return Sheet(
        "voice",
        record_id,
        index.voice_label(record_id),
        facts(
            kind=voice.kind,
            named="yes" if voice.named else "no",
            roles=", ".join(voice.roles),
            side=voice.side,
            speaks_for=voice.speaks_for,
            called="" if voice.protected else "; ".join(f"{n.text}{places_of(index, n.anchors)}" for n in voice.names),
            may_be=", ".join(map(index.voice_label, voice.candidates)),
        ),
        because=reasons(index, voice.because),
        quotes=index.quotes(tuple(said)),
    )


def event_sheet(index: CaseIndex, record_id: str) -> Sheet:
    """Return an event with the statements that tell of it."""
    event: Event = next(event for event in index.case.reconstruction.events if event.id == record_id)
    asked = (q for q in index.case.reconstruction.questions if q.event == record_id)
    return Sheet(
        "event",
        record_id,
        event.label,
        facts(
            kind=event.kind,
            by=", ".join(event.agents),
            to=", ".join(event.targets),
            at=", ".join(event.places),
            when=f"{event.earliest or '…'} to {event.latest or '…'}" if event.earliest or event.latest else "",
        ),
        because=reasons(index, event.because),
        quotes=index.quotes(event.statements),
        related=tuple(("question", question.id) for question in asked),
    )


def origin_sheet(index: CaseIndex, record_id: str) -> Sheet:
    """Return an origin with the statements that count as one."""
    origin: Origin = next(origin for origin in index.case.reconstruction.origins if origin.id == record_id)
    heading = f"one origin of {len(origin.statements)} statements"
    return Sheet(
        "origin", record_id, heading, because=reasons(index, origin.because), quotes=index.quotes(origin.statements)
    )


def lineage_sheet(index: CaseIndex, record_id: str) -> Sheet:
    """Return a shared passage with what changed on the way."""
    lineage: Lineage = next(one for one in index.case.reconstruction.lineage if one.id == record_id)
    source, target = lineage.source, lineage.target
    arrow = "→" if lineage.direction is Direction.KNOWN else "/"
    drift = [
        f"{c.called}: “{index.words(c.drift.source)}” {arrow} “{index.words(c.drift.target)}”"
        for c in changes((lineage,))
    ]
    return Sheet(
        "lineage",
        record_id,
        f"{index.place(source.document, source.span)} {arrow} {index.place(target.document, target.span)}",
        facts(changed_on_the_way="; ".join(drift))
        + facts(
            how=lineage.how,
            direction=lineage.direction,
            words=index.words(source),
            copy=index.words(target),
        ),
        because=reasons(index, lineage.because),
        related=(("report", lineage.source_report), ("report", lineage.target_report)),
    )


def question_sheet(index: CaseIndex, record_id: str) -> Sheet:
    """Return a question with how its answers compare."""
    question: Question = next(q for q in index.case.reconstruction.questions if q.id == record_id)
    view = question_view(index, 0, question)
    return Sheet(
        "question",
        record_id,
        question.text,
        (
            ("status", STATUSES[question.status]),
            *(("answers compared", words) for words in view.relations),
            *_changed(index, question.answers),
        ),
        because=reasons(index, question.because),
        related=(
            *((("event", question.event),) if question.event else ()),
            *(("answer", answer.id) for answer in question.answers),
        ),
    )


def answer_sheet(index: CaseIndex, record_id: str) -> Sheet:
    """Return an answer with its standing and words."""
    questions = index.case.reconstruction.questions
    question, answer = next((q, a) for q in questions for a in q.answers if a.id == record_id)
    return Sheet(
        "answer",
        record_id,
        answer.text,
        facts(
            question=question.text,
            standing=count_line(answer.standing),
            state=STATES[answer.state],
            held_by=_holders(index, answer),
        )
        + _changed(index, (answer,)),
        because=reasons(index, answer.standing.because),
        quotes=index.quotes((*answer.statements, *answer.denials, *answer.presupposed)),
        related=(("question", question.id),),
    )


def _changed(index: CaseIndex, answers: Iterable[Answer]) -> Facts:
    """Return what changed on the way, a fact each."""
    return tuple(("changed on the way", line) for line in changed_lines(index, answers))


def _holders(index: CaseIndex, answer: Answer) -> str:
    return ", ".join(index.labels(answer.voices)) or "no voice: only the reports themselves"
