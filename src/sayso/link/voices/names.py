"""Whether two personal names can be one person's: same surname however written, given names that do not speak against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

__all__ = ["same_person", "same_word", "surname_key", "word_key"]

_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az|ul|ud)[-' ]+(?=\w{2})")
_PARTICLES = frozenset(
    {"al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "ul", "ud", "bin", "ibn", "de", "der", "den", "van", "von"}
)
_FOLD = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("gh", "g"),
    ("kh", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("q", "k"),
    ("z", "s"),
    ("j", "y"),
)

LONG_KEY = 4  # consonants that are telling by themselves
ALIKE = 80  # likeness of letters, in hundredths, that fewer consonants need


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """Return the consonants of one word of a name, spelling differences of transliteration folded."""
    low = _letters(word)
    low = re.sub(r"(?<=[aeiou])h$", "", low)
    for old, new in _FOLD:
        low = low.replace(old, new)
    first, rest = low[:1], re.sub(r"[aeiouwy]", "", low[1:])
    first = "'" if first in "aeiou" else first
    return re.sub(r"(.)\1+", r"\1", first + rest)


def surname_key(name: Sequence[str]) -> str:
    """Return the key of a name's last word."""
    parts = _parts(name)
    return word_key(parts[-1]) if parts else ""


@lru_cache(maxsize=65536)
def same_word(a: str, b: str) -> bool:
    """Tell whether two words are one name written twice: the same consonants, and few of them only if the vowels agree."""
    key = word_key(a)
    if key != word_key(b):
        return False
    return len(key) >= LONG_KEY or fuzz.ratio(_letters(a), _letters(b)) >= ALIKE


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two names can be one person's: the same last word, and every given name of the shorter among the longer's."""
    x, y = _parts(a), _parts(b)
    if not x or not y:
        return False
    if len(x) == 1 or len(y) == 1:
        one, other = (x, y) if len(x) == 1 else (y, x)
        return same_word(one[0], other[-1]) or same_word(one[0], other[0])
    if not same_word(x[-1], y[-1]):
        return False
    short, long = sorted((x[:-1], y[:-1]), key=len)
    return all(any(_given_alike(s, g) for g in long) for s in short)


def _given_alike(a: str, b: str) -> bool:
    """Tell whether two given names agree; an initial agrees with every name it begins."""
    x, y = _letters(a), _letters(b)
    return same_word(a, b) or (min(len(x), len(y)) == 1 and x[:1] == y[:1])


def _letters(word: str) -> str:
    low = _ARTICLE.sub("", anyascii(word).lower().replace("’", "'").removesuffix("'s"))
    return re.sub(r"[^a-z]", "", low)


def _parts(name: Sequence[str]) -> list[str]:
    """Return the words that count: particles go, "Abdul Razaq" and "Abdul-Razzaq" become one word each way."""
    out: list[str] = []
    join = ""
    for word in name:
        low = anyascii(word).lower()
        if low in {"abdul", "abdel", "abd", "abu"}:
            join = word
        elif low not in _PARTICLES:
            out.append(join + word)
            join = ""
    return out + ([join] if join else [])
