"""Find event mentions sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sayso.annotate.actors import class_names, wider_classes
from sayso.annotate.events.answers import answers_without_event_words
from sayso.annotate.events.flat import flat_mentions
from sayso.annotate.events.lexicon import Lexicon, lexicon
from sayso.annotate.events.light import light_mentions
from sayso.annotate.events.pronouns import resolve_pronouns
from sayso.annotate.events.reasons import reason_slots
from sayso.annotate.events.roles import Roles, noun_roles
from sayso.annotate.events.slots import Values, actor_slots, count_slots, place_slots, settings
from sayso.annotate.events.triggers import OWNER_IS_TARGET, Found, find_triggers
from sayso.annotate.events.when_told import time_slots, times_of_events
from sayso.lang.packs import Pack
from sayso.model.annotations import EventMention, Fact, Mention, Place, Quantity, Slot, SlotFrom, SlotName, TimeExpr
from sayso.model.ids import derived_id
from sayso.model.page import Page
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, covers

__all__ = ["find_event_mentions"]

MOTION = frozenset({"flee", "cross", "return", "deploy"})


def find_event_mentions(
    page: Page,
    packs: Mapping[str, Pack],
    quantities: tuple[Quantity, ...],
    times: tuple[TimeExpr, ...],
    places: tuple[Place, ...],
    mentions: tuple[Mention, ...],
) -> tuple[EventMention, ...]:
    """Find the events that a page's sentences tell, in text order."""
    del mentions
    values = Values(quantities, times_of_events(page, times), places)
    setting_of = settings(page.reports, places)
    told_in: dict[str, list[EventMention]] = {}
    doers: dict[str, frozenset[str]] = {}
    for sentence in page.sentences:
        pack = packs.get(sentence.language)
        if pack is None:
            continue
        setting = setting_of.get(sentence.report)
        if sentence.parsed:
            raw = [*find_triggers(sentence, lexicon(pack), pack), *_light(sentence, lexicon(pack))]
            made = [_mention(page, sentence, item, values, setting, pack) for item in raw]
            doers.update({mention.id: item.doers for mention, item in zip(made, raw, strict=True) if item.doers})
            told = told_in.setdefault(sentence.report, [])
            told += _with_agents_from_neighbours(sentence, made, raw)
            told += answers_without_event_words(page.document.id, sentence, lexicon(pack), pack, told)
        else:
            told_in.setdefault(sentence.report, []).extend(
                flat_mentions(page.document.id, sentence, lexicon(pack), values, setting, pack)
            )
    ordered = sorted(_unique(m for told in told_in.values() for m in told), key=lambda m: (m.span, m.kind))
    classes = frozenset(name for pack in packs.values() for name in class_names(pack))
    resolved = resolve_pronouns(page.document.text, ordered, classes)
    return tuple(m for m in resolved if m.id not in doers or _is_done_by(m, doers[m.id], packs["en"]))


def _is_done_by(mention: EventMention, doers: frozenset[str], pack: Pack) -> bool:
    """Tell whether who does it is one of those of whom the phrase means it: guards who refuse to fire mutiny."""
    classes = {c for slot in mention.fillers(SlotName.AGENT) if slot.value for c in wider_classes(slot.value, pack)}
    return bool(classes & doers)


def _unique(found: Iterable[EventMention]) -> list[EventMention]:
    return list({mention.id: mention for mention in found}.values())


def _light(s: Sentence, words: Lexicon) -> Iterator[Found]:
    for token, noun, roles, fact in light_mentions(s, words):
        inner = (
            noun_roles(s, noun, owner_is_target=words.nouns[noun.lemma.lower()].kind in OWNER_IS_TARGET)
            if noun.lemma.lower() in words.nouns
            else Roles()
        )
        kind = (
            words.nouns[noun.lemma.lower()].kind
            if noun.lemma.lower() in words.nouns
            else words.verbs[noun.lemma.lower()].kind
        )
        yield Found(token, kind, Roles(roles.agents, inner.targets, roles.excluded), fact, refers_back=True)


def _mention(page: Page, s: Sentence, item: Found, values: Values, setting: Place | None, pack: Pack) -> EventMention:
    roles = item.roles
    slots: list[Slot] = [
        *actor_slots(s, SlotName.AGENT, roles.agents, pack),
        *actor_slots(s, SlotName.TARGET, roles.targets, pack),
        *count_slots(s, roles.targets or roles.agents, values, pack),
        *time_slots(s, item.token, values, pack),
        *place_slots(s, item.token, values, setting, pack, moves=item.kind in MOTION),
        *reason_slots(s, item.token, item.kind, lexicon(pack), values, pack),
    ]
    slots += [replace(slot, unresolved="excluded") for slot in actor_slots(s, SlotName.AGENT, roles.excluded, pack)]
    span = item.token.span
    return EventMention(
        derived_id("event-mention", page.document.id, (span,), item.kind),
        span,
        item.kind,
        tuple(slots),
        item.fact,
        item.refers_back,
    )


def _with_agents_from_neighbours(s: Sentence, made: list[EventMention], raw: list[Found]) -> list[EventMention]:
    """Give a killing without an agent that of an attack named inside its clause: "12 died after gunmen attacked"."""
    result = []
    for mention, item in zip(made, raw, strict=True):
        if mention.kind != "kill" or mention.slot(SlotName.AGENT):
            result.append(mention)
            continue
        clause = s.subtree_span(item.token)
        donors = [
            m for m in made if m.kind in {"attack", "fire"} and covers(clause, m.span) and m.fact is Fact.HAPPENED
        ]
        agents = [replace(slot, found=SlotFrom.SENTENCE) for m in donors[:1] for slot in m.fillers(SlotName.AGENT)]
        result.append(replace(mention, slots=(*agents, *mention.slots)))
    return result


def _span_of(tokens: tuple[Token, ...]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)
