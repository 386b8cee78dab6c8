"""Amounts of something: money, shares, distances, weights, areas, ages and durations; said, read back and compared.

A measure is an amount with its unit. Units of one dimension compare with each other ("12 miles", "20 kilometers"), with room
for the rounding of those who convert; others, and two currencies, are not comparable.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.lang.packs import Pack
from sayso.values.amount import METRES, ROUNDING, Amount, Bound, compare_amounts, format_amount
from sayso.values.amount_grammar import find_figures
from sayso.values.atoms import atomize
from sayso.values.comparison import Comparison

__all__ = ["AGE", "PART", "Measure", "compare_kinds", "format_measure", "parse_measure"]

AGE = "age"
"""The unit of ages, in years."""

PART = "part"
"""The unit of shares told as fractions of one ("half", "two thirds")."""

_SCALES: tuple[dict[str, float], ...] = (
    METRES,
    {"percent": 0.01, PART: 1.0},
    {"kg": 1.0, "tonne": 1000.0, "ton": 907.185, "lb": 0.453592},
    {"sqkm": 1.0, "sqmile": 2.589988, "hectare": 0.01, "acre": 0.00404686, "dekar": 0.001},
    {"hour": 1 / 24, "day": 1.0, "week": 7.0},
    {"month": 1.0, "year": 12.0},
)
"""Dimensions: each unit's size in the dimension's own. Months have no fixed number of days, so they are a dimension apart."""

_DURATIONS = ("hour", "day", "week", "month", "year")
_SAID = {
    "km": "kilometers", "mile": "miles", "m": "meters", "ft": "feet", "yard": "yards", "percent": "percent", "kg": "kilograms",
    "tonne": "tonnes", "ton": "tons", "lb": "pounds", "sqkm": "square kilometers", "sqmile": "square miles",
    "hectare": "hectares", "acre": "acres", "USD": "dollars", "EUR": "euros",
}  # fmt: skip
_FRACTIONS = {0.5: "half", 0.3333: "a third", 0.6667: "two thirds", 0.25: "a quarter", 0.75: "three quarters"}


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount of a unit: a unit of measure, a currency's code, `percent`, `PART`, `AGE`, or a unit of time."""

    amount: Amount
    unit: str


def format_measure(measure: Measure) -> str:
    """Say a measure in English; `parse_measure` gives it back."""
    said = format_amount(measure.amount)
    if measure.unit == AGE:
        return f"aged {said}"
    if measure.unit == PART and measure.amount.low in _FRACTIONS:
        words = _FRACTIONS[measure.amount.low]
        return words if measure.amount.bound is Bound.EXACT else f"about {words}"
    if measure.unit in _DURATIONS:
        return f"{said} {measure.unit}s"
    return f"{said} {_SAID.get(measure.unit, measure.unit)}"


def parse_measure(words: str, pack: Pack) -> Measure | None:
    """Read words that are one measure and nothing else; None when they are not."""
    atoms = atomize(words)
    first = 1 if atoms and atoms[0].lower in pack.table("numbers").get("ages", ()) else 0
    for figure in find_figures(atoms, pack):
        if figure.first != first:
            continue
        unit = PART if figure.share and figure.unit is None else figure.unit
        if figure.last == len(atoms):
            return (
                Measure(figure.amount, AGE)
                if first and unit is None
                else Measure(figure.amount, unit)
                if unit
                else None
            )
        ending = atoms[figure.last].lower.removesuffix("s")
        if figure.last == len(atoms) - 1 and unit is None and ending in _DURATIONS:
            return Measure(figure.amount, ending)
    return None


def compare_kinds(a: Measure, b: Measure) -> Comparison:
    """Tell how two measures stand to each other; symmetric but for refining, as amounts are."""
    if a.unit == b.unit:
        return compare_amounts(a.amount, b.amount)
    scale = next((s for s in _SCALES if a.unit in s and b.unit in s), None)
    if scale is None:
        return Comparison.NOT_COMPARABLE
    left, right = _scaled(a.amount, scale[a.unit]), _scaled(b.amount, scale[b.unit])
    if left.bound is right.bound and _near(left.low, right.low) and _near(left.high, right.high):
        return Comparison.EQUAL
    return compare_amounts(left, right)


def _scaled(amount: Amount, factor: float) -> Amount:
    low, high = (None if x is None else x * factor for x in (amount.low, amount.high))
    return Amount(low, high, amount.bound)


def _near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= ROUNDING * max(abs(a), abs(b))
