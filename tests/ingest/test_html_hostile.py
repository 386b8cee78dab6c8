"""Hostile and broken pages: no crash, no hang, nothing fetched, nothing hidden among the words, and what was lost is said."""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest
from bench.webpages.layouts_new import NEW
from bench.webpages.layouts_old import OLD
from bench.webpages.marking import unmarked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ingest.html import read_html
from sayso.ingest.pieces import Piece
from sayso.model.text import Document, Problem

TEXT = "".join(
    f"<p>Residents of Orlo said in paragraph {n} that the bridge had been closed by soldiers.</p>" for n in range(6)
)
FALSE = "The mayor of Orlo has admitted that every word of this was invented."


def read(data: bytes | str) -> list[Document | Problem]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read_html(Piece("0" * 64, "page.html", raw)))


def text_of(data: bytes | str) -> str:
    found = read(data)
    assert isinstance(found[0], Document), found
    return found[0].text


def article(inside: str, *, head: str = "") -> str:
    return f"<html><head><title>A</title>{head}</head><body><article>{inside}</article></body></html>"


@pytest.mark.parametrize(
    "hidden",
    [
        f"<p style='display:none'>{FALSE}</p>",
        f"<p style='color:red; DISPLAY : None !important'>{FALSE}</p>",
        f"<div style='visibility: hidden'><p>{FALSE}</p></div>",
        f"<p style='font-size:0'>{FALSE}</p>",
        f"<p style='position:absolute;left:-9999px'>{FALSE}</p>",
        f"<p style='opacity:0'>{FALSE}</p>",
        f"<p hidden>{FALSE}</p>",
        f"<p aria-hidden='true'>{FALSE}</p>",
        f"<p class='sr-only'>{FALSE}</p>",
        f"<p class='note trick'>{FALSE}</p>",
        f"<p id='trick'>{FALSE}</p>",
        f"<p>Nobody crossed, <span style='display:none'>{FALSE}</span> he said on Monday.</p>",
    ],
)
def test_hidden_text_is_left_out_and_said(hidden: str) -> None:
    sheet = "<style>p{margin:0} .trick, #trick { display: none } @media print { article { display: none } }</style>"
    document = read(article(TEXT + hidden + TEXT, head=sheet))[0]
    assert isinstance(document, Document)
    assert FALSE not in document.text
    assert "paragraph 5" in document.text
    assert [
        problem.what
        for problem in document.problems
        if "hidden" in problem.what and "The mayor of Orlo" in problem.what
    ]


def test_a_page_whose_whole_text_is_hidden_is_read_and_that_is_said() -> None:
    document = read(f"<html><body><div id='root' style='visibility:hidden'>{TEXT}</div></body></html>")[0]
    assert isinstance(document, Document)
    assert "paragraph 5" in document.text
    assert any("hidden" in problem.what and "taken" in problem.consequence for problem in document.problems)


@pytest.mark.parametrize(
    "shown", ["class='d-none d-lg-block'", "style='opacity:0.9'", "class='hidden-print'", "aria-hidden='false'"]
)
def test_what_is_shown_somewhere_is_kept(shown: str) -> None:
    assert FALSE in text_of(article(f"{TEXT}<p {shown}>{FALSE}</p>"))


def test_words_are_not_broken_by_characters_that_nobody_sees() -> None:
    assert "Residents said so" in text_of(
        article(TEXT + "<p>Resi&shy;dents&#8203; sa\u2060id so, the \ufeffmayor told us on Monday.</p>")
    )


def test_letters_in_reversed_order_are_said() -> None:
    document = read(article(f"{TEXT}<p>The mayor said that \u202edezirohtua\u202c he had it.</p>"))[0]
    assert isinstance(document, Document)
    (problem,) = document.problems
    assert problem.span is not None
    assert document.words(problem.span) == "\u202e"


@pytest.mark.parametrize(
    ("extra", "secret"),
    [
        ("<script>document.write('SECRET')</script>", "SECRET"),
        ("<iframe src='data:text/html,SECRET'>SECRET</iframe>", "SECRET"),
        ("<iframe srcdoc='<p>SECRET</p>'></iframe>", "SECRET"),
        ("<object data='x'>SECRET</object>", "SECRET"),
        ("<svg><text>SECRET</text></svg>", "SECRET"),
        ("<template><p>SECRET</p></template>", "SECRET"),
        ("<noscript><p>SECRET words here for those without</p></noscript>", "SECRET"),
        ("<!-- SECRET -->", "SECRET"),
        ("<img src='data:image/png;base64,SECRET' alt='SECRET'>", "SECRET"),
        ("<input value='SECRET'><textarea>SECRET</textarea><select><option>SECRET</option></select>", "SECRET"),
    ],
)
def test_what_is_no_text_stays_out(extra: str, secret: str) -> None:
    text = text_of(article(TEXT + extra + TEXT))
    assert secret not in text
    assert text.count("paragraph 5") == 2


