"""Question cards: answers side by side, each with its words and what stands behind it."""

from __future__ import annotations

from sayso.model.reconstruction import Answer, Question, Standing, State, Status
from sayso.model.statements import Backing
from sayso.model.text import Anchor, overlaps
from sayso.present.counts import count_parts, count_reasons
from sayso.present.dossier import limits
from sayso.present.dossier.cites import gather
from sayso.present.dossier.feeds import changed_of
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.present.dossier.limits import plural
from sayso.present.dossier.views import AnswerCard, Holder, Origins, QuestionCard, Why
from sayso.present.terminal.questions import STATUSES
from sayso.present.terminal.quotes import OWN_VOICE

__all__ = ["not_asserted", "question_card"]

MOST_MARKS = 12
MOST_WORDINGS = 5
MOST_REASONS = 12
MANY = 3  # answers; more of them stand in narrow columns
CSS = {State.CORROBORATED: "strong", State.SINGLE_ORIGIN: "single"}


def question_card(index: DossierIndex, number: int, question: Question) -> QuestionCard:
    """Return one question; `number` is its place in the case's order."""
    shown = limits.SHOWN if len(question.answers) <= MANY else limits.SHOWN_AMONG_MANY
    return QuestionCard(
        number=number,
        id=f"q-{question.id}",
        text=question.text,
        status=STATUSES[question.status],
        contested=question.status is Status.CONTESTED,
        answers=tuple(_answer(index, answer, shown) for answer in question.answers),
        why=_why(index, question),
        would_decide=tuple(f"“{index.words(anchor)}”" for anchor in question.would_decide),
    )


def _answer(index: DossierIndex, answer: Answer, shown: int) -> AnswerCard:
    text, _, wordings = answer.text.partition(": “")
    standing = answer.standing
    taken, own = not_asserted(index, answer)
    few = 2 if answer.statements else shown
    changed, changed_more = changed_of(index, answer)
    return AnswerCard(
        text=text[:1].upper() + text[1:],
        wordings=tuple(part for part in wordings.rstrip("”").split("”, “") if part)[:MOST_WORDINGS],
        origins=_origins(standing, answer.state),
        counts=count_parts(standing),
        held_by=index.holders(answer.voices),
        denied_by=index.holders(standing.denied_by),
        taken_by=_takers(index, taken, answer),
        own=_own(index, [*answer.statements, *own]),
        said=gather(index, answer.statements, shown=shown),
        denials=gather(index, answer.denials, kind="against", shown=shown),
        taken=gather(index, taken, kind="taken", shown=few),
        own_words=gather(index, own, shown=0 if answer.statements or taken else shown),
        first_said=day_words(standing.first_said, standing.first_said),
        last_said=day_words(standing.last_said, standing.last_said),
        counted=tuple(because.text for because in count_reasons(standing)),
        changed=changed,
        changed_more=changed_more,
    )


def not_asserted(index: DossierIndex, answer: Answer) -> tuple[list[str], list[str]]:
    """Part what nobody asserts into what a voice takes for granted and what the reports tell by themselves."""
    taken: list[str] = []
    own: list[str] = []
    for statement_id in answer.presupposed:
        found = index.statement(statement_id)
        if found:
            by_voice = found[0].backing is not Backing.OWN_VOICE and index.speaker(found[0]) != OWN_VOICE
            (taken if by_voice else own).append(statement_id)
    return taken, own


def _takers(index: DossierIndex, taken: list[str], answer: Answer) -> tuple[Holder, ...]:
    """Return the voices that take an answer for granted, as far as they are known, and do not also assert it."""
    holders = frozenset(map(index.voice_label, answer.voices))
    voices: dict[str, None] = {}
    for statement_id in taken:
        say_so = index.say_so.get(statement_id)
        voices.update(dict.fromkeys(say_so.chain[-1].voices if say_so and say_so.chain else ()))
    return index.holders(voice for voice in voices if index.voice_label(voice) not in holders)


def _own(index: DossierIndex, statements: list[str]) -> str:
    """Say by how many reports it is told with nobody else behind it, "" when by none."""
    found = filter(None, map(index.statement, statements))
    reports = {statement.report for statement, _ in found if statement.backing is Backing.OWN_VOICE}
    whose = "its" if len(reports) == 1 else "their"
    return f"told by {plural(len(reports), 'report')} in {whose} own voice" if reports else ""


def _origins(standing: Standing, state: State) -> Origins:
    low, high = standing.origins_at_least, standing.origins_at_most
    full = min(low, MOST_MARKS - (high > low))
    marks = "●" * full + "○" * (min(high, MOST_MARKS) - full)
    if high == 0:
        return Origins("No origin: only the reports themselves tell it", "none", "–", "weak")
    most = f"at most {plural(high, 'origin')}"
    words = plural(low, "origin") if low == high else f"At least {low}, {most}" if low else most.capitalize()
    return Origins(words, str(low) if low == high else f"{low} to {high}", marks, CSS.get(state, "weak"))


def _why(index: DossierIndex, question: Question) -> tuple[Why, ...]:
    answers = {answer.id: answer for answer in question.answers}
    names = {answer.id: answer.text.partition(": “")[0] for answer in question.answers}
    found: dict[tuple[str, str], Why] = {}
    for relation in question.relations:
        kind = relation.type.replace("-", " ")
        sides = (answers.get(relation.a), answers.get(relation.b))
        anchors = dict.fromkeys(_anchor_of(index, side, relation.because.anchors) for side in sides)
        words = tuple(f"“{index.words(anchor)}”" for anchor in anchors if anchor)
        text = f"{names.get(relation.a, '')} / {names.get(relation.b, '')}: {kind}"
        found.setdefault((relation.because.rule, text), Why(relation.because.rule.replace("-", " "), text, words))
    return tuple(found.values())[:MOST_REASONS]


def _anchor_of(index: DossierIndex, answer: Answer | None, anchors: tuple[Anchor, ...]) -> Anchor | None:
    """Return the first anchor of a relation that stands in a statement of one of its two answers."""
    own = (*answer.statements, *answer.denials, *answer.presupposed) if answer else ()
    places = {(f[1].document, s) for i in own if (f := index.statement(i)) for s in (*f[0].spans, f[0].span)}
    return next((a for a in anchors if any(d == a.document and overlaps(s, a.span) for d, s in places)), None)
