"""Articles stitched together, of one story, of one country, of nothing in common; and single articles that must stay whole."""

import pytest
from tests.segment.pages import PageOf

from sayso.model.ids import make_document, sha256_hex
from sayso.model.resources import Resources
from sayso.pipeline import segment

FIRE = """The harbour of Nordvik was closed on Sunday after two boats had burned at the old quay, the town's mayor said.

"We do not know who set the boats on fire," Ingrid Holm told reporters. "The Coast Guard is asking every skipper."

Crews of the Nordvik fleet were told to stay ashore until the Guard has searched the remaining boats, she said. Police have closed both roads to the old quay and two hundred people have been moved to the school.

Jon Lie, a skipper who lives above the quay, said the flames rose at four in the morning and that nobody came for an hour."""

FIRE_AGAIN = """Two fishing boats went up in flames in the harbour of Nordvik early on Sunday, and Ingrid Holm, mayor of the coastal town, ordered the port closed.

Coast Guard officers went from boat to boat on Sunday evening and questioned the crews, who have been told not to leave. The mayor told a crowd at the school that she would not guess at a motive.

"I heard two bangs and then the whole quay was burning," said Jon Lie, a skipper. He carried his son out over the roof.

It is the third fire in Nordvik harbour since the spring. Nobody has been charged with the earlier ones, and the insurers have stopped paying."""

VOTE = """Voters in the republic of Karvia chose a new parliament on Saturday, with the Farmers' League ahead in early counts.

Turnout was the lowest in twenty years, the electoral commission said, and polling stations in the valleys closed early.

The League's leader, Pavel Orsic, promised to form a government within a week and to lower the price of seed and diesel. His rivals in the capital said that they would wait for the full count before they concede anything."""

VOTE_AGAIN = """Riot police in the Karvian capital of Plenza fired tear gas at supporters of the Farmers' League on Monday as the count of Saturday's vote was halted.

Pavel Orsic, who leads the League, called on the electoral commission to publish the remaining results and accused it of holding back the valleys.

A spokeswoman for the commission, Mira Tolj, said that the count was stopped for technical reasons. She gave no date for its end and took no questions."""

PAIRS = {
    "one story": (FIRE, FIRE_AGAIN, "Fire at Nordvik quay leaves town without boats", "fire-nordvik-quay-boats"),
    "one country": (VOTE, VOTE_AGAIN, "Police fire tear gas as Karvian count is halted", "police-karvian-league-count"),
    "nothing": (FIRE, VOTE, "Farmers' League ahead in Karvian vote", "karvian-voters-parliament"),
}

SEAMS = [
    "{headline}\nBy Ada Brenn",
    "{headline}\n8 May 2014",
    "{headline}",
    "Karvia Herald\n{headline}",
    "Share this article\n\n{headline}",
    "via Karvia Herald",
    "From the Karvia Herald:",
    "(Karvia Herald)",
    "http://www.karviaherald.example/2014/05/08/{slug}",
    "Source: http://www.karviaherald.example/a/1",
    "Reporting by Jon Lie; Editing by Ada Brenn",
    "© 2014 Karvia Herald. All rights reserved.",
    "Read the original here",
]

HEADS = ["NORDVIK, Vestland — ", "(Reuters) - ", "dpa - ", "AP — "]

INSIDE = [
    "A town on edge",
    "Share this article",
    "Read also: Storm over Plenza",
    "* * *",
    "Advertisement\n\nWhat the crews say",
    "Photo: Kari Vik",
    "See the map below.",
]


@pytest.fixture(scope="module")
def take_apart(resources: Resources) -> PageOf:
    """Take a text apart without parsing it: layout needs no sentences."""
    unparsed = Resources(resources.packs, {}, (), resources.identify, "test")
    return lambda text: segment(make_document(sha256_hex(text), "test", text), unparsed)


def seams(take_apart: PageOf, text: str) -> list[int]:
    """Return where all reports but the first begin."""
    return [report.spans[0].start for report in take_apart(text).reports[1:]]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("seam", SEAMS)
def test_a_seam_parts_two_articles(take_apart: PageOf, pair: str, seam: str) -> None:
    above, below, headline, slug = PAIRS[pair]
    text = f"{above}\n\n{seam.format(headline=headline, slug=slug)}\n\n{below}"
    (start,) = seams(take_apart, text)
    assert len(above) <= start <= text.index(below)


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("head", HEADS)
def test_a_dateline_parts_two_articles(take_apart: PageOf, pair: str, head: str) -> None:
    above, below, *_ = PAIRS[pair]
    assert seams(take_apart, f"{above}\n\n{head}{below}") == [len(above) + 2]


@pytest.mark.parametrize("line", INSIDE)
def test_an_article_stays_whole_around_what_is_no_seam(take_apart: PageOf, line: str) -> None:
    first, *rest = VOTE.split("\n\n")
    for text in (f"{first}\n\n{line}\n\n" + "\n\n".join(rest), f"{FIRE}\n\n{line}\n\n" + FIRE_AGAIN.split("\n\n")[3]):
        assert not seams(take_apart, text)


def test_figures_compiled_by_somebody_end_nothing(take_apart: PageOf) -> None:
    text = (
        f"{FIRE} Forty boats have burned, by records compiled by the union and reported by the press.\n\n{FIRE_AGAIN}"
    )
    assert not seams(take_apart, text)
