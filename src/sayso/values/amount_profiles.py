"""Rule profiles: how a coder's rules turn several figures for one count into numbers. Applied on top, by name, never silently.

Each estimate names its profile and every rule that had a part in it, and keeps which figures it rests on. The figures
themselves stay as said. No profile weighs who said what: that is for a person to decide.

- `said`: the lowest and the highest number the words allow; no single one is picked unless all figures allow it.
- `ucdp`: low, best and high, after UCDP: the lowest and highest figure told, and the one most figures give, the lower of two.
- `acled`: one number, after ACLED: the lowest told; "tens" count as 10, "dozens" as 12, "hundreds" as 100.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.values.amount import Amount, Bound, compare_amounts
from sayso.values.comparison import Comparison

__all__ = ["Estimate", "Profile", "estimate"]


class Profile(StrEnum):
    """Whose rules."""

    SAID = "said"
    UCDP = "ucdp"
    ACLED = "acled"


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a profile makes of some figures; `used` counts into them, `rules` are those that applied, in order.

    `high` is absent where a figure has no upper end ("at least 40") and the profile does not close it.
    """

    profile: Profile
    low: float | None
    best: float | None
    high: float | None
    used: tuple[int, ...]
    rules: tuple[str, ...]


_VAGUE_COUNTS = {(20.0, 99.0): 10.0, (24.0, 99.0): 12.0, (200.0, 999.0): 100.0}
"""What ACLED counts "tens", "dozens" and "hundreds" as."""


def estimate(figures: Sequence[Amount], profile: Profile) -> Estimate | None:
    """Apply a profile to the figures told for one count; None without figures."""
    if not figures:
        return None
    match profile:
        case Profile.UCDP:
            return _ucdp(figures)
        case Profile.ACLED:
            return _acled(figures)
        case _:
            return _said(figures)


def _said(figures: Sequence[Amount]) -> Estimate:
    low = min(f.low or 0.0 for f in figures)
    high = None if any(f.high is None for f in figures) else max(f.high or 0.0 for f in figures)
    first = figures[0]
    agreed = all(compare_amounts(first, f) is Comparison.EQUAL for f in figures) and first.low == first.high
    rules = ("lowest-and-highest-allowed", "one-number-for-all" if agreed else "none-picked")
    return Estimate(Profile.SAID, low, first.low if agreed else None, high, tuple(range(len(figures))), rules)


def _ucdp(figures: Sequence[Amount]) -> Estimate:
    rules = ["lowest-told", "highest-told"]
    precise = [n for n, f in enumerate(figures) if f.bound is not Bound.VAGUE]
    used = tuple(precise or range(len(figures)))
    if 0 < len(precise) < len(figures):
        rules.append("notions-give-way-to-numbers")
    chosen = [figures[n] for n in used]
    if any(f.low is None for f in chosen):
        rules.append("upper-bounds-count-for-high-only")
    if any(f.high is None for f in chosen):
        rules.append("open-figures-count-as-their-number")
    lows = [f.low for f in chosen if f.low is not None]
    highs = [f.high if f.high is not None else f.low or 0.0 for f in chosen]
    best = None
    if lows:
        votes = Counter(lows)
        best = min(votes, key=lambda number: (-votes[number], number))
        rules.append("most-told" if votes[best] > 1 or len(votes) == 1 else "lowest-of-equals")
    return Estimate(Profile.UCDP, min(lows, default=None), best, max(highs), used, tuple(rules))


def _acled(figures: Sequence[Amount]) -> Estimate:
    counts = [_conservative(f) for f in figures]
    number = min(counts)
    used = tuple(n for n, count in enumerate(counts) if count == number)
    rules = ["most-conservative"] if len(set(counts)) > 1 else ["as-told"]
    if any((figures[n].low, figures[n].high) in _VAGUE_COUNTS for n in used):
        rules.append("vague-words-as-fixed-numbers")
    return Estimate(Profile.ACLED, number, number, number, used, tuple(rules))


def _conservative(figure: Amount) -> float:
    if figure.bound is Bound.VAGUE:
        known = _VAGUE_COUNTS.get((figure.low or 0.0, figure.high or 0.0))
        return known if known is not None else figure.low or 0.0
    return figure.low if figure.low is not None else figure.high or 0.0
