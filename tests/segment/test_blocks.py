"""Reports inside a page: entries of a live report, updates, quoted articles, by markup and by shape."""

from datetime import date

import pytest
from tests.segment.pages import HARBOUR, PageOf, furniture, marked, outline, parts

from sayso.model.reports import PartKind
from sayso.model.resources import Resources
from sayso.pipeline import segment

LIVE = [
    "The harbour has been closed, the coast guard says. Two boats have broken loose and a third has sunk at the old quay.",
    "Power is out in all of the northern districts. The utility says that 4,000 homes are dark and that crews are on their way.",
    "The bridge at Plenza is under water and nobody can cross, our correspondent tells us from the town. The road is closed too.",
    "The prime minister has called a meeting of the cabinet for this afternoon, her office has announced in a short note today.",
]

HEADS = [
    ["10.42am: ", "11.05am: ", "11.30am: ", "12.15pm: "],
    ["14:05 — ", "13:50 — ", "12:10 — ", "11:00 — "],
    ["[10:42]\n", "[10:50]\n", "[11:10]\n", "[11:20]\n"],
    ["10:42 GMT\n", "10:50 GMT\n", "11:10 GMT\n", "11:20 GMT\n"],
    ["Kl. 10.42:\n", "Kl. 10.55:\n", "Kl. 11.15:\n", "Kl. 11.40:\n"],
    ["10pm\n", "9pm\n", "8pm\n", "7pm\n"],
    ["2014-05-07 10:42\n", "2014-05-07 10:50\n", "2014-05-07 11:10\n", "2014-05-07 11:20\n"],
]


@pytest.mark.parametrize("heads", HEADS)
def test_entries_of_a_live_report_are_reports_under_the_page(page_of: PageOf, heads: list[str]) -> None:
    entries = "\n\n".join(head + text for head, text in zip(heads, LIVE, strict=True))
    page = page_of(f"Storm in Nordvik: live\n\nFollow the storm in Vestland with us all day.\n\n{entries}")
    assert [(row[0], row[1]) for row in outline(page)] == [(None, None), *[(0, "embeds")] * 4]
    assert [row[3] for row in outline(page)] == ["day.", "quay.", "way.", "too.", "today."]
    assert not furniture(page)


def test_the_time_of_an_entry_is_no_part_of_what_is_said(page_of: PageOf) -> None:
    entries = "\n\n".join(head + text for head, text in zip(HEADS[0], LIVE, strict=True))
    page = page_of(f"Storm in Nordvik\n\n{entries}")
    assert [sentence.span.of(page.document.text)[:3] for sentence in page.sentences if sentence.paragraph == 1] == [
        "The",
        "Two",
    ]


def test_an_entry_has_the_day_of_its_page(page_of: PageOf) -> None:
    entries = "\n\n".join(head + text for head, text in zip(HEADS[0], LIVE, strict=True))
    page = page_of(
        f"Storm in Nordvik: live\n\nBy Ada Brenn\n7 May 2014\n\nFollow the storm in Vestland with us all day.\n\n{entries}"
    )
    assert [r.published and r.published.earliest for r in page.reports] == [date(2014, 5, 7)] * 5


@pytest.mark.parametrize(
    "lines",
    [
        ["08.15: The boat leaves Nordvik.", "08.40: It is seen off Plenza.", "09.10: The engine stops."],
        [
            "10.30 boats left the quay that day, and nobody saw where they went, the harbour master told the court on Monday."
        ],
    ],
)
def test_a_short_chronology_stays_in_its_report(page_of: PageOf, lines: list[str]) -> None:
    assert len(page_of(HARBOUR + "\n\n" + "\n\n".join(lines)).reports) == 1


def test_days_as_heads_part_a_diary(page_of: PageOf) -> None:
    days = ["7 May 2014", "8 May 2014", "9 May 2014"]
    page = page_of(
        "Diary from the coast\n\n" + "\n\n".join(f"{d}\n\n{t} {t}" for d, t in zip(days, LIVE, strict=False))
    )
    assert [(row[0], row[1]) for row in outline(page)] == [(None, None), *[(0, "embeds")] * 3]
    assert [r.published and r.published.earliest.day for r in page.reports] == [None, 7, 8, 9]


@pytest.mark.parametrize(
    "head", ["Update 3pm: ", "UPDATE: ", "Update II: ", "Oppdatering kl. 15: ", "UPDATED 14:05 — ", "Update 3pm\n"]
)
def test_an_update_below_a_report_is_a_report_that_updates_it(page_of: PageOf, head: str) -> None:
    text = HARBOUR + "\n\n" + LIVE[1]
    page = page_of(
        f"Boats burn at quay\nBy Ada Brenn\n7 May 2014\n\n{text}\n\n{head}Three boats burned, the Guard now says, and one man is held."
    )
    assert outline(page)[1][:2] == (0, "updates")
    assert [r.published and r.published.earliest for r in page.reports] == [date(2014, 5, 7), None]


