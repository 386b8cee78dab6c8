"""What follows from many documents (voices, lineage, events, origins, questions) and people's judgements."""

from __future__ import annotations

from sayso.export.records.anchors import anchor, anchored, day, reason, reasons
from sayso.export.wire import concluded as wire
from sayso.model.judgements import Judgement, JudgementState, Quoted, Target
from sayso.model.reconstruction import Answer, Drift, Event, Lineage, Origin, Question, Standing, ValueRelation, Voice
from sayso.present.counts import count_line

__all__ = [
    "answer_records",
    "event_record",
    "judgement_record",
    "lineage_record",
    "origin_record",
    "question_record",
    "voice_record",
]


def voice_record(voice: Voice) -> wire.VoiceRecord:
    """Return a voice with every spelling and place of its name."""
    return {
        "record": "voice",
        "id": voice.id,
        "label": voice.label,
        "names": [{"text": name.text, "anchors": anchored(name.anchors)} for name in voice.names],
        "kind": voice.kind,
        "named": voice.named,
        "roles": list(voice.roles),
        "side": voice.side,
        "speaks_for": voice.speaks_for,
        "protected": voice.protected,
        "candidates": list(voice.candidates),
        "because": reasons(voice.because),
    }


def lineage_record(lineage: Lineage) -> wire.LineageRecord:
    """Return which report took which passage from which."""
    source, target = lineage.source, lineage.target
    return {
        "record": "lineage",
        "id": lineage.id,
        "from": {"report": lineage.source_report, "span": anchor(source.document, source.span)},
        "to": {"report": lineage.target_report, "span": anchor(target.document, target.span)},
        "how": lineage.how,
        "direction": lineage.direction,
        "drift": [_drift(drift) for drift in lineage.drift],
        "because": reasons(lineage.because),
    }


def _drift(drift: Drift) -> wire.Drift:
    source, target = drift.source, drift.target
    return {
        "kind": drift.kind,
        "change": drift.change,
        "from": anchor(source.document, source.span),
        "to": anchor(target.document, target.span),
    }


def event_record(event: Event) -> wire.EventRecord:
    """Return one happening."""
    return {
        "record": "event",
        "id": event.id,
        "kind": event.kind,
        "label": event.label,
        "mentions": list(event.mentions),
        "statements": list(event.statements),
        "agents": list(event.agents),
        "targets": list(event.targets),
        "places": list(event.places),
        "earliest": day(event.earliest),
        "latest": day(event.latest),
        "parts": list(event.parts),
        "because": reasons(event.because),
    }


def origin_record(origin: Origin) -> wire.OriginRecord:
    """Return statements that count once."""
    return {
        "record": "origin",
        "id": origin.id,
        "statements": list(origin.statements),
        "because": reasons(origin.because),
    }


def question_record(question: Question) -> wire.QuestionRecord:
    """Return a question with its answers."""
    return {
        "record": "question",
        "id": question.id,
        "text": question.text,
        "slot": question.slot,
        "event": question.event,
        "answers": [_answer(answer) for answer in question.answers],
        "relations": [_relation(relation) for relation in question.relations],
        "status": question.status,
        "weight": question.weight,
        "would_decide": anchored(question.would_decide),
        "because": reasons(question.because),
    }


def answer_records(question: Question) -> list[wire.AnswerRecord]:
    """Return a question's answers on lines of their own."""
    return [{"record": "answer", "question": question.id, **_answer(answer)} for answer in question.answers]


def _answer(answer: Answer) -> wire.AnswerFacts:
    return {
        "id": answer.id,
        "value": answer.value,
        "text": answer.text,
        "statements": list(answer.statements),
        "voices": list(answer.voices),
        "denials": list(answer.denials),
        "presupposed": list(answer.presupposed),
        "drift": [{"lineage": carried.lineage, **_drift(carried.drift)} for carried in answer.drift],
        "standing": _standing(answer.standing),
        "state": answer.state,
    }


def _standing(standing: Standing) -> wire.Standing:
    return {
        "line": count_line(standing),
        "reports": standing.reports,
        "texts": standing.texts,
        "newsrooms": standing.newsrooms,
        "agencies": standing.agencies,
        "voices": standing.voices,
        "origins": {"at_least": standing.origins_at_least, "at_most": standing.origins_at_most},
        "denied_by": list(standing.denied_by),
        "first_said": day(standing.first_said),
        "last_said": day(standing.last_said),
        "because": reasons(standing.because),
    }


def _relation(relation: ValueRelation) -> wire.Relation:
    return {
        "a": relation.a,
        "b": relation.b,
        "type": relation.type,
        "about": relation.about,
        "because": reason(relation.because),
    }


def judgement_record(judgement: Judgement, state: str | None) -> wire.JudgementRecord:
    """Return one entry of the log and what became of it."""
    return {
        "record": "judgement",
        "id": judgement.id,
        "at": judgement.at,
        "by": judgement.by,
        "verdict": judgement.verdict,
        "target": _target(judgement.target) if judgement.target else None,
        "reason": judgement.reason,
        "undoes": judgement.undoes,
        "state": JudgementState(state) if state else None,
    }


def _target(target: Target) -> wire.Target:
    return {"kind": target.kind, "quotes": [_quoted(quoted) for quoted in target.quotes], "value": target.value}


def _quoted(quoted: Quoted) -> wire.QuotedAnchor:
    return {
        "anchor": anchor(quoted.anchor.document, quoted.anchor.span),
        "text_sha256": quoted.text_sha256,
        "quote": quoted.quote,
        "before": quoted.before,
        "after": quoted.after,
    }
