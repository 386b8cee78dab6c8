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


def summary(said: list[Said], outlet: str) -> str:
    """Return a story as another paper sums it up in its own words, with the paper it has it from."""
    told = (
        f"{{s{2 * i}|{outlet}}} {{c{2 * i}|reported}} {{x{2 * i}|that {{s{2 * i + 1}|{who[0].lower() + who[1:]}}} "
        f"{{c{2 * i + 1}|said}} {{x{2 * i + 1}|{SHORTER[what]}}}}}."
        for i, (who, what) in enumerate(said, 1)
    )
    return " ".join(told)


SHORTER = dict(
    zip(
        CLAIMS,
        (
            "the crossing had been destroyed by uniformed men",
            "flour boats had gone up in flames",
            "the officers had left the quarter to itself",
            "forty farmers were led away",
            "the hospital had been under fire",
        ),
        strict=True,
    )
)


@settings(max_examples=20, deadline=None)
@given(STORY)
def test_a_summary_that_says_whose_report_it_sums_up_adds_no_origin(said: list[Said]) -> None:
    original = reading(marked(said), name="page", outlet="Harvim Post")
    other = reading(summary(said, "The Harvim Post"), name="summary", outlet="Ister Courier")
    assert counted(original, other) == counted(original)


FERRY = (
    (
        "A fisherman",
        "said",
        "at least 34 people drowned when the ferry Alma Brandt capsized off Cape Torvik on Tuesday evening",
    ),
    ("A nurse", "said", "58 people were pulled from the sea before darkness fell and that 29 were still missing"),
    ("Tomas Lind, a teacher,", "said", "two large waves had struck the vessel with its 112 passengers near Torvik"),
    (
        "A widow",
        "said",
        "the company Norsund Lines was fined 2.5 million crowns in 2016 for carrying too many passengers",
    ),
)
FERGE = (
    ("En fisker", "sa", "minst 34 mennesker druknet da fergen Alma Brandt kantret utenfor Kapp Torvik tirsdag kveld"),
    ("En sykepleier", "sa", "58 mennesker ble hentet opp av sjøen før mørket falt på, og at 29 fremdeles var savnet"),
    ("Tomas Lind, en lærer,", "sa", "to store bølger hadde truffet fartøyet med dets 112 passasjerer nær Torvik"),
    (
        "En enke",
        "sa",
        "selskapet Norsund Lines fikk en bot på 2,5 millioner kroner i 2016 for å ta med for mange passasjerer",
    ),
)


def voiced(said: tuple[tuple[str, str, str], ...]) -> str:
    """Return sentences with their voices as marked text."""
    return "\n".join(f"{{s{i}|{who}}} {{c{i}|{cue}}} {{x{i}|{what}}}." for i, (who, cue, what) in enumerate(said, 1))


@settings(max_examples=10, deadline=None)
@given(st.sampled_from([(0, 4), (0, 3), (1, 4)]), st.booleans())
def test_a_translation_on_another_page_adds_no_origin_and_no_voice(which: tuple[int, int], reversed_: bool) -> None:
    start, end = which
    original = reading(voiced(FERRY[start:end]), name="page", outlet="Harvim Post")
    translated = reading(voiced(FERGE[start:end]), name="side", outlet="Fjordbladet", language="nb")
    pages_of_both = (translated, original) if reversed_ else (original, translated)
    assert counted(*pages_of_both) == counted(original) == (max(1, counted(original)[0]), end - start)