def test_entities_are_not_expanded_and_files_not_read(tmp_path: Any) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    bomb = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(11))
    page = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "ha">{bomb}<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>&e11; &x;</p>{TEXT}</body></html>'
    text = text_of(page)
    assert "SECRET" not in text
    assert len(text) < 5000


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = "<base href='http://orlo.example/'><link rel='canonical' href='http://orlo.example/a'><meta http-equiv='refresh' content='0;url=http://orlo.example/b'>"
    page = f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://orlo.example/x.dtd">{article(TEXT + "<img src=http://orlo.example/i.png>", head=head)}'
    assert "paragraph 5" in text_of(page)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + TEXT + "</div>" * 20_000,
        "<span class='share'>" * 400 + TEXT,
        "<b><i>" * 3000 + TEXT,
        "<blockquote>" * 1000 + TEXT,
    ],
    ids=["boxes", "controls", "letters", "quotations"],
)
def test_text_too_deep_for_the_parser_is_not_lost(page: str) -> None:
    document = read(f"<html><body>{page}</body></html>")[0]
    assert isinstance(document, Document)
    assert all(f"paragraph {n}" in document.text for n in range(6))
    assert any("no article" in problem.what for problem in document.problems)


HEAVY = {
    "one line": "<p>" + "word " * 200_000,
    "paragraphs": "<p>The mayor said that so it was." * 8000,
    "bare marks": "<" * 500_000,
    "entities": "<p>" + "&lt;&amp;&#x41;&nbsp;&none;" * 40_000,
    "a long attribute": f"<p class='{'a-B ' * 100_000}'>x</p>" + TEXT,
    "open rules": "<style>" + ".a{" * 100_000 + "</style>" + TEXT,
    "open lists of rules": "<style>" + ".a," * 200_000 + "</style>" + TEXT,
    "deep JSON": "<script type='application/ld+json'>" + "[" * 100_000 + "</script>" + TEXT,
    "wide JSON": "<script type='application/ld+json'>["
    + '{"@type":"NewsArticle","hasPart":[{}]},' * 20_000
    + "{}]</script>"
    + TEXT,
    "pictures in the page": "<img src='data:image/png;base64," + "A" * 900_000 + "'>" + TEXT,
    "articles": f"<article class='a'><h2>A title</h2>{TEXT}</article>" * 600,
    "tables in tables": "<table><tr><td>a</td><td>" * 100 + TEXT,
    "headings": "<h1>A heading of them all</h1>" * 4000 + TEXT,
    "lines": "<p>" + "a b<br>" * 8000 + TEXT,
    "asides": "<aside>x y</aside><p>The mayor said that it was so on Monday.</p>" * 3000,
    "saved-from notes": "<!-- saved from url=" * 20_000 + TEXT,
}


@pytest.mark.parametrize("name", sorted(HEAVY))
def test_heavy_pages_take_seconds(name: str) -> None:
    begun = time.process_time()
    assert read(f"<html><head><title>A</title></head><body>{HEAVY[name]}</body></html>")
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    "charset", ["punycode", "unicode_escape", "utf-7", "utf-16", "hex", "rot13", "x-user-defined", "idna", "\u00e9"]
)
def test_odd_names_of_encodings_are_no_declaration(charset: str) -> None:
    data = (
        f"<html><head><meta charset='{charset}'></head><body>{TEXT}<p>Folk på Ørlo så det.</p></body></html>".encode()
    )
    assert "Folk på Ørlo så det." in text_of(data)


TAGS = ["div", "p", "span", "table", "tr", "td", "ul", "ol", "li", "blockquote", "q", "aside", "figure", "figcaption", "h1", "h2", "a", "time", "pre", "br", "article",
        "form", "script", "style", "noscript", "iframe", "nav", "footer", "dl", "dt", "dd", "plaintext", "frameset", "noframes", "svg", "b", "section", "main", "head", "body", "html"]  # fmt: skip
CLASSES = [
    "byline",
    "caption",
    "comment",
    "related",
    "share",
    "pullquote",
    "live-blog entry",
    "date",
    "headline",
    "standfirst",
    "hidden",
    "x" * 50,
    "é",
    "",
]
words = st.sampled_from(
    [
        "The mayor said that it was so on Monday. ",
        "Read more",
        "12 May 2014",
        "\u202eabc",
        "\x00",
        "\ufeff",
        "&nbsp;",
        "&#xD800;",
        "<",
        "\t\n",
        "“Never,” he said.",
    ]
)
opened = st.builds(lambda tag, names: f"<{tag} class='{names}'>", st.sampled_from(TAGS), st.sampled_from(CLASSES))
closed = st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")


def check(found: list[Document | Problem]) -> None:
    assert len(found) == 1
    if isinstance(found[0], Document):
        document = found[0]
        assert document.text.strip()
        assert all(
            mark.span.end <= len(document.text) and document.words(mark.span).strip() == document.words(mark.span)
            for mark in document.marks
        )
        assert "\x00" not in document.text
        assert "\ufeff" not in document.text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(opened, closed, words), max_size=60).map("".join))
def test_any_markup_is_read_or_is_a_problem(page: str) -> None:
    check(read(page))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_are_a_problem(data: bytes) -> None:
    check(read(data))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([*OLD, *NEW]), st.data())
def test_cut_and_damaged_pages_are_read_or_are_a_problem(make: Any, data: st.DataObject) -> None:
    layout = make()
    raw = bytearray(unmarked(layout.page)[0].encode(layout.encoding))
    for at in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=6)):
        raw[at] ^= 1 << data.draw(st.integers(0, 7))
    check(read(bytes(raw[: data.draw(st.integers(0, len(raw)))])))


@pytest.mark.parametrize("make", [*OLD, *NEW], ids=lambda make: make.__name__)
def test_the_same_page_gives_the_same_document(make: Any) -> None:
    layout = make()
    data = unmarked(layout.page)[0].encode(layout.encoding)
    assert read(data) == read(data)
