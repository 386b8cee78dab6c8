"""Each construction of reported speech, on invented sentences: whose clause it is, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.annotate.statements.conftest import Told

from sayso.model.statements import Backing, Certainty, Polarity, SaidBasis, Tense

Reader = Callable[[str], Told]


def test_clauses_of_one_sentence_are_statements_of_their_own(told: Reader) -> None:
    """Conjoined clauses, free participles and clauses of time can be true or false by themselves."""
    found = told(
        "The guards opened the gate and the villagers fled to Orlia, leaving their cattle, after shells hit the mill."
    ).all()
    assert found == [
        "The guards opened the gate", "the villagers fled to Orlia", "leaving their cattle", "after shells hit the mill",
    ]  # fmt: skip


def test_conditions_and_restrictive_relatives_stay_inside(told: Reader) -> None:
    """What only says when or which stands or falls with its clause."""
    found = told("The men who guard the bridge will leave if the river rises.").all()
    assert found == ["The men who guard the bridge will leave if the river rises"]


def test_a_reporting_clause_is_no_statement(told: Reader) -> None:
    """Source and cue are not told; the content is, in the source's voice."""
    page = told("The mayor said on Tuesday that the mill was empty.")
    assert page.all() == ["the mill was empty"]
    (only,) = page.reading.statements
    assert (only.backing, page.voices(only)) == (Backing.ATTRIBUTED, ["The mayor"])
    assert only.chain[0].report == only.report


def test_an_interrupted_clause_keeps_its_pieces(told: Reader) -> None:
    """A clause cut by its own reporting words has two spans and no source word in either."""
    page = told('"The council of Varna," she said, "has lost every vote since the spring."')
    assert "The council of Varna | has lost every vote since the spring" in page.all()


def test_nested_voices_stand_in_order(told: Reader) -> None:
    """The report first, the first voice last."""
    page = told("A nurse said that the governor had claimed that the road was open.")
    assert page.voices(page.of("the road was open")) == ["A nurse", "the governor"]


def test_a_comma_relative_on_a_named_place_is_the_narrators(told: Reader) -> None:
    """The speaker cannot be taken to have meant the reporter's background."""
    page = told("The army said it had retaken the town of Varna, where 40 people were killed last week.")
    assert page.of("40 people").backing is Backing.OWN_VOICE
    assert page.voices(page.of("retaken")) == ["The army"]


def test_a_comma_relative_on_something_new_is_the_speakers(told: Reader) -> None:
    """ "gunmen, who opened fire" goes on with what the speaker tells."""
    page = told("The driver said the convoy was stopped by gunmen, who opened fire on the first truck.")
    assert page.voices(page.of("opened fire")) == ["The driver"]


def test_a_relative_before_its_cue_is_the_speakers(told: Reader) -> None:
    """What stands before ", activists said" is theirs."""
    page = told("The raid hit the camp at Orlia, where 30 people died, activists said.")
    assert page.of("30 people died").backing is Backing.ATTRIBUTED


def test_who_the_source_is_comes_from_the_narrator(told: Reader) -> None:
    """A restrictive relative inside a source is taken for granted by the report."""
    page = told("A man who fled to Orlia told the paper that the bridge was gone.")
    assert page.of("who fled").backing is Backing.PRESUPPOSED
    assert page.of("who fled").attribution is None


def test_a_false_claim_makes_two_statements(told: Reader) -> None:
    """P in the claimer's mouth, and its denial by the speaker, about P."""
    page = told("One refugee told Radio Orlia that the council's claim that Varna was a nest of bandits is false.")
    claim, denial = page.of("nest of bandits"), page.of("is false")
    assert (claim.polarity, claim.backing) == (Polarity.ASSERTS, Backing.ATTRIBUTED)
    assert (denial.polarity, denial.about, page.voices(denial)) == (Polarity.DENIES, claim.id, ["One refugee"])


def test_accusations_of_nobody_named(told: Reader) -> None:
    """The accusation is somebody's, though nobody is named; the speaker denies it."""
    page = told("All the accusations of villagers sheltering bandits are false, he said.")
    claim, denial = page.of("villagers sheltering bandits"), page.of("are false")
    assert page.voices(claim) == ["he", "-"]
    assert (denial.polarity, denial.about) == (Polarity.DENIES, claim.id)


@pytest.mark.parametrize(
    ("text", "part", "polarity"),
    [
        ("The army denied that people fled.", "people fled", Polarity.DENIES),
        ("The army said no one fled.", "no one fled", Polarity.ASSERTS),
        ("The council refused to acknowledge that guards had mutinied.", "guards had mutinied", Polarity.DENIES),
        ("The minister did not explain how the guards were killed.", "how the guards", Polarity.REFUSES_TO_SAY),
        ("The priest urged the soldiers to leave the town.", "to leave the town", Polarity.WANTS),
        ("“Leave the town,” the priest told them.", "Leave the town", Polarity.WANTS),
        ("It was not clear how many people stayed.", "how many people stayed", Polarity.DOUBTS),
        ("“Who burned the mill?” she asked.", "Who burned the mill", Polarity.ASKS),
    ],
)
def test_what_the_voice_does(told: Reader, text: str, part: str, polarity: Polarity) -> None:
    """Polarity is what the voice does with the clause as worded."""
    assert told(text).of(part).polarity is polarity


