"""Counts of somebody or something: whether two can be of the same thing at all, and if so how their amounts stand.

Tanks are not people, the killed are not the wounded, a total since March is not Monday's: such figures are different or not
comparable, with the reason, and no conflict is claimed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.values.amount import Amount, compare_amounts
from sayso.values.comparison import Comparison

__all__ = ["Count", "CountReason", "CountVerdict", "compare_counts"]


class CountReason(StrEnum):
    """What decided a comparison of counts."""

    AMOUNTS = "amounts"
    OTHER_THING = "other-thing"
    OTHER_ACT = "other-act"
    OTHER_GROUP = "other-group"
    WIDER_GROUP = "wider-group"
    OTHER_SCOPE = "other-scope"
    OTHER_WINDOW = "other-window"
    PART_AND_WHOLE = "part-and-whole"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with what it counts; words are those of the readings' own enums, None or "" where nothing is told.

    `noun` is the lemma of what is counted, `part` tells that the figure is a part of another one.
    """

    amount: Amount
    noun: str = ""
    group: str = "unknown"
    act: str | None = None
    scope: str | None = None
    window: str | None = None
    unit: str | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class CountVerdict:
    """How two counts stand to each other and what decided it."""

    comparison: Comparison
    reason: CountReason


_THINGS = "things"
_WIDE = {"unknown": frozenset({"people", "civilians", "noncivilians", "children", "women", "refugees"})}
_WIDE["people"] = _WIDE["unknown"] - {"people"}
_WIDE["civilians"] = frozenset({"children", "women", "refugees"})
"""Groups that may hold others."""

_DIFFERENT, _OPEN = Comparison.DIFFERENT, Comparison.NOT_COMPARABLE
_TOTAL, _EVENT = "running-total", "event"


def compare_counts(a: Count, b: Count) -> CountVerdict:
    """Compare two counts: first what they count, then over what time, then the amounts; symmetric but for refining."""
    for check in (_units, _things, _acts, _groups, _scopes, _windows, _parts):
        if verdict := check(a, b):
            return verdict
    return CountVerdict(compare_amounts(a.amount, b.amount), CountReason.AMOUNTS)


def _units(a: Count, b: Count) -> CountVerdict | None:
    return CountVerdict(_OPEN, CountReason.UNIT) if a.unit != b.unit else None


def _things(a: Count, b: Count) -> CountVerdict | None:
    if _THINGS not in (a.group, b.group):
        return None
    if a.group == b.group:
        same = not (a.noun and b.noun) or a.noun == b.noun
        return None if same else CountVerdict(_DIFFERENT, CountReason.OTHER_THING)
    return CountVerdict(_OPEN if "unknown" in (a.group, b.group) else _DIFFERENT, CountReason.OTHER_THING)


def _acts(a: Count, b: Count) -> CountVerdict | None:
    if a.act == b.act:
        return None
    return CountVerdict(_OPEN if None in (a.act, b.act) else _DIFFERENT, CountReason.OTHER_ACT)


def _groups(a: Count, b: Count) -> CountVerdict | None:
    if a.group == b.group or {a.group, b.group} == {"unknown", "people"}:
        return None
    if b.group in _WIDE.get(a.group, ()) or a.group in _WIDE.get(b.group, ()):
        return CountVerdict(_OPEN, CountReason.WIDER_GROUP)
    return CountVerdict(_DIFFERENT, CountReason.OTHER_GROUP)


def _scopes(a: Count, b: Count) -> CountVerdict | None:
    left, right = (c.scope or _EVENT for c in (a, b))
    if left == right:
        return None
    return CountVerdict(_OPEN if {left, right} == {_TOTAL, _EVENT} else _DIFFERENT, CountReason.OTHER_SCOPE)


def _windows(a: Count, b: Count) -> CountVerdict | None:
    left, right = (" ".join((c.window or "").lower().split()) for c in (a, b))
    return None if left == right else CountVerdict(_OPEN, CountReason.OTHER_WINDOW)


def _parts(a: Count, b: Count) -> CountVerdict | None:
    return CountVerdict(_OPEN, CountReason.PART_AND_WHOLE) if a.part is not b.part else None
