"""The words that quantities are read with, compiled from a language pack's `numbers` table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.packs import Pack
from sayso.model.annotations import Act, Group
from sayso.values.atoms import Phrases

__all__ = ["QuantityWords", "quantity_words"]


@dataclass(frozen=True, eq=False)
class QuantityWords:
    """See the comments in `numbers.toml` for each key."""

    labels: frozenset[str]
    singles: frozenset[str]
    ages: frozenset[str]
    containers: frozenset[str]
    hollow: frozenset[str]
    count_nouns: frozenset[str]
    count_verbs: frozenset[str]
    transitive: Mapping[str, Act]
    own: Mapping[str, Act]
    states: Mapping[str, Act]
    nouns: Mapping[str, Act]
    crossing: frozenset[str]
    raising: frozenset[str]
    running: Phrases[None]
    running_nouns: frozenset[str]
    capacity: Phrases[None]
    fits: Phrases[None]
    scales: frozenset[str]
    background: Phrases[None]
    parts: Phrases[None]
    windows: Phrases[None]
    groups: Mapping[str, Group]

    @property
    def informative(self) -> frozenset[str]:
        """Nouns that name nothing by themselves: what counts is what they hold or are of."""
        return self.hollow | self.containers


@lru_cache(maxsize=16)
def quantity_words(pack: Pack) -> QuantityWords:
    """Compile a pack's `numbers` table."""
    table = pack.table("numbers")

    def words(section: str, key: str = "words") -> frozenset[str]:
        return frozenset(table.get(section, {}).get(key, ()))

    def phrases(section: str) -> Phrases[None]:
        return Phrases(dict.fromkeys(table.get(section, {}).get("words", ())))

    def acts(key: str) -> dict[str, Act]:
        return {word: Act(act) for act, lists in table.get("acts", {}).items() for word in lists.get(key, ())}

    groups: dict[str, Group] = {}
    for group, lemmas in table.get("groups", {}).items():
        for lemma in lemmas:
            groups.setdefault(lemma, Group(group))
    return QuantityWords(
        frozenset(table.get("labels", ())), frozenset(table.get("singles", ())), frozenset(table.get("ages", ())),
        words("containers", "nouns"), words("hollow", "nouns"), words("counts", "nouns"), words("counts", "verbs"),
        acts("transitive"), acts("own"), acts("states"), acts("nouns"), words("crossing"), words("raising", "verbs"),
        phrases("running"), words("running", "nouns"), phrases("capacity"),
        Phrases(dict.fromkeys(table.get("capacity", {}).get("right_before", ()))), words("counts", "scales"), phrases("background"), phrases("parts"),
        phrases("windows"), groups,
    )  # fmt: skip
