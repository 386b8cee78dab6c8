"""Web pages: the article with its headings, captions and credits; what metadata claims stays a claim."""

from __future__ import annotations

from typing import Any

import pytest

PARAGRAPHS = "".join(
    f"<p>Residents of Orlo said in paragraph {number} that the bridge had been closed by soldiers who came down from the hills.</p>"
    for number in range(5)
)


def page(
    *,
    head: str = "<title>Bridge closed | The Orlo Post</title>",
    before: str = "",
    inside: str = PARAGRAPHS,
    after: str = "",
) -> bytes:
    return f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{before}<article>{inside}</article>{after}</body></html>".encode()


def test_scripts_menus_and_notices_stay_out(ingest: Any) -> None:
    data = page(
        before="<nav><ul><li><a href='/'>Front page</a></li><li><a href='/s'>Tide tables</a></li></ul></nav><script>var secret = 'script text';</script>",
        inside=PARAGRAPHS + "<script>document.write('script text')</script><noscript>script text</noscript>",
        after="<footer>All rights reserved</footer>",
    )
    document = ingest("page.html", data).document
    assert "paragraph 4" in document.text
    assert not [word for word in ("script text", "Tide tables", "All rights") if word in document.text]
    assert document.extractor is not None
    assert document.extractor.startswith("trafilatura 2.")


@pytest.mark.parametrize(
    "inside",
    [
        "<h1>Bridge closed at Orlo</h1>" + PARAGRAPHS,
        PARAGRAPHS + "<figure><img src='a.jpg'><figcaption>Bridge closed at Orlo</figcaption></figure>" + PARAGRAPHS,
        "<p class='byline'>Bridge closed at Orlo</p>" + PARAGRAPHS,
        "<div class='dateline'>Bridge closed at Orlo</div>" + PARAGRAPHS,
        PARAGRAPHS + "<h2>Bridge closed at Orlo</h2>" + PARAGRAPHS,
        PARAGRAPHS + "<blockquote><p>Bridge closed at Orlo</p></blockquote>",
    ],
    ids=["headline", "caption", "byline", "dateline", "crosshead", "quote"],
)
def test_parts_of_an_article_are_kept_once(ingest: Any, inside: str) -> None:
    assert ingest("page.html", page(inside=inside)).document.text.count("Bridge closed at Orlo") == 1


def test_a_headline_outside_the_article_comes_first(ingest: Any) -> None:
    document = ingest("page.html", page(before="<header><h1>Bridge closed at Orlo</h1></header>")).document
    assert document.text.startswith("Bridge closed at Orlo\n\nResidents")


def test_what_metadata_claims(ingest: Any) -> None:
    head = (
        "<title>Bridge closed | The Orlo Post</title><meta property='og:title' content='Bridge closed'>"
        "<meta property='og:site_name' content='The Orlo Post'><meta name='author' content='Ann Brandt'>"
        "<meta property='article:published_time' content='2014-05-14T06:10:00+02:00'><link rel='canonical' href='https://orlo.example/bridge'>"
    )
    claimed = ingest("page.html", page(head=head)).document.claimed
    assert (claimed.title, claimed.byline, claimed.published) == ("Bridge closed", "Ann Brandt", "2014-05-14")
    assert (claimed.url, claimed.outlet, claimed.language) == ("https://orlo.example/bridge", "The Orlo Post", "en")


def test_a_date_in_linked_data_of_an_article_is_a_claim(ingest: Any) -> None:
    data = '{"@graph": [{"@type": "Organization", "datePublished": "1999-01-01"}, {"@type": "NewsArticle", "datePublished": "2016-05-05T10:00Z"}]}'
    document = ingest(
        "page.html", page(head=f"<title>A</title><script type='application/ld+json'>{data}</script>")
    ).document
    assert document.claimed.published == "2016-05-05"


@pytest.mark.parametrize(
    "parts",
    [
        {"after": "<aside><time datetime='2019-03-01'>1 March</time> Another headline</aside>"},
        {"after": "<footer>© 2018 The Orlo Post</footer>"},
        {"head": "<title>A</title><meta property='article:modified_time' content='2017-01-01T00:00:00Z'>"},
        {"before": "<p class='date'>14 May 2014</p>"},
        {"head": "<title>A</title><script type='application/ld+json'>{not json</script>"},
    ],
)
def test_other_dates_are_no_claim(ingest: Any, parts: dict[str, str]) -> None:
    assert ingest("page.html", page(**parts)).document.claimed.published is None


def test_a_page_without_article_gives_all_it_shows_and_says_so(ingest: Any) -> None:
    data = (
        b"<html><body>"
        + b"<div>" * 5000
        + b"The mayor said so"
        + b"</div>" * 5000
        + b"<script>not shown</script></body></html>"
    )
    document = ingest("deep.html", data).document
    assert document.text == "The mayor said so"
    assert "no article" in document.problems[0].what


def test_a_declared_encoding_is_used(ingest: Any) -> None:
    data = page().replace(b"utf-8", b"iso-8859-1").replace(b"Residents of Orlo", "Folk på Ørlo".encode("latin-1"))
    assert "Folk på Ørlo said" in ingest("page.htm", data).document.text


@pytest.mark.parametrize("data", [b"<html></html>", b"<html><body><script>x</script></body></html>", b"<!-- -->"])
def test_a_page_that_shows_nothing_is_a_problem(ingest: Any, data: bytes) -> None:
    assert "empty" in ingest("page.html", data).problem.what


@pytest.mark.parametrize(
    "data", [b"<" * 5000, b"<html><p>" + b"&#x41;" * 3000, b"<p>" * 20000, "<html>\ufffe\x0b".encode() * 40]
)
def test_odd_markup_is_never_a_stop(ingest: Any, data: bytes) -> None:
    found = ingest("odd.html", data)
    assert found.documents or found.problems
