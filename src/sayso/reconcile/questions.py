"""Choose, weigh and order the questions; make their answers. Contested questions on much-told events come first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from sayso.link.corpus import Corpus
from sayso.link.judgements import Decisions
from sayso.link.origins import Origins
from sayso.link.voices import Voices
from sayso.model.ids import cluster_id, derived_id
from sayso.model.reconstruction import (
    Answer,
    Event,
    Lineage,
    Question,
    QuestionSlot,
    RelationType,
    ReportDate,
    ResolvedTime,
    SaySo,
    Status,
    ValueRelation,
)
from sayso.model.text import Anchor
from sayso.reconcile.began import ask_how_it_began
from sayso.reconcile.changed import changed_accounts
from sayso.reconcile.claims import ask_claims
from sayso.reconcile.contrary import ask_contrary
from sayso.reconcile.counts import ask_how_many
from sayso.reconcile.decide import would_decide
from sayso.reconcile.draft import DraftAnswer, DraftQuestion
from sayso.reconcile.evidence import Evidence
from sayso.reconcile.forces import ask_forces
from sayso.reconcile.how import ask_how
from sayso.reconcile.limits import ask_limits
from sayso.reconcile.phrasing import told_apart
from sayso.reconcile.setting import Settings
from sayso.reconcile.standing import stand, state_of
from sayso.reconcile.still import ask_still
from sayso.reconcile.taken import ask_when_taken
from sayso.reconcile.where_when import ask_where_and_when
from sayso.reconcile.whether import ask_whether
from sayso.reconcile.who import ask_who
from sayso.reconcile.whom import ask_whom
from sayso.reconcile.why import ask_why

__all__ = ["find_questions"]

SIDE_BY_SIDE = frozenset({QuestionSlot.WHY, QuestionSlot.HOW})


def find_questions(
    corpus: Corpus,
    decisions: Decisions,
    voices: Voices,
    say_so: tuple[SaySo, ...],
    events: tuple[Event, ...],
    origins: Origins,
    dates: tuple[ReportDate, ...],
    lineage: tuple[Lineage, ...],
    resolved: tuple[ResolvedTime, ...] = (),
) -> tuple[Question, ...]:
    """Return the questions the statements raise, weightiest first; rejected ones are left out."""
    evidence = Evidence(
        corpus,
        decisions,
        voices,
        events,
        origins,
        {s.statement: s for s in say_so},
        {d.report: d for d in dates},
        lineage,
        {r.time: r for r in resolved},
    )
    settings = Settings(evidence)
    drafts = _without_echoes([draft for event in events for draft in _ask(evidence, event, settings)])
    drafts += ask_where_and_when(evidence)
    drafts += ask_whom(evidence)
    drafts += ask_why(evidence, settings)
    drafts += ask_still(evidence, settings)
    drafts += ask_forces(evidence, settings)
    drafts += ask_limits(evidence, settings)
    drafts += ask_when_taken(evidence, settings)
    drafts += ask_how_it_began(evidence, settings)
    covered = {s for d in drafts if d.slot is QuestionSlot.WHETHER for a in d.answers for s in a.every()}
    drafts += ask_claims(evidence, covered)
    drafts += ask_contrary(evidence, {s for d in drafts for a in d.answers for s in a.statements})
    questions = [_question(evidence, draft) for draft in told_apart(evidence, drafts)]
    kept = [q for q in questions if not _is_rejected(decisions, q, evidence)]
    return tuple(sorted(_unique(kept), key=lambda q: (-q.weight, q.id)))


def _without_echoes(drafts: list[DraftQuestion]) -> list[DraftQuestion]:
    """Drop who attacked or fired where who killed is asked of the same statements: it is the same dispute."""
    killed = {
        s
        for d in drafts
        if d.slot is QuestionSlot.WHO and d.event and d.event.kind == "kill"
        for a in d.answers
        for s in (*a.every(), *a.denials)
    }
    return [d for d in drafts if not (_is_echo(d) and killed & {s for a in d.answers for s in a.every()})]


def _is_echo(draft: DraftQuestion) -> bool:
    return (
        draft.slot is QuestionSlot.WHO and draft.event is not None and draft.event.kind in {"attack", "fire", "wound"}
    )


def _ask(evidence: Evidence, event: Event, settings: Settings) -> Iterator[DraftQuestion]:
    who, number = ask_who(evidence, event), ask_how_many(evidence, event, settings)
    for draft in (who, number, ask_whether(evidence, event, settings), ask_how(evidence, event)):
        if draft:
            yield draft


def _question(evidence: Evidence, draft: DraftQuestion) -> Question:
    question_id = _question_id(evidence, draft)
    answers = tuple(_answer(evidence, question_id, answer) for answer in draft.answers)
    ids = {d.value: a.id for d, a in zip(draft.answers, answers, strict=True)}
    relations = tuple(ValueRelation(ids[r.a], ids[r.b], r.type, r.about, r.because) for r in draft.relations)
    status = _status(answers, relations, draft.slot)
    return Question(
        id=question_id,
        text=draft.text,
        slot=draft.slot,
        event=draft.event.id if draft.event else None,
        answers=tuple(sorted(answers, key=_answer_order)) if draft.slot is not QuestionSlot.HOW_MANY else answers,
        relations=relations,
        status=status,
        weight=_weight(draft, answers, status),
        would_decide=_would_decide(evidence, answers) if status is Status.CONTESTED else (),
        because=(*draft.because, *changed_accounts(evidence, answers, relations)),
    )


def _would_decide(evidence: Evidence, answers: Iterable[Answer]) -> tuple[Anchor, ...]:
    return would_decide(evidence, (s for a in answers for s in (*a.statements, *a.denials, *a.presupposed)))


def _question_id(evidence: Evidence, draft: DraftQuestion) -> str:
    if draft.event:
        anchors = [evidence.corpus.anchor(m, evidence.corpus.mentions[m].span) for m in draft.event.mentions]
    else:
        anchors = [draft.anchor] if draft.anchor else []
    return cluster_id(f"question-{draft.slot.value}", anchors)


def _answer(evidence: Evidence, question_id: str, draft: DraftAnswer) -> Answer:
    standing = stand(evidence, draft)
    return Answer(
        id=derived_id("answer", question_id, draft.value),
        value=draft.value,
        text=draft.text,
        statements=tuple(draft.statements),
        standing=standing,
        state=state_of(draft, standing),
        voices=evidence.voices_of(draft.statements),
        denials=tuple(draft.denials),
        presupposed=tuple(s for s in draft.presupposed if s not in draft.statements),
        drift=evidence.drift_upon.of((*draft.statements, *draft.denials, *draft.presupposed)),
    )


def _answer_order(answer: Answer) -> tuple[int, int, str]:
    return (-answer.standing.origins_at_most, -answer.standing.reports, answer.value)


def _status(answers: tuple[Answer, ...], relations: tuple[ValueRelation, ...], slot: QuestionSlot) -> Status:
    """Contested where attributed answers conflict or one is denied; fail closed where values could not be compared."""
    backed = {a.id for a in answers if a.statements}
    conflicts = any(r.type is RelationType.CONFLICTS and {r.a, r.b} <= backed for r in relations)
    if conflicts or any(a.denials for a in answers):
        return Status.CONTESTED
    if any(r.type is RelationType.NOT_COMPARABLE for r in relations):
        return Status.NOT_CHECKED
    if slot in SIDE_BY_SIDE:  # two reasons that can both hold are no agreement
        return Status.AGREED if any(a.standing.origins_at_least > 1 for a in answers) else Status.SINGLE
    return Status.AGREED if sum(a.standing.origins_at_most for a in answers) > 1 else Status.SINGLE


def _weight(draft: DraftQuestion, answers: tuple[Answer, ...], status: Status) -> float:
    """Order questions by origins, by how many reports tell the event, and by slot; contested ones come first."""
    origins = sum(a.standing.origins_at_least for a in answers) + 0.5 * sum(a.standing.origins_at_most for a in answers)
    reports = max((a.standing.reports for a in answers), default=0) + 0.5 * sum(a.standing.reports for a in answers)
    contested = 3.0 if status is Status.CONTESTED else 1.0
    return round(draft.interest * contested * (1 + math.log1p(origins)) * (1 + math.log1p(reports)), 4)


def _is_rejected(decisions: Decisions, question: Question, evidence: Evidence) -> bool:
    rejected: Iterable[Anchor] = decisions.rejected.get("question", frozenset())
    if not rejected or question.event is None:
        return False
    mentions = {e.id: e.mentions for e in evidence.events}[question.event]
    anchors = {evidence.corpus.anchor(m, evidence.corpus.mentions[m].span) for m in mentions}
    return any(anchor in anchors for anchor in rejected)


def _unique(questions: list[Question]) -> list[Question]:
    return list({q.id: q for q in questions}.values())
