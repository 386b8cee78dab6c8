"""Where an event was: in its own clause first; not who acts, not where somebody is from, not how far away another place lies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.places import find_places, places_of_event
from sayso.model.annotations import Candidate
from sayso.model.page import Page
from sayso.model.resources import Resources

Where = Callable[[str], list[str]]


class Nothing:
    """A gazetteer that knows no place."""

    name = "nothing"

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        del name
        return ()


@pytest.fixture(scope="session")
def where(page_of: Callable[[str], Page], resources: Resources) -> Where:
    """Return the names of the places of the event whose word stands between stars."""

    def found(marked: str) -> list[str]:
        start = marked.index("*")
        end = marked.index("*", start + 1) - 1
        page = page_of(marked.replace("*", ""))
        (sentence,) = [s for s in page.sentences if s.span.start <= start < s.span.end]
        trigger = next(t for t in sentence.tokens if t.start < end and start < t.end)
        places = find_places(page, resources.packs, (Nothing(),))
        inside = [p for p in places if sentence.span.start <= p.span.start < sentence.span.end]
        return [p.name for p in places_of_event(sentence, trigger, inside, resources.packs["en"])]

    return found


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Two men were *killed* in the town of Halbeck on Monday.", ["Halbeck"]),
        ("Guards *shot* at people in the Dorn district of Halbeck.", ["Dorn"]),
        ("Guards attacked the village of Halbeck, *killing* two men.", ["Halbeck"]),
        ("Two men were *killed* when guards attacked the village of Halbeck.", ["Halbeck"]),
        ("Guards *shelled* the towns of Halbeck, Vessin and Tarmok.", ["Halbeck", "Vessin", "Tarmok"]),
        ("Soldiers from the town of Vessin *killed* two men in the town of Halbeck.", ["Halbeck"]),
        ("Two men were *killed* in the town of Halbeck, 20 miles south of Vessin.", ["Halbeck"]),
        ("Officials in the town of Vessin said that two men were *killed* in the town of Halbeck.", ["Halbeck"]),
        ("Officials in the town of Vessin said that two men were *killed*.", []),
        ("Two men were *killed* on Monday.", []),
        # what describes a part of the event comes before what stands above it
        ("Guards attacked the town of Vessin, *shelling* farms located near the village of Halbeck.", ["Halbeck"]),
        # what only lies near, or holds it, is left out
        ("Guards *shelled* the village of Halbeck near the town of Vessin.", ["Halbeck"]),
        ("Two men were *killed* in the town of Halbeck, 20 miles south of the capital Vessin.", ["Halbeck"]),
        # beside who acts, or before everything
        ("Guards from the town of Vessin *killed* two men in the village of Halbeck.", ["Halbeck"]),
        ("In the town of Halbeck, two men were *killed* on Monday.", ["Halbeck"]),
        # afterwards, elsewhere
        ("Two men were *shot* in the leg and evacuated to the town of Vessin.", []),
        # a thing that stays where it is tells its owner's place
        ("Guards *shelled* a market in the town of Halbeck.", ["Halbeck"]),
    ],
)
def test_places_of_an_event(where: Where, marked: str, names: list[str]) -> None:
    assert where(marked) == names


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Halbeck", "in", "killed", ",", "and", "the town of", "when", "said that", "."]), max_size=12
    )
)
def test_any_order_of_words_is_read(where: Where, words: list[str]) -> None:
    where(" ".join(["*Guards*", *words]))
