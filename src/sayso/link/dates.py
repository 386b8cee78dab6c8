"""When a report was published: as it states or its page claims, else bounds with their reasons, else unknown.

A day that nothing supports is never assumed. A page's metadata speak for the page: a piece stitched into it is not younger.
What a report tells of as past is not younger than the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.link.corpus import Corpus
from sayso.model.annotations import TimeBasis, TimeExpr
from sayso.model.reading import Reading
from sayso.model.reconstruction import Because, ReportDate, ResolvedTime
from sayso.model.reports import Report
from sayso.model.statements import Statement, Tense
from sayso.model.text import Anchor, covers
from sayso.values.when import resolve

__all__ = ["date_reports", "resolve_times"]

UNKNOWN = "unknown"


def date_reports(corpus: Corpus) -> tuple[ReportDate, ...]:
    """Date every report, sorted by report id."""
    found = [_date(reading, report) for reading in corpus.readings for report in reading.reports]
    return tuple(sorted(found, key=lambda d: d.report))


def _date(reading: Reading, report: Report) -> ReportDate:
    if report.published:
        stated = report.published
        anchors = (Anchor(reading.document, stated.span),) if stated.span else ()
        because = Because("published", f"the day of publication, {stated.basis}", anchors)
        return ReportDate(report.id, stated.earliest, stated.latest, str(stated.basis), (because,))
    claimed = _day(reading.claimed.published)
    if claimed and len(reading.reports) == 1:
        because = Because("claimed", "the page's metadata claim this day")
        return ReportDate(report.id, claimed, claimed, "metadata", (because,))
    earliest, why = _not_before(reading, report)
    reasons = [why] if why else []
    if claimed and earliest and earliest > claimed:
        claimed = None  # the page claims a day before one that it tells of: neither can be used against the other
    if claimed:
        reasons.append(Because("not-after", "not younger than the page it stands on, by that page's metadata"))
    captured = _day(reading.claimed.captured)
    if captured and not claimed and (earliest is None or earliest <= captured):
        claimed = captured
        reasons.append(Because("captured", "not younger than its capture in the web archive that holds it"))
    basis = "bounds" if earliest or claimed else UNKNOWN
    return ReportDate(report.id, earliest, claimed, basis, tuple(reasons))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _not_before(reading: Reading, report: Report) -> tuple[date | None, Because | None]:
    """Return the latest full date that the report tells of as past."""
    past = _past(reading, report)
    told = [
        t
        for t in reading.times
        if t.basis is TimeBasis.STATED
        and t.earliest
        and t.earliest == t.latest
        and any(covers(s.span, t.span) for s in past)
    ]
    if not told:
        return None, None
    last: TimeExpr = max(told, key=lambda t: (t.earliest or date.min, t.span))
    return last.earliest, Because("not-before", "tells of this day as past", (Anchor(reading.document, last.span),))


def _past(reading: Reading, report: Report) -> list[Statement]:
    return [s for s in reading.statements if s.report == report.id and s.tense is Tense.PAST]


def resolve_times(corpus: Corpus, dates: tuple[ReportDate, ...]) -> tuple[ResolvedTime, ...]:
    """Resolve what a reading left open, by report dates that the case knows on both sides; sorted by time id."""
    known = {d.report: d for d in dates}
    found: list[ResolvedTime] = []
    for reading in corpus.readings:
        for report in reading.reports:
            day = known.get(report.id)
            if day is not None and day.earliest and day.latest:
                found += _resolved(reading, report, day.earliest, day.latest, day)
    return tuple(sorted(found, key=lambda r: r.time))


def _resolved(reading: Reading, report: Report, first: date, last: date, day: ReportDate) -> Iterator[ResolvedTime]:
    for time in reading.times:
        if time.basis is not TimeBasis.UNRESOLVED or not any(covers(span, time.span) for span in report.spans):
            continue
        days = resolve(time.when, first, last)
        if days is not None:
            why = f"counted from the report's date, which rests on: {day.basis}"
            yield ResolvedTime(time.id, *days, Because("report-date", why, (Anchor(reading.document, time.span),)))
