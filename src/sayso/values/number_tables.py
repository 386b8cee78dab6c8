"""The number words of one language, compiled from its pack for the grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.packs import Pack
from sayso.values.amount import Bound
from sayso.values.atoms import Phrases

__all__ = ["NumberTables", "number_tables"]


@dataclass(frozen=True, eq=False)
class NumberTables:
    """What the grammar asks a language: see the comments in `numbers.toml` for each key."""

    thousands: frozenset[str]
    decimal: str
    joiners: frozenset[str]
    one: frozenset[str]
    linkers: frozenset[str]
    range_words: frozenset[str]
    change_words: frozenset[str]
    frames: Mapping[str, str]
    ordinals: frozenset[str]
    units: Mapping[str, int]
    scales: Mapping[str, int]
    plural_scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    vague: Phrases[tuple[float, float]]
    weak: frozenset[str]
    fractions: Phrases[float]
    before: Phrases[Bound]
    after: Phrases[Bound]
    some: frozenset[str]
    softeners: Phrases[None]
    measures: Phrases[str]
    money: Phrases[str]
    starters: frozenset[str]


@lru_cache(maxsize=16)
def number_tables(pack: Pack) -> NumberTables:
    """Compile a pack's `numbers` table; a language without one reads digits only."""
    table = pack.table("numbers")
    units: dict[str, int] = dict(table.get("units", {}))
    if table.get("joined"):
        units |= _joined(units, table["joined"])
    scales: dict[str, int] = dict(table.get("scales", {}))
    vague = {words: (float(low), float(high)) for words, (low, high) in table.get("vague", {}).items()}
    plural = {
        word: int(low // 2)
        for word, (low, high) in vague.items()
        if low // 2 in scales.values() and high == low * 5 - 1
    }
    fractions: dict[str, float] = dict(table.get("fractions", {}))
    one = frozenset(table.get("one", ()))
    starters = {*units, *scales, *one, *(words.split()[0] for words in (*vague, *fractions))}
    return NumberTables(
        frozenset(table.get("thousands", ",")), table.get("decimal", "."), frozenset(table.get("joiners", ())), one,
        frozenset(table.get("linkers", ())), frozenset(table.get("range_words", ())), frozenset(table.get("change_words", ())),
        dict(table.get("range_frames", ())), frozenset(table.get("ordinal_endings", ())), units, scales, plural,
        dict(table.get("suffixes", {})), Phrases(vague), frozenset(table.get("weak", {}).get("words", ())), Phrases(fractions),
        Phrases({k: Bound(v) for k, v in table.get("before", {}).items()}),
        Phrases({k: Bound(v) for k, v in table.get("after", {}).items()}),
        frozenset(table.get("some", ())), Phrases(dict.fromkeys(table.get("softeners", {}).get("words", ()))),
        Phrases(table.get("units_of_measure", {})), Phrases(table.get("money", {})), frozenset(starters),
    )  # fmt: skip


def _joined(units: Mapping[str, int], by: str | bool) -> dict[str, int]:
    """Tens and ones written as one word ("tjueto"), or ones and tens `by` a word between ("einundzwanzig")."""
    tens = {word: value for word, value in units.items() if value >= 20}
    ones = {word: value for word, value in units.items() if 0 < value < 10}
    return {
        f"{one}{by}{ten}" if isinstance(by, str) else ten + one: tens[ten] + ones[one] for ten in tens for one in ones
    }
