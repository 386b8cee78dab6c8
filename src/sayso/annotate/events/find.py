"""Find event mentions sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sayso.annotate.actors import actor_class, class_names
from sayso.annotate.events.facts import fact_of_noun, fact_of_verb
from sayso.annotate.events.flat import flat_mentions
from sayso.annotate.events.lexicon import Lexicon, Trigger, lexicon
from sayso.annotate.events.light import light_mentions
from sayso.annotate.events.pronouns import resolve_pronouns
from sayso.annotate.events.reasons import reason_slots
from sayso.annotate.events.roles import Roles, is_passive, noun_roles, subjects, verb_roles, word_roles
from sayso.annotate.events.slots import Values, actor_slots, count_slots, place_slots, settings, time_slots
from sayso.lang.packs import Pack
from sayso.model.annotations import EventMention, Fact, Mention, Place, Quantity, Slot, SlotFrom, SlotName, TimeExpr
from sayso.model.ids import derived_id
from sayso.model.page import Page
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, covers

__all__ = ["find_event_mentions"]

OWNER_IS_TARGET = frozenset({"kill", "wound", "arrest", "destroy", "burn", "fire"})
THROUGH = {
    "fire": frozenset({"at", "on", "upon", "into"}),
    "attack": frozenset({"on", "against", "with", "at"}),
    "request": frozenset({"for"}),
}
MOTION = frozenset({"flee", "cross", "return", "deploy"})
WH = frozenset({"why", "how", "whether", "if", "what", "when", "where", "who"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "his", "her", "its", "our"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A trigger with its roles and fact, before slots are filled."""

    token: Token
    kind: str
    roles: Roles
    fact: Fact
    refers_back: bool = False


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
    values = Values(quantities, times, places)
    setting_of = settings(page.reports, places)
    found: list[EventMention] = []
    for sentence in page.sentences:
        pack = packs.get(sentence.language)
        if pack is None:
            continue
        setting = setting_of.get(sentence.report)
        if sentence.parsed:
            raw = [*_triggers(sentence, lexicon(pack), pack), *_light(sentence, lexicon(pack))]
            made = [_mention(page, sentence, item, values, setting, pack) for item in raw]
            found += _with_agents_from_neighbours(sentence, made, raw)
        else:
            found += flat_mentions(page.document.id, sentence, lexicon(pack), values, setting, pack)
    ordered = sorted(_unique(found), key=lambda m: (m.span, m.kind))
    classes = frozenset(name for pack in packs.values() for name in class_names(pack))
    return tuple(resolve_pronouns(page.document.text, ordered, classes))


def _unique(found: list[EventMention]) -> list[EventMention]:
    return list({mention.id: mention for mention in found}.values())


def _triggers(s: Sentence, words: Lexicon, pack: Pack) -> Iterator[_Found]:
    for token in s.tokens:
        lemma = token.lemma.lower()
        if token.pos in {"VERB", "AUX"} or (
            token.dep in {"amod", "acl"} and token.tag in {"VBG", "VBN"} and lemma in words.verbs
        ):
            trigger = _verb_trigger(s, token, lemma, words)
            if trigger and not _is_adjective(s, token) and _is_meant(s, token, trigger, words, pack):
                roles = verb_roles(
                    s, token, happens_to=trigger.happens_to, through=THROUGH.get(trigger.kind, frozenset())
                )
                if trigger.kind == "request" and not roles.targets:
                    roles = replace(roles, targets=tuple(t for c in s.children(token, "ccomp") for t in subjects(s, c)))
                roles = replace(roles, targets=tuple(t for t in roles.targets if t.lemma.lower() not in trigger.needs))
                yield _Found(token, trigger.kind, roles, fact_of_verb(s, token, words))
        elif token.pos == "NOUN" and lemma in words.nouns and token.dep != "compound":
            trigger = words.nouns[lemma]
            roles = noun_roles(s, token, owner_is_target=trigger.kind in OWNER_IS_TARGET)
            yield _Found(token, trigger.kind, roles, fact_of_noun(s, token, words), _is_definite(s, token))
        elif token.pos in {"ADJ", "NOUN"} and token.text.lower() in words.words:
            roles = word_roles(s, token)
            if roles.targets:
                yield _Found(
                    token,
                    words.words[token.text.lower()].kind,
                    roles,
                    Fact.HAPPENED,
                    token.dep == "amod" and _is_definite(s, s.head(token)),
                )


