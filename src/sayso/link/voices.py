"""Voices."""
from __future__ import annotations
from collections.abc import Mapping
from dataclasses import dataclass, field
from sayso.link.corpus import Corpus
from sayso.link.judgements import Decisions
from sayso.model.reconstruction import Voice
from sayso.model.text import Anchor
__all__ = ["Voices", "resolve_voices"]
@dataclass(frozen=True)
class Voices:
    """All voices, and which voice each source anchor belongs to."""
    voices: tuple[Voice, ...]
    by_anchor: Mapping[Anchor, str] = field(repr=False)
    def by_id(self) -> dict[str, Voice]:
        return {v.id: v for v in self.voices}
def resolve_voices(corpus: Corpus, decisions: Decisions) -> Voices:
    return Voices((), {})
