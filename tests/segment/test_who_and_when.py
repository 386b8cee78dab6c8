"""Who published a report and when, on invented pages."""

from datetime import date

import pytest
from tests.segment.pages import ELECTION, HARBOUR, PageOf, furniture, parts

from sayso.model.ids import make_document, sha256_hex
from sayso.model.reports import Basis, PartKind
from sayso.model.resources import Resources
from sayso.model.text import Claimed
from sayso.pipeline import segment


def test_metadata_speaks_for_the_only_report_and_for_none_of_several(resources: Resources) -> None:
    def published(text: str) -> list[tuple[date, Basis] | None]:
        claimed = Claimed(published="2014-05-03T10:00:00Z", outlet="Vestland News")
        page = segment(make_document(sha256_hex(text), "test", text, claimed=claimed), resources)
        return [(r.published.earliest, r.published.basis) if r.published else None for r in page.reports]

    assert published(HARBOUR) == [(date(2014, 5, 3), Basis.METADATA)]
    assert published(f"{HARBOUR}\n\nSource: The Coast Courier\n\n{ELECTION}") == [None, None]


def test_contributors_name_the_outlet(page_of: PageOf) -> None:
    page = page_of(f"{HARBOUR}\n\nCNN's Ada Brenn and Jon Lie contributed to this report.")
    assert page.reports[0].outlet is not None
    assert page.reports[0].outlet.value == "CNN"


@pytest.mark.parametrize(
    ("line", "outlet", "agency"),
    [
        ("Vestland Press - Monday, May 7, 2001", None, "Vestland Press"),
        ("Coast Courier – 7 May 2001", "Coast Courier", None),
    ],
)
def test_a_name_with_a_date_names_and_dates_the_piece(
    page_of: PageOf, line: str, outlet: str | None, agency: str | None
) -> None:
    (report,) = page_of(f"{line}\n\nBoats burn at the old quay\n\n{HARBOUR}").reports
    assert (report.outlet and report.outlet.value, report.agency and report.agency.value) == (outlet, agency)
    assert report.published is not None
    assert (report.published.earliest, report.published.basis) == (date(2001, 5, 7), Basis.CREDIT)


@pytest.mark.parametrize(
    ("top", "outlet"),
    [
        ("The Vestland Echo\nMonday, 7 May 2001", "The Vestland Echo"),
        ("VESTLAND POST", "Vestland Post"),
        ("SKIPPERS' AID UNION", None),
        ("Northern Coast", None),
        ("Vestland News", None),
        ("World News", None),
    ],
)
def test_a_masthead_names_the_outlet_and_leaves_the_headline_its_place(
    page_of: PageOf, top: str, outlet: str | None
) -> None:
    page = page_of(f"{top}\n\nTwo boats burn at the old quay of Nordvik\n\nNORDVIK — {HARBOUR}")
    assert [report.outlet and report.outlet.value for report in page.reports] == [outlet]
    assert outlet is None or top.partition("\n")[0] in furniture(page)


def test_a_name_that_returns_in_a_notice_is_the_masthead(page_of: PageOf) -> None:
    page = page_of(
        f"SKIPPERS' AID UNION\nNote on the fire in the harbour\n\n{HARBOUR}\n\nContact: Skippers' Aid Union, Nordvik."
    )
    assert page.reports[0].outlet is not None
    assert page.reports[0].outlet.value == "Skippers' Aid Union"
    assert parts(page, PartKind.HEADLINE) == ["Note on the fire in the harbour"]


@pytest.mark.parametrize(
    ("byline", "authors", "outlet", "agency"),
    [
        ("By Ada Brenn, The Coast Courier", ["Ada Brenn"], "The Coast Courier", None),
        ("By VESTLAND PRESS", [], None, "Vestland Press"),
        ("By Ada Brenn and Jon Lie, Staff Writers", ["Ada Brenn", "Jon Lie"], None, None),
        ("By Ada Brenn in Nordvik", ["Ada Brenn"], None, None),
        ("Av Ada Brenn, Kystbladet Avis", ["Ada Brenn"], "Kystbladet Avis", None),
    ],
)
def test_bylines_name_persons_and_media(
    page_of: PageOf, byline: str, authors: list[str], outlet: str | None, agency: str | None
) -> None:
    (report,) = page_of(f"Boats burn at the old quay\n{byline}\n\n{HARBOUR}").reports
    assert [author.value for author in report.byline] == authors
    assert (report.outlet and report.outlet.value, report.agency and report.agency.value) == (outlet, agency)


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("NORDVIK, May 15 (Vestland Telegraph Bureau) — ", "NORDVIK", "Vestland Telegraph Bureau"),
        ("Nordvik, Vestland (Radio Coast) — ", "Nordvik, Vestland", "Radio Coast"),
        ("NORDVIK, Vestland (June 15, 2014) — ", "NORDVIK, Vestland", None),
    ],
)
def test_agencies_of_datelines_may_be_whole_names(
    page_of: PageOf, opening: str, place: str, agency: str | None
) -> None:
    page = page_of(opening + HARBOUR)
    (report,) = page.reports
    assert parts(page, PartKind.DATELINE) == [opening.strip()]
    assert report.place is not None
    assert report.place.value == place
    assert (report.agency and report.agency.value) == agency


