"""Whether it happened at all: an event that one voice tells and another denies, dismisses or refuses to acknowledge."""

from __future__ import annotations

from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence, Telling
from sayso.reconcile.phrasing import phrase_question

__all__ = ["ask_whether"]


def ask_whether(evidence: Evidence, event: Event) -> DraftQuestion | None:
    """Draft the question whether an event took place; None where nobody denies it, or nobody tells it."""
    yes, no = DraftAnswer("yes", "Yes"), DraftAnswer("no", "No")
    for telling in evidence.tellings(event):
        _sort(evidence, telling, yes, no)
    if not no.statements or not list(yes.every()):
        return None
    anchors = tuple(sorted((*yes.anchors[:2], *no.anchors[:2])))
    because = Because("told-and-denied", "some voices tell it, others deny it", anchors)
    relation = DraftRelation("yes", "no", RelationType.CONFLICTS, About.OCCURRENCE, because)
    return DraftQuestion(
        QuestionSlot.WHETHER, phrase_question(evidence, event, QuestionSlot.WHETHER), [yes, no], event, 1.4, [relation]
    )


def _sort(evidence: Evidence, telling: Telling, yes: DraftAnswer, no: DraftAnswer) -> None:
    statement = telling.statement
    anchor = evidence.anchor(statement)
    attributed = evidence.is_attributed(statement)
    if telling.denies:
        if attributed:
            no.add("statements", statement.id, anchor)
            for rival in _rival_accounts(evidence, telling):
                no.add("statements", rival, evidence.anchor(evidence.corpus.statements[rival]))
        return
    yes.add("statements" if attributed and telling.asserts else "presupposed", statement.id, anchor)


def _rival_accounts(evidence: Evidence, telling: Telling) -> list[str]:
    """Return what the denier says happened instead: the next clause of the same attribution that tells another event."""
    mine = telling.statement
    reading = evidence.corpus.documents[evidence.corpus.document_of[mine.id]]
    return [
        s.id
        for s in reading.statements
        if s.attribution == mine.attribution and s.id != mine.id and mine.span.end <= s.span.start <= mine.span.end + 40
    ]
