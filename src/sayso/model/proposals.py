"""What a learned tagger proposes: who says what, as spans with a score. Transient; attributions are what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.model.text import Span

__all__ = ["Proposal", "Tagger"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One attribution as proposed. `score` (0–1) tells how sure the tagger is that there is one; only rules see it."""

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    score: float


class Tagger(Protocol):
    """Proposes attributions in a text of its language."""

    language: str

    def propose(self, text: str, passages: Sequence[Sequence[Span]]) -> tuple[Proposal, ...]:
        """Return what is proposed, in text order. A passage is a run of paragraphs that are read together."""
