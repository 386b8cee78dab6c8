"""Every date written in the Extended Date/Time Format must be one, by a strict reading of its levels 0 to 2."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import date
from pathlib import Path

import pytest
from bench.newstimes import FOLDER, HALVES, passages
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.packs import load_packs
from sayso.values.time_grammar import find_times
from sayso.values.when import When, anchored, edtf_of, interval

DAY = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?P<sure>[?~%])?$")
SEASONS = range(21, 42)
REPORT = date(2019, 5, 15)


def is_edtf(text: str) -> bool:
    """Tell whether a text is a date or an interval of levels 0 to 2 (no sets, exponents or clock times: we write none)."""
    if "/" in text:
        ends = text.split("/")
        whole = len(ends) == 2 and any(end not in ("", "..") for end in ends)
        return whole and all(end in ("", "..") or _is_date(end) for end in ends) and _in_order(*ends)
    return _is_date(text)


def _is_date(text: str) -> bool:
    match = DAY.match(text)
    if not match or match["year"] == "-0000":
        return False
    year, month, day = match["year"], match["month"], match["day"]
    if month is None:
        return True
    if month.isdigit() and int(month) in SEASONS:
        return day is None
    if not _fits(month, 12):
        return False
    if day is None:
        return True
    longest = 31
    if month.isdigit():
        longest = monthrange(int(year), int(month))[1] if year.isdigit() and int(year) else 29 if month == "02" else 31
        longest = min(longest, 30) if month in ("04", "06", "09", "11") else longest
    return _fits(day, longest)


def _fits(digits: str, most: int) -> bool:
    """Tell whether two digits, X for any, can be a number from 1 to `most`."""
    pattern = re.compile(digits.replace("X", r"\d"))
    return any(pattern.fullmatch(f"{number:02d}") for number in range(1, most + 1))


def _in_order(first: str, last: str) -> bool:
    plain = all(re.fullmatch(r"[\d-]+", end) for end in (first, last))
    return not plain or len(first) != len(last) or first <= last


@pytest.mark.parametrize(
    "text",
    ["1985", "1985-04", "1985-04-12", "201X", "20XX", "2004-XX", "1985-04-XX", "XXXX-12-25", "XXXX-XX-XX", "-0492",
     "0000", "2019-05~", "2001-21", "2001-35", "2001-41", "XXXX-22", "2019-05-01/2019-05-16", "2019-05-01/..", "/2006"],
)  # fmt: skip
def test_what_the_format_allows(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text",
    ["", "85", "19850412", "1985-13", "1985-00", "2019-02-29", "1985-04-31", "XXXX-02-30", "00000", "-0000", "2001-20", "2001-42",
     "2001-21-05", "2019-05-16/2019-05-01", "2019/2020/2021", "/", "2019-W20", "2019-05-15T10:00", "193", "XXXX-WXX-1"],
)  # fmt: skip
def test_what_it_does_not_allow(text: str) -> None:
    assert not is_edtf(text)


def written(text: str, language: str) -> list[tuple[str, When]]:
    """Return the times of a text as said, and against a report's day looking back and ahead."""
    said = [match.when for match in find_times(text, load_packs()[language])]
    read = [anchored(when, REPORT, forward=ahead) for when in said for ahead in (False, True)]
    return [(when.edtf, when) for when in (*said, *read)]


@pytest.mark.parametrize("half", HALVES)
def test_all_times_of_invented_news_are_written_rightly(half: str) -> None:
    count = 0
    for passage in passages(FOLDER / f"marked_{half}.txt"):
        for edtf, when in written(passage.text, passage.language):
            count += bool(edtf)
            assert not edtf or is_edtf(edtf), when
    assert count > 200


@pytest.mark.shared
def test_all_times_of_a_hundred_news_texts_are_written_rightly(shared: Path) -> None:
    texts = [
        json.loads(line)["text"]
        for name in ("gva", "fakes")
        for line in (shared / "bench" / name / "dev.jsonl").read_text(encoding="utf-8").splitlines()[-50:]
    ]
    assert len(texts) == 100
    wrong = [(edtf, when) for text in texts for edtf, when in written(text, "en") if edtf and not is_edtf(edtf)]
    assert wrong == []


@given(
    st.from_regex(r"([0-9]{4}|XXXX|BC[0-9]{4}|[0-9]{2,3})(-([0-9]{2}|XX|SP|Q3|H2|W[0-9]{2}|WXX)(-([0-9]{2}|XX|WE|[0-9]))?)?(T09:30|TMO)?", fullmatch=True),
    st.sampled_from([None, "START", "MID", "END", "APPROX", "MORE_THAN"]),
)  # fmt: skip
def test_no_value_however_odd_is_written_wrongly(timex: str, modifier: str | None) -> None:
    written_out = edtf_of(timex, modifier)
    assert not written_out or is_edtf(written_out)


@given(st.dates(date(1600, 1, 1), date(2090, 12, 31)), st.sampled_from(["early", "mid", "late", ""]))
def test_the_interval_and_the_format_say_the_same(day: date, word: str) -> None:
    for words in (f"{word} {day:%B} {day.year}".strip(), f"{day.day} {day:%B} {day.year}"):
        (match,) = find_times(words, load_packs()["en"])
        days = interval(match.when)
        assert days is not None
        whole = match.when.edtf in (f"{days[0]}/{days[1]}", str(days[0]), f"{day:%Y-%m}")
        assert whole
