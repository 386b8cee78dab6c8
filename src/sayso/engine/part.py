"""One thing sayso needs or can use, as `sayso doctor` tells of it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing sayso needs: its state, what follows when it is not well, and the way out."""

    name: str
    well: bool
    state: str
    consequence: str = ""
    way_out: str = ""
