"""Whom the words of a source mean: pronouns, surnames, descriptions, spokesmen, deserters; in English and Norwegian."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factory import reading
from tests.link.test_voices import speakers, voices_of

from sayso.link.judgements import Decisions
from sayso.link.voices.scene import Scene
from sayso.model.annotations import Mode, Quote
from sayso.model.reading import Reading
from sayso.model.reconstruction import Voice, VoiceKind
from sayso.model.text import Anchor, Span


def by_sentence(marked: str, language: str = "en") -> Reading:
    """Make a reading with its sentences and quotations, as a reader of documents finds them; what is quoted is direct speech."""
    item = reading(marked, language=language)
    ends = [i + 1 for i, c in enumerate(item.text) if c in ".\n" and item.text[i + 1 : i + 2] in {"", " ", "\n"}]
    starts = [0, *(end + (item.text[end : end + 1] == " ") for end in ends)]
    cuts = [Span(a, b) for a, b in zip(starts, [*ends, len(item.text)], strict=True) if b > a]
    marks = [i for i, c in enumerate(item.text) if c in "“”"]
    quotes = [Quote(Span(a, b + 1), Span(a + 1, b)) for a, b in zip(marks[::2], marks[1::2], strict=True)]
    told = tuple(
        replace(a, mode=Mode.DIRECT)
        if any(q.span.start <= c.start < q.span.end for q in quotes for c in a.content)
        else a
        for a in item.attributions
    )
    return replace(item, sentences=tuple(cuts), quotes=tuple(quotes), attributions=told)


def who(marked: str, language: str = "en") -> list[str]:
    """Return the label of each source's voice."""
    item = by_sentence(marked, language)
    return speakers(item, voices_of(item))


def last(marked: str, language: str = "en") -> Voice:
    """Return the voice of the last source."""
    item = by_sentence(marked, language)
    found = voices_of(item)
    return found.by_id()[found.at(Anchor(item.document, item.attributions[-1].source[0]))[0]]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the subject of the sentence before, though nobody spoke there
        (
            "{s1|Odo Dure} {c1|said} {x1|no}. {person|Ada Brenn} left the hall. {s2|She} {c2|said} {x2|yes}.",
            "Ada Brenn",
        ),
        # a given name tells the sex
        (
            "{s1|Maria Brenn} {c1|said} {x1|no}. {s2|Ivan Dure} {c2|said} {x2|no}. {s3|She} {c3|left} {x3|it so}.",
            "Maria Brenn",
        ),
        # whoever is named in the words said is somebody else
        (
            "{s1|A miller} {c1|said} {x1|no}. {x2|{person|Ivan Dure} should ask his brother}, {s2|he} {c2|said}.",
            "a miller",
        ),
        # the owner of a thing and a name before a noun are not meant
        ("{s1|A miller} {c1|said} {x1|no}. {person|Ivan Dure}'s mill burned. {s2|He} {c2|said} {x2|more}.", "a miller"),
        (
            "{s1|A miller} {c1|said} {x1|no}. {person|Ivan Dure} supporters left. {s2|He} {c2|said} {x2|more}.",
            "a miller",
        ),
        # described by "who" without being a source
        ("A man who crossed the river laughed. {s1|He} {c1|said} {x1|it burned}.", "a man"),
        # what was read is what "it" says
        ("{s1|The report} {c1|said} {x1|it burned}. {s2|It} {c2|blamed} {x2|the guard}.", "a report"),
        # a surname for its bearer named before or after
        ("{person|Ada Brenn} won. The vote was close. {s1|Brenn} {c1|said} {x1|so}.", "Ada Brenn"),
        ("{s1|Brenn} {c1|said} {x1|so}. {person|Ada Brenn} is forty.", "Ada Brenn"),
        # a title for its short form
        ("{s1|Sen. Odo Brenn} {c1|said} {x1|no}.\n{s2|The senator} {c2|said} {x2|yes}.", "Sen. Odo Brenn"),
    ],
)
def test_whom_the_last_source_means(marked: str, expected: str) -> None:
    assert who(marked)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{s1|Odd Lie} {c1|sa} {x1|nei}. {person|Kari Moen} gikk. {s2|Hun} {c2|sa} {x2|ja}.", "Kari Moen"),
        ("{s1|Kari Moen} {c1|sa} {x1|nei}. {s2|Odd Lie} {c2|sa} {x2|nei}. {s3|Hun} {c3|la til} {x3|mer}.", "Kari Moen"),
        ("{s1|En lærer} {c1|sa} {x1|nei}. {x2|{person|Odd Lie} burde spørre sin bror}, {c2|sa} {s2|han}.", "en lærer"),
        ("{s1|Rapporten} {c1|sier} {x1|det brant}. {s2|Den} {c2|anklager} {x2|vakten}.", "Rapporten"),
    ],
)
def test_whom_the_last_norwegian_source_means(marked: str, expected: str) -> None:
    assert who(marked, "nb")[-1] == expected


