"""Saved pages: the page itself with its charset; the day of saving is no day of publication."""

from __future__ import annotations

import base64
import quopri
from typing import Any

import pytest
from tests.ingest.test_html import PARAGRAPHS, page

ADDRESS = "https://orlo.example/bridge"


def saved(
    html: bytes, head: str = 'Content-Type: text/html; charset="utf-8"', *, more: bytes = b"", outer: str = ""
) -> bytes:
    return (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: Bridge\r\nDate: Tue, 14 Jun 2011 10:00:00 -0000\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--x"{outer}\r\n\r\n'
        f"----x\r\n{head}\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: {ADDRESS}\r\n\r\n"
    ).encode() + quopri.encodestring(html) + b"\r\n" + more + b"----x--\r\n"  # fmt: skip


def test_the_page_is_read_as_a_page(ingest: Any) -> None:
    document = ingest("a.mhtml", saved(page(before="<nav><a href='/'>Tide tables</a></nav>"))).document
    assert "paragraph 4" in document.text
    assert "Tide tables" not in document.text
    assert document.claimed.url == ADDRESS
    assert document.claimed.published is None


def test_what_the_page_claims_stands_beside_its_address(ingest: Any) -> None:
    head = "<title>B</title><meta property='article:published_time' content='2011-06-12'><link rel='canonical' href='https://other.example/'>"
    claimed = ingest("a.mht", saved(page(head=head))).document.claimed
    assert (claimed.published, claimed.url) == ("2011-06-12", ADDRESS)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('Content-Type: text/html; charset="windows-1252"', "cp1252"),
        ("Content-Type: text/html", "utf-8"),
        ("Content-Type: text/html; charset=utf-8", "cp1252"),  # stated wrongly
    ],
)
def test_the_charset_of_the_wrapping(ingest: Any, head: str, encoding: str) -> None:
    html = (
        page(inside=PARAGRAPHS.replace("Orlo", "Ørlo")).decode().replace("<meta charset='utf-8'>", "").encode(encoding)
    )
    assert "Residents of Ørlo" in ingest("a.mhtml", saved(html, head)).document.text


def test_a_wrapping_that_contradicts_the_page(ingest: Any) -> None:
    html = page(inside=PARAGRAPHS.replace("Orlo", "Орло")).decode().encode("cp1251", "replace")
    assert (
        "Residents of Орло"
        in ingest("a.mhtml", saved(html, 'Content-Type: text/html; charset="windows-1251"')).document.text
    )


def test_frames_and_pictures_are_passed_by(ingest: Any) -> None:
    frame = b"----x\r\nContent-Type: text/html\r\nContent-Location: cid:frame-1\r\n\r\n<p>An advertisement stands here.</p>\r\n"
    picture = (
        b"----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.b64encode(b"\x89PNG\r\n")
        + b"\r\n"
    )
    found = ingest("a.mhtml", saved(page(), more=frame + picture))
    assert "advertisement" not in found.document.text
    assert found.problems == []


def test_the_page_that_the_wrapping_names_is_the_page(ingest: Any) -> None:
    inner = b"----x\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <main>\r\n\r\n" + page() + b"\r\n"
    data = saved(b"<p>A frame that stands first.</p>", more=inner, outer='; start="<main>"')
    assert "paragraph 4" in ingest("a.mhtml", data).document.text


def test_a_page_without_parts(ingest: Any) -> None:
    data = b"Content-Type: text/html; charset=utf-8\r\nContent-Location: https://orlo.example/b\r\n\r\n" + page()
    assert ingest("a.mht", data).document.claimed.url == "https://orlo.example/b"


def test_an_address_on_somebodys_disk_is_no_claim(ingest: Any) -> None:
    data = saved(page()).replace(ADDRESS.encode(), b"file:///C:/pages/bridge.html")
    assert ingest("a.mhtml", data).document.claimed.url is None


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx", "no web page"),
        (saved(b""), "no text"),
        (b"Content-Type: message/rfc822\r\n\r\n" * 4000, "parts"),
    ],
)
def test_what_cannot_be_read_is_a_problem(ingest: Any, data: bytes, says: str) -> None:
    assert says in ingest("a.mhtml", data).problem.what
