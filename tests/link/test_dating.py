"""Undated reports are dated by what the case knows, with reasons; what says nothing dates nothing."""

from collections.abc import Callable
from datetime import date, timedelta

from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.link.dating import date_together
from sayso.link.dating.calendar import Calendar
from sayso.link.lineage import find_lineage
from sayso.model.reading import Reading
from sayso.model.reconstruction import ReportDate
from sayso.values.when import Granularity, When

ReadText = Callable[[str], Reading]

DATED = """Vestland News, Tuesday, 8 March 2016

KARVIA - Gunmen killed 64 gendarmes in Karvia on Monday, the ministry said.

Colonel Iven Torsk appeared on Radio Orbis on Tuesday and urged other officers to protect the town.
"""
SAME_WEEK = """A town in fear

Shops stayed closed in Karvia on Thursday. The ministry says a gang killed 64 gendarmes there early on Monday.
"""
WEEK_AFTER = """Karvia counts its dead

The town where 64 gendarmes were killed last week buried its mayor on Wednesday.
"""
SAME_DEED = """The officer who went over

Iven Torsk, the colonel, appeared on Radio Orbis on Tuesday and called on officers to protect the people of the town.
"""
UNTIED = """A harvest

The wheat of Sellin was brought in on Friday, farmers said.
"""


def dates(read_text: ReadText, *texts: str) -> list[ReportDate]:
    """Date the reports of texts together, in the order of the texts."""
    readings = [read_text(text) for text in texts]
    corpus = Corpus.of(readings)
    own = date_reports(corpus)
    found = {d.report: d for d in date_together(corpus, own, find_lineage(corpus, own))}
    return [found[reading.reports[0].id] for reading in readings]


def rules(found: ReportDate) -> set[str]:
    return {reason.rule for reason in found.because}


def test_a_shared_figure_and_a_weekday_date_a_report(read_text: ReadText) -> None:
    _, found = dates(read_text, DATED, SAME_WEEK)
    assert (found.earliest, found.latest) == (date(2016, 3, 10), date(2016, 3, 13))
    assert found.basis == "inferred"
    assert {"shared-figure", "opening-weekday"} <= rules(found)
    assert all(reason.anchors for reason in found.because)


def test_last_week_is_the_week_after(read_text: ReadText) -> None:
    _, found = dates(read_text, DATED, WEEK_AFTER)
    assert (found.earliest, found.latest) == (date(2016, 3, 16), date(2016, 3, 19))


def test_the_same_deed_of_the_same_person_ties_two_reports(read_text: ReadText) -> None:
    _, found = dates(read_text, DATED, SAME_DEED)
    assert found.earliest == date(2016, 3, 8)
    assert found.latest is not None
    assert found.latest <= date(2016, 3, 14)
    assert "shared-deed" in rules(found)


def test_stated_days_stay(read_text: ReadText) -> None:
    found = dates(read_text, DATED, SAME_WEEK)[0]
    assert (found.earliest, found.latest, found.basis) == (date(2016, 3, 8), date(2016, 3, 8), "credit")


def test_a_report_that_nothing_ties_to_the_others_stays_undated(read_text: ReadText) -> None:
    found = dates(read_text, DATED, UNTIED)[1]
    assert (found.earliest, found.latest) == (None, None)


def test_without_any_known_day_nothing_is_dated(read_text: ReadText) -> None:
    assert all(found.earliest is None for found in dates(read_text, SAME_WEEK, WEEK_AFTER))


def test_clues_that_contradict_are_shown(read_text: ReadText) -> None:
    years_later = DATED.replace("2016", "2018").replace("Tuesday, 8", "Thursday, 8")
    _, _, found = dates(read_text, DATED, years_later, SAME_WEEK)
    assert found.earliest is None or "contradicts" in rules(found)


def test_the_order_of_reports_changes_nothing(read_text: ReadText) -> None:
    there = dates(read_text, DATED, SAME_WEEK, WEEK_AFTER)
    back = dates(read_text, WEEK_AFTER, SAME_WEEK, DATED)
    assert there == back[::-1]


def test_sets_of_days_begin_and_end_where_they_should() -> None:
    calendar = Calendar(date(2016, 3, 1), 31, {"a few days ago": (2, 8)})
    week = calendar.between(date(2016, 3, 7), date(2016, 3, 13))
    assert calendar.ends(week) == (date(2016, 3, 7), date(2016, 3, 13))
    assert calendar.ends(calendar.since(week))[1] == date(2016, 3, 31)
    assert calendar.ends(calendar.following(week, 3))[1] == date(2016, 3, 16)
    vague = When("PAST_REF", "", Granularity.VAGUE)
    day = (date(2016, 3, 20) - calendar.first) // timedelta(days=1)
    assert calendar.ends(calendar.told(vague, "a few  days ago", day)) == (date(2016, 3, 12), date(2016, 3, 18))
    assert calendar.told(vague, "long ago", day) == calendar.every
