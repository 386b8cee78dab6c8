"""Rich texts: code pages, Unicode with its stand-ins, notes, changes and everything that is no text."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.ingest import limits
from sayso.model.text import MarkKind


def rtf(
    body: str,
    head: str = r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset128 Mincho;}}",
) -> bytes:
    return f"{{\\rtf1{head}{body}}}".encode("latin-1")


def text(ingest: Any, body: str) -> str:
    words: str = ingest("a.rtf", rtf(body)).document.text
    return words


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (r"Ten fled.\par Nine stayed.\par", "Ten fled.\n\nNine stayed."),
        (r"Folk p\'e5 \'d8rlo", "Folk på Ørlo"),
        (r"{\f1 \'cf\'f0\'e8} Orlo \'e6", "При Orlo æ"),
        (r"{\f2 \'8b\'b4}", "橋"),
        (r"\uc1\u8220?Go\u8221? she said", "“Go” she said"),
        (r"\uc2\u229\'c3\'a5 og \u230\'c3\'a6", "å og æ"),
        (r"\uc0\u8220 Go", "“Go"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"\ldblquote Go\rdblquote\endash he\rquote s\emdash gone\~now\line\tab x", "“Go”–he’s—gone\xa0now\n\tx"),
        (r"braces \{ and \\ and \}", "braces { and \\ and }"),
        (r"{\b bo}ld and wor{\i ds}", "bold and words"),
        (r"{\field{\*\fldinst{HYPERLINK http://orlo.example}}{\fldrslt{A link}}} here", "A link here"),
        (r"Ten {\pict\wmetafile8 0102\bin3 }}}}fled", "Ten fled"),
        (r"{\*\unknown gone}{\*\generator gone}Ten", "Ten"),
        (r"{\upr{ansi}{\*\ud{uni}}}", "uni"),
        (r"{\listtext\f0 1.\tab}First", "1.\tFirst"),
        (r"\trowd\intbl Orlo\cell 12\cell\row\intbl Ulme\cell 7\cell\row", "Orlo\n\n12\n\nUlme\n\n7"),
        (r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In the box.\par}}{\shprslt twice}}Ten", "In the box.\n\nTen"),
    ],
)
def test_what_is_shown_is_read(ingest: Any, body: str, read: str) -> None:
    assert text(ingest, body) == read


def test_deleted_text_is_not_read_and_said(ingest: Any) -> None:
    document = ingest("a.rtf", rtf(r"Ten {\deleted soldiers }{\revised villagers }fled.")).document
    assert document.text == "Ten villagers fled."
    assert "1 deleted" in document.problems[0].what


def test_hidden_text_is_not_read_and_said(ingest: Any) -> None:
    document = ingest("a.rtf", rtf(r"Ten {\v secret }fled. \v secret\v0 Yes.")).document
    assert document.text == "Ten fled. Yes."
    assert "hidden" in document.problems[0].what


def test_notes_follow_their_paragraph_and_comments_come_last(ingest: Any) -> None:
    body = r"{\header\pard The Orlo Post\par}Ten fled{\super\chftn}{\footnote{\super\chftn} The mayor denies it.}, said Bo.{\*\annotation Check this.}\par Nine stayed.\par"
    document = ingest("a.rtf", rtf(body)).document
    assert document.text.split("\n\n") == [
        "The Orlo Post",
        "Ten fled, said Bo.",
        "The mayor denies it.",
        "Nine stayed.",
        "Check this.",
    ]
    assert [(mark.kind, mark.span.of(document.text)) for mark in document.marks] == [(MarkKind.COMMENT, "Check this.")]


def test_properties_and_headings(ingest: Any) -> None:
    head = r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 Title;}}{\info{\title Bridge}{\author Ann N\'e6ss}{\creatim\yr2011\mo6\dy14}{\company Post}}"
    document = ingest(
        "a.rtf", rtf(head + r"\pard\s2 Bridge closed\par\pard\s1 At Orlo\par\pard\s0 Ten fled.\par")
    ).document
    assert document.text == "Bridge closed\n\nAt Orlo\n\nTen fled."
    assert [mark.kind for mark in document.marks] == [MarkKind.HEADLINE, MarkKind.SUBHEADING]
    assert (document.claimed.title, document.claimed.byline, document.claimed.published) == ("Bridge", "Ann Næss", None)


def test_the_last_style_of_the_list_is_not_the_first_paragraphs(ingest: Any) -> None:
    assert ingest("a.rtf", rtf(r"{\stylesheet{\s1 heading 1;}}Ten fled.\par")).document.marks == ()


def test_a_file_that_breaks_off_is_read_so_far_and_said(ingest: Any) -> None:
    document = ingest("a.rtf", rtf(r"Ten fled.\par {\b Nine")[:-1]).document
    assert document.text == "Ten fled.\n\nNine"
    assert "breaks off" in document.problems[0].what


def test_letters_that_cannot_be_decoded_are_said(ingest: Any) -> None:
    document = ingest("a.rtf", rtf(r"Ten \'81 fled.")).document
    assert document.text == "Ten \ufffd fled."
    assert "decoded" in document.problems[0].what


def test_what_follows_the_document_is_not_its_own(ingest: Any) -> None:
    assert ingest("a.rtf", rtf("Ten fled.") + b"{\\rtf1 another}").document.text == "Ten fled."


@pytest.mark.parametrize(
    ("data", "says"), [(b"just words", "something else"), (rtf(""), "no text"), (rtf(r"{\pict 00}"), "no text")]
)
def test_what_cannot_be_read_is_a_problem(ingest: Any, data: bytes, says: str) -> None:
    assert says in ingest("a.rtf", data).problem.what


def test_bombs_stop_at_stated_limits(ingest: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "deep" in ingest("a.rtf", rtf("{" * 5_000)).problem.what
    monkeypatch.setattr(limits, "RTF_TOKENS", 1_000)
    assert "more than 1,000" in ingest("a.rtf", rtf("{}" * 2_000)).problem.what
    monkeypatch.setattr(limits, "DOCUMENT_BYTES", 500)
    assert "longer than 500 bytes" in ingest("a.rtf", rtf("word " * 500)).problem.what
