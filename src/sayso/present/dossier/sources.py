"""What was read, and what could not be."""

from __future__ import annotations

from collections import Counter, defaultdict

from sayso.model.reports import Report
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.present.dossier.views import NotRead, SourceRow

__all__ = ["not_read", "source_rows"]

BASIS = {
    "stated": "stated in the text",
    "metadata": "claimed by the page",
    "given": "given with the file",
    "credit": "from a credit line",
    "dateline": "from the dateline",
    "url": "from the address",
    "notice": "from a notice",
}


def source_rows(index: DossierIndex) -> tuple[SourceRow, ...]:
    """Return every report, in the order of documents and places."""
    said: Counter[str] = Counter()
    voices: dict[str, set[str]] = defaultdict(set)
    for reading in index.case.readings:
        for statement in reading.statements:
            said[statement.report] += 1
            say_so = index.say_so.get(statement.id)
            if say_so and len(say_so.chain) > 1:
                voices[statement.report].update(say_so.chain[-1].voices)
    ordered = sorted(index.case.readings, key=lambda r: (r.name, r.document))
    return tuple(_row(index, report, said[report.id], len(voices[report.id])) for r in ordered for report in r.reports)


def _row(index: DossierIndex, report: Report, statements: int, voices: int) -> SourceRow:
    dated = index.dates.get(report.id)
    when = day_words(dated.earliest, dated.latest) if dated else ""
    return SourceRow(
        id=f"r-{report.id}",
        document=index.readings[report.document].name,
        outlet=" ← ".join(dict.fromkeys(x.value for x in (report.outlet, report.agency) if x)) or "not named",
        byline=", ".join(name.value for name in report.byline),
        date=when or "not known",
        date_basis=BASIS.get(dated.basis, dated.basis.replace("-", " ")) if dated and when else "",
        language=report.language,
        statements=statements,
        voices=voices,
        relation=_relation(index, report),
    )


def _relation(index: DossierIndex, report: Report) -> str:
    if not report.parent or report.parent not in index.reports:
        return ""
    how = {"quotes": "quoted by", "embeds": "embedded in", "translates": "translated by", "updates": "updated by"}
    outer = index.report_label(index.reports[report.parent])
    return f"{how.get(str(report.relation), 'inside')} {outer}"


def not_read(index: DossierIndex) -> tuple[NotRead, ...]:
    """Return all problems: of files, of documents, of what follows from them."""
    problems = (*index.case.problems, *index.case.reconstruction.problems)
    found = [
        NotRead(p.where or p.member or _name(index, p.document) or p.original or "", p.what, p.consequence, p.way_out)
        for p in problems
    ]
    return tuple(dict.fromkeys(found))


def _name(index: DossierIndex, document: str | None) -> str:
    return index.readings[document].name if document in index.readings and document else ""
