"""Low, best and high of a question of number, under the rules of a named profile, with the figures left out and why.

Nothing is weighed by who said it. A figure is left out when it is an earlier one of a count that moves, of other days or another
scope, or perhaps of another happening; what is left goes to the profile as said (`values/amount_profiles.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.link.corpus import Corpus
from sayso.model.annotations import Quantity, SlotName
from sayso.model.reconstruction import Answer, Question, QuestionSlot, RelationType
from sayso.values.amount import Amount, format_amount
from sayso.values.amount_profiles import Estimate, Profile, estimate

__all__ = ["Excluded", "Summary", "summarise"]

OTHERS = {
    RelationType.DIFFERENT_WINDOW: "of other days than most figures",
    RelationType.DIFFERENT_SCOPE: "of another scope than most figures",
    RelationType.NOT_COMPARABLE: "whether it is of the same happening is not known",
}


@dataclass(frozen=True, slots=True)
class Excluded:
    """A figure left out, by the answer that holds it, and why."""

    answer: str
    because: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a profile makes of a question's figures: `used` are the ids of the answers it rests on."""

    question: str
    estimate: Estimate
    used: tuple[str, ...]
    excluded: tuple[Excluded, ...]


def summarise(corpus: Corpus, question: Question, profile: Profile) -> Summary | None:
    """Apply a profile to a question of number; None for other questions and where no figure is found in the texts."""
    if question.slot is not QuestionSlot.HOW_MANY:
        return None
    amounts = {a.id: amount for a in question.answers if (amount := _amount(corpus, a))}
    excluded = list(_excluded(question, amounts))
    out = {item.answer for item in excluded}
    used = tuple(a.id for a in question.answers if a.id in amounts and a.id not in out)
    found = estimate([amounts[key] for key in used], profile)
    return Summary(question.id, found, used, tuple(excluded)) if found else None


def _amount(corpus: Corpus, answer: Answer) -> Amount | None:
    """Return the figure of an answer as it was read in its statements."""
    for statement in (*answer.statements, *answer.presupposed):
        for quantity in _quantities(corpus, statement):
            if format_amount(quantity.amount) == answer.value:
                return quantity.amount
    return None


def _quantities(corpus: Corpus, statement: str) -> Iterator[Quantity]:
    told = corpus.statements[statement]
    refs = dict.fromkeys(s.ref or "" for m in told.mentions for s in m.fillers(SlotName.COUNT))
    yield from (corpus.quantities[ref] for ref in refs if ref in corpus.quantities)
    reading = corpus.documents[corpus.document_of[statement]]
    yield from (q for q in reading.quantities if any(p.start <= q.span.start < p.end for p in told.spans))


def _excluded(question: Question, amounts: Mapping[str, Amount]) -> Iterator[Excluded]:
    """Yield the figures that a later one replaces, and those that stand apart from the answer most reports give."""
    later = {r.a: r.b for r in question.relations if r.type is RelationType.UPDATES}
    main = min(
        (a for a in question.answers if a.id in amounts and a.id not in later),
        key=lambda a: (-a.standing.reports, -a.standing.origins_at_most, a.id),
        default=None,
    )
    for answer in question.answers:
        if answer.id not in amounts or main is None or answer.id == main.id:
            continue
        if answer.id in later:
            yield Excluded(answer.id, "an earlier figure of a count that moves")
            continue
        for relation in question.relations:
            if {relation.a, relation.b} == {answer.id, main.id} and relation.type in OTHERS:
                yield Excluded(answer.id, OTHERS[relation.type])
