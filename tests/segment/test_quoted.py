"""Whose a quoted text is: by the credit in it or below it, by the name under it, by the line above a letter."""

from dataclasses import replace
from datetime import date

import pytest
from tests.segment.pages import ELECTION, HARBOUR, PageOf, furniture, marked, outline, parts

from sayso.model.reports import PartKind
from sayso.model.resources import Resources
from sayso.pipeline import segment

STORY = (
    "Flames rose from the boats at four in the morning and crews ran to the quay with buckets of water. "
    "Nobody knew whose boat had burned first of all of them."
)
BEFORE = "I have walked along that quay every morning for as long as I have lived here in the town."
AFTER = "I do not know what to make of it and I will ask my neighbour, who has a boat there, when he comes home."


@pytest.mark.parametrize(
    "quoted",
    [
        f"{{block-quote|{STORY}}}\n\nvia The Coast Courier",
        f"{{block-quote|{STORY}}}\n\nSource: The Coast Courier",
        f"{{block-quote|{STORY}\n\n{{quoted-from|— The Coast Courier}}}}",
    ],
)
def test_a_credit_in_a_quotation_or_below_it_makes_it_a_report(quoted: str, resources: Resources) -> None:
    page = segment(marked(f"{BEFORE}\n\n{quoted}\n\n{AFTER}"), resources)
    assert outline(page) == [(None, None, "I have", "home."), (0, "quotes", "Flames rose", "them.")]
    assert [report.outlet and report.outlet.value for report in page.reports] == [None, "The Coast Courier"]


def test_a_name_under_a_quotation_is_no_headline_and_stays(resources: Resources) -> None:
    speech = "We ask everybody who has seen something to come forward."
    head, body, foot = HARBOUR.split("\n\n")
    page = segment(
        marked(f"{head}\n\n{{block-quote|{speech}\n\n{{quoted-from|Ingrid Holm, mayor}}}}\n\n{body}\n\n{foot}"),
        resources,
    )
    assert (len(page.reports), parts(page, PartKind.HEADLINE), furniture(page)) == (1, [], [])
    assert not page.reports[0].byline


@pytest.mark.parametrize(
    "head",
    [
        "On 3 May 2014, Ada Brenn wrote:",
        "On Sat, May 3, 2014 at 9:10 AM, Ada Brenn <ada@coast.example> wrote:",
        "Den 3. mai 2014 kl. 09:10 skrev Ada Brenn:",
        "3. mai 2014 skrev Ada Brenn <ada@coast.example>:",
    ],
)
def test_the_line_above_a_quoted_letter_names_its_writer_and_day(head: str, resources: Resources) -> None:
    letter = replace(marked(f"{BEFORE}\n\n{head}\n\n{{block-quote|{STORY}}}\n\n{AFTER}"), media_type="message/rfc822")
    page = segment(letter, resources)
    quoted = next(report for report in page.reports if report.parent)
    assert [writer.value for writer in quoted.byline] == ["Ada Brenn"]
    assert quoted.published is not None
    assert quoted.published.earliest == date(2014, 5, 3)


def test_outside_letters_a_quotation_without_a_sign_stays(resources: Resources) -> None:
    words = f"{BEFORE}\n\n{{block-quote|{STORY}}}\n\n{AFTER}"
    assert len(segment(marked(words), resources).reports) == 1
    assert len(segment(replace(marked(words), media_type="message/rfc822"), resources).reports) == 2


def test_papers_and_days_under_the_headlines_speak_for_what_they_head(page_of: PageOf) -> None:
    page = page_of(
        f"Boats burn at the quay\n\nThe Coast Courier, 8 July 2013\n\n{HARBOUR}\n\n"
        f"Farmers ahead in Karvia\n\nBy Rolf Eide\n\nThe Valley Post, 12 July 2013\n\n{ELECTION}"
    )
    assert outline(page) == [(None, None, "Boats burn", "said."), (None, None, "Farmers ahead", "diesel.")]
    first, second = page.reports
    assert [one.outlet and one.outlet.value for one in (first, second)] == ["The Coast Courier", "The Valley Post"]
    assert [one.published and one.published.earliest.day for one in (first, second)] == [8, 12]
    assert ([name.value for name in first.byline], [name.value for name in second.byline]) == ([], ["Rolf Eide"])


def test_the_foot_of_a_printed_page_is_furniture_and_a_table_is_not(page_of: PageOf) -> None:
    assert furniture(page_of(f"{HARBOUR}\n\nThe Coast Courier Archive\t12")) == ["The Coast Courier Archive\t12"]
    assert furniture(page_of(f"{HARBOUR}\n\nNordvik\t12\nPlenza\t7\nUlme\t3")) == []


@pytest.mark.parametrize(
    "line",
    [
        "Karvia (AP) -- Residents of Plenza said that the boats had left.",
        "Ada Brenn in Nordvik said that nobody had seen the boats leave the quay.",
    ],
)
def test_a_sentence_that_opens_with_names_is_no_byline(page_of: PageOf, line: str) -> None:
    page = page_of(f"{line}\n\n{HARBOUR}")
    assert not parts(page, PartKind.BYLINE)
    assert not page.reports[0].byline


def test_a_day_and_a_spaced_dash_make_a_dateline_even_of_broken_letters(page_of: PageOf) -> None:
    page = page_of("GÃ¶teby, 4 May 2014 â€“ Two boats were burned at the quay on Sunday, the mayor of the town said.")
    (report,) = page.reports
    assert report.place is not None
    assert report.published is not None
    assert (report.place.value, report.published.earliest) == ("Göteby", date(2014, 5, 4))
