"""What a clause makes of an event: it happened, it did not, it might, it is wanted, it is to come, it is asked."""

from __future__ import annotations

from sayso.annotate.events.lexicon import Lexicon
from sayso.model.annotations import Fact
from sayso.model.syntax import Sentence, Token

__all__ = ["fact_of_noun", "fact_of_verb"]

GOVERNED = frozenset({"xcomp", "pcomp", "ccomp", "acl"})


def fact_of_verb(s: Sentence, verb: Token, words: Lexicon) -> Fact:
    """Return the fact of a verb trigger from negation, modals, control verbs and conditions above it."""
    own = _own_fact(s, verb, words)
    if own is Fact.HAPPENED and verb.dep == "conj" and verb.tag == "VB" and not _is_infinitive(s, verb):
        own = _own_fact(s, s.head(verb), words)  # "would come and shoot"
    if own is not Fact.HAPPENED:
        return own
    if _is_infinitive(s, verb) and verb.dep in {"advcl", "relcl", "acl", "conj"} and not _is_achieved(s, verb):
        return Fact.WANTED
    return _governed_fact(s, verb, words)


def fact_of_noun(s: Sentence, noun: Token, words: Lexicon) -> Fact:
    """Return the fact of a noun trigger: "no massacre" did not happen, "calls for a protest" is wanted."""
    if any(kid.lemma.lower() in words.words_of("facts.negations") for kid in s.children(noun, "det", "neg", "preconj")):
        return Fact.DENIED
    head = s.head(noun)
    if noun.dep in {"dobj", "attr", "nsubjpass", "nsubj"} and head.pos in {"VERB", "AUX"}:
        if head.lemma in words.words_of("control.wanted"):
            return Fact.WANTED
        return _own_fact(s, head, words)
    if (
        noun.dep == "pobj"
        and head.lemma in {"for", "of", "against"}
        and s.head(head).lemma in words.words_of("control.for_it")
    ):
        return Fact.WANTED
    return Fact.HAPPENED


def _own_fact(s: Sentence, verb: Token, words: Lexicon) -> Fact:
    aux = {kid.lemma.lower() for kid in s.children(verb, "aux")} | {kid.text.lower() for kid in s.children(verb, "aux")}
    if _is_negated(s, verb, words):
        open_ = aux & (words.words_of("facts.future") | words.words_of("facts.possible"))
        return Fact.REFUSED if open_ else Fact.DENIED  # "they would not fire" tells a will, not what took place
    marks = {kid.lemma.lower() for kid in s.children(verb, "mark", "advmod")}
    if marks & words.words_of("facts.conditional"):
        return Fact.POSSIBLE
    if aux & words.words_of("facts.possible"):
        return Fact.POSSIBLE
    return Fact.FUTURE if aux & words.words_of("facts.future") else Fact.HAPPENED


def _is_negated(s: Sentence, verb: Token, words: Lexicon) -> bool:
    """Negation on the verb itself or its subject; "not by X" denies the agent only, "not only" denies nothing."""
    negations = words.words_of("facts.negations")
    for kid in s.children(verb, "neg", "advmod"):
        following = s.tokens[kid.index + 1].lemma.lower() if kid.index + 1 < len(s.tokens) else ""
        if kid.lemma.lower() in negations and following not in {"by", "only", "just"}:
            return True
    for subject in s.children(verb, "nsubj", "nsubjpass"):
        before = [
            subject,
            *(k for k in s.subtree(subject) if k.index < subject.index and s.head(k).index == subject.index),
        ]
        before += [g for k in before[1:] for g in s.children(k, "neg")]
        if any(t.lemma.lower() in negations for t in before):
            return True  # "no one fled", "not one guard rebelled"
    return False


def _governed_fact(s: Sentence, verb: Token, words: Lexicon) -> Fact:
    token = verb
    for _ in range(4):
        if token.dep not in GOVERNED | {"conj"} or token.head == token.index:
            return Fact.HAPPENED
        linked_by = token.dep
        token = s.head(token)
        lemma = token.lemma.lower()
        if linked_by == "conj" and not (_is_infinitive(s, verb) and token.tag != "VB"):
            continue
        if lemma in words.words_of("control.negative"):
            return Fact.HAPPENED if _is_negated(s, token, words) else Fact.REFUSED
        # "requested that troops arrive" wants; "told us that troops arrived" does not: the bare form tells.
        if linked_by == "ccomp" and (lemma not in words.words_of("control.wanted") or verb.tag != "VB"):
            return Fact.HAPPENED
        if linked_by == "xcomp" and lemma == "have" and any(kid.lemma == "yet" for kid in s.children(token, "advmod")):
            return Fact.DENIED  # "had yet to enter"
        if lemma in words.words_of("control.wanted"):
            return Fact.WANTED
        if lemma in words.words_of("control.attempt"):
            return Fact.POSSIBLE
        own = _own_fact(s, token, words) if linked_by in {"xcomp", "ccomp"} else Fact.HAPPENED
        if own is not Fact.HAPPENED:
            return own
    return Fact.HAPPENED


def _is_infinitive(s: Sentence, verb: Token) -> bool:
    return verb.tag == "VB" and any(kid.lemma == "to" for kid in s.children(verb, "aux"))


def _is_achieved(s: Sentence, verb: Token) -> bool:
    """ "crossed the line to flee": the purpose of a motion that took place counts as done when the motion is the same kind."""
    return verb.dep == "conj" and not _is_infinitive(s, s.head(verb)) and s.head(verb).tag != "VB"
