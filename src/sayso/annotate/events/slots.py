"""Fill an event's slots: actors by class, counts, times and places, nearest first and marked by how near they were found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sayso.annotate.actors import actor_class, informative_head, is_pronoun
from sayso.annotate.events.lexicon import lexicon
from sayso.annotate.places import places_of_event
from sayso.lang.packs import Pack
from sayso.model.annotations import Place, Quantity, Slot, SlotFrom, SlotName, TimeExpr
from sayso.model.reports import Report
from sayso.model.syntax import Sentence, Token
from sayso.model.text import HasSpan, Span, covers

T = TypeVar("T", bound=HasSpan)

__all__ = ["Values", "actor_slots", "count_slots", "place_slots", "settings"]

TO = frozenset({"to", "into", "toward", "towards", "onto"})
FROM = frozenset({"from", "out"})


@dataclass(frozen=True)
class Values:
    """A document's figures, times and places, each sorted, to be found by position in logarithmic time."""

    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpr, ...]
    places: tuple[Place, ...]
    _starts: dict[str, list[int]] = field(default_factory=dict, repr=False)

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """Return the figures inside a span."""
        return self._inside("q", self.quantities, span)

    def times_in(self, span: Span) -> tuple[TimeExpr, ...]:
        """Return the times inside a span."""
        return self._inside("t", self.times, span)

    def places_in(self, span: Span) -> tuple[Place, ...]:
        """Return the places inside a span."""
        return self._inside("p", self.places, span)

    def _inside(self, key: str, items: tuple[T, ...], span: Span) -> tuple[T, ...]:
        starts = self._starts.setdefault(key, [item.span.start for item in items])
        found: list[T] = []
        for i in range(bisect_left(starts, span.start), len(items)):
            if items[i].span.start >= span.end:
                break
            if items[i].span.end <= span.end:
                found.append(items[i])
        return tuple(found)


def settings(reports: Sequence[Report], places: Sequence[Place]) -> dict[str, Place]:
    """Return, by report id, the town that a report names most often (the first of them where several do)."""
    spans = sorted((span, report.id) for report in reports for span in report.spans)
    named: dict[str, dict[str, list[Place]]] = {}
    for place in places:
        at = bisect_right(spans, (Span(place.span.start, place.span.end), "￿")) - 1
        if at >= 0 and covers(spans[at][0], place.span) and place.is_town:
            key = place.best.id if place.best else place.name
            named.setdefault(spans[at][1], {}).setdefault(key, []).append(place)
    return {
        report: max(found.values(), key=lambda many: (len(many), -many[0].span.start))[0]
        for report, found in named.items()
    }


def actor_slots(
    s: Sentence, name: SlotName, tokens: Iterable[Token], pack: Pack, found: SlotFrom = SlotFrom.CLAUSE
) -> list[Slot]:
    """Make a slot for each actor: its noun phrase's place and its class; pronouns stay unresolved here."""
    slots = []
    for token in tokens:
        pronoun = is_pronoun(token, pack)
        value = _class(s, token, pack) or (token.lemma.lower() if not pronoun else "")
        slots.append(
            Slot(name, phrase_span(s, token), value or None, found=found, unresolved="pronoun" if pronoun else None)
        )
    return slots


def _class(s: Sentence, token: Token, pack: Pack) -> str:
    """Return an actor's class; "40 bodies" says nothing of who they were, "the bodies of 12 guards" does."""
    inner = informative_head(s, token, pack)
    return "" if inner.lemma.lower() in lexicon(pack).words_of("bodies.nouns") else actor_class(s, token, pack)


def phrase_span(s: Sentence, head: Token) -> Span:
    """Return the noun phrase of a head without its relative clauses, conjuncts and what follows a comma."""
    tree = s.subtree(head)
    barred: set[int] = set()
    for kid in (
        *s.children(head, "conj", "cc", "appos", "acl", "advcl", "preconj"),
        *(t for t in tree if t.dep == "relcl"),
    ):
        barred |= {t.index for t in s.subtree(kid)}
    kept = [t for t in tree if t.index not in barred and t.text not in {",", ";", "“", "”", '"', "(", ")"}]
    run = [t for t in kept if t.index <= head.index] or [head]
    last = head
    for token in kept:
        if token.index > head.index and token.index == last.index + 1:
            last = token
    return Span(min(run[0].start, head.start), last.end)


def count_slots(s: Sentence, tokens: Sequence[Token], values: Values, pack: Pack) -> list[Slot]:
    """Make count slots from the figures that count one of the actors."""
    slots: list[Slot] = []
    for token in tokens:
        heads = {token.start, informative_head(s, token, pack).start}
        for quantity in values.quantities_in(s.subtree_span(token)):
            of = quantity.of.start if quantity.of else quantity.span.start
            if of in heads or (quantity.of is None and covers(quantity.whole, token.span)):
                slots.append(Slot(SlotName.COUNT, quantity.span, ref=quantity.id))
        slots += _reached(s, token, values)
    return slots


