"""Rule profiles: each turns the same figures into its own numbers, and says by which rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.packs import load_packs
from sayso.values.amount import Amount, Bound
from sayso.values.amount_grammar import parse_amount
from sayso.values.amount_profiles import Profile, estimate


def figures(*words: str) -> list[Amount]:
    found = [parse_amount(w, load_packs()["en"]) for w in words]
    return [amount for amount in found if amount]


@pytest.mark.parametrize(
    ("words", "profile", "expected"),
    [
        (["14", "17", "17"], Profile.UCDP, (14, 17, 17)),
        (["14", "at least 20"], Profile.UCDP, (14, 14, 20)),
        (["dozens", "31"], Profile.UCDP, (31, 31, 31)),
        (["12", "up to 40"], Profile.UCDP, (12, 12, 40)),
        (["14", "17", "17"], Profile.ACLED, (14, 14, 14)),
        (["dozens"], Profile.ACLED, (12, 12, 12)),
        (["hundreds"], Profile.ACLED, (100, 100, 100)),
        (["several hundred"], Profile.ACLED, (100, 100, 100)),
        (["14", "17"], Profile.SAID, (14, None, 17)),
        (["14", "14"], Profile.SAID, (14, 14, 14)),
        (["14", "more than 20"], Profile.SAID, (14, None, None)),
    ],
)
def test_a_profile_makes_its_own_numbers(
    words: list[str], profile: Profile, expected: tuple[float | None, ...]
) -> None:
    made = estimate(figures(*words), profile)
    assert made is not None
    assert (made.low, made.best, made.high) == expected


def test_an_estimate_names_its_rules_and_what_it_rests_on() -> None:
    made = estimate(figures("dozens", "31", "at least 35"), Profile.UCDP)
    assert made is not None
    assert made.used == (1, 2)
    assert "notions-give-way-to-numbers" in made.rules
    assert "open-figures-count-as-their-number" in made.rules


def test_nothing_is_made_of_nothing() -> None:
    assert all(estimate([], profile) is None for profile in Profile)


NUMBERS = st.integers(0, 10_000).map(float)
AMOUNTS = st.one_of(
    st.builds(lambda n: Amount(n, n, Bound.EXACT), NUMBERS),
    st.builds(lambda n: Amount(n, None, Bound.AT_LEAST), NUMBERS),
    st.builds(lambda n: Amount(None, n, Bound.AT_MOST), NUMBERS),
)


@given(st.lists(AMOUNTS, min_size=1, max_size=6), st.sampled_from(Profile))
def test_low_best_and_high_are_in_order_and_reasons_are_given(amounts: list[Amount], profile: Profile) -> None:
    made = estimate(amounts, profile)
    assert made is not None
    assert made.rules
    told = [n for n in (made.low, made.best, made.high) if n is not None]
    assert told == sorted(told)


@given(st.lists(AMOUNTS, min_size=1, max_size=6), st.sampled_from(Profile))
def test_the_order_of_figures_changes_no_number(amounts: list[Amount], profile: Profile) -> None:
    one, other = estimate(amounts, profile), estimate(amounts[::-1], profile)
    assert one is not None
    assert other is not None
    assert (one.low, one.best, one.high) == (other.low, other.best, other.high)