def test_a_deed_is_not_a_saying(told: Reader) -> None:
    """Who refuses to fire says nothing; the clause stays whole in the voice that tells it."""
    page = told("The nurse said the soldiers refused to fire on the crowd.")
    assert page.all() == ["the soldiers refused to fire on the crowd"]


def test_a_request_never_made_is_one_clause(told: Reader) -> None:
    """ "never asked" asks for nothing."""
    page = told("He said the villagers never asked the army for help.")
    assert page.voices(page.of("never asked the army for help")) == ["He"]
    assert not [s for s in page.reading.statements if s.polarity is Polarity.WANTS]


@pytest.mark.parametrize(
    ("text", "part", "certainty", "mark"),
    [
        ("The bridge was apparently blown up by rebels.", "bridge", Certainty.PROBABLE, "apparently"),
        ("The rebels may have crossed the river.", "rebels", Certainty.POSSIBLE, "may"),
        ("If confirmed, the raid would be the first since May.", "would be", Certainty.POSSIBLE, "If"),
        ("The guards were killed in an apparent mutiny.", "an apparent mutiny", Certainty.PROBABLE, "apparent"),
        ("The guards were killed in an apparent mutiny.", "The guards were killed", Certainty.CERTAIN, None),
        ("The group believes 90 people drowned.", "90 people drowned", Certainty.PROBABLE, "believes"),
        ("An alleged thief crossed the river.", "crossed the river", Certainty.CERTAIN, None),
        ("He could not see the river.", "see the river", Certainty.CERTAIN, None),
    ],
)
def test_hedges_and_their_words(told: Reader, text: str, part: str, certainty: Certainty, mark: str | None) -> None:
    """A hedge counts for what it bears on, and its words are anchored."""
    page = told(text)
    found = page.of(part)
    assert found.certainty is certainty
    assert mark is None or mark in page.marks(found)


def test_reportedly_is_somebodys(told: Reader) -> None:
    """Hearsay puts a clause in the mouth of nobody named, not in the report's."""
    page = told("The army has reportedly moved tanks into Varna.")
    found = page.of("moved tanks")
    assert (found.backing, page.voices(found)) == (Backing.ATTRIBUTED, ["-"])


@pytest.mark.parametrize(
    ("text", "part", "basis"),
    [
        ("He said he saw soldiers burning the fields.", "burning the fields", SaidBasis.SAW),
        ("“We heard there were killings at the mill,” she said.", "killings at the mill", SaidBasis.HEARD),
        ("He said he could not see the fields.", "see the fields", SaidBasis.NOT_SAID),
        ("The mayor said the fields burned.", "fields burned", SaidBasis.NOT_SAID),
    ],
)
def test_how_the_voice_knows(told: Reader, text: str, part: str, basis: SaidBasis) -> None:
    """Basis is what the voice itself says of how it knows."""
    assert told(text).of(part).basis is basis


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("In the evening the villagers fled to the hills.", Tense.PAST),
        ("All of the villagers have fled to the hills.", Tense.PAST),
        ("The villagers are fleeing.", Tense.PRESENT),
        ("The villagers will flee.", Tense.FUTURE),
        ("The villagers are going to flee.", Tense.FUTURE),
        ("The villagers would flee if shells fell.", Tense.HYPOTHETICAL),
        ("The mayor said the villagers would flee.", Tense.FUTURE),
    ],
)
def test_tense(told: Reader, text: str, tense: Tense) -> None:
    """The tense of a clause is its verb's."""
    assert told(text).of("villagers").tense is tense


def test_definite_happenings_are_taken_for_granted(told: Reader) -> None:
    """Saying who caused the deaths presupposes them; the clause itself stays asserted."""
    page = told("Residents said the deaths of the 12 guards last week were caused not by rebels but by other soldiers.")
    deaths, cause = page.of("deaths of the 12 guards last week"), page.of("were caused")
    assert (deaths.backing, page.words(deaths)) == (Backing.PRESUPPOSED, "the deaths of the 12 guards last week")
    assert (cause.backing, page.voices(deaths)) == (Backing.ATTRIBUTED, ["Residents"])
    assert "by other soldiers" in page.words(cause)


def test_the_tail_after_an_aside_belongs_to_the_clause(told: Reader) -> None:
    """ "not by X, as Y claims, but by Z": the last words are still the speaker's."""
    page = told(
        "Residents and opponents say the deaths of the 12 guards were caused not by rebels, as the council claims, but by other soldiers when the guards mutinied."
    )
    assert page.voices(page.of("but by other soldiers")) == ["Residents/opponents"]
    assert page.voices(page.of("the guards mutinied")) == ["Residents/opponents"]


