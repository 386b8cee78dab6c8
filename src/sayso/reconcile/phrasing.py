"""Questions in plain words, from the templates of the language pack and the words of the texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sayso.annotate.actors import class_label
from sayso.link.events.profile import AGENT_CORE
from sayso.model.annotations import Slot, SlotFrom, SlotName
from sayso.model.reconstruction import Event, QuestionSlot
from sayso.reconcile.draft import DraftQuestion
from sayso.reconcile.evidence import Evidence, Telling

__all__ = ["clipped", "day_range", "day_words", "phrase_question", "place_name", "slot_words", "told_apart"]

PARTS = frozenset({"children", "women"})  # figures of a part are left out where others count all
NOBODY = frozenset(
    {"no", "none", "nobody", "not", "neither", "never"}
)  # "no elder asked": it is the elders that are asked about
LEAVING = frozenset({"flee", "cross", "return"})
OWN = frozenset({SlotFrom.CLAUSE})
NEAR = frozenset({SlotFrom.CLAUSE, SlotFrom.SENTENCE})
_NAMED = re.compile(r"^(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+(?= (?:in|at|near|of)\b|$)")  # "Captain Omar Resk"
_LEADING = re.compile(r"^(?:the|a|an|some|these|those|their|our|his|her|its|all the|all)\s+", re.IGNORECASE)


def phrase_question(evidence: Evidence, event: Event, slot: QuestionSlot, *, in_all: bool = False) -> str:
    """Return the question that a reader would ask about one slot of an event; `in_all` asks for a running total, which
    is of no one town unless its own clause says so."""
    table = evidence.packs["en"].table("questions")
    template = str(table.get(event.kind, {}).get(slot.value) or table["default"][slot.value])
    tellings = evidence.tellings(event)
    town = place_name(evidence, tellings, towards=False, own_clause=in_all)
    goal = _goal(evidence, event, tellings, town)
    words = {
        "target": _participants(evidence, tellings, SlotName.TARGET, event.targets),
        "agent": _participants(evidence, tellings, SlotName.AGENT, event.agents),
        "agent-class": _label(evidence, event.agents),
        "group": _group(evidence, event, tellings),
        "event": str(table["nouns"].get(event.kind, event.kind)),
        "in": (f" in {town}" if town else "") + (" in all" if in_all else ""),
        "in-plain": f" {town}" if town else " the town",
        "to": f" to {goal}" if goal else "",
        "for": f" for {goal}" if goal else "",
    }
    if town and any(town in words[name] for name in ("target", "agent") if "{" + name + "}" in template):
        words["in"] = ""
        words["to"] = words["to"] if goal != town else ""  # "the residents of Tarsk" need not be placed in Tarsk again
    words["were"] = "was" if _is_one(words["target"], table) else "were"
    for name, value in words.items():
        template = template.replace("{" + name + "}", value)
    return template[0].upper() + template[1:]


def _label(evidence: Evidence, classes: tuple[str, ...]) -> str:
    """Return what the doers are called by their class, soldiers before others: an army enters a town with its tanks."""
    best = min(classes, key=lambda name: (name != "state-forces", name), default=None)
    return class_label(best, evidence.packs["en"]) if best else "forces"


def _goal(evidence: Evidence, event: Event, tellings: Sequence[Telling], town: str) -> str:
    """Return where a motion went: the goal most tellings name; troops go where they are told of, people who flee do not."""
    goal = place_name(evidence, tellings, towards=True)
    return goal if event.kind in LEAVING else goal or town


def told_apart(evidence: Evidence, drafts: Sequence[DraftQuestion]) -> list[DraftQuestion]:
    """Give questions that read alike the days of their events: two attacks in one town need a day to be told apart."""
    times = Counter(draft.text for draft in drafts)
    for draft in drafts:
        day = day_words(evidence, draft.event) if draft.event and times[draft.text] > 1 else ""
        if day and draft.text.endswith("?"):
            draft.text = f"{draft.text[:-1]} {day}?"
    return list(drafts)


def day_words(evidence: Evidence, event: Event) -> str:
    """Return when an event was: "on 12 May 2013", "in May 2013" where the days span more than two, "" when not told."""
    days = [day for telling in evidence.tellings(event) for day in evidence.days(telling.mention)]
    if not days:
        return ""
    first, last = min(days)[0], max(day[1] for day in days)
    if (last - first).days <= 1:
        return f"on {first.day} {first:%B %Y}"
    return f"in {first:%B %Y}" if (first.year, first.month) == (last.year, last.month) else ""


def day_range(days: tuple[date, date]) -> str:
    """Return "12 June 2011", or "11 to 12 June 2011" written out where an interval is longer than a day."""
    first, last = (f"{day.day} {day:%B %Y}" for day in days)
    return first if first == last else f"{first} to {last}"


def clipped(words: str, most: int) -> str:
    """Return words on one line, cut at a word's end with an ellipsis where they are longer than `most` characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def _is_one(phrase: str, table: Mapping[str, Any]) -> bool:
    """Tell whether a noun phrase is singular: its first noun run ends in no plural, and no figure or "and" stands in it."""
    words = re.split(r"\s+(?:of|in|from|at|near|who|for|with)\s+", phrase)[0].casefold().split()
    if not words or any(w[:1].isdigit() for w in words[:2]) or "and" in words:
        return False
    last = words[-1]
    plural = last in table["plurals"]["words"] or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    return not plural and not set(words) & set(table["plurals"]["numbers"])


