"""When reports were published, and on what basis."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.factory import reading

from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.model.annotations import TimeBasis
from sayso.model.reading import Reading
from sayso.model.reconstruction import ReportDate
from sayso.model.text import Claimed

DAY = date(2019, 5, 6)


def dated(item: Reading) -> ReportDate:
    """Date the first report of a reading."""
    return next(d for d in date_reports(Corpus.of([item])) if d.report == item.reports[0].id)


def told(item: Reading, day: date) -> Reading:
    """Give a reading's one time expression a stated day."""
    time = replace(item.times[0], basis=TimeBasis.STATED, earliest=day, latest=day)
    return replace(item, times=(time,))


def test_a_stated_day_is_taken_with_its_basis() -> None:
    found = dated(reading("Rain fell.", published="2019-05-06"))
    assert (found.earliest, found.latest, found.basis) == (DAY, DAY, "stated")
    assert found.because


def test_metadata_date_the_page_of_one_report_and_only_bound_a_stitched_piece() -> None:
    claimed = Claimed(published="2019-05-06T10:00")
    assert (
        dated(reading("Rain fell.", claimed=claimed)).earliest,
        dated(reading("Rain fell.", claimed=claimed)).basis,
    ) == (DAY, "metadata")
    stitched = dated(reading("{r1|Rain fell.}\n{r2|Snow fell.}", claimed=claimed, reports=("r1", "r2")))
    assert (stitched.earliest, stitched.latest, stitched.basis) == (None, DAY, "bounds")


def test_a_day_told_as_past_is_not_younger_than_the_report() -> None:
    found = dated(told(reading("{own|Rain fell on {t|6 May 2019}}."), DAY))
    assert (found.earliest, found.latest, found.basis) == (DAY, None, "bounds")


def test_an_undated_report_is_unknown_not_today() -> None:
    found = dated(reading("{own|Rain fell on {t|Monday}}."))
    assert (found.earliest, found.latest, found.basis, found.because) == (None, None, "unknown", ())


def test_metadata_that_contradict_the_text_are_not_used() -> None:
    item = told(
        reading(
            "{r1|{own|Rain fell on {t|6 May 2019}}.}\n{r2|Snow.}",
            claimed=Claimed(published="2018-01-01"),
            reports=("r1", "r2"),
        ),
        DAY,
    )
    assert (dated(item).earliest, dated(item).latest) == (DAY, None)


def test_nonsense_in_metadata_is_no_day() -> None:
    assert dated(reading("Rain.", claimed=Claimed(published="yesterday"))).basis == "unknown"


def test_a_page_is_not_younger_than_its_capture() -> None:
    found = dated(reading("Rain fell.", claimed=Claimed(captured="2021-02-03T04:05:06Z")))
    assert (found.earliest, found.latest, found.basis) == (None, date(2021, 2, 3), "bounds")
