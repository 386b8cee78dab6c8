"""The timeline: statements of events by the days the texts give them; what no text dates is not placed by guess."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sayso.model.annotations import Fact, SlotFrom, SlotName, TimeExpr
from sayso.model.reconstruction import Event
from sayso.present.dossier import limits
from sayso.present.dossier.cites import gather
from sayso.present.dossier.index import DossierIndex, day_words
from sayso.present.dossier.limits import rest
from sayso.present.dossier.views import TimelineDay

__all__ = ["timeline"]

Days = tuple[date, date]
NEAR = frozenset({SlotFrom.CLAUSE, SlotFrom.SENTENCE})
LONGEST = 31  # days; what is said of a longer time is no entry of a timeline
SHOWN = 4


def timeline(index: DossierIndex) -> tuple[tuple[TimelineDay, ...], str]:
    """Return the days on which something is said to have happened, in order, and what was left out."""
    found: dict[Days, list[str]] = defaultdict(list)
    for event in index.case.reconstruction.events:
        for when, statement_id in _placed(index, event):
            found[when].append(statement_id)
    days = sorted(found)[: limits.DAYS]
    entries = (TimelineDay(day_words(*day), gather(index, found[day], shown=SHOWN)) for day in days)
    return tuple(entries), rest(len(found), len(days), "day")


def _placed(index: DossierIndex, event: Event) -> list[tuple[Days, str]]:
    """Return the statements of an event that give it a day."""
    placed, mentions = [], frozenset(event.mentions)
    for statement_id in event.statements:
        found = index.statement(statement_id)
        if found is None:
            continue
        for mention in found[0].mentions:
            slot = mention.slot(SlotName.TIME)
            time = index.times.get(slot.ref or "") if slot and slot.found in NEAR else None
            days = _days(index, time)
            told = mention.id in mentions and mention.fact is Fact.HAPPENED
            if told and days and (days[1] - days[0]).days <= LONGEST:
                placed.append((days, statement_id))
    return placed


def _days(index: DossierIndex, time: TimeExpr | None) -> Days | None:
    if time is None:
        return None
    if time.earliest and time.latest:
        return time.earliest, time.latest
    return index.resolved.get(time.id)
