"""Event mentions where there is no parser: word order and small words stand in for the parse."""

from __future__ import annotations

from sayso.annotate.actors import actor_class, is_pronoun
from sayso.annotate.events.lexicon import Lexicon, Trigger
from sayso.annotate.events.reasons import flat_reasons
from sayso.annotate.events.slots import Values
from sayso.lang.packs import Pack
from sayso.model.annotations import EventMention, Fact, Place, Slot, SlotFrom, SlotName
from sayso.model.ids import derived_id
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["flat_mentions"]

STOPS = frozenset({",", ";", ":", "–", "—", ".", "at", "som", "men", "og", "fordi", "når", "da"})
SKIP = frozenset({"er", "var", "ble", "blir", "har", "hadde", "ikke", "aldri", "å", "for", "skal", "være", "blitt"})


def flat_mentions(
    document: str, s: Sentence, words: Lexicon, values: Values, setting: Place | None, pack: Pack
) -> list[EventMention]:
    """Find event words; the nearest actor before a verb is its subject, the nearest after it its object."""
    found = []
    for token in s.tokens:
        trigger, passive = _trigger(s, token, words)
        if trigger:
            found.append(_mention(document, s, token, trigger, passive, words, values, setting, pack))
    return found


def _trigger(s: Sentence, token: Token, words: Lexicon) -> tuple[Trigger | None, bool]:
    for form in (token.text.lower(), token.lemma.lower()):
        if form in words.passives:
            return words.passives[form], True
        if form in words.verbs:
            trigger = words.verbs[form]
            beside = {w for t in s.tokens for w in (t.lemma.lower(), t.text.lower())} if trigger.needs else set()
            return (trigger, False) if not trigger.needs or trigger.needs & beside else (None, False)
        if form in words.nouns:
            return words.nouns[form], False
    return None, False


def _mention(
    document: str,
    s: Sentence,
    token: Token,
    trigger: Trigger,
    passive: bool,
    words: Lexicon,
    values: Values,
    setting: Place | None,
    pack: Pack,
) -> EventMention:
    left = _actor(s, range(token.index - 1, -1, -1), pack)
    right = _actor(s, range(token.index + 1, len(s.tokens)), pack)
    to_target = passive or trigger.happens_to
    slots = [*_slot(s, SlotName.TARGET if to_target else SlotName.AGENT, left, pack)]
    if not to_target:
        slots += _slot(s, SlotName.TARGET, right, pack)
    clause = _clause(s, token)
    slots += [Slot(SlotName.COUNT, q.span, ref=q.id) for q in values.quantities_in(clause)[:1]]
    slots += [Slot(SlotName.TIME, t.span, t.when.timex, t.id, SlotFrom.SENTENCE) for t in values.times_in(s.span)[:1]]
    slots += _places(s, clause, values, setting)
    slots += flat_reasons(s, token, words, pack)
    return EventMention(
        derived_id("event-mention", document, (token.span,), trigger.kind),
        token.span,
        trigger.kind,
        tuple(slots),
        _fact(s, clause, words),
    )


def _actor(s: Sentence, indexes: range, pack: Pack) -> Token | None:
    for i in indexes:
        token = s.tokens[i]
        if token.text.lower() in STOPS:
            return None
        if is_pronoun(token, pack) or actor_class(s, token, pack):
            return token
        if token.text.lower() not in SKIP and token.pos == "VERB":
            return None
    return None


def _slot(s: Sentence, name: SlotName, token: Token | None, pack: Pack) -> list[Slot]:
    if token is None:
        return []
    pronoun = is_pronoun(token, pack)
    return [
        Slot(
            name,
            token.span,
            None if pronoun else actor_class(s, token, pack),
            unresolved="pronoun" if pronoun else None,
        )
    ]


def _clause(s: Sentence, token: Token) -> Span:
    """Return the stretch between the commas and "at"/"men" around a token."""
    left = right = token.index
    while left > 0 and s.tokens[left - 1].text.lower() not in {",", ";", ":", "at", "men"}:
        left -= 1
    while right + 1 < len(s.tokens) and s.tokens[right + 1].text.lower() not in {",", ";", ":", "men"}:
        right += 1
    return Span(s.tokens[left].start, s.tokens[right].end)


def _fact(s: Sentence, clause: Span, words: Lexicon) -> Fact:
    near = {t.text.lower() for t in s.tokens_in(clause)}
    if near & words.words_of("facts.negations"):
        return Fact.DENIED
    if near & words.words_of("facts.conditional"):
        return Fact.POSSIBLE
    if near & words.words_of("facts.possible"):
        return Fact.POSSIBLE
    return Fact.FUTURE if near & words.words_of("facts.future") else Fact.HAPPENED


def _places(s: Sentence, clause: Span, values: Values, setting: Place | None) -> list[Slot]:
    inside, found = values.places_in(clause), SlotFrom.CLAUSE
    if not inside:
        inside, found = values.places_in(s.span), SlotFrom.SENTENCE
    if not inside and setting:
        inside, found = (setting,), SlotFrom.REPORT
    return [Slot(SlotName.PLACE, p.span, f"{_direction(s, p.span)} {p.name}", p.id, found) for p in inside[:2]]


def _direction(s: Sentence, span: Span) -> str:
    previous = [t.text.lower() for t in s.tokens if t.end <= span.start][-1:]
    return {"til": "to", "fra": "from"}.get(previous[0] if previous else "", "in")
