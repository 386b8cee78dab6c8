"""The terms in which a source phrase is told: its words, how it refers, and all that was read from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from sayso.link.voices.lexicon import Lexicon
from sayso.model.reconstruction import Role, VoiceKind
from sayso.model.text import Anchor, Span

__all__ = ["Form", "Hints", "Phrase", "Word", "as_person", "bare_word", "opens", "words_of"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’.][^\W_]+)*")
_PREFIX = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az|abu|ibn|bin)[-’']", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hints:
    """What else is known about the words: name marks on them, and the words that the text writes in lower case elsewhere.

    `medium` tells that the text speaks of the name's reporters ("a Vesta correspondent").
    """

    person: bool = False
    org: bool = False
    medium: bool = False
    common: frozenset[str] = frozenset()


class Form(StrEnum):
    """How a phrase refers."""

    PRONOUN = "pronoun"
    NAME = "name"
    ROLE = "role"
    BODY = "body"
    MEDIUM = "medium"
    OTHER = "other"


class Word(NamedTuple):
    """A word with its place; `low` is its lower-case form without a possessive ending."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it is written like a name ("Sabri", "al-Sabri", "UN")."""
        return _is_capital(self.text)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one source phrase tells: how it refers, its head, name, office and everything that narrows down who it is.

    `core` is the phrase without what only describes it further; `name` the words of a proper name in their order;
    `office` those of a title ("interior minister"); `places` capitalised words that may be a country's; `fresh` that the
    phrase brings in somebody new, `known` that it speaks of somebody already met. `stands_for` is the place of the words
    that a pronoun was read as, `fallback` what it would be read as if no speaker before it fits;
    `quoted` that it stands inside somebody's direct speech, where "he" is not the speaker; `silent` that nothing is said
    here, `leads` that such a phrase stands where the subject of its sentence does; `left` that it tells of a deserter or
    the like, whom an army's rank puts on no side; `partial` that it means some of many ("36 percent of the voters");
    `addressed` that somebody is told something here.
    """

    anchor: Anchor
    text: str
    core: str
    form: Form
    head: str = ""
    pronoun: str = ""
    plural: bool = False
    sex: str | None = None
    fresh: bool = False
    another: bool = False
    known: bool = False
    name: tuple[str, ...] = ()
    name_text: str = ""
    office: tuple[str, ...] = ()
    body: str | None = None
    medium: str | None = None
    state: bool = False
    places: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    side: str | None = None
    kind: VoiceKind = VoiceKind.UNKNOWN
    speaks_for: Span | None = None
    stands_for: Span | None = None
    fallback: Phrase | None = None
    quoted: bool = False
    silent: bool = False
    leads: bool = False
    left: bool = False
    partial: bool = False
    addressed: bool = False


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of text, with their places in the whole text."""
    matches = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(*m.span(), word := m.group(), _low(word)) for m in matches]


@lru_cache(maxsize=65536)
def _low(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").rstrip(".")


@lru_cache(maxsize=65536)
def _is_capital(word: str) -> bool:
    return word[:1].isupper() or (bool(_PREFIX.match(word)) and word.rsplit("-", maxsplit=1)[-1][:1].isupper())


def opens(word: Word, lex: Lexicon) -> bool:
    """Tell whether a word is an article or the like that opens a phrase."""
    return (
        any(lex.has(key, word.low) for key in ("definite", "indefinite", "another", "quantifiers"))
        and not word.text.isupper()
    )


def bare_word(word: Word) -> str:
    """Return a word without a possessive ending."""
    return word.text.removesuffix("'s").removesuffix("’s")


def as_person(phrase: Phrase) -> Phrase:
    """Return a phrase that was taken for a body's name as a person's; any other as it is."""
    if phrase.form is not Form.BODY:
        return phrase
    name = tuple(phrase.core.split())
    return replace(phrase, form=Form.NAME, kind=VoiceKind.PERSON, name=name, name_text=phrase.core)
