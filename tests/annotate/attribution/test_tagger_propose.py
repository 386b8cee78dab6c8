"""From a network's scores to proposals: a network made by hand stands in, so that only the reading of scores is tested."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.factory import mark

from sayso.annotate.attribution.tagger.decode import AFTER, BEFORE, Floats
from sayso.annotate.attribution.tagger.hints import CONTENT, CUE, QUOTED, SOURCE
from sayso.annotate.attribution.tagger.merge import merged
from sayso.annotate.attribution.tagger.pieces import Vocabulary
from sayso.annotate.attribution.tagger.propose import THOROUGH, Ints, propose
from sayso.model.proposals import Hints, Known, Proposal
from sayso.model.text import Span

PLAIN = ["the", "mayor", "said", "bridge", "fell", ",", ".", "two", "men", "added", "river", "##side", "rose"]
VOCABULARY = Vocabulary([f"[unused{n}]" for n in range(103)] + PLAIN)
SAID, ADDED = 103 + PLAIN.index("said"), 103 + PLAIN.index("added")
SURE = 9.0
NOTHING = Hints()


class ByHand:
    """Takes "said" and "added" for cues, the two pieces before a cue for its source, and five after it for its content."""

    def __init__(self, *, weak: tuple[int, ...] = ()) -> None:
        self.lengths: list[int] = []
        self.hinted: list[int] = []
        self.given: list[list[int]] = []
        self._weak = weak

    def encode(self, ids: Ints, features: Ints, hints: Ints) -> tuple[Floats, Floats, Floats]:
        assert ids.shape == features.shape == hints.shape
        self.hinted += [int(h) for h in hints[1:-1]]
        self.lengths.append(len(ids))
        tags = np.zeros((len(ids), 9), np.float32)
        tags[:, 5] = SURE
        tags[np.isin(ids, [SAID, ADDED])] = [0, 0, SURE, SURE, 0, 0, 0, 0, SURE]
        states = np.arange(len(ids), dtype=np.float32)[:, None]
        return tags, states, states

    def link(self, near: Floats, asked: Floats, given: Ints, mask: Floats) -> Floats:
        assert given.shape == mask.shape
        self.given += [[int(g) for g in row[BEFORE - 2 : BEFORE + 6]] for row in given]
        assert mask[:, BEFORE].all()
        assert (near[:, BEFORE] == asked).all()  # the cue stands where the linker looks for it
        marks = np.full((len(asked), BEFORE + AFTER, 2), -SURE, np.float32)
        marks[:, BEFORE - 2 : BEFORE, 0] = SURE
        marks[:, BEFORE + 1 : BEFORE + 6, 1] = SURE
        for place in self._weak:
            marks[:, BEFORE + place, 1] = -1.0
        return marks


def _read(text: str, network: ByHand | None = None, hints: Hints = NOTHING) -> tuple[Proposal, ...]:
    return propose(text, [[Span(0, len(text))]], hints, VOCABULARY, network or ByHand())


def test_source_cue_and_content_are_words_of_the_text() -> None:
    page = mark("{s|The mayor} {c|said} {x|the bridge fell}, the river rose.")
    (found,) = _read(page.text, ByHand(weak=(5,)))
    assert (found.source, (found.cue,), found.content) == (page.spans["s"], page.spans["c"], page.spans["x"])
    assert found.score > 0.9


def test_a_word_stays_whole() -> None:
    page = mark("The mayor said the bridge fell, {w|riverside}.")
    (found,) = _read(page.text, ByHand(weak=(5,)))
    (content,) = found.content
    assert page.spans["w"][0].start not in range(content.start, content.end)


def test_a_single_weak_word_does_not_break_a_content() -> None:
    page = mark("The mayor said {x|the bridge fell two men}.")
    assert _read(page.text, ByHand(weak=(3,)))[0].content == page.spans["x"]


def test_no_content_no_proposal() -> None:
    assert _read("The mayor said", ByHand()) == ()
    assert _read("The mayor said.", ByHand(weak=(1, 2, 3, 4, 5))) == ()


def test_the_network_is_told_what_the_grammar_found_and_a_score_rises_with_agreement() -> None:
    page = mark("{s|The mayor} {c|said} {x|the bridge fell}, the river rose.")
    known = Hints((Known(page.spans["s"], page.spans["c"], page.spans["x"]),), (page.spans["x"][0],))
    network = ByHand(weak=(5,))
    (told,) = _read(page.text, network, known)
    assert network.hinted == [SOURCE, SOURCE, CUE, *[CONTENT + QUOTED] * 3, *[0] * 5]
    assert network.given == [[1, 1, 0, 2, 2, 2, 0, 0]]
    (alone,) = _read(page.text, ByHand(weak=(5,)))
    assert told.score > alone.score


def test_a_thorough_reading_cuts_elsewhere_and_finds_nothing_twice() -> None:
    one = "The mayor said the bridge fell two men."
    text = "\n".join([one] * 60)
    paragraphs = [Span(at, at + len(one)) for at in range(0, len(text), len(one) + 1)]
    usual, thorough = ByHand(), ByHand()
    found = propose(text, [paragraphs], NOTHING, VOCABULARY, thorough, THOROUGH)
    assert found == propose(text, [paragraphs], NOTHING, VOCABULARY, usual)
    assert len(thorough.lengths) >= 2 * len(usual.lengths)
    assert max(thorough.lengths) <= 252  # no longer than windows it was trained on


def test_what_one_reading_of_two_proposes_is_half_as_sure() -> None:
    both, once = (Proposal((), Span(at, at + 4), (Span(at + 5, at + 9),), 0.8) for at in (0, 20))
    other = replace(both, score=0.4, content=(Span(5, 8),))
    first, second = merged([[both, once], [other]])
    assert (first.content, first.score) == (both.content, pytest.approx(0.6))
    assert (second.content, second.score) == (once.content, pytest.approx(0.4))


def test_every_window_is_read_by_itself_and_nothing_twice() -> None:
    one = "The mayor said the bridge fell two men."
    text = "\n".join([one] * 60)
    paragraphs = [Span(at, at + len(one)) for at in range(0, len(text), len(one) + 1)]
    network = ByHand()
    found = propose(text, [paragraphs], NOTHING, VOCABULARY, network)
    assert len(network.lengths) > 1
    assert [p.cue.of(text) for p in found] == ["said"] * 60
    apart = [propose(text, [[p]], NOTHING, VOCABULARY, ByHand())[0] for p in paragraphs]
    assert [p.cue for p in found] == [p.cue for p in apart]


@pytest.mark.parametrize("text", ["", "\n", "said", "said said said", "…"])
def test_any_text_is_read(text: str) -> None:
    assert all(p.content for p in propose(text, [[Span(0, len(text))]] if text else [], NOTHING, VOCABULARY, ByHand()))
