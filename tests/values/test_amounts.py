"""Amounts: what the words say, their comparison, and that they parse back from how they are said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.packs import load_packs
from sayso.values.amount import Amount, Bound, compare_amounts, format_amount
from sayso.values.amount_grammar import parse_amount
from sayso.values.comparison import Comparison

ENGLISH, NORWEGIAN = load_packs()["en"], load_packs()["nb"]

SAID = [
    ("120", 120, 120, Bound.EXACT),
    ("more than 1,300", 1300, None, Bound.MORE_THAN),
    ("well over 200", 200, None, Bound.MORE_THAN),
    ("at least 59", 59, None, Bound.AT_LEAST),
    ("no fewer than twelve", 12, None, Bound.AT_LEAST),
    ("as many as 15,000", None, 15000, Bound.AT_MOST),
    ("up to several hundred", None, 999, Bound.AT_MOST),
    ("fewer than thirty", None, 30, Bound.LESS_THAN),
    ("some 160", 160, 160, Bound.ABOUT),
    ("close to 7,000", 7000, 7000, Bound.ABOUT),
    ("20 to 30", 20, 30, Bound.RANGE),
    ("between 20 and 30", 20, 30, Bound.RANGE),
    ("2 to 3 million", 2e6, 3e6, Bound.RANGE),
    ("120 or more", 120, None, Bound.AT_LEAST),
    ("two hundred and five", 205, 205, Bound.EXACT),
    ("twenty-one", 21, 21, Bound.EXACT),
    ("half a million", 5e5, 5e5, Bound.EXACT),
    ("a dozen", 12, 12, Bound.EXACT),
    ("several hundred", 200, 999, Bound.VAGUE),
    ("dozens", 24, 99, Bound.VAGUE),
    ("hundreds of thousands", 200_000, 999_999, Bound.VAGUE),
]


@pytest.mark.parametrize(("words", "low", "high", "bound"), SAID)
def test_amount_is_read_as_said(words: str, low: float | None, high: float | None, bound: Bound) -> None:
    assert parse_amount(words, ENGLISH) == Amount(low, high, bound)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("2.400", 2400, 2400),
        ("2 400", 2400, 2400),
        ("1,5 millioner", 1.5e6, 1.5e6),
        ("tjueto", 22, 22),
        ("flere hundre", 200, 999),
    ],
)
def test_norwegian_amount_uses_its_own_marks(words: str, low: float, high: float) -> None:
    amount = parse_amount(words, NORWEGIAN)
    assert amount is not None
    assert (amount.low, amount.high) == (low, high)


@pytest.mark.parametrize("words", ["21st", "third", "1,23,4", "no", "", "the"])
def test_what_is_no_amount_is_none(words: str) -> None:
    assert parse_amount(words, ENGLISH) is None


NUMBERS = st.one_of(st.integers(0, 5_000_000), st.sampled_from([1.5, 2.5, 1400.5])).map(float)
PLAIN = st.builds(Amount, low=NUMBERS, high=st.none(), bound=st.sampled_from([Bound.AT_LEAST, Bound.MORE_THAN]))
UPPER = st.builds(Amount, low=st.none(), high=NUMBERS, bound=st.sampled_from([Bound.AT_MOST, Bound.LESS_THAN]))
EXACT = st.builds(lambda n, bound: Amount(n, n, bound), NUMBERS, st.sampled_from([Bound.EXACT, Bound.ABOUT]))
RANGE = st.builds(
    lambda n, more: Amount(float(n), float(n + more), Bound.RANGE), st.integers(1, 9999), st.integers(1, 9999)
)
VAGUE = st.sampled_from(
    ["several", "dozens", "several hundred", "tens of thousands", "several thousand", "scores of"]
).map(lambda words: parse_amount(words, ENGLISH))
AMOUNTS = st.one_of(PLAIN, UPPER, EXACT, RANGE, VAGUE)


@given(AMOUNTS)
def test_amount_parses_back_from_how_it_is_said(amount: Amount) -> None:
    assert parse_amount(format_amount(amount), ENGLISH) == amount


@given(AMOUNTS, AMOUNTS)
def test_comparison_is_symmetric_but_for_refining(a: Amount, b: Amount) -> None:
    there, back = compare_amounts(a, b), compare_amounts(b, a)
    if Comparison.REFINES in (there, back):
        assert {there, back} == {Comparison.REFINES, Comparison.COMPATIBLE}
    else:
        assert there is back


@given(AMOUNTS)
def test_amount_equals_itself(amount: Amount) -> None:
    assert compare_amounts(amount, amount) is Comparison.EQUAL


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("120", "119", Comparison.CONFLICTS),
        ("120", "dozens", Comparison.CONFLICTS),
        ("6,817", "close to 7,000", Comparison.REFINES),
        ("2,400", "at least 2,400", Comparison.REFINES),
        ("2,400", "more than 2,400", Comparison.COMPATIBLE),
        ("more than 1,300", "more than 1,100", Comparison.REFINES),
        ("20 to 30", "25 to 40", Comparison.COMPATIBLE),
        ("up to 15,000", "more than 20,000", Comparison.CONFLICTS),
    ],
)
def test_comparison(a: str, b: str, expected: Comparison) -> None:
    left, right = parse_amount(a, ENGLISH), parse_amount(b, ENGLISH)
    assert left is not None
    assert right is not None
    assert compare_amounts(left, right) is expected
