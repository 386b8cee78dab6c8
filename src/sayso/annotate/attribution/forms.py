"""The inflected forms of a language without a parser, read from its pack's cue table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from sayso.lang.packs import Pack
from sayso.model.syntax import Token

__all__ = ["Forms", "forms_of"]


@dataclass(frozen=True)
class Forms:
    """A pack's inflected cue forms: form -> (lemma, class), for verbs, passives and nouns, and its small words."""

    verbs: Mapping[str, tuple[str, str]] = field(repr=False)
    passives: Mapping[str, str] = field(repr=False)
    nouns: Mapping[str, str] = field(repr=False)
    words: Mapping[str, frozenset[str]] = field(repr=False)

    def has(self, name: str, token: Token) -> bool:
        """Tell whether a token is one of a list of small words."""
        return token.text.lower() in self.words.get(name, frozenset())


@cache
def forms_of(pack: Pack) -> Forms:
    """Read the forms of a pack's cue table."""
    table = pack.table("cues")
    inflected = table.get("forms", {})
    verbs: dict[str, tuple[str, str]] = {}
    for cls, lemmas in sorted(table.get("verbs", {}).items()):
        for lemma in lemmas:
            for form in inflected.get(lemma, ()):
                if " " not in lemma or form not in verbs:
                    verbs[form] = (lemma, cls)
    passives = {form: cls for cls, forms in sorted(table.get("passives", {}).items()) for form in forms}
    nouns = {form: cls for cls, forms in sorted(table.get("nouns", {}).items()) for form in forms}
    return Forms(verbs, passives, nouns, {k: frozenset(v) for k, v in table.get("frames", {}).items()})
