"""The words that quantities are read with, compiled from a language pack's `numbers` table."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.packs import Pack
from sayso.model.annotations import Act, Group
from sayso.model.syntax import Token
from sayso.values.atoms import Phrases

__all__ = ["QuantityWords", "quantity_words"]


SHORTEST_FIRST, SHORTEST_LAST = 3, 5
"""How many letters the words of a compound have at least: "Land-wirte" is one, "leg-er" is none."""


@dataclass(frozen=True, eq=False)
class QuantityWords:
    """See the comments in `numbers.toml` for each key."""

    labels: frozenset[str]
    chapters: frozenset[str]
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
    wars: frozenset[str]
    during: frozenset[str]
    capacity: Phrases[None]
    fits: Phrases[None]
    scales: frozenset[str]
    background: Phrases[None]
    parts: Phrases[None]
    windows: Phrases[None]
    spans: frozenset[str]
    groups: Mapping[str, Group]
    armed: frozenset[str]
    amid: Phrases[None]
    joins: frozenset[str]
    bridges: frozenset[str]
    passives: frozenset[str]
    linkers: frozenset[str]
    lives: frozenset[str]
    takers: frozenset[str]
    claimers: frozenset[str]
    losers: frozenset[str]
    movers: frozenset[str]
    borders: frozenset[str]
    weak_nouns: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    inflected: bool
    dwellers: frozenset[str]
    time_units: frozenset[str]

    def group(self, token: Token) -> Group | None:
        """Return the group a word is of, by its lemma or itself, or its singular where the lemma is none ("Civilians").

        In languages whose words are written together the last of them tells ("Dorfbewohner").
        """
        lower = token.text.lower()
        found = self.groups.get(token.lemma.lower()) or self.groups.get(lower)
        if found is None and (self.inflected or token.text[:1].isupper()):
            found = next((self.groups[form] for form in self._bases(lower) if form in self.groups), None)
        if found is None and self.inflected:
            tails = (lower[start:] for start in range(SHORTEST_FIRST, len(lower) - SHORTEST_LAST + 1))
            found = next((self.groups[tail] for tail in tails if tail in self.groups), None)
        return found

    def is_time_unit(self, lower: str) -> bool:
        """Tell whether a word is a unit of time, in whatever form."""
        return any(form in self.time_units for form in (lower, *self._bases(lower)))

    def stem(self, token: Token, among: Container[str]) -> str | None:
        """Return the form of a word that is `among` others: its lemma, itself, or itself without an ending."""
        lower = token.text.lower()
        return next((form for form in (token.lemma.lower(), lower, *self._bases(lower)) if form in among), None)

    def is_life(self, token: Token) -> bool:
        """Tell whether a word is one for the life that is lost."""
        return token.lemma.lower() in self.lives or token.text.lower() in self.lives

    def _bases(self, lower: str) -> Iterator[str]:
        for ending, instead in self.endings:
            if lower.endswith(ending) and len(lower) > len(ending) + 1:
                yield lower[: -len(ending)] + instead

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
        frozenset(table.get("labels", ())), frozenset(table.get("chapters", ())), frozenset(table.get("singles", ())), frozenset(table.get("ages", ())),
        words("containers", "nouns"), words("hollow", "nouns"), words("counts", "nouns"), words("counts", "verbs"),
        acts("transitive"), acts("own"), acts("states"), acts("nouns"), words("crossing"), words("raising", "verbs"),
        phrases("running"), words("running", "nouns"), words("running", "wars"), words("running", "during"),
        phrases("capacity"),
        Phrases(dict.fromkeys(table.get("capacity", {}).get("right_before", ()))), words("counts", "scales"), phrases("background"), phrases("parts"),
        Phrases(dict.fromkeys((*table.get("windows", {}).get("words", ()), *table.get("windows", {}).get("spans", ())))),
        words("windows", "spans"), groups, words("armed", "classes"), phrases("amid"), words("parts", "joins"),
        words("beside", "bridges"), words("beside", "passives"),
        frozenset(table.get("linkers", ())), words("beside", "lives"), words("beside", "takers"), words("beside", "claimers"), words("beside", "losers"),
        words("crossing", "movers"), words("crossing", "borders"), words("weak_nouns"),
        tuple((ending, instead) for ending, instead in table.get("endings", ())),
        bool(table.get("inflected")), words("background", "nouns"), frozenset(pack.table("times").get("units", ())),
    )  # fmt: skip
