"""Measures of every kind parse back from how they are said and compare within their dimension."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.packs import load_packs
from sayso.values.amount import Amount, Bound
from sayso.values.amount_kinds import AGE, PART, Measure, compare_kinds, format_measure, parse_measure
from sayso.values.comparison import Comparison

ENGLISH = load_packs()["en"]
KINDS = {
    "money": ["USD", "EUR"],
    "share": ["percent"],
    "distance": ["km", "mile", "m", "ft", "yard"],
    "weight": ["kg", "tonne", "ton", "lb"],
    "area": ["sqkm", "sqmile", "hectare", "acre"],
    "age": [AGE],
    "duration": ["hour", "day", "week", "month", "year"],
}
NUMBERS = st.one_of(st.integers(1, 999), st.integers(2, 90).map(lambda n: n * 1000), st.just(2.5)).map(float)
BOUNDS = st.sampled_from([Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN])


def _amount(number: float, bound: Bound) -> Amount:
    low = None if bound in (Bound.AT_MOST, Bound.LESS_THAN) else number
    high = None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else number
    return Amount(low, high, bound)


AMOUNTS = st.one_of(
    st.builds(_amount, NUMBERS, BOUNDS),
    st.builds(lambda n, more: Amount(float(n), float(n + more), Bound.RANGE), st.integers(1, 99), st.integers(1, 99)),
)
MEASURES = st.builds(Measure, AMOUNTS, st.sampled_from([unit for units in KINDS.values() for unit in units]))
FRACTIONS = st.builds(
    lambda n, bound: Measure(Amount(n, n, bound), PART),
    st.sampled_from([0.5, 0.3333, 0.6667, 0.25, 0.75]),
    st.sampled_from([Bound.EXACT, Bound.ABOUT]),
)


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(amount=AMOUNTS, data=st.data())
def test_measure_of_each_kind_parses_back(kind: str, amount: Amount, data: st.DataObject) -> None:
    measure = Measure(amount, data.draw(st.sampled_from(KINDS[kind])))
    assert parse_measure(format_measure(measure), ENGLISH) == measure


@given(FRACTIONS)
def test_fraction_parses_back(measure: Measure) -> None:
    assert parse_measure(format_measure(measure), ENGLISH) == measure


@given(st.one_of(MEASURES, FRACTIONS), st.one_of(MEASURES, FRACTIONS))
def test_comparison_is_symmetric_but_for_refining(a: Measure, b: Measure) -> None:
    there, back = compare_kinds(a, b), compare_kinds(b, a)
    if Comparison.REFINES in (there, back):
        assert {there, back} == {Comparison.REFINES, Comparison.COMPATIBLE}
    else:
        assert there is back


@given(st.one_of(MEASURES, FRACTIONS))
def test_measure_equals_itself(measure: Measure) -> None:
    assert compare_kinds(measure, measure) is Comparison.EQUAL


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("12 miles", "20 kilometers", Comparison.EQUAL),
        ("12 miles", "40 kilometers", Comparison.CONFLICTS),
        ("half", "50 percent", Comparison.EQUAL),
        ("a third", "50 percent", Comparison.CONFLICTS),
        ("two weeks", "14 days", Comparison.EQUAL),
        ("two years", "24 months", Comparison.EQUAL),
        ("30 days", "one month", Comparison.NOT_COMPARABLE),
        ("20 dollars", "20 euros", Comparison.NOT_COMPARABLE),
        ("aged 26", "26 miles", Comparison.NOT_COMPARABLE),
        ("aged 26", "aged 27", Comparison.CONFLICTS),
        ("more than 300 tonnes", "310 tonnes", Comparison.COMPATIBLE),
    ],
)
def test_measures_compare_within_their_dimension(a: str, b: str, expected: Comparison) -> None:
    left, right = parse_measure(a, ENGLISH), parse_measure(b, ENGLISH)
    assert left is not None
    assert right is not None
    assert compare_kinds(left, right) is expected
