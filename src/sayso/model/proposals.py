"""What a learned tagger proposes: who says what, as spans with a score. Transient; attributions are what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.model.text import Span

__all__ = ["Hints", "Known", "Proposal", "Tagger"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One attribution as proposed. `score` (0–1) tells how sure the tagger is that there is one; only rules see it."""

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Known:
    """An attribution that the grammar found."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a text before the tagger reads it: the grammar's attributions and the quotations, in text order."""

    known: tuple[Known, ...] = ()
    quotes: tuple[Span, ...] = ()


class Tagger(Protocol):
    """Proposes attributions in a text of its language."""

    language: str

    def propose(self, text: str, passages: Sequence[Sequence[Span]], hints: Hints) -> tuple[Proposal, ...]:
        """Return what is proposed, in text order. A passage is a run of paragraphs that are read together."""

    def thorough(self) -> Tagger:
        """Return the tagger that takes more time to be surer."""
