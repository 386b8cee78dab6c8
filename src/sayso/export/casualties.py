"""Which figures of a reading count persons harmed in the event the document is mainly about.

The main event is the one that the first figure of killed, or else of otherwise harmed persons, belongs to. Its figures are
those whose mentions tell of the same happening (the same step that brings mentions of many documents together decides
that), and those in a sentence with one of them ("12 civilians, among them 3 children"). Nothing is summed; figures of other
events, running totals and background stay among the quantities.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.export.wire.read import CasualtyGroup
from sayso.model.annotations import Act, EventMention, Fact, Group, Quantity, Scope, SlotName
from sayso.model.reading import Reading
from sayso.model.statements import Statement
from sayso.model.text import Span, covers
from sayso.pipeline import reconstruct

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
    """Return the main event's figures of harm, main ones first, and the id of its first mention (None without one)."""
    counted = [
        q
        for q in reading.quantities
        if q.act in HARM and q.scope in (None, Scope.EVENT) and q.group is not Group.THINGS
    ]
    first = min(counted, key=lambda q: (q.act is not Act.KILLED, q.span), default=None)
    if first is None:
        told = _first_told(reading)
        return (), told.id if told else None
    mentions = _counting_mentions(reading)
    main = mentions.get(first.id)
    holding = _statements_at(reading.statements, counted)
    own = _of_one_event(reading, counted, first, mentions)
    found = [
        Harm(
            quantity=q,
            group=GROUPS.get(q.group, "unknown"),
            act=q.act or Act.OTHER,
            statement=holding[q.id],
            event=mentions.get(q.id),
            main=q.id in own,
        )
        for q in _beside(reading, counted, own)
    ]
    return tuple(sorted(found, key=lambda h: (not h.main, h.quantity.span))), main.id if main else None


def _counting_mentions(reading: Reading) -> dict[str, EventMention]:
    """Map each quantity that fills a count to its event mention."""
    return {
        slot.ref: mention
        for statement in reading.statements
        for mention in statement.mentions
        for slot in mention.fillers(SlotName.COUNT)
        if slot.ref is not None
    }


def _of_one_event(
    reading: Reading, counted: Sequence[Quantity], first: Quantity, mentions: dict[str, EventMention]
) -> set[str]:
    """Return the ids of the figures that count the same happening as `first`."""
    if len(counted) == 1:
        return {first.id}
    happening = {mention: event.id for event in reconstruct((reading,)).events for mention in event.mentions}
    told_in = {q.id: happening.get(mentions[q.id].id) for q in counted if q.id in mentions}
    main = told_in.get(first.id)
    return {q.id for q in counted if q is first or (main is not None and told_in.get(q.id) == main)}


def _beside(reading: Reading, counted: Sequence[Quantity], own: set[str]) -> list[Quantity]:
    """Keep the figures of `own`, and those that stand in a sentence with one of them."""
    starts = [sentence.start for sentence in reading.sentences]
    sentences = {bisect_right(starts, q.span.start) for q in counted if q.id in own}
    return [q for q in counted if q.id in own or bisect_right(starts, q.span.start) in sentences]


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
    return min(told, key=lambda m: (m.span, m.id), default=None)