def place_name(evidence: Evidence, tellings: Iterable[Telling], *, towards: bool, own_clause: bool = False) -> str:
    """Return the place most tellings name for an event, towns before wider places, as most texts spell it; "" for none.
    `own_clause` takes only places that the event's own clause names."""
    names: Counter[tuple[bool, str]] = Counter()
    for telling in tellings:
        for slot in telling.mention.fillers(SlotName.PLACE):
            place = evidence.corpus.places.get(slot.ref or "")
            going = (slot.value or "").startswith("to ")
            near = NEAR if place and place.is_town and not own_clause else OWN
            told = slot.found in near
            if place and told and (going == towards or not towards):
                names[place.is_town != towards, place.name] += 1
    return min(names, key=lambda item: (not item[0], -names[item], item[1]))[1] if names else ""


def slot_words(evidence: Evidence, telling: Telling, slot: Slot) -> str:
    """Return a slot's words without a leading article."""
    if slot.span is None:
        return ""
    words = _LEADING.sub("", " ".join(slot.span.of(evidence.text_of(telling.statement.id)).split()))
    first = words.split(" ", 1)[0].lower()
    numbers = evidence.packs["en"].table("questions")["plurals"]["numbers"]
    return words[:1].lower() + words[1:] if first in numbers else words  # "Six people were killed" opens a sentence


def _with_article(evidence: Evidence, telling: Telling, slot: Slot, words: str) -> str:
    """Return the words with "the" where the text has it, or another word that picks out, or a figure."""
    original = slot.span.of(evidence.text_of(telling.statement.id)).lower() if slot.span else ""
    picked = original.split(" ", 1)[0] in {"the", "our", "their", "his", "her", "its", "those", "these"}
    return f"the {words}" if picked or words[:1].isdigit() else words


def _participants(evidence: Evidence, tellings: Iterable[Telling], role: SlotName, classes: tuple[str, ...]) -> str:
    """Return the words most texts use for a participant, those with a figure first; the class's label when only pronouns do."""
    found: Counter[tuple[bool, bool, bool, str]] = Counter()
    for telling in tellings:
        if telling.statement.language != "en":
            continue
        for slot in telling.mention.fillers(role):
            words = slot_words(evidence, telling, slot)
            acts = role is not SlotName.AGENT or slot.value in classes or words[:1].isupper()
            none = words.split(" ", 1)[0].casefold() in NOBODY
            if words and acts and not none and slot.unresolved is None and slot.found is not SlotFrom.PARAGRAPH:
                phrase = _with_article(evidence, telling, slot, words)
                found[words[:1].isdigit(), _NAMED.search(words) is not None, slot.value in classes, phrase] += 1
    if found:
        return min(found, key=lambda f: (not f[0], not f[1], not f[2], -found[f], len(f[3]), f[3]))[3]
    told = Counter(
        slot.value for t in tellings for slot in t.mention.fillers(role) if slot.value in classes and slot.found in NEAR
    )
    best = min(told, key=lambda name: (-told[name], str(name)), default=classes[0] if classes else None)
    return class_label(best, evidence.packs["en"]) if best else "people"


def _group(evidence: Evidence, event: Event, tellings: Iterable[Telling]) -> str:
    """Return whom the figures count, by the class most tellings give them."""
    role = SlotName.AGENT if event.kind in AGENT_CORE else SlotName.TARGET
    counted: Counter[str] = Counter(
        slot.value for t in tellings if t.mention.slot(SlotName.COUNT) for slot in t.mention.fillers(role) if slot.value
    )
    if not counted:
        return "people"
    whole = [name for name in counted if name not in PARTS] or list(counted)
    best = min(whole, key=lambda name: (-counted[name], name))
    victims = evidence.packs["en"].table("questions").get("victims", {})
    return str(victims.get(best, "people"))
