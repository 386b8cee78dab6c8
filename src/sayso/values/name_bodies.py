"""Names of companies, bodies and ships: legal forms, short words, numbers and first letters; stricter than names of people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from sayso.lang.names import load_body_lore
from sayso.values.name_sound import distance, sounds
from sayso.values.name_verdict import Reason, Verdict

__all__ = ["BodyName", "compare_bodies", "compare_vessels", "is_body", "parse_body"]

LEAST_SOUND, LEAST_SLIP, LEAST_JOINED = 5, 7, 9
"""Letters from which words may differ in spelling, in a sound, and from which joined names may."""

SLIP = 1.0
"""How far two words of bodies' names may lie apart: one letter more or less."""

_BRACKETS = re.compile(r"\([^()]*\)")
_POSSESSIVE = re.compile(r"['’]s\b")
_DOTTED = re.compile(r"\b(?:[a-zA-Z]\.){2,}(?:[a-zA-Z]\b)?")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z]{2})")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_WORDS = re.compile(r"[a-z]+|\d+(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name taken apart: telling words in order, numbers, legal forms; `first_letters` with fillers and without."""

    words: tuple[str, ...]
    numbers: tuple[str, ...]
    forms: frozenset[str]
    first_letters: frozenset[str]

    @property
    def joined(self) -> str:
        """Return all that tells, in one word."""
        return "".join(self.words)


@lru_cache(maxsize=16384)
def parse_body(text: str) -> BodyName:
    """Take a body's name apart."""
    lore = load_body_lore()
    plain = _POSSESSIVE.sub("", _BRACKETS.sub(" ", text) if _BRACKETS.sub("", text).strip() else text)
    plain = anyascii(plain).replace("%", " percent ").replace("'", "").replace("&", " and ")
    plain = _GLUED.sub(" ", _DOTTED.sub(lambda m: m.group().replace(".", ""), plain)).lower()
    words, forms = _formless(_WORDS.findall(plain))
    words = [_ORDINAL.sub(r"\1", lore.numbers.get(w, lore.short.get(w, w))) for w in words]
    telling = [w for w in words if w not in lore.fillers] or words
    letters = {"".join(w[0] for w in some) for some in (words, telling)}
    numbers = tuple(sorted(w for w in telling if w.isdigit()))
    return BodyName(tuple(telling), numbers, frozenset(forms), frozenset(letters))


def is_body(text: str) -> bool:
    """Tell whether a name shows by its words that it is no person's: a legal form or a number."""
    name = parse_body(text)
    return bool(name.forms or name.numbers)


def _formless(words: list[str]) -> tuple[list[str], set[str]]:
    """Take legal forms off the beginning and the end."""
    forms: set[str] = set()
    longest = max(map(len, load_body_lore().forms))
    for at_end in (True, False, True):
        for length in range(min(longest, len(words) - 1), 0, -1):
            some = tuple(words[-length:] if at_end else words[:length])
            form = load_body_lore().forms.get(some)
            if form:
                words = words[:-length] if at_end else words[length:]
                forms.add(form)
                break
    return words, forms


def compare_bodies(a: str, b: str) -> Verdict:
    """Compare the names of two bodies."""
    x, y = parse_body(a), parse_body(b)
    if not x.words or not y.words:
        return Verdict(Reason.EMPTY)
    if x.forms and y.forms and x.forms.isdisjoint(y.forms):
        return Verdict(Reason.FORM, between=(min(x.forms), min(y.forms)))
    if x.numbers != y.numbers:
        return Verdict(Reason.NUMBER, between=(" ".join(x.numbers), " ".join(y.numbers)))
    if x.joined == y.joined:
        return Verdict(Reason.SAME, True, True, likeness=1.0)
    if _acronym(x, y) or _acronym(y, x):
        return Verdict(Reason.ACRONYM, True, True, likeness=0.7)
    return _words(x, y)


def _acronym(short: BodyName, full: BodyName) -> bool:
    return (
        len(short.words) == 1 and len(full.words) > 1 and len(short.joined) > 1 and short.joined in full.first_letters
    )


def _words(x: BodyName, y: BodyName) -> Verdict:
    """Compare word by word, in any order; a part of the world or "company" may be left out, nothing else."""
    even = len(x.words) == len(y.words)
    if even and all(map(_alike, x.words, y.words)):
        return Verdict(Reason.VARIANT, True, True, likeness=0.9)
    if even and sorted(x.words) == sorted(y.words):
        return Verdict(Reason.VARIANT, True, True, likeness=0.8)
    if not even and min(len(x.joined), len(y.joined)) >= LEAST_JOINED and _near(x.joined, y.joined):
        return Verdict(Reason.VARIANT, True, True, likeness=0.8)
    return _shorter(x, y)


def _shorter(x: BodyName, y: BodyName) -> Verdict:
    """Compare what is left when words that tell little are left out of the one name that has them."""
    lore = load_body_lore()
    for loose in (lore.houses, lore.regions):
        left, right = (tuple(w for w in n.words if w not in loose) for n in (x, y))
        one_sided = (left == x.words) != (right == y.words)
        if left and one_sided and len(left) == len(right) and all(map(_alike, left, right)):
            return Verdict(Reason.FULLER, True, True, 1 if right == y.words else -1, 0.7)
    return Verdict(Reason.WORDS)


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if a.isdigit() or b.isdigit() or min(len(a), len(b)) < LEAST_SOUND:
        return False
    return sounds(a) == sounds(b) or (min(len(a), len(b)) >= LEAST_SLIP and _near(a, b))


def _near(a: str, b: str) -> bool:
    return abs(len(a) - len(b)) <= 2 and distance(sounds(a), sounds(b)) <= SLIP


def compare_vessels(a: str, b: str) -> Verdict:
    """Compare the names of two ships, what stands before them ("MV") aside."""
    x, y = (_ship(parse_body(name)) for name in (a, b))
    if x == y:
        return Verdict(Reason.SAME, True, True, likeness=1.0)
    return _words(x, y) if x.words and y.words and x.numbers == y.numbers else Verdict(Reason.NUMBER)


def _ship(name: BodyName) -> BodyName:
    words = name.words[1:] if len(name.words) > 1 and name.words[0] in load_body_lore().vessels else name.words
    return BodyName(words, name.numbers, frozenset(), frozenset())
