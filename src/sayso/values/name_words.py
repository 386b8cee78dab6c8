"""How one part of a name stands to a part of another: the same, a spelling, a pet form, an initial, a slip, or another name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sayso.lang.names import load_name_lore
from sayso.values.name_hanyu import pinyin
from sayso.values.name_parts import Part, Role
from sayso.values.name_sound import bones, budget, distance, sounds

__all__ = ["MOST_APART", "Relation", "Sureness", "WordMatch", "compare_parts", "joined_alike"]


class Relation(StrEnum):
    """How two parts stand to each other, from the surest; `OTHER` is no match."""

    SAME = "same"
    SPELLING = "spelling"
    LETTERS = "letters"
    NICKNAME = "nickname"
    INITIAL = "initial"
    TYPO = "typo"
    JUMBLED = "jumbled"
    OTHER = "other"


class Sureness(StrEnum):
    """What of two parts can be compared: their sounds, or as Chinese syllables; in one script without vowels only their
    letters; between such a script and others only consonants."""

    SOUNDS = "sounds"
    SYLLABLES = "syllables"
    LETTERS = "letters"
    BONES = "bones"


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A relation and what it costs: 0 for one word, up to 1; `slip` is the distance a slip of the pen would explain."""

    relation: Relation
    cost: float = 0.0
    slip: float = 0.0


_SAME = WordMatch(Relation.SAME)
_SPELLING = WordMatch(Relation.SPELLING, 0.05)
_LETTERS = WordMatch(Relation.LETTERS, 0.2)
_NICKNAME = WordMatch(Relation.NICKNAME, 0.3)
_INITIAL = WordMatch(Relation.INITIAL, 0.4)
_JUMBLED = WordMatch(Relation.JUMBLED, 0.5)
_OTHER = WordMatch(Relation.OTHER, 1.0)
TYPO = 0.3

LEAST_PET, LEAST_JUMBLED, LEAST_FUSED, LEAST_PIECE, LEAST_CUT = 3, 5, 6, 3, 2
LEAST_LONG, MOST_LONGER = (
    8,
    3,
)  # from how many sounds on a slip may make a word longer by more than a letter, and by how many
MOST_APART = 4  # letters by which parts written apart may differ in length from one that is their compound
_GENDERED = ("a", "u", "")
"""Last vowels that tell a man's name from a woman's: Paul and Paula, Angelo and Angela."""


@lru_cache(maxsize=262144)
def compare_parts(p: Part, q: Part, sureness: Sureness = Sureness.SOUNDS) -> WordMatch:
    """Compare two parts by what their scripts let one compare."""
    if Role.INITIAL in (p.role, q.role):
        return _initials(p, q)
    if p.text == q.text:
        return _SAME
    if sureness is Sureness.BONES:
        return _LETTERS if p.bone and p.bone == q.bone else _OTHER
    if sureness is Sureness.LETTERS:
        return _OTHER
    if sureness is Sureness.SYLLABLES and pinyin(p.text) & pinyin(q.text):
        return _LETTERS
    if p.first != q.first or p.last != q.last:
        return _compounds(p, q)
    return _cores(p, q)


def _initials(p: Part, q: Part) -> WordMatch:
    if p.text[:1] == q.text[:1]:
        return _SAME if p.text == q.text else _INITIAL
    return _OTHER


def _compounds(p: Part, q: Part) -> WordMatch:
    """Compare parts of which one only is a compound: the same sounds all the same, or another name."""
    far = distance(sounds(p.text), sounds(q.text))
    return _SPELLING if far == 0 else WordMatch(Relation.TYPO, TYPO, far) if far <= budget("abcd", "") else _OTHER


def _cores(p: Part, q: Part) -> WordMatch:
    known = bool(p.names and q.names)
    if p.names & q.names or (p.sound == q.sound and not known):
        return _SPELLING
    if found := _pets(p, q):
        return found
    if _cut(p, q) or _cut(q, p):
        return _INITIAL
    if known:
        return _OTHER
    if _fused(p, q) or _fused(q, p):
        return _SPELLING
    return _JUMBLED if _jumbled(p, q) else _slip(p, q)


