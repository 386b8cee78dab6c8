"""Dating the undated reports of a case by all that the case knows (DESIGN: a day that nothing supports is never assumed)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sayso.lang.packs import load_packs
from sayso.link.corpus import Corpus
from sayso.link.dating.calendar import Calendar, Days
from sayso.link.dating.clues import as_of_weekday, find_happenings, first_weekday
from sayso.link.dating.counts import Count, find_counts, is_less, is_like
from sayso.link.dating.solve import Solver
from sayso.model.annotations import TimeExpr
from sayso.model.reading import Reading
from sayso.model.reconstruction import Because, Direction, Lineage, LineageHow, ReportDate
from sayso.model.reports import Report
from sayso.model.text import Anchor

__all__ = ["date_together"]

REACH = 120  # days before the first and after the last known day in which an undated report may lie
FRESH = 3  # days: news is published on the day its opening names or at most so many days later
CARRIED = 7  # days: a copy follows what it was taken from within a week
QUOTED = 4  # days: who quotes a report at length quotes it while it is news
BESIDE = 1  # day: so near are pieces of one page where the weekday that one names leaves it open which week
SAME_COUNT = 2  # days: a count that grows is told so long at most
WEEKDAYS = {
    "opening-weekday": f"its opening tells what happened on “{{words}}”: published that day or up to {FRESH} days later",
    "as-of": f"brings its figures up to “{{words}}”: published that day or up to {FRESH} days later",
}
TAKEN = frozenset({LineageHow.VERBATIM, LineageHow.TRIMMED, LineageHow.EDITED, LineageHow.TRANSLATED})
LONG = 90  # days between known days: beyond, figures and deeds come round again
BRIEF = 30  # days between known days: within, one clue is enough to tell one end of a report's days


def date_together(
    corpus: Corpus, own: tuple[ReportDate, ...], lineage: Sequence[Lineage] = ()
) -> tuple[ReportDate, ...]:
    """Date the undated reports from the dated ones; return all, sorted by report id. Stated days stay as they are."""
    known = [day for d in own for day in (d.earliest, d.latest) if day]
    if not known or all(d.earliest and d.latest for d in own):
        return own
    solver = _solver(own, known)
    _by_weekdays(corpus, solver)
    happenings = find_happenings(corpus, {d.report: d.earliest for d in own if d.earliest and d.latest})
    solver.narrow([h for h in happenings if h.rule != "same-page"])
    _by_copies(corpus, solver, lineage)
    _by_parents(corpus, solver)
    solver.narrow(happenings)
    _by_counts(corpus, solver)
    _by_neighbours(corpus, solver)
    _by_parents(corpus, solver)
    found = {d.report: d for d in own} | {d.report: d for d in _dated(solver, own)}
    return tuple(found[key] for key in sorted(found))


def _solver(own: tuple[ReportDate, ...], known: list[date]) -> Solver:
    first, last = min(known) - timedelta(days=REACH), max(known) + timedelta(days=REACH)
    vague = {
        words: (int(reach[0]), int(reach[1]))
        for _, pack in sorted(load_packs().items())
        for words, reach in pack.table("times").get("vague_past", {}).items()
    }
    calendar = Calendar(first, (last - first).days + 1, vague)
    days = {d.report: calendar.between(d.earliest, d.latest) or calendar.every for d in own}
    fixed = frozenset(d.report for d in own if d.earliest and d.latest)
    dated = [d.earliest for d in own if d.report in fixed and d.earliest]
    long = bool(dated) and (max(dated) - min(dated)).days > LONG
    return Solver(calendar, days, fixed, long, because={d.report: list(d.because) for d in own if d.because})


def _by_weekdays(corpus: Corpus, solver: Solver) -> None:
    """Limit a report to the weekdays on which its opening is news, or its figures are the newest. That narrows no months."""
    for reading in corpus.readings:
        for report in reading.reports:
            if report.id in solver.fixed:
                continue
            opening = first_weekday(reading, report, (part.span for part in report.parts))
            _by_weekday(solver, reading, report, opening, "opening-weekday")
            _by_weekday(solver, reading, report, as_of_weekday(reading, report), "as-of")


def _by_weekday(solver: Solver, reading: Reading, report: Report, time: TimeExpr | None, rule: str) -> None:
    if time is None:
        return
    text = WEEKDAYS[rule].replace("{words}", time.span.of(reading.text))
    allowed = _weekdays(solver.calendar, int(time.when.timex[9]))
    solver.limit(report.id, allowed, Because(rule, text, (Anchor(reading.document, time.span),)))


def _weekdays(calendar: Calendar, weekday: int) -> Days:
    start = calendar.first.isoweekday()
    named = sum(1 << n for n in range(calendar.length) if (start - 1 + n) % 7 + 1 == weekday)
    return calendar.following(named, FRESH)


def _by_copies(corpus: Corpus, solver: Solver, lineage: Sequence[Lineage]) -> None:
    """A copy is not older than what it was taken from, and news is copied within days."""
    for link in lineage:
        if link.how not in TAKEN or not _is_most(corpus, link):
            continue
        anchors = (link.source, link.target)
        if link.direction is Direction.KNOWN:
            text = f"takes this passage from another report: as old or up to {CARRIED} days younger"
            _follow(solver, link.target_report, link.source_report, Because("copy-of", text, anchors))
            continue
        text = f"shares this passage with another report: at most {CARRIED} days apart"
        for one, other in ((link.source_report, link.target_report), (link.target_report, link.source_report)):
            _near(solver, one, other, Because("shared-passage", text, anchors))


def _is_most(corpus: Corpus, link: Lineage) -> bool:
    """Tell whether what two reports share is most of the shorter one: a shared notice at the foot is not."""
    sizes = [sum(map(len, corpus.reports[report].spans)) for report in (link.source_report, link.target_report)]
    return 2 * len(link.target.span) >= min(sizes)


def _by_parents(corpus: Corpus, solver: Solver) -> None:
    """What quotes a report is not older than it."""
    for report in corpus.reports.values():
        if report.parent and report.parent in solver.days:
            text = f"quotes another report: as old or up to {QUOTED} days younger"
            anchors = (Anchor(report.document, report.spans[0]),)
            _follow(solver, report.parent, report.id, Because("quotes", text, anchors), QUOTED)


def _by_counts(corpus: Corpus, solver: Solver) -> None:
    """A count that only grows orders the reports that tell it, and reports that tell the same count are of the same days."""
    if solver.long:
        return
    counts = find_counts(corpus)
    for count in counts:
        for other in counts:
            if count.report != other.report and count.same_thing(other) and _is_narrow(solver, other.report):
                _by_count(solver, count, other)


def _by_count(solver: Solver, count: Count, other: Count) -> None:
    """Limit a report by the count that another report, whose days are known well enough, tells."""
    calendar, days, anchors = solver.calendar, solver.days[other.report], (count.anchor, other.anchor)
    if is_like(count, other):
        text = f"tells the same running count as another report: at most {SAME_COUNT} days apart"
        solver.limit(
            count.report, _around(calendar, days, SAME_COUNT), Because("running-count", text, anchors), weak=True
        )
    elif is_less(count, other):
        text = "tells a smaller running count than another report: not younger"
        solver.limit(count.report, calendar.until(days), Because("running-count", text, anchors), weak=True)
    elif is_less(other, count):
        text = "tells a larger running count than another report: not older"
        solver.limit(count.report, calendar.since(days), Because("running-count", text, anchors), weak=True)


def _by_neighbours(corpus: Corpus, solver: Solver) -> None:
    """A piece that nothing dates lies near the other pieces of its page: the weakest of clues, and said to be so."""
    for reading in corpus.readings:
        dated = [r.id for r in reading.reports if solver.is_sure(r.id)]
        for report in reading.reports if dated else ():
            if report.id not in dated:
                named = any(reason.rule in WEEKDAYS for reason in solver.because.get(report.id, ()))
                for reach in (BESIDE, CARRIED) if named else (CARRIED,):
                    around = 0
                    for other in dated:
                        around |= _around(solver.calendar, solver.days[other], reach)
                    if around & solver.days[report.id]:
                        break
                text = f"stands on one page with reports of these days: within {reach} day{'s' if reach > 1 else ''} of them (a weak clue)"
                solver.limit(report.id, around, Because("page-neighbours", text), weak=True)


def _is_narrow(solver: Solver, report: str) -> bool:
    return not solver.is_wide(solver.days[report])


def _follow(solver: Solver, later: str, earlier: str, reason: Because, reach: int = CARRIED) -> None:
    if earlier in solver.days and _is_narrow(solver, earlier):
        solver.limit(later, solver.calendar.following(solver.days[earlier], reach), reason)
    elif later in solver.days and _is_narrow(solver, later):
        solver.limit(earlier, _around(solver.calendar, solver.days[later], reach), reason)


def _near(solver: Solver, report: str, other: str, reason: Because) -> None:
    if other in solver.days and report in solver.days and _is_narrow(solver, other):
        solver.limit(report, _around(solver.calendar, solver.days[other], CARRIED), reason)


def _around(calendar: Calendar, days: Days, reach: int) -> Days:
    """Return the days from `reach` before the first to `reach` after the last of a set."""
    first, last = calendar.ends(days)
    return calendar.between(first - timedelta(days=reach), last + timedelta(days=reach))


def _dated(solver: Solver, own: tuple[ReportDate, ...]) -> Iterator[ReportDate]:
    reasons = solver.reasons()
    for d in own:
        if d.report in solver.fixed:
            continue
        why = reasons.get(d.report, ())
        if solver.is_sure(d.report):
            yield ReportDate(d.report, *solver.calendar.ends(solver.days[d.report]), "inferred", why)
        elif any(reason.rule == "contradicts" for reason in why):
            yield ReportDate(d.report, d.earliest, d.latest, d.basis, why)
        elif any(_bounds(solver, d.report)):
            yield ReportDate(d.report, *_bounds(solver, d.report), "bounds", why)


def _bounds(solver: Solver, report: str) -> tuple[date | None, date | None]:
    """Return the one end to which the clues have brought a report's days; none where both or neither is known.

    Weekdays alone move an end by less than a week.
    """
    calendar = solver.calendar
    if not solver.days[report] or calendar.length > 2 * REACH + BRIEF:
        return None, None
    low, high = calendar.ends(solver.days[report])
    last = calendar.first + timedelta(days=calendar.length - 1)
    bounded = (low - calendar.first).days > CARRIED, (last - high).days > CARRIED
    return (low, None) if bounded == (True, False) else (None, high) if bounded == (False, True) else (None, None)
