"""Patterns of times: what a pattern needs is in every sentence that it matches, so that leaving it untried loses nothing."""

from __future__ import annotations

import re

import pytest
from bench.newstimes import FOLDER, HALVES, LANGUAGES, passages

from sayso.lang.packs import load_packs
from sayso.values.time_grammar import find_times
from sayso.values.time_patterns import DIGIT, time_tables

WORD = re.compile(r"[^\W\d_]+")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pattern_that_matches_is_among_those_tried(language: str) -> None:
    tables = time_tables(load_packs()[language])
    assert tables is not None
    for half in HALVES:
        for passage in passages(FOLDER / f"marked_{half}.txt"):
            tokens = frozenset(WORD.findall(passage.text.lower())) | {DIGIT}
            tried = {order for order, _ in tables.candidates(tokens)}
            matching = {n for n, pattern in enumerate(tables.patterns) if pattern.expression.search(passage.text)}
            assert matching <= tried


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_can_be_read(language: str) -> None:
    """No pattern names a kind of word that its language has not, and settings are of the form name=value."""
    tables = time_tables(load_packs()[language])
    assert tables is not None
    assert len(tables.patterns) > 60
    assert all("=" not in name for pattern in tables.patterns for name in pattern.settings)


def test_long_texts_are_read_in_time_that_grows_with_them() -> None:
    pack = load_packs()["en"]
    assert len(list(find_times("on early Monday morning the 3rd of June 2011 at about 9.30 p.m. " * 400, pack))) >= 400
    assert not list(find_times("the " * 20000, pack))
