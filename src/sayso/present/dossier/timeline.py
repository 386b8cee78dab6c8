"""The timeline: events by the days the texts give them; what no text dates comes last, and says so."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sayso.model.annotations import Fact, SlotFrom, SlotName, TimeExpr
from sayso.model.reading import Reading
from sayso.model.reconstruction import Event
from sayso.model.statements import Statement
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.present.dossier.views import TimelineDay, TimelineItem
from sayso.present.terminal.quotes import shorten

__all__ = ["timeline"]

Days = tuple[date, date]
NEAR = frozenset({SlotFrom.CLAUSE, SlotFrom.SENTENCE})
MOST_OF_A_DAY = 8


def timeline(index: DossierIndex) -> tuple[TimelineDay, ...]:
    """Return the days on which something is said to have happened, in order, with one item an event and day."""
    resolved = {r.time: (r.earliest, r.latest) for r in index.case.reconstruction.resolved_times}
    found: dict[Days, dict[str, TimelineItem]] = defaultdict(dict)
    for event in index.case.reconstruction.events:
        for days, item in _items(index, event, resolved):
            found[days].setdefault(event.id, item)
    return tuple(TimelineDay(day_words(*days), tuple(found[days].values())[:MOST_OF_A_DAY]) for days in sorted(found))


def _items(index: DossierIndex, event: Event, resolved: dict[str, Days]) -> list[tuple[Days, TimelineItem]]:
    items = []
    for statement_id in event.statements:
        found = index.statement(statement_id)
        if found is None:
            continue
        statement, reading = found
        times = {time.id: time for time in reading.times}
        for mention in statement.mentions:
            slot = mention.slot(SlotName.TIME)
            time = times.get(slot.ref or "") if slot and slot.found in NEAR else None
            days = _days(time, resolved)
            if (
                mention.id in event.mentions
                and days
                and mention.fact is Fact.HAPPENED
                and (days[1] - days[0]).days <= 31
            ):
                items.append((days, _item(index, event, statement, reading)))
    return items


def _days(time: TimeExpr | None, resolved: dict[str, Days]) -> Days | None:
    if time is None:
        return None
    if time.earliest and time.latest:
        return time.earliest, time.latest
    return resolved.get(time.id)


def _item(index: DossierIndex, event: Event, statement: Statement, reading: Reading) -> TimelineItem:
    return TimelineItem(
        what=event.kind,
        words=shorten(" … ".join(span.of(reading.text) for span in statement.spans), 200),
        who=index.first_voice(statement),
        where=index.where(reading.document, statement.span),
        href=f"#s-{statement.id}",
    )
