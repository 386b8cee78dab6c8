"""How many tanks, how many soldiers: figures of forces and things at one town, which belong to no single happening.

They move from day to day, so two figures conflict only where their days are known and the same; else they are of different
windows, or not comparable. Figures that an event's question holds are left to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.link.groups import Groups
from sayso.model.annotations import Act, Quantity, Scope, SlotName
from sayso.model.reading import Reading
from sayso.model.reconstruction import About, Because, QuestionSlot, RelationType
from sayso.model.statements import Polarity, Statement
from sayso.model.text import Anchor, covers
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence
from sayso.reconcile.setting import Days, Setting, Settings
from sayso.values.amount import Amount, compare_amounts, format_amount
from sayso.values.comparison import Comparison

__all__ = ["ask_forces"]

REACH = 15  # figures of one town and noun that each is compared with
FEWEST = 10  # "several soldiers" are no strength
PRESENT = frozenset(
    {"deploy", "fire", "attack"}
)  # what forces do where they stand; those who desert or flee are no strength
HARMED = frozenset({Act.KILLED, Act.WOUNDED, Act.MISSING, Act.DETAINED, Act.CROSSED, Act.DISPLACED})
NOT_COUNTS = frozenset({Scope.CAPACITY, Scope.SHARE, Scope.BACKGROUND})


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure of a kind of force with its statement, its town and the days it speaks of."""

    noun: str
    quantity: Quantity
    statement: Statement
    anchor: Anchor
    setting: Setting
    days: Days | None
    attributed: bool


def ask_forces(evidence: Evidence, settings: Settings) -> list[DraftQuestion]:
    """Draft a question for each town and kind of force of which two voices give figures that differ."""
    blocks: dict[str, list[_Figure]] = {}
    for reading in evidence.corpus.readings:
        for figure in _figures(evidence, settings, reading):
            blocks.setdefault(figure.noun, []).append(figure)
    groups = [group for noun in sorted(blocks) for group in _of_one_town(settings, blocks[noun])]
    return [draft for group in groups if (draft := _draft(evidence, group))]


def _figures(evidence: Evidence, settings: Settings, reading: Reading) -> Iterator[_Figure]:
    nouns = evidence.packs["en"].table("questions").get("forces", {}).get("nouns", {})
    own = evidence.packs.get(reading.language)
    named = nouns | (own.table("questions").get("forces", {}).get("nouns", {}) if own else {})
    wanted = [q for q in reading.quantities if q.of_lemma in named and _counts(q)]
    for quantity in wanted:
        holders = [s for s in reading.statements if any(covers(part, quantity.span) for part in s.spans)]
        statement = min(holders, key=lambda s: (not evidence.is_attributed(s), len(s.span), s.id), default=None)
        if statement is None or statement.polarity is not Polarity.ASSERTS or _does_else(statement, quantity):
            continue
        setting = settings.of(statement)
        if setting.towns:
            days = setting.days or settings.said(statement)
            anchor, told = Anchor(reading.document, quantity.span), evidence.is_attributed(statement)
            yield _Figure(str(named[quantity.of_lemma]), quantity, statement, anchor, setting, days, told)


def _does_else(statement: Statement, quantity: Quantity) -> bool:
    """Tell whether a figure counts those to whom or by whom something else happens: "several soldiers defected"."""
    return any(
        m.kind not in PRESENT and any(s.ref == quantity.id for s in m.fillers(SlotName.COUNT))
        for m in statement.mentions
    )


def _counts(quantity: Quantity) -> bool:
    few = quantity.amount.high is not None and quantity.amount.high < FEWEST
    return quantity.act not in HARMED and quantity.scope not in NOT_COUNTS and not quantity.unit and not few


