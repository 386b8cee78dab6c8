"""Who speaks: within a report, across reports, and what must stay apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.factory import mark, reading

from sayso.link.corpus import Corpus
from sayso.link.judgements import Decisions
from sayso.link.voices import Voices, resolve_voices
from sayso.link.voices.lexicon import lexicon
from sayso.link.voices.names import same_person
from sayso.link.voices.split import split_joint
from sayso.model.reading import Reading
from sayso.model.reconstruction import Role, Voice, VoiceKind
from sayso.model.text import Anchor


def voices_of(*readings: Reading, decisions: Decisions | None = None) -> Voices:
    """Resolve the voices of readings."""
    return resolve_voices(Corpus.of(readings), decisions or Decisions())


def speakers(item: Reading, voices: Voices) -> list[str]:
    """Return the label of the voice of each attribution, in the order of the text."""
    by_id = voices.by_id()
    return [
        " + ".join(by_id[v].label for v in voices.at(Anchor(item.document, source)))
        for attribution in item.attributions
        for source in attribution.source
    ]


def one(marked: str, **known: str) -> list[str]:
    """Return the labels of a text's speakers."""
    item = reading(marked, **known)  # type: ignore[arg-type]  # only names are passed
    return speakers(item, voices_of(item))


def said(*sources: str, language: str = "en") -> str:
    """Write a text in which each source says something, a paragraph each."""
    return "\n".join(f"{{s{i}|{s}}} {{c{i}|said}} {{x{i}|that it was so}}." for i, s in enumerate(sources, 1))


def grouped(*sources: str, language: str = "en") -> list[int]:
    """Return, for each source in turn, the number of its voice, counted as they come up."""
    item = reading(said(*sources), language=language)
    voices = voices_of(item)
    ids = [voices.at(Anchor(item.document, a.source[0])) for a in item.attributions]
    return [sorted(set(ids), key=ids.index).index(i) for i in ids]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (("A resident", "The resident", "he"), [0, 0, 0]),
        (("A resident", "Another resident"), [0, 1]),
        (("One Karvian who fled", "One Karvian who stayed"), [0, 1]),
        (("A woman", "A man", "She", "He"), [0, 1, 0, 1]),
        (("Ada Brenn, a pharmacist", "Ms. Brenn", "she"), [0, 0, 0]),
        (("Residents", "An activist", "residents", "The activist"), [0, 1, 0, 1]),
        (("Residents", "they"), [0, 0]),
        (("The Karvian government", "The government", "the Karvian government", "Karvia"), [0, 0, 0, 0]),
        (("The Karvian government", "The Sundish government"), [0, 1]),
        (("The Karvian government", "The Karvian army"), [0, 1]),
        (("Interior Minister Omar Sabri", "Information Minister Ilan Sabri"), [0, 1]),
        (("Interior Minister Omar Sabri", "Information Minister Ilan Sabri", "Interior Minister Sabri"), [0, 1, 0]),
        (("Rami", "Reem Haddad"), [0, 1]),
        (("Mr. Dure", "Ilan Dure"), [0, 0]),
        (("The Harvim Post", "the newspaper"), [0, 0]),
        (("A driver who gave his name as Abu Odo", "Abu Odo"), [0, 0]),
        (("Karvian state television", "The Karvian government"), [0, 1]),
        (("They [Karvian state TV]", "Karvian state TV"), [0, 0]),
    ],
)
def test_within_a_report(sources: Sequence[str], expected: list[int]) -> None:
    assert grouped(*sources) == expected


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (("En beboer", "Beboeren", "han"), [0, 0, 0]),
        (("Regjeringen", "regimet"), [0, 0]),
        (("En mann", "En annen mann"), [0, 1]),
    ],
)
def test_within_a_norwegian_report(sources: Sequence[str], expected: list[int]) -> None:
    assert grouped(*sources, language="nb") == expected


def test_a_pronoun_prefers_its_own_paragraph_and_reaches_back_over_it() -> None:
    text = (
        said("Ilan Dure", "Omar Sabri")
        + "\n{s3|He} {c3|added} {x3|more}.\n{s4|Ilan Dure} {c4|said} {x4|no}. {s5|He} {c5|left} {x5|it there}."
    )
    assert one(text) == ["Ilan Dure", "Omar Sabri", "Omar Sabri", "Ilan Dure", "Ilan Dure"]


