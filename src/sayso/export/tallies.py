"""What a reading counts of persons harmed: its figures, and single victims told without a number ("a woman was killed")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.export.wire.read import CasualtyBasis, CasualtyGroup
from sayso.lang.packs import load_packs
from sayso.model.annotations import Act, Group, Person, Quantity, Scope, TimeExpr
from sayso.model.reading import Reading
from sayso.model.text import Span, covers, overlaps
from sayso.values.amount import Amount, Bound, span_of
from sayso.values.atoms import Phrases, atomize
from sayso.values.when import Granularity

__all__ = ["Tally", "joined", "tallies"]

SHORT = 7
"""How many days the stretch may have whose running total can stand for the event told ("clashes since Wednesday")."""

HARM = (Act.KILLED, Act.WOUNDED, Act.MISSING, Act.DETAINED)
GROUPS: dict[Group, CasualtyGroup] = {
    Group.CIVILIANS: "civilians",
    Group.NONCIVILIANS: "noncivilians",
    Group.CHILDREN: "children",
    Group.WOMEN: "women",
}
_STATUSES: dict[str, CasualtyGroup] = {"child": "children", "combatant": "noncivilians"}
_JOINS = frozenset({"and", ",", "&", "as well as", "together with", "along with", "og", "samt", ""})
_FEW_DAYS = re.compile(r"P[1-7]D|PT\d+H")

ROUND = 0.1
"""How far a nearer number may lie above a round one that stands for it, as a share."""

SMALL, CLOSE = 3, 2
"""Numbers up to `SMALL` are one count told twice only within `CLOSE` sentences of each other."""

ONE = Amount(1, 1, Bound.EXACT)


@dataclass(frozen=True, slots=True)
class Tally:
    """Persons of one group to whom one thing happened, where a text counts them; `part_of` names the whole's id.

    `whole` is the span with the counted noun; `sentence` numbers the sentence it stands in. `refers` tells that this sentence
    speaks of the dead as known ("among the dead were two nurses").
    """

    id: str
    span: Span
    whole: Span
    amount: Amount
    group: CasualtyGroup
    act: Act
    scope: Scope | None
    sentence: int
    part_of: str | None = None
    refers: bool = False
    basis: CasualtyBasis = "said"

    @property
    def precise(self) -> bool:
        """Whether the words give a number rather than a notion of one ("dozens")."""
        return self.amount.bound is not Bound.VAGUE

    @property
    def round(self) -> bool:
        """Whether the words tell that a nearer number may be known ("more than 50", "about 80")."""
        return self.amount.bound in (Bound.MORE_THAN, Bound.LESS_THAN, Bound.ABOUT)

    @property
    def number(self) -> float:
        """The lower number told, or the upper one where no other is."""
        return self.amount.low if self.amount.low is not None else self.amount.high or 0.0

    def same_number(self, other: Tally) -> bool:
        """Tell whether two tallies can be one count told twice; small numbers recur, so they must stand close by."""
        same = self.act is other.act and self.number == other.number and self.precise and other.precise
        return same and (self.number > SMALL or abs(self.sentence - other.sentence) <= CLOSE)

    def rounds(self, other: Tally) -> bool:
        """Tell whether this is a round number for the other's nearer one ("more than 50" for "at least 51")."""
        if self.act is not other.act or not self.round or other.round or not other.precise:
            return False
        low, high = span_of(self.amount)
        return low <= other.number <= min(high, self.number * (1 + ROUND))


def tallies(reading: Reading) -> tuple[Tally, ...]:
    """Return what a reading counts of harm in events, in text order; background stays out.

    Of running totals only those of a few days are given, for reports that count no single event.
    """
    starts = [sentence.start for sentence in reading.sentences]
    figures = [
        q
        for q in reading.quantities
        if q.act in HARM and q.group is not Group.THINGS and q.unit is None
        if q.scope in (None, Scope.EVENT) or _of_few_days(reading, q)
    ]
    counted = [_of_figure(q, bisect_right(starts, q.span.start)) for q in figures]
    counted = [replace(t, refers=_refers(reading, t.sentence)) for t in counted if t.number >= 1]
    singles = [
        _of_person(p, bisect_right(starts, p.span.start))
        for p in reading.persons
        if not p.names and not any(overlaps(q.whole, p.span) for q in reading.quantities)
    ]
    return tuple(sorted(_told_apart([*counted, *singles]), key=lambda t: (t.span, t.id)))


