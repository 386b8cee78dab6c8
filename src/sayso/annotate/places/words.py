"""The words that places are read with, compiled from a pack's `places` and `titles` tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.packs import Pack
from sayso.model.annotations import Precision
from sayso.values.place import name_key

__all__ = ["PlaceWords", "place_words"]


@dataclass(frozen=True, eq=False)
class PlaceWords:
    """See the comments in `places.toml` for each key; `relation` finds words of relation at the end of what precedes."""

    strong: frozenset[str]
    weak: frozenset[str]
    directions: frozenset[str]
    ambiguous: frozenset[str]
    never: frozenset[str]
    bodies: frozenset[str]
    features: frozenset[str]
    titles: frozenset[str]
    class_nouns: Mapping[str, Precision]
    names: Mapping[str, str]
    own_names: frozenset[str]
    demonyms: Mapping[str, str]
    relation: re.Pattern[str]
    articles: frozenset[str]
    toward: frozenset[str]
    mental: frozenset[str]
    joins: frozenset[str]
    locals: frozenset[str]
    parties: frozenset[str]
    fore: frozenset[str]
    roads: frozenset[str]
    taking: frozenset[str]
    actions: frozenset[str]
    seizing: frozenset[str]
    stretches: frozenset[str]
    between: frozenset[str]
    kin: frozenset[str]
    spots: frozenset[str]
    sites: frozenset[str]
    onward: frozenset[str]
    other_times: frozenset[str]
    origin: frozenset[str]
    way: frozenset[str]
    upon: frozenset[str]
    not_where: frozenset[str]
    heads: frozenset[str]
    parts: frozenset[str]
    signs: Mapping[str, str]
    front: Mapping[str, Precision]
    motion: frozenset[str]
    adjective_endings: tuple[str, ...]
    dropped_endings: tuple[str, ...]
    people_endings: tuple[str, ...]
    capital_adjectives: bool


@lru_cache(maxsize=16)
def place_words(pack: Pack) -> PlaceWords:
    """Compile a pack's tables."""
    table, titles = pack.table("places"), pack.table("titles")

    def words(key: str) -> frozenset[str]:
        return frozenset(table.get(key, ()))

    return PlaceWords(
        words("strong"), words("weak"), words("directions"), words("ambiguous"),
        words("never") | frozenset(titles.get("known_bodies", ())), words("bodies"), words("features"),
        frozenset(titles.get("persons", ())), {k: Precision(v) for k, v in table.get("class_nouns", {}).items()},
        {name_key(k): v for k, v in table.get("names", {}).items()},
        frozenset(table.get("names", {})), dict(table.get("demonyms", {})),
        _relation(table.get("relations", {}), table.get("class_nouns", {})),
        words("articles"), words("toward"), words("mental"), words("joins"), words("locals"), words("parties"),
        words("fore"), words("roads"), words("taking"), words("actions"), words("seizing"), words("stretches"), words("between"), words("kin"), words("spots"), words("sites"), words("onward"), words("other_times"), words("origin"), words("way"), words("upon"),
        words("not_where"), words("heads"), words("parts"), {
            word: country for country, own in table.get("signs", {}).items() for word in own
        }, {k: Precision(v) for k, v in table.get("front", {}).items()}, words("motion"),
        tuple(table.get("adjectives", {}).get("endings", ())), tuple(table.get("adjectives", {}).get("dropped", ())),
        tuple(table.get("adjectives", {}).get("peoples", ())), bool(table.get("adjectives", {}).get("capital", True)),
    )  # fmt: skip


def _relation(table: Mapping[str, list[str]], nouns: Mapping[str, str]) -> re.Pattern[str]:
    """Match "village near" or "about 20 miles south of" where it ends a short stretch of text."""

    def any_of(words: list[str] | Mapping[str, str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"

    number = rf"(?:(?:{any_of(table.get('distance_bounds', []))}) )?\d[\d.,]*[ -]?"
    distance = (
        rf"{number}(?:{any_of(table.get('distance_units', []))})(?: \([^()]{{1,24}}\))?"
        rf"(?: (?:{any_of(table.get('distance_words', []))}))*(?: (?:{any_of(table.get('distance_ends', []))}))?"
    )
    phrase = rf"(?:(?:{any_of(nouns)}) )?(?:{any_of(table.get('words', []))})"
    kind = rf"(?: the(?: [a-z-]+)?)?(?: (?:{any_of(nouns)}))?(?: of|,)?"
    return re.compile(rf"\b(?:{distance}|{phrase}){kind}[ ]*$", re.IGNORECASE)
