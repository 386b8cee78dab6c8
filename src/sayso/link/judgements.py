"""What people's judgements mean for this corpus: found again exactly, or obsolete."""
from __future__ import annotations
from collections.abc import Sequence
from dataclasses import dataclass, field
from sayso.link.corpus import Corpus
from sayso.model.judgements import Judgement
from sayso.model.text import Anchor
__all__ = ["Decisions", "decide"]
@dataclass(frozen=True)
class Decisions:
    """Judgements as constraints, by kind of record (`statement`, `voice`, `event`, `question`, `answer`).

    `rejected[kind]` and `accepted[kind]` hold anchors of records; `same[kind]` and `apart[kind]` pairs of anchors.
    `states` tells what became of each judgement.
    """
    rejected: dict[str, frozenset[Anchor]] = field(default_factory=dict)
    accepted: dict[str, frozenset[Anchor]] = field(default_factory=dict)
    same: dict[str, tuple[tuple[Anchor, Anchor], ...]] = field(default_factory=dict)
    apart: dict[str, tuple[tuple[Anchor, Anchor], ...]] = field(default_factory=dict)
    states: tuple[tuple[str, str], ...] = ()
def decide(corpus: Corpus, judgements: Sequence[Judgement]) -> Decisions:
    return Decisions()
