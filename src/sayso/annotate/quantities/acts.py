"""What happened to those counted, or what they did: read from the words that govern the figure."""

from __future__ import annotations

from sayso.annotate.quantities.beside import Beside
from sayso.annotate.quantities.counted import Counted
from sayso.annotate.quantities.words import QuantityWords
from sayso.model.annotations import Act, Group
from sayso.model.syntax import Sentence, Token

__all__ = ["act_of", "governor", "own_act"]

_UP = frozenset({"conj", "appos", "nmod", "compound", "nummod", "quantmod", "amod", "npadvmod"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "dative"})
_COMPLEMENTS = ("oprd", "acomp", "attr", "xcomp", "ccomp", "advcl", "acl")
_STEPS = 8


def act_of(sentence: Sentence, counted: Counted, near: Beside, words: QuantityWords) -> Act | None:
    """Return the act of a figure, None when nothing near it tells one."""
    if own := own_act(sentence, counted, near, words):
        return own
    if not sentence.parsed:
        return near.before or near.after or _nearest(sentence, counted.noun or counted.top, words)
    return (
        _by_governor(sentence, counted.top, words)
        or near.before
        or near.after
        or _next_state(sentence, counted, words)
        or next((act for noun in _nouns(counted) if (act := _noun_act(noun, words))), None)
    )


def own_act(sentence: Sentence, counted: Counted, near: Beside, words: QuantityWords) -> Act | None:
    """Return the act that the figure's own phrase tells ("12 wounded", "12 people killed by", "12 bodies")."""
    if near.at_once:
        return near.at_once
    if not sentence.parsed:
        return words.states.get(counted.noun.text.lower()) if counted.noun else None
    for noun in _nouns(counted):
        if act := _by_itself(sentence, noun, words):
            return act
    return None


def _nouns(counted: Counted) -> tuple[Token, ...]:
    return tuple(noun for noun in (counted.noun, counted.telling, counted.top) if noun is not None)


def _by_itself(sentence: Sentence, noun: Token, words: QuantityWords) -> Act | None:
    """Read the noun ("12 bodies") and what hangs on it ("wounded people", "people killed by", "who fled")."""
    for kid in sentence.children(noun, "acl", "relcl", "amod", "advcl"):
        if not _parted(sentence, noun, kid) and (act := _clause(sentence, kid, words)):
            return act
    return None if noun.lemma.lower() in words.weak_nouns else _noun_act(noun, words)


def _parted(sentence: Sentence, noun: Token, clause: Token) -> bool:
    """Tell whether another figure stands between a noun and a participle ("12 civilians and 30 wounded")."""
    return any(t.pos == "NUM" for t in sentence.tokens[noun.index + 1 : clause.index])


def _noun_act(noun: Token, words: QuantityWords) -> Act | None:
    return words.nouns.get(noun.lemma.lower()) or words.nouns.get(noun.text.lower())


def _clause(sentence: Sentence, verb: Token, words: QuantityWords) -> Act | None:
    """Read a participle or relative clause on the noun."""
    lemma, lower = verb.lemma.lower(), verb.text.lower()
    if verb.dep == "amod" or verb.pos == "ADJ":
        return words.states.get(lower)
    if _passive(sentence, verb) and lemma in words.transitive:
        return words.transitive[lemma]
    if not sentence.children(verb, "dobj") or lemma in words.own:
        return _own(sentence, verb, words)
    return None


def _passive(sentence: Sentence, verb: Token) -> bool:
    return verb.tag == "VBN" and (verb.dep == "acl" or bool(sentence.children(verb, "nsubjpass", "auxpass")))


def _own(sentence: Sentence, verb: Token, words: QuantityWords) -> Act | None:
    if words.stem(verb, words.losers) and any(words.is_life(kid) for kid in sentence.children(verb, "dobj")):
        return Act.KILLED
    return _crossing(sentence, verb, words) or words.own.get(verb.lemma.lower())


def _crossing(sentence: Sentence, verb: Token, words: QuantityWords) -> Act | None:
    """Read a flight over a border, or any coming and going over one that is named as such."""
    near = {token.text.lower() for token in sentence.tokens[verb.index + 1 : verb.index + 7]}
    lemma = verb.lemma.lower()
    if words.own.get(lemma) is Act.DISPLACED:
        return Act.CROSSED if near & words.crossing else None
    moves = lemma in words.movers or verb.text.lower() in words.movers
    return Act.CROSSED if moves and near & words.borders else None


def _by_governor(sentence: Sentence, node: Token, words: QuantityWords) -> Act | None:
    for _ in range(_STEPS):
        head = sentence.head(node)
        if head.index == node.index:
            return None
        if node.dep in _UP and head.pos not in ("VERB", "AUX"):
            node = head
            if act := words.nouns.get(node.lemma.lower()):
                return act
            continue
        if node.dep == "pobj":
            part = head.text.lower() in words.parts
            if head.text.lower() != "of" and not part:
                return _measured(sentence, head, words)
            node = sentence.head(head)
            if act := (_by_itself(sentence, node, words) if part else words.nouns.get(node.lemma.lower())):
                return act
            if part and words.group(node) in (None, Group.THINGS):
                return None
            continue
        return _by_verb(sentence, node, head, words) or _amid(sentence, head, words)
    return None


