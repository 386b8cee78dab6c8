"""Who feeds whom: what is drawn, where it stands, and that the words and the picture say the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factory import reading

from sayso import reconstruct
from sayso.model.reading import Reading
from sayso.model.text import Claimed
from sayso.present.case import Case
from sayso.present.dossier.feeds import feed_chart
from sayso.present.dossier.index import DossierIndex
from sayso.present.feeds import Feed, Feeds, Source, draw, feeds_of
from sayso.present.feeds.forest import Way
from sayso.present.feeds.layout import HEIGHT, MOST, WIDTH

STORY = (
    "The cable car above Tarn Valley stopped between two pylons on Sunday with thirty skiers in its cabins. "
    "Rescuers climbed along the rope from the upper station and lowered the first of them before dark. "
    "The operator said a bearing had been replaced in autumn and had been inspected twice since then. "
    "The last of the skiers was brought to the village hall at four in the morning, cold but unhurt."
)


def page(name: str, *, day: str | None = None, outlet: str | None = None, agency: str | None = None) -> Reading:
    """Return a reading of the story."""
    made = reading(STORY, name=name, outlet=outlet, agency=agency)
    return replace(made, claimed=Claimed(published=day)) if day else made


def case(*readings: Reading) -> Case:
    """Return a case of some readings."""
    made = reconstruct(readings)
    return Case(
        name="tarn",
        originals=(),
        documents=(),
        readings=readings,
        reconstruction=made,
        problems=(),
        judgements=(),
        version="v",
    )


def drawn(*readings: Reading) -> tuple[Feeds, set[tuple[str, str, bool]]]:
    """Return who feeds whom, and what a picture shows of it by outlet."""
    feeds = feeds_of(case(*readings))
    labels = {key: source.label for key, source in feeds.sources.items()}
    return feeds, {(labels[f.source], labels[f.target], f.known) for f in feeds.shown}


def test_reprints_hang_from_the_text_that_was_first() -> None:
    days = [f"2020-02-0{n}" for n in range(1, 6)]
    feeds, shown = drawn(*(page(f"p{n}", day=day, outlet=f"Paper {n}") for n, day in enumerate(days)))
    assert len(feeds.feeds) > len(shown)
    assert len(shown) == 4
    assert all(known for _, _, known in shown)
    assert {target for _, target, _ in shown} == {f"Paper {n}" for n in range(1, 5)}


def test_what_is_not_known_is_shown_as_not_known() -> None:
    _, shown = drawn(page("a", outlet="Alpha"), page("b", outlet="Beta"))
    assert [known for _, _, known in shown] == [False]


def test_an_agency_that_has_no_report_here_is_a_source() -> None:
    _, shown = drawn(page("a", outlet="Alpha", agency="Lumen Press"))
    assert shown == {("Lumen Press", "Alpha ← Lumen Press", True)}


def test_an_agency_whose_own_report_is_here_is_not_drawn_twice() -> None:
    wire = page("a", day="2020-02-01", outlet="Lumen Press")
    _, shown = drawn(wire, page("b", day="2020-02-02", outlet="Alpha", agency="Lumen Press"))
    assert shown == {("Lumen Press", "Alpha ← Lumen Press", True)}


def test_reports_that_share_nothing_are_counted_and_not_drawn() -> None:
    alone = reading("A choir sang in the square. Nobody was hurt and nothing else happened there.", name="z")
    feeds, _ = drawn(page("a"), page("b"), alone)
    assert feeds.alone == 1
    assert alone.reports[0].id not in feeds.sources


def made(edges: list[tuple[int, int]], boxes: int) -> Feeds:
    """Return feeds with the given edges, all shown."""
    feeds = tuple(Feed(f"n{a:02}", f"n{b:02}", Way.COPY, True, "all") for a, b in edges)
    return Feeds({f"n{n:02}": Source(f"n{n:02}", f"Paper {n}") for n in range(boxes)}, feeds, feeds, 0)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 38), min_size=1, max_size=39))
def test_no_two_boxes_touch_and_every_line_runs_to_the_right(parents: list[int]) -> None:
    feeds = made([(min(parent, n), n + 1) for n, parent in enumerate(parents)], len(parents) + 1)
    drawing = draw(feeds, lambda key: (key,))
    assert len(drawing.boxes) == len(feeds.sources)
    for a, b in combinations(drawing.boxes, 2):
        assert abs(a.x - b.x) >= WIDTH or abs(a.y - b.y) >= HEIGHT
    at = {box.id: box for box in drawing.boxes}
    assert all(at[line.feed.source].x + WIDTH < line.x < at[line.feed.target].x for line in drawing.lines)
    assert all(box.x + WIDTH <= drawing.width and box.y + HEIGHT <= drawing.height for box in drawing.boxes)


@pytest.mark.parametrize(("boxes", "drawn_at_all"), [(1, False), (2, True), (MOST, True), (MOST + 1, False)])
def test_a_picture_is_drawn_of_two_to_forty(boxes: int, drawn_at_all: bool) -> None:
    drawing = draw(made([(0, n) for n in range(1, boxes)], boxes), lambda key: (key,))
    assert bool(drawing.boxes) is drawn_at_all


def test_the_chart_says_in_words_what_it_draws() -> None:
    readings = (page("a", day="2020-02-01", outlet="Alpha"), page("b", day="2020-02-02", outlet="Beta"))
    chart = feed_chart(DossierIndex(case(*readings)))
    assert chart.width > 0
    assert [(row.source.where, row.target.where, row.known) for row in chart.rows] == [("Alpha", "Beta", True)]
    assert chart.rows[0].why
    assert chart.summary.startswith("2 reports that feed others or are fed")
    assert chart.warnings == ""


def stitched() -> Reading:
    """Return a page that gathers two reports, of which one is the story."""
    other = "A choir sang in the square of Harvim until the lamps were lit, and nobody was hurt."
    return reading(f"{{r1|{other}}}\n\n{{r2|{STORY}}}", name="page.txt", reports=("r1", "r2"))


def test_a_page_that_gathers_reports_is_drawn_with_each_of_them() -> None:
    page_of_two, wire = stitched(), page("a", day="2020-02-01", outlet="Lumen Press")
    feeds = feeds_of(case(page_of_two, wire))
    gathered = {(feed.source, feed.target) for feed in feeds.gathered}
    assert gathered == {(report.id, f"page {page_of_two.document}") for report in page_of_two.reports}
    drawing = draw(feeds, lambda key: (key,))
    at = {box.id: box for box in drawing.boxes}
    assert all(at[source].x < at[target].x for source, target in gathered)
    for a, b in combinations(drawing.boxes, 2):
        assert abs(a.x - b.x) >= WIDTH or abs(a.y - b.y) >= HEIGHT


def test_the_outline_tells_what_the_picture_draws() -> None:
    chart = feed_chart(DossierIndex(case(stitched(), page("a", day="2020-02-01", outlet="Lumen Press"))))
    assert len(chart.outline) >= len(chart.boxes)
    assert sum(step.note == "page that gathers several reports" for step in chart.outline) == 1
    assert "1 page gathers 2 reports" in chart.summary
    assert {step.depth for step in chart.outline} == {0, 1}
