"""Why: rival reasons of one event in the mouths of different voices. Reasons that can hold together are no dispute.

Two reasons are one answer when their readings share a word that is no mere actor. They are rivals when they share none and
the voices speak for different sides, or when one stands in place of the event ("they did not flee, they went to visit …").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.link.events.profile import place_keys
from sayso.link.groups import Groups
from sayso.model.annotations import Fact, Slot, SlotName
from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.model.statements import Statement
from sayso.model.text import Anchor, Span
from sayso.reconcile.accounts import accounts_instead
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence, Telling
from sayso.reconcile.phrasing import clipped, phrase_question
from sayso.reconcile.setting import Settings

__all__ = ["ask_why"]

# Kinds that go on for days and are told in many pieces: one question is asked of a town and story, not of each piece.
DRAWN_OUT = frozenset({"deploy", "mutiny", "flee", "cross"})
REACH = 15
MOST = 5  # reasons of one question
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


def ask_why(evidence: Evidence, settings: Settings) -> list[DraftQuestion]:
    """Draft a question for each happening, or drawn-out doing of one town and story, of which voices give reasons that have
    nothing in common."""
    asked = [e for e in evidence.events if "why" in evidence.packs["en"].table("questions").get(e.kind, {})]
    drafts = (_ask(evidence, events) for events in _of_one_story(evidence, settings, asked))
    return [draft for draft in drafts if draft]


def _of_one_story(evidence: Evidence, settings: Settings, events: list[Event]) -> Iterator[list[Event]]:
    """Yield the events that one question is asked of: what goes on for days ("forces are sent") is told in many pieces."""
    groups: Groups[int] = Groups(range(len(events)))
    blocks: dict[tuple[str, str], list[int]] = {}
    for i, event in enumerate(events):
        first = evidence.corpus.statements[event.statements[0]]
        for key in sorted(_towns(evidence, event)) if event.kind in DRAWN_OUT else ():
            block = blocks.setdefault((event.kind, key), [])
            for j in block[-REACH:]:
                if settings.are_one_story(evidence.corpus.statements[events[j].statements[0]], first):
                    groups.unite(i, j, "one story")
            block.append(i)
    for members in groups.members().values():
        yield sorted((events[i] for i in members), key=lambda e: (-len(e.mentions), e.id))


def _towns(evidence: Evidence, event: Event) -> frozenset[str]:
    """Return the towns an event is told of, those its reports are set in among them."""
    places = (
        evidence.corpus.places.get(slot.ref or "")
        for telling in evidence.tellings(event)
        for slot in telling.mention.fillers(SlotName.PLACE)
    )
    return frozenset(key for place in places if place and place.is_town for key, _ in place_keys(place))


def _ask(evidence: Evidence, events: list[Event]) -> DraftQuestion | None:
    reasons = sorted((r for event in events for r in _reasons(evidence, event)), key=lambda r: (not r.told, r.anchor))
    answers = [a for a in _grouped(reasons) if a.backed]
    pairs = [(a, b) for i, a in enumerate(answers) for b in answers[i + 1 :] if _are_told_apart(evidence, a, b)]
    rivals = [(a, b) for a, b in pairs if _are_rivals(evidence, a, b)]
    told = rivals or pairs
    if not told:
        return None
    kept = [a for a in answers if any(a is x or a is y for x, y in told)][:MOST]
    drafts = {id(a): _draft(evidence, a) for a in kept}
    relations = [
        _relation(drafts[id(a)], drafts[id(b)], rival=bool(rivals))
        for a, b in told
        if id(a) in drafts and id(b) in drafts
    ]
    text = phrase_question(evidence, events[0], QuestionSlot.WHY)
    return DraftQuestion(QuestionSlot.WHY, text, list(drafts.values()), events[0], 1.3 if rivals else 0.8, relations)


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


def _are_told_apart(evidence: Evidence, a: _Answer, b: _Answer) -> bool:
    """Different voices give them, and none gives both; what replaces the event parts from every reason of it."""
    if a.instead != b.instead:
        return True
    mine, theirs = _voices(evidence, a), _voices(evidence, b)
    return bool(mine and theirs) and not set(mine) & set(theirs)


def _are_rivals(evidence: Evidence, a: _Answer, b: _Answer) -> bool:
    if a.instead != b.instead:
        return True
    mine, theirs = _voices(evidence, a), _voices(evidence, b)
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


def _relation(a: DraftAnswer, b: DraftAnswer, *, rival: bool) -> DraftRelation:
    anchors = tuple(sorted((*a.anchors[:2], *b.anchors[:2])))
    if rival:
        because = Because("different-reasons", f"the accounts give different reasons: {a.text} / {b.text}", anchors)
        return DraftRelation(a.value, b.value, RelationType.CONFLICTS, About.REASON, because)
    because = Because(
        "reasons-together", f"two voices give reasons that can hold together: {a.text} / {b.text}", anchors
    )
    return DraftRelation(a.value, b.value, RelationType.COMPATIBLE, About.REASON, because)
