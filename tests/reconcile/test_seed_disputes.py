"""The five reference pages: the points on which their voices part are found, rivals apart, voices right. No words of theirs stand here."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.disputes import Outcome, load_points, outcomes, read_folder

from sayso.model.reconstruction import Reconstruction
from sayso.pipeline import reconstruct

pytestmark = pytest.mark.shared

WANTED = 0.8  # of the points on which voices part
WORTH = 0.7  # of the first twenty questions, those that stand for a listed point


@pytest.fixture(scope="module")
def found(shared: Path) -> tuple[list[Outcome], Reconstruction]:
    """What became of each listed point."""
    readings = read_folder(shared / "seeds")
    case = reconstruct(readings)
    return outcomes(load_points(), readings, case), case


def test_the_list_is_long_and_its_places_are_in_the_pages(shared: Path) -> None:
    points = load_points()
    assert len(points) > 20
    texts = {path.stem: path.read_text("utf-8") for path in (shared / "seeds").glob("*.txt")}
    places = [place for point in points for side in point.sides for place in side]
    assert all(place.span.end <= len(texts[place.document]) for place in places)


def test_most_points_on_which_voices_part_are_found_right(found: tuple[list[Outcome], Reconstruction]) -> None:
    parting = [o for o in found[0] if o.point.parts]
    missed = sorted(o.point.key for o in parting if not o.right)
    assert len(parting) - len(missed) >= WANTED * len(parting), missed


def test_the_questions_shown_are_worth_showing(found: tuple[list[Outcome], Reconstruction]) -> None:
    shown = found[1].questions[:20]
    listed = {o.question for o in found[0] if o.question and o.question <= len(shown)}
    assert len(listed) >= WORTH * len(shown)
