"""Boilerplate that repeats across the documents of a case, on invented pages."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.link.repeats import find_repeats, set_apart
from sayso.model.reading import Reading
from sayso.pipeline import reconstruct

ReadText = Callable[[str], Reading]

STORIES = [
    (
        "The harbour of Nordvik was closed on Sunday. Crews were told to stay ashore until the search had ended.\n\n"
        "The mayor met the crews in the school and asked them to be patient with the guard."
    ),
    (
        "Voters in Karvia chose a new parliament on Saturday. Turnout was the lowest in twenty years in all valleys.\n\n"
        "The League promised cheaper seed and diesel to the farmers of the north of the republic."
    ),
    (
        "A storm took the bridge at Plenza in the night. The road to the south stays closed until a ferry can be found.\n\n"
        "Bakers in the town gave bread away, and the church opened its doors to whoever came."
    ),
    (
        "The cannery of Skarvik will open again in spring. Its owner has found new buyers for the catch of the winter.\n\n"
        "The union of the workers asks for higher pay and for a doctor in the village."
    ),
]
ABOUT = "The Vestland Echo tells of the coast every day and is read from Skarvik to Plenza by all who live there."


def words(readings: list[Reading]) -> set[str]:
    """Return the words of all lines set apart."""
    texts = {reading.document: reading.text for reading in readings}
    return {demotion.span.of(texts[demotion.document]) for demotion in find_repeats(readings)}


@pytest.mark.parametrize("line", [ABOUT, "A boat of the coast at anchor"])
def test_a_line_of_unlike_documents_is_boilerplate(read_text: ReadText, line: str) -> None:
    readings = [read_text(f"{story}\n\n{line}") for story in STORIES]
    left = [
        reading for reading in readings if line not in {b.span.of(reading.text).strip() for b in reading.boilerplate}
    ]
    assert words(readings) == ({line} if len(left) > 2 else set())


def test_two_documents_are_not_enough(read_text: ReadText) -> None:
    assert not words([read_text(f"{story}\n\n{ABOUT}") for story in STORIES[:2]])


def test_copies_of_one_report_are_no_boilerplate(read_text: ReadText) -> None:
    copies = [
        read_text(f"{STORIES[0]}\n\n{ABOUT}\n\n{end}") for end in ("Nobody was hurt.", "It rained.", "The quay is old.")
    ]
    assert not words(copies)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor said that nobody knew who had set the boats of the town on fire that night.",
        "Gunmen killed 14 fishermen in the harbour of the town on the first day of the year.",
        "“We do not know who set the boats on fire that night in the harbour of the town.”",
    ],
)
def test_what_states_something_is_never_boilerplate(read_text: ReadText, line: str) -> None:
    assert not words([read_text(f"{story}\n\n{line}") for story in STORIES])


def test_running_text_in_the_middle_stays(read_text: ReadText) -> None:
    assert not words([read_text(f"{story}\n\n{ABOUT}\n\n{story[::-1]}\n\n{story}\n\n{story}") for story in STORIES])


def test_linking_looks_at_readings_without_what_is_set_apart(read_text: ReadText) -> None:
    readings = [read_text(f"{story}\n\n{ABOUT}") for story in STORIES]
    case = reconstruct(readings)
    assert {
        demotion.span.of(r.text) for r in readings for demotion in case.demotions if demotion.document == r.document
    } == {ABOUT}
    assert case.demotions[0].because.anchors
    for reading, looked_at in zip(
        sorted(readings, key=lambda r: r.document),
        set_apart(sorted(readings, key=lambda r: r.document), case.demotions),
        strict=True,
    ):
        assert all(ABOUT not in span.of(reading.text) for report in looked_at.reports for span in report.spans)
        assert len(looked_at.statements) < len(reading.statements)
        assert reading.reports != looked_at.reports


def test_the_order_of_documents_changes_nothing(read_text: ReadText) -> None:
    readings = [read_text(f"{story}\n\n{ABOUT}") for story in STORIES]
    assert find_repeats(readings) == find_repeats(readings[::-1])


def test_nothing_repeats_in_an_empty_case() -> None:
    assert find_repeats([]) == ()


def test_cost_grows_with_the_number_of_lines(read_text: ReadText) -> None:
    reading = read_text(f"{STORIES[0]}\n\n{ABOUT}")
    many = [replace(reading, document=f"{n:020x}") for n in range(2000)]
    assert find_repeats(many) == ()
