"""What changed on the way, in words: a report's passage beside the one it was taken from, the gravest change first.

Said without a verdict: which words stand in one text and not in the other. Where it is not known who took from whom, nothing
is called lost; it stands in one of the two only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model.reconstruction import Answer, Direction, Drift, DriftChange, DriftKind, Lineage

__all__ = ["GRAVE", "Changed", "changes", "changes_of", "said_of"]

# What a change is called, by kind and what became of it; the gravest first: the order in which they are listed.
_CALLED = {
    (DriftKind.ATTRIBUTION, DriftChange.LOST): "attribution lost: told as fact what the other gives to a voice",
    (DriftKind.DENIAL, DriftChange.LOST): "denial left out",
    (DriftKind.HEDGE, DriftChange.LOST): "hedge dropped: told as certain what the other leaves open",
    (DriftKind.FIGURE, DriftChange.ALTERED): "figure altered",
    (DriftKind.ATTRIBUTION, DriftChange.ALTERED): "given to another voice",
    (DriftKind.NAME, DriftChange.ALTERED): "name altered",
    (DriftKind.ROUNDING, DriftChange.ALTERED): "figure rounded",
    (DriftKind.DENIAL, DriftChange.GAINED): "denial added",
    (DriftKind.HEDGE, DriftChange.GAINED): "hedge added",
    (DriftKind.ATTRIBUTION, DriftChange.GAINED): "attribution added",
}
_ORDER = {key: place for place, key in enumerate(_CALLED)}
_ONE_SIDED = {
    DriftKind.ATTRIBUTION: "attribution in one only: the other tells it as fact",
    DriftKind.DENIAL: "denial in one only",
    DriftKind.HEDGE: "hedge in one only",
}
# The same as it is said of an answer: "on the way from A to B …".
_SAID = {
    (DriftKind.ATTRIBUTION, DriftChange.LOST): "the attribution was lost",
    (DriftKind.DENIAL, DriftChange.LOST): "the denial was left out",
    (DriftKind.HEDGE, DriftChange.LOST): "the hedge was dropped",
    (DriftKind.FIGURE, DriftChange.ALTERED): "the figure was altered",
    (DriftKind.ATTRIBUTION, DriftChange.ALTERED): "it was given to another voice",
    (DriftKind.NAME, DriftChange.ALTERED): "the name was altered",
    (DriftKind.ROUNDING, DriftChange.ALTERED): "the figure was rounded",
    (DriftKind.DENIAL, DriftChange.GAINED): "a denial was added",
    (DriftKind.HEDGE, DriftChange.GAINED): "a hedge was added",
    (DriftKind.ATTRIBUTION, DriftChange.GAINED): "an attribution was added",
}
_DIFFERS = {
    DriftKind.FIGURE: "the figure differs",
    DriftKind.NAME: "the name differs",
    DriftKind.ROUNDING: "the figure is rounded in one",
    DriftKind.ATTRIBUTION: "it is given to different voices",
}
_ONLY = {DriftKind.ATTRIBUTION: "the attribution", DriftKind.DENIAL: "the denial", DriftKind.HEDGE: "the hedge"}
GRAVE = 4  # so many of the kinds above change what a reader must think of the claim


@dataclass(frozen=True, slots=True)
class Changed:
    """One change with the link it was found in. `called` says what it is, `rank` its place among the kinds, 0 the gravest."""

    link: Lineage
    drift: Drift
    called: str
    rank: int

    @property
    def grave(self) -> bool:
        """Whether it changes on whose say-so, how surely or how much something is told."""
        return self.rank < GRAVE


def changes(lineage: Iterable[Lineage]) -> tuple[Changed, ...]:
    """Return all changes on the way, the gravest first, then by place."""
    found = [_changed(link, drift) for link in lineage for drift in link.drift]
    return tuple(sorted(found, key=lambda c: (c.rank, c.drift.target, c.drift.source, c.link.id)))


def _changed(link: Lineage, drift: Drift) -> Changed:
    called, key = _CALLED.get((drift.kind, drift.change), str(drift.kind)), (drift.kind, drift.change)
    if link.direction is Direction.UNKNOWN and drift.change is not DriftChange.ALTERED:
        key = (drift.kind, DriftChange.LOST)
        called = _ONE_SIDED.get(drift.kind, called)
    return Changed(link, drift, called, _ORDER.get(key, len(_ORDER)))


def changes_of(answers: Iterable[Answer], lineage: Mapping[str, Lineage]) -> tuple[Changed, ...]:
    """Return what changed on the way to or from the passages that answers draw on, each once, the gravest first."""
    found = {(carried.lineage, carried.drift): None for answer in answers for carried in answer.drift}
    made = [_changed(lineage[key], drift) for key, drift in found if key in lineage]
    return tuple(sorted(made, key=lambda c: (c.rank, c.drift.target, c.drift.source, c.link.id)))


def said_of(change: Changed, source: str, target: str) -> str:
    """Say what changed between two reports by their names: "on the way from A to B the hedge was dropped"."""
    drift = change.drift
    if change.link.direction is Direction.KNOWN:
        return f"on the way from {source} to {target} {_SAID.get((drift.kind, drift.change), change.called)}"
    if drift.change is DriftChange.ALTERED:
        return f"between {source} and {target} {_DIFFERS.get(drift.kind, change.called)}"
    holder, other = (source, target) if drift.change is DriftChange.LOST else (target, source)
    return f"{_ONLY.get(drift.kind, str(drift.kind))} stands in {holder} and not in {other}"
