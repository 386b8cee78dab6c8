"""What the words right beside a figure tell, whatever a parser made of them.

Headlines in title case, lines without commas and lists run together parse badly, but they put the act next to the figure:
"Two Killed Three Injured", "kills two injures three", "claiming nine lives".
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotate.quantities.words import QuantityWords
from sayso.model.annotations import Act, Group
from sayso.model.syntax import Sentence, Token

__all__ = ["Beside", "beside"]

REACH = 6
"""How many words of a counted phrase, or of auxiliaries after it, are looked through."""

_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "CCONJ", "PUNCT", "PART"})
_MARKS = frozenset("()-–‑/'’\"“”")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a figure: the act told at once or behind auxiliaries, and the noun its phrase names."""

    at_once: Act | None = None
    before: Act | None = None
    after: Act | None = None
    noun: Token | None = None


def beside(sentence: Sentence, first: Token, last: Token, words: QuantityWords) -> Beside:
    """Read what stands beside the figure from token `first` (its bound included) to `last`."""
    noun = _named(sentence, last, words)
    following = (noun or last).index + 1
    at_once = _state_at(sentence, last.index + 1, words) or _state_at(sentence, following, words)
    return Beside(at_once, _before(sentence, first, noun, words), _behind_auxiliaries(sentence, following, words), noun)


def _named(sentence: Sentence, last: Token, words: QuantityWords) -> Token | None:
    """Return the last word for persons or things in the run of nouns and adjectives after a number."""
    found = None
    start = _past_them(sentence, last.index + 1, words)
    for token in sentence.tokens[start : start + REACH]:
        lower = token.text.lower()
        if lower in words.states and not _modifies(sentence, token, words):
            break
        group = words.group(token)
        if group is not None and (found is None or not _plural(found)):
            found = token
        elif found is not None or _ends(token):
            break
    return found


def _past_them(sentence: Sentence, start: int, words: QuantityWords) -> int:
    """Return where the group of a part is named: past "of them", "of whom"."""
    two = sentence.tokens[start : start + 2]
    them = len(two) == 2 and two[0].text.lower() in words.linkers and two[1].pos in ("PRON", "DET")
    return start + 2 if them else start


def _plural(token: Token) -> bool:
    """Tell whether a word is a plural, which no further noun of its phrase follows ("12 militants Report")."""
    return token.tag in ("NNS", "NNPS") or token.lemma.lower() != token.text.lower()


def _ends(token: Token) -> bool:
    if token.pos == "PUNCT":
        return token.text not in _MARKS
    return token.pos not in _PHRASE and not token.text[:1].isupper()


def _modifies(sentence: Sentence, token: Token, words: QuantityWords) -> bool:
    """Tell whether a participle stands before the noun it belongs to ("20 wounded men")."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return any(words.group(t) not in (None, Group.THINGS) and t.pos in ("NOUN", "PROPN") for t in following)


def _state_at(sentence: Sentence, index: int, words: QuantityWords) -> Act | None:
    """Return the act of a participle or adjective at `index` that has no object of its own."""
    if index >= len(sentence.tokens):
        return None
    token = sentence.tokens[index]
    act = words.states.get(token.text.lower())
    return None if act is None or _has_object(sentence, token, words) else act


def _has_object(sentence: Sentence, token: Token, words: QuantityWords) -> bool:
    """Tell whether a participle goes on to an object ("rebels killed 20", "killed a guard"); a next item of a list is none."""
    if token.lemma.lower() not in words.transitive and words.stem(token, words.transitive) is None:
        return False
    after = sentence.tokens[token.index + 1 : token.index + 4]
    if not after:
        return False
    if any(t.text.lower() in words.states for t in after[1:3]):
        return False
    if after[0].pos == "NUM" or after[0].text[:1].isdigit():
        return True
    return after[0].pos in ("DET", "PRON") or bool(sentence.children(token, "dobj"))


def _behind_auxiliaries(sentence: Sentence, index: int, words: QuantityWords) -> Act | None:
    """Read "were killed", "have been confirmed dead" after a figure's phrase."""
    passive = False
    for token in sentence.tokens[index : index + REACH]:
        lower = token.text.lower()
        if lower in words.states:
            return words.states[lower] if passive else None
        if lower not in words.bridges:
            return None
        passive = passive or lower in words.passives
    return None


def _before(sentence: Sentence, first: Token, noun: Token | None, words: QuantityWords) -> Act | None:
    """Read a verb right before the figure ("kills two"), and "claimed the lives of nine", "claiming nine lives"."""
    at, lives = first.index - 1, noun is not None and words.is_life(noun)
    if at >= 1 and sentence.tokens[at].text.lower() in words.linkers and words.is_life(sentence.tokens[at - 1]):
        lives, at = True, at - 2
        at -= at >= 0 and sentence.tokens[at].pos == "DET"
    if at < 0:
        return None
    verb = sentence.tokens[at]
    if words.stem(verb, words.takers if lives else words.claimers if noun is None else ()):
        return Act.KILLED
    stem = words.stem(verb, words.transitive)
    return words.transitive[stem] if stem and verb.pos != "ADP" else None
