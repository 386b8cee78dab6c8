"""Stories by rare names, what weeks keep apart, and large events with parts."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.reading import Reading
from sayso.model.reconstruction import Event
from sayso.pipeline import reconstruct

Read = Callable[[str], Reading]

NAMED = "HALBECK, 5 May 2013 — A man was shot dead in Tarsk on Saturday, police said. The baker Pavel Istra saw it."
AGAIN = "HALBECK, 6 May 2013 — A man was killed in the town, police said. His neighbour Pavel Istra heard two shots."
MUCH_LATER = (
    "HALBECK, 9 September 2013 — A man was killed in the town, police said. His neighbour Pavel Istra heard shots."
)


def events(read_text: Read, kind: str, *texts: str) -> list[Event]:
    """Return the events of a kind."""
    return [e for e in reconstruct([read_text(text) for text in texts]).events if e.kind == kind]


def test_reports_that_share_a_full_name_within_days_tell_one_killing(read_text: Read) -> None:
    (found,) = events(read_text, "kill", NAMED, AGAIN)
    assert len(found.statements) >= 2
    assert any("same story" in because.text for because in found.because)


def test_months_apart_they_are_two(read_text: Read) -> None:
    assert len(events(read_text, "kill", NAMED, MUCH_LATER)) == 2


def test_the_dead_of_a_bombardment_are_part_of_it(read_text: Read) -> None:
    text = "HALBECK, 5 May 2013 — A bombardment of the market in Tarsk killed 14 villagers and wounded 30 guards, Mira Olen said."
    case = reconstruct([read_text(text)])
    kinds = {e.id: e.kind for e in case.events}
    (whole,) = [e for e in case.events if e.parts]
    assert whole.kind == "fire"
    assert sorted(kinds[part] for part in whole.parts) == ["kill", "wound"]


def test_one_mouth_that_gives_two_figures_tells_of_two_happenings(read_text: Read) -> None:
    text = "Mira Olen said 14 villagers were killed in Tarsk. In Tarsk 31 villagers were killed, Mira Olen said."
    assert len(events(read_text, "kill", text)) == 2
