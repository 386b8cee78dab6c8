"""One list of proposals from several readings of a text: what they agree on is surer than what one alone proposes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.proposals import Proposal
from sayso.model.text import overlaps

__all__ = ["merged"]


def merged(readings: Sequence[Sequence[Proposal]]) -> list[Proposal]:
    """Return each proposed cue once, with the spans of the surest reading and the mean of the scores; none counts as nought."""
    groups: list[list[Proposal]] = []
    for proposal in sorted((p for reading in readings for p in reading), key=lambda p: (p.cue, -p.score)):
        if len(readings) > 1 and groups and overlaps(groups[-1][0].cue, proposal.cue):
            groups[-1].append(proposal)
        else:
            groups.append([proposal])
    return [_one(group, len(readings)) for group in groups]


def _one(group: Sequence[Proposal], readings: int) -> Proposal:
    best = max(group, key=lambda p: p.score)
    mean = sum(sorted((p.score for p in group), reverse=True)[:readings]) / readings
    return replace(best, score=mean)
