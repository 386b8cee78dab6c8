"""When a town was taken: the days that voices give for one side's coming into one town, within one story.

Days keep happenings apart in linking; a town is not taken by the same side twice in a week, so those events are looked at again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.annotate.actors import wider_classes
from sayso.link.events.profile import place_keys
from sayso.link.groups import Groups
from sayso.model.annotations import Fact, Place, SlotFrom, SlotName
from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence, Telling
from sayso.reconcile.phrasing import day_range
from sayso.reconcile.setting import Days, Settings

__all__ = ["ask_when_taken"]

REACH = 15
LONGEST = 4  # days a telling may leave open: "last week" says no day
NEAR = frozenset({SlotFrom.CLAUSE, SlotFrom.SENTENCE})


@dataclass(frozen=True, slots=True)
class _Taking:
    """One telling that a side came to hold a town, with the days it names itself."""

    event: Event
    telling: Telling
    side: str
    place: Place
    days: Days


def ask_when_taken(evidence: Evidence, settings: Settings) -> list[DraftQuestion]:
    """Draft a question for each town that voices say was taken on days that lie apart."""
    takings = [t for event in evidence.events if event.kind == "deploy" for t in _takings(evidence, settings, event)]
    groups: Groups[int] = Groups(range(len(takings)))
    blocks: dict[tuple[str, str], list[int]] = {}
    for i, taking in sorted(enumerate(takings), key=lambda item: evidence.anchor(item[1].telling.statement)):
        for key, _ in place_keys(taking.place):
            block = blocks.setdefault((taking.side, key), [])
            for j in block[-REACH:]:
                if settings.are_one_story(takings[j].telling.statement, taking.telling.statement):
                    groups.unite(i, j, "one town")
            block.append(i)
    drafts = (_draft(evidence, [takings[i] for i in sorted(m)]) for m in groups.members().values())
    return [draft for draft in drafts if draft]


def _takings(evidence: Evidence, settings: Settings, event: Event) -> Iterator[_Taking]:
    for telling in evidence.tellings(event):
        if telling.denies or telling.mention.fact is not Fact.HAPPENED or not _is_taking(evidence, telling):
            continue
        side = _side(evidence, telling)
        place = _town(evidence, telling)
        reading = evidence.corpus.documents[evidence.corpus.document_of[telling.mention.id]]
        days = settings.days(reading, telling.statement.spans)
        if side and place and days and (days[1] - days[0]).days < LONGEST:
            yield _Taking(event, telling, side, place, days)


def _is_taking(evidence: Evidence, telling: Telling) -> bool:
    words = evidence.packs["en"].table("questions").get("entering", {}).get("held", ())
    return telling.mention.span.of(evidence.text_of(telling.mention.id)).lower() in words


def _side(evidence: Evidence, telling: Telling) -> str:
    """Return the side that came in; "it" of a spokesman's army is its voice's."""
    sides = [
        wider_classes(s.value, evidence.packs["en"])[-1]
        for s in telling.mention.fillers(SlotName.AGENT)
        if s.value and not s.unresolved
    ]
    return sides[0] if sides else ""


def _town(evidence: Evidence, telling: Telling) -> Place | None:
    places = [
        place
        for slot in telling.mention.fillers(SlotName.PLACE)
        if slot.found in NEAR and (place := evidence.corpus.places.get(slot.ref or "")) and place.is_town
    ]
    return places[0] if places else None


def _draft(evidence: Evidence, group: list[_Taking]) -> DraftQuestion | None:
    answers: dict[Days, DraftAnswer] = {}
    for taking in group:
        words = day_range(taking.days)
        told = taking.telling.asserts and evidence.is_attributed(taking.telling.statement)
        answer = answers.setdefault(taking.days, DraftAnswer(words, words))
        answer.add(
            "statements" if told else "presupposed",
            taking.telling.statement.id,
            evidence.anchor(taking.telling.statement),
        )
    ordered = sorted(answers)
    relations = [_relation(answers, a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :]]
    clashes = [r for r in relations if r.type is RelationType.CONFLICTS]
    if not any(_are_voiced_apart(evidence, answers, r) for r in clashes):
        return None
    names = Counter(t.place.name for t in group)
    place = min(names, key=lambda name: (-names[name], name))
    event = min((t.event for t in group), key=lambda e: (-len(e.mentions), e.id))
    text = f"When was {place} taken?"
    return DraftQuestion(QuestionSlot.WHEN, text, [answers[d] for d in ordered], event, 1.3, relations)


def _relation(answers: dict[Days, DraftAnswer], a: Days, b: Days) -> DraftRelation:
    one, other = answers[a], answers[b]
    anchors = tuple(sorted((*one.anchors[:1], *other.anchors[:1])))
    if a[1] < b[0] or b[1] < a[0]:
        because = Because("different-days", f"the accounts give different days: {one.text} / {other.text}", anchors)
        return DraftRelation(one.value, other.value, RelationType.CONFLICTS, About.DATE, because)
    because = Because("days-overlap", f"{one.text} and {other.text} can both hold", anchors)
    return DraftRelation(one.value, other.value, RelationType.REFINES, About.DATE, because)


def _are_voiced_apart(evidence: Evidence, answers: dict[Days, DraftAnswer], relation: DraftRelation) -> bool:
    by_value = {answer.value: answer for answer in answers.values()}
    mine = set(evidence.voices_of(by_value[relation.a].statements))
    theirs = set(evidence.voices_of(by_value[relation.b].statements))
    return bool(mine and theirs) and not mine & theirs
