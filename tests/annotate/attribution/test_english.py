"""Each construction of English attribution, on invented sentences with the spans marked in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.annotate.attribution import find_attributions
from sayso.lang.packs import load_packs
from sayso.model.annotations import Attribution, Mode
from sayso.model.page import Page
from sayso.testing import marked

PageOf = Callable[[str], Page]

CASES = {
    "said": "[The mayor]{source} [said]{cue} [12 people died in the fire]{content}.",
    "said-that": "[The mayor of Ostrava Bay]{source} [said]{cue} [that the bridge was closed]{content}.",
    "postposed": "[The bridge was closed on Monday]{content}, [the mayor]{source} [said]{cue}.",
    "inverted-with-description": "[The bridge was closed]{content}, [said]{cue} [Mira Tolland, a nurse who fled the valley]{source}.",
    "joint-voices": "[A flood reached the town of Velm at dawn]{content}, [farmers]{source} and [priests]{source} [said]{cue} Friday.",
    "told": "[One farmer who fled to Norland]{source} [told]{cue} reporters [that soldiers had burned the barns]{content}.",
    "told-us": "[The guard]{source} [told]{cue} us [half of the crew on his ship felt cheated]{content}.",
    "parenthetical": "[She was told]{content}, [she]{source} [says]{cue}, [to lock the gate at noon]{content}.",
    "quote-before": "[“We are safe,”]{content} [said]{cue} [Mira Tolland]{source}.",
    "quote-after": "[She]{source} [said]{cue}, [“We are safe.”]{content}",
    "quote-split": "[“We are safe,”]{content} [he]{source} [said]{cue}, [“for now.”]{content}",
    "quote-goes-on": "[“We are safe,”]{content} [he]{source} [said]{cue}. [“But the road is closed.”]{content}",
    "quote-of-sentences": "[“The road is closed. We are safe,”]{content} [he]{source} [said]{cue}.",
    "according-to-last": "[At least 40 people crossed the river]{content}, [according to]{cue} [village elders]{source}.",
    "according-to-first": "[According to]{cue} [village elders]{source}, [at least 40 people crossed the river]{content}.",
    "claim-that": "She rejected [the ministry]{source}'s [claim]{cue} [that the island was a base for smugglers]{content}.",
    "refusal-to": "[The ministry]{source}'s [refusal]{cue} [to open the border]{content} angered many.",
    "refused-to-acknowledge": "[The ministry]{source} [refused to acknowledge]{cue} [any error]{content}.",
    "denied": "[The army]{source} [denied]{cue} [that it had shelled the market]{content}.",
    "dismissed": "[The ministry]{source} [dismissed]{cue} [rumors that a dam had burst]{content}.",
    "blamed": "[The governor]{source} [blamed]{cue} [smugglers for the fire]{content}.",
    "urged": "[The general]{source} [urged]{cue} [his men to guard the wells]{content}.",
    "called-on": "[The general]{source} [called on]{cue} [his men to guard the wells]{content}.",
    "called-for": "[The council]{source} [called for]{cue} [an inquiry into the fire]{content}.",
    "vowed": "[The general]{source} [vowed]{cue} [to return]{content}.",
    "claims-to": "[The group]{source} [claims]{cue} [to have shot down a plane]{content}.",
    "asked": "[A reporter]{source} [asked]{cue} [whether the army had fired first]{content}.",
    "did-not-explain": "[The minister]{source} [did not explain]{cue} [how the bridge was paid for]{content}.",
    "adding": "[He]{source} said the shop was shut, [adding]{cue} [that he could not see the river]{content}.",
    "believed-to": "[Forty families]{content} [are believed]{cue} [to have gone east]{content}.",
    "was-reported-by": "[The meeting of the two ministers]{content} [was reported]{cue} by [the Norland News Agency]{source}.",
    "it-was-reported": "It [was reported]{cue} [that the bridge had collapsed]{content}.",
    "relative": "[The company]{source}, [which]{source} [has said]{cue} [rust weakened the bolts]{content}, is under pressure.",
    "trying-to-claim": "Meanwhile [the regime]{source} is trying [to claim]{cue} [that the roads are open]{content}.",
    "relative-ends": "[A guard]{source} [who]{source} [said]{cue} [he sold bread in the market]{content} told Radio Orle that it burned.",
    "who-from-a-place": "[A merchant from Velm]{source}, [who]{source} [said]{cue} [the mill had burned]{content}, left on Monday.",
    "passive-question": "He [was asked]{cue} [whether the bridge would close]{content}.",
    "asked-about": "When [asked about]{cue} [the fire]{content}, she left.",
    "lost-clause": "But [farmers who had fled to Norland]{source} [said]{cue} [some local guards rebelled after being ordered to burn the barns]{content}.",
    "blamed-before": "Troops came to arrest [armed men]{content} whom [they]{source} [blame]{cue} [for the fire in the harbor]{content}.",
    "without-concession": "[The council]{source} [refused to admit]{cue} [any error had occurred]{content}, even though an engineer spoke of rust on Monday.",
    "hedged-noun": "They fled after the [alleged]{cue} [killing of two guards]{content}.",
    "report-ends-at-predicted": "[Rolf Aas]{source} [said]{cue} [that he did not want to cross the river]{content} and predicted that the dam would hold.",
    "predicts-after-said": "[Rolf Aas]{source} said that he did not want to cross the river and [predicted]{cue} [that the dam would hold]{content}.",
    "suggesting": "[The engineer]{source} stressed that the way out is to dig, [suggesting]{cue} [that the road would stay closed]{content}.",
    "before-claiming": "[Rolf Aas]{source} said the verdict has kept them safe before [claiming]{cue} [that the gates are open]{content}.",
    "calling-him": "[Rolf Aas]{source} praised the mayor on Friday, [calling]{cue} [him a hero]{content}.",
    "not-on-friday": "[Rolf Aas]{source} [praised]{cue} [the mayor]{content} on Friday, calling him a hero.",
    "in-a-speech": "[The governor]{source} [condemned]{cue} [the raid]{content} in a speech in Velm.",
    "issued-a-statement": "[The governor]{source} [issued a statement expressing]{cue} [hope about the harvest]{content}.",
    "puts-it": "As [Mira Tolland]{source} [puts it]{cue}, [“The farmers are tired and the wells are dry.”]{content}",
    "seen-as": "[Rolf Aas]{content} [is seen]{cue} [as a traitor to the valley]{content}.",
    "see-as": "[The farmers]{source} [see]{cue} [him as a thief]{content}.",
    "poll-found": "[The survey]{source} [found]{cue} last week [that most of the farms were empty]{content}.",
    "quick-to-add": "[The mayor]{source} was quick [to add]{cue} [that the wall was safe]{content}.",
    "gerund-subject": "[She]{source} [said]{cue} [leaving the valley could put the children at risk]{content}.",
    "as-reported-on": "[The bridge was also mined]{content}, as [the Velm Post]{source} [reported]{cue} on Tuesday.",
    "asked-by-if": "[Asked]{cue} by [a reporter]{source} [if the town was safe]{content}, the mayor did not answer.",
    "told-by-radio": "The guards [were told]{cue} by radio [that the road was open]{content}.",
    "asked-to": "She left after [being asked]{cue} [to defend the plan]{content}.",
    "in-a-statement-stop": "[The harbor police]{source} [said]{cue} in a statement. [“There are no boats left to count.”]{content}",
    "criticism-of": "[Her]{source} [criticism of]{cue} [the raid]{content} was short.",
    "quoted-as-without-marks": "State radio quoted [a colonel]{source} as [saying]{cue} [that the road was open]{content}.",
    "feared-dead": "[Hundreds]{content} [are feared]{cue} [dead in the flood]{content}.",
    "colleague-who-saw": "[Three teachers were held on Monday]{content}, [a colleague who saw it]{source} [said]{cue}.",
    "name-like-a-word": "[“The cows no longer go out,”]{content} [said]{cue} [Per Aune, who keeps forty of them]{source}.",
    "leaflet-dropped": "[A leaflet dropped over the town]{source} [said]{cue} [that the bridges were mined]{content}.",
    "in-a-letter-that": "[The mayors]{source} [said]{cue} in a joint letter [that the militia had left]{content}.",
    "no-commas-body": "[The blast in the harbor killed 12 people]{content} [activists]{source} [said]{cue} on Tuesday.",
    "no-commas-acronym": "[The blast in the harbor was no accident]{content} [ONA correspondent]{source} [reported]{cue}.",
    "and-another-said": "Norland said the road was open, and [Sudland]{source} [said]{cue} [the mines were shut]{content}.",
    "made-clear": "[Mira Tolland]{source} [made clear]{cue} [that the bridge was closed]{content}.",
    "fleeing": "[Fleeing villagers]{source} [tell of]{cue} [fire and hunger]{content}.",
    "no-commas-pronoun": "[The barn burned down on Friday]{content} [it]{source} [added]{cue}.",
    "one-article-one-person": "[The harbor master and former mayor]{source} [said]{cue} [the bridge was closed]{content}.",
    "doubled-marks": "[''We are safe,'']{content} [said]{cue} [Mira Tolland]{source}.",
    "reportedly": "[The bank has]{content} [reportedly]{cue} [moved its office to the coast]{content}.",
    "unclear": "It [was not clear]{cue} [how many boats came back]{content}.",
    "as-denied": "The losses were caused not [by frost]{content}, as [the ministry]{source} [claims]{cue}, but by hail.",
    "lost-verb": "[Village elders]{source} [that]{cue} the dam had been opened by the engineers.",
    "colon": "[She]{source} [added]{cue}: [“The road is closed.”]{content}",
    "medial-after-subject": "[Acts of kindness]{content}, [the mayor]{source} [said]{cue}, [are never wasted]{content}.",
    "subscribed": "[“We want to go home soon.”]{content} [—]{cue} [Mira Tolland]{source}",
    "no-commas": "[The barn burned down on Friday]{content} [said]{cue} [a police spokesman]{source}.",
    "no-commas-before": "[The barn burned down in the town of Velm]{content} [police sources]{source} [said]{cue} Friday.",
    "quoted-as-saying": "[The mayor]{source} was quoted by a paper as [saying]{cue} [the bridge was closed]{content}.",
    "in-a-report": "[Harbor Watch]{source} [says]{cue} in a report issued Friday [that it counted 69 wrecks]{content}.",
    "saying-cuts": "[He]{source} [told]{cue} reporters [that the road was shut]{content}, saying that the bridge had fallen.",
    "what-was": "The committee spoke of what [the army]{source} [said]{cue} [were thieves]{content}.",
    "self-named": "[A boy who gave his name as Ondo]{source} [said]{cue} [the mill had been sold]{content}.",
    "describes-as": "The paper wrote of what [it]{source} [describes]{cue} as [a bitter harvest]{content}.",
}


def _found(page: Page) -> tuple[Attribution, ...]:
    return find_attributions(page, load_packs())


@pytest.mark.parametrize("case", sorted(CASES))
def test_attribution_reads_construction(case: str, page_of: PageOf) -> None:
    sentence = marked(CASES[case])
    found = _found(page_of(sentence.text))
    wanted = [sentence.words(label) for label in ("source", "cue", "content")]
    if case == "lost-verb":
        wanted[2] = ("that the dam had been opened by the engineers",)
    got = [[tuple(s.of(sentence.text) for s in spans) for spans in (a.source, a.cue, a.content)] for a in found]
    assert wanted in got


NEGATIVES = (
    "The storm claimed the lives of five sailors.",
    "The soldiers crossed the river and burned the barns.",
    "The mayor opened the new bridge on Monday.",
    "Continued its advance, the army entered the town.",
    "He addressed the crowd and left the hall.",
    "The security forces attacked the village.",
    "The sports hall at Yarrow Dale has room for 900 sleepers; should more come, the school will open.",
)


@pytest.mark.parametrize("text", NEGATIVES)
def test_attribution_leaves_plain_telling_alone(text: str, page_of: PageOf) -> None:
    assert _found(page_of(text)) == ()


def test_attribution_sets_parent_of_nested_claim(page_of: PageOf) -> None:
    text = "One farmer told reporters that the ministry's claim that the island was a base for smugglers is wrong."
    outer, inner = sorted(_found(page_of(text)), key=lambda a: -len(a.span))
    assert inner.parent == outer.id
    assert outer.parent is None
    assert [s.of(text) for s in inner.source] == ["the ministry"]


def test_attribution_cuts_second_report_from_first(page_of: PageOf) -> None:
    text = "Norland said the vote was fair, and Sudland said the ballot must be held again."
    contents = {a.source[0].of(text): a.content[-1].of(text) for a in _found(page_of(text)) if a.parent is None}
    assert contents == {"Norland": "the vote was fair", "Sudland": "the ballot must be held again"}


def test_attribution_hands_next_paragraph_to_colon(page_of: PageOf) -> None:
    text = "A reporter at the harbor commented:\n“Shops have closed. Nobody buys bread.”"
    (found,) = _found(page_of(text))
    assert [s.of(text) for s in found.content] == ["“Shops have closed. Nobody buys bread.”"]
    assert found.mode is Mode.DIRECT


def test_attribution_carries_speaker_into_uncued_quotation(page_of: PageOf) -> None:
    text = "“The wind was strong all night,” he said.\n“We heard that roofs lay in the river.”"
    last = [a for a in _found(page_of(text)) if a.rule.startswith("continued")]
    assert [(a.source[0].of(text), a.cue) for a in last] == [("he", ())]


def test_attribution_modes(page_of: PageOf) -> None:
    text = (
        "The mayor said the town was quiet.\nThe mayor said the town was “a grave” now.\n“It is quiet,” said the mayor."
    )
    assert [a.mode for a in _found(page_of(text))] == [Mode.INDIRECT, Mode.MIXED, Mode.DIRECT]


def test_attribution_reads_speaker_lines(page_of: PageOf) -> None:
    text = "A panel met on Monday.\n\nTOLLAND: The road to the valley is closed and nobody can leave."
    (found,) = [a for a in _found(page_of(text)) if a.rule.startswith("speaker")]
    assert found.source[0].of(text) == "TOLLAND"


def test_attribution_reads_signed_pull_quote(page_of: PageOf) -> None:
    text = "The harbor board has ignored the storm damage for two winters\n–Mira Tolland, former judge"
    (found,) = [a for a in _found(page_of(text)) if a.rule.startswith("signed")]
    assert found.source[0].of(text) == "Mira Tolland, former judge"


def test_attribution_keeps_both_links_of_a_relayed_quotation(page_of: PageOf) -> None:
    text = "A driver said villagers ran. “Are you going to the dam?” he quoted them as shouting."
    by_source = {a.source[0].of(text): a for a in _found(page_of(text))}
    assert by_source["them"].content == by_source["he"].content
    assert by_source["them"].parent == by_source["he"].id


def test_attribution_gives_an_uncued_paragraph_to_who_told_last(page_of: PageOf) -> None:
    text = "The harbor board issued its view on Monday, and Mira Tolland said the dam was safe.\n\n“The engineers have looked at every stone of it and found no crack at all.”"
    last = [a for a in _found(page_of(text)) if a.rule.startswith("continued")]
    assert [a.source[0].of(text) for a in last] == ["Mira Tolland"]


@pytest.mark.parametrize(
    "text",
    [
        "The council was ready to endorse the plan.",
        "It is too soon to say that the dam is safe.",
        "He could not see what was happening at the mill.",
        "Accounts from the valley differed, underlining the difficulty of reporting.",
        "The guards refused orders to burn the barns.",
        "The storm struck at dawn, claiming the lives of two farmers.",
        "It means admitting that the dam was weak.",
    ],
)
def test_attribution_finds_no_report_that_nobody_made(text: str, page_of: PageOf) -> None:
    assert _found(page_of(text)) == ()


def test_a_quoted_paragraph_of_nobody_is_never_the_reports_own_words(page_of: PageOf) -> None:
    text = "Shops were shut in Orle.\n\n“The bridge was closed. Nobody told us a thing.”\n"
    found = [a for a in _found(page_of(text)) if a.rule.startswith("unclaimed")]
    assert [a.source for a in found] == [()]
    assert found[0].content[0].of(text) == "“The bridge was closed. Nobody told us a thing.”"


def test_a_quoted_slogan_or_title_by_itself_is_no_speech(page_of: PageOf) -> None:
    assert not _found(page_of("“The Long Way Down to Orle”\n\nShops were shut in Orle.\n"))


def _told_after_colon(page_of: PageOf, *paragraphs: str) -> list[str]:
    page = page_of("\n\n".join(paragraphs))
    return [
        s.of(page.view) for a in find_attributions(page, load_packs()) if a.rule.startswith("colon") for s in a.content
    ]


def test_a_statement_after_a_colon_goes_on_over_paragraphs(page_of: PageOf) -> None:
    told = _told_after_colon(
        page_of,
        "Minister Mira Tolland said:",
        "I welcome the news that the bridge is open again.",
        "The harbor of Orle is committed to this work.",
        "We will mend the road to Velm before winter.",
        "The bridge fell in the storm of last spring, and nine people were hurt.",
    )
    assert [word.strip(".") for word in " ".join(told).split()] == [
        "I",
        "welcome",
        "the",
        "news",
        "that",
        "the",
        "bridge",
        "is",
        "open",
        "again",
        "The",
        "harbor",
        "of",
        "Orle",
        "is",
        "committed",
        "to",
        "this",
        "work",
        "We",
        "will",
        "mend",
        "the",
        "road",
        "to",
        "Velm",
        "before",
        "winter",
    ]


def test_a_statement_ends_at_a_heading_and_where_another_tells(page_of: PageOf) -> None:
    opening = ("Minister Mira Tolland said:", "I welcome the news that the bridge is open again.")
    said = ["I welcome the news that the bridge is open again"]
    assert _told_after_colon(page_of, *opening, "Work on the harbor", "The harbor is closed on Monday.") == said
    assert _told_after_colon(page_of, *opening, "The mayor says the harbor is closed.") == said
    assert _told_after_colon(page_of, "The mayor said:", "The harbor is closed.", "The road is long.") == [
        "The harbor is closed"
    ]
