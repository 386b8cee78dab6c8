"""Times as said: a TIMEX3 value, its EDTF form, granularity and modifier, before anything is assumed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Granularity", "When"]


class Granularity(StrEnum):
    """The unit a time is told in."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class When:
    """The reading of a time expression: `timex` (TIMEX3 value, "" when none), `edtf`, granularity and modifier."""

    timex: str
    edtf: str
    granularity: Granularity
    modifier: str | None = None
