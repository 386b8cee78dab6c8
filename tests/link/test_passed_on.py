"""Say-so chains across documents: what is passed on, told to many or quoted alike is one voice; what is not, is not."""

from __future__ import annotations

import pytest
from tests.factory import reading
from tests.link.test_origins import bounds, link

from sayso import reconstruct
from sayso.model.reading import Reading
from sayso.present.counts import count_line

BRIDGE = "the bridge over the Ister had been blown up by men in grey uniforms"
OWN = f"{{s1|A shopkeeper}} {{c1|said}} {{x1|{BRIDGE}}}."


def own() -> Reading:
    """Return the report of the newsroom that met the shopkeeper."""
    return reading(OWN, name="own", outlet="Harvim Post")


PASSED_ON = {
    "reported that he said": "{s1|The Harvim Post} {c1|reported} {x1|that {s2|a shopkeeper} {c2|said} {x2|soldiers had destroyed the crossing}}.",
    "told that newsroom": "{s1|A shopkeeper} {c1|told} {to1|the Harvim Post} {x1|soldiers had destroyed the crossing}.",
}


@pytest.mark.parametrize("words", PASSED_ON.values(), ids=PASSED_ON)
def test_an_unnamed_voice_that_another_newsroom_passes_on_is_the_first_newsrooms(words: str) -> None:
    other = reading(words, name="other", outlet="Ister Courier")
    third = reading(words.replace("crossing", "long crossing"), name="third", outlet="Tarn Gazette")
    assert bounds(link(own(), other, third).count()) == (1, 1)


def test_another_unnamed_voice_of_that_newsroom_is_another() -> None:
    words = PASSED_ON["told that newsroom"].replace("A shopkeeper", "A nurse")
    assert bounds(link(own(), reading(words, name="other", outlet="Ister Courier")).count()) == (1, 2)


def test_an_outlet_relays_an_agency_that_relays_a_spokesman() -> None:
    spokesman = (
        "{s1|Police spokesman Ilan Dure} {c1|told} {to1|the Lumen news agency} {x1|fourteen bodies lay in the well}."
    )
    relayed = (
        "{s1|The Ister Courier} {c1|reported} {x1|that {s2|the Lumen news agency} {c2|quoted} "
        "{x2|{s3|Ilan Dure} {c3|as saying} {x3|there were fourteen dead in the well}}}."
    )
    case = link(reading(spokesman, name="a"), reading(relayed, name="b", outlet="Tarn Gazette"))
    assert bounds(case.count()) == (1, 1)


def test_one_survivor_told_by_one_agency_in_many_papers_is_one_voice_and_three_newsrooms_survivors_are_three() -> None:
    text = "{s1|A survivor} {c1|told} {to1|AP} {x1|soldiers fired at the stalls of the market from three lorries on Tuesday at noon}."
    papers = [reading(text, name=f"p{n}", outlet=f"Paper {n}", agency="AP") for n in range(5)]
    assert count_line(reconstruct(papers).standing).endswith("1 primary voice · 1 origin")
    tales = ("the men laughed", "nobody helped him", "his cart was burned")
    rooms = ("AP", "AFP", "Reuters")
    apart = [
        reading(f"{{s1|A survivor}} {{c1|told}} {{to1|{room}}} {{x1|{tale}}}.", name=room, agency=room)
        for room, tale in zip(rooms, tales, strict=True)
    ]
    case = link(*apart)
    assert bounds(case.count()) == (3, 3)
    assert len({case.voices.by_anchor[a] for a in case.voices.by_anchor if a.span.start == 0}) == 3


def test_survivors_of_three_papers_that_nobody_is_said_to_have_reached_stay_three_voices_and_one_sure_origin() -> None:
    tales = ("the men laughed", "nobody helped them", "carts were burned")
    papers = [
        reading(f"{{s1|Survivors}} {{c1|said}} {{x1|{tale}}}.", name=tale, outlet=f"Paper of {tale}") for tale in tales
    ]
    assert bounds(link(*papers).count()) == (1, 3)
    assert "3 primary voices" in count_line(reconstruct(papers).standing)