def _verb_trigger(s: Sentence, token: Token, lemma: str, words: Lexicon) -> Trigger | None:
    beside: set[str] = set()
    if lemma in words.phrases or (lemma in words.verbs and words.verbs[lemma].needs):
        beside = {w.lower() for kid in s.children(token) for t in (kid, *s.children(kid)) for w in (t.lemma, t.text)}
    for trigger in words.phrases.get(lemma, ()):
        if trigger.needs & beside:
            return trigger
    trigger_ = words.verbs.get(lemma)
    return trigger_ if trigger_ and (not trigger_.needs or trigger_.needs & beside) else None


def _is_meant(s: Sentence, verb: Token, trigger: Trigger, words: Lexicon, pack: Pack) -> bool:
    """Rule out look-alikes: streets that are deserted, rain that pours, questions that are asked."""
    if trigger.kind == "mutiny" and is_passive(s, verb):
        return False
    if verb.lemma in words.words_of("people.verbs"):
        return any(t.pos == "PRON" or actor_class(s, t, pack) for t in subjects(s, verb)) and not _rains(s, verb)
    if trigger.kind == "request" and verb.lemma == "ask":
        if any(c.lemma in words.words_of("request.not_about") for c in s.children(verb, "xcomp", "ccomp")):
            return False
        spoken_of = {k.lemma for k in s.children(verb, "prep", "dobj")}
        if spoken_of & {"about", "question"}:
            return False  # a question was put, nothing was requested
        asks = any(
            k.lemma in WH
            for c in s.children(verb, "ccomp", "advcl")
            for k in s.children(c, "advmod", "mark", "nsubj", "dobj")
        )
        return not asks and bool(s.children(verb, "dobj", "xcomp", "prep", "ccomp"))
    return True


def _rains(s: Sentence, verb: Token) -> bool:
    return any(kid.lemma in {"rain", "water"} for kid in s.children(verb, "dobj", "nsubj"))


def _is_adjective(s: Sentence, token: Token) -> bool:
    """ "surrounding fields": a participle before its noun says nothing of its own."""
    return token.dep == "amod" or (
        token.tag == "VBG" and token.dep == "pcomp" and not s.children(token, "nsubj") and s.head(token).lemma == "in"
    )


def _is_definite(s: Sentence, noun: Token) -> bool:
    """A definite description points back to an event already told; a predicate ("was the killing of …") tells it."""
    if noun.dep in {"attr", "oprd"}:
        return False
    return any(kid.text.lower() in DEFINITE for kid in s.children(noun, "det", "poss"))


def _light(s: Sentence, words: Lexicon) -> Iterator[_Found]:
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
        yield _Found(token, kind, Roles(roles.agents, inner.targets, roles.excluded), fact, refers_back=True)


def _mention(page: Page, s: Sentence, item: _Found, values: Values, setting: Place | None, pack: Pack) -> EventMention:
    roles = item.roles
    slots: list[Slot] = [
        *actor_slots(s, SlotName.AGENT, roles.agents, pack),
        *actor_slots(s, SlotName.TARGET, roles.targets, pack),
        *count_slots(s, roles.targets or roles.agents, values, pack),
        *time_slots(s, item.token, values),
        *place_slots(s, item.token, values, setting, moves=item.kind in MOTION),
        *reason_slots(s, item.token, item.kind, lexicon(pack), values, pack),
    ]
    fact = item.fact
    if roles.excluded and not roles.agents:
        slots[:0] = actor_slots(s, SlotName.AGENT, roles.excluded, pack)
        fact = Fact.DENIED
    elif roles.excluded:
        slots += [replace(slot, unresolved="excluded") for slot in actor_slots(s, SlotName.AGENT, roles.excluded, pack)]
    span = item.token.span
    return EventMention(
        derived_id("event-mention", page.document.id, (span,), item.kind),
        span,
        item.kind,
        tuple(slots),
        fact,
        item.refers_back,
    )


def _with_agents_from_neighbours(s: Sentence, made: list[EventMention], raw: list[_Found]) -> list[EventMention]:
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
