"""Attribution never raises, and no span leaves the text, whatever the text; its lexicon tells classes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.annotate.attribution import cue_class, find_attributions
from sayso.lang.packs import load_packs
from sayso.model.page import Page
from sayso.testing import marked

PIECES = (
    "said", "he", "“", "”", '"', ",", ".", ":", "\n", "that", "the mayor", "according to", "reportedly", "–", "«", "»", "claims",
    "was told", "Mira Tolland", "if", "fire burned", "sier", "at", "ifølge", "hun", "It is believed", "'", "\u200b", "é", "12",
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80))
def test_attribution_spans_stay_inside_any_text(page_of: Callable[[str], Page], text: str) -> None:
    page = page_of(text)
    found = find_attributions(page, load_packs())
    assert found == find_attributions(page, load_packs())
    assert len({a.id for a in found}) == len(found)
    for attribution in found:
        assert attribution.content
        assert attribution.span.end <= len(text)
        assert attribution.parent != attribution.id


@pytest.mark.parametrize(
    ("language", "lemma", "wanted"),
    [
        ("en", "say", "say"),
        ("en", "deny", "deny"),
        ("en", "call for", "want"),
        ("en", "walk", ""),
        ("nb", "hevde", "claim"),
    ],
)
def test_cue_class_names_class(language: str, lemma: str, wanted: str) -> None:
    assert cue_class(lemma, load_packs()[language]) == wanted


def test_marked_reads_nested_marks() -> None:
    sentence = marked("[The mayor]{source} said [it [burned]{event}]{content} [sic].")
    assert sentence.words("content") == ("it burned",)
    assert sentence.words("event") == ("burned",)
