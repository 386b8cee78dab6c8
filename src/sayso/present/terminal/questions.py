"""The questions of a case, numbered, each with its answers: who holds each, in which words, how far it is corroborated."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.reconstruction import Answer, Question, State, Status
from sayso.present.case import Case
from sayso.present.counts import count_line
from sayso.present.terminal.changed import changed_lines
from sayso.present.terminal.quotes import CaseIndex, QuoteView

__all__ = [
    "STATES",
    "STATUSES",
    "AnswerView",
    "QuestionView",
    "answer_view",
    "question_view",
    "questions_view",
]

STATES = {
    State.CORROBORATED: "at least two independent origins",
    State.SINGLE_ORIGIN: "one origin",
    State.OWN_VOICE_ONLY: "only in the reports' own voice",
    State.UNCLEAR: "origins unclear",
}
STATUSES = {
    Status.CONTESTED: "contested",
    Status.AGREED: "agreed",
    Status.SINGLE: "one answer only",
    Status.NOT_CHECKED: "not checked",
}


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer: `held_by` and `denied_by` are voices, `counts` a sentence, `quotes` one a voice and place. `changed` tells
    what changed on the way to or from the passages it draws on."""

    id: str
    text: str
    state: str
    counts: str
    held_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    quotes: tuple[QuoteView, ...]
    denials: tuple[QuoteView, ...]
    presupposed: tuple[QuoteView, ...]
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question; `number` is its place in the case's order, the same in every listing, counted from 1. `would_decide`
    are words of the texts that point to what would settle it."""

    number: int
    id: str
    text: str
    status: str
    contested: bool
    answers: tuple[AnswerView, ...]
    relations: tuple[str, ...]
    would_decide: tuple[str, ...] = ()


def questions_view(case: Case, *, every: bool = False) -> tuple[QuestionView, ...]:
    """Return the contested questions, weightiest first, or `every` question."""
    index = CaseIndex(case)
    numbered = enumerate(case.reconstruction.questions, start=1)
    return tuple(question_view(index, number, q) for number, q in numbered if every or q.status is Status.CONTESTED)


def question_view(index: CaseIndex, number: int, question: Question) -> QuestionView:
    """Return one question with its answers."""
    texts = {answer.id: answer.text for answer in question.answers}
    return QuestionView(
        number=number,
        id=question.id,
        text=question.text,
        status=STATUSES[question.status],
        contested=question.status is Status.CONTESTED,
        answers=tuple(answer_view(index, answer) for answer in question.answers),
        relations=tuple(
            f"“{texts.get(r.a, r.a)}” / “{texts.get(r.b, r.b)}”: {r.type.replace('-', ' ')} ({r.because.text})"
            for r in question.relations
        ),
        would_decide=tuple(f"“{index.words(anchor)}”" for anchor in question.would_decide),
    )


def answer_view(index: CaseIndex, answer: Answer) -> AnswerView:
    """Return one answer with its voices and words."""
    return AnswerView(
        id=answer.id,
        text=answer.text,
        state=STATES[answer.state],
        counts=count_line(answer.standing),
        held_by=index.labels(answer.voices),
        denied_by=index.labels(answer.standing.denied_by),
        quotes=index.quotes(answer.statements),
        denials=index.quotes(answer.denials),
        presupposed=index.quotes(answer.presupposed),
        changed=changed_lines(index, (answer,)),
    )
