"""Amounts: a number as said, with its bound (MODEL §3, Quantity): format and compare. The grammar is `amount_grammar`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from sayso.values.comparison import Comparison

__all__ = ["METRES", "ROUNDING", "Amount", "Bound", "compare_amounts", "format_amount", "span_of"]

ABOUT_SHARE = 0.1
"""How far "about n" reaches either side, as a share of n (and at least one)."""

METRES = {"km": 1000.0, "mile": 1609.344, "m": 1.0, "ft": 0.3048, "yard": 0.9144, "mil": 10000.0}
"""Lengths of the distance units in metres; distances are compared in them."""

ROUNDING = 0.04
"""Converted distances are rounded by writers ("12 miles (20 kilometers)"); they are one length within this share."""


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


_FORMS = {
    Bound.EXACT: "{low}", Bound.AT_LEAST: "at least {low}", Bound.MORE_THAN: "more than {low}", Bound.AT_MOST: "at most {high}",
    Bound.LESS_THAN: "fewer than {high}", Bound.RANGE: "{low} to {high}", Bound.ABOUT: "about {low}",
}  # fmt: skip

_VAGUE = (
    ("a couple of", 2, 3), ("dozens", 24, 99), ("scores of", 40, 99), ("tens", 20, 99), ("several", 2, 9),
)  # fmt: skip

_SCALES = (
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (100_000, "hundred thousand"),
    (1000, "thousand"),
    (100, "hundred"),
    (12, "dozen"),
    (1, ""),
)


def format_amount(amount: Amount) -> str:
    """Say an amount in English words and digits; parsing them gives the amount back."""
    if amount.bound is Bound.VAGUE:
        return _vague(amount)
    low, high = (None if x is None else _digits(x) for x in (amount.low, amount.high))
    if amount.bound is Bound.ABOUT and low != high:
        return f"about {low} to {high}"
    return _FORMS[amount.bound].format(low=low, high=high)


def _digits(number: float) -> str:
    return f"{int(number):,}" if number == int(number) else repr(float(number))


def _vague(amount: Amount) -> str:
    low_said, high_said = amount.low or 0.0, amount.high or 0.0
    for scale, word in _SCALES:
        for words, low, high in _VAGUE:
            if low_said == low * scale and high_said == high * scale + scale - 1:
                tens = words in ("tens", "dozens") and scale >= 1000
                return f"{words} of {word}s" if tens else f"{words} {word}".strip()
    return f"{_digits(low_said)} to {_digits(high_said)}"


def span_of(amount: Amount) -> tuple[float, float]:
    """Return the numbers an amount allows, as a closed interval; "about n" reaches a tenth either side."""
    low, high = amount.low or 0.0, inf if amount.high is None else amount.high
    if amount.bound is Bound.ABOUT:
        return low - max(1.0, low * ABOUT_SHARE), high + max(1.0, high * ABOUT_SHARE)
    return low, high


_OPEN = {Bound.MORE_THAN, Bound.LESS_THAN}


def compare_amounts(a: Amount, b: Amount) -> Comparison:
    """Tell how two amounts of one thing stand to each other.

    Equal, conflicting and (where neither refines) compatible are symmetric; of a pair where `a` refines `b`, the other
    order is "compatible". "More than n" and "n" are compatible: writers use both for one count.
    """
    (a_low, a_high), (b_low, b_high) = span_of(a), span_of(b)
    if a_high < b_low or b_high < a_low:
        return Comparison.CONFLICTS
    if (a_low, a_high) == (b_low, b_high):
        if a.bound is b.bound or not _OPEN & {a.bound, b.bound}:
            return Comparison.EQUAL
        return Comparison.REFINES if a.bound in _OPEN else Comparison.COMPATIBLE
    if b_low <= a_low and a_high <= b_high and not _only_touches(a, b):
        return Comparison.REFINES
    return Comparison.COMPATIBLE


def _only_touches(a: Amount, b: Amount) -> bool:
    """Tell whether `a` lies in `b` only by the end that `b`'s words leave out ("120" in "more than 120")."""
    if b.bound is Bound.MORE_THAN:
        return a.high == b.low
    return b.bound is Bound.LESS_THAN and a.low == b.high
