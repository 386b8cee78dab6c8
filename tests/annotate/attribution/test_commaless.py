"""Reports that have lost every comma: who closes a sentence is read from the words, on invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.annotate.attribution import find_attributions
from sayso.lang.packs import load_packs
from sayso.model.annotations import Attribution
from sayso.model.page import Page
from sayso.testing import marked

PageOf = Callable[[str], Page]

AROUND = (
    "The harbor of Orle lies between two hills and a marsh. Boats have come there for a hundred years and more. "
    "The road to Velm was mended last spring and broke again in the first rain of the year. "
)
COMMAS = (
    "The harbor of Orle, which is old, lies between two hills, a marsh and a wood. Boats, carts and mules have come there, "
    "year after year. The road to Velm, mended last spring, broke again. "
)

CASES = {
    "surname": "[The bridge is broken and the road is closed]{content} [Tolland]{source} [said]{cue} on a visit to the harbor.",
    "article": "[Ten boats sank in the storm that came from the south]{content} [a harbor official]{source} [said]{cue} Monday.",
    "body": "[Ten boats sank near the town of Velm]{content} [the Norland Observatory for Human Rights]{source} [said]{cue}.",
    "agency": "[Two boats were burned and a third was taken away]{content} [NNA]{source} [reports]{cue}.",
    "agency-after-army": "[Two shells fell on the old army]{content} [NNA]{source} [reported]{cue}.",
    "told-agency": "[Two shells fell on the market]{content} [a military source]{source} [told]{cue} NNA.",
    "bracketed": "[Four boats were taken in the bay]{content} [the Norland Sea Watch (NSW)]{source} [reported]{cue}.",
    "after-the-south": "[The boats came from the south]{content} [Tolland]{source} [said]{cue}.",
    "title": "[Shells fell on the town and burned the mill]{content} [council spokesman Rolf Aas]{source} [said]{cue}.",
    "title-after-gerund": "[The mill burned with men carrying out sacks]{content} [Observatory chief Rolf Aas]{source} [said]{cue}.",
    "joint": "[Boats sank in the divided bay]{content} [local activists]{source} and [monitoring groups]{source} [said]{cue}.",
    "at-a-place": "[Nine men were hurt in the fire]{content} [a source at Velm Police Command]{source} [told]{cue} NNA late on Tuesday.",
    "plural": "[The guards could not hold the gate]{content} [residents]{source} [said]{cue}.",
    "plural-after-place": "[The guards burned a mill in the hills of Norland]{content} [diplomats]{source} [said]{cue}.",
    "inverted": "[The road is closed and there is no bread]{content} [said]{cue} [a resident speaking by telephone]{source}.",
    "inverted-title": "[Some of the boats were burned near the pier]{content} [said]{cue} [Observatory head Rolf Aas]{source}.",
    "pronoun": "[The people cannot leave the town]{content} [he]{source} [added]{cue}.",
    "head-of": "[The fire has reached the hills]{content} [Rolf Aas head of the Council of Velm]{source} [said]{cue} in a statement.",
    "calls-them": "[Norland Army]{source} killed ten fishermen [calling]{cue} [them smugglers]{content}.",
}

NOT_CLOSING = {
    "infinitive": "A band that has taken three boats from Norland [claims]{cue} [to have burned the mill]{content}.",
    "lives": "The storm sank two boats in the bay which claimed the lives of five men.",
    "began": "The fire reached the town where men and women began a march against the council last week.",
}


def _found(
    page_of: PageOf, sentence: str, around: str = AROUND
) -> tuple[Page, list[Attribution], dict[str, list[str]]]:
    told = marked(sentence)
    page = page_of(around + told.text)
    found = [a for a in find_attributions(page, load_packs()) if a.span.start >= len(around)]
    return page, found, {name: list(told.words(name)) for name in ("source", "cue", "content")}


@pytest.mark.parametrize("name", sorted(CASES))
def test_closing_cue(name: str, page_of: PageOf) -> None:
    page, found, wanted = _found(page_of, CASES[name])
    read = [
        {
            "source": [s.of(page.view) for s in a.source],
            "cue": [s.of(page.view) for s in a.cue],
            "content": [s.of(page.view) for s in a.content],
        }
        for a in found
    ]
    assert wanted in read


@pytest.mark.parametrize("name", sorted(NOT_CLOSING))
def test_other_cues_do_not_close(name: str, page_of: PageOf) -> None:
    _, found, _ = _found(page_of, NOT_CLOSING[name])
    assert not any(a.rule.startswith("commaless") for a in found)


def test_a_report_with_commas_is_read_by_its_commas(page_of: PageOf) -> None:
    for sentence in CASES.values():
        _, found, _ = _found(page_of, sentence, COMMAS)
        assert not any(a.rule.startswith("commaless") for a in found)


def test_a_name_that_is_a_verb_form_reports_nothing(page_of: PageOf) -> None:
    told = "“The boats are gone” Osman Said a harbor guard told NNA. The sea was calm."
    _, found, _ = _found(page_of, told)
    assert not any(s.of(AROUND + told) == "Said" for a in found for s in a.cue)
