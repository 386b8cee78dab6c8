"""Patterns of times, compiled from a pack's `times` table into regular expressions with named words.

`{month} {day} ,? {year}` becomes one expression in which every word of a kind is an alternative; what a pattern matched
is read by its kind (`time_readers`). `=> step=-1` at the end of a pattern gives the reader what the words alone do not
say; what stands after `&` must follow but is not part of the time. A pattern is tried only on sentences that hold a
word or a digit for each of its parts, so that reading many patterns costs little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.packs import Pack

__all__ = ["DIGIT", "Pattern", "TimeTables", "time_tables"]

DIGIT = "0"
"""Stands among the words of a sentence for "there are digits"."""

_GAP = r"[ \n]{1,3}"
_YEAR = r"(?:1\d{3}|20\d\d|\d{1,3}(?= ?(?:BC|AD|B\.C|BCE)))"
_TOKEN = re.compile(r"[^\W\d_]+")
_CLOCK = (
    r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?(?i:[ap]\.?m\.?)(?!\w)| ?hrs\b)?|\d{1,2} ?(?i:[ap]\.m\.|[ap]m)(?!\w)"
    r"|\d{4} ?(?:hours|hrs)\b"
)
_WORDED = {
    "part": "parts", "season": "seasons", "mod": "modifiers", "unit": "units", "step": "steps", "thenstep": "then_steps",
    "dayword": "days", "reference": "references", "holiday": "holidays", "setword": "set_words", "about": "about",
    "every": "sets", "zone": "zones", "clockword": "clock_words", "article": "articles", "many": "many", "row": "rows",
    "often": "often",
}  # fmt: skip
"""Kinds of words that are plain lists, and the section of the pack that lists them."""

_SECTIONS = (*_WORDED.values(), "months", "weekdays", "numbers", "ordinals", "decade_words", "decade_ends")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern: how it is read, its expression, what it says beside its words, and the words a sentence must hold."""

    kind: str
    expression: re.Pattern[str]
    settings: Mapping[str, str]
    needs: frozenset[frozenset[str]]


@dataclass(frozen=True, eq=False)
class TimeTables:
    """Patterns with the words they read by, and lists of words beside which something is or is no time."""

    patterns: tuple[Pattern, ...]
    needs: frozenset[frozenset[str]]
    words: Mapping[str, Mapping[str, str]]
    lists: Mapping[str, frozenset[str]]
    day_first: bool

    def candidates(self, tokens: frozenset[str]) -> Iterator[tuple[int, Pattern]]:
        """Yield, numbered, the patterns that a sentence of these words (lower case, `DIGIT` for digits) can hold."""
        missing = {need for need in self.needs if need.isdisjoint(tokens)}
        for order, pattern in enumerate(self.patterns):
            if missing.isdisjoint(pattern.needs):
                yield order, pattern

    def listed(self, key: str) -> frozenset[str]:
        """Return a list of words of the pack by its key; empty where the language has none."""
        return self.lists.get(key, frozenset())


@lru_cache(maxsize=16)
def time_tables(pack: Pack) -> TimeTables | None:
    """Compile a pack's tables; None for a language that knows no times."""
    table = pack.table("times")
    if "patterns" not in table:
        return None
    words = {name: {str(k): str(v) for k, v in table.get(name, {}).items()} for name in _SECTIONS}
    kinds, keys = _kinds(table, words), _keys(words)
    glues = bool(table.get("glues"))
    patterns = tuple(
        _compiled(kind, line, kinds, keys, glues=glues) for kind, lines in table["patterns"].items() for line in lines
    )
    lists = {key: frozenset(value) for key, value in table.items() if isinstance(value, list)}
    needs = frozenset[frozenset[str]]().union(*(pattern.needs for pattern in patterns))
    return TimeTables(patterns, needs, words, lists, bool(table.get("day_first")))


def _any(words: Iterable[str]) -> str:
    """Return alternatives, longest first; a stop may follow a short form."""
    found = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", _GAP) for word in found) or "(?!)"


def _names(words: Iterable[str], capitals: bool) -> str:
    """Return alternatives for names; where a language writes them with a capital, only so."""
    forms = {form for word in words for form in ((word.capitalize(), word.upper()) if capitals else (word,))}
    long, short = ({form for form in forms if (len(form) > 5) is bigger} for bigger in (True, False))
    return rf"(?:(?:{_any(long)})\b|(?:{_any(short)})\b(?:\.(?={_GAP}\d))?)" if capitals else rf"(?i:{_any(forms)})"


