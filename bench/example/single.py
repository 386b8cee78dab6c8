"""Checks on what one page says: its reports, boilerplate, attributions, statements, figures and times.

Each returns "" when the page was read as it must be, else what is wrong.
"""

from __future__ import annotations

from datetime import date

from bench.example.page import ExampleCase, Table, covers_most, overlap
from sayso import Span
from sayso.model.annotations import Attribution, Quantity, TimeExpr
from sayso.model.reports import Report

__all__ = ["attribution", "boilerplate", "kept", "language", "quantity", "report", "statement", "time"]


def report(case: ExampleCase, table: Table, field: str) -> str:
    """Check one field of the report at `words`."""
    if field == "page_has":
        number = len(case.page(table["page"]).reports)
        return "" if number == table["page_has"] else f"the page has {number} reports"
    found = case.report_at(table["page"], table["words"])
    if found is None:
        return "the words stand in no report"
    if field == "published":
        return _published(found, table["published"])
    if field == "day":
        return _day(case, found, date.fromisoformat(table["day"]))
    return _named(found, field, table[field])


def _named(report: Report, field: str, wanted: str) -> str:
    known = report.byline if field == "byline" else [getattr(report, field)]
    values = [sourced.value for sourced in known if sourced is not None]
    right = wanted.casefold() in (value.casefold() for value in values)
    return "" if right else f"{field} is {', '.join(values) or 'not known'}"


def _published(report: Report, wanted: str) -> str:
    stated = report.published
    if not wanted:
        return f"a day is given that the page does not state: {stated.earliest}" if stated else ""
    if stated is None:
        return "no day is given"
    right = stated.earliest == stated.latest == date.fromisoformat(wanted)
    return "" if right else f"published {stated.earliest} to {stated.latest}"


def _day(case: ExampleCase, report: Report, true: date) -> str:
    dated = next((d for d in case.reconstruction.report_dates if d.report == report.id), None)
    if dated is None:
        return "the case says nothing of the report's date"
    early, late = dated.earliest or date.min, dated.latest or date.max
    return "" if early <= true <= late else f"the case dates it {dated.earliest} to {dated.latest}"


def language(case: ExampleCase, table: Table) -> str:
    """Check that a page is in these languages and no other."""
    found = sorted({span.language for span in case.page(table["page"]).languages} - {"und"})
    return "" if found == sorted(table["languages"]) else f"read as {', '.join(found)}"


def boilerplate(case: ExampleCase, table: Table, line: str) -> str:
    """Check that a line belongs to no report."""
    place = case.place(table["page"], line)
    found = tuple(item.span for item in case.page(table["page"]).boilerplate)
    return "" if covers_most(found, place) else "read as part of a report"


def kept(case: ExampleCase, table: Table, line: str) -> str:
    """Check that a line belongs to a report."""
    return "" if case.report_at(table["page"], line) else "set apart as boilerplate"


def attribution(case: ExampleCase, table: Table) -> str:
    """Check that somebody is said to have said something: most of the content, some of the source."""
    content = case.place(table["page"], table["content"])
    holding = [a for a in case.page(table["page"]).attributions if covers_most(a.content, content)]
    if not holding:
        return "not attributed"
    sources = case.places(table["page"], table["source"]) if table["source"] else []
    if any(_from(a, sources) for a in holding):
        return ""
    text = case.page(table["page"]).text
    return "attributed to " + " | ".join("; ".join(s.of(text) for s in a.source) or "nobody" for a in holding)


def _from(found: Attribution, sources: list[Span]) -> bool:
    if not sources:
        return not found.source
    return any(overlap(s, wanted) for s in found.source for wanted in sources)


def statement(case: ExampleCase, table: Table) -> str:
    """Check how the statement at `words` is said."""
    found = case.statements_at(table["page"], table["words"])
    fields = [f for f in ("backing", "polarity", "certainty", "basis") if f in table]
    if not found:
        return "no statement stands there"
    if any(all(getattr(s, f) == table[f] for f in fields) for s in found):
        return ""
    return "; ".join(", ".join(f"{f} {getattr(s, f)}" for f in fields) for s in found)


def quantity(case: ExampleCase, table: Table) -> str:
    """Check the figure at `words`."""
    place = case.place(table["page"], table["words"], table.get("nth", 0))
    near = [q for q in case.page(table["page"]).quantities if overlap(q.span, place)]
    if not near:
        return "no figure found"
    found = max(near, key=lambda q: (overlap(q.span, place), q.span))
    wrong = [
        f"{f} {_field(found, f)}"
        for f in ("low", "high", "bound", "act", "scope")
        if f in table and _field(found, f) != table[f]
    ]
    return ", ".join(wrong)


def _field(found: Quantity, field: str) -> object:
    return getattr(found.amount if field in ("low", "high", "bound") else found, field)


def time(case: ExampleCase, table: Table) -> str:
    """Check the days a time expression comes to, by itself or through the case."""
    place = case.place(table["page"], table["words"], table.get("nth", 0))
    near = [t for t in case.page(table["page"]).times if overlap(t.span, place)]
    if not near:
        return "no time found"
    found = max(near, key=lambda t: (overlap(t.span, place), t.span))
    early, late = _days(case, found)
    right = str(early) == table["earliest"] and str(late) == table["latest"]
    return "" if right else f"read as {early} to {late}"


def _days(case: ExampleCase, found: TimeExpr) -> tuple[date | None, date | None]:
    for resolved in case.reconstruction.resolved_times:
        if resolved.time == found.id:
            return resolved.earliest, resolved.latest
    return found.earliest, found.latest
