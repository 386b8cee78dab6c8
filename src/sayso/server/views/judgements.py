"""The log of judgements, and what is worth deciding next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.model.judgements import Judgement, Verdict
from sayso.model.reconstruction import Answer, Question, Status
from sayso.model.text import Anchor
from sayso.present.dossier.cites import gather
from sayso.present.terminal.quotes import shorten
from sayso.server.clean import clean
from sayso.server.contract.base import Citations
from sayso.server.contract.judgements import JudgementRow, Log, Triage, TriageItem
from sayso.server.index import AppIndex

__all__ = ["log", "triage"]

MOST_WORDS = 3
EXAMPLES = 3


def log(index: AppIndex, judgements: Sequence[Judgement]) -> Log:
    """Return the log, the newest entry first; what became of each is known for those that the case was derived with."""
    states = dict(index.case.reconstruction.judged)
    undone = {judgement.undoes for judgement in judgements if judgement.verdict is Verdict.UNDO}
    return Log(items=[_row(index, clean(j), states.get(j.id, ""), j.id in undone) for j in reversed(judgements)])


def _row(index: AppIndex, judgement: Judgement, state: str, undone: bool) -> JudgementRow:
    target = judgement.target
    quotes = target.quotes if target else ()
    first = quotes[0].anchor if quotes else None
    return JudgementRow(
        id=judgement.id,
        at=judgement.at,
        by=judgement.by,
        verdict=judgement.verdict,
        kind=target.kind if target else "",
        words=[shorten(quoted.quote) for quoted in quotes[:MOST_WORDS]],
        href=index.place_link(first).href if first and first.document in index.readings else "",
        reason=judgement.reason,
        state=state,
        undoes=judgement.undoes,
        undone=undone,
    )


def triage(index: AppIndex, judgements: Sequence[Judgement], *, start: int = 0, most: int = 20) -> Triage:
    """Return what is worth deciding, first what would change most.

    A contested question hangs on a statement that alone bears one of its answers: were it misread, the answer would go.
    Voices that may be one decide how many voices and origins an answer has. What was judged already is not asked again.
    """
    judged = _judged(judgements)
    items = [*_statements(index, judged), *_voices(index, judged)]
    items.sort(key=lambda item: (-item[0], item[1].kind, item[1].ids))
    once = {tuple(item.ids): item for _, item in reversed(items)}
    kept = [item for item in (one for _, one in items) if once.get(tuple(item.ids)) is item]
    return Triage(total=len(kept), items=kept[start : start + most])


def _judged(judgements: Iterable[Judgement]) -> frozenset[Anchor]:
    """Return the anchors that judgements name and that no later entry takes back."""
    undone = {judgement.undoes for judgement in judgements if judgement.verdict is Verdict.UNDO}
    standing = (j for j in judgements if j.id not in undone and j.target)
    return frozenset(quoted.anchor for j in standing if j.target for quoted in j.target.quotes)


Weighed = tuple[float, TriageItem]


def _statements(index: AppIndex, judged: frozenset[Anchor]) -> Iterator[Weighed]:
    for question in index.case.reconstruction.questions:
        if question.status is not Status.CONTESTED:
            continue
        for answer in question.answers:
            alone = _alone(answer)
            found = index.statement(alone) if alone else None
            if found and Anchor(found[1].document, found[0].spans[0]) not in judged:
                why = f"Only these words bear this answer: {answer.text.partition(': “')[0]}."
                yield question.weight / len(question.answers), _item(index, "statement", [alone], why, question)


def _alone(answer: Answer) -> str:
    """Return the statement that alone bears an answer, "" where there are several."""
    own = dict.fromkeys((*answer.statements, *answer.denials))
    return next(iter(own)) if len(own) == 1 else ""


def _voices(index: AppIndex, judged: frozenset[Anchor]) -> Iterator[Weighed]:
    heaviest: dict[str, Question] = {}
    for question in index.case.reconstruction.questions:
        for answer in question.answers:
            for holder in answer.voices:
                heaviest.setdefault(holder, question)
    for voice in index.case.reconstruction.voices:
        for known in (index.voices[one] for one in voice.candidates if one in index.voices):
            weightiest = heaviest.get(voice.id) or heaviest.get(known.id)
            if weightiest is None or (known.id < voice.id and voice.id in known.candidates):
                continue
            names = (name for one in (voice, known) for name in one.names)
            if judged.isdisjoint(anchor for name in names for anchor in name.anchors[:1]):
                why = "They may be one voice; if so, they count once."
                yield weightiest.weight / 2, _item(index, "voices", [voice.id, known.id], why, weightiest)


def _item(index: AppIndex, kind: str, ids: list[str], why: str, question: Question) -> TriageItem:
    statements = ids if kind == "statement" else [s for voice in ids for s in index.said_by.get(voice, ())[:2]]
    labels = [index.voice_label(one) for one in ids] if kind == "voices" else []
    return TriageItem(
        kind="voices" if kind == "voices" else "statement",
        ids=ids,
        labels=labels,
        why=why,
        question=question.text,
        question_href=f"#/question/{question.id}",
        citations=Citations.model_validate(gather(index, statements, shown=EXAMPLES)),
    )
