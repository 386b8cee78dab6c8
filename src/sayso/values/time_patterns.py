"""Patterns of times, compiled from a pack's `times` table into regular expressions with named words.

`{month} {day} ,? {year}` becomes one expression in which every word of a kind is an alternative; what a pattern matched
is read by its kind (`time_grammar`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.packs import Pack

__all__ = ["TimeTables", "time_tables"]

_GAP = r"[ \n]{1,3}"
_YEAR = r"(?:1\d{3}|20\d\d|\d{1,3}(?= ?(?:BC|AD|B\.C|BCE)))"


@dataclass(frozen=True, eq=False)
class TimeTables:
    """Patterns by kind with the words they read by; `trigger` tells at once whether a sentence holds any time."""

    trigger: re.Pattern[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    words: Mapping[str, Mapping[str, str]]
    doubtful: frozenset[str]
    before_doubtful: frozenset[str]
    before_year: frozenset[str]
    before_season: frozenset[str]
    bare_before: frozenset[str]
    bare_after: frozenset[str]
    ages: frozenset[str]
    future: frozenset[str]


@lru_cache(maxsize=16)
def time_tables(pack: Pack) -> TimeTables | None:
    """Compile a pack's tables; None for a language that knows no times."""
    table = pack.table("times")
    if "patterns" not in table:
        return None
    kinds = _kinds(table)
    patterns = tuple(
        (kind, re.compile(_expression(pattern, kinds)))
        for kind, lines in table["patterns"].items()
        for pattern in lines
    )
    sections = ("months", "weekdays", "parts", "seasons", "modifiers", "units", "numbers", "steps", "then_steps", "ordinals",
                "days", "references", "holidays", "set_words")  # fmt: skip
    words = {name: {str(k): str(v) for k, v in table.get(name, {}).items()} for name in sections}
    starters = {word for name in ("months", "weekdays", "units", "seasons", "days", "references", "holidays", "set_words", "parts")
                for word in words[name]}  # fmt: skip
    bare = table.get("bare", {})
    return TimeTables(
        re.compile(rf"(?i:\b(?:{_any(starters)})\b)|\d\d"), patterns, words,
        frozenset(table.get("doubtful", ())), frozenset(table.get("before_doubtful", ())),
        frozenset(table.get("before_year", ())), frozenset(table.get("before_season", ())),
        frozenset(bare.get("before", ())), frozenset(bare.get("after", ())), frozenset(table.get("ages", ())),
        frozenset(table.get("future", ())),
    )  # fmt: skip


def _any(words: Iterable[str]) -> str:
    """Return alternatives, longest first; a stop may follow a short form."""
    found = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", _GAP) for word in found) or "(?!)"


def _names(words: Iterable[str], capitals: bool) -> str:
    """Return alternatives for names; where a language writes them with a capital, only so."""
    forms = {form for word in words for form in ((word.capitalize(), word.upper()) if capitals else (word,))}
    long, short = ({form for form in forms if (len(form) > 5) is bigger} for bigger in (True, False))
    return rf"(?:{_any(long)}|(?:{_any(short)})\b(?:\.(?={_GAP}\d))?)\b" if capitals else rf"(?i:{_any(forms)})\b"


def _kinds(table: Mapping[str, object]) -> dict[str, str]:
    """Return the expression of each {kind} of word."""

    def words(key: str) -> Mapping[str, object]:
        found = table.get(key, {})
        return found if isinstance(found, Mapping) else {}

    capitals = bool(table.get("capitals"))
    after_day = r"[^\W\d_]" if table.get("dotted_days") else "[a-z]"
    decades = r"(?:1\d|20)\d0['’]?s|['’]\d0s"
    number = rf"\d{{1,3}}(?:[.,]\d)?|(?i:{_any(words('numbers'))})(?:[ -](?i:{_any(words('numbers'))}))?"
    clock = r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?(?i:[ap]\.?m\.?)(?!\w)| ?hrs\b)?|\d{1,2} ?(?i:[ap]\.m\.|[ap]m)(?!\w)|\d{4} ?(?:hours|hrs)\b"
    kinds = {
        "month": _names(words("months"), capitals),
        "weekday": _names(words("weekdays"), capitals),
        "day": rf"\d{{1,2}}(?:st|nd|rd|th|\.(?={_GAP}{after_day}))?(?![\d:%])(?![.,]\d)",
        "year": rf"{_YEAR}(?![\d%])(?![.,]\d)",
        "era": r"(?:BC|AD|B\.C\.?|A\.D\.?|BCE|CE)\b\.?",
        "decade": decades,
        "ordinal": rf"\d{{1,2}}(?:st|nd|rd|th)|(?i:{_any(words('ordinals'))})",
        "clock": clock,
        "num": number,
        "isodate": r"\d{4}-\d\d-\d\d(?!\d)(?:T\d\d:\d\d(?::\d\d)?)?",
        "slashdate": r"(?!)",
        "about": rf"(?i:{_any(_listed(table, 'about'))})",
        "every": rf"(?i:{_any(words('sets'))})",
    }
    plain = {"part": "parts", "season": "seasons", "mod": "modifiers", "unit": "units", "step": "steps", "thenstep": "then_steps",
             "dayword": "days", "reference": "references", "holiday": "holidays", "setword": "set_words"}  # fmt: skip
    kinds |= {kind: rf"(?i:{_any(words(key))})" for kind, key in plain.items()}
    return kinds


def _listed(table: Mapping[str, object], key: str) -> list[str]:
    found = table.get(key, {})
    return list(found.get("words", ())) if isinstance(found, Mapping) else []


def _expression(pattern: str, kinds: Mapping[str, str]) -> str:
    """Turn one pattern line into a regular expression; a comma belongs to what follows it."""
    out, begun, seen, comma = "", False, set[str](), ""
    for element in pattern.split(" "):
        if element.startswith(","):
            comma = ",?"
            continue
        glued = element.startswith("~")
        piece, optional = _piece(element.removeprefix("~"), kinds, seen)
        if not begun:
            out += rf"(?:{piece}(?:,?{_GAP}|(?<=-)))?" if optional else piece
            begun = not optional
        else:
            gap = comma + (r"[ \n]{0,3}" if glued else _GAP)
            out += rf"(?:{gap}{piece})?" if optional else gap + piece
        comma = ""
    return rf"(?<![\w.,/:-]){out}(?!\w)" if pattern.startswith(("{isodate", "{clock")) else rf"(?<!\w){out}(?!\w)"


def _piece(element: str, kinds: Mapping[str, str], seen: set[str]) -> tuple[str, bool]:
    """Return the expression of one word of a pattern, and whether it may be missing."""
    optional = element.endswith(("?", "?}"))
    element = element.removesuffix("?")
    if element.startswith("{"):
        name = element.strip("{}?")
        group = name if name not in seen else f"{name}2"
        seen.add(name)
        return rf"(?P<{group}>{kinds[name]})", optional
    if not element.strip("-"):
        return "[-‐‑–]", optional
    return rf"(?i:{'|'.join(re.escape(word) for word in element.split('/'))})", optional
