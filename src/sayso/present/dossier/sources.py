"""What was read, and what could not be."""

from __future__ import annotations

from collections import Counter

from sayso.model.reconstruction import ReportDate
from sayso.model.reports import PartKind, Report
from sayso.model.text import Problem
from sayso.present.dossier import limits
from sayso.present.dossier.index import DossierIndex, day_words, language_name
from sayso.present.dossier.limits import plural, rest
from sayso.present.dossier.views import NotRead, PlaceLink, SourceRow
from sayso.present.terminal.quotes import shorten
from sayso.present.terminal.sheet import places_of

__all__ = ["not_read", "read_note", "source_row", "source_rows"]

BASIS = {
    "stated": "stated in the text",
    "metadata": "claimed by the page",
    "given": "given with the file",
    "credit": "from a credit line",
    "dateline": "from the dateline",
    "url": "from the address",
    "notice": "from a notice",
    "bounds": "bounded by what other reports tell",
    "inferred": "inferred, not stated",
}
NOT_NAMED, NOT_KNOWN = "not named", "not known"
MOST_PLACES = 8
HEADLINE = 110


def source_rows(index: DossierIndex) -> tuple[tuple[SourceRow, ...], str]:
    """Return every report, in the order of documents and places, and what was left out."""
    ordered = sorted(index.case.readings, key=lambda r: (r.name, r.document))
    reports = [report for reading in ordered for report in reading.reports]
    rows = tuple(source_row(index, report) for report in reports[: limits.SOURCES])
    return rows, rest(len(reports), len(rows), "report")


def source_row(index: DossierIndex, report: Report) -> SourceRow:
    """Return where a report is from, when, in which language, and what was found in it."""
    dated = index.dates.get(report.id)
    when = day_words(dated.earliest, dated.latest) if dated else ""
    reading = index.readings[report.document]
    several = len(reading.reports) > 1
    target = f"#t-{report.id}" if several else f"#d-{report.document}"
    return SourceRow(
        id=f"r-{report.id}",
        document=PlaceLink(reading.name, target if report.document in index.shown else ""),
        part=f"report {reading.reports.index(report) + 1} of {len(reading.reports)}" if several else "",
        headline=_headline(index, report),
        outlet=index.outlet_of(report) or NOT_NAMED,
        byline=", ".join(name.value for name in report.byline),
        date=when or NOT_KNOWN,
        date_basis=BASIS.get(dated.basis, dated.basis.replace("-", " ")) if dated and when else "",
        date_because=_because(index, dated) if dated and dated.basis == "inferred" else (),
        language=language_name(report.language),
        code=report.language,
        statements=index.told[report.id],
        voices=len(index.speaking[report.id]),
        relation=_relation(index, report),
    )


def _because(index: DossierIndex, dated: ReportDate) -> tuple[str, ...]:
    """Say why an inferred day is so, each reason with the places it rests on."""
    return tuple(f"{one.text}{places_of(index, one.anchors)}" for one in dated.because)


def _headline(index: DossierIndex, report: Report) -> str:
    """Return a report's headline as it stands in the text, else the title that the page claims, "" without either."""
    reading = index.readings[report.document]
    in_text = next((part.span.of(reading.text) for part in report.parts if part.kind is PartKind.HEADLINE), "")
    claimed = reading.claimed.title if len(reading.reports) == 1 else ""
    return shorten(in_text or claimed or "", HEADLINE)


def _relation(index: DossierIndex, report: Report) -> str:
    if not report.parent or report.parent not in index.reports:
        return ""
    how = {"quotes": "quoted by", "embeds": "embedded in", "translates": "translation of", "updates": "update of"}
    outer = index.report_label(index.reports[report.parent])
    return f"{how.get(str(report.relation), 'inside')} {outer}"


def not_read(index: DossierIndex) -> tuple[NotRead, ...]:
    """Return all problems, those of one kind together: of files, of documents, of what follows from them."""
    found: dict[tuple[str, str, str], dict[str, None]] = {}
    for problem in (*index.case.problems, *index.case.reconstruction.problems):
        found.setdefault((problem.what, problem.consequence, problem.way_out), {})[_where(index, problem)] = None
    return tuple(_not_read(key, [place for place in places if place]) for key, places in found.items())


def _not_read(key: tuple[str, str, str], places: list[str]) -> NotRead:
    what, consequence, way_out = key
    more = max(0, len(places) - MOST_PLACES)
    return NotRead(tuple(places[:MOST_PLACES]), more, what, consequence, way_out)


def _where(index: DossierIndex, problem: Problem) -> str:
    """Return where a problem stands, with the line where it is a place in a text."""
    reading = index.readings.get(problem.document or "")
    if reading is None:
        return problem.where or problem.member or (problem.original or "")[:12]
    return f"{reading.name}, line {index.line(reading.document, problem.span)}" if problem.span else reading.name


def read_note(index: DossierIndex) -> str:
    """Say in a sentence or two in which languages was read, and what the reports do not tell of themselves."""
    reports = [report for reading in index.case.readings for report in reading.reports]
    if not reports:
        return ""
    languages = Counter(language_name(report.language) for report in reports)
    names = [name for name, _ in sorted(languages.items(), key=lambda item: (-item[1], item[0])) if name != NOT_KNOWN]
    parts = [f"Texts in {' and '.join(names)}."] if names else []
    unnamed = sum(not index.outlet_of(report) for report in reports)
    undated = sum(not (d and (d.earliest or d.latest)) for d in map(index.dates.get, (r.id for r in reports)))
    if unnamed:
        parts.append(f"{unnamed} of {plural(len(reports), 'report')} {'names' if unnamed == 1 else 'name'} no outlet.")
    if undated:
        parts.append(f"{undated} could not be dated.")
    return " ".join(parts)
