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


def test_norwegian_times(find: Find) -> None:
    text = "Soldatene kom tilbake til byen i går, og på tirsdag var gatene tomme igjen, sa innbyggerne."
    yesterday, tuesday = find(text, date(2019, 5, 15))
    assert (yesterday.earliest, tuesday.earliest) == (date(2019, 5, 14), date(2019, 5, 14))


@pytest.mark.parametrize(
    "text", ["", "99:99 99/99/9999", "Monday " * 3000, "0000-00-00 2019-02-31", "31 February 2019", "٢٠١٩"]
)
def test_any_text_is_read(find: Find, text: str) -> None:
    find(text, date(2019, 5, 15))
