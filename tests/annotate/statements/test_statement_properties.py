"""What holds of every text: nothing raises, spans are exact, ids are unique, events stand in one statement, time is linear."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.annotate.statements import find_statements
from sayso.annotate.statements.zones import Stretches, Zones
from sayso.model.annotations import Attribution, Mode
from sayso.model.page import Page
from sayso.model.reading import Reading
from sayso.model.resources import Resources
from sayso.model.text import Span

JUNK = [
    "",
    " ",
    "\x00\x01\x02",
    "“”“",
    "((((",
    "said said said",
    "that that",
    "a" * 5000,
    "\u202e\ufeff\U0001f525 — –",
    "he said,\n\nshe said",
]
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "mayor",
            "said",
            "that",
            "“",
            "”",
            ",",
            ".",
            "killed",
            "denied",
            "who",
            "fled",
            "not",
            "after",
            "claim",
            "\n\n",
            "?",
        ]
    ),
    max_size=40,
)


def check(reading: Reading) -> None:
    """Assert what must hold of the statements of any reading."""
    statements = reading.statements
    assert len({s.id for s in statements}) == len(statements)
    for one in statements:
        assert one.spans == tuple(sorted(one.spans))
        for span in (*one.spans, *one.marks):
            words = span.of(reading.text)
            assert words == words.strip()
            assert words
        assert one.chain[0].report == one.report
    held = [m.id for s in statements for m in s.mentions]
    assert len(held) == len(set(held))
    for one in statements:
        for mention in one.mentions:
            assert any(s.start <= mention.span.start and mention.span.end <= s.end for s in one.spans)


@pytest.mark.parametrize("text", JUNK)
def test_junk_never_raises(read_text: Callable[[str], Reading], text: str) -> None:
    """Any text is read."""
    check(read_text(text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS)
def test_any_words_keep_the_invariants(read_text: Callable[[str], Reading], words: list[str]) -> None:
    """Exact spans, unique ids, each event once: for any order of words."""
    check(read_text(" ".join(words)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.integers(0, 3)), max_size=12))
def test_stretches_give_the_greatest_rank(items: list[tuple[int, int, int]]) -> None:
    """At each place the item of greatest rank is found, as a naive look at all of them would."""
    spans = [(Span(a, a + n), (rank, a), str(i)) for i, (a, n, rank) in enumerate(items)]
    stretches = Stretches.of(spans)
    for offset in range(45):
        over = [(rank, span.start, -span.end, key) for span, rank, key in spans if span.start <= offset < span.end]
        best = {key for rank, start, end, key in over if (rank, start, end) == max(o[:3] for o in over)}
        assert stretches.at(offset) in (best or {None})


def test_attributions_in_a_circle_do_not_hang(page_of: Callable[[str], Page], resources: Resources) -> None:
    """Two attributions that name each other as parent, contents over cues: bad input is cut, not followed for ever."""
    page = page_of("The mayor said the nurse said the mill was empty.")
    report = page.sentences[0].report
    a = Attribution("a", report, (Span(0, 9),), (Span(10, 14),), (Span(15, 48),), Mode.INDIRECT, "test", parent="b")
    b = Attribution("b", report, (Span(15, 24),), (Span(25, 29),), (Span(0, 48),), Mode.INDIRECT, "test", parent="a")
    assert len(find_statements(page, resources.packs, (a, b), ())) < 3
    assert Zones.of((a, b), ()).outward("a") == ("a", "b")


def test_time_grows_with_length(page_of: Callable[[str], Page], resources: Resources) -> None:
    """Four times the text takes about four times as long, not sixteen."""
    line = "The mayor said the mill was empty and the guards fled to Orlia, where the road was closed. "

    def seconds(times: int) -> float:
        page = page_of("\n".join([line] * times))
        attributions = resources_attributions(page, resources)
        find_statements(page, resources.packs, attributions, ())
        start = time.process_time()
        find_statements(page, resources.packs, attributions, ())
        return time.process_time() - start

    assert seconds(200) < 10 * max(seconds(50), 0.01)


def resources_attributions(page: Page, resources: Resources) -> tuple[Attribution, ...]:
    """Find the page's attributions as the pipeline does."""
    from sayso.annotate.attribution import find_attributions

    return find_attributions(page, resources.packs)


def test_pull_quotes_and_datelines_state_nothing(read_text: Callable[[str], Reading]) -> None:
    """A dateline's words are in no statement."""
    reading = read_text(
        "ORLIA, Varnia — The mayor said the mill was empty.\n\nThe road to the mill was closed for the night."
    )
    assert not any("ORLIA" in span.of(reading.text) for s in reading.statements for span in s.spans)


def share_covered(reading: Reading) -> float:
    """Return the share of letters in report sentences that stand in a statement, apart from cue, source and non-prose words."""
    told, aside = bytearray(len(reading.text)), bytearray(len(reading.text))
    for span in (s for one in reading.statements for s in one.spans):
        told[span.start : span.end] = b"\1" * len(span)
    for span in (s for a in reading.attributions for s in (*a.source, *a.cue)):
        aside[span.start : span.end] = b"\1" * len(span)
    places = [i for s in reading.sentences for i in range(s.start, s.end) if reading.text[i].isalnum() and not aside[i]]
    return sum(told[i] for i in places) / max(1, len(places))


@pytest.mark.shared
def test_the_seeds_are_covered(read_text: Callable[[str], Reading], shared: Path) -> None:
    """Nearly every letter of the seeds' reports stands in a statement; the rest is when and where somebody spoke."""
    readings = [read_text(path.read_text("utf-8")) for path in sorted((shared / "seeds").glob("*.txt"))]
    assert readings
    for reading in readings:
        check(reading)
    assert sum(map(share_covered, readings)) / len(readings) >= 0.94
