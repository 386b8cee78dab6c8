"""Narrowing the days of reports and happenings together, with the reasons; what contradicts is noted and left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.link.dating.calendar import Calendar, Days
from sayso.link.dating.clues import WIDE, Happening, Telling
from sayso.model.reconstruction import Because
from sayso.model.text import Anchor

__all__ = ["Solver"]

ROUNDS = 6
NARROW = 45  # days: an interval wider than this dates nothing

NEWS_REACH = 7  # days: what a report opens with, telling no day, happened within a week
LATEST = 400  # days: no time is counted from a day of speaking further back than so

TEXTS = {
    "shared-figure": "says “{words}” of an event that other reports date (known by its exact figure)",
    "shared-deed": "says “{words}” of a deed that another report dates (the same person, weekday and words)",
    "same-page": "says “{words}” of what other pieces of its page tell of the same town and weekday",
}
NO_DAY = "tells of an event that other reports date (known by its exact figure): not older than that"


@dataclass
class Solver:
    """The state of an inference: the days left to each report, and why. `fixed` reports keep their days.

    A `long` case spans months or years: a figure and a person's deed come round again in it. There only what is fixed
    is evidence, and one clue dates nothing (`is_sure`).
    """

    calendar: Calendar
    days: dict[str, Days]
    fixed: frozenset[str]
    long: bool = False
    support: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    because: dict[str, list[Because]] = field(default_factory=dict)

    def limit(self, report: str, allowed: Days, reason: Because, *, weak: bool = False) -> bool:
        """Keep the days of a report that are `allowed`; return whether that changed anything.

        A clue that leaves no day is noted: a `weak` one speaks against the others, any other contradicts them.
        """
        if report in self.fixed:
            return False
        left = self.days[report] & allowed
        if left == self.days[report]:
            return False
        reasons = self.because.setdefault(report, [])
        if not left:
            rule, verdict = ("speaks-against", "a weak clue that") if weak else ("contradicts", "")
            text = f"{verdict} does not fit the other clues, and is left out: {reason.text}".strip()
            against = Because(rule, text, reason.anchors)
            if against not in reasons:
                reasons.append(against)
            return False
        self.days[report] = left
        if reason not in reasons:
            reasons.append(reason)
        return True

    def narrow(self, happenings: Sequence[Happening]) -> None:
        """Narrow by all happenings until nothing changes, the surest first."""
        for _ in range(1 if self.long else ROUNDS):
            changed = [self._by(happening) for happening in happenings]
            if not any(changed):
                return

    def _by(self, happening: Happening) -> bool:
        known = self._happened(happening)
        if not known:
            return False
        changed = False
        for telling in happening.tellings:
            if telling.report not in self.fixed:
                others = self._best(t for t in happening.tellings if t.report != telling.report)
                text = TEXTS[happening.rule].replace("{words}", telling.words) if telling.time else NO_DAY
                reason = Because(happening.rule, text, (telling.anchor, *others))
                allowed = self._sayable(telling, known)
                if allowed & self.days[telling.report] and not self.is_wide(allowed):
                    self.support.setdefault(telling.report, set()).add((happening.rule, happening.key))
                changed |= self.limit(telling.report, allowed, reason)
        return changed

    def _best(self, tellings: Iterable[Telling]) -> tuple[Anchor, ...]:
        """Return where the tellings to look at stand: those of dated reports first."""
        return tuple(t.anchor for t in sorted(tellings, key=lambda t: (t.report not in self.fixed, t.anchor)))[:2]

    def _happened(self, happening: Happening) -> Days:
        """Return the days on which a happening may have been, as all its reports allow; 0 when they allow none."""
        found = self.calendar.every
        spread = 0
        for telling in happening.tellings:
            meant = self._meant(telling) if not self.long or telling.report in self.fixed else self.calendar.every
            found &= meant
            if telling.report in self.fixed and telling.time:
                spread |= meant
        if not found or found == self.calendar.every:
            return 0
        first, last = self.calendar.ends(spread) if spread else self.calendar.ends(found)
        return found if not spread or (last - first).days <= WIDE else 0

    def _meant(self, telling: Telling) -> Days:
        """Return the days a telling may mean, whatever day of those left its report was published on."""
        own = self.days[telling.report]
        if telling.news and telling.report in self.fixed:
            first, last = self.calendar.ends(own)
            return self.calendar.between(first - timedelta(days=NEWS_REACH), last)
        if telling.time is None:
            return self.calendar.until(own)
        if not own or self.is_wide(own):
            return self.calendar.every
        meant = 0
        for day in self.calendar.each(own):
            meant |= self._told(telling, day)
        return meant

    def _told(self, telling: Telling, day: int) -> Days:
        time = telling.time
        if time is None:
            return self.calendar.every
        if time.earliest and time.latest:
            told = self.calendar.between(time.earliest, time.latest)
        else:
            told = self.calendar.told(time.when, telling.words, day)
        return self.calendar.since(told) & self.calendar.until(1 << day) if telling.began else told

    def _sayable(self, telling: Telling, known: Days) -> Days:
        """Return the days on which a report could have told a happening as it does."""
        after = self.calendar.since(known)
        if telling.time is None:
            return after
        if not self.calendar.says(telling.time.when, telling.words) and telling.time.earliest is None:
            return after
        last = self.calendar.ends(known)[1] + timedelta(days=LATEST)
        left = 0
        for day in self.calendar.each(self.days[telling.report] & after & self.calendar.between(None, last)):
            if self._told(telling, day) & known:
                left |= 1 << day
        return left

    def is_sure(self, report: str) -> bool:
        """Tell whether the clues date a report: none contradicts, and in a long case two happenings at least agree."""
        if self.is_wide(self.days[report]) or any(r.rule == "contradicts" for r in self.because.get(report, ())):
            return False
        taken = any(reason.rule in {"copy-of", "shared-passage"} for reason in self.because.get(report, ()))
        return not self.long or taken or len(self.support.get(report, ())) >= 2

    def is_wide(self, days: Days) -> bool:
        """Tell whether a set of days dates nothing."""
        first, last = self.calendar.ends(days) if days else (self.calendar.first, date.max)
        return (last - first).days > NARROW

    def reasons(self) -> Mapping[str, tuple[Because, ...]]:
        """Return the reasons of each report whose days were narrowed."""
        return {report: tuple(reasons) for report, reasons in self.because.items()}
