"""The day of a report's main incident, where the text tells one; the day on the page's date line or of a saying is none.

A day is taken from the mentions in the sentences that count the victims, else from the violent deeds told in the sentences
beside them where these agree on one day. What the rest of a report dates may be another event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sayso.lang.packs import Pack, load_packs
from sayso.model.annotations import EventMention, Fact, Slot, SlotFrom, SlotName, TimeBasis, TimeExpr
from sayso.model.reading import Reading
from sayso.model.reports import Report
from sayso.model.text import Span, covers, overlaps
from sayso.values.atoms import Atom, atomize
from sayso.values.when import Granularity

__all__ = ["DEEDS", "day_of"]

BEFORE = 40
"""How many characters before a day are looked at for what it is the day of."""

AFTER = 24
"""How many characters after a day are looked at for a noun that it belongs to."""

DEEDS = frozenset({"kill", "wound", "attack", "fire", "destroy", "violence"})
"""Kinds of event mentions that do harm."""

_TIE = 6
"""How many characters may stand between two days told together."""

_JOINS = frozenset({"and", "&", "to", "-", "–", "og", "til", "und", "bis"})

_NIGHT = "TNI"
"""What TIMEX3 marks a night with."""

_DAYS = frozenset({Granularity.TIME, Granularity.DAY})
_ARTICLES = 3
"""How many words before a day an article may stand that makes it part of a noun's phrase ("a disputed June 3 poll")."""


def day_of(reading: Reading, report: Report, mentions: Sequence[EventMention], near: Sequence[Span]) -> TimeExpr | None:
    """Return the time that tells the day of an incident: of `mentions` where its victims are counted, else of deeds `near`."""
    clock = _Clock.of(reading, report)
    first = next(clock.days(_times(clock, [m for m in mentions if m.fact is Fact.HAPPENED], ())), None)
    if first is not None:
        return first
    told = {m.id: m for s in reading.statements for m in s.mentions if any(covers(x, m.span) for x in near)}
    beside = sorted(told.values(), key=lambda m: (m.span, m.id))
    deeds = [m for m in beside if m.kind in DEEDS and m.fact is Fact.HAPPENED]
    others = [slot.ref for m in beside if m.kind not in DEEDS for slot in m.fillers(SlotName.TIME) if _own(slot)]
    days = list(clock.days(_times(clock, deeds, others)))
    return days[0] if len({time.earliest for time in days}) == 1 else None


def _own(slot: Slot) -> bool:
    return slot.found is SlotFrom.CLAUSE


def _times(clock: _Clock, mentions: Iterable[EventMention], others: Sequence[str | None]) -> Iterator[TimeExpr]:
    """Yield the times of mentions; one that merely stands in the sentence not where it is another mention's own."""
    for mention in mentions:
        for slot in mention.fillers(SlotName.TIME):
            if slot.ref in clock.times and (_own(slot) or slot.ref not in others):
                yield clock.times[slot.ref]


def _tied(text: str, times: Sequence[TimeExpr]) -> Iterator[str]:
    """Yield the ids of times told together with the one beside them ("on Saturday and Sunday")."""
    for first, second in pairwise(times):
        gap = second.span.start - first.span.end
        if 0 <= gap <= _TIE and text[first.span.end : second.span.start].strip().lower() in _JOINS:
            yield from (first.id, second.id)


@dataclass(frozen=True, eq=False)
class _Clock:
    """The times of one report and what tells which of them may be an event's."""

    text: str
    times: dict[str, TimeExpr]
    line: Span | None
    triggers: frozenset[int]
    words: _Days | None
    tied: frozenset[str]

    @staticmethod
    def of(reading: Reading, report: Report) -> _Clock:
        packs = load_packs()
        inside = {t.id: t for t in reading.times if any(covers(s, t.span) for s in report.spans)}
        triggers = frozenset(m.span.start for s in reading.statements for m in s.mentions)
        tied = frozenset(_tied(reading.text, sorted(inside.values(), key=lambda t: (t.span, t.id))))
        words = _words(packs[report.language]) if report.language in packs else None
        return _Clock(reading.text, inside, report.published.span if report.published else None, triggers, words, tied)

    def days(self, times: Iterable[TimeExpr]) -> Iterator[TimeExpr]:
        """Yield the times that are one day and may be an event's."""
        for time in times:
            if time.basis is TimeBasis.UNRESOLVED or time.earliest is None or time.earliest != time.latest:
                continue
            if time.when.granularity not in _DAYS or (self.line is not None and overlaps(self.line, time.span)):
                continue
            if _NIGHT in time.when.timex and not self._names_a_day(time):
                continue
            if self.words is None or not self._of_something_else(time, self.words):
                yield time

    def _names_a_day(self, time: TimeExpr) -> bool:
        """Tell whether a night is that of a named day ("Monday night"); "overnight" is of two days."""
        named = self.words.nights if self.words else frozenset()
        return not named & {atom.lower for atom in atomize(time.span.of(self.text))}

    def _of_something_else(self, time: TimeExpr, words: _Days) -> bool:
        return self._of_the_page(time, words) or self._of_a_window(time, words) or self._of_a_noun(time, words)

    def _of_a_window(self, time: TimeExpr, words: _Days) -> bool:
        """Tell whether a day only opens or closes a stretch of days ("since Saturday", "on Saturday and Sunday")."""
        before = self._before(time)
        return (bool(before) and before[-1].lower in words.windows) or time.id in self.tied

    def _of_the_page(self, time: TimeExpr, words: _Days) -> bool:
        """Tell whether a day is that of a date line ("ABC Friday 12 May 2017"), or of the saying ("a monitor said on Monday")."""
        before = [a.lower for a in self._before(time)]
        full = time.basis is TimeBasis.STATED and time.when.timex[:4].isdigit()
        if full and (not before or before[-1] not in words.before):
            return True
        while before and before[-1] in words.between:
            before.pop()
        after = self._after(time)
        return bool(before and before[-1] in words.said) or (after is not None and after.lower in words.said)

    def _of_a_noun(self, time: TimeExpr, words: _Days) -> bool:
        """Tell whether a day only says which poll or sitting is meant ("a disputed June 3 poll"), unless that is an event here."""
        before = [a.lower for a in self._before(time)][-_ARTICLES:]
        after = self._after(time)
        if after is None or not words.articles & set(before) or words.before & set(before[-1:]) - words.articles:
            return False
        plain = after.text.isalpha() and after.text.islower() and after.lower not in words.after
        return plain and after.start not in self.triggers

    def _before(self, time: TimeExpr) -> tuple[Atom, ...]:
        start = max(0, time.span.start - BEFORE)
        return atomize(self.text[start : time.span.start], start)

    def _after(self, time: TimeExpr) -> Atom | None:
        atoms = atomize(self.text[time.span.end : time.span.end + AFTER], time.span.end)
        return atoms[0] if atoms else None


@dataclass(frozen=True, eq=False)
class _Days:
    """Words around a day; see the comments in `means.toml`."""

    before: frozenset[str]
    between: frozenset[str]
    said: frozenset[str]
    articles: frozenset[str]
    after: frozenset[str]
    windows: frozenset[str]
    nights: frozenset[str]


@lru_cache(maxsize=16)
def _words(pack: Pack) -> _Days:
    table = pack.table("means").get("days", {})
    return _Days(
        *(
            frozenset(table.get(key, ()))
            for key in ("before", "between", "said", "articles", "after", "windows", "nights")
        )
    )
