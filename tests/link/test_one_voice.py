"""One voice or several across reports: governments without a country, spellings, copies, protection; and counting that fails closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factory import reading
from tests.link.test_origins import bounds, link
from tests.link.test_voices import said, speakers, voices_of

from sayso.link.chains import resolve_chains
from sayso.link.corpus import Corpus
from sayso.link.dates import date_reports
from sayso.link.judgements import Decisions
from sayso.link.lineage import find_lineage
from sayso.link.voices import resolve_voices
from sayso.model.reading import Reading
from sayso.model.text import Anchor

OUTLETS = ("Harvim Post", "Ister Courier", "Lumen Daily", "Odo Tribune")


def told(*sources: str) -> list[Reading]:
    """Make a report for each source, all of different newsrooms and in different words."""
    contents = (
        "a gang stormed the barracks",
        "gunmen took the fort",
        "raiders killed the guards",
        "bandits came at night",
    )
    return [
        reading(f"{{s1|{source}}} {{c1|said}} {{x1|{what}}}.", name=outlet, outlet=outlet)
        for source, what, outlet in zip(sources, contents, OUTLETS, strict=False)
    ]


@pytest.mark.parametrize(
    ("sources", "at_least"),
    [
        (("The government", "The government", "The government", "The government"), 1),
        (("The government", "The Karvian government"), 1),
        (("The Karvian government", "The Sundish government"), 2),
        (("The army", "The army"), 1),
        (("State television", "State television"), 1),
        (("The ministry", "The interior ministry"), 1),
        (("The government", "The interior ministry"), 1),
        (("Interior Minister Omar Sabri", "Interior Minister Homer Zabry"), 1),
        (("The government", "Interior Minister Omar Sabri"), 1),
        (("The Lumen Foundation", "The Foundation"), 1),
        (("The Lumen Foundation", "The Ister Union"), 2),
        (("Ada Brenn", "Ilan Dure"), 2),
    ],
)
def test_what_may_be_one_voice_is_counted_once(sources: tuple[str, ...], at_least: int) -> None:
    assert link(*told(*sources)).count().at_least == at_least


def test_the_government_of_a_story_is_the_one_its_reports_name() -> None:
    first = "{s1|The Karvian government} {c1|said} {x1|a gang stormed the Velmora barracks at Old Harvim}."
    second = "{s1|The government} {c1|said} {x1|gunmen took the fort at Velmora near Old Harvim}."
    a, b = reading(first, name="a", outlet="Harvim Post"), reading(second, name="b", outlet="Ister Courier")
    voices = voices_of(a, b)
    assert len(voices.voices) == 1
    assert bounds(link(a, b).count()) == (1, 1)


def test_a_report_of_another_story_keeps_its_government_to_itself() -> None:
    a = reading("{s1|The Karvian government} {c1|said} {x1|the Velmora barracks burned}.", name="a")
    b = reading("{s1|The government} {c1|said} {x1|rain fell on Tessaly Bay}.", name="b")
    assert len(voices_of(a, b).voices) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Interior Minister Omar Solvek", "Interior Minister Omar Solweck", True),
        ("Irena Dastel", "Irina Dasstel", True),
        ("Tomas Velk", "Thomas Welk", True),
        ("Edvar Tolm, foreign minister of Karvia", "Edvard Tolm, foreign minister of Karvia", True),
        ("Danil Orvek", "Jonas Orvek", False),
        ("Interior Minister Omar Solvek", "Information Minister Omar Solvek", False),
        ("Maria Dastel", "Mario Dastel", False),
    ],
)
def test_spellings_of_a_name_are_one_voice_and_brothers_two(one: str, other: str, same: bool) -> None:
    a, b = told(one, other)
    assert (len(voices_of(a, b).voices) == 1) is same


WIRE = (
    "{own|Gunfire shook the river town of Harvim through the whole of Monday night and into the morning}. "
    "{s1|A shopkeeper who lives by the mill} {c1|said} {x1|the bridge over the Ister was blown up by men in grey}. "
    "{s2|A ferryman} {c2|said} {x2|nobody had dared to cross the water by boat since the weekend before last}."
)


def test_the_unnamed_of_a_copy_are_the_unnamed_of_its_text() -> None:
    a, b = reading(WIRE, name="a", outlet="Harvim Post"), reading(WIRE, name="b", outlet="Ister Courier")
    corpus = Corpus.of((a, b))
    lineage = find_lineage(corpus, date_reports(corpus))
    labels = sorted(v.label for v in resolve_voices(corpus, Decisions(), lineage).voices)
    assert labels == ["a ferryman", "a shopkeeper who lives by the mill"]
    assert len(resolve_voices(corpus, Decisions()).voices) == 4


@pytest.mark.parametrize("source", ["Nobody", "No resident", "The situation", "more", "The pro-reform uprising"])
def test_what_cannot_speak_is_no_voice(source: str) -> None:
    assert voices_of(reading(said(source))).voices == ()


@pytest.mark.parametrize("source", ["Four", "Some", "More soldiers", "Reports from the town"])
def test_vague_speakers_stay_unnamed_voices(source: str) -> None:
    (voice,) = voices_of(reading(said(source))).voices
    assert not voice.named


def test_a_name_after_a_description_and_a_person_with_a_mediums_name() -> None:
    (elder,) = voices_of(reading(said("An elder of Old Harvim, Tomas Velk,"))).voices
    assert elder.named
    (surgeon,) = voices_of(reading(said("Sana Orvek, the surgeon who stayed,"))).voices
    assert surgeon.kind == "person"
    assert surgeon.label.startswith("Sana Orvek")


def test_a_person_taken_for_a_body_in_one_report_is_known_from_another() -> None:
    a = reading(said("Irena Dastel, a teacher,"), name="a")
    b = reading("{s1|{org|Irina Dastel}} {c1|said} {x1|so}.", name="b")
    assert len(voices_of(a, b).voices) == 1


def test_a_protected_voice_has_no_name_anywhere() -> None:
    item = reading(said("Ada Brenn, a shopkeeper", "Ms. Brenn"))
    place = Anchor(item.document, item.attributions[1].source[0])
    decisions = Decisions(protected={"voice": frozenset({place})})
    (voice,) = voices_of(item, decisions=decisions).voices
    assert voice.protected
    assert voice.names == ()
    assert voice.label == "a protected resident"
    assert voice.id == voices_of(item).voices[0].id
    corpus = Corpus.of((item,))
    chains = resolve_chains(corpus, resolve_voices(corpus, decisions), date_reports(corpus))
    assert "Brenn" not in repr(chains)


def test_people_say_what_is_a_voice() -> None:
    item = reading(said("The situation", "A resident"))
    first, second = (Anchor(item.document, a.source[0]) for a in item.attributions)
    decisions = Decisions(accepted={"voice": frozenset({first})}, rejected={"voice": frozenset({second})})
    voices = voices_of(item, decisions=decisions)
    assert voices.at(first)
    assert voices.at(second) == ()


def test_the_day_told_beside_the_cue_is_when_it_was_said() -> None:
    item = reading("{s1|A resident} {c1|said} {t|Tuesday} {x1|that the mill burned}.", published="2031-05-15")
    day = date(2031, 5, 13)
    item = replace(item, times=tuple(replace(t, earliest=day, latest=day) for t in item.times))
    corpus = Corpus.of((item,))
    (chain,) = resolve_chains(corpus, resolve_voices(corpus, Decisions()), date_reports(corpus))
    assert (chain.said_earliest, chain.said_latest) == (day, day)


def test_a_day_inside_the_words_is_not_when_they_were_said() -> None:
    item = reading("{s1|A resident} {c1|said} {x1|{t|Tuesday} was the day the mill burned}.", published="2031-05-15")
    day = date(2031, 5, 13)
    item = replace(item, times=tuple(replace(t, earliest=day, latest=day) for t in item.times))
    corpus = Corpus.of((item,))
    (chain,) = resolve_chains(corpus, resolve_voices(corpus, Decisions()), date_reports(corpus))
    assert (chain.said_earliest, chain.said_latest) == (None, date(2031, 5, 15))


def test_a_side_names_a_country_only_where_the_words_do() -> None:
    a, b = told("The Karvian government", "Interior Minister Omar Sabri")
    sides = {v.label: v.side for v in voices_of(a, b).voices}
    assert sides["Interior Minister Omar Sabri"] == "government"
    assert speakers(a, voices_of(a, b)) == ["the Karvian government"]
