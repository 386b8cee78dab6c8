"""How many: figures of one event or one running count, grouped by value, related by window and bound."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.link.events.profile import AGENT_CORE
from sayso.model.annotations import Quantity, Scope, SlotName
from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.model.text import Anchor
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence, Telling
from sayso.reconcile.phrasing import phrase_question
from sayso.values.amount import Amount, Bound, compare_amounts, format_amount
from sayso.values.comparison import Comparison

__all__ = ["ask_how_many"]

COUNTED = frozenset({"kill", "wound", "arrest", "flee", "cross", "return", "protest", "mutiny"})
RUNNING = frozenset({"flee", "cross", "return"})
NOT_COUNTS = frozenset({Scope.CAPACITY, Scope.SHARE, Scope.BACKGROUND})
OTHER_BOUNDS = frozenset({Bound.EXACT, Bound.ABOUT})


def ask_how_many(evidence: Evidence, event: Event) -> DraftQuestion | None:
    """Draft the question of an event's figure; None unless a figure is told by somebody and met by another value or report."""
    if event.kind not in COUNTED:
        return None
    answers: dict[str, DraftAnswer] = {}
    amounts: dict[str, Amount] = {}
    for telling, quantity in _figures(evidence, event):
        key = format_amount(quantity.amount)
        amounts[key] = quantity.amount
        answer = answers.setdefault(key, DraftAnswer(key, _wording(evidence, telling, quantity)))
        anchor = Anchor(evidence.corpus.document_of[telling.statement.id], quantity.span)
        told = evidence.is_attributed(telling.statement) and telling.asserts and not _is_granted(evidence, telling)
        kind = "statements" if told else "presupposed"
        answer.add("denials" if telling.denies else kind, telling.statement.id, anchor)
    kept = sorted(answers.values(), key=lambda a: (_size(amounts[a.value]), a.value))
    if not any(a.statements for a in kept) or (len(kept) < 2 and not _worth_alone(evidence, kept)):
        return None
    relations = list(_relations(evidence, event, kept, amounts))
    text = phrase_question(evidence, event, QuestionSlot.HOW_MANY)
    return DraftQuestion(QuestionSlot.HOW_MANY, text, kept, event, 1.5 if event.kind == "kill" else 1.2, relations)


def _figures(evidence: Evidence, event: Event) -> Iterator[tuple[Telling, Quantity]]:
    """Yield each figure once, in the statement that says most about it: one that asserts it, else the shortest."""
    told: dict[str, tuple[Telling, Quantity]] = {}
    for telling in sorted(evidence.tellings(event), key=_plainness):
        for slot in telling.mention.fillers(SlotName.COUNT):
            quantity = evidence.corpus.quantities.get(slot.ref or "")
            if quantity and quantity.scope not in NOT_COUNTS and quantity.unit is None and quantity.amount.high != 1:
                told.setdefault(quantity.id, (telling, quantity))
    yield from told.values()


def _plainness(telling: Telling) -> tuple[bool, bool, int, str]:
    return telling.mention.refers_back, not telling.asserts, len(telling.statement.span), telling.mention.id


def _is_granted(evidence: Evidence, telling: Telling) -> bool:
    """Tell whether a figure is taken for granted: "the killing of 12 guards", "the 12 guards were killed by …"."""
    if telling.mention.refers_back:
        return True
    role = SlotName.AGENT if telling.mention.kind in AGENT_CORE else SlotName.TARGET
    text = evidence.text_of(telling.statement.id)
    return any(slot.span.of(text).lower().startswith("the ") for slot in telling.mention.fillers(role) if slot.span)


def _wording(evidence: Evidence, telling: Telling, quantity: Quantity) -> str:
    text = evidence.text_of(telling.statement.id)
    return " ".join(quantity.span.of(text).split())


def _worth_alone(evidence: Evidence, answers: list[DraftAnswer]) -> bool:
    """A single figure is worth showing when several reports carry it: the reader must see on whose say-so."""
    reports = {evidence.corpus.statements[s].report for a in answers for s in a.every()}
    return len(reports) >= 2


def _size(amount: Amount) -> float:
    return amount.low if amount.low is not None else amount.high or 0.0


def _relations(
    evidence: Evidence, event: Event, answers: list[DraftAnswer], amounts: dict[str, Amount]
) -> Iterator[DraftRelation]:
    for i, a in enumerate(answers):
        for b in answers[i + 1 :]:
            relation = _compare(evidence, event, a, b, amounts)
            anchors = tuple(sorted((*a.anchors[:1], *b.anchors[:1])))
            yield DraftRelation(a.value, b.value, relation[0], About.FIGURE, Because(relation[1], relation[2], anchors))


def _compare(
    evidence: Evidence, event: Event, a: DraftAnswer, b: DraftAnswer, amounts: dict[str, Amount]
) -> tuple[RelationType, str, str]:
    found = compare_amounts(amounts[a.value], amounts[b.value])
    if found is Comparison.EQUAL:
        return RelationType.SAME, "equal-figures", "the figures are equal"
    if found is Comparison.REFINES:
        return RelationType.REFINES, "figure-within-bound", f"“{a.text}” and “{b.text}” can both hold; one is closer"
    if found is Comparison.COMPATIBLE:
        return RelationType.COMPATIBLE, "bounds-overlap", f"“{a.text}” and “{b.text}” can both hold"
    if event.kind in RUNNING:
        return _running(evidence, a, b)
    return (
        RelationType.CONFLICTS,
        "figures-exclude-each-other",
        f"“{a.text}” and “{b.text}” cannot both be the figure of one event",
    )


def _running(evidence: Evidence, a: DraftAnswer, b: DraftAnswer) -> tuple[RelationType, str, str]:
    """A running count moves in time: a later higher figure is an update; without days nothing can be claimed."""
    days_a, days_b = evidence.said(a.every()), evidence.said(b.every())
    if _before(days_a[1], days_b[0]):
        return RelationType.UPDATES, "later-running-count", f"“{b.text}” was said later than “{a.text}”"
    if days_a[0] and days_a == days_b and days_a[0] == days_a[1]:
        return (
            RelationType.CONFLICTS,
            "same-day-running-count",
            f"“{a.text}” and “{b.text}” were said of one count on one day",
        )
    return RelationType.NOT_COMPARABLE, "days-unknown", "a running count, and which figure was said later is not known"


def _before(a: date | None, b: date | None) -> bool:
    return a is not None and b is not None and a < b
