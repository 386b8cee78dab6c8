"""The measure of stated days: what counts as right, wrong, missed and asserted without ground."""

from __future__ import annotations

from datetime import date

from bench.days import judged, tally

DAY = {"verdict": "day", "day": date(2031, 5, 6), "at": [3, 9]}
NONE = {"verdict": "none"}
OPEN = {"verdict": "open", "at": [3, 9], "also": [date(2031, 5, 6)]}


def test_each_outcome_is_counted_once() -> None:
    verdicts = {"a": DAY, "b": DAY, "c": DAY, "d": NONE, "e": NONE, "f": OPEN}
    given = {"a": ["2031-05-06"], "b": ["2031-05-07"], "c": [], "d": ["2031-05-06"], "e": [], "f": ["2031-05-06"]}

    found = tally(given, verdicts)

    assert (found["right"], found["wrong"], found["missed"], found["asserted without ground"]) == (2, 1, 1, 1)
    assert found["silent, of those that state none (%)"] == 50.0


def test_only_the_first_day_given_counts() -> None:
    assert tally({"a": ["2031-05-07", "2031-05-06"]}, {"a": DAY})["wrong"] == 1


def test_verdicts_keep_ids_and_offsets_and_no_words() -> None:
    rows = judged()
    assert len(rows) == 80
    for row in rows.values():
        assert set(row) <= {"id", "verdict", "day", "at", "also"}
        assert (row["verdict"] == "day") == ("day" in row)
        assert row["id"].rstrip("b").isdigit()
