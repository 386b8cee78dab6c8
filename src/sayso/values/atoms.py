"""Atoms: the words, digits and marks that the grammars of numbers and times read, with tables of phrases over them.

An atom's `start` and `end` count in the text it was cut from. Hyphens and apostrophes stand alone ("mid-March" is three
atoms), so that a grammar sees the same pieces whatever tokenizer the language has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Atom", "Phrases", "atomize"]

_ATOM = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_+")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Atom:
    """One piece of a text; `lower` is its case-folded form for look-ups."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_digits(self) -> bool:
        """Tell whether this atom is written in digits."""
        return self.text[0].isdecimal()


def atomize(text: str, shift: int = 0) -> tuple[Atom, ...]:
    """Cut a text into atoms; `shift` is added to all offsets."""
    return tuple(Atom(m.start() + shift, m.end() + shift, m.group(), m.group().lower()) for m in _ATOM.finditer(text))


class Phrases(Generic[T]):
    """A table of word sequences, looked up forwards from a place or backwards to it; the longest entry wins."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        """Index `entries` (phrases written with single spaces, lower case) by first and by last word."""
        self._first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries.items():
            words = tuple(atom.lower for atom in atomize(phrase))
            if words:
                self._first.setdefault(words[0], []).append((words, value))
                self._last.setdefault(words[-1], []).append((words, value))
        for table in (self._first, self._last):
            for found in table.values():
                found.sort(key=lambda entry: (-len(entry[0]), entry[0]))

    def __contains__(self, word: object) -> bool:
        return word in self._first

    def at(self, atoms: Sequence[Atom], start: int) -> tuple[T, int] | None:
        """Return the value of the longest phrase that begins at atom `start`, and the index after it."""
        if not 0 <= start < len(atoms):
            return None
        for words, value in self._first.get(atoms[start].lower, ()):
            end = start + len(words)
            if end <= len(atoms) and all(atoms[start + k].lower == word for k, word in enumerate(words)):
                return value, end
        return None

    def before(self, atoms: Sequence[Atom], end: int) -> tuple[T, int] | None:
        """Return the value of the longest phrase that ends just before atom `end`, and the index of its first atom."""
        if not 0 < end <= len(atoms):
            return None
        for words, value in self._last.get(atoms[end - 1].lower, ()):
            start = end - len(words)
            if start >= 0 and all(atoms[start + k].lower == word for k, word in enumerate(words)):
                return value, start
        return None
