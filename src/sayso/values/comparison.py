"""How two values of one kind stand to each other: one enum for every kind (MODEL §3, last paragraph)."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Comparison"]


class Comparison(StrEnum):
    """The relation of a first value to a second.

    `REFINES` means the first is a narrower statement that the second allows; `COMPATIBLE` that both can be true and
    neither narrows the other; `DIFFERENT` that they speak of different things, so no conflict can be claimed.
    """

    EQUAL = "equal"
    REFINES = "refines"
    COMPATIBLE = "compatible"
    CONFLICTS = "conflicts"
    DIFFERENT = "different"
    NOT_COMPARABLE = "not-comparable"
