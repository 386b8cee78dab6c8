"""Reports and boilerplate on invented pages: what belongs to whom, who published it and when."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.segment.pages import BLOG, ELECTION, HARBOUR, PageOf, furniture, parts, texts

from sayso.model.ids import make_document, sha256_hex
from sayso.model.page import Page
from sayso.model.reports import Basis, BoilerplateKind, PartKind, Relation
from sayso.model.resources import Resources
from sayso.model.text import Span
from sayso.pipeline import segment


def test_one_story_is_one_report(page_of: PageOf) -> None:
    page = page_of(HARBOUR)
    assert [texts(page, report) for report in page.reports] == [[HARBOUR]]
    assert not page.boilerplate


def test_a_short_text_without_full_stop_is_still_a_report(page_of: PageOf) -> None:
    assert len(page_of("Two boats burned at Nordvik quay").reports) == 1


@pytest.mark.parametrize(
    ("credit", "outlet"),
    [
        ("via Two boats burned at Nordvik quay – Vestland News.", "Vestland News"),
        ("Source: The Coast Courier", "The Coast Courier"),
        ("This article was originally published by Harbour Weekly.", "Harbour Weekly"),
        ("Kilde: Kystbladet", "Kystbladet"),
    ],
)
def test_a_credit_line_ends_the_piece_above_and_names_its_outlet(page_of: PageOf, credit: str, outlet: str) -> None:
    page = page_of(f"{HARBOUR}\n\n{credit}\n\n{ELECTION}")
    first, second = page.reports
    assert texts(page, first) == [HARBOUR]
    assert texts(page, second) == [ELECTION]
    assert first.outlet is not None
    assert (first.outlet.value, first.outlet.basis) == (outlet, Basis.CREDIT)
    assert first.outlet.span is not None
    assert first.outlet.span.of(page.document.text) == outlet
    assert second.outlet is None
    assert furniture(page) == [credit]


def test_credits_may_stand_above_their_pieces(page_of: PageOf) -> None:
    page = page_of(f"Source: The Coast Courier\n\n{HARBOUR}\n\nSource: Karvia Herald\n\n{ELECTION}")
    assert [report.outlet and report.outlet.value for report in page.reports] == ["The Coast Courier", "Karvia Herald"]


def test_a_dateline_starts_a_piece_and_gives_place_and_agency(page_of: PageOf) -> None:
    page = page_of(f"{HARBOUR}\n\nPLENZA, Karvia (AFP) — {ELECTION}")
    first, second = page.reports
    assert texts(page, first) == [HARBOUR]
    assert second.place is not None
    assert second.place.value == "PLENZA, Karvia"
    assert second.agency is not None
    assert (second.agency.value, second.agency.basis) == ("AFP", Basis.DATELINE)
    assert parts(page, PartKind.DATELINE) == ["PLENZA, Karvia (AFP) —"]


@pytest.mark.parametrize(
    "opening",
    [
        "NORDVIK—",
        "NORDVIK, Vestland – ",
        "Near Nordvik, Vestland (CNN) — ",
        "NORDVIK (Reuters) - ",
        "(AP) ",
        "Nordvik (NTB): ",
    ],
)
def test_shapes_of_datelines(page_of: PageOf, opening: str) -> None:
    page = page_of(opening + HARBOUR)
    assert parts(page, PartKind.DATELINE) == [opening.strip()]


def test_a_dash_in_a_sentence_is_no_dateline(page_of: PageOf) -> None:
    page = page_of(f"Nordvik — the old port — was empty on Sunday, and nobody came to see the boats.\n\n{HARBOUR}")
    assert not parts(page, PartKind.DATELINE)


def test_a_line_with_agency_and_date_dates_the_report(page_of: PageOf) -> None:
    page = page_of(f"- Associated Press - Monday, May 7, 2001\n\n{HARBOUR}\n\nStory Continues →")
    (report,) = page.reports
    assert report.agency is not None
    assert report.agency.value == "AP"
    assert report.published is not None
    assert (report.published.earliest, report.published.basis) == (date(2001, 5, 7), Basis.STATED)
    assert furniture(page) == ["Story Continues →"]


def test_dates_of_other_peoples_headlines_date_nothing(page_of: PageOf) -> None:
    menu = "GMT 18:45 2019 Friday ,13 December\nMinister opens new bridge in PlenzaGMT 15:21 2019 Friday ,13 December"
    page = page_of(f"{HARBOUR}\n{menu}\nAll rights reserved to Vestland Media 2021 ©\nSend your comments")
    (report,) = page.reports
    assert report.published is None
    assert texts(page, report) == [HARBOUR]
    assert [item.kind for item in page.boilerplate] == [
        BoilerplateKind.DATE_LINE, BoilerplateKind.RELATED, BoilerplateKind.NOTICE, BoilerplateKind.PROMPT,
    ]  # fmt: skip


def test_a_blogger_and_the_story_he_quotes_are_two_reports_that_interleave(page_of: PageOf) -> None:
    page = page_of(BLOG.format(story=HARBOUR))
    blogger, story = page.reports
    assert (blogger.language, len(blogger.spans)) == ("nb", 2)
    assert (story.language, story.parent, story.relation) == ("en", blogger.id, Relation.QUOTES)
    assert texts(page, story) == [HARBOUR]


def test_a_headline_at_the_end_belongs_to_the_story(page_of: PageOf) -> None:
    page = page_of(f"{HARBOUR}\n\nTwo boats burned at Nordvik quay, mayor blames no one")
    assert parts(page, PartKind.HEADLINE) == ["Two boats burned at Nordvik quay, mayor blames no one"]


def test_captions_are_parts_and_their_credit_is_not_the_agency(page_of: PageOf) -> None:
    caption = "Fishers stand beside a burned boat at the old quay of Nordvik in Vestland"
    page = page_of(f"{caption}\n{caption} Reuters\n\n{HARBOUR}")
    (report,) = page.reports
    assert parts(page, PartKind.CAPTION) == [caption, f"{caption} Reuters"]
    assert report.agency is None


def test_a_sentence_repeated_apart_is_a_pull_quote(page_of: PageOf) -> None:
    first, second, third = HARBOUR.split("\n\n")
    pull = "We do not know who set the boats on fire\n–Ingrid Holm, mayor of Nordvik"
    page = page_of(f"{first}\n\n{pull}\n\n{second}\n\n{third}")
    assert parts(page, PartKind.PULL_QUOTE) == pull.split("\n")
    assert not page.boilerplate


def test_a_subhead_belongs_to_the_report_and_a_list_of_headlines_does_not(page_of: PageOf) -> None:
    first, second, third = HARBOUR.split("\n\n")
    page = page_of(
        f"{first}\n\nCrews stay ashore\n\n{second}\n\nRelated stories\nBakers on strike\nNew bridge for Plenza\n\n{third}"
    )
    assert parts(page, PartKind.HEADLINE) == ["Crews stay ashore"]
    assert furniture(page) == ["Related stories", "Bakers on strike", "New bridge for Plenza"]
    assert len(page.reports) == 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Home | World | Politics | Sport", BoilerplateKind.MENU),
        ("© 2014 Vestland Media. All rights reserved.", BoilerplateKind.NOTICE),
        ("Share this article", BoilerplateKind.PROMPT),
        ("Leave a reply. Nobody sees the address you give.", BoilerplateKind.PROMPT),
        ("14 comments", BoilerplateKind.PROMPT),
        ("Photo: Kari Vik / Vestland News", BoilerplateKind.CREDIT),
        ("Tags: harbour, fire, Nordvik", BoilerplateKind.MENU),
        ("Last updated 3 hours ago", BoilerplateKind.PROMPT),
        ("skipper_88: they know nothing", BoilerplateKind.COMMENT),
        ("Les også: Slik gikk det med flåten", BoilerplateKind.PROMPT),
        ("Saken fortsetter under annonsen", BoilerplateKind.PROMPT),
    ],
)
def test_lines_of_furniture(page_of: PageOf, line: str, kind: BoilerplateKind) -> None:
    first, rest = HARBOUR.split("\n\n", 1)
    page = page_of(f"{first}\n\n{line}\n\n{rest}")
    assert [(item.kind, item.span.of(page.document.text).strip()) for item in page.boilerplate] == [(kind, line)]
    assert len(page.reports) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of the cannery fell by a third on Monday.",
        "“Search the boats,” the mayor said.",
        "He said:",
        "– two boats burned",
        "Holm: We did not know.",
        "More than 200 boats have burned at Nordvik since the spring of last year.--AFP",
        "Photographs of the burned boats were shown to the crews on Monday.",
    ],
)
def test_lines_of_prose_are_never_furniture(page_of: PageOf, line: str) -> None:
    first, rest = HARBOUR.split("\n\n", 1)
    page = page_of(f"{first}\n\n{line}\n\n{rest}")
    assert not page.boilerplate
    assert len(page.reports) == 1


def test_entries_of_a_chronology_do_not_date_it(page_of: PageOf) -> None:
    days = [f"{day} May 2014 - {line}" for day, line in enumerate(HARBOUR.split("\n\n"), 3)]
    assert page_of("\n\n".join(days)).reports[0].published is None


def test_a_round_up_of_places_is_one_report(page_of: PageOf) -> None:
    towns = ["NORDVIK", "PLENZA", "SKARVIK", "DELTA HILL"]
    lines = [
        f"{town} — {line}"
        for town, line in zip(towns, [*HARBOUR.split("\n\n"), ELECTION.partition("\n\n")[0]], strict=True)
    ]
    assert len(page_of("\n\n".join(lines)).reports) == 1


@pytest.mark.parametrize(
    "items",
    [
        "Of the crews that stayed ashore:\nIn the north two boats\nFrom the old quay none",
        "A boat of the north was lost at sea\nA boat of the south was lost at night\nA boat of the west came home",
    ],
)
def test_lists_inside_a_piece_are_its_text(page_of: PageOf, items: str) -> None:
    first, rest = HARBOUR.split("\n\n", 1)
    assert not page_of(f"{first}\n\n{items}\n\n{rest}").boilerplate


def test_a_last_sentence_cut_off_is_kept(page_of: PageOf) -> None:
    headline = "Two boats burn at the old quay of Nordvik"
    page = page_of(f"{headline}\n\n{HARBOUR}\n\nThe mayor said crews who leave the quay befo")
    assert not page.boilerplate


def test_teasers_that_stand_twice_are_furniture(page_of: PageOf) -> None:
    teasers = [line for line in ELECTION.split("\n\n") for _ in range(2)]
    page = page_of("\n\n".join([*teasers, HARBOUR]))
    assert furniture(page) == teasers
    assert len(page.reports) == 1


def owned(page: Page) -> list[Span]:
    return sorted(
        [*(span for report in page.reports for span in report.spans), *(item.span for item in page.boilerplate)]
    )


LINES = st.sampled_from([
    *HARBOUR.split("\n\n"), *ELECTION.split("\n\n"), *BLOG.split("\n\n"), "", " ", "Share", "via X – Y.", "NORDVIK—", "— —", "12", "Read more",
    "Source: A B", "©", "GMT 15:21", "7 May 2001", "31 June 2001", "By Ada Brenn", "(AP)", "Tags:", "- B", "3 May 2014 - A - B", "THE X POST", "Photo: (X/File)", "Posted: May 3, 2014", "|", "“", "\x00", "Les også", "عاجل",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(LINES, max_size=14), ends=st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_each_character_is_in_one_report_or_in_boilerplate(page_of_any: PageOf, lines: list[str], ends: str) -> None:
    page = page_of_any(ends.join(lines))
    spans = owned(page)
    assert all(a.end == b.start for a, b in pairwise(spans))
    if page.paragraphs:
        assert (spans[0].start, spans[-1].end) == (0, len(page.document.text))
    assert len({report.id for report in page.reports}) == len(page.reports)
    assert all(report.parent in {None, *(other.id for other in page.reports)} for report in page.reports)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_no_text_raises(page_of_any: PageOf, text: str) -> None:
    page_of_any(text)


@pytest.fixture(scope="module")
def page_of_any(resources: Resources) -> PageOf:
    """Take a text apart without parsing it: properties of the layout need no sentences."""
    unparsed = Resources(resources.packs, {}, (), resources.identify, "test")
    return lambda text: segment(make_document(sha256_hex(text), "test", text), unparsed)


@pytest.mark.shared
def test_the_reference_pages_hold_nine_reports(shared: Path, resources: Resources) -> None:
    counts = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text("utf-8")
        page = segment(make_document(sha256_hex(text), path.name, text), resources)
        counts.append(len(page.reports))
    assert counts == [2, 1, 1, 4, 1]


def test_the_foot_of_a_page_run_together_is_furniture(page_of: PageOf) -> None:
    foot = "Vestland Watch Live Schedule Where To Watch Android Satellite Coverage About Us Contact Legal Privacy Policy Terms of Use"
    foot += " Careers Newsroom Advertise Archive Weather Sports Opinion Culture Travel Podcasts Radio Shop Help Press Office Cookie Policy"
    assert furniture(page_of(f"{HARBOUR}\n\n{foot}")) == [foot]


@pytest.mark.parametrize("filler", [" ", "-", " - ", ",", "\u00a0", "(", "Photo: ", "3 May 2014 - ", "By A. ", "»"])
def test_long_lines_take_no_long_time(page_of_any: PageOf, filler: str) -> None:
    started = monotonic()
    page_of_any(
        f"By Ada {filler * (60_000 // len(filler))} Brenn\n\nPublished 3 May 2014 - A{filler * (60_000 // len(filler))}b\n\n{HARBOUR}"
    )
    assert monotonic() - started < 10


def test_headings_run_in_are_no_datelines(page_of: PageOf) -> None:
    lines = HARBOUR.split("\n\n")
    text = f"{HARBOUR}\n\nANXIOUS COASTAL CREWS — {lines[0]}\n\nNOBODY HAS ASKED HIM — {lines[1]}\n\nRELATED ARTICLE - {lines[2]}"
    page = page_of(text)
    assert len(page.reports) == 1
    assert not parts(page, PartKind.DATELINE)


def test_a_source_of_figures_is_no_outlet(page_of: PageOf) -> None:
    assert page_of(f"{HARBOUR}\n\nSource: Coast Guard.").reports[0].outlet is None
