"""What a page claims of itself: each field from where it is meant to stand, agencies told from persons, no day that was not meant."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sayso.ingest.html import read_html
from sayso.ingest.html.published import day_of
from sayso.ingest.pieces import Piece
from sayso.model.text import Claimed, Document

TEXT = "".join(
    f"<p>Residents of Orlo said in paragraph {n} that the bridge had been closed by soldiers.</p>" for n in range(5)
)


def read(
    head: str = "",
    *,
    before: str = "",
    after: str = "",
    attributes: str = "",
    top: str = "<h1>Bridge closed at Orlo</h1>",
) -> Document:
    page = f"<!DOCTYPE html><html {attributes}><head><meta charset='utf-8'>{head}</head><body><article>{top}{before}{TEXT}{after}</article></body></html>"
    found = next(iter(read_html(Piece("0" * 64, "page.html", page.encode()))))
    assert isinstance(found, Document)
    return found


def claims(head: str = "", **parts: str) -> Claimed:
    return read(head, **parts).claimed


def linked(data: Any) -> str:
    return f"<script type='application/ld+json'>{data if isinstance(data, str) else json.dumps(data)}</script>"


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Bridge closed at Orlo",
    "datePublished": "2014-05-14T06:10:00+02:00",
    "author": {"@type": "Person", "name": "Ann Brandt"},
    "publisher": {"@type": "Organization", "name": "The Orlo Post"},
    "inLanguage": "nb-NO",
    "description": "Three villages are cut off.",
    "url": "https://orlo.example/bridge",
}
OTHER = {
    "@type": "NewsArticle",
    "headline": "Herring prices fall",
    "datePublished": "2012-01-01",
    "author": "Bo Strand",
}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "X"}, ARTICLE]},
        {"@type": "WebPage", "datePublished": "2001-01-01", "mainEntity": ARTICLE},
        [OTHER, ARTICLE],
        ARTICLE | {"@type": ["Article", "ReportageNewsArticle"]},
        ARTICLE | {"author": [{"@type": "Person", "name": ["Ann Brandt"]}]},
        "<!--\n" + json.dumps(ARTICLE) + "\n-->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE).replace("Three villages are", "Three\nvillages\tare"),
    ],
)
def test_json_ld_in_its_shapes(data: Any) -> None:
    found = claims(linked(data))
    assert (found.title, found.byline, found.published, found.outlet) == (
        "Bridge closed at Orlo",
        "Ann Brandt",
        "2014-05-14",
        "The Orlo Post",
    )
    assert (found.language, found.url) == ("nb", "https://orlo.example/bridge")
    assert " ".join((found.description or "").split()) == "Three villages are cut off."


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "[[[[",
        "null",
        "3",
        '{"@type": 3}',
        '{"@type": "NewsArticle", "author": [[[1]]], "publisher": 4, "datePublished": {}}',
        "{}" * 50,
    ],
)
def test_json_ld_that_says_nothing_claims_nothing(data: str) -> None:
    found = claims(linked(data))
    assert (found.byline, found.published, found.outlet, found.agency) == (None, None, None, None)


@pytest.mark.parametrize(
    ("head", "agency", "byline"),
    [
        (linked(ARTICLE | {"author": {"@type": "Organization", "name": "Associated Press"}}), "AP", None),
        (linked(ARTICLE | {"author": [{"name": "Ann Brandt"}, {"name": "The Associated Press"}]}), "AP", "Ann Brandt"),
        (linked(ARTICLE | {"sourceOrganization": {"name": "Agence France-Presse"}}), "AFP", "Ann Brandt"),
        (linked(ARTICLE | {"copyrightHolder": {"name": "Reuters"}}), "Reuters", "Ann Brandt"),
        ("<meta name='author' content='NTB'>", "NTB", None),
        ("<meta name='author' content='Reuters'>", "Reuters", None),
        ("<meta name='source' content='dpa'>", "dpa", None),
        ("<meta name='copyright' content='Copyright 2014 The Associated Press.'>", "AP", None),
        (linked(ARTICLE), None, "Ann Brandt"),
        ("<meta name='author' content='By Ann Brandt'>", None, "Ann Brandt"),
        ("<meta name='author' content='https://orlo.example/ann'>", None, None),
    ],
)
def test_an_agency_is_no_person(head: str, agency: str | None, byline: str | None) -> None:
    found = claims(head)
    assert (found.agency, found.byline) == (agency, byline)


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        ({"head": "<meta property='article:published_time' content='2014-05-14T23:50:00-07:00'>"}, "2014-05-14"),
        ({"head": "<meta name='pubdate' content='20140514'>"}, "2014-05-14"),
        ({"head": "<meta name='DC.date.issued' content='2014-05-14'>"}, "2014-05-14"),
        ({"head": "<meta name='date' content='2014-05-14'>"}, "2014-05-14"),
        ({"head": "<meta name='pubdate' content='Wed, 14 May 2014 06:10:00 GMT'>"}, "2014-05-14"),
        ({"head": "<meta itemprop='datePublished' content='2014-05-14'>"}, "2014-05-14"),
        ({"before": "<time datetime='2014-05-14T08:00'>14 May</time>"}, "2014-05-14"),
        ({"before": "<span itemprop='datePublished' content='2014-05-14'>Wednesday</span>"}, "2014-05-14"),
        (
            {"after": "<p>Posted at <abbr class='published' title='2014-05-14T10:10:00+02:00'>10:10</abbr></p>"},
            "2014-05-14",
        ),
        (
            {
                "head": "<meta property='article:published_time' content='2014-05-14'><meta name='date' content='2019-01-01'>"
            },
            "2014-05-14",
        ),
        (
            {
                "head": "<meta property='article:published_time' content='2014-05-14'>",
                "before": "<time datetime='2014-05-20'>Updated</time>",
            },
            "2014-05-14",
        ),
        # Never: days of change, of saving, of other articles, of templates.
        (
            {
                "head": "<meta property='article:modified_time' content='2014-05-14'><meta http-equiv='last-modified' content='2014-05-14'>"
            },
            None,
        ),
        ({"head": linked({"@type": "NewsArticle", "dateModified": "2014-05-14"})}, None),
        ({"before": "<p>Updated: <time datetime='2014-05-14'>14 May</time></p>"}, None),
        ({"before": "<time class='entry-updated' datetime='2014-05-14'>14 May</time>"}, None),
        (
            {"after": "<aside class='related'><time datetime='2014-05-14'>14 May</time> Herring prices fall</aside>"},
            None,
        ),
        (
            {
                "after": "<blockquote class='twitter-tweet'>So it is. <time datetime='2014-05-14'>14 May</time></blockquote>"
            },
            None,
        ),
        ({"head": "<meta property='article:published_time' content='1970-01-01T00:00:00Z'>"}, None),
        ({"head": "<meta property='article:published_time' content='0001-01-01'>"}, None),
        ({"head": "<meta property='article:published_time' content='2014-13-45'>"}, None),
        ({"head": "<meta name='pubdate' content='yesterday'>"}, None),
    ],
)
def test_only_a_day_meant_for_publication_is_claimed(parts: dict[str, str], day: str | None) -> None:
    assert claims(**parts).published == day


def test_of_several_days_the_earliest_is_claimed_and_the_others_are_said() -> None:
    document = read(f"<meta property='article:published_time' content='2014-05-16'>{linked(ARTICLE)}")
    assert document.claimed.published == "2014-05-14"
    assert [p.what for p in document.problems] == ["the page names several days of publication: 2014-05-14, 2014-05-16"]


def test_days_that_agree_are_no_problem() -> None:
    assert read(f"<meta property='article:published_time' content='2014-05-14'>{linked(ARTICLE)}").problems == ()


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            "<link rel='canonical' href='https://orlo.example/a'><meta property='og:url' content='https://orlo.example/b'>",
            "https://orlo.example/a",
        ),
        ("<meta property='og:url' content='https://orlo.example/b'>", "https://orlo.example/b"),
        ("<!-- saved from url=(0023)https://orlo.example/c -->", "https://orlo.example/c"),
        ("<link rel='canonical' href='/relative'>", None),
        ("<link rel='canonical' href='javascript:alert(1)'>", None),
    ],
)
def test_the_address(head: str, url: str | None) -> None:
    assert claims(head).url == url


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        ("<title>Bridge closed at Orlo | The Orlo Post</title>", "Bridge closed at Orlo", "The Orlo Post"),
        ("<title>The Orlo Post – Bridge closed at Orlo</title>", "Bridge closed at Orlo", "The Orlo Post"),
        ("<title>Bridge closed at Orlo - Region - The Orlo Post</title>", "Bridge closed at Orlo", "The Orlo Post"),
        ("<title>Notes from the ford: Bridge closed at Orlo</title>", "Bridge closed at Orlo", "Notes from the ford"),
        ("<title>Bridge closed at Orlo</title>", "Bridge closed at Orlo", None),
        (
            "<meta property='og:title' content='Bridge shut'><meta property='og:site_name' content='Orlo Post'>",
            "Bridge shut",
            "Orlo Post",
        ),
        (
            linked(ARTICLE) + "<meta property='og:site_name' content='Orlo Post Online'>",
            "Bridge closed at Orlo",
            "Orlo Post Online",
        ),
        ("", "Bridge closed at Orlo", None),
    ],
)
def test_title_and_outlet(head: str, title: str, outlet: str | None) -> None:
    found = claims(head)
    assert (found.title, found.outlet) == (title, outlet)


@pytest.mark.parametrize(
    ("attributes", "head", "language"),
    [
        ("lang='nb-NO'", "", "nb"),
        ("lang='EN'", "", "en"),
        ("xml:lang='sv'", "", "sv"),
        ("", "<meta http-equiv='content-language' content='da'>", "da"),
        ("", "<meta property='og:locale' content='nn_NO'>", "nn"),
        ("lang='{{lang}}'", "", None),
        ("", "", None),
    ],
)
def test_language(attributes: str, head: str, language: str | None) -> None:
    assert claims(head, attributes=attributes).language == language


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2014-05-14", "2014-05-14"),
        ("2014/5/4 10:00", "2014-05-04"),
        ("20140514T101010Z", "2014-05-14"),
        ("20140514", "2014-05-14"),
        ("2014-05", "2014-05"),
        ("14.05.2014", "2014-05-14"),
        ("14 May 2014", "2014-05-14"),
        ("May 14, 2014", "2014-05-14"),
        ("May 14, 2014 10:15 AM", "2014-05-14"),
        ("", None),
        ("1400000000000", None),
        ("2014", None),
        ("2014-02-30", None),
    ],
)
def test_days_as_metadata_writes_them(value: str, day: str | None) -> None:
    assert day_of(value) == day


SENTENCE = "<p>“Æsj,” sa han på Ørlo – det kostet 40 €.</p>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("utf-8", "cp1252"),
        ("", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "utf-8-sig"),
        ("utf-16", "utf-8"),
        ("utf-8", "utf-16"),
    ],
)
def test_the_bytes_win_over_what_is_declared(declared: str, encoding: str) -> None:
    charset = f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>" if declared else ""
    page = f"<html><head>{charset}<title>Brua</title></head><body><article>{TEXT}{SENTENCE}</article></body></html>"
    found = next(iter(read_html(Piece("0" * 64, "page.html", page.encode(encoding)))))
    assert isinstance(found, Document)
    assert "“Æsj,” sa han på Ørlo – det kostet 40 €." in found.text


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("windows-1251", "Мост закрыт, сказали жители."),
        ("shift_jis", "橋は閉鎖されたと住民は言った。"),
        ("gb2312", "居民说桥已经关闭。"),
        ("windows-1256", "قال السكان إن الجسر أغلق."),
    ],
)
def test_other_alphabets_by_their_declaration(charset: str, text: str) -> None:
    page = (
        f"<html><head><meta charset='{charset}'></head><body><article>{f'<p>{text}</p>' * 12}</article></body></html>"
    )
    found = next(iter(read_html(Piece("0" * 64, "page.html", page.encode(charset)))))
    assert isinstance(found, Document)
    assert text in found.text


def test_a_page_of_two_encodings_says_what_was_lost() -> None:
    page = (
        f"<html><head><meta charset='utf-8'></head><body><article>{TEXT}{SENTENCE * 5}".encode()
        + "<p>Også på Ørlo.</p></article>".encode("cp1252")
    )
    found = next(iter(read_html(Piece("0" * 64, "page.html", page))))
    assert isinstance(found, Document)
    assert "“Æsj,” sa han på Ørlo" in found.text
    assert "Broken" in found.problems[0].what or "broken" in found.problems[0].what
