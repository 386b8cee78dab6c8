"""Decoding: what was assumed or lost is said, and nothing else is done to a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.decode import clean, decode, replace_surrogates

NORWEGIAN = "Kåre Ødegård så ingen på brua. «De dro før daggry», sa hun til avisa i Ålvik."
ENGLISH = "“They left before dawn,” said Émile Brandt — a miller from Orlo."
ARABIC = "قال سكان القرية إن الجنود غادروا عند الفجر، ثم سمعت طلقات قرب الجسر"
RUSSIAN = "Жители сообщили, что солдаты ушли на рассвете. Потом были слышны выстрелы у моста."


@pytest.mark.parametrize("text", [NORWEGIAN, ENGLISH, ARABIC, RUSSIAN, "plain", "two\nlines\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_without_doubt(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.doubts == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (NORWEGIAN, "latin-1"),
        ("Kåre så ikke på.", "latin-1"),
        (ENGLISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "cp1256"),
    ],
)
def test_other_encodings_are_guessed_and_said_to_be(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert ["not stated" in doubt.what for doubt in decoded.doubts] == [True]


def test_broken_utf8_keeps_all_that_is_sound_and_names_the_first_place() -> None:
    data = "Første linje\nKåre så ".encode() + b"\xff\xfe" + " på brua i Ålvik".encode()
    decoded = decode(data)
    assert decoded.text == "Første linje\nKåre så \ufffd\ufffd på brua i Ålvik"
    (doubt,) = decoded.doubts
    assert "broken UTF-8" in doubt.what
    assert f"byte {data.index(0xFF)}, line 2" in doubt.what
    assert doubt.at == decoded.text.index("\ufffd")


def test_a_character_cut_off_at_the_end_is_broken_utf8() -> None:
    decoded = decode("Kåre så på brua i Ålvik å".encode()[:-1])
    assert decoded.text is not None
    assert decoded.text.endswith("Ålvik \ufffd")
    assert "broken UTF-8" in decoded.doubts[0].what


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 50, b"\x7f\x45\x01\x02\x03" * 9])
def test_binary_is_no_text(data: bytes) -> None:
    assert decode(data).text is None


def test_a_declared_encoding_counts_when_it_is_not_utf8() -> None:
    assert decode("Святая".encode("iso8859-5"), declared="iso-8859-5").text == "Святая"
    assert decode("Kåre".encode(), declared="iso-8859-1").text == "Kåre"
    assert decode("“Kåre”".encode("cp1252"), declared="iso-8859-1").text == "“Kåre”"
    assert decode(NORWEGIAN.encode("latin-1"), declared="no-such-encoding").text == NORWEGIAN


def test_clean_does_three_things_and_no_more() -> None:
    odd = "\ufeffa\0b\r\nc\rd\u2028e\x0cf  g\u00a0\ufeff e\u0301"
    assert clean(odd) == "ab\nc\rd\u2028e\x0cf  g\u00a0\ufeff e\u0301"


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    assert replace_surrogates("ab\ud800c") == ("ab\ufffdc", 2)
    assert replace_surrogates("abc") == ("abc", None)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_no_bytes_stop_it(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.text is None or decoded.text.encode("utf-8") is not None
