"""The wording of a statement, made comparable: its words of meaning, and whether it says no.

`Wording.core` is what is said to be, or not to be: the words just after a negation, or all of a plain statement. `turn` is
what the opposite must have in it: the word that "not" stands before, one of the first two after "no".
The words that negate, and those that carry no matter, are data (`lang/*/contrary.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from sayso.lang.packs import Pack
from sayso.model.statements import Polarity, Statement, Tense

__all__ = ["Wording", "word_statement"]

BEFORE = 4  # words of meaning before a negation that belong to what it denies: the nearest
AFTER = 3  # and after it: "no outstanding warrants against him"
SHORTEST = 3  # letters of a word of meaning
_WORD = re.compile(r"[^\W\d_][\w'-]*")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a statement's words come to: lemmas of all that matters, of what it turns on, and the names among them."""

    statement: str
    denies: bool
    words: frozenset[str]
    core: frozenset[str]
    turn: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    dictionary: str
    negators: frozenset[str]
    determiners: frozenset[str]
    unless: frozenset[str]
    contractions: tuple[str, ...]
    idle: re.Pattern[str] | None
    empty: frozenset[str]
    common: frozenset[str]

    def lemma(self, word: str) -> str:
        return _lemma(word.removesuffix("'s").casefold(), self.dictionary)

    def matters(self, word: str) -> bool:
        low = word.casefold()
        return len(low) >= SHORTEST and not {low, self.lemma(low)} & self.empty and low not in self.negators


def word_statement(pack: Pack | None, statement: Statement, text: str) -> Wording | None:
    """Return the wording of a statement's words `text`; None where it is no plain yes or no, or its language is unread."""
    lexicon = _lexicon(pack) if pack else None
    if lexicon is None or statement.polarity not in {Polarity.ASSERTS, Polarity.DENIES}:
        return None
    line = text.replace("’", "'")
    for ending in lexicon.contractions:
        line = re.sub(rf"{re.escape(ending)}\b", " not", line)
    words = _WORD.findall(line)
    if not words or words[0].casefold() in lexicon.unless or statement.tense is Tense.HYPOTHETICAL:
        return None  # "once it is finished" states nothing
    at = next((i for i, word in enumerate(words) if word.casefold() in lexicon.negators), None)
    denied = statement.polarity is Polarity.DENIES
    if at is not None and (denied or (lexicon.idle and lexicon.idle.search(line.casefold()))):
        return None  # a denial of a denial, or a turn that denies nothing
    return _wording(lexicon, statement.id, words, at, denies=denied or at is not None)


def _wording(lexicon: _Lexicon, statement: str, words: Sequence[str], at: int | None, *, denies: bool) -> Wording:
    names = frozenset(lexicon.lemma(w) for i, w in enumerate(words) if i and w[0].isupper() and lexicon.matters(w))
    before, after = words[: at or 0], words if at is None else words[at + 1 :]
    turned_on = _content(lexicon, after) if at is None else _content(lexicon, after)[:AFTER]
    told = {*_content(lexicon, before)[-BEFORE:], *turned_on}
    core = frozenset(w for w in turned_on if w not in names and w not in lexicon.common)
    first = 2 if at is not None and words[at].casefold() in lexicon.determiners else 1
    turn = frozenset(turned_on[: first if at is not None else None])
    return Wording(statement, denies, frozenset(told), core, turn, names)


def _content(lexicon: _Lexicon, words: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(lexicon.lemma(word) for word in words if lexicon.matters(word)))


@lru_cache(maxsize=8)
def _lexicon(pack: Pack) -> _Lexicon | None:
    table = pack.table("contrary")
    if not table:
        return None
    idle = "|".join(re.escape(turn) for turn in table["idle"])
    return _Lexicon(
        table["dictionary"],
        frozenset(table["negators"]),
        frozenset(table["determiners"]),
        frozenset(table["unless"]),
        tuple(table["contractions"]),
        re.compile(rf"\b(?:{idle})\b") if idle else None,
        frozenset(table["empty"]),
        frozenset(table["common"]),
    )


@lru_cache(maxsize=100_000)
def _lemma(word: str, dictionary: str) -> str:
    return str(simplemma.lemmatize(word, lang=dictionary)).casefold()
