"""Amounts: a number as said, with its bound (MODEL §3, Quantity). Placeholder head; see `parse_amount`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Amount", "Bound"]


class Bound(StrEnum):
    """How the words bound the number."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    RANGE = "range"
    ABOUT = "about"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as said: "more than 1,300" has low 1300 and no high; "120" has both; "dozens" is 24–99, vague."""

    low: float | None
    high: float | None
    bound: Bound
