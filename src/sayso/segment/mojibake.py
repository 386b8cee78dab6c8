"""Letters broken on their way here: UTF-8 that somebody once read as Windows-1252 or Latin-1 ("Ã¸" for "ø").

Only what can be nothing else is mended, and only in the view (MODEL §1): one character and fillers in place of two or
three, so that every offset stays. Marks of quotation and dashes are filled with spaces, on the side away from the words
they stand at; letters and apostrophes with `FILLER`, which a parser is not shown.
"""

from __future__ import annotations

import re
from functools import cache

__all__ = ["FILLER", "find_broken", "mend"]

FILLER = "\u2060"  # word joiner: takes no room, parts no word, and hardly ever stands in a text
OPENING = "“‘„«‚"
CLOSING = "”»…"
DASHES = "–—•"
APOSTROPHES = "’′"
LETTERS = (*map(chr, range(0xC0, 0x180)), "Ș", "ș", "Ț", "ț", "ẞ")
SIGNS = "\u00a0§©®°±²³·¹º»¼½¾¿¡«€£¥"
TELLTALES = frozenset("ÃÂâÅÄÈáÐ")


def find_broken(text: str) -> tuple[int, int]:
    """Return how many broken letters a text holds, and where the first stands (-1: nowhere)."""
    found = [match.start() for match in _pattern().finditer(text)] if _may_hold(text) else []
    return len(found), found[0] if found else -1


def mend(text: str) -> str:
    """Return `text` with broken letters mended, of the same length."""
    return _pattern().sub(_filled, text) if _may_hold(text) else text


def _may_hold(text: str) -> bool:
    return not TELLTALES.isdisjoint(text)


def _filled(match: re.Match[str]) -> str:
    broken = match.group()
    meant, missing = _table()[broken], len(broken) - 1
    if meant in OPENING:
        return " " * missing + meant
    if meant in CLOSING:
        return meant + " " * missing
    if meant in DASHES:
        return " " * (missing - missing // 2) + meant + " " * (missing // 2)
    return meant + FILLER * missing


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_table(), key=lambda broken: (-len(broken), broken)))))


@cache
def _table() -> dict[str, str]:
    """Map each broken form to the character that was meant; a form that might be meant itself is left out."""
    found: dict[str, str] = {}
    for meant in (*OPENING, *CLOSING, *DASHES, *APOSTROPHES, *LETTERS, *SIGNS):
        for form in _broken_forms(meant):
            if _is_certain(form):
                found.setdefault(form, meant)
    return found | {"â€\ufffd": "”", "â€": "”", "â€\x9d": "”"}


def _broken_forms(meant: str) -> list[str]:
    once = [form for form in (_misread(meant, "cp1252"), _misread(meant, "latin-1")) if form]
    twice = [form for form in (_misread(form, "cp1252") for form in once) if form]
    return once + twice


def _misread(text: str, encoding: str) -> str:
    try:
        return text.encode().decode(encoding)
    except UnicodeDecodeError:
        return ""


def _is_certain(form: str) -> bool:
    """Tell whether a form is no text of its own: a capital with an accent and then a sign that no word goes on with."""
    return len(form) >= 2 and any(not char.isalpha() or char in "ªº" for char in form[1:])