def _pets(p: Part, q: Part) -> WordMatch | None:
    """Tell whether one part is a pet form of the other, or both are of one name."""
    if p.pets & (q.names | {q.core}) or q.pets & (p.names | {p.core}) or (p.pets & q.pets):
        return _NICKNAME
    return _NICKNAME if _pet_of(p, q) or _pet_of(q, p) else None


def _pet_of(short: Part, full: Part) -> bool:
    """Tell whether a given name is another's first syllable with -y or -ie ("Barry" of "Barack"), as English forms pets."""
    stem = short.core.removesuffix("ie").removesuffix("y")
    if stem == short.core or short.names or Role.GIVEN not in (short.role, full.role) or short.role is Role.FAMILY:
        return False
    stem = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    english = full.names.isdisjoint(load_name_lore().arabic)
    return LEAST_PET <= len(stem) < len(full.core) - 1 and full.core.startswith(stem) and english


def _cut(p: Part, q: Part) -> bool:
    """Tell whether one part is the other shortened, with a stop: "Alex.", "Alexander"."""
    return p.cut and len(p.core) >= LEAST_CUT and len(q.core) > len(p.core) + 1 and q.core.startswith(p.core)


def _fused(p: Part, q: Part) -> bool:
    """Tell whether one part is the other with an article or "son of" written to it: "Alkhatib", "Benkaddour"."""
    if len(p.core) < LEAST_FUSED:
        return False
    if q.role is Role.FATHER and p.core[:3] in {"ben", "bin"} and sounds(p.core[3:]) == q.sound:
        return True
    return p.core[:2] in {"al", "el"} and sounds(p.core[2:]) == q.sound


def _jumbled(p: Part, q: Part) -> bool:
    """Tell whether the letters stand in another order: backwards, or any where a capital stands inside the word."""
    if len(p.core) != len(q.core) or len(p.core) < LEAST_JUMBLED:
        return False
    if p.core == q.core[::-1]:
        return True
    return (p.jumbled or q.jumbled) and sorted(p.core) == sorted(q.core)


def _slip(p: Part, q: Part) -> WordMatch:
    """Compare two words as one miswritten; never where one letter makes a woman's name of a man's."""
    x, y = p.sound, q.sound
    most = budget(x, y)
    longer = abs(len(p.core) - len(q.core))
    if not most or longer > (1 if max(len(x), len(y)) < LEAST_LONG else MOST_LONGER) or _other_gender(x, y):
        return _OTHER
    far = distance(x, y)
    return WordMatch(Relation.TYPO, TYPO + far / 4, far) if far <= most else _OTHER


def _other_gender(x: str, y: str) -> bool:
    a, b = x.rstrip("aiu"), y.rstrip("aiu")
    ends = {x[len(a) :], y[len(b) :]}
    return a == b and "a" in ends and len(ends) == 2 and ends <= set(_GENDERED)


def joined_alike(parts: Sequence[Part], one: Part, sureness: Sureness = Sureness.SOUNDS) -> WordMatch:
    """Compare parts written apart with a part written as one: "Wei-min", "Weimin"."""
    joined = "".join(p.text for p in parts)
    if joined == one.text:
        return _SAME
    if Role.INITIAL in {p.role for p in (*parts, one)} or sureness is Sureness.LETTERS:
        return _OTHER
    if sureness is Sureness.BONES:
        return _LETTERS if bones(joined) == one.bone else _OTHER
    if sureness is Sureness.SYLLABLES and pinyin(joined) & pinyin(one.text):
        return _LETTERS
    return _joined_slip(parts, joined, one)


def _joined_slip(parts: Sequence[Part], joined: str, one: Part) -> WordMatch:
    x, y = sounds(joined), sounds(one.text)
    if x == y:
        return _SPELLING
    if abs(len(x) - len(y)) > 1 or min(len(p.text) for p in (*parts, one)) < LEAST_PIECE:
        return _OTHER  # a slip must not swallow a whole part
    far = distance(x, y)
    return WordMatch(Relation.TYPO, TYPO + far / 4, far) if far <= min(1.0, budget(x, y)) else _OTHER