def _amid(sentence: Sentence, verb: Token, words: QuantityWords) -> Act | None:
    """Read "among the dead were two nurses": the act is that of those they were among."""
    if verb.lemma.lower() not in words.raising:
        return None
    for prep in sentence.children(verb, "prep"):
        if prep.text.lower() not in words.amid:
            continue
        for noun in sentence.children(prep, "pobj", "pcomp"):
            if act := words.states.get(noun.text.lower()) or _by_itself(sentence, noun, words):
                return act
    return None


def _by_verb(sentence: Sentence, node: Token, verb: Token, words: QuantityWords) -> Act | None:
    lemma = verb.lemma.lower()
    if node.dep in _OBJECTS or (node.dep == "nsubj" and verb.pos == "ADJ"):
        if lemma in words.transitive:
            return words.transitive[lemma]
        return words.states.get(verb.text.lower()) or _state_of(sentence, verb, words) or _toll(sentence, verb, words)
    if node.dep == "nsubjpass" or (node.dep == "nsubj" and _elliptic(sentence, verb, words)):
        return words.transitive.get(lemma) or _raised(sentence, verb, words)
    if node.dep == "nsubj":
        return _own(sentence, verb, words) or _raised(sentence, verb, words) or _suffering(sentence, verb, words)
    return None


def _suffering(sentence: Sentence, verb: Token, words: QuantityWords) -> Act | None:
    """Read a participle taken for a verb of its own ("40 are still missing", "22 wounded in the blast")."""
    return words.states.get(verb.text.lower()) if _suffered(sentence, verb) else None


def _elliptic(sentence: Sentence, verb: Token, words: QuantityWords) -> bool:
    """Tell whether a verb is a participle without its auxiliary ("four killed and about 200 wounded")."""
    past = verb.tag in ("VBN", "VBD") and verb.lemma.lower() in words.transitive
    return past and not sentence.children(verb, "dobj", "aux", "prep")


def _raised(sentence: Sentence, verb: Token, words: QuantityWords) -> Act | None:
    """Read the complement of "were confirmed killed", "are feared dead", "were left wounded"."""
    if verb.lemma.lower() not in words.raising:
        return None
    return _state_of(sentence, verb, words)


def _state_of(sentence: Sentence, verb: Token, words: QuantityWords) -> Act | None:
    if verb.lemma.lower() not in words.raising:
        return None
    for kid in sentence.children(verb, *_COMPLEMENTS):
        lower = kid.text.lower()
        if lower in words.states:
            return words.states[lower]
        if kid.dep == "xcomp" and kid.lemma.lower() in words.own:
            return _own(sentence, kid, words)
    return None


def _toll(sentence: Sentence, verb: Token, words: QuantityWords) -> Act | None:
    """Read "the number of people who fled reached 7,000": the act is the subject's."""
    if verb.lemma.lower() not in words.count_verbs:
        return None
    for subject in sentence.children(verb, "nsubj", "nsubjpass"):
        if act := words.nouns.get(subject.lemma.lower()):
            return act
        if subject.lemma.lower() in words.count_nouns:
            return _of_count(sentence, subject, words)
    return None


def _of_count(sentence: Sentence, subject: Token, words: QuantityWords) -> Act | None:
    for token in sentence.subtree(subject):
        if act := _by_itself(sentence, token, words) if token.pos in ("NOUN", "PROPN", "ADJ") else None:
            return act
    return None


def _measured(sentence: Sentence, prep: Token, words: QuantityWords) -> Act | None:
    """Read "the toll rose to 120" and "put the number of dead at 64": a preposition on a counting verb."""
    verb = governor(sentence, prep)
    if prep.text.lower() not in words.scales or verb.lemma.lower() not in words.count_verbs:
        return None
    objects = (kid for kid in sentence.children(verb, "dobj") if kid.lemma.lower() in words.count_nouns)
    put = (words.nouns.get(kid.lemma.lower()) or _of_count(sentence, kid, words) for kid in objects)
    return _toll(sentence, verb, words) or next((act for act in put if act), None)


def _next_state(sentence: Sentence, counted: Counted, words: QuantityWords) -> Act | None:
    """Read the word right after the figure, as headlines have it ("30 killed in clashes")."""
    last = max((t for t in (counted.top, counted.noun) if t is not None), key=lambda t: t.index)
    following = sentence.tokens[last.index + 1 : last.index + 2]
    return next(
        (words.states[t.text.lower()] for t in following if t.text.lower() in words.states and _suffered(sentence, t)),
        None,
    )


def _suffered(sentence: Sentence, token: Token) -> bool:
    """Tell whether a participle or adjective has no object of its own ("30 killed", not "30 killed a guard")."""
    return not sentence.children(token, "dobj")


def _nearest(sentence: Sentence, anchor: Token, words: QuantityWords) -> Act | None:
    """Without a parse: the nearest act word of the clause, those after the figure first."""
    after = sentence.tokens[anchor.index + 1 : anchor.index + 9]
    before = sentence.tokens[max(0, anchor.index - 8) : anchor.index]
    for side in (after, tuple(reversed(before))):
        for token in side:
            if token.text in ",;:.!?":
                break
            lower = token.text.lower()
            if words.is_life(token) and any(words.stem(t, words.losers) for t in (*before, *after)):
                return Act.KILLED
            act = (
                words.states.get(lower) or words.own.get(lower) or words.transitive.get(lower) or words.nouns.get(lower)
            )
            if act := _crossing(sentence, token, words) or act:
                return act
    return None


def governor(sentence: Sentence, node: Token) -> Token:
    """Return the nearest verb above a token, or the root."""
    for ancestor in sentence.ancestors(node):
        if ancestor.pos in ("VERB", "AUX"):
            return ancestor
    return node
