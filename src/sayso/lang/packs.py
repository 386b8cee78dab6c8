"""Language packs: a folder a language, the same TOML files in each; all linguistic knowledge lives there as data.

A pack is a frozen bundle of tables; code asks for a table by name and reads plain lists and dicts from it. What each
table holds is said in the comment at its head. A language is added by adding a folder.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["Pack", "Telling", "Tongues", "load_packs", "load_tongues"]

LANGUAGES = ("de", "en", "nb")
LONG_ENOUGH = 6  # letters of a word whose ending tells its language


@dataclass(frozen=True)
class Pack:
    """The tables of one language; `digest` names their content."""

    language: str
    tables: Mapping[str, Mapping[str, Any]] = field(repr=False)
    digest: str

    def table(self, name: str) -> Mapping[str, Any]:
        """Return a table by file stem; an absent table is empty, as a language may know nothing of it."""
        return self.tables.get(name, {})

    def words(self, table: str, key: str) -> frozenset[str]:
        """Return a list of words of a table as a set."""
        return frozenset(self.table(table).get(key, ()))

    def __hash__(self) -> int:
        return hash((self.language, self.digest))


@dataclass(frozen=True, slots=True)
class Telling:
    """The words, letters and endings of a language that its near kin write otherwise."""

    words: frozenset[str]
    letters: frozenset[str]
    endings: tuple[str, ...]

    def count(self, words: Sequence[str]) -> int:
        """Count what tells this language among lower-case words; letters and endings count once a word."""
        return sum(
            (word in self.words)
            + (not self.letters.isdisjoint(word))
            + (len(word) >= LONG_ENOUGH and word.endswith(self.endings))
            for word in words
        )


@dataclass(frozen=True, slots=True)
class Tongues:
    """What tells languages apart, read or not: common words by language, and groups of kin with what parts them."""

    common: Mapping[str, frozenset[str]]
    kin: tuple[Mapping[str, Telling], ...]


@cache
def load_tongues() -> Tongues:
    """Load `tongues.toml`; the common words of languages with a pack come from the pack."""
    table = tomllib.loads((files("sayso.lang") / "tongues.toml").read_text("utf-8"))
    common = {code: frozenset(words) for code, words in table["common"].items()}
    common |= {code: pack.words("words", "common") for code, pack in load_packs().items()}
    letters, endings = table["letters"], table["endings"]
    kin = (
        {
            code: Telling(frozenset(words), frozenset(letters[code]), tuple(endings[code]))
            for code, words in group.items()
        }
        for group in table["kin"].values()
    )
    return Tongues(common, tuple(kin))


@cache
def load_packs() -> Mapping[str, Pack]:
    """Load all bundled packs, keyed by language code."""
    return {language: _load(language) for language in LANGUAGES}


def _load(language: str) -> Pack:
    folder = files("sayso.lang") / language
    texts = {
        item.name.removesuffix(".toml"): item.read_text("utf-8")
        for item in folder.iterdir()
        if item.name.endswith(".toml")
    }
    digest = hashlib.sha256("\0".join(f"{k}\0{texts[k]}" for k in sorted(texts)).encode()).hexdigest()
    return Pack(language, {name: tomllib.loads(text) for name, text in sorted(texts.items())}, digest)