def _kinds(table: Mapping[str, object], words: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the expression of each {kind} of word."""
    capitals = bool(table.get("capitals"))
    after_day = r"[^\W\d_]" if table.get("dotted_days") else "[a-z]"
    zones = _any(words["zones"])
    bare_hour = rf"|\d{{1,2}}(?![\d:%]|[.,]\d)|(?i:{_any(_hours(words['numbers']))})" if table.get("bare_hours") else ""
    kinds = {
        "month": _names(words["months"], capitals),
        "weekday": _names(words["weekdays"], capitals),
        "day": rf"\d{{1,2}}(?:st|nd|rd|th|\.(?={_GAP}{after_day}))?(?![\d:%])(?![.,]\d)",
        "year": rf"{_YEAR}(?![\d%])(?![.,]\d)",
        "era": r"(?:BC|AD|B\.C\.?|A\.D\.?|BCE|CE)\b\.?",
        "decade": _decades(words["decade_ends"], words["decade_words"]),
        "ordinal": rf"\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}\.(?= )|(?i:{_any(words['ordinals'])})",
        "clock": rf"{_CLOCK}|\d{{4}}(?= ?(?i:{zones})\b)",
        "hour": rf"{_CLOCK}{bare_hour}",
        "num": _number(words["numbers"]),
        "isodate": r"\d{4}-\d\d-\d\d(?!\d)(?:T\d\d:\d\d(?::\d\d)?)?",
        "numdate": r"\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/)(?:19|20)\d\d(?![./]?\d)",
    }
    return kinds | {kind: rf"(?i:{_any(words[section])})" for kind, section in _WORDED.items()}


def _hours(numbers: Mapping[str, str]) -> list[str]:
    """Return the words for the hours of a clock."""
    return [word for word, value in numbers.items() if value.isdigit() and 1 <= int(value) <= 12]


def _decades(ends: Iterable[str], named: Iterable[str]) -> str:
    """Return decades in digits ("1990s", "90-tallet", but "90s" only with its apostrophe: it may be an age) and by name."""
    tails, long = _any(ends), _any(end for end in ends if len(end) > 1)
    return rf"(?:(?:1\d|20)\d0[-’']?|['’]\d0)(?:{tails})|\d0-?(?:{long})|(?i:{_any(named)})"


def _number(numbers: Mapping[str, str]) -> str:
    """Return digits, a word, or tens with ones ("twenty-four")."""
    tens = [word for word, value in numbers.items() if value.isdigit() and int(value) >= 20]
    ones = [word for word, value in numbers.items() if len(value) == 1 and value.isdigit() and len(word) > 2]
    return rf"\d{{1,3}}(?:[.,]\d)?|(?i:(?:{_any(tens)})[ -](?:{_any(ones)})|{_any(numbers)})"


def _keys(words: Mapping[str, Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """Return, for each kind, words of which one stands in every sentence that holds the kind."""
    keys = {kind: _first_words(words[section]) for kind, section in _WORDED.items()}
    keys |= {kind: _first_words(words[f"{kind}s"]) for kind in ("month", "weekday")}
    digits = frozenset({DIGIT})
    keys |= {"num": _first_words(words["numbers"]) | digits, "ordinal": _first_words(words["ordinals"]) | digits}
    keys["decade"] = _first_words(words["decade_words"]) | digits
    keys["hour"] = _first_words(words["numbers"]) | digits
    return keys | dict.fromkeys(("day", "year", "clock", "isodate", "numdate"), digits)


def _first_words(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(found.group() for entry in entries if (found := _TOKEN.search(entry)))


def _compiled(
    kind: str, line: str, kinds: Mapping[str, str], keys: Mapping[str, frozenset[str]], *, glues: bool
) -> Pattern:
    pattern, _, given = line.partition(" => ")
    settings = dict(setting.split("=") for setting in given.split())
    main, _, ahead = pattern.partition(" & ")
    seen: set[str] = set()
    gap = r"[ \n]{0,3}" if ahead.startswith("~") else _GAP
    out = _expression(main, kinds, seen)
    out += f"(?={gap}{_expression(ahead.removeprefix('~'), kinds, seen)})" if ahead else ""
    before = r"(?<![\w.,/:-])" if main.startswith(("{isodate", "{clock", "{numdate", "{hour")) else r"(?<!\w)"
    return Pattern(kind, re.compile(rf"{before}{out}"), settings, _needs(main, {} if glues and "~" in main else keys))


def _needs(pattern: str, keys: Mapping[str, frozenset[str]]) -> frozenset[frozenset[str]]:
    """Return what a sentence must hold for each part of a pattern that may not be missing; nothing without `keys`."""
    found = []
    for element in pattern.split(" ") if keys else ():
        name = element.strip("~{}")
        if element.endswith(("?", "?}")) or not _TOKEN.search(element):
            continue
        if "{" in element:
            found += [keys[name]] if name in keys else []
        else:
            found.append(_first_words(element.lower().split("/")))
    return frozenset(found)


def _expression(pattern: str, kinds: Mapping[str, str], seen: set[str]) -> str:
    """Turn one pattern line into a regular expression; a comma belongs to what follows it."""
    out, begun, comma = "", False, ""
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
    return rf"{out}(?!\w)"


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
