"""Broken letters are mended in the view alone, each offset kept; what may be meant stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.resources import Resources
from sayso.segment.mojibake import FILLER, find_broken, mend
from sayso.segment.view import same_length_view


def broken(text: str, encoding: str = "cp1252") -> str:
    return text.encode().decode(encoding, "replace")


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize(
    "text", ["“We wait,” she said.", "Før daggry kom båten.", "It wasn’t so – he knew…", "l’été à Orvél"]
)
def test_what_was_meant_is_seen(text: str, encoding: str) -> None:
    seen = mend(broken(text, encoding))
    assert len(seen) == len(broken(text, encoding))
    assert " ".join(seen.replace(FILLER, "").split()) == " ".join(text.replace(" – ", "   –   ").split())


def test_marks_of_quotation_keep_to_their_words() -> None:
    assert mend(broken("said: “No,” twice")) == "said:   “No,”   twice"


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(same_length_view(text)) == len(text)


@pytest.mark.parametrize("text", ["São Tomé e Príncipe", "ÂME SŒUR", "Ãrvik", "5 €", "© 2020", "l’âme", "“Åse”"])
def test_text_that_is_whole_is_left_alone(text: str) -> None:
    assert mend(text) == text
    assert find_broken(text)[0] == 0


def test_twice_broken_marks_are_mended_too() -> None:
    assert mend(broken(broken("“Oh"))).strip() == "“Oh"


def test_how_many_and_where() -> None:
    assert find_broken(f"Fine. {broken('Før')} and {broken('går')}") == (2, 7)


def test_a_parser_sees_the_words_and_tokens_lie_in_the_text(resources: Resources) -> None:
    text = broken("She didn’t answer.")
    tokens = resources.parsers["en"].parse([same_length_view(text)])[0][0]
    assert [text[t.start : t.end] for t in tokens] == ["She", "did", broken("n’t"), "answer", "."]
    assert [t.text for t in tokens] == ["She", "did", "n’t", "answer", "."]
