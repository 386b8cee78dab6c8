"""Fixed phrases looked up in a run of tokens, longest first; the words come from the language pack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sayso.lang.packs import Pack
from sayso.model.syntax import Token

__all__ = ["Lexicon", "Phrases", "lexicon"]


@dataclass(frozen=True)
class Phrases:
    """Phrases by their first word. A word of a phrase fits a token's lemma or the token as written, in lower case."""

    by_first: dict[str, tuple[tuple[str, ...], ...]] = field(repr=False)

    @classmethod
    def of(cls, entries: Iterable[str]) -> Phrases:
        """Index phrases given as words with a space between."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted({tuple(entry.split()) for entry in entries}, key=lambda w: (-len(w), w)):
            found.setdefault(words[0], []).append(words)
        return cls({first: tuple(rest) for first, rest in found.items()})

    def find(self, tokens: Sequence[Token]) -> list[tuple[str, tuple[Token, ...]]]:
        """Return each phrase found with its tokens, in order; the longest at each place, none overlapping."""
        found, i = [], 0
        while i < len(tokens):
            match = self._at(tokens, i)
            if match:
                found.append((" ".join(match), tuple(tokens[i : i + len(match)])))
            i += max(1, len(match))
        return found

    def any(self, tokens: Sequence[Token]) -> bool:
        """Tell whether some phrase stands in `tokens`."""
        return any(self._at(tokens, i) for i in range(len(tokens)))

    def _at(self, tokens: Sequence[Token], i: int) -> tuple[str, ...]:
        written, lemma = _forms(tokens[i])
        candidates = self.by_first.get(written, ())
        if lemma != written:
            candidates = (*candidates, *self.by_first.get(lemma, ()))
        for words in candidates:
            if len(words) == 1:
                return words
            rest = tokens[i + 1 : i + len(words)]
            if len(rest) == len(words) - 1 and all(w in _forms(t) for w, t in zip(words[1:], rest, strict=True)):
                return words
        return ()


_NOT = frozenset({"n't", "n’t", "never", "nobody", "none"})


def _forms(token: Token) -> tuple[str, str]:
    written = token.text.lower()
    return ("not" if written in _NOT else written), token.lemma.lower()


@dataclass(frozen=True)
class Lexicon:
    """The tables of `certainty.toml`, ready to ask: sets of words by section and key, and phrases made from them."""

    tables: dict[str, dict[str, frozenset[str]]] = field(repr=False)
    phrased: dict[tuple[str, str], Phrases] = field(repr=False)

    def words(self, section: str, key: str) -> frozenset[str]:
        """Return a list of the pack as a set."""
        return self.tables.get(section, {}).get(key, frozenset())

    def phrases(self, section: str, key: str) -> Phrases:
        """Return a list of the pack as phrases."""
        return self.phrased.get((section, key), _NONE)


_NONE = Phrases({})


@cache
def lexicon(pack: Pack) -> Lexicon:
    """Prepare a pack's certainty table, once a pack."""
    table: dict[str, Any] = dict(pack.table("certainty"))
    tables = {section: {key: frozenset(words) for key, words in keys.items()} for section, keys in table.items()}
    aliases: dict[str, str] = dict(pack.table("cues").get("aliases", {}))
    tables = {
        section: {key: _with_aliases(words, aliases) for key, words in keys.items()} for section, keys in tables.items()
    }
    phrased = {(section, key): Phrases.of(words) for section, keys in tables.items() for key, words in keys.items()}
    return Lexicon(tables, phrased)


def _with_aliases(entries: frozenset[str], aliases: dict[str, str]) -> frozenset[str]:
    """Add to a list the forms the lemmatiser wrongly gives its words ("hop" for "hope")."""
    return entries | {wrong for wrong, right in aliases.items() if right in entries}
