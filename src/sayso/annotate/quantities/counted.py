"""What a figure counts: the head noun of its phrase, through "of", hollow nouns and parses that stop early."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.quantities.words import QuantityWords
from sayso.model.annotations import Group
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["Counted", "counted_of", "group_of", "whole_span"]

_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"amod", "compound", "nmod", "advmod", "quantmod", "nummod", "det", "poss", "predet", "punct"})
_FAR = 60
"""A noun further than this many characters from its figure is told elsewhere and stays out of its phrase."""

_PEOPLES = frozenset({"NORP"})


@dataclass(frozen=True, slots=True)
class Counted:
    """`top` stands for the figure in the syntax (its noun, or the number itself); `noun` is what is counted, if named.

    `telling` is the noun that says most about it: the complement of a hollow one ("members of the guard").
    """

    top: Token
    noun: Token | None = None
    telling: Token | None = None


def counted_of(sentence: Sentence, number: tuple[Token, ...], words: QuantityWords) -> Counted:
    """Find what the tokens of a numeral count."""
    top = _top(sentence, number)
    noun = _after(sentence, number[-1], words) if not sentence.parsed else _by_parse(sentence, top, number)
    noun = noun or _of_subject(sentence, top, words)
    if noun is None:
        return Counted(top)
    complement = _complement(sentence, noun) if noun.lemma.lower() in words.informative else None
    stands = noun if sentence.parsed and _climbs(sentence, top, noun) else top
    return Counted(stands, noun, complement or noun)


def _climbs(sentence: Sentence, top: Token, noun: Token) -> bool:
    """Tell whether the number modifies its noun, so that the noun stands for both in the clause."""
    return top.head == noun.index or (sentence.head(top).head == noun.index and sentence.head(top).dep in _INSIDE)


def _top(sentence: Sentence, number: tuple[Token, ...]) -> Token:
    inside, top = {token.index for token in number}, number[-1]
    for _ in number:
        if top.head == top.index or top.head not in inside:
            break
        top = sentence.head(top)
    return top


def _by_parse(sentence: Sentence, top: Token, number: tuple[Token, ...]) -> Token | None:
    head = sentence.head(top)
    if top.dep in ("nummod", "quantmod", "amod", "compound", "det", "predet", "nmod") and head.index > number[-1].index:
        if head.pos in _NOUNS or head.pos in ("ADJ", "VERB"):
            return head if head.pos in _NOUNS else None
        top = head
    if complement := _complement(sentence, top):
        return complement
    return _next_noun(sentence, number[-1])


def _of_subject(sentence: Sentence, top: Token, words: QuantityWords) -> Token | None:
    """Return what the subject counts whose value a bare figure tells ("the number of villagers who fled reached 900")."""
    verb = next((a for a in sentence.ancestors(top) if a.pos in ("VERB", "AUX")), top)
    if top.dep not in ("dobj", "attr", "pobj", "npadvmod", "acomp", "oprd", "dep", "ccomp"):
        return None
    if not sentence.parsed or verb.lemma.lower() not in words.count_verbs:
        return None
    for subject in sentence.children(verb, "nsubj", "nsubjpass"):
        if subject.lemma.lower() in words.count_nouns and subject.index != top.index:
            return _complement(sentence, subject)
    return None


def _complement(sentence: Sentence, token: Token) -> Token | None:
    """Return the noun after "of" ("dozens of officers"), past further hollow steps left to the caller."""
    for prep in sentence.children(token, "prep"):
        if prep.text.lower() == "of":
            return next(iter(sentence.children(prep, "pobj")), None)
    return None


def _next_noun(sentence: Sentence, last: Token) -> Token | None:
    """Return the noun that follows the number at once, past adjectives: what a parse that went astray still shows."""
    found = None
    for token in sentence.tokens[last.index + 1 : last.index + 6]:
        if token.pos in _NOUNS:
            found = token
        elif found is not None or token.pos not in ("ADJ", "ADV"):
            break
    return found


def _after(sentence: Sentence, last: Token, words: QuantityWords) -> Token | None:
    """Without a parse: a word the pack knows among the next three, else the next word."""
    following = []
    for token in sentence.tokens[last.index + 1 : last.index + 4]:
        if not token.text[0].isalpha():
            break
        following.append(token)
    known = [t for t in following if t.lemma.lower() in words.groups or t.text.lower() in words.groups]
    return known[0] if known else None


def whole_span(sentence: Sentence, counted: Counted, figure: Span) -> Span:
    """Return the figure with its noun phrase and "of" complement, without relative clauses and appositions."""
    if counted.noun is None:
        return figure
    start, end = min(figure.start, counted.noun.start), max(figure.end, counted.noun.end)
    if sentence.parsed:
        complement = _complement(sentence, counted.noun)
        if complement is not None and complement.index > counted.noun.index:
            end = max(end, complement.end)
    if counted.noun.start > figure.end + _FAR or counted.noun.end < figure.start:
        return figure
    return Span(start, end)


def group_of(sentence: Sentence, counted: Counted, words: QuantityWords) -> Group:
    """Return whom or what a counted noun is, as far as the words tell."""
    noun = counted.telling or counted.noun
    if noun is None:
        return Group.UNKNOWN
    for token in (noun, *reversed(sentence.children(noun, "amod", "compound", "nmod"))):
        group = words.groups.get(token.lemma.lower()) or words.groups.get(token.text.lower())
        if group is not None and (token is noun or group is not Group.THINGS):
            if group is Group.PEOPLE:
                return _sharper(sentence, noun, words) or group
            return group
    return Group.PEOPLE if noun.entity in _PEOPLES else Group.UNKNOWN


def _sharper(sentence: Sentence, noun: Token, words: QuantityWords) -> Group | None:
    """Return the group a modifier gives to "people", "bodies" and the like ("displaced people")."""
    for token in (*sentence.children(noun, "amod", "compound", "nmod"),):
        group = words.groups.get(token.lemma.lower()) or words.groups.get(token.text.lower())
        if group not in (None, Group.PEOPLE, Group.THINGS):
            return group
    return None