@pytest.mark.parametrize("line", ["Updated 14:05", "Last updated: 7 May 2014, 14:05", "UPDATED: 7 May 2014"])
def test_a_line_that_only_says_when_it_was_changed_is_no_update(page_of: PageOf, line: str) -> None:
    assert len(page_of(f"Boats burn at quay\n{line}\n\n{HARBOUR}\n\n{LIVE[1]}\n\n{line}").reports) == 1


def test_a_text_quoted_with_arrows_is_a_report_with_its_credit(page_of: PageOf) -> None:
    story = "> NORDVIK — " + HARBOUR.replace("\n\n", "\n> ")
    page = page_of(
        f"I have read about this all week and I cannot believe it.\n\n{story}\n\nSource: The Coast Courier\n\nI think that is a shame, and so does my neighbour."
    )
    assert outline(page) == [(None, None, "I have", "neighbour."), (0, "quotes", ">", "said.")] or outline(page)[1][
        :2
    ] == (0, "quotes")
    quoted = page.reports[1]
    assert quoted.outlet is not None
    assert (quoted.outlet.value, quoted.place and quoted.place.value) == ("The Coast Courier", "NORDVIK")


def read_marks(words: str, resources: Resources) -> list[tuple[int | None, str | None, str, str]]:
    """Return the outline of a page with marks."""
    return outline(segment(marked(words), resources))


def test_markup_names_the_parts(resources: Resources) -> None:
    page = segment(
        marked(
            "{headline|Share prices fall}\n\n{standfirst|Two boats were lost. The harbour is closed.}\n\n{byline|Ada Brenn}\n\n"
            "{date|7 May 2014}\n\n{caption|A burned boat at the quay}\n\n{pull-quote|We do not know}\n\n" + HARBOUR
        ),
        resources,
    )
    (report,) = page.reports
    assert parts(page, PartKind.HEADLINE) == ["Share prices fall"]
    assert parts(page, PartKind.STANDFIRST) == ["Two boats were lost. The harbour is closed."]
    assert parts(page, PartKind.CAPTION) == ["A burned boat at the quay"]
    assert parts(page, PartKind.PULL_QUOTE) == ["We do not know"]
    assert [author.value for author in report.byline] == ["Ada Brenn"]
    assert report.published is not None
    assert report.published.earliest == date(2014, 5, 7)
    assert not page.boilerplate


def test_comments_and_related_matter_of_the_markup_are_boilerplate(resources: Resources) -> None:
    comment = "I was there and I saw it with my own eyes, and they know nothing at all."
    page = segment(marked(f"{HARBOUR}\n\n{{related|Storm over Plenza}}\n\n{{comment|{comment}}}"), resources)
    assert furniture(page) == ["Storm over Plenza", comment]
    assert [str(item.kind) for item in page.boilerplate] == ["related", "comment"]


def test_entries_of_the_markup_are_reports_and_quote_others(resources: Resources) -> None:
    story = "Flames rose at four in the morning and crews ran to the quay with buckets. “I ran,” said Jon Lie, who owns a boat, as others had."
    words = f"{{headline|Storm live}}\n\n{{entry|{{date|10:42}}\n\n{LIVE[0]}}}\n\n{{entry|{{date|11:05}}\n\n{LIVE[1]}\n\n{{block-quote|{story}}}}}"
    assert [row[:2] for row in read_marks(words, resources)] == [
        (None, None),
        (0, "embeds"),
        (0, "embeds"),
        (2, "quotes"),
    ]


def test_one_box_around_the_whole_page_is_no_entry(resources: Resources) -> None:
    assert [row[:2] for row in read_marks(f"{{entry|{HARBOUR}}}", resources)] == [(None, None)]


def test_a_quoted_article_is_a_report_and_a_quoted_statement_is_not(resources: Resources) -> None:
    speech = "We have begun an inquiry into the fire. We ask everybody who has seen something to come forward, and we thank the crews for their patience."
    story = "Flames rose from the boats at four in the morning and crews ran to the quay with buckets. Nobody knew whose boat had burned first of all."
    head, body, foot = HARBOUR.split("\n\n")
    words = f"{head}\n\nThe ministry said in a statement:\n\n{{block-quote|{speech}}}\n\n{body}\n\nThe Coast Courier had more:\n\n{{block-quote|{story}}}\n\n{foot}"
    page = segment(marked(words), resources)
    assert [row[:2] for row in outline(page)] == [(None, None), (0, "quotes")]
    quoted = page.reports[1]
    assert quoted.outlet is not None
    assert quoted.outlet.span is not None
    assert quoted.outlet.value == quoted.outlet.span.of(page.document.text) == "The Coast Courier"


def test_a_quoted_article_in_another_language_is_a_report(resources: Resources) -> None:
    words = f"Det er nesten ikke til å tro hva som skjer i Nordvik om dagen.\n\n{{block-quote|{HARBOUR}}}\n\nDet er uhørt at hele flåten er satt i arrest."
    assert [row[:2] for row in read_marks(words, resources)] == [(None, None), (0, "quotes")]
