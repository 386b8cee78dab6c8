"""How the words of names sound: one key for the spellings of one sound, and what it costs to hear one word as another."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

__all__ = ["bones", "budget", "distance", "sounds"]

VOWELS = frozenset("aiu")

# Spellings of one sound, longest first. Capitals stand for sounds that Latin letters write with several:
# S as in "ship", C as in "chip", J as in "jam"; vowels fall into three classes, as transliterators mix them so.
_SPELLINGS = (
    ("shch", "S"),
    ("stsch", "S"),
    ("tsch", "C"),
    ("sch", "S"),
    ("tch", "C"),
    ("dzh", "J"),
    ("dsch", "J"),
    ("sh", "S"),
    ("zh", "J"),
    ("cz", "C"),
    ("dj", "J"),
    ("cs", "C"),
    ("tz", "ts"),
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ck", "k"),
    ("ch", "C"),
    ("cq", "k"),
    ("qu", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("z", "s"),
)
_BEFORE = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"^mac(?=[bdfgklmnprst])"), "mc"),
    (re.compile(r"chr"), "kr"),
    (re.compile(r"(?<=[aiou])que$"), "k"),
    (re.compile(r"(?<=ll|nn|tt)e$"), ""),  # mute, as in "Yvonne"
    (re.compile(r"sc(?=[eiy])"), "s"),
    (re.compile(r"(?<=[aeiou])w(?=[bdfgklmnprstz]|$)"), "u"),  # "Dowburg": a vowel's second half
    (re.compile(r"^(?:j(?=[aou][hk]|ü)|yu)"), "iu"),
    (re.compile(r"(?<=[aeiou])j(?=[^aeiouy]|$)"), "i"),  # "Sergej"
    (re.compile(r"(?<=[aeiouy])h(?=[^aeiouy]|$)"), ""),  # "Saleh": breath
)
_AFTER = (
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"c"), "k"),
    (re.compile(r"j"), "J"),
    (re.compile(r"ae|oe|ue"), lambda m: m.group()[0]),  # "Mueller"
)
_CLASSES = str.maketrans("eoy", "iui")
_TWICE = re.compile(r"(.)\1+")

_LIKE = frozenset(
    frozenset(pair)
    for pair in ("td", "pb", "kg", "Ss", "SC", "Ck", "Jg", "Ji", "JC", "JS", "vf", "vb", "vu", "mn", "hk", "hg")
)
"""Pairs of sounds that are mixed up in hearing or between systems of transliteration."""

SMALL, VOWEL, WHOLE, WIDE, FAR = 0.5, 0.6, 1.0, 1.2, 1.5
"""Costs: of a sound that is like, a vowel more or less, a consonant more or less, i for u, and of an unlike sound."""

MOST_EDITS = 3
"""More edits than a slip can have: each costs `SMALL` at least; beyond them the distance is only counted in edits."""

LONGEST = 64
"""Sounds of the longest word whose slips are weighed; longer ones are no names."""

_BUDGETS = ((3, 0.0), (4, 0.6), (8, 1.0))
BUDGET = 1.5
"""How much a slip of the pen may cost in words of up to so many sounds; in longer ones `BUDGET`."""


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """Return the sounds of one word in lower-case ASCII: "Schedrovin" and "Shchedrovin" are both "Sidruvin"."""
    for pattern, new in _BEFORE:
        word = pattern.sub(new, word)
    for old, written in _SPELLINGS:
        word = word.replace(old, written)
    for pattern, by in _AFTER:
        word = pattern.sub(by, word)
    return _TWICE.sub(r"\1", word.replace("ou", "u").translate(_CLASSES))


@lru_cache(maxsize=65536)
def bones(word: str) -> str:
    """Return what is left of a word's sounds between scripts that write no vowels or mix l and r: its consonants, paired."""
    kept = "".join(c for c in sounds(word.replace("w", "u").replace("ng", "n")) if c not in VOWELS and c != "h")
    return _TWICE.sub(r"\1", kept.translate(str.maketrans("rdbgSCJv", "ltpksksf")))


def budget(x: str, y: str) -> float:
    """Return the cost up to which two words, given as sounds, may be one word miswritten."""
    longest = max(len(x), len(y))
    return next((most for length, most in _BUDGETS if longest <= length), BUDGET)


@lru_cache(maxsize=65536)
def distance(x: str, y: str) -> float:
    """Return what it costs to make one word's sounds the other's; symmetric, 0 for equal ones."""
    if x == y:
        return 0.0
    edits = OSA.distance(x, y, score_cutoff=MOST_EDITS)
    if edits > MOST_EDITS or max(len(x), len(y)) > LONGEST:
        return float(edits)
    before: list[float] = []
    row = [0.0]
    for j, d in enumerate(y):
        row.append(row[-1] + _extra(d, first=j == 0))
    for i, c in enumerate(x):
        above, row, older = row, [row[0] + _extra(c, first=i == 0)], before
        for j, d in enumerate(y):
            best = min(
                above[j] + _change(c, d, first=i == j == 0),
                above[j + 1] + _extra(c, first=i == 0),
                row[j] + _extra(d, first=j == 0),
            )
            if i and j and c == y[j - 1] and d == x[i - 1] and c != d:
                best = min(best, older[j - 1] + WHOLE)
            row.append(best)
        before = above
    return row[-1]


def _extra(sound: str, *, first: bool) -> float:
    return VOWEL if sound in "aiuh" and not (first and sound != "h") else WHOLE


def _change(c: str, d: str, *, first: bool) -> float:
    if c == d:
        return 0.0
    more = SMALL if first else 0.0
    if c in VOWELS and d in VOWELS:
        return (WIDE if {c, d} == {"i", "u"} else SMALL) + more
    return (SMALL if frozenset((c, d)) in _LIKE else WHOLE if {c, d} == {"l", "r"} else FAR) + more
