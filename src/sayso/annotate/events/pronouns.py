"""Whom "they" and "he" stand for as doers of events: the last actor named before them in the report.

"We" and "I" are the speaker; only the case knows who that is, so they stay open here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model.annotations import EventMention, Slot, SlotFrom, SlotName
from sayso.model.text import Span

__all__ = ["Actor", "resolve_pronouns"]

THIRD = frozenset({"they", "them", "de", "dem"})
# Words for those harmed that say nothing of who they were; the last whom harm was done to are meant.
ANEW = frozenset({"the men", "the people", "the victims", "the dead", "the bodies", "mennene", "ofrene", "de døde"})
HARM = frozenset({"kill", "wound", "attack", "fire", "burn", "destroy", "arrest"})
# Who is named before a deed of harm without having done any is rarely its doer.
HARMLESS = frozenset({"media", "activists", "refugees", "children", "women", "civilians"})
REACH = 300  # characters back; an actor named longer ago is not what "they" means


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor told before: where, and of what class."""

    span: Span
    value: str
    acted: bool
    kind: str


def resolve_pronouns(text: str, mentions: Sequence[EventMention], classes: frozenset[str]) -> list[EventMention]:
    """Give pronoun slots the class of the last actor before them; the slot keeps its own place and says how far it looked. `classes` are the pack's actor classes."""
    resolved: list[EventMention] = []
    known: list[Actor] = []
    for mention in mentions:
        anew = tuple(_told_anew(text, slot, mention, known) for slot in mention.slots)
        barred = frozenset(slot.value for slot in anew if slot.name is SlotName.TARGET)
        slots = tuple(_resolved(text, slot, mention.kind, known, barred) for slot in anew)
        resolved.append(replace(mention, slots=slots))
        known += [
            Actor(slot.span, slot.value or "", slot.name is SlotName.AGENT, mention.kind)
            for slot in sorted(slots, key=lambda s: s.name is SlotName.AGENT)
            if slot.name in {SlotName.AGENT, SlotName.TARGET}
            and slot.span
            and slot.value in classes
            and slot.unresolved is None
        ]
    return resolved


def _told_anew(text: str, slot: Slot, mention: EventMention, known: Sequence[Actor]) -> Slot:
    """ "64 guards died. The men were shot": the men are the guards, unless it was they who acted here."""
    if slot.name is not SlotName.TARGET or mention.kind not in HARM or slot.span is None:
        return slot
    if " ".join(slot.span.of(text).lower().split()) not in ANEW:
        return slot
    doers = {s.value for s in mention.fillers(SlotName.AGENT)}
    near = [a for a in reversed(known) if a.span.end <= slot.span.start <= a.span.end + REACH and not a.acted]
    last = next((a for a in near if a.kind in HARM), None)
    return replace(slot, value=last.value, found=SlotFrom.PARAGRAPH) if last and last.value not in doers else slot


def _resolved(text: str, slot: Slot, kind: str, known: Sequence[Actor], barred: frozenset[str | None]) -> Slot:
    """Those who act do not act upon themselves, so the class of the target is barred; doers are tried before others,
    and for harm those who did harm before."""
    if slot.unresolved != "pronoun" or slot.span is None or slot.span.of(text).lower() not in THIRD:
        return slot
    if slot.name is not SlotName.AGENT:
        return slot
    near = [a for a in reversed(known) if a.span.end <= slot.span.start <= a.span.end + REACH and a.value not in barred]
    harmed = [a for a in near if a.acted and a.kind in HARM] if kind in HARM else []
    near = [a for a in near if kind not in HARM or a.value not in HARMLESS]
    best = next((a for a in (*harmed, *near) if a.acted), near[0] if near else None)
    return replace(slot, value=best.value, found=SlotFrom.PARAGRAPH, unresolved=None) if best else slot
