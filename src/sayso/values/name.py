"""Whether two names are one bearer's: the way in to the comparison of names, and the older comparison of single words.

Two names are one only when every part of the shorter one stands in the fuller one. A part of each that the other lacks
makes two people, whatever else they share: brothers, namesakes and swapped family names are never merged. How parts are
told and compared: `name_parts`, `name_words`, `name_align`; bodies and ships: `name_bodies`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from sayso.values.comparison import Comparison
from sayso.values.name_align import align
from sayso.values.name_bodies import compare_bodies, compare_vessels, is_body
from sayso.values.name_parts import Part, Role, parse_name, part_of
from sayso.values.name_verdict import Reason, Verdict
from sayso.values.name_words import Relation, compare_parts
from sayso.values.place import name_key, skeleton

__all__ = [
    "NameKind",
    "Reason",
    "Verdict",
    "compare_names",
    "fold_word",
    "given_alike",
    "judge_names",
    "name_parts",
    "same_word",
    "skeleton",
]

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

LONG = 5
"""Sounds of a word that may have lost a silent last letter, or be miswritten."""

LONG_ENOUGH, NEAR, FAR = 8, 0.6, 1.0
"""Sounds of a long word; how far a slip may lie from a shorter and from a long one: a vowel or a like sound, any letter."""


@lru_cache(maxsize=16384)
def name_parts(name: str, titles: frozenset[str] = HONORIFICS) -> tuple[str, ...]:
    """Return the words of a name in one form, without titles before it and particles inside it."""
    words = name_key(name).split()
    while len(words) > 1 and words[0] in titles:
        words.pop(0)
    return tuple(word for word in words if word not in _PARTICLES) or tuple(words)


class NameKind(StrEnum):
    """Whose name it is; `UNKNOWN` is taken for a person's unless a legal form or a number stands in it."""

    PERSON = "person"
    BODY = "body"
    VESSEL = "vessel"
    UNKNOWN = "unknown"


LONGEST = 400
"""Letters of the longest name; longer texts are no names, and one only when they are equal."""


def judge_names(a: str, b: str, kind: NameKind = NameKind.PERSON, *, titles: frozenset[str] = frozenset()) -> Verdict:
    """Tell whether two names are one bearer's, and why; never raises, symmetric but for what names sides.

    `titles` are words in lower case that stand before names, besides those known in many languages.
    """
    if max(len(a), len(b)) > LONGEST:
        return Verdict(Reason.SAME, True, True, likeness=1.0) if a == b else Verdict(Reason.NOTHING)
    if kind is NameKind.VESSEL:
        return compare_vessels(a, b)
    if kind is NameKind.BODY or (kind is NameKind.UNKNOWN and (is_body(a) or is_body(b))):
        return compare_bodies(a, b)
    x, y = parse_name(a, titles), parse_name(b, titles)
    found = align(x, y)
    if found.same or (x.bare is x) == (y.bare is y):
        return found
    bare = align(x.bare, y.bare)
    return bare if bare.same else found


def compare_names(a: str, b: str, titles: frozenset[str] = frozenset()) -> Comparison:
    """Tell how the name of one person stands to another.

    Equal: all parts are the same, spellings apart. A fuller name refines a shorter one, which is compatible with it
    ("Adib Merwani" refines "Merwani"). Not comparable: a name without letters, or only initials in common. Otherwise
    different.
    """
    found = judge_names(a, b, titles=titles)
    if found.reason in {Reason.EMPTY, Reason.INITIALS}:
        return Comparison.NOT_COMPARABLE
    if not found.may_be:
        return Comparison.DIFFERENT
    return {0: Comparison.EQUAL, 1: Comparison.REFINES, -1: Comparison.COMPATIBLE}[found.longer]


def given_alike(a: str, b: str) -> bool:
    """Tell whether two given names can be one person's: spellings of one, a pet form, an initial, or a silent last letter."""
    if same_word(a, b) or compare_parts(*_lone(a, b)).relation in {Relation.NICKNAME, Relation.INITIAL}:
        return True
    x, y = sorted((fold_word(a), fold_word(b)), key=len)
    return len(x) >= LONG and y[:-1] == x and y[-1] in _SILENT


def same_word(a: str, b: str) -> bool:
    """Tell whether two words of names are spellings of one, or in long words a slip of one letter."""
    if a == b:
        return True
    p, q = _lone(a, b)
    found = compare_parts(p, q)
    if found.relation is Relation.TYPO:
        heard = min(len(p.sound), len(q.sound))
        return heard >= LONG and found.slip <= (FAR if heard >= LONG_ENOUGH else NEAR)
    return found.relation in {Relation.SAME, Relation.SPELLING, Relation.JUMBLED}


@lru_cache(maxsize=16384)
def _lone(a: str, b: str) -> tuple[Part, Part]:
    """Return two words as given names; a single letter as an initial."""
    first, second = (part_of(w, Role.INITIAL if len(w) == 1 else Role.GIVEN) for w in (a, b))
    return first, second


@lru_cache(maxsize=16384)
def fold_word(word: str) -> str:
    """Return one word of a name with the spellings of one sound made one: "Kolwar" and "Collvar" are "kulvar"."""
    word = _GLIDE.sub("u", _BREATH.sub("", word))
    for old, new in _DIGRAPHS:
        word = word.replace(old, new)
    folded = word.translate(_FOLDS)
    return "".join(c for i, c in enumerate(folded) if i == 0 or folded[i - 1] != c)
