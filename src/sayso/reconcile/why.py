"""Why: rival reasons of one event in the mouths of different voices. Reasons that can hold together are no dispute.

Two reasons are one answer when their readings share a word that is no mere actor. They are rivals when they share none and
the voices speak for different sides, or when one stands in place of the event ("they did not flee, they went to visit …").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.model.annotations import Fact, Slot, SlotName
from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.model.statements import Statement
from sayso.model.text import Anchor, Span
from sayso.reconcile.accounts import accounts_instead
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence, Telling
from sayso.reconcile.phrasing import clipped, phrase_question

__all__ = ["ask_why"]

LONGEST = 110  # characters of a reason shown
WORDINGS = 3
ADJOINING = 6  # characters from the event word to a reason that is a bare noun
BARE = 20


@dataclass(frozen=True, slots=True)
class _Reason:
    """One reason as given: its reading, where it stands, whose statement it is, and whether it replaces the event."""

    reading: frozenset[str]
    anchor: Anchor
    statement: Statement
    told: bool
    instead: bool


@dataclass
class _Answer:
    """Reasons that share a word; `words` are their readings together."""

    reasons: list[_Reason] = field(default_factory=list)
    words: set[str] = field(default_factory=set)

    @property
    def backed(self) -> list[_Reason]:
        return [r for r in self.reasons if r.told]

    @property
    def instead(self) -> bool:
        return any(r.instead for r in self.backed)


def ask_why(evidence: Evidence, event: Event) -> DraftQuestion | None:
    """Draft the question why an event happened; None unless two sides give reasons that have nothing in common."""
    if "why" not in evidence.packs["en"].table("questions").get(event.kind, {}):
        return None
    reasons = sorted(_reasons(evidence, event), key=lambda r: (not r.told, r.anchor))
    answers = [a for a in _grouped(reasons) if a.backed]
    rivals = [(a, b) for i, a in enumerate(answers) for b in answers[i + 1 :] if _are_rivals(evidence, a, b)]
    if not rivals:
        return None
    kept = [a for a in answers if any(a is x or a is y for pair in rivals for x, y in [pair])]
    drafts = {id(a): _draft(evidence, a) for a in kept}
    relations = [_relation(drafts[id(a)], drafts[id(b)]) for a, b in rivals]
    text = phrase_question(evidence, event, QuestionSlot.WHY)
    return DraftQuestion(QuestionSlot.WHY, text, list(drafts.values()), event, 1.3, relations)


def _reasons(evidence: Evidence, event: Event) -> Iterator[_Reason]:
    for telling in evidence.tellings(event):
        if telling.denies:
            yield from _instead(evidence, telling)
        elif telling.mention.fact is Fact.HAPPENED:
            yield from (_reason(evidence, telling, slot) for slot in _slots(telling))


def _slots(telling: Telling) -> Iterator[Slot]:
    yield from (slot for slot in telling.mention.fillers(SlotName.REASON) if slot.value and slot.span)


def _reason(evidence: Evidence, telling: Telling, slot: Slot, *, instead: bool = False) -> _Reason:
    document = evidence.corpus.document_of[telling.statement.id]
    span = slot.span or telling.statement.span
    holder = evidence.holder(telling, span)
    if 0 < span.start - telling.mention.span.end <= ADJOINING and span.end - span.start <= BARE:
        span = Span(telling.mention.span.start, span.end)  # "fleeing soldiers", not "soldiers"
    told = evidence.is_attributed(holder) and (telling.asserts or instead)
    return _Reason(frozenset((slot.value or "").split()), Anchor(document, span), holder, told, instead)


def _instead(evidence: Evidence, telling: Telling) -> Iterator[_Reason]:
    """What a denier gives as the reason people had: its clause where it has one, else the account as it stands."""
    for slot in _slots(telling):
        reason = _reason(evidence, telling, slot, instead=True)
        if reason.statement.id != telling.statement.id:
            yield reason
    if not evidence.is_attributed(telling.statement):
        return
    for account in accounts_instead(evidence, telling):
        statement = evidence.corpus.statements[account]
        kinds = {m.kind for m in statement.mentions} & _rival_kinds(evidence, telling)
        if kinds:
            yield _Reason(frozenset(kinds), evidence.anchor(statement), statement, told=True, instead=True)


def _rival_kinds(evidence: Evidence, telling: Telling) -> frozenset[str]:
    return frozenset(evidence.packs["en"].table("questions").get("rivals", {}).get(telling.mention.kind, ()))


def _grouped(reasons: list[_Reason]) -> list[_Answer]:
    found: list[_Answer] = []
    for reason in reasons:
        words = {w for w in reason.reading if not w.startswith("@")}
        fitting = next((a for a in found if a.words & words), None)
        if fitting is None:
            fitting = _Answer()
            found.append(fitting)
        fitting.reasons.append(reason)
        fitting.words |= words
    return found


def _are_rivals(evidence: Evidence, a: _Answer, b: _Answer) -> bool:
    if a.instead != b.instead:
        return True
    mine, theirs = _voices(evidence, a), _voices(evidence, b)
    if not mine or not theirs or set(mine) & set(theirs):
        return False
    sides = [{evidence.voice_by_id[v].side for v in voices} for voices in (mine, theirs)]
    return not sides[0] & sides[1] and any(side and side.startswith("government") for side in sides[0] | sides[1])


def _voices(evidence: Evidence, answer: _Answer) -> tuple[str, ...]:
    return evidence.voices_of(r.statement.id for r in answer.backed)


def _draft(evidence: Evidence, answer: _Answer) -> DraftAnswer:
    first = answer.backed[0]
    draft = DraftAnswer(" ".join(sorted(first.reading)), "")
    for reason in answer.reasons:
        draft.add("statements" if reason.told else "presupposed", reason.statement.id, reason.anchor)
    words = dict.fromkeys(clipped(evidence.corpus.words(r.anchor), LONGEST) for r in answer.backed)
    draft.text = " / ".join(f"“{w}”" for w in list(words)[:WORDINGS])
    return draft


def _relation(a: DraftAnswer, b: DraftAnswer) -> DraftRelation:
    because = Because(
        "different-reasons",
        f"the accounts give different reasons: {a.text} / {b.text}",
        tuple(sorted((*a.anchors[:2], *b.anchors[:2]))),
    )
    return DraftRelation(a.value, b.value, RelationType.CONFLICTS, About.REASON, because)
