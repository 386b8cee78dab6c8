"""MODEL §4: the worked cases of counting origins, and what must hold of any corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factory import reading

from sayso.link.chains import resolve_chains
from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.link.judgements import Decisions
from sayso.link.lineage import find_lineage
from sayso.link.origins import Origins, find_origins
from sayso.link.voices import Voices, resolve_voices
from sayso.model.reading import Reading
from sayso.model.reconstruction import OriginCount

WIRE = (
    "{own|Gunfire shook the river town of Harvim through the whole of Monday night and into the morning}. "
    "{s1|A shopkeeper} {c1|said} {x1|the bridge over the Ister had been blown up by men in grey uniforms}. "
    "{own|Nobody had taken responsibility for the destruction of the bridge by Tuesday noon}."
)


@dataclass(frozen=True)
class Case:
    """A corpus linked as far as origins."""

    corpus: Corpus
    voices: Voices
    origins: Origins

    def count(self, *words: str) -> OriginCount:
        """Count the origins of all statements, or of those that contain one of the words."""
        chosen = [
            s.id
            for s in self.corpus.statements.values()
            if not words
            or any(w in s.span.of(self.corpus.documents[self.corpus.document_of[s.id]].text) for w in words)
        ]
        return self.origins.count(chosen)


def link(*readings: Reading) -> Case:
    """Link readings up to their origins."""
    corpus = Corpus.of(readings)
    dates = date_reports(corpus)
    voices = resolve_voices(corpus, Decisions())
    say_so = resolve_chains(corpus, voices, dates)
    return Case(corpus, voices, find_origins(corpus, voices, say_so, find_lineage(corpus, dates)))


def bounds(count: OriginCount) -> tuple[int, int]:
    """Return at least, at most."""
    return count.at_least, count.at_most


def test_case_1_twelve_reprints_of_one_wire_are_one_origin_and_its_own_sentence_none() -> None:
    case = link(*(reading(WIRE, name=f"paper {i}", outlet=f"Paper {i}") for i in range(12)))
    assert bounds(case.count("bridge over")) == (1, 1)
    assert bounds(case.count("Gunfire")) == (0, 0)
    assert len(case.corpus.statements) == 36


def test_reasons_of_an_origin_name_only_the_places_that_are_asked_of() -> None:
    case = link(*(reading(WIRE, name=f"paper {i}", outlet=f"Paper {i}") for i in range(12)))
    told = [s for s in case.corpus.statements.values() if s.chain and case.origins.count([s.id]).at_most]
    places = {s.id: case.corpus.anchor(s.id, s.span) for s in told[:3]}
    reasons = case.origins.reasons(places)
    assert reasons
    assert all(set(reason.anchors) == set(places.values()) for reason in reasons)
    assert case.origins.reasons({told[0].id: places[told[0].id]}) == ()


def test_case_2_three_agencies_quoting_one_minister_are_one_origin() -> None:
    said = [
        "{s1|Karvian Interior Minister Omar Sabri} {c1|said} {x1|order had been restored in the north}.",
        "{x1|“The north is calm,”} {s1|Interior Minister Omar Sabri} {c1|told} reporters. Karvian forces left.",
        "{s1|Omar al-Sabri, the Karvian interior minister,} {c1|insisted} {x1|nothing was wrong up there}.",
    ]
    case = link(*(reading(t, agency=a, name=a) for t, a in zip(said, ("AP", "AFP", "Reuters"), strict=True)))
    assert bounds(case.count()) == (1, 1)
    assert len([v for v in case.voices.voices if v.named]) == 1


def test_case_3_two_newsrooms_that_each_reached_somebody_are_two_origins() -> None:
    a = reading(
        "{s1|A resident reached by telephone} {c1|said} {x1|tanks shelled the mill at dawn}.", agency="AP", name="a"
    )
    b = reading(
        "{s1|Witnesses} {c1|told} {to1|The Guardian} {m1|by telephone} {x1|the army fired on the mill}.",
        outlet="The Guardian",
        name="b",
    )
    assert case_bounds(a, b) == (2, 2)


def case_bounds(*readings: Reading) -> tuple[int, int]:
    """Link readings and count all their origins."""
    return bounds(link(*readings).count())


def test_case_4_residents_of_two_papers_that_nobody_is_said_to_have_reached() -> None:
    a = reading("{s1|Residents} {c1|said} {x1|the mill burned down}.", outlet="Harvim Post", name="a")
    b = reading("{s1|Residents} {c1|said} {x1|fire took the old mill}.", outlet="Ister Courier", name="b")
    assert case_bounds(a, b) == (1, 2)


def test_case_5_state_television_repeating_a_minister_adds_nothing() -> None:
    a = reading(
        "{s1|Karvian Interior Minister Omar Sabri} {c1|said} {x1|gangs killed forty men}.",
        outlet="Harvim Post",
        name="a",
    )
    b = reading(
        "{s1|Karvian state television} {c1|said} {x1|{s2|Interior Minister Omar Sabri} {c2|had announced} {x2|the death of forty men}}.",
        outlet="Ister Courier",
        name="b",
    )
    assert bounds(link(a, b).count("gangs killed", "the death of forty men")) == (1, 1)


def test_case_6_a_minister_and_an_army_spokesman_in_their_own_words_are_two() -> None:
    a = reading(
        "{s1|Karvian Interior Minister Omar Sabri} {c1|said} {x1|gangs killed forty men}.",
        outlet="Harvim Post",
        name="a",
    )
    b = reading(
        "{s1|Karvian army spokesman Col. Ilan Dure} {c1|said} {x1|forty of our men fell to gangs}.",
        outlet="Ister Courier",
        name="b",
    )
    case = link(a, b)
    assert bounds(case.count()) == (2, 2)
    assert len({v.side for v in case.voices.voices if v.named}) == 1


def test_case_7_a_newspapers_own_sentence_beside_the_ministrys_figure() -> None:
    a = reading("{own|Forty men were killed in Harvim}.", outlet="Harvim Post", name="a")
    b = reading(
        "{s1|The Karvian interior ministry} {c1|said} {x1|forty men were killed in Harvim}.",
        outlet="Ister Courier",
        name="b",
    )
    assert case_bounds(a, b) == (1, 1)


def test_case_8_a_translation_adds_none() -> None:
    a = reading(
        "{s1|A resident} {c1|said} {x1|the mill burned}. {s2|Ada Brenn} {c2|said} {x2|it was dark}.",
        outlet="Harvim Post",
        name="a",
    )
    b = reading(
        "{s1|En beboer} {c1|sa} {x1|at møllen brant}. {s2|Ada Brenn} {c2|sa} {x2|at det var mørkt}.",
        name="b",
        language="nb",
        translates=a.reports[0].id,
    )
    assert case_bounds(a, b) == case_bounds(a) == (1, 2)


def test_case_9_an_organisation_and_a_paper_that_cites_it() -> None:
    a = reading(
        "{s1|The Lumen Foundation} {c1|said} {x1|sixty people were arrested}.", outlet="Lumen Foundation", name="a"
    )
    b = reading("{c1|According to} {s1|the Lumen Foundation}, {x1|sixty were held}.", outlet="Harvim Post", name="b")
    assert case_bounds(a, b) == (1, 1)


def test_case_10_two_named_voices_quoted_first_hand_in_one_article() -> None:
    a = reading(
        "{s1|The Lumen Foundation} {c1|said} {x1|sixty died}. {s2|Ilan Dure, director of Harvim hospital,} {c2|said} {x2|he counted sixty}.",
        outlet="Harvim Post",
        name="a",
    )
    assert case_bounds(a) == (2, 2)


def test_case_11_residents_and_activists_jointly() -> None:
    case = link(reading("{s1|Residents and activists} {c1|said} {x1|the mill burned}.", outlet="Harvim Post", name="a"))
    assert bounds(case.count()) == (1, 2)
    assert sorted(v.label for v in case.voices.voices) == ["activists", "residents"]


SOURCES = [
    "Residents",
    "A resident",
    "Ada Brenn",
    "Mr. Brenn",
    "The Karvian government",
    "Karvian state television",
    "Omar Sabri",
    "Interior Minister Omar Sabri",
    "residents and activists",
    "A witness reached by telephone",
    "Witnesses",
]
CONTENTS = [
    "the long bridge over the river Ister at Harvim was blown up before dawn on Monday",
    "forty men of the border guard were killed in the barracks behind the old mill",
    "nobody from the villages had been allowed to cross the frontier since the weekend",
]
SAID = st.tuples(st.sampled_from(SOURCES), st.sampled_from(CONTENTS))
REPORTS = st.lists(
    st.tuples(st.sampled_from([None, "Harvim Post", "Ister Courier"]), st.lists(SAID, min_size=1, max_size=3)),
    min_size=1,
    max_size=5,
)


def made(reports: Sequence[tuple[str | None, Sequence[tuple[str, str]]]]) -> list[Reading]:
    """Make readings of drawn reports."""
    return [
        reading(
            " ".join(f"{{s{i}|{who}}} {{c{i}|said}} {{x{i}|{what}}}." for i, (who, what) in enumerate(said, 1)),
            name=f"page {n}",
            outlet=outlet,
        )
        for n, (outlet, said) in enumerate(reports)
    ]


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_order_of_reports_changes_nothing(reports: list[tuple[str | None, list[tuple[str, str]]]]) -> None:
    readings = made(reports)
    assert link(*readings).origins.all == link(*reversed(readings)).origins.all


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_bounds_are_in_order_and_a_subset_has_no_more(reports: list[tuple[str | None, list[tuple[str, str]]]]) -> None:
    case = link(*made(reports))
    everything = sorted(case.corpus.statements)
    whole = case.origins.count(everything)
    for cut in range(len(everything)):
        part = case.origins.count(everything[:cut])
        assert part.at_least <= part.at_most <= whole.at_most
        assert part.at_least <= whole.at_least
    assert whole.at_least <= whole.at_most


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.integers(0, 4))
def test_an_exact_copy_changes_no_count(reports: list[tuple[str | None, list[tuple[str, str]]]], which: int) -> None:
    outlet, said = reports[which % len(reports)]
    told = [(who, what) for who, what in said]
    base = [*reports[: which % len(reports)], (outlet, told * 1), *reports[which % len(reports) + 1 :]]
    readings = made(base)
    text = " ".join(f"{{s{i}|{who}}} {{c{i}|said}} {{x{i}|{what}}}." for i, (who, what) in enumerate(told, 1))
    copy = reading(text, name="the copy", outlet=outlet)
    assert bounds(link(*readings, copy).count()) == bounds(link(*readings).count())
