"""Cut text into word pieces with exact offsets, as BERT's uncased vocabulary has them.

The cutting is the published one: control characters dropped, accents stripped, lower case, punctuation apart, then the
longest piece of the vocabulary first. Offsets are code points of the text given, whatever normalising did to its length.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["CLS", "FEATURES", "PAD", "SEP", "UNKNOWN", "Pieces", "Vocabulary", "cut_pieces"]

PAD, UNKNOWN, CLS, SEP = 0, 100, 101, 102
"""Places of the special pieces in the vocabulary."""

LONGEST_WORD = 100  # characters; the published cutter makes one unknown piece of anything longer

LOWER, TITLE, UPPER, NUMBER, INNER = range(5)
"""How a piece is written, which the uncased vocabulary drops; `INNER` pieces carry on a word."""

FEATURES = 10
"""How many values a piece's feature takes: its writing, plus five where it opens a paragraph."""

_CHUNK = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as pieces: vocabulary places, features, offsets `[start, end)`, and which pieces open a paragraph or word."""

    ids: tuple[int, ...]
    features: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, first: int, end: int) -> Pieces:
        """Return the pieces `[first, end)`."""
        inside = slice(first, end)
        return Pieces(self.ids[inside], self.features[inside], self.starts[inside], self.ends[inside])

    def opens_word(self, index: int) -> bool:
        """Whether a piece begins a word."""
        return self.features[index] % 5 != INNER

    def opens_paragraph(self, index: int) -> bool:
        """Whether a piece is the first of its paragraph."""
        return self.features[index] >= 5


class Vocabulary:
    """The pieces there are, and the cutting of words into them. Words seen before are remembered."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._places: Mapping[str, int] = {piece: place for place, piece in enumerate(pieces)}
        self.cut_chunk = lru_cache(maxsize=100_000)(self._cut_chunk)

    def _cut_chunk(self, chunk: str) -> tuple[tuple[int, int, int, int], ...]:
        """Cut what stands between two spaces: (place, start, end, writing) of each piece."""
        found: list[tuple[int, int, int, int]] = []
        for word in _words(chunk):
            found += self._cut_word(chunk, word)
        return tuple(found)

    def _cut_word(self, chunk: str, word: Sequence[tuple[str, int]]) -> list[tuple[int, int, int, int]]:
        text = "".join(letter for letter, _ in word)
        first, last = word[0][1], word[-1][1] + 1
        writing = _writing(chunk[first:last])
        if len(text) > LONGEST_WORD:
            return [(UNKNOWN, first, last, writing)]
        found: list[tuple[int, int, int, int]] = []
        at = 0
        while at < len(text):
            end = next((e for e in range(len(text), at, -1) if ("##" if at else "") + text[at:e] in self._places), 0)
            if not end:
                return [(UNKNOWN, first, last, writing)]
            place = self._places[("##" if at else "") + text[at:end]]
            found.append((place, word[at][1], word[end - 1][1] + 1, INNER if at else writing))
            at = end
        return found


def _words(chunk: str) -> list[list[tuple[str, int]]]:
    """Cut a chunk at punctuation and ideographs; each word as its normalised letters with the offset each comes from."""
    words: list[list[tuple[str, int]]] = []
    joined = False
    for offset, char in enumerate(chunk):
        letters, alone = _normal(char)
        for letter in letters:
            if joined and not alone:
                words[-1].append((letter, offset))
            else:
                words.append([(letter, offset)])
            joined = not alone
    return words


@lru_cache(maxsize=10_000)
def _normal(char: str) -> tuple[str, bool]:
    """Return a character's normal form, and whether it stands alone."""
    if unicodedata.category(char)[0] == "C" or char == "\ufffd":
        return "", False
    plain = "".join(c for c in unicodedata.normalize("NFD", char) if unicodedata.category(c) != "Mn")
    return plain.lower(), _is_punctuation(char) or _is_ideograph(char)


def _is_punctuation(char: str) -> bool:
    # ASCII symbols such as "$" and "^" count as punctuation there, other symbols do not.
    return unicodedata.category(char)[0] == "P" or (char.isascii() and not char.isalnum())


def _is_ideograph(char: str) -> bool:
    return "㐀" <= char <= "䶿" or "一" <= char <= "鿿" or "豈" <= char <= "﫿" or "\U00020000" <= char <= "\U0002fa1f"


def _writing(word: str) -> int:
    if word[0].isdigit():
        return NUMBER
    if word[0].isupper():
        return UPPER if len(word) > 1 and word.isupper() else TITLE
    return LOWER


def cut_pieces(text: str, vocabulary: Vocabulary, paragraphs: Sequence[int]) -> Pieces:
    """Cut a text; `paragraphs` are the offsets, in order, at which paragraphs begin."""
    ids: list[int] = []
    features: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    before = 0
    for match in _CHUNK.finditer(text):
        for place, start, end, writing in vocabulary.cut_chunk(match.group()):
            paragraph = bisect_right(paragraphs, match.start() + start)
            features.append(writing + 5 * (paragraph != before))
            before = paragraph
            ids.append(place)
            starts.append(match.start() + start)
            ends.append(match.start() + end)
    return Pieces(tuple(ids), tuple(features), tuple(starts), tuple(ends))
