"""Place names: one form for look-up, and the skeleton that spellings of one Arabic name share."""

from __future__ import annotations

import re
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

__all__ = ["ALIKE", "EARTH_KM", "SKELETON_MIN", "SOUND_MARK", "kilometres", "likeness", "name_key", "skeleton", "sound"]

SKELETON_MIN = 4
"""A skeleton of fewer consonants is shared by unlike names ("Rami", "Rima") and never decides alone."""

ALIKE = 78.0
"""How alike (of 100) two names of one skeleton must be to be spellings of one name."""

EARTH_KM = 6371.0088
"""Mean radius of the earth in kilometres."""

_MARKS = re.compile(r"[^a-z0-9]+")
_POSSESSIVE = re.compile(r"['’`]s\b")
_ARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "il",
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
        "at",
        "et",
        "an",
        "en",
        "adh",
        "edh",
        "ath",
        "eth",
    ]
)
_FUSED = re.compile(r"^al(?=[bcdfghjklmnpqrstvwxz][a-z]{3})")
_FOLDS = (("gh", "g"), ("kh", "k"), ("dh", "d"), ("th", "t"), ("ck", "k"), ("q", "k"), ("c", "k"), ("z", "s"), ("x", "ks"), ("ph", "f"))  # fmt: skip
_SHIFTED = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "aeiouwyh'")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return the form names are looked up by: ASCII, lower case, words with single spaces, no possessive."""
    return " ".join(_MARKS.sub(" ", _POSSESSIVE.sub("", anyascii(name).lower()).replace("'", "")).split())


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """Return the consonants that transliterations of one name share: articles dropped, digraphs folded, vowels gone.

    The words' skeletons are joined by a space; compare only where `SKELETON_MIN` consonants are left.
    """
    words = [word for word in name_key(name).split() if word not in _ARTICLES]
    parts = [_bare(_FUSED.sub("", word)) for word in words]
    return " ".join(part for part in parts if part)


def _bare(word: str) -> str:
    for old, new in _FOLDS:
        word = word.replace(old, new)
    word = word.replace("sh", "S")
    return _SHIFTED.sub(r"\1", word.translate(_VOWELS)).replace("S", "sh")


def likeness(a: str, b: str) -> float:
    """Return how alike two names sound, 0-100: vowels folded into three classes; 0 when they begin unlike or one is much longer."""
    one, two = _sounds(a), _sounds(b)
    if not one or not two or one[0] != two[0] or abs(len(one) - len(two)) > max(2, len(one) // 3):
        return 0.0
    return ratio(one, two)


_SOUNDS = str.maketrans("eyow", "iiuu")


@lru_cache(maxsize=65536)
def _sounds(name: str) -> str:
    words = [_FUSED.sub("", word) for word in name_key(name).split() if word not in _ARTICLES]
    joined = "".join(words)
    for old, new in _FOLDS:
        joined = joined.replace(old, new)
    return _SHIFTED.sub(r"\1", joined.translate(_SOUNDS))


SOUND_MARK = "~"
"""What sounds begin with where they stand among skeletons: no skeleton does."""

SOUND_MIN = 3
"""A sound of fewer letters is shared by unlike names."""

_LAST = re.compile(r"[aiuh]+$")


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """Return how a name sounds, which spellings of one transliterated name share: articles, doubled letters and an open last
    syllable dropped, vowels folded into three; "" where too little is left to tell names apart.

    It keeps more than `skeleton`, so that short names too can be compared ("Raqa", "Ar Raqqah").
    """
    kept = _LAST.sub("", _sounds(name))
    return kept if len(kept) >= SOUND_MIN else ""


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two (latitude, longitude) pairs in degrees."""
    (la, lo), (lb, lp) = ((radians(x), radians(y)) for x, y in (a, b))
    half = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin((lp - lo) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
