"""What changed on the way is carried by the answers that draw on the passage, with both passages, on either side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso import reconstruct
from sayso.model.ids import make_document, sha256_hex
from sayso.model.reading import Reading
from sayso.model.resources import Resources
from sayso.model.text import Claimed
from sayso.pipeline import read
from sayso.present.case import Case
from sayso.present.terminal.changed import changed_lines
from sayso.present.terminal.quotes import CaseIndex

HEAD = "Shelling in the river town of Harvim began at four in the morning and went on until the bells rang at noon. "
FOOT = " Most shops in the covered market stayed closed for the rest of the week, and bread was sold from lorries."
CLAIM = "Government forces killed 34 people in the covered market of Harvim on Tuesday, activists said."

CHANGES = {
    "the figure was altered": CLAIM.replace("34", "84"),
    "the figure was rounded": CLAIM.replace("34", "about 35"),
    "the attribution was lost": CLAIM.replace(", activists said", ""),
    "it was given to another voice": CLAIM.replace("activists", "doctors"),
}


@pytest.fixture(scope="session")
def told(resources: Resources) -> Callable[[str, str], dict[str, set[str]]]:
    """Return what the answers on how many were killed tell to have changed between two versions of one passage."""

    def page(name: str, words: str, day: str, outlet: str) -> Reading:
        text = f"{HEAD}{words}{FOOT}"
        claimed = Claimed(published=day, outlet=outlet)
        return read(make_document(sha256_hex(text + name), name, text, claimed=claimed), resources)

    def found(first: str, later: str) -> dict[str, set[str]]:
        readings = (page("a", first, "2019-05-07", "Lumen Press"), page("b", later, "2019-05-08", "Ister Courier"))
        made = reconstruct(readings)
        index = CaseIndex(Case("harvim", (), (), readings, made, (), (), "v"))
        answers = [a for q in made.questions if q.text.startswith("How many") for a in q.answers]
        return {answer.text: set(changed_lines(index, (answer,))) for answer in answers}

    return found


@pytest.mark.parametrize("change", CHANGES)
def test_answers_of_either_side_carry_what_changed(
    told: Callable[[str, str], dict[str, set[str]]], change: str
) -> None:
    answers = told(CLAIM, CHANGES[change])
    assert answers
    for lines in answers.values():
        (line,) = lines
        assert line.startswith(f"on the way from Lumen Press (a) to Ister Courier (b) {change}: “Government forces")
        assert "” → “Government forces" in line


@pytest.mark.parametrize("hedge", ["reportedly", "allegedly"])
def test_a_dropped_hedge_is_carried(told: Callable[[str, str], dict[str, set[str]]], hedge: str) -> None:
    answers = told(CLAIM.replace("forces killed", f"forces {hedge} killed"), CLAIM)
    assert any("the hedge was dropped" in line for lines in answers.values() for line in lines)


def test_a_denial_left_out_is_carried_with_the_denial(told: Callable[[str, str], dict[str, set[str]]]) -> None:
    answers = told(f"{CLAIM} The army denied that it had fired on the market.", CLAIM)
    (line,) = (line for lines in answers.values() for line in lines)
    assert "the denial was left out: “The army denied that it had fired on the market.” → “" in line
    assert "killed 34 people" in line


def test_what_did_not_change_is_not_carried(told: Callable[[str, str], dict[str, set[str]]]) -> None:
    answers = told(CLAIM, CLAIM)
    assert answers
    assert not any(answers.values())
