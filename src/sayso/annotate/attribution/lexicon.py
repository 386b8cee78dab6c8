"""The cue lexicon of a language, read from its `cues.toml`: which words report, how, and with what beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from sayso.lang.packs import Pack

__all__ = ["Lexicon", "cue_class", "lexicon_of"]

# Where a word stands in several classes, the first of these names it.
_ORDER = (
    "deny",
    "refuse",
    "ask",
    "doubt",
    "confirm",
    "claim",
    "want",
    "judge",
    "name",
    "write",
    "perceive",
    "believe",
    "show",
    "say",
    "topic",
)

_ATTITUDES = {"VERB": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}


@dataclass(frozen=True)
class Lexicon:
    """One language's cue words: `verbs`, `prepositional`, `nouns` … map a lemma or phrase to its class."""

    verbs: Mapping[str, str] = field(repr=False)
    prepositional: Mapping[str, str] = field(repr=False)
    nouns: Mapping[str, str] = field(repr=False)
    adjectives: Mapping[str, str] = field(repr=False)
    hedges: Mapping[str, str] = field(repr=False)
    frames: Mapping[str, frozenset[str]] = field(repr=False)
    phrases: Mapping[str, tuple[str, ...]] = field(repr=False)
    aliases: Mapping[str, str] = field(repr=False)
    attitudes: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def takes(self, frame: str, lemma: str) -> bool:
        """Tell whether a verb may have `frame` ("infinitive", "object", "addressee" …)."""
        return lemma in self.frames.get(frame, frozenset())

    def is_attitude(self, lemma: str, pos: str) -> bool:
        """Tell whether a word of a part of speech (`VERB`, `NOUN`, `ADJ`) takes a stand without being a cue word."""
        return lemma in self.attitudes.get(pos, frozenset())

    def class_of(self, lemma: str) -> str:
        """Return the class of any cue word or phrase, "" when it is none."""
        tables = (self.verbs, self.prepositional, self.nouns, self.hedges, self.adjectives)
        return next((table[lemma] for table in tables if lemma in table), "")


def cue_class(lemma: str, pack: Pack) -> str:
    """Return the class (`say`, `deny`, `want` …) of a cue word or phrase in a language, "" when it is no cue."""
    return lexicon_of(pack).class_of(lemma)


@cache
def lexicon_of(pack: Pack) -> Lexicon:
    """Read a pack's cue table into a lexicon."""
    table, attitudes = pack.table("cues"), pack.table("attitudes")
    return Lexicon(
        verbs=_classes(table.get("verbs", {})),
        prepositional=_classes(table.get("prepositional", {})),
        nouns=_classes(table.get("nouns", {})),
        adjectives=_classes(table.get("adjectives", {})),
        hedges=_classes(table.get("hedges", {})),
        frames={name: frozenset(words) for name, words in table.get("frames", {}).items()},
        phrases={name: tuple(words) for name, words in table.get("phrases", {}).items()},
        aliases=dict(table.get("aliases", {})),
        attitudes={pos: frozenset(attitudes.get(key, ())) for pos, key in _ATTITUDES.items()},
    )


def _classes(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    ordered = [name for name in _ORDER if name in lists] + sorted(set(lists) - set(_ORDER))
    for name in ordered:
        for word in lists[name]:
            found.setdefault(word, name)
    return found
