"""Happenings taken for granted: definite noun phrases ("the killings", "the deaths of the 12 guards")."""

from __future__ import annotations

from sayso.annotate.statements.clauses import Clause
from sayso.annotate.statements.drafts import Draft, Ground, openers
from sayso.annotate.statements.phrases import Lexicon
from sayso.annotate.statements.wording import runs
from sayso.model.annotations import EventMention
from sayso.model.statements import Backing, Tense
from sayso.model.syntax import Sentence, Token

__all__ = ["granted"]


def granted(event: EventMention, trigger: Token, clause: Clause, ground: Ground, words: Lexicon) -> Draft | None:
    """Return the presupposed statement of a nominal event, None where the clause itself tells of it."""
    if trigger.pos not in ("NOUN", "PROPN") or not clause.sentence.parsed:
        return None
    told_of = _is_told(trigger, clause, ground, words)
    if clause.cue_of is None and (told_of or not (event.refers_back or _is_definite(trigger, clause.sentence, words))):
        return None
    tokens = _phrase(trigger, clause)
    return Draft(
        clause.sentence, runs(clause.sentence, tokens, openers(words)), clause.zone, frozenset(t.start for t in tokens),
        Backing.PRESUPPOSED, tense=Tense.PAST,
    )


def _is_definite(noun: Token, sentence: Sentence, words: Lexicon) -> bool:
    for kid in sentence.children(noun, "det", "poss", "predet"):
        if kid.dep == "poss" or kid.lemma.lower() in words.words("clauses", "definite"):
            return True
    return False


def _is_told(noun: Token, clause: Clause, ground: Ground, words: Lexicon) -> bool:
    """A noun is told of when it is predicated, when the content is nothing else, or when its verb only does it."""
    while noun.dep == "conj":
        noun = clause.sentence.head(noun)
    if noun.dep in ("attr", "ROOT", "acomp", "oprd"):
        return True
    if noun.index == clause.head.index:
        return not ground.stance(clause.zone).takes_for_granted
    verb = clause.sentence.head(noun)
    subject_of_light = noun.dep == "nsubjpass" or noun.dep == "dobj"
    return subject_of_light and verb.lemma.lower() in words.words("clauses", "light")


def _phrase(noun: Token, clause: Clause) -> tuple[Token, ...]:
    """Return the noun phrase's tokens inside the clause, with a time that stands right after it ("the deaths … last week")."""
    sentence, mine = clause.sentence, {t.index for t in clause.tokens}
    tokens = [t for t in sentence.subtree(noun) if t.index in mine and not _is_conjunct(t, noun, sentence)]
    after = tokens[-1].index + 1
    verb = sentence.head(noun)
    for kid in sentence.children(verb, "npadvmod"):
        under = sentence.subtree(kid)
        if under[0].index == after and all(t.index in mine for t in under) and kid.index != noun.index and verb.index > kid.index:
            tokens += under
    return tuple(tokens)


def _is_conjunct(token: Token, noun: Token, sentence: Sentence) -> bool:
    """Tell whether a token belongs to another member of the noun's list, or joins it."""
    while token.index != noun.index:
        above = sentence.head(token)
        if above.index == noun.index and token.dep in ("conj", "cc", "appos"):
            return True
        token = above
    return False
