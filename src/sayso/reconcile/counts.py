"""How many: figures of one event or one running count, grouped by value, related by window and bound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from sayso.link.events.profile import AGENT_CORE, place_keys
from sayso.model.annotations import Act, Group, Quantity, Scope, SlotName
from sayso.model.reconstruction import About, Because, Event, QuestionSlot, RelationType
from sayso.model.text import Anchor
from sayso.reconcile.draft import DraftAnswer, DraftQuestion, DraftRelation
from sayso.reconcile.evidence import Evidence, Telling
from sayso.reconcile.phrasing import phrase_question, place_name
from sayso.reconcile.setting import Settings
from sayso.values.amount import Amount, Bound, compare_amounts, format_amount
from sayso.values.comparison import Comparison

__all__ = ["ask_how_many"]

COUNTED = frozenset({"kill", "wound", "arrest", "flee", "cross", "return", "protest", "mutiny"})
RUNNING = frozenset({"flee", "cross", "return"})
NOT_COUNTS = frozenset({Scope.CAPACITY, Scope.SHARE, Scope.BACKGROUND})
FINGERPRINT = 50  # dead; an exact figure so high is told of one happening
OPEN_DAYS = 3  # a figure whose day is open by so much says nothing of the order
A_WAR = 5000.0  # dead; so many are told of a war, not of one happening
PARTS = frozenset({"children", "women"})
LEFT = frozenset({Act.CROSSED, Act.DISPLACED})
FATES = {
    "kill": frozenset({Act.KILLED}),
    "wound": frozenset({Act.WOUNDED}),
    "arrest": frozenset({Act.DETAINED}),
    "flee": LEFT,
    "cross": LEFT,
    "return": LEFT,
    "protest": frozenset(),
    "mutiny": frozenset(),
}


def ask_how_many(evidence: Evidence, event: Event, settings: Settings) -> DraftQuestion | None:
    """Draft the question of an event's figure; None unless a figure is told by somebody and met by another value or report."""
    if event.kind not in COUNTED:
        return None
    answers: dict[str, DraftAnswer] = {}
    amounts: dict[str, Amount] = {}
    totals: dict[str, bool] = {}
    for telling, quantity in _figures(evidence, event):
        key = format_amount(quantity.amount)
        amounts[key] = quantity.amount
        totals[key] = totals.get(key, False) or quantity.scope is Scope.RUNNING_TOTAL
        answer = answers.setdefault(key, DraftAnswer(key, _wording(evidence, telling, quantity)))
        anchor = Anchor(evidence.corpus.document_of[telling.statement.id], quantity.span)
        told = evidence.is_attributed(telling.statement) and telling.asserts and not _is_granted(evidence, telling)
        kind = "statements" if told else "presupposed"
        answer.add("denials" if telling.denies else kind, telling.statement.id, anchor)
    kept = sorted(answers.values(), key=lambda a: (_size(amounts[a.value]), a.value))
    one = event.kind in RUNNING or _is_one_happening(evidence, event, settings, amounts.values())
    relations = list(_relations(evidence, event, kept, amounts, totals, one=one))
    if not any(a.statements for a in kept) or not _is_worth_asking(evidence, kept):
        return None
    placed = place_name(evidence, evidence.tellings(event), towards=False)
    if not placed and (len(kept) == 1 or event.kind not in RUNNING):
        return None  # figures of nobody knows where: a question about nothing
    in_all = event.kind not in RUNNING and all(totals[a.value] or _size(amounts[a.value]) >= A_WAR for a in kept)
    text = phrase_question(evidence, event, QuestionSlot.HOW_MANY, in_all=in_all)
    return DraftQuestion(QuestionSlot.HOW_MANY, text, kept, event, 1.5 if event.kind == "kill" else 1.2, relations)


def _is_one_happening(evidence: Evidence, event: Event, settings: Settings, amounts: Iterable[Amount]) -> bool:
    """Tell whether its town alone, or a figure as rare as a fingerprint, says that an event is one: in a city that many
    reports name, two figures of one day may be of two attacks."""
    if any(a.bound is Bound.EXACT and (a.low or 0) >= FINGERPRINT for a in amounts):
        return True
    towns = Counter(
        key
        for telling in evidence.tellings(event)
        for slot in telling.mention.fillers(SlotName.PLACE)
        if (place := evidence.corpus.places.get(slot.ref or "")) and place.is_town
        for key, _ in place_keys(place)
    )
    most = max(towns.values(), default=0)
    return any(key in settings.settled for key, told in towns.items() if told == most) or len(event.statements) < 2


def _figures(evidence: Evidence, event: Event) -> Iterator[tuple[Telling, Quantity]]:
    """Yield each figure once, in the statement that says most about it: one that asserts it, else the shortest."""
    told: dict[str, tuple[Telling, Quantity]] = {}
    for telling in sorted(evidence.tellings(event), key=_plainness):
        slots = telling.mention.fillers(SlotName.COUNT)
        figures = [q for q in (evidence.corpus.quantities.get(s.ref or "") for s in slots) if q]
        if len({q.id for q in figures if q.part_of is None}) > 1:
            continue  # "two women and two guards": neither is how many there were
        for quantity in figures:
            if _counts(quantity, event.kind):
                told.setdefault(quantity.id, (telling, quantity))
    yield from _of_the_whole(list(told.values()))


def _counts(quantity: Quantity, kind: str) -> bool:
    """Tell whether a figure can be the event's: of heads, of no other fate, neither a capacity nor one person."""
    if quantity.scope in NOT_COUNTS or quantity.unit is not None or quantity.amount.high == 1 or quantity.part_of:
        return False
    return quantity.act in {None, Act.OTHER} or quantity.act in FATES[kind]


