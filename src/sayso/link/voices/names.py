"""Whether two personal names can be one person's: same surname however written, given names that do not speak against it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sayso.values.name import fold_word, given_alike, name_parts, same_word

__all__ = ["same_person", "same_surname", "surname_key", "word_key"]

_JOINED = frozenset({"abdul", "abdel", "abd", "abu"})


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """Return the consonants of one word of a name, spelling differences folded: what words must share to be compared."""
    parts = name_parts(word)
    folded = fold_word("".join(parts)) if parts else ""
    first = "'" if folded[:1] in set("aeiou") else folded[:1]
    kept = first + "".join(c for c in folded[1:] if c not in "aeiouhv")
    return "".join(c for i, c in enumerate(kept) if i == 0 or kept[i - 1] != c)


def surname_key(name: Sequence[str]) -> str:
    """Return the key of a name's last word."""
    parts = _parts(name)
    return word_key(parts[-1]) if parts else ""


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
    return all(any(given_alike(s, g) for g in long) for s in short)


def same_surname(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether the last words of two names are one word however written."""
    x, y = _parts(a), _parts(b)
    return bool(x) and bool(y) and same_word(x[-1], y[-1])


def _parts(name: Sequence[str]) -> list[str]:
    """Return the words that count: particles go, "Abdul Razaq" and "Abdul-Razzaq" become one word each way."""
    out: list[str] = []
    join = ""
    for word in name_parts(" ".join(name), frozenset()) if name else ():
        if word in _JOINED:
            join = word
        else:
            out.append(join + word)
            join = ""
    return out + ([join] if join else [])
