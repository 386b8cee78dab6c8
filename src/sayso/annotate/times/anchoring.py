"""Resolving the times of one report: against its own date, the time of the story told, or the date told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.annotations import TimeBasis, TimeExpr
from sayso.model.ids import derived_id
from sayso.model.reports import StatedDate
from sayso.model.text import Span
from sayso.values.when import Granularity, When, anchored, interval, resolve

__all__ = ["Anchors", "Said"]

NARRATIVE = 3
"""From this many dates with month and year on, an undated text tells a story whose years carry on."""

NEAR = 300
"""How far back, in characters of the same paragraph, a full date of another year governs a month in a dated report."""

_DATED = (Granularity.TIME, Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.SEASON, Granularity.YEAR)


@dataclass(frozen=True, slots=True)
class Said:
    """A time as said, where, and whether its clause looks ahead."""

    span: Span
    when: When
    paragraph: int
    sentence: Span
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """A date already resolved that later words may count from."""

    span: Span
    when: When
    first: date
    paragraph: int
    year: str


class Anchors:
    """The times of one report, in text order, with what they may be resolved against."""

    def __init__(self, document: str, published: StatedDate | None, times: Sequence[Said]) -> None:
        """Take a report's times; tell from them whether the report tells a story by dates."""
        self._document, self._published, self._times = document, published, times
        dated = [t for t in times if t.when.timex[:4].isdigit() and len(t.when.timex) >= 7 and t.when.timex[4] == "-"]
        self._narrative = published is None and len(dated) >= NARRATIVE
        self._told: _Told | None = None
        self._last_year: str | None = None

    def resolve(self) -> list[TimeExpr]:
        """Read every time; later ones may lean on earlier ones."""
        found = []
        for said in self._times:
            expression = self._read(said)
            self._remember(said, expression)
            found.append(expression)
        return found

    def _remember(self, said: Said, time: TimeExpr) -> None:
        when = time.when
        if when.timex[:2] == "BC":
            self._last_year = when.timex[:6]
        elif when.timex[:4].isdigit() and when.granularity in _DATED and when.granularity is not Granularity.WEEK:
            self._last_year = when.timex[:4]
        if time.earliest is not None and when.granularity in _DATED and time.basis is not TimeBasis.UNRESOLVED:
            self._told = _Told(said.span, when, time.earliest, said.paragraph, when.timex[:4])

    def _read(self, said: Said) -> TimeExpr:
        when, days = said.when, interval(said.when)
        if (
            days
            or when.timex.startswith(("BC", "P", "FUTURE_"))
            or when.granularity in (Granularity.SET, Granularity.VAGUE)
        ):
            basis = TimeBasis.STATED if days or when.timex.startswith("BC") else TimeBasis.UNRESOLVED
            return self._expression(said, when, basis)
        if when.relative and when.relative.startswith("then:"):
            return self._after(said)
        if self._is_clock(when):
            return self._on_told_day(said)
        if (
            (year := self._story_year(said))
            and when.relative is None
            and when.timex.startswith("XXXX-")
            and "W" not in when.timex[:6]
        ):
            year = self._turned(year, when)
            told = replace(when, timex=year + when.timex[4:], edtf=when.edtf.replace("XXXX", year))
            return self._expression(said, told, TimeBasis.NARRATIVE, self._told)
        if self._published is not None:
            return self._against_report(said, self._published)
        return self._expression(said, when, TimeBasis.UNRESOLVED)

    @staticmethod
    def _is_clock(when: When) -> bool:
        return when.timex.startswith("XXXX-XX-XXT") and when.relative is None

    def _story_year(self, said: Said) -> str | None:
        """Return the year the story is in: of the last date told, or of a full date of another year close before."""
        if self._narrative:
            return self._last_year
        told = self._told
        if told is None or self._published is None or told.paragraph != said.paragraph:
            return None
        far = said.span.start - told.span.end > NEAR or told.when.granularity is Granularity.YEAR
        return None if far or told.first.year >= self._published.earliest.year - 1 else told.year

    def _turned(self, year: str, when: When) -> str:
        """Go on to the next year where a story passes from its last months to the first ("December … January")."""
        told, month = self._told, when.timex[5:7]
        if told is None or not month.isdigit() or told.year != year or not year.isdigit():
            return year
        turns = told.when.granularity is not Granularity.YEAR and told.first.month >= 10 and int(month) <= 2
        return f"{int(year) + 1:04d}" if turns else year

    def _after(self, said: Said) -> TimeExpr:
        """Read "the next day", "two weeks later", "that month" from the date told before."""
        told = self._told
        unit = (said.when.relative or "")[5:9]
        fine = told is not None and (
            unit.startswith(("year", "deca", "cent", "mont", "seas", "last")) or told.when.granularity in _FINE
        )
        if told is None or not fine:
            return self._expression(said, said.when, TimeBasis.UNRESOLVED)
        return self._expression(said, anchored(said.when, told.first), TimeBasis.PREVIOUS_DATE, told)

    def _on_told_day(self, said: Said) -> TimeExpr:
        """Give a clock time the day told in its own paragraph, in a story the day told last, else the report's day."""
        told = self._told
        close = told is not None and (self._narrative or said.paragraph == told.paragraph)
        if told is None or not close or told.when.granularity not in _FINE:
            if self._published is not None and not self._narrative:
                return self._against_report(said, self._published)
            return self._expression(said, said.when, TimeBasis.UNRESOLVED)
        return self._expression(said, anchored(said.when, told.first), TimeBasis.PREVIOUS_DATE, told)

    def _against_report(self, said: Said, published: StatedDate) -> TimeExpr:
        first = anchored(said.when, published.earliest, forward=said.ahead)
        last = anchored(said.when, published.latest, forward=said.ahead)
        days = resolve(said.when, published.earliest, published.latest) if first != last else interval(first)
        when = first if first == last else said.when
        if days is None:
            return self._expression(said, said.when, TimeBasis.UNRESOLVED)
        name = derived_id("time", self._document, (said.span,))
        return TimeExpr(name, said.span, when, TimeBasis.REPORT_DATE, days[0], days[1], published.span)

    def _expression(self, said: Said, when: When, basis: TimeBasis, told: _Told | None = None) -> TimeExpr:
        earliest, latest = interval(when) or (None, None)
        if earliest is None and basis is not TimeBasis.STATED:
            basis = TimeBasis.UNRESOLVED
        anchor = told.span if told and basis is not TimeBasis.UNRESOLVED else None
        name = derived_id("time", self._document, (said.span,))
        return TimeExpr(name, said.span, when, basis, earliest, latest, anchor)


_FINE = (Granularity.TIME, Granularity.DAY)
