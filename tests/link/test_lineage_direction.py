"""Who took from whom: by what pages claim, by credits, by what the texts themselves give away; else unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factory import mark, reading

from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.link.lineage import find_lineage
from sayso.model.reading import Reading
from sayso.model.reconstruction import Direction, Lineage
from sayso.model.reports import Basis, Report, Sourced, StatedDate
from sayso.model.text import Claimed, Span

FERRY = [
    "The ferry Alma Dorne sank off Gull Point on Monday night with ninety passengers and eleven crew on board.",
    "Harbour master Ines Valgard said the boat had been told twice by radio to wait for the storm to pass.",
    "Fishermen pulled forty survivors from the water and laid them in the nave of the old harbour church.",
    "Divers from the northern garrison searched the wreck until the current drove them back before sunrise.",
    "Valgard said her office would publish the recordings of every call that the captain had answered.",
]
OTHER = "Orchards along the upper Ister were in bloom a fortnight early, and growers feared a late frost in the hills."


def text(*sentences: str) -> str:
    """Join sentences."""
    return " ".join(sentences or FERRY)


def linked(*readings: Reading) -> tuple[Lineage, ...]:
    """Find the lineage among readings."""
    corpus = Corpus.of(readings)
    return find_lineage(corpus, date_reports(corpus))


def firsts(*readings: Reading) -> dict[tuple[str, str], str | None]:
    """Return pair of names → the name of the one that was first, None where it is unknown."""
    names = {r.document: r.name for r in readings}
    found: dict[tuple[str, str], str | None] = {}
    for link in linked(*readings):
        a, b = names[link.source.document], names[link.target.document]
        found[min(a, b), max(a, b)] = a if link.direction is Direction.KNOWN else None
    return found


def rules(*readings: Reading) -> set[str]:
    """Return the rules by which directions were stated or held back."""
    return {because.rule for link in linked(*readings) for because in link.because[1:]}


def claiming(name: str, published: str, words: str = "") -> Reading:
    """Return a reading of a page that claims when it was published."""
    return reading(words or text(), name=name, claimed=Claimed(published=published))


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        ("2019-05-06T10:00", "2019-05-07T09:00", "a"),
        ("2019-05-07", "2019-05-06T23:00", "b"),
        ("2019-05-06T10:00", "2019-05-06T09:59", "b"),
        ("2019-05-06", "2019-05-06T09:59", None),
        ("2019-05-06T10:00", "2019-05-06T10:00", None),
        ("spring", "2019-05-06", None),
    ],
)
def test_what_pages_claim_settles_who_was_first(one: str, other: str, first: str | None) -> None:
    assert firsts(claiming("a", one), claiming("b", other)) == {("a", "b"): first}


def dated_in_text(name: str, words: str, day: str, basis: Basis = Basis.STATED) -> Reading:
    """Return a reading whose report states its day at the marked place of its text."""
    page = mark(words)
    plain = reading(page.text, name=name)
    stated = StatedDate(date.fromisoformat(day), date.fromisoformat(day), basis, page.spans["day"][0])
    return replace(plain, reports=tuple(replace(r, published=stated) for r in plain.reports))


def test_a_day_inside_the_shared_passage_travels_with_it_and_settles_nothing() -> None:
    inside = FERRY[0].replace("Monday", "Monday {day|4 May 2015}")
    copy = mark(text(inside, *FERRY[1:])).text
    assert firsts(dated_in_text("a", text(inside, *FERRY[1:]), "2015-05-04"), claiming("b", "2016-01-09", copy)) == {
        ("a", "b"): None
    }


def test_a_day_that_stands_apart_is_the_reports_own() -> None:
    dated = dated_in_text("b", f"Published {{day|4 May 2015}}.\n{text()}", "2015-05-04")
    assert firsts(dated, claiming("a", "2016-01-09")) == {("a", "b"): "b"}


def test_days_of_credits_date_the_text_and_not_the_page() -> None:
    credited = dated_in_text("b", f"{text()}\nFrom the Gull Bay Echo, {{day|4 May 2015}}", "2015-05-04", Basis.CREDIT)
    assert firsts(credited, claiming("a", "2016-01-09")) == {("a", "b"): None}


def test_claims_and_texts_at_odds_leave_it_open_and_say_so() -> None:
    a = dated_in_text("a", f"Published {{day|9 May 2015}}.\n{text()}", "2015-05-09")
    b = dated_in_text("b", f"{text()}\nUpdated and published {{day|4 May 2015}}.", "2015-05-04")
    a, b = (replace(r, claimed=Claimed(published=p)) for r, p in ((a, "2015-05-01"), (b, "2015-05-02")))
    assert firsts(a, b) == {("a", "b"): None}
    assert "at-odds" in rules(a, b)


def test_a_credit_against_the_days_leaves_it_open() -> None:
    wire = replace(reading(text(), name="a", outlet="Lumen Press"), claimed=Claimed(published="2019-05-08"))
    paper = reading(text(), name="b", outlet="Harvim Post", agency="Lumen Press")
    paper = replace(paper, claimed=Claimed(published="2019-05-06"))
    assert firsts(wire, paper) == {("a", "b"): None}
    assert {"claimed", "credit"} <= rules(wire, paper)


def test_a_sentence_that_lost_its_beginning_is_the_copy() -> None:
    cut = text(*FERRY[:2], FERRY[2].removeprefix("Fishermen "), *FERRY[3:])
    assert firsts(reading(text(), name="a"), reading(cut, name="b")) == {("a", "b"): "a"}
    assert "cut-sentence" in rules(reading(text(), name="a"), reading(cut, name="b"))


def test_a_person_never_introduced_was_introduced_in_the_original() -> None:
    whole = text(*FERRY[:1], FERRY[1].replace("Ines Valgard", "{person|Ines Valgard}"), *FERRY[2:4])
    whole = text(whole, FERRY[4].replace("Valgard", "{person|Valgard}"))
    part = text(FERRY[0], *FERRY[2:4], FERRY[4].replace("Valgard", "{person|Valgard}"))
    a, b = reading(whole, name="a"), reading(part, name="b")
    assert firsts(a, b) == {("a", "b"): "a"}
    assert "name-not-introduced" in rules(a, b)


def test_a_part_alone_may_as_well_be_an_early_version() -> None:
    assert firsts(reading(text(), name="a"), reading(text(*FERRY[:3]), name="b")) == {("a", "b"): None}


def test_a_correction_comes_after_what_it_corrects() -> None:
    corrected = text(FERRY[0].replace("ninety", "seventy"), *FERRY[1:])
    later = reading(f"{corrected}\nAn earlier version of this report gave another number of passengers.", name="a")
    assert firsts(later, reading(text(), name="b")) == {("a", "b"): "b"}


def changed(*which: tuple[int, str, str]) -> str:
    """Return the story with words of some sentences changed."""
    sentences = list(FERRY)
    for at, old, new in which:
        assert old in sentences[at]
        sentences[at] = sentences[at].replace(old, new)
    return text(*sentences)


FIRST_EDIT = changed((0, "ninety passengers", "dozens of travellers"), (3, "northern garrison", "naval school"))
SECOND_EDIT = changed((1, "told twice by radio", "warned on two occasions"), (2, "nave of the old", "hall beside the"))


def test_the_text_that_others_always_side_with_was_first_and_edits_of_it_are_siblings() -> None:
    found = firsts(reading(text(), name="a"), reading(FIRST_EDIT, name="b"), reading(SECOND_EDIT, name="c"))
    assert found == {("a", "b"): "a", ("a", "c"): "a", ("b", "c"): None}


def test_a_twin_without_a_difference_leaves_it_open() -> None:
    twins = [reading(text(), name="a"), reading(text(), name="d")]
    found = firsts(*twins, reading(FIRST_EDIT, name="b"), reading(SECOND_EDIT, name="c"))
    assert set(found.values()) == {None}


def test_a_twin_that_credits_an_outlet_is_a_reprint() -> None:
    reprint = reading(text(), name="d")
    credited = Sourced("Gull Bay Echo", Basis.CREDIT, Span(0, 3))
    reports: tuple[Report, ...] = tuple(replace(r, outlet=credited) for r in reprint.reports)
    texts = [reading(text(), name="a"), reading(FIRST_EDIT, name="b"), reading(SECOND_EDIT, name="c")]
    found = firsts(*texts, replace(reprint, reports=reports))
    assert found["a", "b"] == found["a", "c"] == found["a", "d"] == "a"
    assert found["b", "d"] is None


def test_texts_that_share_nothing_have_no_direction() -> None:
    assert firsts(reading(text(), name="a"), reading(OTHER, name="b")) == {}
