"""Passages translated into another document: found with aligned sentences, and never where two newsrooms tell of one event."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.factory import reading

from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.link.lineage import find_lineage
from sayso.model.reading import Reading
from sayso.model.reconstruction import Direction, Lineage, LineageHow
from sayso.model.text import Span


@cache
def pairs() -> list[dict[str, Any]]:
    """Return the invented pairs."""
    found: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "translated_pairs.toml").read_text("utf-8"))[
        "pair"
    ]
    return found


def page(sentences: list[str], language: str, name: str, notice: str = "", **known: Any) -> Reading:
    """Return a page of given sentences."""
    made = reading("\n".join([*sentences, notice]).strip(), name=name, language=language, **known)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return replace(made, sentences=tuple(spans))


def sides(pair: dict[str, Any]) -> tuple[Reading, Reading]:
    """Return the two pages of a pair."""
    return page(pair["left"], pair["left_language"], "left"), page(pair["right"], pair["right_language"], "right")


def translations(*readings: Reading) -> list[Lineage]:
    """Return the links between passages of different languages."""
    corpus = Corpus.of(readings)
    return [link for link in find_lineage(corpus, date_reports(corpus)) if link.how is LineageHow.TRANSLATED]


def sentences_of(links: list[Lineage], left: Reading, right: Reading) -> set[tuple[int, int]]:
    """Return the numbers of the sentences that links align."""
    found = set()
    for link in links:
        ends = {anchor.document: anchor.span for anchor in (link.source, link.target)}
        found.add((left.sentences.index(ends[left.document]), right.sentences.index(ends[right.document])))
    return found


@pytest.mark.parametrize("pair", [p for p in pairs() if not p.get("trap")], ids=lambda p: p["name"])
def test_a_translated_passage_is_found_sentence_by_sentence(pair: dict[str, Any]) -> None:
    left, right = sides(pair)
    found = translations(left, right)
    assert sentences_of(found, left, right) == {tuple(numbers) for numbers in pair["aligned"]}
    assert all(link.direction is Direction.UNKNOWN for link in found)


@pytest.mark.parametrize("pair", [p for p in pairs() if p.get("trap")], ids=lambda p: p["name"])
def test_two_reports_on_one_event_are_no_translation(pair: dict[str, Any]) -> None:
    assert translations(*sides(pair)) == []