def _of_few_days(reading: Reading, quantity: Quantity) -> bool:
    """Tell whether a running total covers a stretch of a few days, as far as its window tells."""
    if quantity.scope is not Scope.RUNNING_TOTAL or quantity.window is None:
        return False
    sentence = next((s for s in reading.sentences if covers(s, quantity.span)), quantity.span)
    at = reading.text.find(quantity.window, sentence.start, sentence.end)
    if at < 0:
        return False
    window = Span(at, at + len(quantity.window))
    return any(_recent(reading, t) for t in reading.times if overlaps(window, t.span))


def _recent(reading: Reading, time: TimeExpr) -> bool:
    if time.when.granularity is Granularity.DURATION:
        return bool(_FEW_DAYS.fullmatch(time.when.timex))
    if time.when.granularity not in (Granularity.TIME, Granularity.DAY):
        return False
    published = next(
        (r.published for r in reading.reports if r.published and any(covers(s, time.span) for s in r.spans)), None
    )
    if time.earliest is None or published is None:
        return "W" in time.when.timex  # a weekday of no known date is one of the last
    return 0 <= (published.latest - time.earliest).days <= SHORT


def _of_figure(quantity: Quantity, sentence: int) -> Tally:
    group = GROUPS.get(quantity.group, "unknown")
    if group == "civilians" and quantity.part_of and quantity.of_lemma not in _all_civilians():
        group = "unknown"  # "two medics among 30 dead" does not tell how many civilians died
    return Tally(
        quantity.id, quantity.span, quantity.whole, quantity.amount, group,
        quantity.act or Act.OTHER, quantity.scope, sentence, quantity.part_of,
    )  # fmt: skip


def _refers(reading: Reading, number: int) -> bool:
    """Tell whether a sentence, counted from one, speaks of the dead as of persons told before."""
    if not 0 < number <= len(reading.sentences):
        return False
    atoms = atomize(reading.sentences[number - 1].of(reading.text))
    return any(_the_dead().at(atoms, index) for index in range(len(atoms)))


@cache
def _the_dead() -> Phrases[None]:
    tables = (pack.table("numbers").get("amid", {}) for pack in load_packs().values())
    return Phrases(dict.fromkeys(words for table in tables for words in table.get("known", ())))


@cache
def _all_civilians() -> frozenset[str]:
    tables = (pack.table("numbers").get("civilians", {}) for pack in load_packs().values())
    return frozenset(word for table in tables for word in table.get("words", ()))


def _of_person(person: Person, sentence: int) -> Tally:
    other: CasualtyGroup = "civilians" if person.status == "civilian" else "unknown"
    group = _STATUSES.get(person.status, "women" if person.sex == "female" else other)
    return Tally(person.id, person.span, person.span, ONE, group, Act(person.fate), None, sentence)


def _told_apart(found: Sequence[Tally]) -> list[Tally]:
    """Give a count of "people" or of nobody named the group of the same count told with one ("20 dead" … "20 rebels")."""
    alone = [t for t in found if t.part_of is None and t.precise and t.number > 1]
    civilians = {t.number for t in alone if t.group == "civilians"}
    fighters = [t for t in alone if t.group == "noncivilians" and t.number not in civilians]
    return [
        replace(t, group="noncivilians") if t.group == "unknown" and any(t.same_number(f) for f in fighters) else t
        for t in found
    ]


def joined(text: str, first: Tally, second: Tally) -> bool:
    """Tell whether two tallies stand side by side in one list ("two women and a child")."""
    return (
        first.sentence == second.sentence
        and first.whole.end <= second.span.start
        and " ".join(text[first.whole.end : second.span.start].split()).lower() in _JOINS
    )
