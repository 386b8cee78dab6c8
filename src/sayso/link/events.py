"""Events."""
from __future__ import annotations
from sayso.link.corpus import Corpus
from sayso.link.judgements import Decisions
from sayso.model.reconstruction import Event, Lineage, ResolvedTime
__all__ = ["link_events"]
def link_events(corpus: Corpus, decisions: Decisions, resolved: tuple[ResolvedTime, ...], lineage: tuple[Lineage, ...]) -> tuple[Event, ...]:
    return ()
