"""Verbs that say who did a named event: "the attack was carried out by X", "blamed X for the killings", "the deaths
stemmed from a rift"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.events.facts import fact_of_verb
from sayso.annotate.events.lexicon import Lexicon
from sayso.annotate.events.roles import Roles, is_passive, subjects, verb_roles
from sayso.model.annotations import Fact
from sayso.model.syntax import Sentence, Token

__all__ = ["light_mentions"]


def light_mentions(s: Sentence, words: Lexicon) -> Iterator[tuple[Token, Token, Roles, Fact]]:
    """Yield (verb, event word, roles, fact) for each verb that names the doer or the cause of an event noun."""
    for verb in s.tokens:
        if verb.pos not in {"VERB", "AUX"}:
            continue
        lemma = verb.lemma.lower()
        if lemma in words.words_of("light.passive") and is_passive(s, verb):
            yield from _passive(s, verb, words)
        elif lemma in words.words_of("light.active"):
            yield from _active(s, verb, words)
        if lemma in words.words_of("light.blame"):
            yield from _blame(s, verb, words)
        if lemma in words.words_of("cause.verbs") or lemma == "be":
            yield from _cause(s, verb, words)


def _passive(s: Sentence, verb: Token, words: Lexicon) -> Iterator[tuple[Token, Token, Roles, Fact]]:
    roles = verb_roles(s, verb, happens_to=False)
    for noun in roles.targets:
        if noun.lemma.lower() in words.nouns and (roles.agents or roles.excluded):
            yield verb, noun, Roles(roles.agents, (), roles.excluded), fact_of_verb(s, verb, words)


def _active(s: Sentence, verb: Token, words: Lexicon) -> Iterator[tuple[Token, Token, Roles, Fact]]:
    for noun in s.children(verb, "dobj"):
        agents = subjects(s, verb)
        if noun.lemma.lower() in words.nouns and agents:
            yield verb, noun, Roles(agents), fact_of_verb(s, verb, words)


def _blame(s: Sentence, verb: Token, words: Lexicon) -> Iterator[tuple[Token, Token, Roles, Fact]]:
    blamed = verb_roles(s, verb, happens_to=False).targets
    for prep in s.children(verb, "prep"):
        if prep.lemma not in {"for", "of"}:
            continue
        for kid in s.children(prep, "pobj", "pcomp"):
            lemma = kid.lemma.lower()
            if blamed and (lemma in words.nouns or (kid.dep == "pcomp" and lemma in words.verbs)):
                yield verb, kid, Roles(blamed), Fact.HAPPENED


def _cause(s: Sentence, verb: Token, words: Lexicon) -> Iterator[tuple[Token, Token, Roles, Fact]]:
    """ "the deaths stemmed from a rift": the strife is taken for the agent when the pack lists it as infighting."""
    events = [noun for noun in subjects(s, verb) if noun.lemma.lower() in words.nouns]
    causes = [
        obj
        for top in (verb, *s.children(verb, "attr"))
        for prep in s.children(top, "prep")
        if prep.lemma in words.words_of("cause.preps")
        for obj in s.children(prep, "pobj")
        if obj.lemma.lower() in words.words_of("cause.infighting")
    ]
    if events and causes:
        yield verb, events[0], Roles(tuple(causes)), fact_of_verb(s, verb, words)
