"""One CSV of all statements: words, voice, say-so chain, how it is said, figures, places, and where it stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from sayso.model.reading import Reading
from sayso.model.statements import Statement
from sayso.model.text import Span, overlaps
from sayso.present.case import Case
from sayso.present.counts import count_line
from sayso.present.terminal import CaseIndex
from sayso.present.terminal.changed import changed_lines

__all__ = ["COLUMNS", "safe_cell", "statements_csv"]

COLUMNS = (
    "statement",
    "document",
    "name",
    "line",
    "start",
    "end",
    "words",
    "voice",
    "chain",
    "backing",
    "polarity",
    "certainty",
    "basis",
    "tense",
    "figures",
    "times",
    "places",
    "said_earliest",
    "said_latest",
    "report",
    "outlet",
    "agency",
    "language",
    "answers",
    "counts",
    "changed",
)

# A spreadsheet runs a cell that begins so as a formula, spaces before it or not; some take the full-width signs too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def statements_csv(case: Case) -> Iterator[str]:
    """Yield the lines of the table, its heading first, statements by document and place."""
    index = CaseIndex(case)
    answers = _answers(index)
    yield _line(COLUMNS)
    for reading in sorted(case.readings, key=lambda r: r.document):
        for statement in sorted(reading.statements, key=lambda s: (s.span, s.id)):
            yield _line((*_cells(index, reading, statement), *answers.get(statement.id, ("", "", ""))))


def safe_cell(cell: object) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe goes before what would be one."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def _answers(index: CaseIndex) -> dict[str, tuple[str, str, str]]:
    """Return statement → what it answers, the counts behind each answer, and what changed on the way to or from it."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for question in index.case.reconstruction.questions:
        for answer in question.answers:
            changed = "; ".join(changed_lines(index, (answer,)))
            told = (f"{question.text} {answer.text}", count_line(answer.standing), changed)
            for statement in dict.fromkeys((*answer.statements, *answer.presupposed)):
                found.setdefault(statement, []).append(told)
    return {key: _side_by_side(cells) for key, cells in found.items()}


def _side_by_side(told: list[tuple[str, str, str]]) -> tuple[str, str, str]:
    """Return the cells of several answers, parted by bars in the same order."""
    answers, counts, changed = (" | ".join(cells) for cells in zip(*told, strict=True))
    return answers, counts, changed.strip(" |")


def _line(cells: tuple[object, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([safe_cell(cell) for cell in cells])
    return out.getvalue()


def _cells(index: CaseIndex, reading: Reading, statement: Statement) -> tuple[object, ...]:
    report, say_so = index.reports[statement.report], index.say_so.get(statement.id)
    quote = index.quote(statement.id)
    return (
        statement.id,
        reading.document,
        reading.name,
        quote.line if quote else "",
        statement.span.start,
        statement.span.end,
        " … ".join(span.of(reading.text) for span in statement.spans),
        index.first_voice(statement),
        index.chain_line(statement),
        statement.backing,
        statement.polarity,
        statement.certainty,
        statement.basis,
        statement.tense,
        _inside(reading, statement, tuple(quantity.whole for quantity in reading.quantities)),
        _inside(reading, statement, tuple(time.span for time in reading.times)),
        _inside(reading, statement, tuple(place.span for place in reading.places)),
        say_so.said_earliest if say_so else None,
        say_so.said_latest if say_so else None,
        statement.report,
        report.outlet.value if report.outlet else None,
        report.agency.value if report.agency else None,
        statement.language,
    )


def _inside(reading: Reading, statement: Statement, spans: tuple[Span, ...]) -> str:
    return "; ".join(span.of(reading.text) for span in spans if any(overlaps(own, span) for own in statement.spans))
