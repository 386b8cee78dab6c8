"""Figures: for each question of number, every figure as said, with its bounds, in the order they were said."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from sayso.model.annotations import Quantity, SlotName, TimeExpr
from sayso.model.reconstruction import Question, QuestionSlot
from sayso.model.statements import Statement
from sayso.model.text import covers
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.present.dossier.views import FigureRow, FigureTable
from sayso.values.amount import format_amount

__all__ = ["figure_tables"]


def figure_tables(index: DossierIndex) -> tuple[FigureTable, ...]:
    """Return a table for each question of how many."""
    asked = [q for q in index.case.reconstruction.questions if q.slot is QuestionSlot.HOW_MANY]
    tables = (_table(index, question) for question in asked)
    return tuple(table for table in tables if table.rows)


def _table(index: DossierIndex, question: Question) -> FigureTable:
    found = sorted(_figures(index, question), key=_order)
    top = max((_end(q) for _, q, *_ in found), default=1.0)
    scale = _scale(top)
    rows = tuple(_row(index, statement, quantity, when, taken, scale) for statement, quantity, when, taken in found)
    return FigureTable(question.text, rows, tuple((100 * i / 4, f"{scale * i / 4:,.0f}") for i in range(5)))


def _figures(
    index: DossierIndex, question: Question
) -> Iterator[tuple[Statement, Quantity, tuple[date | None, date | None, str], bool]]:
    for answer in question.answers:
        for statement_id in dict.fromkeys((*answer.statements, *answer.presupposed)):
            found = index.statement(statement_id)
            if found is None:
                continue
            statement, reading = found
            by_id = {q.id: q for q in reading.quantities}
            refs = [s.ref for m in statement.mentions for s in m.fillers(SlotName.COUNT) if s.ref in by_id]
            for ref in dict.fromkeys(refs):
                quantity = by_id[str(ref)]
                if format_amount(quantity.amount) == answer.value:
                    yield (
                        statement,
                        quantity,
                        _when(index, statement, reading.times),
                        statement_id in answer.presupposed,
                    )


def _when(
    index: DossierIndex, statement: Statement, times: tuple[TimeExpr, ...]
) -> tuple[date | None, date | None, str]:
    """Return the day a figure speaks of where the text says it, else the day it was said, else nothing."""
    resolved = {r.time: (r.earliest, r.latest) for r in index.case.reconstruction.resolved_times}
    for time in times:
        if covers(statement.span, time.span) and (time.earliest or time.id in resolved):
            earliest, latest = resolved.get(time.id, (time.earliest, time.latest))
            return earliest, latest, "day it speaks of"
    say_so = index.say_so.get(statement.id)
    if say_so and (say_so.said_earliest or say_so.said_latest):
        return say_so.said_earliest, say_so.said_latest, "day it was said"
    return None, None, ""


def _order(item: tuple[Statement, Quantity, tuple[date | None, date | None, str], bool]) -> tuple[str, float, str]:
    _, quantity, (earliest, latest, _basis), _taken = item
    day = latest or earliest
    return (day.isoformat() if day else "9999", quantity.amount.low or quantity.amount.high or 0.0, quantity.id)


def _end(quantity: Quantity) -> float:
    amount = quantity.amount
    return max(amount.low or 0.0, amount.high or 0.0)


def _scale(top: float) -> float:
    """Return a round number at or above `top` for the end of the axis."""
    power = 10 ** math.floor(math.log10(max(top, 1.0)))
    return float(next(step * power for step in (1, 2, 4, 5, 8, 10) if step * power >= top))


def _row(
    index: DossierIndex,
    statement: Statement,
    quantity: Quantity,
    when: tuple[date | None, date | None, str],
    taken: bool,
    scale: float,
) -> FigureRow:
    amount = quantity.amount
    low = amount.low if amount.low is not None else 0.0
    high = amount.high if amount.high is not None else scale
    cited = index.cite(statement.id)
    reading = index.readings[index.reports[statement.report].document]
    return FigureRow(
        words=" ".join(quantity.span.of(reading.text).split()),
        value=format_amount(amount),
        who=cited.chain[-1] if cited and len(cited.chain) > 1 else "the report itself",
        where=index.where(reading.document, quantity.span),
        href=f"#s-{statement.id}",
        day=day_words(when[0], when[1]) or "day not known",
        basis=when[2],
        left=round(100 * low / scale, 2),
        width=round(max(100 * (high - low) / scale, 0.8), 2),
        open_end=amount.high is None or amount.low is None,
        taken=taken,
    )
