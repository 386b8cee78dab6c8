"""The timeline: statements of events by the days the texts give them; what no text dates is not placed by guess."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sayso.model.annotations import EventMention, Fact, SlotFrom, SlotName
from sayso.model.reading import Reading
from sayso.model.reconstruction import Event
from sayso.model.statements import Statement
from sayso.model.text import Span, covers
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
        for mention in found[0].mentions if found else ():
            told = found and mention.id in mentions and mention.fact is Fact.HAPPENED
            days = _days(index, *found, mention) if found and told else None
            if days and (days[1] - days[0]).days <= LONGEST:
                placed.append((days, statement_id))
    return placed


def _days(index: DossierIndex, statement: Statement, reading: Reading, mention: EventMention) -> Days | None:
    """Return the days the text puts an event on.

    Not the day since which a running total counts; and not a day that only the words around what a voice says hold, as
    that is when it was said ("said Tuesday that …").
    """
    slot = mention.slot(SlotName.TIME)
    time = index.times.get(slot.ref or "") if slot and slot.found in NEAR else None
    if time is None or slot is None or _counted_since(index, mention, time.span.of(reading.text)):
        return None
    if slot.found is SlotFrom.SENTENCE and not _inside(index, statement, time.span):
        return None
    return (time.earliest, time.latest) if time.earliest and time.latest else index.resolved.get(time.id)


def _counted_since(index: DossierIndex, mention: EventMention, words: str) -> bool:
    counts = (index.quantities.get(slot.ref or "") for slot in mention.fillers(SlotName.COUNT))
    return any(words in quantity.window for quantity in counts if quantity and quantity.window)


def _inside(index: DossierIndex, statement: Statement, time: Span) -> bool:
    """Tell whether a time is part of what the statement's voice says; all of an own-voice statement's sentence is."""
    attribution = index.attributions.get(statement.attribution or "")
    return attribution is None or any(covers(content, time) for content in attribution.content)
