"""Which passages two reports share, and what must not count as sharing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.factory import reading

from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.link.lineage import find_lineage
from sayso.model.reading import Reading
from sayso.model.reconstruction import Direction, Lineage, LineageHow

STORY = (
    "The long bridge over the river Ister was blown up before dawn by men in grey uniforms. "
    "Farmers from the villages on the eastern bank carried the wounded across the water in rowing boats. "
    "No group has claimed the attack, and the provincial governor promised an inquiry within a fortnight. "
    "Grain prices in the market of Harvim doubled by noon as lorries queued at the northern crossing."
)
OTHER = "Harvest festivals opened across the southern valleys on Sunday with dancing and the first wine of the year."


def linked(*readings: Reading) -> tuple[Lineage, ...]:
    """Find the lineage among readings."""
    corpus = Corpus.of(readings)
    return find_lineage(corpus, date_reports(corpus))


def test_a_copy_is_found_whole_with_both_places() -> None:
    a, b = reading(STORY, name="a"), reading(OTHER + "\n" + STORY + "\n" + OTHER.replace("Sunday", "Friday"), name="b")
    (link,) = linked(a, b)
    texts = {a.document: a.text, b.document: b.text}
    assert link.source.span.of(texts[link.source.document]) == link.target.span.of(texts[link.target.document]) == STORY
    assert (link.how, link.direction) == (LineageHow.VERBATIM, Direction.UNKNOWN)
    assert link.source.document < link.target.document


def test_an_edited_sentence_is_told_from_a_verbatim_one() -> None:
    changed = STORY.replace("doubled by noon", "rose sharply by the afternoon")
    hows = sorted(str(link.how) for link in linked(reading(STORY, name="a"), reading(changed, name="b")))
    assert hows == ["edited", "verbatim"]


def test_sentences_in_another_order_are_found() -> None:
    sentences = STORY.split(". ")
    shuffled = ". ".join([sentences[2], sentences[0], sentences[1]]) + "."
    links = linked(reading(STORY, name="a"), reading(shuffled, name="b"))
    assert sum(len(link.target.span) for link in links) > 0.9 * len(shuffled)


def test_days_tell_who_was_first() -> None:
    late, early = reading(STORY, name="a", published="2019-05-08"), reading(STORY, name="b", published="2019-05-06")
    (link,) = linked(late, early)
    assert link.source.document == early.document
    assert link.direction is Direction.KNOWN
    assert any(b.rule == "dates" for b in link.because)


def test_a_credit_tells_who_was_first_even_without_days() -> None:
    paper = reading(STORY, name="a", outlet="Harvim Post", agency="Lumen Press")
    wire = reading(STORY, name="b", outlet="Lumen Press")
    (link,) = linked(paper, wire)
    assert link.source.document == wire.document
    assert link.direction is Direction.KNOWN


def test_furniture_that_pages_share_is_no_copy() -> None:
    lines = "Home | World | Politics | Weather\nSubscribe to our morning newsletter\nTerms of use and privacy policy\n"
    assert linked(reading(lines + STORY, name="a"), reading(lines + OTHER, name="b")) == ()


def test_boilerplate_never_counts() -> None:
    notice = (
        "{menu|All of the words, pictures and drawings on these pages belong to the Ister Publishing House of Harvim.}"
    )
    assert linked(reading(notice + "\n" + STORY, name="a"), reading(notice + "\n" + OTHER, name="b")) == ()


def test_one_text_that_a_page_carries_twice_is_one_text() -> None:
    (link,) = linked(reading(f"{{r1|{STORY}}}\n{{r2|{STORY}}}", name="a", reports=("r1", "r2")))
    assert link.source_report != link.target_report
    assert (link.how, link.direction) == (LineageHow.VERBATIM, Direction.UNKNOWN)


def test_what_one_report_says_twice_is_no_copy() -> None:
    assert linked(reading(f"{STORY}\n{STORY}", name="a")) == ()


def test_order_is_immaterial_and_nothing_comes_of_nothing() -> None:
    a, b, c = (reading(STORY, name=n) for n in "abc")
    assert linked(a, b, c) == linked(c, a, b)
    assert linked() == linked(reading("", name="a"), reading(" \n", name="b")) == ()


def test_a_crowd_of_reprints_ties_every_one() -> None:
    crowd = [reading(STORY + f" Read in town {i}.", name=f"p{i}") for i in range(30)]
    links = linked(*crowd)
    assert {d for link in links for d in (link.source.document, link.target.document)} == {r.document for r in crowd}
    assert len(links) < 30 * 29 / 2 * 2


@pytest.mark.shared
def test_the_synthetic_copies_stay_found(shared: Path) -> None:
    folder = shared / "bench" / "copies"
    rows = [json.loads(line) for line in (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = {
        frozenset((p["a"], p["b"]))
        for p in map(json.loads, (folder / "pairs-dev.jsonl").read_text(encoding="utf-8").splitlines())
    }
    readings = {
        r["id"]: reading(r["text"].replace("{", "(").replace("}", ")").replace("|", "/"), name=r["id"]) for r in rows
    }
    names = {r.document: key for key, r in readings.items()}
    found = {frozenset((names[x.source.document], names[x.target.document])) for x in linked(*readings.values())}
    right = len(found & gold)
    assert right / len(found) > 0.93
    assert right / len(gold) > 0.96
