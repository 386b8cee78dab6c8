"""What is known of names: `names.toml` as look-up tables."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["BodyLore", "HanyuLore", "NameLore", "load_body_lore", "load_hanyu_lore", "load_name_lore"]


@dataclass(frozen=True, slots=True)
class NameLore:
    """Given names by spelling (each with the names it may be), pet forms, and the small words of names."""

    given: Mapping[str, frozenset[str]]
    arabic: frozenset[str]
    nicknames: Mapping[str, frozenset[str]]
    parts: Mapping[str, frozenset[str]]
    before: frozenset[str]
    after: frozenset[str]
    generations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BodyLore:
    """Legal forms by their words, short words in full, numerals, filling words and what stands before ships' names."""

    forms: Mapping[tuple[str, ...], str]
    short: Mapping[str, str]
    numbers: Mapping[str, str]
    fillers: frozenset[str]
    regions: frozenset[str]
    houses: frozenset[str]
    vessels: frozenset[str]


@dataclass(frozen=True, slots=True)
class HanyuLore:
    """Beginnings and ends of Chinese syllables in pinyin; those of Wade and Giles, each with what it may be in pinyin."""

    begin: tuple[str, ...]
    end: frozenset[str]
    old_begin: Mapping[str, tuple[str, ...]]
    old_end: Mapping[str, tuple[str, ...]]


@cache
def load_hanyu_lore() -> HanyuLore:
    """Load how Chinese syllables are written."""
    table = _table()["hanyu"]
    return HanyuLore(
        begin=tuple(table["begin"].split()),
        end=frozenset(table["end"].split()),
        old_begin={old: tuple(new.split()) for old, new in table["old_begin"].items()},
        old_end={old: tuple(new.split()) for old, new in table["old_end"].items()},
    )


@cache
def load_name_lore() -> NameLore:
    """Load what is known of people's names."""
    table = _table()
    given: dict[str, set[str]] = defaultdict(set)
    for family in table["given"].values():
        for name, spellings in family.items():
            for spelling in spellings.split():
                given[spelling].add(name)
    return NameLore(
        given={spelling: frozenset(names) for spelling, names in sorted(given.items())},
        arabic=frozenset(table["given"]["arabic"]),
        nicknames={short: frozenset(full.split()) for short, full in table["nicknames"].items()},
        parts={key: frozenset(words.split()) for key, words in table["parts"].items()},
        before=frozenset(table["titles"]["before"].split()),
        after=frozenset(table["titles"]["after"].split()),
        generations={word: meant for meant, words in table["generations"].items() for word in words.split()},
    )


@cache
def load_body_lore() -> BodyLore:
    """Load what is known of the names of bodies."""
    table = _table()["bodies"]
    forms = {tuple(written.split()): form for form, ways in table["forms"].items() for written in ways.split(";")}
    return BodyLore(
        forms=forms,
        short=table["short"],
        numbers=table["numbers"],
        fillers=frozenset(table["fillers"].split()),
        regions=frozenset(table["regions"].split()),
        houses=frozenset(table["houses"].split()),
        vessels=frozenset(table["vessels"]["prefixes"].split()),
    )


def _table() -> dict[str, Any]:
    return tomllib.loads((files("sayso.lang") / "names.toml").read_text("utf-8"))
