"""The inflected forms of a language without a parser, read from its pack's cue table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from sayso.lang.packs import Pack
from sayso.model.syntax import Token

__all__ = ["Entry", "Forms", "forms_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form is a form of; `tail` are the words that must follow it, at once or later in its clause ("la … til")."""

    lemma: str
    cls: str
    tail: tuple[str, ...] = ()
    infinitive: bool = False


@dataclass(frozen=True)
class Forms:
    """A pack's inflected cue forms, its small words, and how it tells a finite verb and orders its words."""

    verbs: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    passives: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(repr=False)
    nouns: Mapping[str, str] = field(repr=False)
    words: Mapping[str, frozenset[str]] = field(repr=False)
    about: Mapping[str, frozenset[str]] = field(repr=False)
    known: frozenset[str] = field(repr=False)
    endings: tuple[tuple[str, str], ...] = field(repr=False)
    participle_endings: tuple[str, ...] = ()
    verb_lemmas: tuple[str, ...] = ()
    bare_endings: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    only: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    idle: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    participle_prefixes: tuple[str, ...] = ()
    verb_last: bool = False
    subjunctive_rest: str = ""
    carries_hearsay: bool = False
    capital_nouns: bool = False

    def has(self, name: str, token: Token) -> bool:
        """Tell whether a token is one of a list of small words."""
        return token.text.lower() in self.words.get(name, frozenset())

    def takes(self, frame: str, lemma: str) -> bool:
        """Tell whether a verb may stand in a frame ("object", "bare" …)."""
        return lemma in self.words.get(frame, frozenset())

    def is_subjunctive(self, token: Token) -> bool:
        """Tell whether a form marks reported speech: listed, or the infinitive short of its ending ("nehme")."""
        low = token.text.lower()
        if token.text[:1].isupper():
            return False
        rest = self.subjunctive_rest
        return low in self.words.get("subjunctive", frozenset()) or (bool(rest) and low + rest == token.lemma.lower())

    def is_finite(self, token: Token) -> bool:
        """Tell whether a word looks like a finite verb: listed, or with a verb's ending on the stem of its lemma."""
        low, lemma = token.text.lower(), token.lemma.lower()
        if not low.isalpha() or token.text[:1].isupper():
            return False
        if low in self.words.get("auxiliaries", frozenset()) or low in self.known or low in self.verbs:
            return True
        if lemma == low and len(low) > 5 and low.endswith(self.bare_endings) and not low.endswith(self.noun_endings):
            return True
        if lemma != low and lemma.endswith(self.verb_lemmas) and not low.startswith(self.participle_prefixes):
            return True
        return any(
            low.endswith(ending) and lemma.endswith(base) and low[: -len(ending)] + base == lemma
            for ending, base in self.endings
        )


@cache
def forms_of(pack: Pack) -> Forms:
    """Read the forms of a pack's cue table."""
    table = pack.table("cues")
    order = table.get("order", {})
    lists = {
        k: frozenset(v) for part in (table.get("frames", {}), order) for k, v in part.items() if isinstance(v, list)
    }
    return Forms(
        verbs=_verbs(table.get("verbs", {}), table.get("forms", {})),
        passives=_passives(table.get("passives", {})),
        nouns={form.lower(): cls for cls, forms in sorted(table.get("nouns", {}).items()) for form in forms},
        words=lists,
        about={lemma: frozenset(words) for lemma, words in table.get("about", {}).items()},
        known=frozenset(form for line in pack.table("words").get("verbs", ()) for form in line.split()[1:]),
        endings=tuple((a, b) for a, b in sorted(order.get("finite", {}).items())),
        participle_endings=tuple(order.get("participle_endings", ())),
        only={lemma: frozenset(words) for lemma, words in table.get("only", {}).items()},
        verb_lemmas=tuple(order.get("verb_lemmas", ())),
        bare_endings=tuple(order.get("bare_endings", ())),
        noun_endings=tuple(order.get("noun_endings", ())),
        idle={lemma: frozenset(words) for lemma, words in table.get("idle", {}).items()},
        participle_prefixes=tuple(order.get("participle_prefixes", ())),
        verb_last=order.get("verb_last", False),
        subjunctive_rest=order.get("subjunctive_rest", ""),
        carries_hearsay=order.get("carries_hearsay", False),
        capital_nouns=order.get("capital_nouns", False),
    )


def _passives(classes: Mapping[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the impersonal phrases that each word begins, with their classes, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for cls, phrases in sorted(classes.items()):
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, cls))
    return {word: tuple(sorted(found[word], key=lambda one: (-len(one[0]), one))) for word in sorted(found)}


def _verbs(classes: Mapping[str, list[str]], inflected: Mapping[str, list[str]]) -> dict[str, tuple[Entry, ...]]:
    """Return what each word may be a form of, the longest tail first."""
    found: dict[str, list[Entry]] = {}
    for cls, lemmas in sorted(classes.items()):
        for lemma in lemmas:
            for form in dict.fromkeys((lemma, *inflected.get(lemma, ()))):
                word, *tail = form.split()
                found.setdefault(word, []).append(Entry(lemma, cls, tuple(tail), form == lemma))
    return {word: tuple(sorted(found[word], key=lambda e: (-len(e.tail), e.lemma))) for word in sorted(found)}
