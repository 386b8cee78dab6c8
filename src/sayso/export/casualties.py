"""Which figures of a reading count persons harmed in one event, and which event the document is mainly about.

The main event is the one that the first figure of killed, or else of otherwise harmed persons, belongs to; its figures
stand first. Without any such figure it is the first event told as having happened. Nothing is summed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.export.wire.read import CasualtyGroup
from sayso.model.annotations import Act, EventMention, Fact, Group, Quantity, Scope, SlotName
from sayso.model.reading import Reading
from sayso.model.statements import Statement
from sayso.model.text import Span, covers

__all__ = ["Harm", "find_harm"]

HARM = (Act.KILLED, Act.WOUNDED, Act.MISSING, Act.DETAINED)
GROUPS: dict[Group, CasualtyGroup] = {
    Group.CIVILIANS: "civilians",
    Group.NONCIVILIANS: "noncivilians",
    Group.CHILDREN: "children",
    Group.WOMEN: "women",
}


@dataclass(frozen=True, slots=True)
class Harm:
    """A figure of persons harmed with the statement and event mention it stands in, where it stands in one."""

    quantity: Quantity
    group: CasualtyGroup
    act: Act
    statement: Statement | None
    event: EventMention | None
    main: bool


def find_harm(reading: Reading) -> tuple[tuple[Harm, ...], str | None]:
    """Return the figures of harm, main ones first, and the id of the main event mention (None when there is none)."""
    events = {
        slot.ref: mention
        for statement in reading.statements
        for mention in statement.mentions
        for slot in mention.fillers(SlotName.COUNT)
        if slot.ref is not None
    }
    counted = [
        q
        for q in reading.quantities
        if q.act in HARM and q.scope in (None, Scope.EVENT) and q.group is not Group.THINGS
    ]
    first = min(counted, key=lambda q: (q.act is not Act.KILLED, q.span), default=None)
    main = events.get(first.id) if first else _first_told(reading)
    holding = _statements_at(reading.statements, counted)
    found = [
        _harm(q, events.get(q.id), holding[q.id], own=q is first or _same(events.get(q.id), main)) for q in counted
    ]
    return tuple(sorted(found, key=lambda h: (not h.main, h.quantity.span))), main.id if main else None


def _same(event: EventMention | None, main: EventMention | None) -> bool:
    return event is not None and main is not None and event.id == main.id


def _harm(quantity: Quantity, event: EventMention | None, statement: Statement | None, *, own: bool) -> Harm:
    return Harm(quantity, GROUPS.get(quantity.group, "unknown"), quantity.act or Act.OTHER, statement, event, own)


def _statements_at(statements: Sequence[Statement], quantities: Sequence[Quantity]) -> dict[str, Statement | None]:
    """For each quantity the shortest statement that holds it, in one sweep over the text."""
    coming = sorted(
        ((span, statement) for statement in statements for span in statement.spans), key=lambda item: item[0]
    )
    open_now: list[tuple[Span, Statement]] = []
    found: dict[str, Statement | None] = {}
    at = 0
    for quantity in sorted(quantities, key=lambda q: q.span):
        while at < len(coming) and coming[at][0].start <= quantity.span.start:
            open_now.append(coming[at])
            at += 1
        open_now = [item for item in open_now if item[0].end > quantity.span.start]
        holding = [statement for span, statement in open_now if covers(span, quantity.span)]
        found[quantity.id] = min(holding, key=lambda s: (len(s.span), s.span, s.id), default=None)
    return found


def _first_told(reading: Reading) -> EventMention | None:
    told = (m for s in reading.statements for m in s.mentions if m.fact is Fact.HAPPENED and not m.refers_back)
    return min(told, key=lambda m: m.span, default=None)
