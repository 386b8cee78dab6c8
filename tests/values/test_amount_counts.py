"""Counts compare only where they count the same: else they are different or not comparable, and the reason is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.values.amount import Amount, Bound
from sayso.values.amount_counts import Count, CountReason, compare_counts
from sayso.values.comparison import Comparison

TEN, TWENTY = Amount(10, 10, Bound.EXACT), Amount(20, 20, Bound.EXACT)
KILLED = Count(TEN, "soldier", "noncivilians", "killed", "event")


@pytest.mark.parametrize(
    ("other", "comparison", "reason"),
    [
        (Count(TEN, "soldier", "noncivilians", "killed", "event"), Comparison.EQUAL, CountReason.AMOUNTS),
        (Count(TWENTY, "guard", "noncivilians", "killed", "event"), Comparison.CONFLICTS, CountReason.AMOUNTS),
        (Count(TEN, "tank", "things"), Comparison.DIFFERENT, CountReason.OTHER_THING),
        (Count(TWENTY, "soldier", "noncivilians", "wounded", "event"), Comparison.DIFFERENT, CountReason.OTHER_ACT),
        (Count(TWENTY, "soldier", "noncivilians", None, "event"), Comparison.NOT_COMPARABLE, CountReason.OTHER_ACT),
        (Count(TWENTY, "civilian", "civilians", "killed", "event"), Comparison.DIFFERENT, CountReason.OTHER_GROUP),
        (Count(TWENTY, "people", "people", "killed", "event"), Comparison.NOT_COMPARABLE, CountReason.WIDER_GROUP),
        (
            Count(TWENTY, "soldier", "noncivilians", "killed", "running-total", "since May"),
            Comparison.NOT_COMPARABLE,
            CountReason.OTHER_SCOPE,
        ),
        (Count(TEN, "soldier", "noncivilians", "killed", "capacity"), Comparison.DIFFERENT, CountReason.OTHER_SCOPE),
        (
            Count(TWENTY, "soldier", "noncivilians", "killed", "event", part=True),
            Comparison.NOT_COMPARABLE,
            CountReason.PART_AND_WHOLE,
        ),
        (Count(TEN, "", "unknown", None, None, unit="km"), Comparison.NOT_COMPARABLE, CountReason.UNIT),
    ],
)
def test_what_is_counted_decides_first(other: Count, comparison: Comparison, reason: CountReason) -> None:
    verdict = compare_counts(KILLED, other)
    assert (verdict.comparison, verdict.reason) == (comparison, reason)


def test_totals_of_other_windows_are_not_compared() -> None:
    may = Count(TEN, "people", "people", "killed", "running-total", "since May")
    june = Count(TWENTY, "people", "people", "killed", "running-total", "since June")
    assert compare_counts(may, june).reason is CountReason.OTHER_WINDOW


COUNTS = st.builds(
    Count,
    st.sampled_from([TEN, TWENTY, Amount(10, None, Bound.AT_LEAST), Amount(9, 12, Bound.RANGE)]),
    st.sampled_from(["", "soldier", "tank"]),
    st.sampled_from(["unknown", "people", "civilians", "noncivilians", "children", "things"]),
    st.sampled_from([None, "killed", "wounded"]),
    st.sampled_from([None, "event", "running-total", "capacity"]),
    st.sampled_from([None, "since May", "Since  may"]),
    st.sampled_from([None, "km"]),
    st.booleans(),
)


@given(COUNTS, COUNTS)
def test_comparison_is_symmetric_but_for_refining(a: Count, b: Count) -> None:
    there, back = compare_counts(a, b), compare_counts(b, a)
    assert there.reason is back.reason
    if Comparison.REFINES in (there.comparison, back.comparison):
        assert {there.comparison, back.comparison} == {Comparison.REFINES, Comparison.COMPATIBLE}
    else:
        assert there.comparison is back.comparison


@given(COUNTS)
def test_count_equals_itself(count: Count) -> None:
    assert compare_counts(count, count).comparison is Comparison.EQUAL
