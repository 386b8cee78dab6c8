"""What a page's reading should hold, from its file of facts, against what it holds: a fault for each field that differs.

A file of facts (TOML) has `about`, `problems` (words of each, in order), and for each document:

    name        how its name ends
    reports     in order: begins, ends, language, parent (number of another, from 0), relation, outlet, agency, byline, place,
                published, basis, parts (kind = [words]). What is not given must be absent; parts not given are not looked at.
    boilerplate lines that must be set apart
    absent      words that no report may hold (set apart, or not in the text at all)
    statements  words, and by whom they must be said ("report": in the report's own voice), polarity, number of the report,
                and how many statements so (`times`; else one or more)

`unmet` maps the path of a field ("documents[0].reports[1].outlet") to the reason why it is not read right yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.model.reading import Reading
from sayso.model.reports import Report
from sayso.model.statements import Backing, Statement
from sayso.model.text import Span, overlaps

__all__ = ["Fault", "faults_of"]

Fault = tuple[str, str]
"""The path of a field, and what was expected and found there."""

Facts = Mapping[str, Any]
FIELDS = ("language", "parent", "relation", "outlet", "agency", "byline", "place", "published", "basis")


def faults_of(facts: Facts, readings: Sequence[Reading], problems: Sequence[str], prose: Sequence[str]) -> list[Fault]:
    """Return the fields that differ from the facts, and the sentences that no report holds."""
    found = [("prose", f"lost: {line!r}") for line in prose if not any(_holds(one, line) for one in readings)]
    found += _problems(facts.get("problems", []), problems)
    wanted = facts["documents"]
    if len(wanted) != len(readings):
        return [*found, _fault("documents", len(wanted), [one.name for one in readings])]
    for n, (facts_of_one, reading) in enumerate(zip(wanted, readings, strict=True)):
        found += [(f"documents[{n}].{path}", words) for path, words in _document(facts_of_one, reading)]
    return found


def _fault(path: str, expected: object, got: object) -> Fault:
    return path, f"expected {expected!r}, got {got!r}"


def _problems(wanted: Sequence[str], got: Sequence[str]) -> list[Fault]:
    same = len(wanted) == len(got) and all(words in what for words, what in zip(wanted, got, strict=True))
    return [] if same else [_fault("problems", list(wanted), list(got))]


def _document(facts: Facts, reading: Reading) -> Iterator[Fault]:
    if not reading.name.endswith(facts.get("name", "")):
        yield _fault("name", facts["name"], reading.name)
    yield from _reports(facts["reports"], reading)
    for n, line in enumerate(facts.get("boilerplate", ())):
        if not _is_set_apart(reading, line):
            yield f"boilerplate[{n}]", f"expected to be set apart: {line!r}"
    for n, words in enumerate(facts.get("absent", ())):
        if _holds(reading, words):
            yield f"absent[{n}]", f"in a report: {words!r}"
    for n, wanted in enumerate(facts["statements"]):
        said = [_told(reading, statement) for statement in _stating(reading, wanted["words"])]
        right = sum(_is_said(wanted, *one) for one in said)
        if right != wanted.get("times", right or 1):
            yield _fault(f"statements[{n}]", dict(wanted), said)


def _reports(wanted: Sequence[Facts], reading: Reading) -> Iterator[Fault]:
    if len(wanted) != len(reading.reports):
        yield _fault("reports", len(wanted), [_words(reading, report)[:60] for report in reading.reports])
        return
    numbers = {report.id: n for n, report in enumerate(reading.reports)}
    for n, (facts, report) in enumerate(zip(wanted, reading.reports, strict=True)):
        got = _shown(report, numbers)
        for field in FIELDS:
            if facts.get(field, [] if field == "byline" else None) != got[field]:
                yield _fault(f"reports[{n}].{field}", facts.get(field), got[field])
        words = _words(reading, report)
        if not words.startswith(facts["begins"]):
            yield _fault(f"reports[{n}].begins", facts["begins"], words[:60])
        if not words.endswith(facts["ends"]):
            yield _fault(f"reports[{n}].ends", facts["ends"], words[-60:])
        for kind, expected in facts.get("parts", {}).items():
            parts = [_folded(part.span.of(reading.text)) for part in report.parts if part.kind.value == kind]
            if parts != expected:
                yield _fault(f"reports[{n}].parts.{kind}", expected, parts)


def _shown(report: Report, numbers: Mapping[str, int]) -> dict[str, object]:
    return {
        "language": report.language,
        "parent": numbers[report.parent] if report.parent else None,
        "relation": report.relation.value if report.relation else None,
        "outlet": report.outlet.value if report.outlet else None,
        "agency": report.agency.value if report.agency else None,
        "byline": [one.value for one in report.byline],
        "place": report.place.value if report.place else None,
        "published": report.published.earliest.isoformat() if report.published else None,
        "basis": report.published.basis.value if report.published else None,
    }


def _words(reading: Reading, report: Report) -> str:
    return _folded(" ".join(span.of(reading.text) for span in report.spans))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _holds(reading: Reading, line: str) -> bool:
    """Tell whether some report holds a line whole, however its white space and the marks of a quoted mail fall."""
    return any(_folded(line) in _words(reading, report) for report in reading.reports)


def _is_set_apart(reading: Reading, line: str) -> bool:
    at = reading.text.find(line)
    spans = [item.span for item in reading.boilerplate]
    return at >= 0 and any(span.start <= at and at + len(line) <= span.end for span in spans)


def _stating(reading: Reading, words: str) -> list[Statement]:
    """Return the statements that touch the words, wherever these stand."""
    found, at = [], reading.text.find(words)
    while at >= 0:
        place = Span(at, at + len(words))
        found += [one for one in reading.statements if any(overlaps(span, place) for span in one.spans)]
        at = reading.text.find(words, at + 1)
    return found


def _told(reading: Reading, statement: Statement) -> tuple[list[str], str, int]:
    """Return who says a statement, how, and in which report."""
    number = next(n for n, report in enumerate(reading.reports) if report.id == statement.report)
    if statement.backing is not Backing.ATTRIBUTED:
        return ["report"], statement.polarity.value, number
    return [span.of(reading.text) for span in statement.chain[-1].sources], statement.polarity.value, number


def _is_said(wanted: Facts, by: Sequence[str], polarity: str, report: int) -> bool:
    who = [wanted["by"]] if isinstance(wanted["by"], str) else wanted["by"]
    named = len(by) == len(who) and all(words in source for words, source in zip(who, by, strict=True))
    return named and polarity == wanted.get("polarity", "asserts") and report == wanted.get("report", 0)
