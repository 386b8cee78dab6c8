"""Words that answer who it was without an event word: "it was the gang", "it was not the army", "there was no gang".

"It was X" right after a deed of harm names or denies its doer. "There was no X", "the X was invented" denies that there was any
X at all; it makes a mention of the kind `presence`, which stands against every account in the report that names an X.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from sayso.annotate.actors import actor_class
from sayso.annotate.events.lexicon import Lexicon
from sayso.annotate.events.pronouns import HARM
from sayso.annotate.events.slots import actor_slots
from sayso.lang.packs import Pack
from sayso.model.annotations import EventMention, Fact, Slot, SlotFrom, SlotName
from sayso.model.ids import derived_id
from sayso.model.syntax import Sentence, Token

__all__ = ["answers_without_event_words"]

LOOKED_AT = 20  # mentions
REACH = 320  # characters back to the deed that "it was X" speaks of


def answers_without_event_words(
    document: str, s: Sentence, words: Lexicon, pack: Pack, before: Sequence[EventMention]
) -> Iterator[EventMention]:
    """Yield the mentions of a parsed sentence that name or deny a doer by themselves; `before` are its report's so far."""
    deed = next((m for m in islice(reversed(before), LOOKED_AT) if m.kind in HARM and m.fact is not Fact.WANTED), None)
    for verb in s.tokens:
        if verb.lemma == "be" and verb.pos in {"AUX", "VERB"}:
            subjects = {kid.lemma.lower() for kid in s.children(verb, "nsubj", "expl")}
            actors = [a for a in s.children(verb, "attr") if actor_class(s, a, pack) and not s.children(a, "relcl")]
            if "there" in subjects and any(_is_none(s, verb, a, words) for a in actors):
                yield _absent(document, s, verb, actors[0], pack)
            elif subjects == {"it"} and actors and deed and s.span.start - deed.span.end <= REACH:
                yield _named(document, s, verb, actors, pack, deed, words)
        elif verb.lemma in words.words_of("presence.unreal"):
            unreal = [a for a in s.children(verb, "nsubjpass") if actor_class(s, a, pack)]
            yield from (_absent(document, s, verb, actor, pack) for actor in unreal[:1])


def _is_none(s: Sentence, verb: Token, actor: Token, words: Lexicon) -> bool:
    negations = words.words_of("facts.negations")
    return any(kid.lemma.lower() in negations for kid in (*s.children(verb, "neg"), *s.children(actor, "det", "neg")))


def _absent(document: str, s: Sentence, verb: Token, actor: Token, pack: Pack) -> EventMention:
    slots = actor_slots(s, SlotName.AGENT, [actor], pack)
    return EventMention(
        derived_id("event-mention", document, (verb.span,), "presence"),
        verb.span,
        "presence",
        tuple(slots),
        Fact.DENIED,
    )


def _named(
    document: str, s: Sentence, verb: Token, actors: Sequence[Token], pack: Pack, deed: EventMention, words: Lexicon
) -> EventMention:
    doers = [a for actor in actors for a in (actor, *s.children(actor, "conj")) if actor_class(s, a, pack)]
    denied = any(kid.lemma.lower() in words.words_of("facts.negations") for kid in s.children(verb, "neg"))
    kept = {SlotName.TARGET, SlotName.PLACE, SlotName.TIME}
    told: list[Slot] = [replace(slot, found=SlotFrom.PARAGRAPH) for slot in deed.slots if slot.name in kept]
    agents = actor_slots(s, SlotName.AGENT, doers, pack)
    if denied:  # that it was not they does not say that it was not done
        agents = [replace(slot, unresolved="excluded") for slot in agents]
    mention_id = derived_id("event-mention", document, (verb.span,), deed.kind)
    return EventMention(mention_id, verb.span, deed.kind, (*agents, *told), refers_back=True)
