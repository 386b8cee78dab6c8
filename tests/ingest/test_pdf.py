"""PDFs: paragraphs whole and in reading order, pages to be cited, and every reason why there is no text."""

from __future__ import annotations

from typing import Any

import pytest
from tests.ingest.paper import Line, column, pdf, wrapped

from sayso.ingest import limits
from sayso.ingest.pdf import apart, page_of
from sayso.ingest.pdf.look import look_at
from sayso.ingest.pdf.order import columns_of, rows_of
from sayso.ingest.pdf.words import Run
from sayso.model.text import MarkKind
from sayso.segment.view import same_length_view

FIRST = (
    "The residents of Orlo said that soldiers had come down from the hills before dawn and closed the bridge. "
    "Nobody was told why, and the mayor could not be reached by telephone."
)
SECOND = "By noon some forty families had crossed the river Vemm on foot, said Ann Brandt, a teacher who left with her mother."
THIRD = (
    "At Ulme the customs house stayed shut for a third day. Traders waited beside their lorries and slept under canvas."
)
FOURTH = (
    "Two lorries came back at night with their lamps out, and their drivers told nobody what they had seen on the road."
)


@pytest.fixture(autouse=True)
def in_this_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run PDFium here, as a process a test would take long."""
    if "own_process" not in request.fixturenames:
        monkeypatch.setattr(apart, "records", look_at)


@pytest.fixture
def own_process() -> None:
    """Let PDFium run in a process of its own, as it does outside tests."""


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\f", "\n\n").split("\n\n") if part.strip()]


def test_lines_are_put_together_to_paragraphs(ingest: Any) -> None:
    spaced = ingest("a.pdf", pdf([column(f"{FIRST}\n\n{SECOND}", 72, 700, 300)])).document
    assert paragraphs(spaced.text) == [FIRST, SECOND]
    indented = ingest("a.pdf", pdf([column(f"{FIRST}\n\n{SECOND}", 72, 700, 300, indent=12, gap=0)])).document
    assert indented.text == spaced.text


@pytest.mark.parametrize("drawn", ["a column after the other", "across the page"])
def test_columns_are_read_one_after_the_other(ingest: Any, drawn: str) -> None:
    lines = [*column(f"{FIRST}\n\n{SECOND}", 72, 680, 210), *column(THIRD, 320, 680, 210)]
    if drawn == "across the page":
        lines.sort(key=lambda line: (-line.y, line.x))
    page = [Line(72, 730, "Bridge closed at Orlo", 22), *lines]
    document = ingest("a.pdf", pdf([page])).document
    assert paragraphs(document.text) == ["Bridge closed at Orlo", FIRST, SECOND, THIRD]


def test_three_columns_under_two_and_a_headline_between(ingest: Any) -> None:
    upper = [*column(FIRST, 50, 740, 240), *column(SECOND, 310, 740, 240)]
    lower = [*column(THIRD, 50, 600, 150), *column(SECOND, 220, 600, 150), *column(FIRST, 390, 600, 150)]
    page = [*upper, Line(50, 630, "Nobody answers at the customs house of Ulme any more", 20), *lower]
    page.sort(key=lambda line: (-line.y, line.x))
    text = ingest("a.pdf", pdf([page])).document.text
    assert paragraphs(text) == [
        FIRST, SECOND, "Nobody answers at the customs house of Ulme any more", THIRD, SECOND, FIRST,
    ]  # fmt: skip


def test_a_sentence_that_runs_over_a_column_is_whole(ingest: Any) -> None:
    lines = column(FIRST, 72, 700, 210)
    half = len(lines) // 2
    moved = [Line(320, 700 - 12 * at, line.words) for at, line in enumerate(lines[half:])]
    padding = column(SECOND, 72, 700 - 12 * half - 6, 210)
    page = [
        *(Line(line.x, line.y + 120, line.words) for line in padding),
        *lines[:half],
        *moved,
        *column(THIRD, 320, 600, 210),
    ]
    assert FIRST in ingest("a.pdf", pdf([page])).document.text


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("the villa-", "gers fled at night"), "the villagers fled at night"),
        (("they fled from al-", "Orlo at night"), "they fled from al-Orlo at night"),
        (("between 1990-", "95 it was calm"), "between 1990-95 it was calm"),
        (("the police- and sea-", "and road-blocks stood"), "the police- and sea- and road-blocks stood"),
        (("the well-known well-", "known mayor fled"), "the well-known well-known mayor fled"),
        (("they fled to\xad", "wards the hills"), "they fled towards the hills"),
    ],
)
def test_words_parted_at_line_ends(ingest: Any, lines: tuple[str, str], read: str) -> None:
    page = [Line(72, 700, lines[0]), Line(72, 688, lines[1])]
    assert ingest("a.pdf", pdf([page])).document.text == read


def running(number: int, body: list[Line]) -> list[Line]:
    head = Line(72, 760, "THE ORLO POST", 8) if number % 2 else Line(400, 760, "Wednesday edition", 8)
    return [head, *body, Line(300, 30, f"Page {number} of 4", 8)]


def test_running_heads_and_page_numbers_stand_apart(ingest: Any) -> None:
    bodies = (FIRST, SECOND, THIRD, FOURTH)
    pages = [running(number, column(body, 72, 700, 300)) for number, body in enumerate(bodies, start=1)]
    text = ingest("a.pdf", pdf(pages)).document.text
    lines = paragraphs(text)
    assert [line for line in lines if len(line) > 40] == list(bodies)
    assert (lines.count("THE ORLO POST"), lines.count("Wednesday edition"), "Page 3 of 4" in lines) == (2, 2, True)


def test_a_sentence_that_runs_over_a_page_is_whole_and_both_pages_can_be_cited(ingest: Any) -> None:
    lines = column(FIRST, 72, 200, 300)
    first = running(1, [*column(THIRD, 72, 700, 300), lines[0]])
    second = running(3, [Line(72, 700, lines[1].words), Line(72, 688, lines[2].words), *column(SECOND, 72, 660, 300)])
    document = ingest("a.pdf", pdf([first, second])).document
    assert document.text.count("\f") == 1
    assert FIRST in document.text.replace("\f", " ")
    assert [
        page_of(document.text, document.text.index(words)) for words in ("At Ulme", "telephone", "Page 1", "Page 3")
    ] == [1, 2, 1, 2]


def test_a_word_parted_by_the_page_stands_where_it_ends(ingest: Any) -> None:
    first = [*column(FIRST, 72, 700, 300), Line(72, 600, "At dawn the soldiers came and all of the villa-")]
    second = [Line(72, 700, "gers of Orlo were told to go to the river at once.")]
    text = ingest("a.pdf", pdf([first, second])).document.text
    assert "all of the\fvillagers of Orlo" in text


def test_empty_pages_count(ingest: Any) -> None:
    document = ingest("a.pdf", pdf([[], column(FIRST, 72, 700, 300), [], column(SECOND, 72, 700, 300)])).document
    assert [page_of(document.text, document.text.index(words)) for words in ("residents", "By noon")] == [2, 4]


def test_rows_of_a_table_stay_rows(ingest: Any) -> None:
    cells = [
        ("Place", "Killed", "What the mayor said"),
        ("Orlo", "12", "nobody had been told of it"),
        ("Ulme", "7", "it was not known by noon"),
    ]
    page = [
        Line(x, 700 - 12 * at, word)
        for at, row in enumerate(cells)
        for x, word in zip((72, 200, 300), row, strict=True)
    ]
    page.sort(key=lambda line: line.x)
    assert paragraphs(ingest("a.pdf", pdf([page])).document.text) == ["\t".join(row) for row in cells]


def test_lines_that_end_on_purpose_stay_lines(ingest: Any) -> None:
    page = [
        *column(FIRST, 72, 700, 300),
        Line(72, 640, "Ann Brandt"),
        Line(72, 628, "School of Orlo"),
        Line(72, 616, "Vemm Street 5"),
    ]
    assert ingest("a.pdf", pdf([page])).document.text.endswith("Ann Brandt\nSchool of Orlo\nVemm Street 5")


def test_headings_are_marked_by_their_size(ingest: Any) -> None:
    page = [
        Line(72, 740, "Bridge closed at", 20),
        Line(72, 716, "Orlo for good", 20),
        Line(72, 690, "What is known", 12),
        *column(FIRST, 72, 660, 300),
    ]
    document = ingest("a.pdf", pdf([page])).document
    assert [(mark.kind, mark.span.of(document.text)) for mark in document.marks] == [
        (MarkKind.HEADLINE, "Bridge closed at Orlo for good"), (MarkKind.SUBHEADING, "What is known"),
    ]  # fmt: skip


def test_what_is_turned_comes_last(ingest: Any) -> None:
    page = [Line(40, 300, "Photo: Bo Lind", turned=True), *column(FIRST, 72, 700, 300)]
    assert paragraphs(ingest("a.pdf", pdf([page])).document.text) == [FIRST, "Photo: Bo Lind"]


def test_properties_are_claimed_but_no_day(ingest: Any) -> None:
    info = "/Title (Bridge closed) /Author (Ann Brandt) /Subject (The crossing) /CreationDate (D:20110614120000Z)"
    claimed = ingest("a.pdf", pdf([column(FIRST, 72, 700, 300)], info=info)).document.claimed
    assert (claimed.title, claimed.byline, claimed.description, claimed.published) == (
        "Bridge closed",
        "Ann Brandt",
        "The crossing",
        None,
    )


def test_pictures_of_pages_need_text_recognition(ingest: Any) -> None:
    for page in ([], [Line(500, 20, "scan 12")]):
        problem = ingest("scan.pdf", pdf([page], images=[0])).problem
        assert "no text layer" in problem.what
        assert "OCR" in problem.way_out


def test_one_page_that_is_a_picture_is_said(ingest: Any) -> None:
    (problem,) = ingest("a.pdf", pdf([column(FIRST, 72, 700, 300), []], images=[1])).document.problems
    assert "page 2" in problem.what
    assert "OCR" in problem.way_out


def test_text_that_a_machine_recognised_is_said(ingest: Any) -> None:
    unseen = [Line(line.x, line.y, line.words, mode=3) for line in column(FIRST, 72, 700, 300)]
    over = ingest("a.pdf", pdf([unseen], images=[0])).document
    assert over.text == FIRST
    assert "text recognition" in over.problems[0].what
    hidden = ingest("a.pdf", pdf([unseen])).document
    assert "not shown" in hidden.problems[0].what


def test_locked_empty_and_damaged_files_are_problems(ingest: Any) -> None:
    locked = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <" + "61" * 32 + "> /U <" + "62" * 32 + "> /P -4 >> /ID [<61> <61>]"
    )
    assert "password" in ingest("a.pdf", pdf([column(FIRST, 72, 700, 300)], extra=locked)).problem.what
    assert "no text" in ingest("a.pdf", pdf([[], []])).problem.what
    assert "damaged" in ingest("a.pdf", b"%PDF-1.7 and nothing more").problem.what
    assert "damaged" in ingest("a.pdf", b"<html>not here</html>").problem.what


def test_pages_beyond_the_limit_are_said(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_PAGES", 1)
    document = ingest("a.pdf", pdf([column(FIRST, 72, 700, 300), column(SECOND, 72, 700, 300)])).document
    assert document.text == FIRST
    assert "more than 1 pages" in document.problems[0].what
    assert "from 2 on" in document.problems[0].consequence


def test_the_process_of_its_own_reads_the_same(ingest: Any, own_process: None, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf([column(f"{FIRST}\n\n{SECOND}", 72, 700, 300)], info="/Title (Bridge)", packed=True)
    apart_from_here = ingest("a.pdf", data).document
    monkeypatch.setattr(apart, "records", look_at)
    assert ingest("a.pdf", data).document == apart_from_here


@pytest.mark.parametrize(
    ("does", "says"),
    [("import os; os.abort()", "crashes"), ("import time; time.sleep(60)", "nothing came of it for 1 seconds")],
)
def test_a_process_that_crashes_or_hangs_costs_its_file(
    ingest: Any, own_process: None, monkeypatch: pytest.MonkeyPatch, does: str, says: str
) -> None:
    monkeypatch.setattr(limits, "PDF_SECONDS", 1)
    records = '{"pages": 1, "attached": 0, "properties": {}}'
    monkeypatch.setattr(apart, "COMMAND", ("-c", f"print('{records}', flush=True); {does}"))
    assert says in ingest("a.pdf", pdf([column(FIRST, 72, 700, 300)])).problem.what


def test_paragraphs_of_one_line_that_are_set_in(ingest: Any) -> None:
    lines = (
        "Nobody was told.",
        "The mayor was away.",
        "By noon some forty families had crossed the river Vemm on foot, said",
    )
    page = [Line(84, 700 - 12 * at, words) for at, words in enumerate(lines)]
    page += [
        Line(72, 664, "Ann Brandt, a teacher who left with her mother and two of her pupils, and"),
        Line(72, 652, "none of them knew why."),
    ]
    assert paragraphs(ingest("a.pdf", pdf([page])).document.text) == [
        "Nobody was told.", "The mayor was away.",
        "By noon some forty families had crossed the river Vemm on foot, said Ann Brandt, a teacher who left with her mother and two of her pupils, and none of them knew why.",
    ]  # fmt: skip


def test_paragraphs_of_one_line_with_space_between(ingest: Any) -> None:
    long = "Nobody at all was told why the bridge had been closed in the night, said the may"
    page = [*(Line(72, 700 - 26 * at, f"{long}{'or' * at}") for at in range(5)), *column(FIRST, 72, 500, 300)]
    assert len(paragraphs(ingest("a.pdf", pdf([page])).document.text)) == 6


def test_what_a_browser_prints_around_a_single_page(ingest: Any) -> None:
    around = [
        Line(20, 775, "14/06/2011, 05:34", 8),
        Line(300, 775, "Bridge", 8),
        Line(20, 15, "https://orlo.example/bridge", 8),
        Line(560, 15, "1/1", 8),
    ]
    body = [*column(f"{FIRST}\n\n{SECOND}", 72, 700, 210), *column(THIRD, 320, 700, 210)]
    page = sorted((*around, *body), key=lambda line: (-line.y, line.x))
    assert paragraphs(ingest("a.pdf", pdf([page])).document.text) == [
        "14/06/2011, 05:34\tBridge", FIRST, SECOND, THIRD, "https://orlo.example/bridge\t1/1",
    ]  # fmt: skip


def test_a_sentence_over_a_page_end_is_one_paragraph_to_those_who_read_it(ingest: Any) -> None:
    lines = wrapped(
        "At dawn the soldiers came to the river and said that nobody but the people of Orlo would be let over the bridge. "
        * 2,
        290,
    )
    cut = next(at for at, line in enumerate(lines) if line.startswith("Orlo"))
    first = [*column(FIRST, 72, 700, 300), *(Line(72, 600 - 12 * at, line) for at, line in enumerate(lines[:cut]))]
    second = [Line(72, 700 - 12 * at, line) for at, line in enumerate(lines[cut:])]
    text = ingest("a.pdf", pdf([first, second])).document.text
    view = same_length_view(text)
    assert "but the people of\fOrlo" in text
    assert len(view) == len(text)
    assert "the people of Orlo would be let over the bridge." in view[text.index("\f") - 20 :]
    assert same_length_view("at noon.\n\fNext page") == "at noon.\n\nNext page"


def leftward(runs: list[tuple[float, float, str]]) -> list[Run]:
    return [Run(left, top - 10, left + 6 * len(words), top, words) for left, top, words in runs]


def test_columns_written_to_the_left_are_read_from_the_right() -> None:
    line = "قال سكان أورلو إن الجنود"
    runs = leftward([(x, 700 - 12 * at, f"{line} {at}") for at in range(4) for x in (72, 320)])
    assert [[row.left for row in column] for column in columns_of(runs)] == [
        [min(-run.right for run in runs if run.left == x)] * 4 for x in (320, 72)
    ]  # fmt: skip


def test_words_of_both_directions_in_one_row() -> None:
    (row,) = rows_of(leftward([(72, 700, "الجنود"), (300, 700, "قال سكان"), (200, 700, "أورلو")]))
    assert row.words.split("\t") == ["قال سكان", "أورلو", "الجنود"]
    (row,) = rows_of(leftward([(300, 700, "said so"), (72, 700, "The mayor"), (200, 700, "الجنود")]))
    assert row.words.split("\t") == ["The mayor", "الجنود", "said so"]


def test_a_process_that_dies_before_it_says_anything(
    ingest: Any, own_process: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "COMMAND", ("-c", "import os; os.abort()"))
    assert "crashes" in ingest("a.pdf", pdf([column(FIRST, 72, 700, 300)])).problem.what
    monkeypatch.setattr(apart.sys, "executable", "no such program")
    assert "cannot be started" in ingest("a.pdf", pdf([column(FIRST, 72, 700, 300)])).problem.what
