"""Broken and hostile files of the paper and mail formats: always documents or a recorded problem, never a crash.

Small sound files are made here, then cut off, turned over bit by bit and given random ends. PDFium runs in this process, so
that a crash of it would end the test run and be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ingest import test_docx, test_mail, test_mbox, test_mhtml, test_odt, test_rtf
from tests.ingest.paper import column, pdf

from sayso.ingest import extract
from sayso.ingest.pdf import apart
from sayso.ingest.pdf.look import look_at
from sayso.model.ids import sha256_hex
from sayso.model.text import Document, Problem

WORDS = (
    "The residents of Orlo said that ten had fled over the river Vemm before dawn, and that nobody was told why. " * 3
)
DOCX = test_docx.p("Ten fled.", '<w:r><w:footnoteReference w:id="2"/></w:r>') + test_docx.p(
    "Nine stayed.", style="Heading1"
)
ODT = "<text:p>Ten fled<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note>.</text:p><text:h>Nine</text:h>"
MADE: dict[str, bytes] = {
    "a.pdf": pdf([column(WORDS, 72, 700, 250), column(WORDS, 72, 700, 400)], info="/Title (Bridge)", images=[1]),
    "a.docx": test_docx.word(DOCX, footnotes=f'<w:footnote w:id="2">{test_docx.p("A note.")}</w:footnote>'),
    "a.odt": test_odt.odt(ODT),
    "a.rtf": test_rtf.rtf(
        r"{\info{\title Bridge}}\pard Ten \'e6 \u8220? fled{\footnote A note.}.\par{\deleted gone}{\pict 0102}\cell x"
    ),
    "a.eml": test_mail.with_attachments().as_bytes(),
    "a.mbox": test_mbox.box(test_mbox.simple(WORDS, "1@x"), test_mbox.simple("Nine stayed.")),
    "a.mhtml": test_mhtml.saved(
        b"<html><head><meta charset=utf-8></head><body><p>" + WORDS.encode() + b"</p></body></html>"
    ),
}
HEADS = {
    "a.pdf": b"%PDF-1.7\n", "a.docx": b"PK\x03\x04", "a.odt": b"PK\x03\x04", "a.rtf": b"{\\rtf1\\ansi ", "a.mbox": b"From a Tue Jun 14 10:00:00 2011\n",
    "a.eml": b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n", "a.mhtml": b"Content-Type: multipart/related; boundary=x\n\n--x\n",
}  # fmt: skip
NAMES = sorted(MADE)
FUZZ = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Read = Callable[[str, bytes], list[Document | Problem]]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Read bytes under a name and check what must hold of whatever comes of them."""
    monkeypatch.setattr(apart, "records", look_at)

    def run(name: str, data: bytes) -> list[Document | Problem]:
        path = tmp_path / "original"
        path.write_bytes(data)
        found = list(extract(sha256_hex(data), name, path))
        assert found, "neither a document nor a problem"
        for item in found:
            if isinstance(item, Document):
                assert item.text.strip()
                assert all(mark.span.end <= len(item.text) for mark in item.marks)
                item.text.encode("utf-8")
            else:
                assert item.what
                assert item.way_out
        return found

    return run


@pytest.mark.parametrize("name", NAMES)
def test_the_sound_file_is_read(read: Any, name: str) -> None:
    assert any(isinstance(item, Document) for item in read(name, MADE[name]))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_off_anywhere(read: Any, name: str) -> None:
    data = MADE[name]
    for end in range(1, len(data), max(1, len(data) // 60)):
        read(name, data[:end])


@pytest.mark.parametrize("name", NAMES)
@FUZZ
@given(flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 7)), min_size=1, max_size=12))
def test_a_file_with_bits_turned_over(read: Any, name: str, flips: list[tuple[float, int]]) -> None:
    data = bytearray(MADE[name])
    for at, bit in flips:
        data[int(at * len(data))] ^= 1 << bit
    read(name, bytes(data))


@pytest.mark.parametrize("name", NAMES)
@FUZZ
@given(rest=st.binary(max_size=400))
def test_random_bytes_after_a_sound_head(read: Any, name: str, rest: bytes) -> None:
    read(name, HEADS[name] + rest)