def _of_one_town(settings: Settings, figures: list[_Figure]) -> Iterator[list[_Figure]]:
    groups: Groups[int] = Groups(range(len(figures)))
    blocks: dict[str, list[int]] = {}
    for i, figure in sorted(enumerate(figures), key=lambda item: item[1].anchor):
        for key in sorted(figure.setting.towns):
            block = blocks.setdefault(key, [])
            for j in block[-REACH:]:
                if settings.are_one_story(figures[j].statement, figure.statement):
                    groups.unite(i, j, "one town")
            block.append(i)
    for members in groups.members().values():
        yield sorted((figures[i] for i in members), key=lambda f: f.anchor)


def _draft(evidence: Evidence, group: list[_Figure]) -> DraftQuestion | None:
    answers: dict[str, DraftAnswer] = {}
    first: dict[str, _Figure] = {}
    for figure in group:
        key = format_amount(figure.quantity.amount)
        words = " ".join(figure.quantity.span.of(evidence.text_of(figure.statement.id)).split())
        answers.setdefault(key, DraftAnswer(key, words)).add(
            "statements" if figure.attributed else "presupposed", figure.statement.id, figure.anchor
        )
        first.setdefault(key, figure)
    kept = sorted(answers.values(), key=lambda a: (_size(first[a.value].quantity.amount), a.value))
    if len(kept) < 2 or not _are_voiced_apart(evidence, kept):
        return None
    relations = [
        _relation(
            answers[a.value],
            answers[b.value],
            [f for f in group if _key(f) == a.value],
            [f for f in group if _key(f) == b.value],
        )
        for i, a in enumerate(kept)
        for b in kept[i + 1 :]
    ]
    if all(r.type in {RelationType.SAME, RelationType.REFINES} for r in relations):
        return None
    text = f"How many {group[0].noun} were there at {_name(group)}?"
    anchor = min(f.anchor for f in group)
    return DraftQuestion(QuestionSlot.HOW_MANY, text, kept, None, 1.0, relations, anchor=anchor)


def _key(figure: _Figure) -> str:
    return format_amount(figure.quantity.amount)


def _size(amount: Amount) -> float:
    return amount.low if amount.low is not None else amount.high or 0.0


def _are_voiced_apart(evidence: Evidence, answers: list[DraftAnswer]) -> bool:
    voices = [set(evidence.voices_of(a.statements)) for a in answers if a.statements]
    return any(a and b and not a & b for i, a in enumerate(voices) for b in voices[i + 1 :])


def _relation(a: DraftAnswer, b: DraftAnswer, mine: list[_Figure], theirs: list[_Figure]) -> DraftRelation:
    anchors = tuple(sorted((mine[0].anchor, theirs[0].anchor)))
    kind, rule, text = _compare(a, b, mine, theirs)
    return DraftRelation(a.value, b.value, kind, About.FIGURE, Because(rule, text, anchors))


def _compare(
    a: DraftAnswer, b: DraftAnswer, mine: list[_Figure], theirs: list[_Figure]
) -> tuple[RelationType, str, str]:
    found = compare_amounts(mine[0].quantity.amount, theirs[0].quantity.amount)
    if found is Comparison.EQUAL:
        return RelationType.SAME, "equal-figures", "the figures are equal"
    if found is Comparison.REFINES:
        return RelationType.REFINES, "figure-within-bound", f"“{a.text}” and “{b.text}” can both hold; one is closer"
    if found is Comparison.COMPATIBLE:
        return RelationType.COMPATIBLE, "bounds-overlap", f"“{a.text}” and “{b.text}” can both hold"
    pairs = [(x.days, y.days) for x in mine for y in theirs]
    if any(x and y and x == y and x[0] == x[1] for x, y in pairs):
        return RelationType.CONFLICTS, "same-day-figures", f"“{a.text}” and “{b.text}” are told of one town on one day"
    if all(x and y and (x[0] > y[1] or y[0] > x[1]) for x, y in pairs):
        return RelationType.DIFFERENT_WINDOW, "other-days", f"“{a.text}” and “{b.text}” are told of other days"
    return RelationType.NOT_COMPARABLE, "days-unknown", "whether both are of one day is not known"


def _name(group: list[_Figure]) -> str:
    names = Counter(f.setting.name for f in group)
    return min(names, key=lambda name: (-names[name], name))
