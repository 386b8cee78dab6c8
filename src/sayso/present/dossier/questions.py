"""Question cards: answers side by side, each with its words and what stands behind it."""

from __future__ import annotations

from sayso.model.reconstruction import Answer, Question, Standing, State, Status
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.present.dossier.views import AnswerCard, Cited, QuestionCard, Why
from sayso.present.terminal.questions import STATES, STATUSES

__all__ = ["question_cards"]


def question_cards(index: DossierIndex) -> tuple[QuestionCard, ...]:
    """Return all questions, in the case's order."""
    return tuple(_card(index, n, question) for n, question in enumerate(index.case.reconstruction.questions, start=1))


def _card(index: DossierIndex, number: int, question: Question) -> QuestionCard:
    return QuestionCard(
        number=number,
        id=f"q-{question.id}",
        text=question.text,
        status=STATUSES[question.status],
        status_class="contested" if question.status is Status.CONTESTED else "calm",
        answers=tuple(_answer(index, answer) for answer in question.answers),
        why=_why(index, question),
    )


def _answer(index: DossierIndex, answer: Answer) -> AnswerCard:
    text, _, wordings = answer.text.partition(": “")
    standing = answer.standing
    return AnswerCard(
        text=text[:1].upper() + text[1:],
        wordings=tuple(part for part in wordings.rstrip("”").split("”, “") if part),
        state=STATES[answer.state],
        state_class={State.CORROBORATED: "strong", State.SINGLE_ORIGIN: "single"}.get(answer.state, "weak"),
        counts=_counts(standing),
        origins=_origins(standing),
        held_by=tuple(index.voice_label(v) for v in answer.voices),
        denied_by=tuple(index.voice_label(v) for v in standing.denied_by),
        said=_merged(index.cites(answer.statements)),
        denials=index.cites(answer.denials),
        taken=index.cites(answer.presupposed),
        first_said=day_words(standing.first_said, standing.first_said),
        last_said=day_words(standing.last_said, standing.last_said),
    )


def _merged(cited: tuple[Cited, ...]) -> tuple[Cited, ...]:
    """Put citations of one chain next to each other, in the order the chains first come."""
    order = {chain: n for n, chain in enumerate(dict.fromkeys(c.chain for c in cited))}
    return tuple(sorted(cited, key=lambda c: order[c.chain]))


def _counts(standing: Standing) -> tuple[str, ...]:
    pairs = (
        (standing.reports, "report"),
        (standing.texts, "text"),
        (standing.newsrooms, "newsroom"),
        (standing.voices, "voice"),
    )
    return tuple(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in pairs)


def _origins(standing: Standing) -> str:
    low, high = standing.origins_at_least, standing.origins_at_most
    if high == 0:
        return "no origin of its own"
    if low == high:
        return f"{low} origin{'' if low == 1 else 's'}"
    return f"at least {low}, at most {high} origins"


def _why(index: DossierIndex, question: Question) -> tuple[Why, ...]:
    names = {answer.id: answer.text.partition(": “")[0] for answer in question.answers}
    found: dict[tuple[str, str], Why] = {}
    for relation in question.relations:
        kind = relation.type.replace("-", " ")
        words = tuple(f"“{index.words(anchor)}”" for anchor in relation.because.anchors[:2])
        text = f"{names.get(relation.a, '')} / {names.get(relation.b, '')}: {kind}"
        found.setdefault((relation.because.rule, text), Why(relation.because.rule.replace("-", " "), text, words))
    return tuple(found.values())