def test_we_inside_somebodys_words_is_that_speaker() -> None:
    assert one("{s1|A resident} {c1|said}: {x1|“{s2|We} {c2|heard} {x2|that men fell}”}.") == [
        "a resident",
        "a resident",
    ]


def test_who_stands_for_the_words_before_it() -> None:
    assert one("The mayor, {s1|who} {c1|said} {x1|it was calm}, left.") == ["a mayor"]


def test_it_stands_for_the_last_body_of_the_sentence() -> None:
    text = "People feared the Karvian government after {s1|it} {c1|claimed} {x1|gangs had come}."
    assert one(text) == ["the Karvian government"]


def test_a_person_named_in_the_paragraph_wins_a_he_over_a_speaker_before_it() -> None:
    text = "{s1|A baker} {c1|said} {x1|that it burned}.\n{person|Odo Brenn} keeps a shop. {s2|He} {c2|said} {x2|it was so}."
    assert one(text) == ["a baker", "Odo Brenn"]


def test_they_in_quoted_words_is_nobody_met_before() -> None:
    text = "{s1|Residents} {c1|said} {x1|it burned}.\n{s2|A farmer} {c2|said}: {x2|“{s3|They} {c3|think} {x3|we lie}.”}"
    assert one(text) == ["residents", "a farmer", "they"]


def test_a_film_is_nobody_and_who_flees_is_described() -> None:
    item = reading(
        "{s1|Video taken by residents} {c1|showed} {x1|it}.\n{s2|Fleeing villagers} {c2|said} {x2|it was so}."
    )
    kinds = {v.label: (v.kind, v.named) for v in voices_of(item).voices}
    assert kinds["Video taken by residents"] == (VoiceKind.UNKNOWN, False)
    assert VoiceKind.PERSON not in {kind for kind, _ in kinds.values()}


def test_norwegian_compounds_are_what_their_heads_are() -> None:
    text = (
        "{s1|En hjelpegruppe} {c1|sa} {x1|at det brant}.\n{s2|Hjelpeorganisasjonen Nordvakt} {c2|sa} {x2|at det brant}."
    )
    item = reading(text, language="nb")
    assert [v.kind for v in sorted(voices_of(item).voices, key=lambda v: v.names[0].anchors[0])] == [
        VoiceKind.GROUP,
        VoiceKind.BODY,
    ]


def test_joint_sources_are_several_voices() -> None:
    item = reading("{s1|Residents and an activist} {c1|said} {x1|the town was empty}.")
    voices = voices_of(item)
    assert speakers(item, voices) == ["residents + an activist"]
    assert not voices.by_anchor.get(Anchor(item.document, item.attributions[0].source[0]))


@pytest.mark.parametrize(
    "source",
    [
        "{p|UN} and {p|Karvian officials}",
        "{p|Residents} and {p|an activist}",
        "{p|the Ministry of Health and Population}",
        "{p|people in Harvim and Brenna}",
        "{p|doctors}, {p|nurses} and {p|drivers}",
        "{p|opposition members}, including {p|the lawyer Ada Brenn}",
        "{p|a man and wife}" if False else "{p|the minister of trade and industry}",
    ],
)
def test_splitting(source: str) -> None:
    marked = mark(source)
    from sayso.model.text import Span

    assert split_joint(Span(0, len(marked.text)), marked.text, lexicon("en")) == marked.spans["p"]


def voice(label: str, voices: Voices) -> Voice:
    """Return the voice of a label."""
    return next(v for v in voices.voices if v.label == label)


