"""Events across reports: what belongs to one happening meets, what does not stays apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.link.corpus import Corpus
from sayso.link.events import link_events
from sayso.link.judgements import Decisions
from sayso.model.reading import Reading
from sayso.model.reconstruction import Event, Reconstruction
from sayso.model.text import Anchor
from sayso.pipeline import reconstruct

Read = Callable[[str], Reading]


def together(read_text: Read, *texts: str) -> tuple[Reconstruction, list[Reading]]:
    """Read texts and reconstruct them as one case."""
    readings = [read_text(text) for text in texts]
    return reconstruct(readings), readings


def of_kind(case: Reconstruction, kind: str) -> list[Event]:
    """Return the events of a kind, largest first."""
    return sorted((e for e in case.events if e.kind == kind), key=lambda e: -len(e.mentions))


def test_a_telling_figure_brings_two_reports_together(read_text: Read) -> None:
    case, _ = together(
        read_text,
        "The government said armed gangs killed 86 soldiers in Tarsk on the eve of the feast.",
        "Witnesses said mutinous troops shot back. Residents told of the killing of 86 soldiers in Tarsk.",
    )
    assert len(of_kind(case, "kill")[0].mentions) >= 2


def test_two_towns_are_two_happenings(read_text: Read) -> None:
    case, _ = together(
        read_text,
        "Rebels killed 86 soldiers in Tarsk, the mayor said.",
        "Rebels killed 86 soldiers in Velmora, the governor said.",
    )
    assert all(len(e.mentions) == 1 for e in of_kind(case, "kill"))


def test_two_kinds_of_victims_are_two_happenings(read_text: Read) -> None:
    case, _ = together(
        read_text,
        "Rebels killed 86 soldiers in Tarsk, the mayor said.",
        "Shells killed 86 civilians in Tarsk, the doctor said.",
    )
    assert all(len(e.mentions) == 1 for e in of_kind(case, "kill"))


def test_small_figures_do_not_make_one_happening_of_two(read_text: Read) -> None:
    case, _ = together(
        read_text,
        "A shell killed 10 people, the mayor said.",
        "A bomb killed 10 people, the governor said.",
    )
    assert all(len(e.mentions) == 1 for e in of_kind(case, "kill"))


def test_others_are_others(read_text: Read) -> None:
    case, _ = together(read_text, "Gunmen killed five miners in Tarsk. Another four miners were killed in Tarsk later.")
    assert all(len(e.mentions) == 1 for e in of_kind(case, "kill"))


def test_order_of_readings_changes_nothing(read_text: Read) -> None:
    texts = [
        "The government said gangs killed 86 soldiers in Tarsk.",
        "Residents said soldiers killed the 86 soldiers in Tarsk.",
        "Activists said 86 soldiers were killed in Tarsk by men loyal to the president.",
    ]
    readings = [read_text(text) for text in texts]
    assert reconstruct(readings) == reconstruct(readings[::-1])


@pytest.mark.parametrize("extra", ["Rain fell on the hills all night, farmers said."])
def test_one_file_more_leaves_other_events_as_they_are(read_text: Read, extra: str) -> None:
    texts = ["The government said gangs killed 86 soldiers in Tarsk.", "Residents said 86 soldiers died in Tarsk."]
    few, _ = together(read_text, *texts)
    more, _ = together(read_text, *texts, extra)
    assert {e.id for e in few.events} <= {e.id for e in more.events}


def test_a_person_s_same_beats_a_veto_and_not_same_beats_a_score(read_text: Read) -> None:
    apart = (
        "Rebels killed 86 soldiers in Tarsk, the mayor said.",
        "Rebels killed 86 soldiers in Velmora, the governor said.",
    )
    alike = (
        "Gangs killed 86 soldiers in Tarsk, the mayor said.",
        "Rebels killed 86 soldiers in Tarsk, the governor said.",
    )
    for texts, field, expected in ((apart, "same", 2), (alike, "apart", 1)):
        corpus = Corpus.of([read_text(text) for text in texts])
        anchors = [Anchor(corpus.document_of[m.id], m.span) for m in corpus.mentions.values() if m.kind == "kill"]
        decided = Decisions(**{field: {"event": ((anchors[0], anchors[1]),)}})
        kills = [e for e in link_events(corpus, decided, (), (), ()) if e.kind == "kill"]
        assert max(len(e.mentions) for e in kills) == expected
