"""Small cases of undated reports: each clue does its work, and a clue that does not fit is shown."""

from collections.abc import Callable
from datetime import date

from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.link.dating import date_together
from sayso.link.dating.calendar import Calendar
from sayso.link.dating.counts import find_counts
from sayso.link.dating.solve import Solver
from sayso.link.lineage import find_lineage
from sayso.model.reading import Reading
from sayso.model.reconstruction import Because, ReportDate
from sayso.values.when import Granularity, When

ReadText = Callable[[str], Reading]


def dates(read_text: ReadText, *texts: str) -> list[ReportDate]:
    """Date the reports of texts together, in the order of the texts."""
    readings = [read_text(text) for text in texts]
    corpus = Corpus.of(readings)
    own = date_reports(corpus)
    found = {d.report: d for d in date_together(corpus, own, find_lineage(corpus, own))}
    return [found[reading.reports[0].id] for reading in readings]


def rules(found: ReportDate) -> set[str]:
    return {reason.rule for reason in found.because}


# 1. A landslide: its day is dated by one report, others count from it.
SLIDE = """Dolmar Herald, Friday, 3 May 2019

SELLIK - A landslide killed 38 quarrymen in Sellik on Thursday, the district office said.

Rescuers dug through the night with their hands.
"""
MOURNING = """A town in black

Shops stayed shut in Sellik on Friday. A landslide killed 38 quarrymen there a week ago, and the last of them was buried.
"""
SINCE = """What the mountain took

A landslide killed 38 quarrymen in Sellik since April, the union said, and nobody has answered for it.
"""

# 2. A flight over a border: counts that grow, copies, and figures brought up to a day.
MONDAY = """Dolmar Herald, Tuesday, 11 June 2019

KORVAT - Some 6,800 villagers have crossed the river into Calder, the Calderan health office said on Tuesday.

The villagers came in boats, on rafts and on foot over the broken bridge, carrying bedding and small children.
"""
EARLIER = """First boats arrive

At least 2,400 villagers have crossed the river into Calder on Thursday, officers at the landing said.
"""
LATER = """Camps are full

The camps at Calder were shut to newcomers on Tuesday, and the queues grew.

As of Monday, 12,300 villagers had crossed the river into Calder, the Calderan health office said.
"""
COPY = """Korvat Courier

KORVAT - Some 6,800 villagers have crossed the river into Calder, the Calderan health office said on Tuesday.

The villagers came in boats, on rafts and on foot over the broken bridge, carrying bedding and small children.
"""
SAME = """On the far bank

About 6,800 villagers have crossed into Calder so far, and the boats go on day and night, fishermen said on Wednesday.
"""

# 3. Clues against each other.
OTHER_DAY = """Dust and silence

Nobody came on Monday. A landslide killed 38 quarrymen in Sellik on Saturday, a lawyer said, and no siren was heard.
"""


def test_a_week_ago_counts_from_the_day_another_report_dates(read_text: ReadText) -> None:
    found = dates(read_text, SLIDE, MOURNING)[1]
    assert (found.earliest, found.latest) == (date(2019, 5, 10), date(2019, 5, 11))
    assert {"shared-figure", "opening-weekday"} <= rules(found)


def test_an_open_start_does_not_date_the_happening(read_text: ReadText) -> None:
    _, mourning, since = dates(read_text, SLIDE, MOURNING, SINCE)
    assert (mourning.earliest, mourning.latest) == (date(2019, 5, 10), date(2019, 5, 11))
    assert (since.earliest, since.latest, since.basis) == (date(2019, 5, 2), None, "bounds")
    assert "contradicts" not in rules(since) | rules(mourning)


def test_counts_that_grow_order_the_reports(read_text: ReadText) -> None:
    _, earlier, copy = dates(read_text, MONDAY, EARLIER, COPY)
    assert rules(earlier) >= {"running-count"}
    assert (earlier.earliest, earlier.latest, earlier.basis) == (None, date(2019, 6, 9), "bounds")
    assert (copy.earliest, copy.latest) == (date(2019, 6, 11), date(2019, 6, 13))
    assert {"shared-passage", "copy-of"} & rules(copy)


def test_the_same_count_is_told_in_the_same_days(read_text: ReadText) -> None:
    found = dates(read_text, MONDAY, SAME)[1]
    assert (found.earliest, found.latest) == (date(2019, 6, 12), date(2019, 6, 13))
    assert {"running-count"} <= rules(found)


def test_as_of_a_weekday_is_said_in_the_days_after_it(read_text: ReadText) -> None:
    _, _, later = dates(read_text, MONDAY, SAME, LATER)
    assert "as-of" in rules(later)
    assert (later.earliest, later.latest, later.basis) == (date(2019, 6, 12), None, "bounds")


def test_a_clue_that_contradicts_is_shown_and_dates_nothing(read_text: ReadText) -> None:
    found = dates(read_text, SLIDE, OTHER_DAY)[1]
    assert found.earliest is None or "contradicts" in rules(found)
    assert all(reason.text and reason.anchors for reason in found.because if reason.rule == "contradicts")


def test_a_weak_clue_that_does_not_fit_is_shown_and_spoils_nothing() -> None:
    calendar = Calendar(date(2019, 6, 1), 30, {})
    solver = Solver(calendar, {"r": calendar.between(date(2019, 6, 3), date(2019, 6, 5))}, frozenset())
    assert not solver.limit("r", calendar.between(date(2019, 6, 20), None), Because("running-count", "so"), weak=True)
    assert [reason.rule for reason in solver.because["r"]] == ["speaks-against"]
    assert solver.is_sure("r")
    assert not solver.limit("r", calendar.between(date(2019, 6, 20), None), Because("shared-figure", "so"))
    assert not solver.is_sure("r")


def test_a_week_ago_is_about_a_week() -> None:
    calendar = Calendar(date(2019, 5, 1), 31, {})
    when = When("XXXX-XX-XX", "", Granularity.WEEK, None, "week-1")
    day = (date(2019, 5, 10) - calendar.first).days
    assert calendar.ends(calendar.told(when, "a week ago", day)) == (date(2019, 5, 1), date(2019, 5, 5))


def test_counts_stand_with_their_names_and_without_the_counted(read_text: ReadText) -> None:
    (count,) = find_counts(Corpus.of([read_text(MONDAY)]))
    assert count.number == 6800
    assert "cald" in count.names
    assert not {"some", "tues", "vill"} & count.names
    assert not find_counts(Corpus.of([read_text(SLIDE)]))
