"""What a figure counts: the head noun of its phrase, through "of", hollow nouns and parses that stop early."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.quantities.beside import Beside
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


def counted_of(sentence: Sentence, number: tuple[Token, ...], near: Beside, words: QuantityWords) -> Counted:
    """Find what the tokens of a numeral count; `near` is what stands beside them, for where a parse went astray."""
    top = _top(sentence, number)
    noun = _after(sentence, number[-1], words) if not sentence.parsed else _by_parse(sentence, top, number)
    if sentence.parsed and near.noun is not None and (noun is None or _strays(noun, near.noun, words)):
        noun = near.noun
    elif noun is not None and near.at_once and near.noun is None and not _of_noun(sentence, number[-1], noun):
        noun = None
    noun = noun or _of_subject(sentence, top, words)
    if noun is None:
        return Counted(top)
    complement = _complement(sentence, noun) if noun.lemma.lower() in words.informative else None
    stands = noun if sentence.parsed and _climbs(sentence, top, noun) else top
    return Counted(stands, noun, complement or noun)


def _strays(noun: Token, near: Token, words: QuantityWords) -> bool:
    """Tell whether the parse took a word further off than the known one in the figure's own phrase."""
    return noun.index != near.index and words.group(noun) is None and noun.lemma.lower() not in words.informative


def _of_noun(sentence: Sentence, last: Token, noun: Token) -> bool:
    """Tell whether the word after a number belongs to its noun ("51 dead sailors"), not to the number ("51 dead said …")."""
    between = sentence.tokens[last.index + 1 : noun.index]
    return noun.index < last.index or not between or (between[0].dep == "amod" and between[0].head == noun.index)


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
    known = [t for t in following if words.group(t) is not None]
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
    for token in (noun, *_modifiers(sentence, noun)):
        group = words.group(token)
        if group is not None and (token is noun or group is not Group.THINGS):
            if group is Group.PEOPLE:
                return _sharper(sentence, noun, words) or _told_to_be(sentence, counted.top, words) or group
            return group
    told = _told_to_be(sentence, counted.top, words)
    return told or (Group.PEOPLE if noun.entity in _PEOPLES else Group.UNKNOWN)


def _modifiers(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return the words before a noun that modify it or each other, the nearest first ("three Red Front leaders")."""
    inside = {noun.index}
    found = []
    for token in reversed(sentence.tokens[max(0, noun.index - _FAR // 6) : noun.index]):
        if token.head in inside and token.dep in ("amod", "compound", "nmod"):
            inside.add(token.index)
            found.append(token)
    return tuple(found)


def _sharper(sentence: Sentence, noun: Token, words: QuantityWords) -> Group | None:
    """Return the group a modifier gives to "people", "bodies" and the like ("displaced people")."""
    for token in _modifiers(sentence, noun):
        group = words.group(token)
        if group not in (None, Group.PEOPLE, Group.THINGS):
            return group
    return None


def _told_to_be(sentence: Sentence, top: Token, words: QuantityWords) -> Group | None:
    """Return the group that a predicate names ("five of the dead were children", "are believed to be civilians")."""
    if not sentence.parsed or top.dep not in ("nsubj", "nsubjpass"):
        return None
    verb = sentence.head(top)
    if verb.lemma.lower() not in words.raising:
        return None
    for kid in (verb, *sentence.children(verb, "xcomp", "ccomp")):
        for noun in sentence.children(kid, "attr", "oprd"):
            group = words.group(noun)
            if group not in (None, Group.PEOPLE, Group.THINGS):
                return group
    return None
