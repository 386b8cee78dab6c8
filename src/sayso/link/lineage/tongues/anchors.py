"""What of a sentence stays the same in another language: its figures, names and days, and what its words mean.

*At least 34 people drowned off Cape Torvik on Tuesday* and *Minst 34 mennesker druknet utenfor Kapp Torvik tirsdag* share
34, Torvik, the weekday, and the meanings *least*, *people* and *drown*. Words whose meaning is not listed are compared by their
consonants, since news is full of words that are one in all these languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from anyascii import anyascii

from sayso.lang.packs import load_packs
from sayso.link.lineage.sentences import Piece
from sayso.model.text import Span
from sayso.values.name_sound import sounds

__all__ = ["Marked", "marks_of"]

_WORD = re.compile(r"\d+(?:[.,  ]\d{3})*(?:[.,]\d+)?(?!\d)|\d+|[^\W\d_]+(?:['’][^\W\d_]+)*")
_GROUPED = re.compile(r"^\d{1,3}(?:[.,  ]\d{3})+$")
_VOWELS = re.compile(r"[aiu]")
STEM = 4  # letters from which on the beginning of a word tells its meaning
LONG = 6  # letters of a word that is compared by its consonants
HEARD = 4  # sounds by which names, and consonants by which words are compared
OPENS = "\"'“”«»„‚‘’([–—-"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence by what stays the same in another language. `firm` are figures and names that a translation must keep;
    `loose` is everything else that may be kept: days, meanings, kindred words, capitals that may be no names."""

    span: Span
    length: int
    firm: frozenset[str]
    loose: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Everything that may be found again."""
        return self.firm | self.loose


def marks_of(piece: Piece) -> tuple[Marked, ...]:
    """Return the sentences of a report as what stays the same in another language."""
    words = _Words.of(piece.report.language)
    text = piece.reading.text
    return tuple(_marked(words, text, sentence.span) for sentence in piece.sentences)


def _marked(words: _Words, text: str, span: Span) -> Marked:
    firm: set[str] = set()
    loose: set[str] = set()
    first = True
    for found in _WORD.finditer(text, span.start, span.end):
        kind, mark = words.look(found.group(), first)
        if mark:
            (firm if kind else loose).update(mark)
        first = False
    return Marked(span, len(span), frozenset(firm), frozenset(loose - firm))


class _Words:
    """What the words of one language are known again by, each spelling looked at once."""

    def __init__(self, tables: Mapping[str, Any], numbers: Mapping[str, Any], times: Mapping[str, Any]) -> None:
        self._numbers = {word: value for word, value in numbers.get("units", {}).items() if value >= 2}
        self._days = {word: f"d:{value}" for word, value in times.get("weekdays", {}).items()}
        self._days |= {word: f"m:{value}" for word, value in times.get("months", {}).items() if len(word) > 2}
        self._nouns = bool(tables.get("nouns_capital", False))
        self._stems: dict[str, set[str]] = {}
        for meaning, stems in tables.get("concepts", {}).items():
            for stem in stems:
                self._stems.setdefault(stem, set()).add(f"c:{meaning}")
        self._known: dict[tuple[str, bool], tuple[bool, tuple[str, ...]]] = {}

    @classmethod
    def of(cls, language: str) -> _Words:
        """Return what is known of a language's words, little for one without a pack."""
        return _words(language)

    def look(self, word: str, first: bool) -> tuple[bool, tuple[str, ...]]:
        """Return whether what a word is known by is firm, and what it is; a capital tells nothing at the head of a sentence."""
        key = (word, first)
        if key not in self._known:
            self._known[key] = self._look(word, first)
        return self._known[key]

    def _look(self, word: str, first: bool) -> tuple[bool, tuple[str, ...]]:
        if word[0].isdigit():
            return True, (f"n:{_figure(word)}",)
        low = word.lower().replace("’", "'")
        if low in self._numbers:
            return self._numbers[low] > 1, (f"n:{self._numbers[low]:g}",)
        if low in self._days:
            return False, (self._days[low],)
        meanings = tuple(sorted(self._meanings(low)))
        if meanings:
            return False, meanings
        if word[0].isupper() and len(word) > 1:
            return not (first or self._nouns), (_heard(low),)
        return False, ((_bones(low),) if len(low) >= LONG else ())

    def _meanings(self, low: str) -> Iterator[str]:
        if low in self._stems:
            yield from self._stems[low]
        for length in range(len(low) - 1, STEM - 1, -1):
            yield from self._stems.get(low[:length], ())


@cache
def _words(language: str) -> _Words:
    pack = load_packs().get(language)
    return _Words(*(pack.table(name) if pack else {} for name in ("lineage", "numbers", "times")))


def _figure(digits: str) -> str:
    """Return a figure as it is written nowhere: groups joined, a full stop before decimals."""
    if _GROUPED.match(digits):
        return re.sub(r"\D", "", digits)
    return re.sub(r"[,  ]", ".", digits)


@cache
def _heard(low: str) -> str:
    """Return by what a name is compared: its first sounds, the same in *Morvia* and *Morwien*."""
    heard = sounds(low)
    return f"p:{heard[:HEARD] if len(heard) >= HEARD else anyascii(low)}"


@cache
def _bones(low: str) -> str:
    return f"k:{_VOWELS.sub('', sounds(low))[:HEARD]}"