def test_what_a_voice_is() -> None:
    voices = voices_of(
        reading(
            said(
                "Karvian Interior Minister Omar Sabri",
                "A human rights activist",
                "Refugees",
                "Karvian state television",
                "The Karvian government",
                "A soldier",
            )
        )
    )
    minister = voice("Karvian Interior Minister Omar Sabri", voices)
    assert (minister.kind, minister.named, minister.roles) == (VoiceKind.PERSON, True, (Role.OFFICIAL,))
    assert minister.side is not None
    assert minister.side.startswith("government")
    assert voice("a human rights activist", voices).roles == (Role.ACTIVIST,)
    assert voice("refugees", voices).kind is VoiceKind.GROUP
    television = voice("Karvian state television", voices)
    assert (television.kind, television.speaks_for) == (VoiceKind.MEDIUM, voice("the Karvian government", voices).id)
    assert voice("a soldier", voices).roles == (Role.ARMED_ACTOR,)


def test_one_minister_in_two_spellings_is_one_voice_across_reports() -> None:
    a = reading(said("Karvian Interior Minister Omar al-Sabri"), name="a")
    b = reading(said("Interior Minister Omar Sabri", "The interior minister", "Mr. Sabri"), name="b")
    voices = voices_of(a, b)
    assert len(voices.voices) == 1
    assert voices.voices[0].label == "Karvian Interior Minister Omar al-Sabri"


def test_governments_are_one_body_across_reports_and_countries_stay_apart() -> None:
    a = reading(said("The Karvian government"), name="a")
    b = reading("Karvian forces left the Karvian town. " + said("The government"), name="b")
    c = reading("Sundish forces left the Sundish town. " + said("The government"), name="c")
    assert len(voices_of(a, b, c).voices) == 2


def test_the_ruler_names_his_government() -> None:
    a = reading("Karvian President Edo Orlan was away. " + said("The Orlan regime"), name="a")
    b = reading(said("The Karvian government"), name="b")
    assert [v.label for v in voices_of(a, b).voices] == ["the Karvian government"]


def test_the_unnamed_are_never_one_across_newsrooms() -> None:
    a = reading(said("A resident"), name="a", outlet="Harvim Post")
    b = reading(said("A resident"), name="b", outlet="Ister Courier")
    assert len(voices_of(a, b).voices) == 2


def test_a_surname_that_two_bear_keeps_both_as_candidates() -> None:
    item = reading(said("Omar Sabri", "Ilan Sabri", "Sabri"))
    voices = voices_of(item)
    unsure = [v for v in voices.voices if v.candidates]
    assert len(voices.voices) == 3
    assert [sorted(voices.by_id()[c].label for c in v.candidates) for v in unsure] == [["Ilan Sabri", "Omar Sabri"]]


def test_judgements_win_over_the_machine() -> None:
    item = reading(said("A resident", "Another resident", "The Karvian government", "Karvia"))
    places = [Anchor(item.document, a.source[0]) for a in item.attributions]
    joined = voices_of(item, decisions=Decisions(same={"voice": ((places[0], places[1]),)}))
    assert joined.at(places[0]) == joined.at(places[1])
    apart = voices_of(item, decisions=Decisions(apart={"voice": ((places[2], places[3]),)}))
    assert apart.at(places[2]) != apart.at(places[3])


def test_order_of_readings_is_immaterial_and_ids_come_from_places() -> None:
    a = reading(said("Omar Sabri", "A resident"), name="a")
    b = reading(said("Mr. Omar Sabri"), name="b")
    assert voices_of(a, b) == voices_of(b, a)
    assert all("sabri" not in v.id for v in voices_of(a, b).voices)


@pytest.mark.parametrize("source", ["", "“", "who", "the", "and", "of", "[]", "Mr.", "their 3", "'s", "—"])
def test_odd_sources_are_borne(source: str) -> None:
    if source:
        item = reading(f"x {{s1|{source}}} {{c1|said}} {{x1|so}}.")
        assert len(voices_of(item).voices) <= 1
    assert voices_of(reading("")).voices == ()


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Omar al-Sabri", "Omar Sabri", True),
        ("Abdul Razaq Dureh", "Abdul-Razzaq Dure", True),
        ("Omar Sabri", "Ilan Sabri", False),
        ("O. Sabri", "Omar Sabri", True),
        ("Rami", "Reem Haddad", False),
        ("Sabri", "Omar Sabri", True),
        ("Muhammad Karim Tlas", "Mohammed Tlass", True),
    ],
)
def test_names(a: str, b: str, same: bool) -> None:
    assert same_person(a.split(), b.split()) is same