@pytest.mark.parametrize("name", NAMES)
@FUZZ
@given(at=st.floats(0, 1, exclude_max=True), size=st.integers(1, 200), other=st.sampled_from(NAMES))
def test_a_piece_of_one_file_in_another(read: Any, name: str, at: float, size: int, other: str) -> None:
    data, piece = MADE[name], MADE[other]
    place = int(at * len(data))
    read(name, data[:place] + piece[place % len(piece) :][:size] + data[place:])


MARKUP = st.lists(st.sampled_from([
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "word", "<w:del>", "</w:del>", "<w:tab/>", "<w:vanish/>", "<w:footnoteReference w:id='2'/>",
    "<w:footnote w:id='2'>", "</w:footnote>", "<text:p>", "</text:p>", "<office:annotation>", "</office:annotation>", "<text:s text:c='-3'/>",
    "<text:h text:outline-level='x'>", "</text:h>", "<text:note-citation>", "</text:note-citation>", "<style:header>", "</style:header>", "&amp;", "&#0;", "&x;",
]), max_size=40)  # fmt: skip


@FUZZ
@given(tags=MARKUP)
def test_tags_of_office_documents_in_any_order(read: Any, tags: list[str]) -> None:
    body = "".join(tags)
    read(
        "a.docx",
        test_docx.package(
            {
                "word/document.xml": f"<w:d {test_docx.SPACE}>{body}",
                "word/footnotes.xml": f"<w:d {test_docx.SPACE}>{body}",
            }
        ),
    )
    read(
        "a.odt",
        test_docx.package(
            {"content.xml": f"<x {test_odt.SPACES}>{body}", "styles.xml": f"<x {test_odt.SPACES}>{body}"}
        ),
    )


CONTROLS = st.lists(st.sampled_from([
    "{", "}", "\\par ", "\\u-3 ", "\\u99999999 ", "\\uc9 ", "\\uc-1 ", "\\'e6", "\\'", "\\bin-4 ", "\\bin9 ", "\\f1 ", "\\f999 ", "\\fonttbl", "\\fcharset9999 ",
    "\\ansicpg0 ", "\\ansicpg65001 ", "\\*", "\\footnote ", "\\header ", "\\info", "\\title ", "\\deleted ", "\\v0 ", "\\s1 ", "\\stylesheet", "word", "\x81", "\\",
    "\\outlinelevel9 ", "\\upr", "\\ud", "\\shptxt ", "\\annotation ",
]), max_size=60)  # fmt: skip


@FUZZ
@given(words=CONTROLS)
def test_control_words_of_rich_text_in_any_order(read: Any, words: list[str]) -> None:
    read("a.rtf", b"{\\rtf1 " + "".join(words).encode("latin-1"))


HEADERS = st.lists(st.sampled_from([
    "Content-Type: text/plain; charset*=utf-8''x%zz", "Content-Type: multipart/mixed; boundary*0=a; boundary*2=b", "Content-Type: ;;;=", "Content-Type: text/html",
    "Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: x-uuencode", "Content-Transfer-Encoding: ;",
    "Content-Disposition: attachment; filename*=\"x", "Content-Disposition: attachment; filename=", "Date: 99 Foo 9999999999 99:99:99 +99999999", "Date: , ,",
    "From: <<>>(((", "From: =?utf-8?b?a?= =?x?q?=zz?=", "Subject: =?utf-16?b?/v8=?=", "Content-Type: application/pkcs7-mime", ":", " folded", "begin 644 x",
    "--", "--x", "Content-Type: multipart/alternative; boundary=\"--\"", "Content-Type: multipart/related; boundary=x", "Content-Language: ,", "",
]), max_size=25)  # fmt: skip


@FUZZ
@given(lines=HEADERS)
def test_headers_of_letters_in_any_order(read: Any, lines: list[str]) -> None:
    data = "\n".join(lines).encode() + b"\n\nTen fled \xe6.\n"
    read("a.eml", data)
    read("a.mhtml", data)
