"""The one count of what stands behind an answer: reports, texts, newsrooms, agencies, voices, origins, with reasons."""

from __future__ import annotations

from tests.factory import reading
from tests.link.test_origins import WIRE, Case, link

from sayso import reconstruct
from sayso.link.chains import resolve_chains
from sayso.link.counts import Counter
from sayso.link.dates import date_reports
from sayso.link.lineage import find_lineage
from sayso.model.reading import Reading
from sayso.model.reconstruction import Standing
from sayso.present.counts import count_line, count_reasons

OTHER = (
    "{own|The grain barges of Harvim lay idle for the third week because the locks have not been repaired}. "
    "{s1|Witnesses reached by telephone} {c1|said} {x1|soldiers had mined the bridge over the Ister days before it fell}."
)


def counted(*readings: Reading, words: str = "bridge over") -> Standing:
    """Count what stands behind the statements that hold some words."""
    case: Case = link(*readings)
    dates = date_reports(case.corpus)
    say_so = resolve_chains(case.corpus, case.voices, dates)
    counter = Counter(case.corpus, {s.statement: s for s in say_so}, case.origins, find_lineage(case.corpus, dates))
    chosen = [
        s.id
        for s in case.corpus.statements.values()
        if words in s.span.of(case.corpus.documents[case.corpus.document_of[s.id]].text)
    ]
    return counter.of(chosen)


def test_eight_reports_three_texts_two_agencies() -> None:
    wires = [reading(WIRE, name=f"p{n}", outlet=f"Paper {n}", agency="AP") for n in range(6)]
    standing = counted(*wires, reading(OTHER, name="q", outlet="Lumen", agency="AFP"))
    assert count_line(standing) == "7 reports · 2 texts · 2 newsrooms (2 agencies) · 2 primary voices · 1 to 2 origins"
    assert [because.text for because in count_reasons(standing)] == [
        "6 reports share passages: one text",
        "6 reports are of one newsroom: AP",
    ]


def test_texts_joined_by_a_third_that_is_not_asked_about_are_one() -> None:
    head = "The grain barges of Harvim lay idle for the third week because the locks of the old canal were never repaired. "
    said = "{s1|A shopkeeper} {c1|said} {x1|the bridge over the Ister had been blown up by men in grey uniforms}. "
    tail = "Nobody had taken responsibility for the destruction of the town hall and its archive by Tuesday noon, police said."
    a = reading(head + said.replace("1|", "2|").replace("blown up by men", "destroyed in spring by others"), name="a")
    b = reading(
        "{s1|A bargeman} {c1|said} {x1|his brother mined the bridge over the Ister in April}. " + tail, name="b"
    )
    third = reading(head + tail, name="c")
    assert counted(a, b).texts == 2
    assert counted(a, b, third).texts == 1


def test_reports_that_name_no_newsroom_may_be_of_one() -> None:
    standing = counted(reading(WIRE, name="a"), reading(OTHER, name="b"))
    assert (standing.reports, standing.texts, standing.newsrooms, standing.agencies) == (2, 2, 1, 0)


def test_a_translation_on_the_same_page_is_the_same_text() -> None:
    original = reading(WIRE, name="a", outlet="Paper")
    other = reading(
        "{s1|En butikkeier} {c1|sa} {x1|at bridge over Ister ble sprengt}.",
        name="b", language="nb", translates=original.reports[0].id,
    )  # fmt: skip
    standing = counted(original, other)
    assert (standing.reports, standing.texts, standing.origins_at_most) == (2, 1, 1)


def test_the_case_is_counted_by_the_same_function_and_nothing_counts_nothing() -> None:
    made = reconstruct([reading(WIRE, name=f"p{n}", outlet=f"Paper {n}", agency="AP") for n in range(3)])
    assert count_line(made.standing) == "3 reports · 1 text · 1 newsroom (1 agency) · 1 primary voice · 1 origin"
    assert count_line(reconstruct([]).standing) == "0 reports · 0 texts · 0 newsrooms · 0 primary voices · 0 origins"
