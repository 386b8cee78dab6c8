"""Times in pages: resolved only against what the document states, left open else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from sayso.annotate.times import find_times
from sayso.model.annotations import TimeBasis, TimeExpr
from sayso.model.page import Page
from sayso.model.reports import Basis, StatedDate
from sayso.model.resources import Resources

Find = Callable[..., tuple[TimeExpr, ...]]


@pytest.fixture(scope="session")
def find(page_of: Callable[[str], Page], resources: Resources) -> Find:
    def times(text: str, published: date | None = None) -> tuple[TimeExpr, ...]:
        page = page_of(text)
        day = StatedDate(published, published, Basis.GIVEN) if published else None
        return find_times(
            replace(page, reports=tuple(replace(r, published=day) for r in page.reports)), resources.packs
        )

    return times


def test_weekday_without_a_report_date_stays_open(find: Find) -> None:
    (time,) = find("The army entered the town on Tuesday.")
    assert (time.when.timex, time.basis, time.earliest) == ("XXXX-WXX-2", TimeBasis.UNRESOLVED, None)


def test_weekday_is_the_most_recent_on_or_before_the_report(find: Find) -> None:
    (time,) = find("The army entered the town on Tuesday.", date(2019, 5, 15))
    assert (time.earliest, time.latest, time.basis) == (date(2019, 5, 14), date(2019, 5, 14), TimeBasis.REPORT_DATE)


def test_weekday_in_the_future_lies_ahead(find: Find) -> None:
    (time,) = find("The council will meet on Thursday.", date(2019, 5, 15))
    assert time.earliest == date(2019, 5, 16)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the palace in the capital.",
        "May he rest there.",
        "March on, said the captain.",
        "About 1500 soldiers stood there.",
        "The fall of the town came.",
        "A 26-year-old driver said so.",
        "Her mother, in her thirties, won the first half of the match.",
        "The days were long and the weeks hard.",
    ],
)
def test_verbs_counts_and_ages_are_no_times(find: Find, text: str) -> None:
    assert find(text) == ()


def test_story_told_by_dates_carries_its_year(find: Find) -> None:
    text = (
        "The revolt began on 3 March 1911. On 9 April 1911 the fort fell. By 2 May 1911 all was over. "
        "In September the king returned. Two days later he left on 20 October 1911. The next day it rained."
    )
    times = {t.span.of(text): t for t in find(text)}
    assert (times["September"].when.timex, times["September"].basis) == ("1911-09", TimeBasis.NARRATIVE)
    assert (times["The next day"].earliest, times["The next day"].basis) == (
        date(1911, 10, 21),
        TimeBasis.PREVIOUS_DATE,
    )


def test_one_old_year_does_not_date_a_news_text(find: Find) -> None:
    text = "It recalled the 1967 war. The revolt began in mid-March."
    (march,) = [t for t in find(text) if "March" in t.span.of(text)]
    assert march.basis is TimeBasis.UNRESOLVED


def test_next_day_without_a_day_before_stays_open(find: Find) -> None:
    (time,) = find("The next day the shelling stopped.", date(2019, 5, 15))
    assert time.basis is TimeBasis.UNRESOLVED


def test_a_timetable_in_the_present_lies_ahead_but_not_in_a_headline(find: Find) -> None:
    (time,) = find("The inquiry opens on Thursday in the old hall.", date(2019, 5, 15))
    assert time.earliest == date(2019, 5, 16)


def test_a_clock_time_is_of_the_day_told_in_its_paragraph_or_of_the_report(find: Find) -> None:
    night, clock = find("They came on Monday. The gate fell at 9 p.m. and burned.", date(2019, 5, 15))
    assert (night.earliest, clock.earliest, clock.basis) == (
        date(2019, 5, 13),
        date(2019, 5, 13),
        TimeBasis.PREVIOUS_DATE,
    )
    (alone,) = find("The gate fell at 6 a.m. and burned.", date(2019, 5, 15))
    assert (alone.earliest, alone.basis) == (date(2019, 5, 15), TimeBasis.REPORT_DATE)


def test_a_month_of_the_story_told_takes_its_year(find: Find) -> None:
    times = find(
        "The revolt of March 1998 is not forgotten. That March, soldiers burned the archive.", date(2023, 8, 30)
    )
    assert [t.when.timex for t in times] == ["1998-03", "1998-03"]


def test_norwegian_times_ahead_and_hearsay(find: Find) -> None:
    ahead = find("Statsministeren sier at rådet skal møtes i Sandvik igjen på torsdag etter pausen.", date(2019, 5, 15))
    past = find("Mannen skal ha flyktet fra leiren ved elva på torsdag, sier naboene i landsbyen.", date(2019, 5, 15))
    assert [t.earliest for t in (*ahead, *past)] == [date(2019, 5, 16), date(2019, 5, 9)]


def test_norwegian_ages_are_no_times(find: Find) -> None:
    assert find("Helseministeren ber alle over 65 år om å ta vaksinen nå.", None)[0].when.timex == "PRESENT_REF"


def test_norwegian_times(find: Find) -> None:
    text = "Soldatene kom tilbake til byen i går, og på tirsdag var gatene tomme igjen, sa innbyggerne."
    yesterday, tuesday = find(text, date(2019, 5, 15))
    assert (yesterday.earliest, tuesday.earliest) == (date(2019, 5, 14), date(2019, 5, 14))


@pytest.mark.parametrize(
    "text", ["", "99:99 99/99/9999", "Monday " * 3000, "0000-00-00 2019-02-31", "31 February 2019", "٢٠١٩"]
)
def test_any_text_is_read(find: Find, text: str) -> None:
    find(text, date(2019, 5, 15))