def test_a_killing_that_is_predicated_is_asserted(told: Reader) -> None:
    """What somebody claims was a killing, they assert."""
    page = told(
        "The militia has moved into Varna, where villagers fear reprisals over what the government claims was the alleged murder of 20 guards on Friday."
    )
    found = page.of("murder of 20 guards")
    assert (found.backing, found.certainty, page.voices(found)[-1]) == (
        Backing.ATTRIBUTED,
        Certainty.POSSIBLE,
        "the government",
    )


def test_how_they_were_killed_takes_the_killing_for_granted(told: Reader) -> None:
    """A how-question has a presupposed twin that holds the event."""
    page = told("The minister did not explain how the 20 guards were killed.")
    twin = page.of("the 20 guards were killed")
    assert (twin.backing, page.words(twin)) == (Backing.PRESUPPOSED, "the 20 guards were killed")
    assert [m.kind for m in twin.mentions] == ["kill"]


def test_what_speaks_against_a_denial_is_the_narrators(told: Reader) -> None:
    """ "refused to admit it, even though …": the report says so."""
    page = told(
        "The council refused to acknowledge that a mutiny had occurred, even though a captain appeared on television with his men."
    )
    assert page.of("a captain appeared").backing is Backing.OWN_VOICE


def test_medium_and_addressee(told: Reader) -> None:
    """How a voice was reached and whom it told are read from the reporting clause."""
    page = told("A farmer told Radio Orlia by telephone that his fields were burning.")
    link = page.of("fields were burning").chain[-1]
    assert link.addressee is not None
    assert link.addressee.of(page.reading.text) == "Radio Orlia"
    assert link.medium is not None
    assert link.medium.of(page.reading.text) == "by telephone"


def test_a_request_is_itself_told(told: Reader) -> None:
    """ "TV said residents asked the army to come": the asking is TV's statement, the coming is wanted."""
    page = told("State television said that residents of Varna requested that the army come to their town.")
    asked = next(s for s in page.reading.statements if "requested" in page.words(s))
    assert (page.voices(asked), asked.polarity) == (["State television"], Polarity.ASSERTS)
    assert page.of("come to their town").polarity is Polarity.WANTS


def test_unattributed_quotes_are_not_the_reports(told: Reader) -> None:
    """Words in quotation marks are somebody's even when nobody is named."""
    page = told("The square lay empty.\n\n“They burned the mill and the school.”")
    assert page.of("burned the mill").backing is not Backing.OWN_VOICE


def test_norwegian_contents_and_denials(told: Reader) -> None:
    """Without a parse: a statement a sentence, and the "at"-clause in its voice."""
    page = told(
        "Ordføreren benekter at soldatene brente åkrene i dalen. Møllen var tom, og veien var stengt hele uken."
    )
    denial = page.of("soldatene brente åkrene")
    assert (denial.polarity, denial.language) == (Polarity.DENIES, "nb")
    assert page.of("Møllen var tom").backing is Backing.OWN_VOICE


def test_a_repeated_claim_is_the_claimers(told: Reader) -> None:
    """ "not by rebels, as the council claims": that rebels did it is the council's statement."""
    page = told(
        "Residents say the deaths of the guards were caused not by rebels, as the council claims, but by other soldiers."
    )
    (echo,) = [s for s in page.reading.statements if page.voices(s) == ["Residents", "the council"]]
    assert (page.words(echo), echo.polarity) == ("the deaths of the guards were caused | by rebels", Polarity.ASSERTS)


def test_norwegian_claims_called_false(told: Reader) -> None:
    """A clause that calls a claim false denies what was claimed; a comma and a pronoun begin a clause."""
    page = told(
        "Igår påsto hun overfor avisen at bøndene ikke flyktet fra dalen, de dro for å selge ull. Mange lyttet da rådet påsto at 20 vakter var drept, men nå er påstanden plukket fra hverandre."
    )
    assert page.voices(page.of("bøndene ikke flyktet")) == page.voices(page.of("de dro for å selge")) == ["hun"]
    denial = page.of("plukket fra hverandre")
    assert (denial.polarity, denial.about) == (Polarity.DENIES, page.of("20 vakter var drept").id)


def test_a_claim_named_by_a_noun_is_traced(told: Reader) -> None:
    """ "the council's claims are a ruse" is about what the council said before."""
    page = told("The council insists it is chasing bandits. Activists say the council's claims are a ruse.")
    assert page.of("are a ruse").about == page.of("chasing bandits").id


@pytest.mark.xfail(strict=True, reason="a claim named by a noun alone, with no owner, is not traced")
def test_a_bare_claim_is_traced(told: Reader) -> None:
    """ "the accusation is false" is about the accusation made just before."""
    page = told("The council insists it is chasing bandits. The accusation is false, a nurse said.")
    assert page.of("accusation is false").about == page.of("chasing bandits").id


@pytest.mark.parametrize("between", [" ", ", at this time, "])
def test_what_there_is_no_evidence_of_is_not_asserted(told: Reader, between: str) -> None:
    """Words between the evidence and what it would show make no fact of it."""
    page = told(f"Col. Brenner said there is also no evidence{between}that Doran backed into the truck.")
    (only,) = page.reading.statements
    assert only.polarity is Polarity.DOUBTS
