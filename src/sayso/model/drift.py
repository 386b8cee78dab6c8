"""How a passage was taken over, in which direction, and what changed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.text import Anchor

__all__ = ["AnswerDrift", "Direction", "Drift", "DriftChange", "DriftKind", "LineageHow"]


class LineageHow(StrEnum):
    """How a passage was taken over."""

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    EDITED = "edited"
    REWRITTEN = "rewritten"
    TRANSLATED = "translated"
    SAME_QUOTE = "same-quote"
    SAME_AGENCY = "same-agency"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """Whether it is known who took from whom."""

    KNOWN = "known"
    UNKNOWN = "unknown"


class DriftKind(StrEnum):
    """What changed on the way."""

    FIGURE = "figure"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    DENIAL = "denial"
    ROUNDING = "rounding"
    NAME = "name"


class DriftChange(StrEnum):
    """What became of it: told otherwise, gone in the copy, or only in the copy."""

    ALTERED = "altered"
    LOST = "lost"
    GAINED = "gained"


@dataclass(frozen=True, slots=True)
class Drift:
    """One change between a passage and its copy. Of what is lost or gained, the other side's anchor is what it was said of."""

    kind: DriftKind
    source: Anchor
    target: Anchor
    change: DriftChange = DriftChange.ALTERED


@dataclass(frozen=True, slots=True)
class AnswerDrift:
    """A change on the way that bears upon a statement of an answer, with the id of the lineage it was found in."""

    lineage: str
    drift: Drift
