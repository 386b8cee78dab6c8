"""The words a language has for sources, as one object: what `lang/<code>/voices.toml` holds, ready to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sayso.lang.packs import load_packs
from sayso.model.reconstruction import Role

__all__ = ["Lexicon", "lexicon"]

FALLBACK = "en"
_OF_COMPOUNDS = frozenset(("group_heads", "org_words", "offices"))
"""Lists that also hold what is compounded with their words."""


_NOUNS = (
    "male",
    "female",
    "papers",
    "persons",
    "group_heads",
    "spokes",
    "mute",
    "ranks",
    "offices",
    "of_states",
    "quantifiers",
)
_NOUN_MAPS = ("roles", "bodies", "medium_kinds", "plurals", "pronouns", "compounds")


@dataclass(frozen=True)
class Lexicon:
    """One language's words for sources. `words[key]` are the sets of the table, `maps[key]` its nested ones turned round."""

    language: str
    words: Mapping[str, frozenset[str]] = field(repr=False)
    maps: Mapping[str, Mapping[str, str]] = field(repr=False)
    endings: tuple[str, ...] = field(repr=False)
    markers: tuple[str, ...] = field(repr=False)
    compounds: tuple[tuple[str, str], ...] = field(repr=False, default=())

    def has(self, key: str, word: str) -> bool:
        """Tell whether a lower-case word, or the head it is compounded with, is in a list of the table."""
        found = self.words.get(key, frozenset())
        return word in found or (key in _OF_COMPOUNDS and self.head_of(word) in found)

    def head_of(self, word: str) -> str:
        """Return the head of a compound ("hjelpegruppen": "gruppe"), the word itself where it is none."""
        for ending, head in self.compounds:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return head
        return word

    def singular(self, word: str) -> str:
        """Return the singular of a lower-case noun, as far as the table and the plain plural go."""
        irregular = self.maps["plurals"].get(word) or self.maps.get("forms", {}).get(word)
        if irregular:
            return irregular
        inflected = self._uninflected(word, "inflections") or self._uninflected(word, "plural_inflections")
        if inflected:
            return inflected
        if self.language == "en" and len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            return word[:-1]
        return word

    def _uninflected(self, word: str, key: str) -> str | None:
        """Return the noun of the table that a word is, but for one of the endings of a list; None where it is none."""
        if self._is_noun(word):
            return None
        stems = (word.removesuffix(ending) for ending in sorted(self.words.get(key, ())) if word.endswith(ending))
        return next((stem for stem in stems if self._is_noun(stem)), None)

    def _is_noun(self, word: str) -> bool:
        forms = (word, self.head_of(word))
        lists = (*_NOUNS[2:], "org_words", "medium_heads")
        listed = any(form in self.words.get(key, ()) for form in forms for key in lists)
        return listed or any(form in self.maps.get(key, {}) for form in forms for key in ("roles", "bodies"))

    def is_plural(self, word: str) -> bool:
        """Tell whether a lower-case noun is a plural (or a singular that is several people)."""
        definite = any(word.endswith(ending) for ending in self.words.get("definite_endings", ()))
        single = word in self.maps.get("forms", {}) or self._uninflected(word, "inflections") is not None
        return (self.singular(word) != word and not definite and not single) or self.has("group_heads", word)

    def is_definite(self, word: str) -> bool:
        """Tell whether a noun's ending makes it definite, as in Norwegian."""
        inflects = bool(self.words.get("definite_endings"))
        return inflects and word in self.maps["plurals"] and word.endswith(("en", "et", "ene", "a"))

    def is_common(self, word: str) -> bool:
        """Tell whether a lower-case word is a noun of the table, so that its capital tells nothing where all nouns have one."""
        if not self.words.get("capital_nouns"):
            return False
        forms = {word, self.singular(word), self.head_of(word), self.head_of(self.singular(word))}
        if any(form in self.words["org_words"] for form in forms):
            return False  # "die Polizei" is a body, which its name names
        return any(form in self.words.get(key, ()) for form in forms for key in _NOUNS) or any(
            form in self.maps.get(key, {}) for form in forms for key in _NOUN_MAPS
        )

    def role(self, head: str) -> Role | None:
        """Return the role a head noun speaks in, if the table knows it."""
        found = self.maps["roles"].get(head) or self.maps["roles"].get(self.head_of(head))
        return Role(found) if found else None

    def pronoun(self, word: str) -> str | None:
        """Return the kind of a pronoun: male, female, plural, thing, self, selves, relative."""
        return self.maps["pronouns"].get(word)


@cache
def lexicon(language: str) -> Lexicon:
    """Return a language's words, the English ones for a language that has none."""
    packs = load_packs()
    table = packs[language].table("voices") if language in packs else {}
    return _lexicon(language, table) if table else _lexicon(FALLBACK, packs[FALLBACK].table("voices"))


def _lexicon(language: str, table: Mapping[str, Any]) -> Lexicon:
    lists = {key: frozenset(value) for key, value in table.items() if isinstance(value, list)}
    maps = {key: _turned(value) for key, value in table.items() if isinstance(value, dict)}
    endings = sorted({*table.get("demonym_endings", ()), *table.get("land_endings", ())}, key=lambda e: (-len(e), e))
    compounds = sorted(maps.get("compounds", {}).items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return Lexicon(language, lists, maps, tuple(endings), tuple(table.get("gives_name", ())), tuple(compounds))


def _turned(value: Mapping[str, Any]) -> dict[str, str]:
    """Turn `kind = [words]` into word → kind; leave `word = word` as it is."""
    turned: dict[str, str] = {}
    for key, held in value.items():
        for word, kind in [(key, held)] if isinstance(held, str) else _pairs(key, held):
            turned.setdefault(word, kind)
    return turned


def _pairs(kind: str, words: Iterable[str]) -> list[tuple[str, str]]:
    return [(word, kind) for word in words]
