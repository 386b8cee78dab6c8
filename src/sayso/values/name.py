"""Names of people: parts, skeletons of transliterated names, and comparison that never merges brothers.

Two names are one only when every part of the shorter one is found in the longer one, in order, and the last parts agree;
a given name that differs makes two people, whatever the surname.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from sayso.values.comparison import Comparison
from sayso.values.place import SKELETON_MIN, name_key, skeleton

__all__ = ["compare_names", "fold_word", "given_alike", "name_parts", "same_word", "skeleton"]

HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sir",
        "lady",
        "lord",
        "dame",
        "rev",
        "lt",
        "gen",
        "col",
        "maj",
        "capt",
        "sgt",
        "adm",
        "brig",
        "sen",
        "rep",
        "gov",
        "hon",
        "sheikh",
        "sheik",
        "shaykh",
        "haji",
        "hajj",
    ]
)
"""Titles written short, that stand before names in every text in Latin script; others are the caller's to name."""

_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "as",
        "es",
        "ash",
        "esh",
        "ad",
        "ed",
        "ar",
        "er",
        "az",
        "ez",
        "an",
        "de",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "ben",
        "bint",
    ]
)
_FOLDS = str.maketrans({"o": "u", "e": "i", "y": "i", "w": "v", "q": "k", "z": "s", "c": "k"})
_BREATH = re.compile(r"(?<=[aeiouy])h$")  # "Dureh", "Dure"
_GLIDE = re.compile(r"(?<=[aeiouy])w(?![aeiouy])")  # "Jowz": a vowel's second half, no consonant
_SYLLABLES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # where one sign more or less is another name
_DIGRAPHS = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("gh", "g"),
    ("kh", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("j", "g"),
)

_SILENT = frozenset("dhst")
"""Last letters that are often not heard, and so not always written."""

CLOSE, CLOSER, LONG = 75, 85, 5
"""How alike (of 100) two words with one skeleton must be once their vowels are folded, with a short skeleton, and how long."""

VERY_CLOSE = 93
"""How alike two long words must be without one skeleton: a letter dropped or doubled."""


@lru_cache(maxsize=16384)
def name_parts(name: str, titles: frozenset[str] = HONORIFICS) -> tuple[str, ...]:
    """Return the words of a name in one form, without titles before it and particles inside it."""
    words = name_key(name).split()
    while len(words) > 1 and words[0] in titles:
        words.pop(0)
    return tuple(word for word in words if word not in _PARTICLES) or tuple(words)


def compare_names(a: str, b: str, titles: frozenset[str] = HONORIFICS) -> Comparison:
    """Tell whether two names can be one person's.

    Equal: all parts are the same, spellings apart. A fuller name refines a shorter one, which is compatible with it
    ("Adib Merwani" refines "Merwani"). Otherwise different. Names of one word that are given names stay compatible only
    with names that begin with them.
    """
    if a != b and _SYLLABLES.search(a) and _SYLLABLES.search(b):
        return Comparison.DIFFERENT
    left, right = name_parts(_turned(a), titles), name_parts(_turned(b), titles)
    if not left or not right:
        return Comparison.NOT_COMPARABLE
    if _joined(left) == _joined(right) or (len(left) == len(right) and all(map(_alike, left, right))):
        return Comparison.EQUAL
    if len(left) > len(right):
        return Comparison.REFINES if _shortens(right, left) else Comparison.DIFFERENT
    return Comparison.COMPATIBLE if len(left) < len(right) and _shortens(left, right) else Comparison.DIFFERENT


def _turned(name: str) -> str:
    """Return "Merwani, Adib" as "Adib Merwani"."""
    last, comma, given = name.partition(",")
    return f"{given.strip()} {last.strip()}" if comma and given.strip() and "," not in given else name


def _joined(parts: tuple[str, ...]) -> str:
    return "".join(parts)


def _alike(a: str, b: str) -> bool:
    """Tell whether two parts are one word, or one the other's initial."""
    return same_word(a, b) or (min(len(a), len(b)) == 1 and a[0] == b[0])


def given_alike(a: str, b: str) -> bool:
    """Tell whether two given names can be one person's: spellings of one, an initial, or a silent last letter."""
    if _alike(a, b):
        return True
    x, y = sorted((fold_word(a), fold_word(b)), key=len)
    return len(x) >= LONG and y[:-1] == x and y[-1] in _SILENT


def same_word(a: str, b: str) -> bool:
    """Tell whether two words are spellings of one: equal when folded, or one skeleton and nearly equal."""
    x, y = fold_word(a), fold_word(b)
    if x == y:
        return True
    if min(len(a), len(b)) < LONG or x[0] != y[0]:
        return False
    alike = ratio(x, y)
    telling = skeleton(a) if skeleton(a) == skeleton(b) else ""
    return alike >= VERY_CLOSE or (bool(telling) and alike >= (CLOSE if len(telling) >= SKELETON_MIN else CLOSER))


@lru_cache(maxsize=16384)
def fold_word(word: str) -> str:
    """Return one word of a name with the spellings of one sound made one: "Kolwar" and "Collvar" are "kulvar"."""
    word = _GLIDE.sub("u", _BREATH.sub("", word))
    for old, new in _DIGRAPHS:
        word = word.replace(old, new)
    folded = word.translate(_FOLDS)
    return "".join(c for i, c in enumerate(folded) if i == 0 or folded[i - 1] != c)


def _shortens(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether every part of `short` stands in `full` in order; a lone part is its first or last."""
    if len(short) == 1:
        return same_word(short[0], full[-1]) or same_word(short[0], full[0])
    rest = iter(full)
    return all(any(_alike(part, other) for other in rest) for part in short) and _alike(short[-1], full[-1])
