"""Reports and boilerplate on invented pages: what belongs to whom, who published it and when."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.ids import make_document, sha256_hex
from sayso.model.page import Page
from sayso.model.reports import Basis, BoilerplateKind, PartKind, Relation, Report
from sayso.model.resources import Resources
from sayso.model.text import Claimed, Span
from sayso.pipeline import segment

PageOf = Callable[[str], Page]

HARBOUR = """The harbour of Nordvik was closed on Sunday after two boats had burned at the old quay, the town's mayor said.

"We do not know who set the boats on fire," Ingrid Holm told reporters. "The Coast Guard is asking every skipper."

Crews of the Nordvik fleet were told to stay ashore until the Guard has searched the remaining boats, she said."""

ELECTION = """Voters in the republic of Karvia chose a new parliament on Saturday, with the Farmers' League ahead in early counts.

Turnout was the lowest in twenty years, the electoral commission said, and polling stations in the valleys closed early.

The League's leader, Pavel Orsic, promised to form a government within a week and to lower the price of seed and diesel."""

BLOG = """Det er nesten ikke til å tro hva som skjer i Nordvik om dagen, og hvor lite avisene her hjemme skriver om det.

{story}

Ordføreren har altså ingen anelse om hvem som sto bak brannen, og likevel er hele flåten satt i arrest. Det er uhørt."""


def texts(page: Page, report: Report) -> list[str]:
    return [span.of(page.document.text).strip() for span in report.spans]


def furniture(page: Page) -> list[str]:
    return [item.span.of(page.document.text).strip() for item in page.boilerplate]


def parts(page: Page, kind: PartKind) -> list[str]:
    return [part.span.of(page.document.text) for report in page.reports for part in report.parts if part.kind is kind]


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
        ("Leave a reply. Your email address will not be published.", BoilerplateKind.PROMPT),
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
            "Two boats burn at quay Posted: Thursday, July 11, 2013 2:53 PM EDT ",
            date(2013, 7, 11),
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
