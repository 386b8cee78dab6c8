"""The list of documents with their reports."""

from __future__ import annotations

from collections import Counter

from sayso.model.reading import Reading
from sayso.present.dossier.sources import source_row
from sayso.server.contract.case import DocumentRow, Documents, ReportRow
from sayso.server.index import AppIndex

__all__ = ["documents"]


def documents(index: AppIndex, *, words: str = "", start: int = 0, most: int = 60) -> Documents:
    """Return the documents, by name; in a narrowed view only those in which a statement is left."""
    found = [reading for reading in index.ordered if _kept(index, reading) and _holds(index, reading, words)]
    troubled = Counter(problem.document for problem in index.case.problems)
    return Documents(
        total=len(found),
        items=[_row(index, reading, troubled[reading.document]) for reading in found[start : start + most]],
        next=start + most if start + most < len(found) else None,
    )


def _kept(index: AppIndex, reading: Reading) -> bool:
    return bool(reading.statements) or not index.narrowed


def _holds(index: AppIndex, reading: Reading, words: str) -> bool:
    if not words.strip():
        return True
    outlets = (index.outlet_of(report) for report in reading.reports)
    texts = " ".join((reading.name, reading.claimed.title or "", *outlets)).casefold()
    return all(word in texts for word in words.casefold().split())


def _row(index: AppIndex, reading: Reading, problems: int) -> DocumentRow:
    told = Counter(statement.report for statement in reading.statements)
    reports = [report for report in reading.reports if told[report.id] or not index.narrowed]
    return DocumentRow(
        id=reading.document,
        name=reading.name,
        title=reading.claimed.title or "",
        href=f"#/read/{reading.document}",
        characters=len(reading.text),
        reports=[ReportRow.model_validate(source_row(index, report)) for report in reports],
        problems=problems,
    )
