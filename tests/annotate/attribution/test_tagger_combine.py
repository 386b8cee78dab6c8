"""Two engines, one reading: proposals made by hand meet what the grammar finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.factory import mark

from sayso.annotate.attribution import find_attributions
from sayso.annotate.attribution.tagger import combine
from sayso.model.annotations import Attribution
from sayso.model.page import Page
from sayso.model.proposals import Hints, Proposal
from sayso.model.resources import Resources
from sayso.model.text import Span

PageOf = Callable[[str], Page]


class Proposing:
    """Proposes what it is told, and remembers what it was given to read."""

    def __init__(self, *proposals: Proposal, language: str = "en") -> None:
        self.language = language
        self.passages: list[list[Span]] = []
        self.hints = Hints()
        self._proposals = proposals

    def propose(self, text: str, passages: Sequence[Sequence[Span]], hints: Hints) -> tuple[Proposal, ...]:
        """Return what it was told, whatever the text."""
        assert all(span.end <= len(text) for passage in passages for span in passage)
        self.passages = [list(p) for p in passages]
        self.hints = hints
        return self._proposals

    def thorough(self) -> Proposing:
        """Return itself: what it was told does not change."""
        return self


@pytest.fixture
def found(page_of: PageOf, resources: Resources) -> Callable[..., list[Attribution]]:
    """Attributions of a marked text, with its `{s|..} {c|..} {x|..}` proposed at a score."""

    def find(marked: str, score: float = 0.9, language: str = "en") -> list[Attribution]:
        page = mark(marked)
        proposals = []
        if "c" in page.spans:
            proposals = [Proposal(page.spans.get("s", ()), page.spans["c"][0], page.spans["x"], score)]
        tagger = Proposing(*proposals, language=language)
        return list(find_attributions(page_of(page.text), resources.packs, tagger))

    return find


def test_what_only_the_tagger_finds_stands_when_it_is_sure(found: Callable[..., list[Attribution]]) -> None:
    text = "{s|The harbour master} {c|was adamant}: {x|no ship had left}."
    (attribution,) = [a for a in found(text) if a.engine == combine.ONLY]
    page = mark(text)
    assert (attribution.source, attribution.cue, attribution.content) == tuple(page.spans[k] for k in "scx")


def test_words_that_take_a_stand_need_no_more_than_cue_words(found: Callable[..., list[Attribution]]) -> None:
    for cue, stands in (("was wary", True), ("was seated", False)):
        text = f"{{s|The harbour master}} {{c|{cue}}} of {{x|the new northern ferry}}."
        assert bool([a for a in found(text, score=0.4) if a.engine == combine.ONLY]) is stands


def test_what_it_doubts_does_not_stand(found: Callable[..., list[Attribution]]) -> None:
    text = "{s|The harbour master} {c|whistled} as {x|no ship had left}."
    assert not [a for a in found(text, score=0.1) if a.engine == combine.ONLY]


def test_both_engines_find_one_attribution(found: Callable[..., list[Attribution]]) -> None:
    attributions = found("{s|Ada Brenn} {c|said} {x|the bridge had fallen}.")
    assert [a.engine for a in attributions] == [combine.BOTH]
    assert attributions[0].rule.startswith("clause")  # the grammar names the construction


def test_an_attribution_inside_anothers_content_is_kept(found: Callable[..., list[Attribution]]) -> None:
    attributions = found("{s|The paper} {c|reported} that {x|Ada Brenn said the bridge had fallen}.")
    outer, inner = attributions
    assert (outer.engine, inner.engine) == (combine.BOTH, "parse")
    assert inner.parent == outer.id


def test_another_language_is_left_to_the_grammar(found: Callable[..., list[Attribution]]) -> None:
    text = "{s|Ada Brenn} {c|said} {x|the bridge had fallen}."
    assert [a.engine for a in found(text, language="nb")] == ["parse"]


def test_each_report_is_read_by_itself(page_of: PageOf, resources: Resources) -> None:
    page = page_of("Ada Brenn said the bridge had fallen.\n\nNobody was hurt, she added.")
    tagger = Proposing()
    find_attributions(page, resources.packs, tagger)
    assert tagger.passages == [list(page.paragraphs)]
    assert [k.cue[0].of(page.view) for k in tagger.hints.known] == ["said", "added"]


def test_shared_is_one_for_the_same_and_nothing_for_others() -> None:
    assert combine.shared([Span(0, 4)], [Span(0, 4)]) == 1.0
    assert combine.shared([Span(0, 4)], [Span(4, 8)]) == 0.0
    assert combine.shared([Span(0, 4), Span(6, 8)], [Span(0, 3)]) == 0.5
    assert combine.shared([], []) == 0.0


def test_rules_that_stand_by_themselves_are_rules_of_the_grammar() -> None:
    folder = Path(combine.__file__).parents[1]
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    assert not [rule for rule in sorted(combine.EXACT) if f'"{rule}"' not in code]


def test_what_tells_something_stands_at_less(found: Callable[..., list[Attribution]]) -> None:
    telling = "{s|The harbour master} {c|was adamant}: {x|no ship had left}."
    thing = "{s|The council} {c|has levied} {x|a second tax on salt and lamp oil}."
    assert [a.engine for a in found(telling, score=0.4)] == [combine.ONLY]
    assert not [a for a in found(thing, score=0.4) if a.engine == combine.ONLY]


def test_what_nobody_is_named_for_needs_more(found: Callable[..., list[Attribution]]) -> None:
    text = "The old man {c|frowned} {x|that no ship had left}."
    assert not [a for a in found(text, score=0.4) if a.engine == combine.ONLY]
    assert [a for a in found(text, score=0.7) if a.engine == combine.ONLY]


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("{s|Ada Brenn}, who runs the mill, {c|said} {x|the bridge had fallen}.", "Ada Brenn"),
        ("{s|Ada Brenn}, speaking by telephone, {c|said} {x|the bridge had fallen}.", "Ada Brenn"),
        ("{s|Ada Brenn, who runs the mill}, {c|said} {x|the bridge had fallen}.", "Ada Brenn, who runs the mill"),
        ("{s|A man} who runs the mill {c|said} {x|the bridge had fallen}.", "A man who runs the mill"),
        ("{s|Ada Brenn}, the miller, {c|said} {x|the bridge had fallen}.", "Ada Brenn, the miller"),
    ],
)
def test_an_aside_is_no_part_of_the_source_where_the_tagger_leaves_it_out(
    found: Callable[..., list[Attribution]], told: str, source: str
) -> None:
    text = mark(told).text
    attribution = next(a for a in found(told) if a.engine == combine.BOTH)
    assert [span.of(text) for span in attribution.source] == [source]


def test_a_guess_takes_nothing_from_what_another_says(page_of: PageOf, resources: Resources) -> None:
    page = mark(
        "{s1|Ada Brenn} {c1|said} {x1|they would stay}, some hoping to mend the nets, "
        "{s2|others} {c2|praying} {x2|they might sell them}."
    )
    outer, guess = (
        Proposal(page.spans[f"s{i}"], page.spans[f"c{i}"][0], page.spans[f"x{i}"], score)
        for i, score in ((1, 0.9), (2, 0.4))
    )
    for proposals, engines in (([outer, guess], [combine.BOTH]), ([guess], [combine.ONLY])):
        found = find_attributions(page_of(page.text), resources.packs, Proposing(*proposals))
        assert [a.engine for a in found if a.engine != "parse"] == engines
