"""Figures: for each question of number, every figure as said, with its bounds, in the order of the days."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sayso.model.annotations import Quantity, SlotName, TimeExpr
from sayso.model.reconstruction import Answer, Question, QuestionSlot
from sayso.model.statements import Backing, Statement
from sayso.model.text import covers
from sayso.present.dossier import limits
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.present.dossier.limits import rest
from sayso.present.dossier.views import FigureRow, FigureTable, PlaceLink
from sayso.values.amount import Amount, format_amount

__all__ = ["figure_table", "figure_tables"]

HEADROOM = 1.02  # keeps the greatest figure off the edge


@dataclass(frozen=True)
class _Key:
    """What makes two figures one row: the day, the amount, who says it, and in which manner."""

    day: tuple[date | None, date | None, str]
    amount: Amount
    who: str
    tag: str

    def order(self) -> tuple[str, float, bool, str, str]:
        day = self.day[1] or self.day[0]
        low, high = self.amount.low, self.amount.high
        return (
            day.isoformat() if day else "9999",
            low or high or 0.0,
            bool(self.tag),
            format_amount(self.amount),
            self.who,
        )


@dataclass
class _Row:
    words: dict[str, None] = field(default_factory=dict)
    places: dict[PlaceLink, None] = field(default_factory=dict)


def figure_tables(index: DossierIndex) -> tuple[tuple[FigureTable, ...], str]:
    """Return a table for each question of how many, and what was left out."""
    asked = [q for q in index.case.reconstruction.questions if q.slot is QuestionSlot.HOW_MANY]
    tables = [table for question in asked[: limits.FIGURE_TABLES] if (table := figure_table(index, question)).rows]
    return tuple(tables), rest(len(asked), min(len(asked), limits.FIGURE_TABLES), "question of number")


def figure_table(index: DossierIndex, question: Question) -> FigureTable:
    """Return the figures given for one question, without rows where there are none."""
    rows: dict[_Key, _Row] = {}
    for key, words, place in (found for answer in question.answers for found in _figures(index, answer)):
        row = rows.setdefault(key, _Row())
        row.words[words] = None
        row.places[place] = None
    ordered = sorted(rows, key=_Key.order)
    scale = _scale(max((max(k.amount.low or 0.0, k.amount.high or 0.0) for k in ordered), default=1.0) * HEADROOM)
    shown = ordered[: limits.FIGURE_ROWS]
    return FigureTable(
        question=question.text,
        href=f"#q-{question.id}",
        rows=tuple(_row(key, rows[key], scale) for key in shown),
        ticks=tuple((100 * i / 4, f"{scale * i / 4:,.10g}") for i in range(5)),
        charted=len({key.amount for key in shown}) > 1,
        dated=any(key.day[2] for key in shown),
        more=rest(len(ordered), len(shown), "figure"),
    )


def _figures(index: DossierIndex, answer: Answer) -> Iterator[tuple[_Key, str, PlaceLink]]:
    for statement_id in dict.fromkeys((*answer.statements, *answer.presupposed)):
        found = index.statement(statement_id)
        if found is None:
            continue
        statement, reading = found
        refs = dict.fromkeys(slot.ref for m in statement.mentions for slot in m.fillers(SlotName.COUNT))
        for quantity in (index.quantities[ref] for ref in refs if ref in index.quantities):
            if format_amount(quantity.amount) == answer.value:
                tag = _tag(statement, taken=statement_id in answer.presupposed)
                key = _Key(_when(index, statement, quantity), quantity.amount, index.speaker(statement), tag)
                place = PlaceLink(
                    index.where(reading.document, quantity.span), index.link(reading.document, statement).href
                )
                yield key, _words(quantity, reading.text), place


def _tag(statement: Statement, *, taken: bool) -> str:
    """Say that nobody asserts a figure, "" where somebody does."""
    if statement.backing is Backing.OWN_VOICE:
        return "in its own voice"
    return "taken for granted" if taken or statement.backing is Backing.PRESUPPOSED else ""


def _words(quantity: Quantity, text: str) -> str:
    return " ".join(quantity.span.of(text).split())


def _when(index: DossierIndex, statement: Statement, quantity: Quantity) -> tuple[date | None, date | None, str]:
    """Return the day a figure speaks of where the text says it, else the day it was said, else nothing.

    The time since which a running total counts is not its day.
    """
    for mention in statement.mentions:
        for slot in mention.fillers(SlotName.TIME):
            time = index.times.get(slot.ref or "")
            if time and covers(statement.span, time.span) and not _since(index, statement, time, quantity):
                earliest, latest = index.resolved.get(time.id, (time.earliest, time.latest))
                if earliest or latest:
                    return earliest, latest, "day it speaks of"
    say_so = index.say_so.get(statement.id)
    if say_so and (say_so.said_earliest or say_so.said_latest):
        return say_so.said_earliest, say_so.said_latest, "day it was said"
    return None, None, ""


def _since(index: DossierIndex, statement: Statement, time: TimeExpr, quantity: Quantity) -> bool:
    """Tell whether a time stands in the window that a running total counts over ("since January")."""
    found = index.statement(statement.id)
    return bool(found and quantity.window and time.span.of(found[1].text) in quantity.window)


def _scale(top: float) -> float:
    """Return a round number at or above `top` for the end of the axis."""
    power = 10 ** math.floor(math.log10(max(top, 1.0)))
    return float(next(step * power for step in (1, 2, 4, 5, 8, 10) if step * power >= top))


def _row(key: _Key, row: _Row, scale: float) -> FigureRow:
    low = key.amount.low if key.amount.low is not None else 0.0
    high = key.amount.high if key.amount.high is not None else scale
    value, places = format_amount(key.amount), tuple(row.places)
    words = tuple({said.casefold(): said for said in row.words}.values())
    return FigureRow(
        words=words[:4],
        value="" if _plain(value) in set(map(_plain, words)) else value,
        who=key.who,
        tag=key.tag,
        places=places[: limits.ALSO],
        places_more=max(0, len(places) - limits.ALSO),
        day=day_words(*key.day[:2]) or "not known",
        basis=key.day[2],
        left=round(100 * low / scale, 2),
        width=round(max(100 * (high - low) / scale, 0.0), 2),
        shape=_shape(key.amount),
    )


def _plain(words: str) -> str:
    return words.casefold().replace(",", "")


def _shape(amount: Amount) -> str:
    if amount.high is None:
        return "up"
    if amount.low is None:
        return "down"
    return "point" if amount.low == amount.high else "range"