def _of_the_whole(figures: list[tuple[Telling, Quantity]]) -> list[tuple[Telling, Quantity]]:
    """Leave out figures of a part ("19 children") where others count all."""
    parts = [f for f in figures if f[1].actor_class in PARTS or f[1].group in {Group.CHILDREN, Group.WOMEN}]
    return [f for f in figures if f not in parts] if len(parts) < len(figures) else figures


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


def _is_worth_asking(evidence: Evidence, answers: list[DraftAnswer]) -> bool:
    """Figures are worth a question when several reports carry them, or two voices of one report give figures of their
    own: the reader must see on whose say-so. What one report tells in two wordings is no question."""
    if len({evidence.corpus.statements[s].report for a in answers for s in a.every()}) >= 2:
        return True
    voices = [set(evidence.voices_of(a.statements)) for a in answers if a.statements]
    return any(a and b and not a & b for i, a in enumerate(voices) for b in voices[i + 1 :])


def _size(amount: Amount) -> float:
    return amount.low if amount.low is not None else amount.high or 0.0


def _relations(
    evidence: Evidence,
    event: Event,
    answers: list[DraftAnswer],
    amounts: dict[str, Amount],
    totals: dict[str, bool],
    *,
    one: bool,
) -> Iterator[DraftRelation]:
    rising = event.kind in RUNNING and _rises(evidence, answers)
    for i, a in enumerate(answers):
        for b in answers[i + 1 :]:
            relation = _compare(evidence, event, a, b, amounts, rising=rising)
            clash = relation[0] is RelationType.CONFLICTS
            if clash and event.kind not in RUNNING and _is_of_a_war(a, b, amounts, totals):
                relation = (
                    RelationType.NOT_COMPARABLE,
                    "totals-of-their-own-windows",
                    "each total has a window of its own",
                )
            elif clash and not one:
                text = "a city of many such happenings: whether both figures are of one is not known"
                relation = RelationType.NOT_COMPARABLE, "perhaps-two-happenings", text
            elif clash and event.kind in RUNNING and totals[a.value] != totals[b.value]:
                relation = RelationType.DIFFERENT_WINDOW, "total-and-part", "one is a running total, the other is not"
            anchors = tuple(sorted((*a.anchors[:1], *b.anchors[:1])))
            yield DraftRelation(a.value, b.value, relation[0], About.FIGURE, Because(relation[1], relation[2], anchors))


def _is_of_a_war(a: DraftAnswer, b: DraftAnswer, amounts: dict[str, Amount], totals: dict[str, bool]) -> bool:
    """Tell whether both figures are of a whole war or year: "thousands died in the sieges", "210,000 since March"."""
    return all(totals[x.value] or (amounts[x.value].high or _size(amounts[x.value])) >= A_WAR for x in (a, b))


def _compare(
    evidence: Evidence, event: Event, a: DraftAnswer, b: DraftAnswer, amounts: dict[str, Amount], *, rising: bool
) -> tuple[RelationType, str, str]:
    found = compare_amounts(amounts[a.value], amounts[b.value])
    if found is Comparison.EQUAL:
        return RelationType.SAME, "equal-figures", "the figures are equal"
    if found is Comparison.REFINES:
        return RelationType.REFINES, "figure-within-bound", f"“{a.text}” and “{b.text}” can both hold; one is closer"
    if found is Comparison.COMPATIBLE:
        return RelationType.COMPATIBLE, "bounds-overlap", f"“{a.text}” and “{b.text}” can both hold"
    if event.kind in RUNNING:
        return _running(evidence, a, b, rising=rising)
    return (
        RelationType.CONFLICTS,
        "figures-exclude-each-other",
        f"“{a.text}” and “{b.text}” cannot both be the figure of one event",
    )


def _rises(evidence: Evidence, answers: list[DraftAnswer]) -> bool:
    """Tell whether figures in the order of their size, as far as their days are known, come one after another: one count
    that moves, not accounts that part. Two known days at the least must show it."""
    days = (_spoken_of(evidence, a) for a in answers)
    starts = [first for first, last in days if first and last and (last - first).days < OPEN_DAYS]
    return len(set(starts)) > 1 and starts == sorted(starts)


def _running(evidence: Evidence, a: DraftAnswer, b: DraftAnswer, *, rising: bool) -> tuple[RelationType, str, str]:
    """A running count moves in time: a later higher figure is an update; where the days known show that it rises, one
    without a day fits in; without days nothing can be claimed."""
    days_a, days_b = _spoken_of(evidence, a), _spoken_of(evidence, b)
    if _before(days_a[1], days_b[0]):
        return RelationType.UPDATES, "later-running-count", f"“{b.text}” is of a later day than “{a.text}”"
    if days_a[0] and days_a == days_b and days_a[0] == days_a[1]:
        return (
            RelationType.CONFLICTS,
            "same-day-running-count",
            f"“{a.text}” and “{b.text}” are told of one count on one day",
        )
    if rising:
        text = f"a running count that rises: “{a.text}” and “{b.text}” can both hold, the higher one later"
        return RelationType.COMPATIBLE, "rising-count", text
    return RelationType.NOT_COMPARABLE, "days-unknown", "a running count, and which figure was said later is not known"


def _spoken_of(evidence: Evidence, answer: DraftAnswer) -> tuple[date | None, date | None]:
    """Return the days a running figure speaks of: the last day its clauses name, else the days it was said on."""
    named = [day for s in answer.every() if (day := evidence.last_day(s))]
    return (min(named), max(named)) if named else evidence.said(answer.every())


def _before(a: date | None, b: date | None) -> bool:
    return a is not None and b is not None and a < b
