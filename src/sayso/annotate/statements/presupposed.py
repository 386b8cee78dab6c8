"""Happenings named by a noun: taken for granted ("the killings") or told with a doubt of their own ("an apparent mutiny")."""

from __future__ import annotations

from sayso.annotate.statements.clauses import Clause
from sayso.annotate.statements.drafts import Draft, openers, spans_of
from sayso.annotate.statements.ground import Ground
from sayso.annotate.statements.phrases import Lexicon
from sayso.annotate.statements.stance import doubt_of_all, hedge_of_noun, least_sure
from sayso.annotate.statements.wording import runs
from sayso.model.annotations import EventMention
from sayso.model.statements import Backing, Certainty, Polarity, Tense
from sayso.model.syntax import Sentence, Token

__all__ = ["set_apart"]


def set_apart(event: EventMention, trigger: Token, clause: Clause, ground: Ground, words: Lexicon) -> Draft | None:
    """Return the statement a nominal event makes apart from its clause, None where the clause itself tells of it."""
    noun = _noun(trigger, clause)
    if noun is None or not clause.sentence.parsed:
        return None
    certainty, hedges = hedge_of_noun(noun, clause.sentence, words)
    open_all = doubt_of_all(clause.tokens, words)
    if open_all:
        certainty, hedges = least_sure([certainty, Certainty.POSSIBLE]), (*hedges, *open_all)
    told = _is_told(noun, clause, ground, words)
    new = _is_new(noun, clause, ground, words)
    known = not new and (event.refers_back or _is_definite(noun, clause.sentence, words))
    reported = clause.cue_of is not None and (known or ground.zones.sources.at(noun.start) is not None)
    if not reported and (told or not (known or hedges)):
        return None
    tokens = _phrase(noun, clause)
    own = Backing.OWN_VOICE if clause.zone is None else Backing.ATTRIBUTED
    backing = Backing.PRESUPPOSED if known or reported else own
    return Draft(
        clause.sentence,
        runs(clause.sentence, tokens, openers(words)),
        clause.zone,
        frozenset(t.start for t in tokens),
        backing,
        certainty=certainty,
        tense=Tense.PAST,
        marks=spans_of(hedges),
    )


def _noun(trigger: Token, clause: Clause) -> Token | None:
    """Return the noun that names the happening: the trigger, or the one it describes in a reporting clause ("fleeing residents said")."""
    if trigger.pos in ("NOUN", "PROPN"):
        return trigger
    if clause.cue_of is not None and trigger.dep in ("amod", "compound"):
        return clause.sentence.head(trigger)
    return None


def _is_definite(noun: Token, sentence: Sentence, words: Lexicon) -> bool:
    """ "The killings", "the deaths of the guards", "his arrest"."""
    return any(
        kid.dep == "poss" or kid.lemma.lower() in words.words("clauses", "definite")
        for kid in sentence.children(noun, "det", "poss", "predet")
    )


def _is_new(noun: Token, clause: Clause, ground: Ground, words: Lexicon) -> bool:
    """ "The killing of two men" tells of it for the first time, unless it is denied, doubted or asked about."""
    sentence = clause.sentence
    if sentence.children(noun, "poss") or ground.stance(clause.zone).polarity is not Polarity.ASSERTS:
        return False
    whose = [
        kid for prep in sentence.children(noun, "prep") if prep.lemma == "of" for kid in sentence.children(prep, "pobj")
    ]
    return bool(whose) and not any(_points(kid, sentence, words) for kid in whose)


def _points(noun: Token, sentence: Sentence, words: Lexicon) -> bool:
    kids = sentence.children(noun, "det", "poss", "predet")
    return noun.pos in ("PROPN", "PRON") or any(
        kid.dep == "poss" or kid.lemma.lower() in words.words("clauses", "definite") for kid in kids
    )


def _is_told(noun: Token, clause: Clause, ground: Ground, words: Lexicon) -> bool:
    """A noun is told of when it is predicated, when the content is nothing else, or when its verb only does or begins it."""
    sentence = clause.sentence
    while noun.dep == "conj" and noun.head != noun.index:
        noun = sentence.head(noun)
    if noun.dep in ("attr", "ROOT", "acomp", "oprd"):
        return True
    if noun.index == clause.head.index:
        return not ground.stance(clause.zone).takes_for_granted
    verb = sentence.head(noun).lemma.lower()
    if noun.dep in ("dobj", "nsubjpass") and verb in words.words("clauses", "light"):
        return noun.dep == "dobj"
    return noun.dep == "nsubj" and verb in words.words("clauses", "occurs")


def _phrase(noun: Token, clause: Clause) -> tuple[Token, ...]:
    """Return the noun phrase's tokens inside the clause, with a time right after it ("the deaths … last week")."""
    sentence, mine = clause.sentence, {t.index for t in clause.tokens}
    tokens = [t for t in sentence.subtree(noun) if t.index in mine and not _is_conjunct(t, noun, sentence)]
    after = tokens[-1].index + 1
    verb = sentence.head(noun)
    for kid in sentence.children(verb, "npadvmod"):
        under = sentence.subtree(kid)
        if under[0].index == after and all(t.index in mine for t in under) and verb.index > kid.index != noun.index:
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