def _reached(s: Sentence, token: Token, values: Values) -> list[Slot]:
    """ "the number of people who crossed reached 7,000": the figure stands with the verb of the number."""
    of = s.head(token)
    number = s.head(of)
    if token.dep != "pobj" or of.lemma != "of" or number.lemma not in {"number", "toll", "total", "count", "tally"}:
        return []
    verb = s.head(number)
    figures = [q for q in values.quantities_in(s.subtree_span(verb)) if q.span.start > verb.start]
    return [Slot(SlotName.COUNT, q.span, ref=q.id) for q in figures[:1]]


def place_slots(
    s: Sentence, trigger: Token, values: Values, setting: Place | None, pack: Pack, *, moves: bool
) -> list[Slot]:
    """Take the places of the trigger's clause, else of the sentence, else the town the report is mostly about.

    `moves` marks kinds of motion: there a goal that is no named place ("to the hills") is told too, as words alone, and every
    place of the clause counts, as where from or where to.
    """
    clause = s.subtree_span(trigger)
    if not moves:
        where = places_of_event(s, trigger, values.places_in(s.span), pack)
        if where or not setting:
            return [
                _where(s, place, SlotFrom.CLAUSE if covers(clause, place.span) else SlotFrom.SENTENCE)
                for place in where[:3]
            ]
        return [Slot(SlotName.PLACE, setting.span, f"in {setting.name}", setting.id, SlotFrom.REPORT)]
    inside = _places_of(s, clause, values)
    found = SlotFrom.CLAUSE
    goals = _unnamed_goals(s, trigger, inside)
    if not inside and not goals:
        inside, found = _places_of(s, s.span, values), SlotFrom.SENTENCE
        inside = [place for place in inside if not _is_where_it_was_said(s, place.span, trigger)]
    if not inside and not goals and setting:
        return [Slot(SlotName.PLACE, setting.span, f"in {setting.name}", setting.id, SlotFrom.REPORT)]
    return [*goals, *(_where(s, place, found) for place in inside[:3])]


def _where(s: Sentence, place: Place, found: SlotFrom) -> Slot:
    return Slot(SlotName.PLACE, place.span, f"{_direction(s, place.span)} {place.name}", place.id, found)


def _places_of(s: Sentence, span: Span, values: Values) -> Sequence[Place]:
    """Return the places inside a span that are where something is, not whose it is ("the Arda government")."""
    return [p for p in values.places_in(span) if not _names_an_owner(s, p.span) and not _is_seat(s, p.span)]


def _names_an_owner(s: Sentence, span: Span) -> bool:
    last = next((t for t in reversed(s.tokens) if span.start <= t.start and t.end <= span.end), None)
    return (
        last is not None
        and last.dep in {"compound", "amod", "nmod"}
        and s.head(last).pos == "NOUN"
        and s.head(last).start >= span.end
    )


def _is_seat(s: Sentence, span: Span) -> bool:
    """ "the Arda-based group", "a group based in Arda": where somebody has his seat, not where anything was."""
    after = [t.text.lower() for t in s.tokens if t.start >= span.end][:2]
    before = [t.text.lower() for t in s.tokens if t.end <= span.start][-2:]
    return after in (["-", "based"], ["–", "based"]) or before == ["based", "in"] or after[:1] == ["-based"]


def _is_where_it_was_said(s: Sentence, span: Span, trigger: Token) -> bool:
    """Tell whether a place belongs to the verb of saying whose complement tells the event."""
    word = next((t for t in s.tokens if t.start >= span.start), None)
    governor = next((t for t in s.ancestors(word) if t.pos in {"VERB", "AUX"}), None) if word else None
    if governor is None:
        return False
    return any(trigger.index in {t.index for t in s.subtree(kid)} for kid in s.children(governor, "ccomp"))


def _unnamed_goals(s: Sentence, trigger: Token, named: Sequence[Place]) -> list[Slot]:
    goals = []
    for prep in s.children(trigger, "prep"):
        for obj in s.children(prep, "pobj") if prep.lemma in TO else ():
            span = phrase_span(s, obj)
            if obj.pos == "NOUN" and not any(span.start <= p.span.start < span.end for p in named):
                goals.append(Slot(SlotName.PLACE, span, f"to {obj.lemma.lower()}"))
    return goals[:1]


def _direction(s: Sentence, span: Span) -> str:
    """Return "to", "from" or "in": which way a place stands to the motion that leads to it."""
    before = [t for t in s.tokens if t.end <= span.start][-4:]
    for token in reversed(before):
        word = token.text.lower()
        if word in TO:
            return "to"
        if word in FROM:
            return "from"
        if token.pos == "ADP":
            return "in"
    inside = next((t for t in s.tokens if t.start >= span.start), None)
    return "to" if inside is not None and inside.dep == "dobj" else "in"
