"""Dating the undated reports of a case by all that the case knows (DESIGN: a day that nothing supports is never assumed)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sayso.lang.packs import load_packs
from sayso.link.corpus import Corpus
from sayso.link.dating.calendar import Calendar, Days
from sayso.link.dating.clues import find_happenings, first_weekday
from sayso.link.dating.solve import Solver
from sayso.model.reconstruction import Because, Direction, Lineage, LineageHow, ReportDate
from sayso.model.text import Anchor

__all__ = ["date_together"]

REACH = 120  # days before the first and after the last known day in which an undated report may lie
FRESH = 3  # days: news is published on the day its opening names or at most so many days later
CARRIED = 7  # days: a copy, and a page that quotes a report, follow it within a week
TAKEN = frozenset({LineageHow.VERBATIM, LineageHow.TRIMMED, LineageHow.EDITED, LineageHow.TRANSLATED})
LONG = 90  # days between known days: beyond, figures and deeds come round again


def date_together(
    corpus: Corpus, own: tuple[ReportDate, ...], lineage: Sequence[Lineage] = ()
) -> tuple[ReportDate, ...]:
    """Date the undated reports from the dated ones; return all, sorted by report id. Stated days stay as they are."""
    known = [day for d in own for day in (d.earliest, d.latest) if day]
    if not known or all(d.earliest and d.latest for d in own):
        return own
    solver = _solver(own, known)
    _by_opening(corpus, solver)
    happenings = find_happenings(corpus, {d.report: d.earliest for d in own if d.earliest and d.latest})
    solver.narrow([h for h in happenings if h.rule != "same-page"])
    _by_copies(corpus, solver, lineage)
    _by_parents(corpus, solver)
    solver.narrow(happenings)
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


def _by_opening(corpus: Corpus, solver: Solver) -> None:
    """Limit a report to the weekdays on which its opening is news. It narrows no months, so it is applied to all at once."""
    for reading in corpus.readings:
        for report in reading.reports:
            time = first_weekday(reading, report, (part.span for part in report.parts))
            if time is None or report.id in solver.fixed:
                continue
            weekday = int(time.when.timex[9])
            words = time.span.of(reading.text)
            text = f"its opening tells what happened on “{words}”: published that day or up to {FRESH} days later"
            allowed = _weekdays(solver.calendar, weekday)
            solver.limit(report.id, allowed, Because("opening-weekday", text, (Anchor(reading.document, time.span),)))


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
            text = f"quotes another report: as old or up to {CARRIED} days younger"
            anchors = (Anchor(report.document, report.spans[0]),)
            _follow(solver, report.parent, report.id, Because("quotes", text, anchors))


def _by_neighbours(corpus: Corpus, solver: Solver) -> None:
    """A piece that nothing dates lies near the other pieces of its page: the weakest of clues, and said to be so."""
    for reading in corpus.readings:
        dated = [r.id for r in reading.reports if solver.is_sure(r.id)]
        for report in reading.reports if dated else ():
            if report.id not in dated:
                around = 0
                for other in dated:
                    around |= _around(solver.calendar, solver.days[other], CARRIED)
                text = f"stands on one page with reports of these days: within {CARRIED} days of them (a weak clue)"
                solver.limit(report.id, around, Because("page-neighbours", text))


def _is_narrow(solver: Solver, report: str) -> bool:
    return not solver.is_wide(solver.days[report])


def _follow(solver: Solver, later: str, earlier: str, reason: Because) -> None:
    if earlier in solver.days and _is_narrow(solver, earlier):
        solver.limit(later, solver.calendar.following(solver.days[earlier], CARRIED), reason)
    elif later in solver.days and _is_narrow(solver, later):
        solver.limit(earlier, _around(solver.calendar, solver.days[later], CARRIED), reason)


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
