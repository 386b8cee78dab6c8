"""What must not change a count of origins: a reprint, a cut version, an edited one, and how texts are parted into files."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factory import reading
from tests.link.test_origins import bounds, link

from sayso.model.reading import Reading

Said = tuple[str, str]  # source and what it says

VOICES = (
    "A shopkeeper",
    "Mayor Ada Brenn",
    "Residents of the eastern bank",
    "The Ister Relief Union",
    "A wounded nurse",
)
CLAIMS = (
    "men in grey uniforms had blown up the long bridge over the river Ister shortly before dawn on the first of May",
    "eleven boats carrying flour and lamp oil had been burned by soldiers below the old customs house of Harvim",
    "nobody from the council of officers had come to the flooded quarter since the dykes gave way in the spring",
    "the garrison had taken forty farmers from the threshing floors and driven them north in covered lorries",
    "shells fell on the hospital garden for two hours although a white sheet hung from each of its windows",
)
TRANSLATED = {
    "A shopkeeper": "En butikkeier",
    "Mayor Ada Brenn": "Ordfører Ada Brenn",
    "Residents of the eastern bank": "Innbyggere på østbredden",
    "The Ister Relief Union": "The Ister Relief Union",
    "A wounded nurse": "En såret sykepleier",
}
STORY = st.lists(
    st.tuples(st.sampled_from(VOICES), st.sampled_from(CLAIMS)), min_size=1, max_size=4, unique_by=lambda s: s[1]
)
CASE = st.lists(STORY, min_size=1, max_size=3)


def marked(said: list[Said], first: int = 1) -> str:
    """Return a story as marked text."""
    return " ".join(f"{{s{i}|{who}}} {{c{i}|said}} {{x{i}|{what}}}." for i, (who, what) in enumerate(said, first))


def pages(stories: list[list[Said]]) -> list[Reading]:
    """Return a page a story, each of its own paper."""
    return [reading(marked(said), name=f"page {n}", outlet=f"Paper {n}") for n, said in enumerate(stories)]


def counted(*readings: Reading) -> tuple[int, int]:
    """Return how many origins all statements of some readings have, at least and at most."""
    return bounds(link(*readings).count())


@settings(max_examples=20, deadline=None)
@given(CASE, st.integers(0, 2))
def test_a_reprint_in_another_paper_adds_no_origin(stories: list[list[Said]], which: int) -> None:
    said = stories[which % len(stories)]
    reprint = reading(marked(said), name="reprint", outlet="Another Paper")
    assert counted(*pages(stories), reprint) == counted(*pages(stories))


@settings(max_examples=20, deadline=None)
@given(CASE, st.integers(0, 2), st.integers(1, 3))
def test_a_cut_version_adds_no_origin(stories: list[list[Said]], which: int, left: int) -> None:
    said = stories[which % len(stories)][:left]
    cut = reading(marked(said), name="cut version", outlet="Another Paper")
    assert counted(*pages(stories), cut) == counted(*pages(stories))


@settings(max_examples=20, deadline=None)
@given(CASE, st.integers(0, 2))
def test_an_edited_version_adds_no_origin(stories: list[list[Said]], which: int) -> None:
    said = [(who, what.replace(" the ", " that ", 1)) for who, what in stories[which % len(stories)]]
    edited = reading(marked(said), name="edited version", outlet="Another Paper")
    assert counted(*pages(stories), edited) == counted(*pages(stories))


@settings(max_examples=20, deadline=None)
@given(STORY)
def test_a_translation_adds_no_origin(said: list[Said]) -> None:
    original = reading(marked(said), name="page", outlet="Paper")
    other = [(TRANSLATED[who], f"oversatt {what}") for who, what in said]
    translated = reading(marked(other), name="oversettelse", translates=original.reports[0].id, language="nb")
    assert counted(original, translated) == counted(original)


@settings(max_examples=20, deadline=None)
@given(STORY, STORY)
def test_whether_two_texts_are_one_file_or_two_changes_nothing(one: list[Said], other: list[Said]) -> None:
    apart = [reading(marked(one), name="first"), reading(marked(other), name="second")]
    together = f"{{r1|{marked(one)}}}\n\n{{r2|{marked(other, len(one) + 1)}}}"
    assert counted(reading(together, name="both", reports=("r1", "r2"))) == counted(*apart)
