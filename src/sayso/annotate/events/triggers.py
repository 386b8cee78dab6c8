"""Which words of a sentence name an event: verbs, nouns, adjectives, phrases, and bodies that are counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.annotate.actors import actor_class, is_pronoun, wider_classes
from sayso.annotate.events.facts import fact_of_noun, fact_of_verb
from sayso.annotate.events.lexicon import Lexicon, Role, Trigger
from sayso.annotate.events.roles import Roles, is_passive, noun_roles, subjects, verb_roles, word_roles
from sayso.lang.packs import Pack
from sayso.model.annotations import Fact
from sayso.model.syntax import Sentence, Token

__all__ = ["OWNER_IS_TARGET", "Found", "find_triggers"]

OWNER_IS_TARGET = frozenset({"kill", "wound", "arrest", "destroy", "burn", "fire"})
THROUGH = {
    "fire": frozenset({"at", "on", "upon", "into"}),
    "attack": frozenset({"on", "against", "with", "at"}),
    "request": frozenset({"for"}),
    "burn": frozenset({"to"}),
}
WH = frozenset({"why", "how", "whether", "if", "what", "when", "where", "who"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "his", "her", "its", "our"})


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with its roles and fact, before slots are filled. `doers` are the classes its agent must have."""

    token: Token
    kind: str
    roles: Roles
    fact: Fact
    refers_back: bool = False
    doers: frozenset[str] = frozenset()


def find_triggers(s: Sentence, words: Lexicon, pack: Pack) -> Iterator[Found]:
    """Yield the event words of a parsed sentence."""
    for token in s.tokens:
        lemma = token.lemma.lower()
        if token.pos in {"VERB", "AUX"} or (
            token.dep in {"amod", "acl"} and token.tag in {"VBG", "VBN"} and lemma in words.verbs
        ):
            trigger = _verb_trigger(s, token, lemma, words)
            if trigger and not _is_adjective(s, token) and _is_meant(s, token, trigger, words, pack):
                roles = _roles(s, token, trigger, pack)
                yield Found(token, trigger.kind, roles, fact_of_verb(s, token, words), doers=trigger.doers)
        elif token.pos == "NOUN" and lemma in words.nouns and token.dep != "compound":
            trigger = words.nouns[lemma]
            roles = noun_roles(s, token, owner_is_target=trigger.kind in OWNER_IS_TARGET)
            yield Found(token, trigger.kind, roles, fact_of_noun(s, token, words), _is_definite(s, token))
        elif token.pos in {"ADJ", "NOUN"} and token.text.lower() in words.words:
            yield from _stated(s, token, words)
        elif lemma in words.words_of("bodies.nouns") and _is_counted(s, token, words):
            yield Found(token, "kill", Roles(targets=(token,)), fact_of_verb(s, s.head(token), words))


def _stated(s: Sentence, word: Token, words: Lexicon) -> Iterator[Found]:
    """ "the guards were dead", "30 dead": an adjective that states the event."""
    roles = word_roles(s, word)
    if roles.targets:
        known = word.dep == "amod" and _is_definite(s, s.head(word))
        yield Found(word, words.words[word.text.lower()].kind, roles, Fact.HAPPENED, known)


def _is_counted(s: Sentence, noun: Token, words: Lexicon) -> bool:
    """ "counted 40 bodies", "51 bodies were brought in": so many were dead."""
    numbered = any(kid.tag == "CD" for kid in s.children(noun, "nummod"))
    taken = noun.dep in {"dobj", "nsubj", "nsubjpass"} and s.head(noun).lemma in words.words_of("bodies.verbs")
    return numbered and taken


def _roles(s: Sentence, verb: Token, trigger: Trigger, pack: Pack) -> Roles:
    roles = verb_roles(
        s, verb, happens_to=trigger.role is Role.SUBJECT_IS_TARGET, through=THROUGH.get(trigger.kind, frozenset())
    )
    if trigger.role is Role.OBJECT_IS_AGENT:
        return Roles(tuple(t for t in roles.targets if actor_class(s, t, pack)))
    if trigger.kind == "request" and not roles.targets:
        roles = replace(roles, targets=tuple(t for c in s.children(verb, "ccomp") for t in subjects(s, c)))
    named = tuple(t for t in roles.targets if t.lemma.lower() not in trigger.needs)
    if trigger.kind == "burn" and not named:
        return _burned(s, verb, roles, pack)
    return replace(roles, targets=named)


def _burned(s: Sentence, verb: Token, roles: Roles, pack: Pack) -> Roles:
    """ "set fire to the mill" burns the mill; in "the mill was burning" the mill does nothing."""
    goals = [
        obj for prep in s.children(verb, "prep", "dative") if prep.lemma == "to" for obj in s.children(prep, "pobj")
    ]
    if goals:
        return replace(roles, targets=tuple(goals))
    people = tuple(t for t in roles.agents if actor_class(s, t, pack) or is_pronoun(t, pack))
    return Roles(people, tuple(t for t in roles.agents if t not in people), roles.excluded)


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
    if trigger.doers and not any(is_pronoun(t, pack) or _is_of(s, t, trigger.doers, pack) for t in subjects(s, verb)):
        return False
    if trigger.role is Role.OBJECT_IS_AGENT:
        return not is_passive(s, verb) or bool(subjects(s, verb))
    if verb.lemma in words.words_of("people.verbs"):
        return any(t.pos == "PRON" or actor_class(s, t, pack) for t in subjects(s, verb)) and not _rains(s, verb)
    if trigger.kind == "request" and verb.lemma == "ask":
        return _is_request(s, verb, words)
    return True


def _is_of(s: Sentence, token: Token, classes: frozenset[str], pack: Pack) -> bool:
    found = actor_class(s, token, pack)
    return bool(found) and bool(classes & set(wider_classes(found, pack)))


def _is_request(s: Sentence, verb: Token, words: Lexicon) -> bool:
    """Tell whether something is asked for: a question that is put, or a wish not to be named, requests nothing."""
    if any(c.lemma in words.words_of("request.not_about") for c in s.children(verb, "xcomp", "ccomp")):
        return False
    if {k.lemma for k in s.children(verb, "prep", "dobj")} & {"about", "question"}:
        return False
    asks = any(
        k.lemma in WH
        for c in s.children(verb, "ccomp", "advcl")
        for k in s.children(c, "advmod", "mark", "nsubj", "dobj")
    )
    return not asks and bool(s.children(verb, "dobj", "xcomp", "prep", "ccomp"))


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
