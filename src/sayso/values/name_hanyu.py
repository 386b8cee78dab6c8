"""Chinese names in Latin letters: the pinyin that a word may be, whichever of the two common ways it is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from sayso.lang.names import load_hanyu_lore

__all__ = ["is_pinyin", "pinyin"]

MOST_SYLLABLES = 3
LONGEST = 6 * MOST_SYLLABLES
"""Letters of the longest word read as Chinese."""


@lru_cache(maxsize=16384)
def pinyin(word: str) -> frozenset[str]:
    """Return the ways to read a word (lower case, without apostrophes) as up to three Chinese syllables, in pinyin."""
    read = {word} if is_pinyin(word) else set()
    return frozenset(read | set(_readings(word, MOST_SYLLABLES, old=True))) if _may_be(word) else frozenset()


@lru_cache(maxsize=16384)
def is_pinyin(word: str) -> bool:
    """Tell whether a word is pinyin as it stands; Chinese words that are not are written in the older way."""
    return _may_be(word) and any(True for _ in _readings(word, MOST_SYLLABLES, old=False))


def _may_be(word: str) -> bool:
    return word.isalpha() and len(word) <= LONGEST


def _readings(word: str, syllables: int, *, old: bool) -> Iterator[str]:
    """Yield each way to read a whole word as at most so many syllables."""
    if not word:
        yield ""
    elif syllables:
        for length in range(1, min(6, len(word)) + 1):
            first = _syllable(word[:length], old=old)
            if first:
                for rest in sorted(set(_readings(word[length:], syllables - 1, old=old))):
                    yield from (syllable + rest for syllable in first)


@lru_cache(maxsize=4096)
def _syllable(text: str, *, old: bool) -> tuple[str, ...]:
    """Return what a string may be as one syllable, in pinyin; nothing when it is none."""
    lore = load_hanyu_lore()
    begins: Mapping[str, tuple[str, ...]] = {b: (b,) for b in ("", *lore.begin)}
    ends: Mapping[str, tuple[str, ...]] = {e: (e,) for e in sorted(lore.end)}
    if old:
        begins, ends = {**begins, **lore.old_begin}, {**ends, **lore.old_end}
    found = {
        begin + end
        for at in range(3)
        for begin in begins.get(text[:at], ())
        for end in ends.get(text[at:], ())
        if _sounds(begin, end)
    }
    return tuple(sorted(found))


def _sounds(begin: str, end: str) -> bool:
    """Tell whether a beginning takes an end: j, q, x only before i and u, their likes never before i with more."""
    if not begin:
        return end[0] in "aeo"
    if begin in {"j", "q", "x"}:
        return end[0] in "iu" and end not in {"ua", "uo", "uai", "ui", "uang"}
    if begin in {"zh", "ch", "sh", "r", "z", "c", "s", "g", "k", "h", "f", "w"}:
        return end[0] != "i" or (end == "i" and begin not in "gkhfw")
    return True
