"""Where and when a statement is set: the towns and days it names, else those of its report; and which reports tell one story.

A question that no event carries ("is the town empty?", "how many tanks stand before it?") is asked of a town and a stretch of
days. What a clause does not name is taken from its sentence, then from the town its report names most, and marked as assumed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import inf

from sayso.link.events.profile import place_keys
from sayso.model.annotations import Place
from sayso.model.reading import Reading
from sayso.model.reports import Report
from sayso.model.statements import Statement
from sayso.model.text import Span, covers
from sayso.reconcile.evidence import Evidence

__all__ = ["Days", "Setting", "Settings"]

Days = tuple[date, date]

FEW = 12  # reports; a town that few name, or that the case is about, is a setting of its own
ABOUT = 0.3  # share of the case's reports
A_CASE_DAYS = 60  # a case of longer is about no one happening in its main town
ONE_STORY_DAYS = 7


@dataclass(frozen=True, slots=True)
class Setting:
    """The towns a statement speaks of, as keys to compare and as most named there, and the days; `assumed` where its
    report's main town stands in for one."""

    towns: frozenset[str]
    name: str
    days: Days | None
    assumed: bool


@dataclass(frozen=True)
class Settings:
    """The settings of a case's statements."""

    evidence: Evidence

    def of(self, statement: Statement) -> Setting:
        """Return where and when a statement is set."""
        reading = self.evidence.corpus.documents[self.evidence.corpus.document_of[statement.id]]
        sentences = self.evidence.sentences(statement)
        days = self.days(reading, statement.spans) or self.days(reading, sentences)
        for stretch in (statement.spans, sentences, self._before(reading, sentences)):
            towns = [p for span in stretch for p in _places(reading, span) if p.is_town and _is_here(reading, p)]
            if towns:
                return _setting(towns, days, assumed=False)
        main = self._main_towns.get(statement.report)
        return _setting([main] if main else [], days, assumed=True)

    def _before(self, reading: Reading, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the sentence before, where it stands in the same paragraph: "Tanks rolled to X. A video shows six tanks." """
        if not sentences:
            return ()
        at = bisect_left(reading.sentences, sentences[0].start, key=lambda s: s.start) - 1
        if at < 0 or "\n" in reading.text[reading.sentences[at].end : sentences[0].start]:
            return ()
        return (reading.sentences[at],)

    def days(self, reading: Reading, stretch: Iterable[Span]) -> Days | None:
        """Return the first to the last day that stretches name, as far as they are known."""
        found = [days for span in stretch for days in self._named(reading, span)]
        return (min(d[0] for d in found), max(d[1] for d in found)) if found else None

    def _named(self, reading: Reading, span: Span) -> Iterator[Days]:
        at = bisect_left(reading.times, span.start, key=lambda t: t.span.start)
        for time in reading.times[at:]:
            if time.span.start >= span.end:
                return
            case = self.evidence.resolved.get(time.id)
            if time.earliest and time.latest:
                yield time.earliest, time.latest
            elif case:
                yield case.earliest, case.latest

    def said(self, statement: Statement) -> Days | None:
        """Return the days a statement may have been made on, where both ends are known."""
        first, last = self.evidence.said([statement.id])
        return (first, last) if first and last else None

    def are_one_story(self, a: Statement, b: Statement) -> bool:
        """Tell whether two statements of one town are of one story: on one page, or published within a week."""
        if a.report == b.report or self._page(a) == self._page(b):
            return True
        mine, theirs = self._published(a.report), self._published(b.report)
        if mine is None or theirs is None:
            shared = self.of(a).towns & self.of(b).towns
            return bool(shared & self.settled)
        return max((theirs[0] - mine[1]).days, (mine[0] - theirs[1]).days) <= ONE_STORY_DAYS

    def are_near(self, a: Statement, b: Statement) -> bool:
        """Tell whether two statements were published within two weeks, as far as their dates are known."""
        mine, theirs = self._published(a.report), self._published(b.report)
        if mine is None or theirs is None:
            return self._is_short or self._page(a) == self._page(b)
        return max((theirs[0] - mine[1]).days, (mine[0] - theirs[1]).days) <= 2 * ONE_STORY_DAYS

    @cached_property
    def _is_short(self) -> bool:
        """Whether the case's reports, as far as they are dated, are of few weeks."""
        days = sorted(d.latest for d in self.evidence.dates.values() if d.latest)
        return not days or (days[-1] - days[0]).days <= A_CASE_DAYS

    def _page(self, statement: Statement) -> str:
        return self.evidence.corpus.document_of[statement.id]

    def _published(self, report: str) -> Days | None:
        found = self.evidence.dates.get(report)
        return (found.earliest, found.latest) if found and found.earliest and found.latest else None

    @cached_property
    def settled(self) -> frozenset[str]:
        """The towns that few reports name, or that the case is about: they tell a story by themselves."""
        reports: Counter[str] = Counter()
        for reading in self.evidence.corpus.readings:
            for report in reading.reports:
                inside = (p for span in report.spans for p in _places(reading, span) if p.is_town)
                reports.update({key for place in inside for key, _ in place_keys(place)})
        about = ABOUT * len(self.evidence.corpus.reports) if self._is_short else inf
        return frozenset(key for key, told in reports.items() if told <= FEW or told >= about)

    @cached_property
    def _main_towns(self) -> Mapping[str, Place]:
        found = {}
        for reading in self.evidence.corpus.readings:
            for report in reading.reports:
                main = _main_town(reading, report)
                if main:
                    found[report.id] = main
        return found


def _setting(towns: list[Place], days: Days | None, *, assumed: bool) -> Setting:
    keys = frozenset(key for place in towns for key, _ in place_keys(place))
    return Setting(keys, towns[0].name if towns else "", days, assumed)


def _main_town(reading: Reading, report: Report) -> Place | None:
    """Return the town a report names most, of equals the one it names first; None where it names none twice or alone."""
    towns = [p for span in report.spans for p in _places(reading, span) if p.is_town and _is_here(reading, p)]
    counts = Counter(_identity(p) for p in towns)
    best = max(towns, key=lambda p: (counts[_identity(p)], -p.span.start), default=None)
    return best if best and (counts[_identity(best)] > 1 or len(counts) == 1) else None


def _identity(place: Place) -> str:
    return place_keys(place)[0][0]


def _places(reading: Reading, span: Span) -> Iterator[Place]:
    at = bisect_left(reading.places, span.start, key=lambda p: p.span.start)
    for place in reading.places[at:]:
        if place.span.start >= span.end:
            return
        if covers(span, place.span):
            yield place


def _is_here(reading: Reading, place: Place) -> bool:
    """A town that is only the measure of another place ("20 miles from X"), or of a date line, is no setting."""
    return place.relation is None and not any(r.place and r.place.span == place.span for r in reading.reports)
