"""The words that mentions are told by, compiled from a pack's `titles` table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.packs import Pack
from sayso.values.atoms import Phrases

__all__ = ["MentionWords", "mention_words"]


@dataclass(frozen=True, eq=False)
class MentionWords:
    """See the comments in `titles.toml` for each key."""

    persons: frozenset[str]
    ranks: frozenset[str]
    bodies: frozenset[str]
    known_bodies: Phrases[None]
    common_bodies: Phrases[None]
    groups: frozenset[str]
    weapons: Phrases[None]
    vehicles: Phrases[None]
    demonyms: frozenset[str]
    single_victims: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    minors: frozenset[str]
    combatants: frozenset[str]
    single_marks: frozenset[str]


@lru_cache(maxsize=16)
def mention_words(pack: Pack) -> MentionWords:
    """Compile a pack's table."""

    def words(key: str) -> frozenset[str]:
        return pack.words("titles", key)

    def phrases(key: str) -> Phrases[None]:
        return Phrases(dict.fromkeys(sorted(words(key))))

    return MentionWords(
        words("persons"), words("ranks"), words("bodies"), phrases("known_bodies"), phrases("common_bodies"), words("groups"),
        phrases("weapons"), phrases("vehicles"), frozenset(pack.table("places").get("demonyms", {})), words("single_victims"),
        words("female"), words("male"), words("minors"), words("combatants"), words("single_marks"),
    )  # fmt: skip
