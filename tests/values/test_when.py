"""Times as said, and what a reference day makes of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.packs import load_packs
from sayso.values.comparison import Comparison
from sayso.values.time_grammar import find_times, parse_time
from sayso.values.when import When, anchored, compare_times, interval, resolve

ENGLISH, NORWEGIAN = load_packs()["en"], load_packs()["nb"]
WEDNESDAY = date(2019, 5, 15)


def read(words: str) -> When:
    when = parse_time(words, ENGLISH)
    assert when is not None, words
    return when


@pytest.mark.parametrize(
    ("words", "timex", "modifier"),
    [
        ("Tuesday, May 7, 2019", "2019-05-07", None),
        ("7 May 2019", "2019-05-07", None),
        ("the 7th of May, 2019", "2019-05-07", None),
        ("May 2019", "2019-05", None),
        ("mid-March", "XXXX-03", "MID"),
        ("the end of March", "XXXX-03", "END"),
        ("early Monday", "XXXX-WXX-1", "START"),
        ("Sunday night", "XXXX-WXX-7TNI", None),
        ("the 1980s", "198", None),
        ("the 19th century", "18", None),
        ("493 BC", "BC0493", None),
        ("the spring of 1916", "1916-SP", None),
        ("three-month", "P3M", None),
        ("nearly forty years", "P40Y", "LESS_THAN"),
        ("several weeks", "PXW", None),
        ("every day", "P1D", None),
        ("3:05 p.m.", "XXXX-XX-XXT15:05", None),
        ("a few days ago", "PAST_REF", None),
        ("the third quarter of 2019", "2019-Q3", None),
        ("the second half of 2017", "2017-H2", None),
        ("0600 GMT", "XXXX-XX-XXT06:00", None),
        ("around noon on Friday", "XXXX-WXX-5T12:00", "APPROX"),
        ("the night of 3 to 4 June", "XXXX-06-03TNI", None),
        ("the fifth straight Friday", "XXXX-WXX-5", None),
        ("twice a month", "P1M", None),
        ("half an hour", "PT30M", None),
        ("28.02.2020", "2020-02-28", None),
        ("25/05/2016", "2016-05-25", None),
        ("04/05/2016", "2016", None),
        ("Nov. 12", "XXXX-11-12", None),
        ("the eighties", "198", None),
        ("more than two hours", "PT2H", "MORE_THAN"),
        ("the coming days", "FUTURE_REF", None),
    ],
)
def test_time_is_read_as_said(words: str, timex: str, modifier: str | None) -> None:
    when = read(words)
    assert (when.timex, when.modifier) == (timex, modifier)


@pytest.mark.parametrize(
    ("words", "timex"),
    [
        ("Wednesday", "2019-05-15"),
        ("Thursday", "2019-05-09"),
        ("last Wednesday", "2019-05-08"),
        ("next Friday", "2019-05-17"),
        ("yesterday", "2019-05-14"),
        ("last week", "2019-W19"),
        ("a week ago", "2019-W19"),
        ("three days ago", "2019-05-12"),
        ("last month", "2019-04"),
        ("last June", "2018-06"),
        ("mid-March", "2019-03"),
        ("June 20", "2018-06-20"),
        ("the weekend", "2019-W19-WE"),
        ("this year", "2019"),
        ("the third quarter", "2018-Q3"),
        ("the first quarter of last year", "2018-Q1"),
        ("Monday last week", "2019-05-06"),
        ("March last year", "2018-03"),
        ("the weekend before last", "2019-W18-WE"),
        ("overnight", "2019-05-14TNI"),
    ],
)
def test_time_counts_from_a_reference_day(words: str, timex: str) -> None:
    assert anchored(read(words), WEDNESDAY).timex == timex


def test_what_is_said_stays_open_until_anchored() -> None:
    assert interval(read("Thursday")) is None
    assert interval(read("last week")) is None


def test_future_clause_looks_ahead() -> None:
    assert anchored(read("Thursday"), WEDNESDAY, forward=True).timex == "2019-05-16"


def test_modifier_narrows_months_not_days() -> None:
    assert interval(anchored(read("early May 2019"), WEDNESDAY)) == (date(2019, 5, 1), date(2019, 5, 16))
    assert interval(anchored(read("early Monday"), WEDNESDAY)) == (date(2019, 5, 13), date(2019, 5, 13))


def test_uncertain_publication_day_widens_the_reading() -> None:
    assert resolve(read("Tuesday"), date(2019, 5, 10), date(2019, 5, 15)) == (date(2019, 5, 7), date(2019, 5, 14))


@pytest.mark.parametrize(
    ("words", "relative"),
    [("i går", "day-1"), ("igår", "day-1"), ("forrige uke", "week-1"), ("for tre dager siden", "day-3")],
)
def test_norwegian_time(words: str, relative: str) -> None:
    when = parse_time(words, NORWEGIAN)
    assert when is not None
    assert when.relative == relative


@pytest.mark.parametrize(
    ("words", "timex"),
    [
        ("natt til søndag", "XXXX-WXX-6TNI"),
        ("torsdag klokken 18", "XXXX-WXX-4T18:00"),
        ("klokka tolv", "XXXX-XX-XXT12:00"),
        ("1990-tallet", "199"),
        ("1700-tallet", "17"),
        ("halvannet år", "P1.5Y"),
        ("hver høst", "XXXX-FA"),
        ("to ganger i uka", "P1W"),
        ("tredje kvartal 2019", "2019-Q3"),
        ("17.05.2019", "2019-05-17"),
        ("for lenge siden", "PAST_REF"),
    ],
)
def test_norwegian_times_are_read_as_said(words: str, timex: str) -> None:
    when = parse_time(words, NORWEGIAN)
    assert when is not None
    assert when.timex == timex


@pytest.mark.parametrize(
    ("words", "timex"),
    [
        ("i fjor", "2018"),
        ("i år", "2019"),
        ("i morges", "2019-05-15TMO"),
        ("i forgårs", "2019-05-13"),
        ("om to uker", "2019-W22"),
        ("i fjor vår", "2018-SP"),
        ("til høsten", "2019-FA"),
        ("mandag forrige uke", "2019-05-06"),
    ],
)
def test_norwegian_times_count_from_a_reference_day(words: str, timex: str) -> None:
    when = parse_time(words, NORWEGIAN)
    assert when is not None
    assert anchored(when, WEDNESDAY).timex == timex


def test_norwegian_dates() -> None:
    days = [parse_time(words, NORWEGIAN) for words in ("7. mai 2019", "midten av mars", "lørdag kveld")]
    assert [when.timex if when else None for when in days] == ["2019-05-07", "XXXX-03", "XXXX-WXX-6TEV"]


@given(st.dates(date(1600, 1, 1), date(2090, 12, 31)))
def test_weekdays_resolve_to_the_week_up_to_the_day(day: date) -> None:
    for number, name in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), 1):
        days = interval(anchored(read(name), day))
        assert days is not None
        assert days[0].isoweekday() == number
        assert 0 <= (day - days[0]).days < 7


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    for match in find_times(text, ENGLISH):
        assert 0 <= match.start < match.end <= len(text)


def test_times_compare_by_the_days_they_allow() -> None:
    month, day, other = read("May 2019"), read("May 7, 2019"), read("June 2019")
    assert compare_times(day, month) is Comparison.REFINES
    assert compare_times(month, day) is Comparison.COMPATIBLE
    assert compare_times(month, other) is compare_times(other, month) is Comparison.CONFLICTS
    assert compare_times(month, read("Tuesday")) is Comparison.NOT_COMPARABLE
