"""Word pieces: the published cutting, with offsets that count code points of the text as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.attribution.tagger.pieces import UNKNOWN, Vocabulary, cut_pieces

WORDS = ["kar", "##via", "said", "cafe", "the", "mayor", '"', ".", ",", "$", "5", "u", "s", "-", "水"]
PIECES = [f"[unused{n}]" for n in range(103)] + WORDS


@pytest.fixture
def vocabulary() -> Vocabulary:
    """A vocabulary of a few words; special pieces keep their places."""
    return Vocabulary(PIECES)


def _cut(text: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    pieces = cut_pieces(text, vocabulary, [0])
    return [(PIECES[i], text[s:e]) for i, s, e in zip(pieces.ids, pieces.starts, pieces.ends, strict=True)]


def test_longest_piece_first_and_words_carry_on(vocabulary: Vocabulary) -> None:
    assert _cut("Karvia said", vocabulary) == [("kar", "Kar"), ("##via", "via"), ("said", "said")]


def test_accents_go_and_offsets_stay(vocabulary: Vocabulary) -> None:
    assert _cut("the Café.", vocabulary) == [("the", "the"), ("cafe", "Café"), (".", ".")]
    decomposed = "the Cafe\u0301."
    assert _cut(decomposed, vocabulary)[1:] == [("cafe", "Cafe"), (".", ".")]


def test_punctuation_symbols_and_ideographs_stand_alone(vocabulary: Vocabulary) -> None:
    assert [piece for piece, _ in _cut('"U.S.-$5水', vocabulary)] == ['"', "u", ".", "s", ".", "-", "$", "5", "水"]


def test_control_characters_part_nothing(vocabulary: Vocabulary) -> None:
    assert _cut("sa\u200bid\x00", vocabulary) == [("said", "sa\u200bid")]


def test_a_word_that_cannot_be_cut_is_one_unknown_piece(vocabulary: Vocabulary) -> None:
    assert cut_pieces("karzz", vocabulary, [0]).ids == (UNKNOWN,)
    assert cut_pieces("kar" + "via" * 40, vocabulary, [0]).ids == (UNKNOWN,)


def test_writing_and_openings_of_paragraphs_are_kept(vocabulary: Vocabulary) -> None:
    text = "The MAYOR 5\nKarvia said"
    pieces = cut_pieces(text, vocabulary, [0, 12])
    assert pieces.features == (6, 2, 3, 6, 4, 0)
    assert [i for i in range(len(pieces)) if pieces.opens_paragraph(i)] == [0, 3]
    assert [i for i in range(len(pieces)) if not pieces.opens_word(i)] == [4]


@given(st.text())
def test_pieces_run_forward_inside_any_text(text: str) -> None:
    pieces = cut_pieces(text, Vocabulary(PIECES), [0])
    assert list(pieces.starts) == sorted(pieces.starts)  # two may share a letter that normalising takes apart
    assert list(pieces.ends) == sorted(pieces.ends)
    assert all(s < e <= len(text) for s, e in zip(pieces.starts, pieces.ends, strict=True))
