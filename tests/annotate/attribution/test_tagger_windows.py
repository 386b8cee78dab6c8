"""Windows: every piece once, paragraphs whole where they fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.attribution.tagger.windows import cut_windows


def test_windows_end_where_paragraphs_do() -> None:
    assert cut_windows([0, 4, 9, 12], 15, 10) == [(0, 9), (9, 15)]


def test_a_long_paragraph_is_cut_where_the_window_is_full() -> None:
    assert cut_windows([0, 3], 25, 10) == [(0, 3), (3, 13), (13, 23), (23, 25)]


def test_the_first_window_may_be_shorter() -> None:
    assert cut_windows([0, 4, 9, 12], 15, 10, first=5) == [(0, 4), (4, 12), (12, 15)]


def test_nothing_has_no_windows() -> None:
    assert cut_windows([], 0, 10) == []


@given(st.integers(1, 400), st.integers(1, 60), st.sets(st.integers(1, 399), max_size=40), st.integers(0, 60))
def test_every_piece_is_read_once(count: int, size: int, openings: set[int], first: int) -> None:
    windows = cut_windows(sorted({0, *(o for o in openings if o < count)}), count, size, min(first, size))
    assert [i for start, end in windows for i in range(start, end)] == list(range(count))
    assert all(end - start <= size for start, end in windows)
