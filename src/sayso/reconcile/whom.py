"""Whom: the same number of dead in one town on one day, civilians in one mouth and fighters in another.

Linking keeps victims of different kinds apart, and rightly; here two events told with one exact figure, one town and one day by
voices of their own are looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.annotate.actors import class_label, wider_classes
from sayso.link.events.profile import Profile, make_profile
from sayso.model.annotations import Fact
from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.model.text import Anchor
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence, Telling
from sayso.values.amount import Bound

__all__ = ["ask_whom"]

KINDS = frozenset({"kill", "wound", "arrest"})
FEWEST = 3  # "two killed" is told of many a happening in one town and day
LONGEST = 3  # days a telling may leave open
SIDES = frozenset({"civilians", "armed-group", "state-side", "foreign-forces"})
_Key = tuple[str, str, date, float]


@dataclass(frozen=True, slots=True)
class _Victims:
    """One telling of who was harmed: its event, and the side of those harmed."""

    event: Event
    telling: Telling
    profile: Profile
    side: str


def ask_whom(evidence: Evidence) -> list[DraftQuestion]:
    """Draft a question for each town, day and figure of which voices name victims of different sides."""
    blocks: dict[_Key, list[_Victims]] = {}
    for event in evidence.events:
        for victims in _victims(evidence, event) if event.kind in KINDS else ():
            for key in _keys(victims):
                blocks.setdefault(key, []).append(victims)
    drafts: dict[str, DraftQuestion] = {}
    for key in sorted(blocks):
        draft = _draft(evidence, blocks[key], key)
        if draft and draft.event:
            drafts.setdefault(draft.event.id, draft)
    return [drafts[event] for event in sorted(drafts)]


def _victims(evidence: Evidence, event: Event) -> Iterator[_Victims]:
    for telling in evidence.tellings(event):
        if telling.denies or telling.mention.fact is not Fact.HAPPENED:
            continue
        profile = make_profile(evidence.corpus, telling.mention, evidence.resolved, evidence.packs)
        sides = {wider_classes(name, evidence.packs["en"])[-1] for name in profile.core}
        if len(sides) == 1 and sides <= SIDES and not profile.is_total:
            yield _Victims(event, telling, profile, next(iter(sides)))


def _keys(victims: _Victims) -> Iterator[_Key]:
    profile, days = victims.profile, victims.profile.days
    figure = profile.figure.amount if profile.figure else None
    if days is None or figure is None or figure.bound is not Bound.EXACT or (figure.low or 0) < FEWEST:
        return
    if (days[1] - days[0]).days < LONGEST:
        for place in sorted({k.key for k in profile.places if k.is_town and k.near}):
            yield profile.family, place, days[0], figure.low or 0.0


def _draft(evidence: Evidence, block: list[_Victims], key: _Key) -> DraftQuestion | None:
    answers: dict[str, DraftAnswer] = {}
    for victims in block:
        label = class_label(victims.side, evidence.packs["en"]) if victims.side != "civilians" else "civilians"
        answer = answers.setdefault(victims.side, DraftAnswer(victims.side, label))
        statement = victims.telling.statement
        told = evidence.is_attributed(statement) and victims.telling.asserts
        anchor = Anchor(evidence.corpus.document_of[statement.id], victims.telling.mention.span)
        answer.add("statements" if told else "presupposed", statement.id, anchor)
    kept = [answers[side] for side in sorted(answers)]
    if len(kept) < 2 or not _are_told_apart(evidence, kept):
        return None
    relations = [_relation(a, b) for i, a in enumerate(kept) for b in kept[i + 1 :]]
    first = min(block, key=lambda v: (-len(v.event.mentions), v.event.id))
    names = [
        place.name
        for slot in first.telling.mention.slots
        if (place := evidence.corpus.places.get(slot.ref or "")) and place.is_town
    ]
    nouns = evidence.packs["en"].table("questions")["whom"]
    day = f"{key[2].day} {key[2]:%B %Y}"
    text = str(nouns[first.profile.family]).replace("{number}", f"{key[3]:,.0f}")
    text = text.replace("{in}", f" in {names[0]}" if names else "").replace("{day}", f" on {day}")
    return DraftQuestion(QuestionSlot.WHOM, text, kept, first.event, 1.8, relations)


def _are_told_apart(evidence: Evidence, answers: list[DraftAnswer]) -> bool:
    """Different reports tell them, and at least one is a voice's; no report tells both."""
    reports = [{evidence.corpus.statements[s].report for s in a.every()} for a in answers]
    return any(a.statements for a in answers) and not set.intersection(*reports)


def _relation(a: DraftAnswer, b: DraftAnswer) -> DraftRelation:
    because = Because(
        "different-victims",
        f"one figure of one town and day: {a.text} / {b.text}",
        tuple(sorted((*a.anchors[:2], *b.anchors[:2]))),
    )
    return DraftRelation(a.value, b.value, RelationType.CONFLICTS, About.VICTIM, because)
