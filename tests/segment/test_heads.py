"""Who and when, measured on a table of heads and feet: at least nine fields of ten right, and no field said that is not there."""

import pytest
from tests.segment.heads import CASES, Case
from tests.segment.pages import HARBOUR, HAVN, PageOf

from sayso.model.reports import Report


def found(report: Report) -> dict[str, object]:
    """Return what was read of a report, in the terms of the table."""
    day = report.published
    return {
        "published": day and (str(day.earliest) if day.earliest == day.latest else f"{day.earliest}..{day.latest}"),
        "outlet": report.outlet and report.outlet.value,
        "agency": report.agency and report.agency.value,
        "byline": tuple(name.value for name in report.byline),
        "place": report.place and report.place.value,
    }


def differences(case: Case, page_of: PageOf) -> list[str]:
    """Return the fields that were read otherwise than the table says."""
    reports = page_of(case.above + (HAVN if case.language == "n" else HARBOUR) + case.below).reports
    if len(reports) != 1:
        return [f"{len(reports)} reports"]
    got = found(reports[0])
    return [f"{name}: {got[name]!r}, not {getattr(case, name)!r}" for name in got if got[name] != getattr(case, name)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number}")
def test_heads_and_feet(case: Case, page_of: PageOf) -> None:
    assert not differences(case, page_of)
