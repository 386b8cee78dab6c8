"""Invented articles laid out in thirty-six ways: no line of prose is lost, marks and claims are exact, trafilatura alone is not better."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

import pytest
from bench.webpages.layouts_new import NEW
from bench.webpages.layouts_old import OLD
from bench.webpages.marking import unmarked
from bench.webpages.measure import scores
from bench.webpages.scoring import Score, lost_prose, token_f1

NAMES = [make().name for make in (*OLD, *NEW)]


@pytest.fixture(scope="module")
def scored() -> dict[str, Score]:
    return {score.name: score for score in scores()}


@pytest.mark.parametrize("name", NAMES)
def test_each_layout(scored: dict[str, Score], name: str) -> None:
    score = scored[name]
    assert score.lost == ()
    assert score.wrong == ()
    assert score.ours >= 0.96


def test_thirty_layouts_or_more_and_no_worse_than_trafilatura_alone(scored: dict[str, Score]) -> None:
    assert len(scored) == len(NAMES) >= 30
    assert mean(s.ours for s in scored.values()) >= mean(s.theirs for s in scored.values()) + 0.05
    assert [s.name for s in scored.values() if s.ours < s.theirs - 0.01] == []


def test_the_gold_is_what_is_marked() -> None:
    page, gold = unmarked("<h1>[[headline|A <b>town</b>]]</h1> menu <p>[[text|It fell &amp; rose.]] [[comment|no]]</p>")
    assert page == "<h1>A <b>town</b></h1> menu <p>It fell &amp; rose. no</p>"
    assert gold.text == "A town\nIt fell & rose."
    assert gold.prose == ("It fell & rose.",)


@pytest.mark.parametrize(
    ("found", "f1", "lost"),
    [("It fell & rose.", 1.0, ()), ("It fell", 0.8, ("It fell & rose.",)), ("", 0.0, ("It fell & rose.",))],
)
def test_the_scorer_can_fail(found: str, f1: float, lost: Sequence[str]) -> None:
    gold = unmarked("<p>[[text|It fell &amp; rose.]]</p>")[1]
    assert token_f1(found, gold.text) == pytest.approx(f1)
    assert lost_prose(found, gold) == tuple(lost)