def test_i_in_a_quotation_is_who_is_quoted_though_named_after_it() -> None:
    text = "{s1|Ivan Dure} {c1|said} {x1|no}.\n{x3|“{s2|I} {c2|think} {x2|it burned}”}, {s3|Ada Brenn} {c3|said}."
    assert sorted(who(text)) == ["Ada Brenn", "Ada Brenn", "Ivan Dure"]


def test_two_who_spoke_jointly_stay_both_as_candidates() -> None:
    item = by_sentence("{s1|Ivan Dure and Omar Sabri} {c1|said} {x1|no}. {s2|He} {c2|added} {x2|more}.")
    voices = voices_of(item)
    he = voices.by_id()[voices.at(Anchor(item.document, item.attributions[-1].source[0]))[0]]
    assert {voices.by_id()[c].label for c in he.candidates} == {"Ivan Dure", "Omar Sabri"}


def test_a_description_that_may_mean_the_one_before_keeps_him_as_candidate() -> None:
    item = by_sentence("{s1|Ivan Dure} {c1|said} {x1|no}. {s2|The businessman} {c2|added} {x2|more}.")
    voices = voices_of(item)
    other = voices.by_id()[voices.at(Anchor(item.document, item.attributions[-1].source[0]))[0]]
    assert [voices.by_id()[c].label for c in other.candidates] == ["Ivan Dure"]


def test_a_spokesman_is_not_the_body_he_speaks_for() -> None:
    item = by_sentence("{s1|Karvian Army spokesman Odo Brenn} {c1|said} {x1|no}. {s2|He} {c2|added} {x2|more}.")
    voices = voices_of(item)
    odo = voices.by_id()[voices.at(Anchor(item.document, item.attributions[-1].source[0]))[0]]
    assert (odo.kind, voices.by_id()[odo.speaks_for or ""].kind) == (VoiceKind.PERSON, VoiceKind.BODY)