def test_letters_of_a_dateline_are_spelled_out_by_the_byline(page_of: PageOf) -> None:
    (report,) = page_of(f"Boats burn at the old quay\nBy Vestland Press\n\nNORDVIK (VP) — {HARBOUR}").reports
    assert report.agency is not None
    assert report.agency.value == "Vestland Press"


def test_the_line_of_a_release_names_and_dates_it(page_of: PageOf) -> None:
    line = "*Harbour Watch statement, 19 May 2014. For immediate release.*"
    page = page_of(f"# What we know about the fire\n\n{line}\n\n{HARBOUR}")
    (report,) = page.reports
    assert report.outlet is not None
    assert report.published is not None
    assert (report.outlet.value, report.published.earliest) == ("Harbour Watch", date(2014, 5, 19))
    assert parts(page, PartKind.BYLINE) == [line]


def test_a_tagline_is_no_outlet(page_of: PageOf) -> None:
    page = page_of(f"{HARBOUR}\n\nTwo boats burn at quay | Stories that move the world")
    assert page.reports[0].outlet is None


@pytest.mark.parametrize(
    "caption",
    [
        "Photo: A burned boat, seen in March. (Vestland Press/File)",
        "The old quay of Nordvik in spring. (Photo: Kari Vik)",
    ],
)
def test_a_caption_shows_by_its_label_or_its_credit(page_of: PageOf, caption: str) -> None:
    assert parts(page_of(f"Boats burn at quay\n{caption}\n\n{HARBOUR}"), PartKind.CAPTION) == [caption]


@pytest.mark.parametrize(
    ("opening", "day", "headline", "agency"),
    [
        ("Published May 3 2014 - Two boats burn at quay - ", date(2014, 5, 3), "Two boats burn at quay", None),
        ("Two boats burn at quay AFP Sunday 4 May 2014 ", date(2014, 5, 4), "Two boats burn at quay", "AFP"),
        ("Wednesday 22 July 2015 22:33 ", date(2015, 7, 22), None, None),
        ("16-12-2014 ", date(2014, 12, 16), None, None),
        (
            "Two boats burn at quay Posted: Wednesday, July 9, 2014 4:18 PM EDT ",
            date(2014, 7, 9),
            "Two boats burn at quay",
            None,
        ),
        ("Publisert 3. mai 2014 - To båter brant - ", date(2014, 5, 3), "To båter brant", None),
    ],
)
def test_date_headline_and_text_run_together_are_told_apart(
    page_of: PageOf, opening: str, day: date, headline: str | None, agency: str | None
) -> None:
    page = page_of(opening + HARBOUR.replace("\n\n", " "))
    (report,) = page.reports
    assert report.published is not None
    assert (report.published.earliest, report.published.latest) == (day, day)
    assert parts(page, PartKind.HEADLINE) == ([headline] if headline else [])
    assert (report.agency and report.agency.value) == agency
    first = next(s for s in page.sentences if s.span.of(page.document.text) != headline)
    assert first.span.of(page.document.text).startswith("The harbour of Nordvik")


@pytest.mark.parametrize(
    "opening",
    [
        "On 3 May 2014 Nordvik was quiet. ",
        "3 May 2014, Nordvik: ",
        "The video, posted on 3 May 2014, shows the quay. ",
        "Updated 3 May 2014 - ",
        "05-04-2016 ",
        "The League said on Sunday 4 May 2014 Nordvik was quiet. ",
    ],
)
def test_a_date_in_running_prose_is_no_day_of_publication(page_of: PageOf, opening: str) -> None:
    assert page_of(opening + HARBOUR).reports[0].published is None
