"""Questions: rows for cards and lists, and one question with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model.reconstruction import Answer, Question, QuestionSlot, State, Status
from sayso.model.statements import Backing
from sayso.present.counts import count_parts
from sayso.present.dossier import limits
from sayso.present.dossier.cites import gather
from sayso.present.dossier.feeds import changed_of
from sayso.present.dossier.figures import figure_table
from sayso.present.dossier.index import day_words
from sayso.present.dossier.limits import plural
from sayso.present.dossier.questions import not_asserted
from sayso.present.terminal.questions import STATES, STATUSES
from sayso.server.contract.base import Citations, Drifted, PlaceLink
from sayso.server.contract.questions import (
    AnswerLine,
    AnswerView,
    FigureTable,
    Holder,
    Origins,
    OriginView,
    QuestionRow,
    Questions,
    QuestionView,
    RelationView,
)
from sayso.server.index import AppIndex

__all__ = ["question_row", "question_view", "questions"]

STRENGTH = {State.CORROBORATED: "strong", State.SINGLE_ORIGIN: "single"}
MOST_ANSWERS = 4  # on a card
MOST_WORDINGS = 5
MOST_RELATIONS = 40
MOST_ORIGINS = 24
MOST_PLACES = 6


def questions(
    index: AppIndex, *, status: str = "", slot: str = "", words: str = "", start: int = 0, most: int = 30
) -> Questions:
    """Return the questions that are asked for, weightiest first."""
    found = [
        (index.whole.numbered[question.id][0], question)
        for question in index.case.reconstruction.questions
        if status in ("", question.status) and slot in ("", question.slot) and _holds(question, words)
    ]
    return Questions(
        total=len(found),
        contested=sum(question.status is Status.CONTESTED for _, question in found),
        items=[question_row(index, number, question) for number, question in found[start : start + most]],
        next=start + most if start + most < len(found) else None,
    )


def _holds(question: Question, words: str) -> bool:
    texts = " ".join((question.text, *(answer.text for answer in question.answers))).casefold()
    return all(word in texts for word in words.casefold().split())


def question_row(index: AppIndex, number: int, question: Question) -> QuestionRow:
    """Return a question as a card shows it."""
    return QuestionRow(
        number=number,
        id=question.id,
        text=question.text,
        slot=question.slot,
        status=STATUSES[question.status],
        contested=question.status is Status.CONTESTED,
        answers=[_line(index, answer) for answer in question.answers[:MOST_ANSWERS]],
        answers_more=max(0, len(question.answers) - MOST_ANSWERS),
    )


def _line(index: AppIndex, answer: Answer) -> AnswerLine:
    return AnswerLine(
        id=answer.id,
        text=_heading(answer),
        origins=_origins(answer),
        held_by=list(index.labels(answer.voices)),
        denied_by=list(index.labels(answer.standing.denied_by)),
        own=_own(index, (*answer.statements, *answer.presupposed)),
    )


def _heading(answer: Answer) -> str:
    text = answer.text.partition(": “")[0]
    return text[:1].upper() + text[1:]


def _origins(answer: Answer) -> Origins:
    low, high = answer.standing.origins_at_least, answer.standing.origins_at_most
    most = f"at most {plural(high, 'origin')}"
    words = plural(low, "origin") if low == high else f"at least {low}, {most}" if low else most
    return Origins(
        words=words if high else "no origin: only the reports themselves tell it",
        short=(str(low) if low == high else f"{low} to {high}") if high else "none",
        at_least=low,
        at_most=high,
        strength=STRENGTH.get(answer.state, "weak"),
    )


def _own(index: AppIndex, statements: Iterable[str]) -> str:
    """Say by how many reports it is told with nobody else behind it, "" when by none."""
    found = filter(None, map(index.statement, statements))
    reports = {statement.report for statement, _ in found if statement.backing is Backing.OWN_VOICE}
    whose = "its" if len(reports) == 1 else "their"
    return f"told by {plural(len(reports), 'report')} in {whose} own voice" if reports else ""


def question_view(index: AppIndex, question: Question) -> QuestionView:
    """Return one question with all that is known of it."""
    number, _ = index.whole.numbered[question.id]
    every = index.whole.case.reconstruction.questions
    names = {answer.id: _heading(answer) for answer in question.answers}
    related = [r for r in question.relations if r.a in names and r.b in names]
    return QuestionView(
        number=number,
        id=question.id,
        text=question.text,
        slot=question.slot,
        status=STATUSES[question.status],
        contested=question.status is Status.CONTESTED,
        event=question.event or "",
        answers=[_answer(index, answer) for answer in question.answers],
        relations=[
            RelationView(
                a=r.a,
                b=r.b,
                a_text=names[r.a],
                b_text=names[r.b],
                type=r.type.replace("-", " "),
                about=r.about,
                because=index.reason(r.because),
            )
            for r in related[:MOST_RELATIONS]
        ],
        relations_more=max(0, len(related) - MOST_RELATIONS),
        would_decide=[index.cite(anchor) for anchor in question.would_decide],
        figures=_figures(index, question),
        because=index.reasons(question.because),
        previous=every[number - 2].id if number > 1 else None,
        following=every[number].id if number < len(every) else None,
    )


def _figures(index: AppIndex, question: Question) -> FigureTable | None:
    if question.slot is not QuestionSlot.HOW_MANY:
        return None
    table = figure_table(index, question)
    return FigureTable.model_validate(table) if table.rows else None


def _answer(index: AppIndex, answer: Answer) -> AnswerView:
    wordings = answer.text.partition(": “")[2]
    taken, own = not_asserted(index, answer)
    standing = answer.standing
    changed, changed_more = changed_of(index, answer)
    return AnswerView(
        id=answer.id,
        text=_heading(answer),
        wordings=[part for part in wordings.rstrip("”").split("”, “") if part][:MOST_WORDINGS],
        state=STATES[answer.state],
        origins=_origins(answer),
        counts=list(count_parts(standing)),
        held_by=_holders(index, answer.voices),
        denied_by=_holders(index, standing.denied_by),
        taken_by=_takers(index, taken, answer),
        own=_own(index, [*answer.statements, *own]),
        said=_cited(index, answer.statements),
        denials=_cited(index, answer.denials, "against"),
        taken=_cited(index, taken, "taken", 2 if answer.statements else limits.SHOWN),
        own_words=_cited(index, own, "", 0 if answer.statements or taken else limits.SHOWN),
        first_said=day_words(standing.first_said, standing.first_said),
        last_said=day_words(standing.last_said, standing.last_said),
        origin_list=_origin_list(index, answer),
        because=index.reasons(standing.because),
        changed=[Drifted.model_validate(change) for change in changed],
        changed_more=changed_more,
    )


def _cited(index: AppIndex, ids: Sequence[str], kind: str = "", shown: int = limits.SHOWN) -> Citations:
    return Citations.model_validate(gather(index, ids, kind=kind, shown=shown))


def _holders(index: AppIndex, voice_ids: Iterable[str]) -> list[Holder]:
    """Return voices, those of one label together."""
    found: dict[str, list[str]] = {}
    for voice in voice_ids:
        found.setdefault(index.voice_label(voice), []).append(voice)
    return [Holder(label=label, detail=index.holders(ids)[0].detail, voices=ids) for label, ids in found.items()]


def _takers(index: AppIndex, taken: list[str], answer: Answer) -> list[Holder]:
    """Return the voices that take an answer for granted and do not also assert it."""
    holders = frozenset(map(index.voice_label, answer.voices))
    says = (index.say_so.get(statement) for statement in taken)
    voices = dict.fromkeys(v for say_so in says if say_so and say_so.chain for v in say_so.chain[-1].voices)
    return _holders(index, (voice for voice in voices if index.voice_label(voice) not in holders))


def _origin_list(index: AppIndex, answer: Answer) -> list[OriginView]:
    """Return the origins that stand behind an answer, those with most statements of it first."""
    own = frozenset(answer.statements)
    found = [(own.intersection(origin.statements), origin) for origin in index.origins_of(own)]
    found.sort(key=lambda pair: (-len(pair[0]), pair[1].id))
    made = []
    for statements, origin in found[:MOST_ORIGINS]:
        placed = [pair for one in sorted(statements) if (pair := index.statement(one))]
        links = dict.fromkeys(index.link(reading.document, statement) for statement, reading in placed)
        made.append(
            OriginView(
                voices=list(dict.fromkeys(index.speaker(statement) for statement, _ in placed)),
                places=[PlaceLink.model_validate(link) for link in list(links)[:MOST_PLACES]],
                because=index.reasons(origin.because),
            )
        )
    return made