@pytest.mark.parametrize(
    ("source", "language", "side"),
    [
        ("Colonel Odo Brenn of the Karvian army", "en", None),
        ("Karvian Army Colonel Odo Brenn", "en", "government"),
        ("Karvian Army Colonel Odo Brenn, who defected in May", "en", None),
        ("a deserter from the Karvian army", "en", None),
        ("mutinous army officers", "en", None),
        ("the former interior minister", "en", None),
        ("the interior minister", "en", "government"),
        ("Ada Brenn, president of the Weavers Union", "en", None),
        ("a state senator", "en", None),
        ("state television", "en", "government"),
        ("the state news agency", "en", "government"),
        ("a survey of government soldiers", "en", None),
        ("regjeringen", "nb", "government"),
        ("en avhopper fra hæren", "nb", None),
        ("den tidligere innenriksministeren", "nb", None),
    ],
)
def test_sides_are_those_that_the_words_still_tell(source: str, language: str, side: str | None) -> None:
    told = last(f"{{s1|{source}}} {{c1|said}} {{x1|no}}.", language).side
    assert (told or "").partition(" (")[0] == (side or "")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("a candidate", VoiceKind.PERSON),
        ("a baker who stayed", VoiceKind.PERSON),
        ("many", VoiceKind.GROUP),
        ("36 percent of the voters", VoiceKind.GROUP),
        ("some polls", VoiceKind.UNKNOWN),
        ("A court document filed Thursday", VoiceKind.UNKNOWN),
        ("the Bank of Karvia", VoiceKind.BODY),
        ("Brightlake, a weaving company", VoiceKind.BODY),
        ("Harvim-based Brightlake", VoiceKind.BODY),
        ("Senate Leader Odo K. Brenn", VoiceKind.PERSON),
        ("Democrats", VoiceKind.GROUP),
    ],
)
def test_kinds(source: str, kind: VoiceKind) -> None:
    assert last(f"The day came. {{s1|{source}}} {{c1|said}} {{x1|no}}.").kind is kind


def test_a_description_with_and_is_one_person() -> None:
    assert who("{s1|Ada Brenn, president and founder of the Loom Society} {c1|said} {x1|no}.") == [
        "Ada Brenn, president and founder of the Loom Society"
    ]


def test_it_that_stands_for_nothing_is_no_voice() -> None:
    assert who("{s1|The ministry} {c1|said} {x1|no}. {s2|It} {c2|is} likely {x2|that it burned}.")[1] == ""
    assert who("{s1|The ministry} {c1|said} {x1|no}. {s2|It} {c2|is urging} {x2|calm}.")[1] == "the ministry"


def test_a_surname_is_its_only_bearers_on_one_page() -> None:
    one = by_sentence(
        "{s1|Ada Brenn} {c1|said} {x1|no}. {s2|Odo Brenn} {c2|said} {x2|yes}.\n{s3|Brenn} {c3|left} {x3|it}."
    )
    assert len(set(speakers(one, voices_of(one)))) == 3  # two bear it: a third, unclear one


SOURCES = ["Ada Brenn", "Brenn", "He", "She", "a baker", "The baker", "they", "The ministry", "It", "I", "residents"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SOURCES), min_size=1, max_size=6), min_size=2, max_size=3))
def test_voices_do_not_depend_on_the_order_of_documents(pages: list[list[str]]) -> None:
    items = [
        reading(
            " ".join(f"{{s{i}|{s}}} {{c{i}|said}} {{x{i}|so {n}.{i}}}." for i, s in enumerate(page, 1)),
            name=f"page {n}",
        )
        for n, page in enumerate(pages)
    ]
    assert voices_of(*items).voices == voices_of(*reversed(items)).voices


@pytest.mark.parametrize("source", ["Ada Brenn", "the deserter Odo Brenn", "a baker who gave her name as Ada"])
def test_a_protected_voice_stays_neutral_under_every_pronoun(source: str) -> None:
    item = by_sentence(
        f"{{person|Ada Brenn}} came. {{s1|{source}}} {{c1|said}} {{x1|no}}. {{s2|She}} {{c2|added}} {{x2|it}}."
    )
    anchor = Anchor(item.document, item.attributions[0].source[0])
    voices = voices_of(item, decisions=Decisions(protected={"voice": frozenset({anchor})}))
    hidden = voices.by_id()[voices.at(anchor)[0]]
    assert hidden.protected
    assert not hidden.names
    assert "Brenn" not in str(replace(hidden, because=()))
    assert "Ada" not in hidden.label


def test_a_scene_finds_what_stands_before_a_place() -> None:
    scene = Scene("one\ntwo", (Span(0, 3), Span(4, 7)))
    assert (scene.paragraph(5), scene.sentence(5)) == (1, 2)
    assert list(scene.before(5)) == []
