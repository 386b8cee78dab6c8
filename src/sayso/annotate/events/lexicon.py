"""The event words of a language pack, indexed by lemma for one look per token."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from sayso.lang.packs import Pack

__all__ = ["Lexicon", "Role", "Trigger", "lexicon"]


class Role(StrEnum):
    """Whom a verb's subject and object stand for, where it is not doer and target."""

    PLAIN = ""
    SUBJECT_IS_TARGET = "subject-is-target"
    OBJECT_IS_AGENT = "object-is-agent"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One event word: its kind, what its subject and object stand for, which words it needs beside it, and of which
    classes its doer must be (none: of any)."""

    kind: str
    role: Role = Role.PLAIN
    needs: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()

    @property
    def happens_to(self) -> bool:
        """Whether its subject is the target ("die")."""
        return self.role is Role.SUBJECT_IS_TARGET


@dataclass(frozen=True)
class Lexicon:
    """Event words by lemma: verbs, passive participles (unparsed languages), nouns, stating adjectives, phrases, and
    the verbs that govern events. `meanings` are words of reasons by what they come to, `cues` what opens a reason where
    there is no parser, longest first."""

    verbs: Mapping[str, Trigger] = field(repr=False)
    passives: Mapping[str, Trigger] = field(repr=False)
    nouns: Mapping[str, Trigger] = field(repr=False)
    words: Mapping[str, Trigger] = field(repr=False)
    phrases: Mapping[str, tuple[Trigger, ...]] = field(repr=False)
    parents: Mapping[str, str] = field(repr=False)
    lists: Mapping[str, frozenset[str]] = field(repr=False)
    meanings: Mapping[str, str] = field(repr=False)
    cues: tuple[tuple[str, ...], ...] = field(repr=False)

    def words_of(self, name: str) -> frozenset[str]:
        """Return a word list by dotted name, e.g. `control.negative`."""
        return self.lists.get(name, frozenset())


@cache
def lexicon(pack: Pack) -> Lexicon:
    """Index a pack's `events.toml`."""
    table = pack.table("events")
    kinds: Mapping[str, Mapping[str, Any]] = table.get("kinds", {})
    verbs: dict[str, Trigger] = {}
    for kind, row in kinds.items():
        needs = frozenset(row.get("needs", ()))
        verbs.update({lemma: Trigger(kind, needs=needs) for lemma in row.get("verbs", ())})
        verbs.update({lemma: Trigger(kind, Role.SUBJECT_IS_TARGET) for lemma in row.get("happens_to", ())})
    return Lexicon(
        verbs=verbs,
        passives=_by_word(kinds, "passive", happens_to=True),
        nouns=_by_word(kinds, "nouns"),
        words=_by_word(kinds, "words", happens_to=True),
        phrases=_phrases(table.get("phrase", ())),
        parents={kind: row["parent"] for kind, row in kinds.items() if "parent" in row},
        lists=_lists(table),
        meanings={word: name for name, row in table.get("meanings", {}).items() for word in row},
        cues=tuple(sorted((tuple(cue.split()) for cue in table.get("reason", {}).get("cues", ())), key=_longest_first)),
    )


def _longest_first(cue: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(cue), cue


def _by_word(kinds: Mapping[str, Mapping[str, Any]], key: str, *, happens_to: bool = False) -> dict[str, Trigger]:
    role = Role.SUBJECT_IS_TARGET if happens_to else Role.PLAIN
    return {word: Trigger(kind, role) for kind, row in kinds.items() for word in row.get(key, ())}


def _phrases(rows: list[Mapping[str, Any]]) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for row in rows:
        role = Role(row.get("role", ""))
        trigger = Trigger(row["kind"], role, frozenset(row["with"]), frozenset(row.get("doers", ())))
        found.setdefault(row["verb"], []).append(trigger)
    return {verb: tuple(triggers) for verb, triggers in found.items()}


def _lists(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {
        f"{section}.{key}": frozenset(words)
        for section in ("control", "light", "cause", "facts", "reason", "people", "request", "bodies", "presence")
        for key, words in table.get(section, {}).items()
    }
