"""Saved feeds: an entry is a document with what the feed claims of it; nothing is fetched and no entity unfolds."""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Orlo Post</title><link>https://orlo.example/</link><language>en-GB</language>{items}</channel></rss>"""
ITEM = """<item><title>Flight &amp; fear</title><link>https://orlo.example/1</link><guid>g-1</guid><dc:creator>Ann Brandt</dc:creator>
<pubDate>Mon, 03 Feb 2014 21:05:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Ten&nbsp;people fled, <b>she said</b>.</p><p>Nobody &amp; nothing stayed.</p>]]></content:encoded></item>"""


def rss(*items: str) -> bytes:
    return RSS.format(items="".join(items)).encode()


def test_an_entry_is_a_document_with_its_claims(ingest: Any) -> None:
    document = ingest("feed.rss", rss(ITEM)).document
    assert document.text == "Flight & fear\nTen people fled, she said.\n\nNobody & nothing stayed."
    assert (document.member, document.name, document.given_id) == ("g-1", "feed.rss#g-1", "g-1")
    claimed = document.claimed
    assert (claimed.title, claimed.byline, claimed.published) == ("Flight & fear", "Ann Brandt", "2014-02-03")
    assert (claimed.url, claimed.outlet, claimed.language) == ("https://orlo.example/1", "Orlo Post", "en-GB")
    assert [(mark.kind.value, document.words(mark.span)) for mark in document.marks] == [("headline", "Flight & fear")]


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>A log</title><updated>2015-01-01T00:00:00Z</updated><entry><id>tag:1</id>
<title>Flight</title><updated>2014-09-09T00:00:00Z</updated>{published}<author><name>Bo Lind</name></author>
<link rel="alternate" href="https://log.example/1"/><source><title>Orlo Post</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ten fled.</p><blockquote>Nine stayed.</blockquote></div></content></entry></feed>"""


def test_a_day_of_change_is_no_day_of_publication(ingest: Any) -> None:
    stated = ATOM.format(published="<published>2014-02-03T10:00:00Z</published>").encode()
    document = ingest("feed.atom", stated).document
    assert (document.text, document.claimed.published) == ("Flight\nTen fled.\n\nNine stayed.", "2014-02-03T10:00:00Z")
    marks = [(mark.kind.value, document.words(mark.span)) for mark in document.marks]
    assert marks == [("headline", "Flight"), ("block-quote", "Nine stayed.")]
    assert (document.claimed.outlet, document.claimed.url, document.claimed.byline) == (
        "Orlo Post",
        "https://log.example/1",
        "Bo Lind",
    )
    assert ingest("feed.xml", ATOM.format(published="").encode()).document.claimed.published is None


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://orlo.example/"><title>Orlo Post</title></channel><item rdf:about="https://orlo.example/1"><title>Flight</title>
<link>https://orlo.example/1</link><dc:date>2014-02-03</dc:date><description>Ten people fled.</description></item></rdf:RDF>"""


def test_rdf_is_a_feed_too(ingest: Any) -> None:
    document = ingest("feed.rdf", RDF.encode()).document
    assert (document.text, document.claimed.published, document.claimed.outlet) == (
        "Flight\nTen people fled.",
        "2014-02-03",
        "Orlo Post",
    )


def test_headlines_alone_are_counted_and_twins_are_kept_apart(ingest: Any) -> None:
    found = ingest("feed.rss", rss(ITEM, ITEM, "<item><title>Only this</title></item>"))
    assert [document.member for document in found.documents] == ["g-1", "g-1 (2)"]
    assert "entries with a headline only: 1 of 3" in found.problems[0].what


def test_a_broken_feed_gives_what_is_whole(ingest: Any) -> None:
    data = rss(ITEM, ITEM.replace("g-1", "g-2"))
    assert len(ingest("feed.rss", data[: data.rindex(b"</item>")]).documents) == 2
    assert ingest("feed.rss", data.replace(b"<title>Orlo Post</title>", b"<title>Orlo & Post <b></title>")).documents


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "{a}">'
    + "".join(f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY i SYSTEM "file:///etc/hostname"><!ENTITY % x SYSTEM "http://orlo.example/x.dtd"> %x;]>'


@pytest.mark.parametrize("head", [BOMB.format(a="lol" * 10), OUTSIDE])
def test_entities_unfold_nothing_and_fetch_nothing(ingest: Any, monkeypatch: pytest.MonkeyPatch, head: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    begun = time.monotonic()
    body = RSS.removeprefix('<?xml version="1.0" encoding="utf-8"?>').format(
        items=ITEM.replace("Short.", "Short &i;").replace("Ten&nbsp;", "Ten &i; ")
    )
    document = ingest("feed.rss", (head + body).encode()).document
    assert len(document.text) < 200
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<urlset><url/></urlset>", "no feed: it is of the kind 'urlset'"),
        (b"just words", "none"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (rss(), "empty"),
    ],
)
def test_what_is_no_feed_is_a_problem(ingest: Any, data: bytes, words: str) -> None:
    assert words in ingest("feed.xml", data).problem.what
