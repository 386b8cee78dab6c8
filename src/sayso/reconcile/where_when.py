"""Where and when: one happening told of two towns, or of two days, by different voices.

Precision first. Two happenings are taken for one only when they tell of the same person by full name, or give the same telling
figure for the same kind of people in one town (then the days may part) or on one day (then the towns may). Values that refine
one another are no conflict: a town a few miles off, the night between two days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from sayso.link.groups import Groups
from sayso.model.annotations import Place
from sayso.model.reconstruction import About, Because, QuestionSlot, RelationType
from sayso.model.text import Anchor
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence
from sayso.reconcile.phrasing import phrase_question
from sayso.reconcile.told import Told, tell
from sayso.values.place import kilometres, likeness, skeleton

__all__ = ["ask_where_and_when"]

Part = Callable[[Evidence, Told, Told], bool]

KINDS = frozenset({"kill", "wound", "arrest"})
REACH = 15  # happenings told with one key that each is compared with
ONE_PLACE_KM = 40.0
ALIKE = 85.0  # names that sound alike are spellings of one
ONE_STORY_DAYS = 7
APART_DAYS = 2  # the night between two days belongs to both


def ask_where_and_when(evidence: Evidence) -> list[DraftQuestion]:
    """Draft a question for each happening that voices put in different towns or on different days."""
    blocks: dict[tuple[str, ...], list[Told]] = {}
    for event in evidence.events:
        for told in tell(evidence, event) if event.kind in KINDS else ():
            blocks.setdefault(told.key, []).append(told)
    drafts: list[DraftQuestion] = []
    for key in sorted(blocks):
        drafts += _ask(evidence, blocks[key], _part_on_place, QuestionSlot.WHERE)
        drafts += _ask(evidence, blocks[key], _part_on_day, QuestionSlot.WHEN)
    return drafts


def _ask(evidence: Evidence, block: list[Told], part: Part, slot: QuestionSlot) -> Iterator[DraftQuestion]:
    """Yield a question for each group of happenings that part on a slot, told by voices of their own."""
    groups: Groups[int] = Groups(range(len(block)))
    for i, a in enumerate(block):
        for j in range(i + 1, min(i + REACH, len(block))):
            if _are_voiced_apart(evidence, a, block[j]) and part(evidence, a, block[j]):
                groups.unite(i, j, "parts on a slot")
    for members in groups.members().values():
        if len(members) > 1:
            yield _draft(evidence, [block[i] for i in sorted(members)], slot)


def _are_voiced_apart(evidence: Evidence, a: Told, b: Told) -> bool:
    """Both are asserted by somebody, and by nobody in common."""
    mine, theirs = _voices(evidence, a), _voices(evidence, b)
    return bool(mine and theirs) and not mine & theirs


def _voices(evidence: Evidence, told: Told) -> frozenset[str]:
    asserted = [t.statement.id for t in told.tellings if t.asserts and evidence.is_attributed(t.statement)]
    return frozenset(evidence.voices_of(asserted))


def _part_on_place(evidence: Evidence, a: Told, b: Told) -> bool:
    if not a.places or not b.places or _share_a_place(a.places, b.places):
        return False
    by_name = a.key[0] == "person"
    return not _days_part(a, b) and _are_one_story(evidence, a, b) and (by_name or _share_a_day(a, b))


def _part_on_day(evidence: Evidence, a: Told, b: Told) -> bool:
    if not _days_part(a, b) or not _are_one_story(evidence, a, b):
        return False
    return _share_a_place(a.places, b.places) or (a.key[0] == "person" and not (a.places and b.places))


def _share_a_place(mine: Iterable[tuple[object, Place]], theirs: Iterable[tuple[object, Place]]) -> bool:
    others = [place for _, place in theirs]
    return any(_is_one_place(place, other) for _, place in mine for other in others)


def _is_one_place(a: Place, b: Place) -> bool:
    if skeleton(a.name) == skeleton(b.name) or likeness(a.name, b.name) >= ALIKE:
        return True
    if a.best and b.best:
        return kilometres((a.best.lat, a.best.lon), (b.best.lat, b.best.lon)) <= ONE_PLACE_KM
    return False


def _days_part(a: Told, b: Told) -> bool:
    """All days of one lie clear of all days of the other; two nights that touch do not."""
    pairs = [(x, y) for _, x in a.days for _, y in b.days]
    return bool(pairs) and all(_gap(x, y) >= APART_DAYS for x, y in pairs)


def _share_a_day(a: Told, b: Told) -> bool:
    return any(_gap(x, y) <= 0 for _, x in a.days for _, y in b.days)


def _gap(x: tuple[date, date], y: tuple[date, date]) -> int:
    """Return how many days lie from one interval to the other; 0 or less where they overlap."""
    return max((y[0] - x[1]).days, (x[0] - y[1]).days)


def _are_one_story(evidence: Evidence, a: Told, b: Told) -> bool:
    """Reports that tell both, or that were published within a week of each other."""
    if a.reports & b.reports:
        return True
    days = [[evidence.dates[r] for r in sorted(t.reports) if r in evidence.dates] for t in (a, b)]
    return any(
        x.earliest and x.latest and y.earliest and y.latest
        and _gap((x.earliest, x.latest), (y.earliest, y.latest)) <= ONE_STORY_DAYS
        for x in days[0]
        for y in days[1]
    )  # fmt: skip


def _draft(evidence: Evidence, told: list[Told], slot: QuestionSlot) -> DraftQuestion:
    first = min(told, key=lambda t: (-len(t.tellings), t.event.id))
    answers: dict[str, DraftAnswer] = {}
    for item in told:
        name = _place_words(item) if slot is QuestionSlot.WHERE else _day_words(item)
        answer = answers.setdefault(name, DraftAnswer(name, name))
        for telling in item.tellings:
            asserted = telling.asserts and evidence.is_attributed(telling.statement)
            anchor = evidence.anchor(telling.statement)
            answer.add("statements" if asserted else "presupposed", telling.statement.id, anchor)
    kept = [answers[name] for name in sorted(answers)]
    about = About.PLACE if slot is QuestionSlot.WHERE else About.DATE
    relations = [_relation(a, b, about) for i, a in enumerate(kept) for b in kept[i + 1 :]]
    return DraftQuestion(slot, phrase_question(evidence, first.event, slot), kept, first.event, 1.6, relations)


def _relation(a: DraftAnswer, b: DraftAnswer, about: About) -> DraftRelation:
    what = "places" if about is About.PLACE else "days"
    anchors: tuple[Anchor, ...] = tuple(sorted((*a.anchors[:2], *b.anchors[:2])))
    because = Because(f"different-{what}", f"the accounts give different {what}: {a.text} / {b.text}", anchors)
    return DraftRelation(a.value, b.value, RelationType.CONFLICTS, about, because)


def _place_words(told: Told) -> str:
    names = [place.name for _, place in told.places]
    return min(names, key=lambda name: (-names.count(name), name))


def _day_words(told: Told) -> str:
    first, last = min(days for _, days in told.days)
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
