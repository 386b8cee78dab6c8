"""What markup says of stretches of the text: exact, in order, kept by the store, and read as parts of the report."""

from __future__ import annotations

import pytest

from sayso.ingest.html import read_fragment, read_html
from sayso.ingest.pieces import Piece
from sayso.model.page import Page
from sayso.model.reports import Basis, PartKind
from sayso.model.resources import Resources
from sayso.model.text import Document, MarkKind
from sayso.pipeline import segment
from sayso.store.codec import decode, encode

PARAGRAPHS = [f"Residents of Orlo said in paragraph {n} that the bridge had been closed by soldiers." for n in range(6)]
TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
TOP, REST = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:3]), "".join(f"<p>{text}</p>" for text in PARAGRAPHS[3:])
HEAD = "<h1>Bridge closed at Orlo</h1>"


def read(inside: str, *, head: str = "<title>Bridge closed at Orlo</title>", outside: str = "") -> Document:
    page = f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body><article>{inside}</article>{outside}</body></html>"
    found = next(iter(read_html(Piece("0" * 64, "page.html", page.encode()))))
    assert isinstance(found, Document)
    return found


def marks(document: Document) -> list[tuple[str, str]]:
    return [(mark.kind.value, document.words(mark.span)) for mark in document.marks]


@pytest.fixture
def unparsed(resources: Resources) -> Resources:
    """The resources without parsers: layout needs none."""
    return Resources(resources.packs, {}, (), resources.identify, resources.version)


def page_of(document: Document, resources: Resources) -> Page:
    return segment(document, resources)


@pytest.mark.parametrize(
    ("markup", "kind", "words"),
    [
        ("<h1 class='title'>Bridge closed at Orlo</h1>", "headline", "Bridge closed at Orlo"),
        ("<h1>Bridge<br>closed at Orlo</h1>", "headline", "Bridge\nclosed at Orlo"),
        (HEAD + "<p class='standfirst'>Nobody says for how long.</p>", "standfirst", "Nobody says for how long."),
        (HEAD + "<h2 class='article__subtitle'>Nobody says for how long.</h2>", "standfirst", "Nobody says for how long."),
        (HEAD + "<p class='byline'>By <b>Ann Brandt</b></p>", "byline", "By Ann Brandt"),
        (HEAD + "<p>By <a rel='author' href='/ann'>Ann Brandt</a>, Orlo</p>", "byline", "Ann Brandt"),
        (HEAD + "<time datetime='2014-05-14'>14 May</time>", "date", "14 May"),
        (HEAD + "<p class='dateline'>14 May 2014</p>", "date", "14 May 2014"),
        (TOP + "<h2>No way across</h2>", "subheading", "No way across"),
        (TOP + "<figure><img src='a'><figcaption>The bridge on Monday.</figcaption></figure>", "caption", "The bridge on Monday."),
        (TOP + "<figure><img src='a'><p>The bridge on Monday.</p></figure>", "caption", "The bridge on Monday."),
        (TOP + "<div class='wp-caption'><img src='a'><p class='wp-caption-text'>The bridge on Monday.</p></div>", "caption", "The bridge on Monday."),
        (TOP + "<div class='image-box'><img src='a'><span>The bridge on Monday.</span></div>", "caption", "The bridge on Monday."),
        (TOP + "<figure><figcaption>The bridge. <small class='photo-credit'>Photo: Bo Strand</small></figcaption></figure>", "credit", "Photo: Bo Strand"),
        (TOP + "<aside class='pullquote'>Nobody crossed.</aside>", "pull-quote", "Nobody crossed."),
        (TOP + "<aside><p>“Nobody crossed.”</p></aside>", "pull-quote", "“Nobody crossed.”"),
        (TOP + "<figure class='wp-block-pullquote'><blockquote><p>Nobody crossed.</p></blockquote></figure>", "pull-quote", "Nobody crossed."),
        (TOP + "<blockquote class='pull-quote'>Nobody crossed.</blockquote>", "pull-quote", "Nobody crossed."),
        (TOP + "<blockquote><p>Nobody crossed.</p><p>We waited.</p></blockquote>", "block-quote", "Nobody crossed.\n\nWe waited."),
        (TOP + "<blockquote><p>Nobody crossed.</p><footer>— Bo <cite>Strand</cite></footer></blockquote>", "quoted-from", "— Bo Strand"),
        (TOP + "<blockquote><p>Nobody crossed.</p><cite>Orlo Post</cite></blockquote>", "quoted-from", "Orlo Post"),
        (TOP + "<figure><blockquote>Nobody crossed.</blockquote><figcaption>Bo Strand</figcaption></figure>", "quoted-from", "Bo Strand"),
        (TOP + "<div class='live-blog__post'><p>10:40</p><p>Shots are heard.</p></div>", "entry", "10:40\n\nShots are heard."),
        (TOP + "<div itemprop='liveBlogUpdate'><p>Shots are heard.</p></div>", "entry", "Shots are heard."),
        (TOP + "<div class='related-stories'><a href='/x'>Herring prices fall</a></div>", "related", "Herring prices fall"),
        (TOP + "<aside><a href='/x'>Herring prices fall</a></aside>", "related", "Herring prices fall"),
        (TOP + "<ul><li><a href='/1'>One more</a></li><li><a href='/2'>Two more</a></li><li><a href='/3'>Three more</a></li></ul>", "related", "• One more\n\n• Two more\n\n• Three more"),
        (TOP + "<h4><a href='/x'>Read too: herring prices fall</a></h4>", "related", "Read too: herring prices fall"),
        (TOP + "<h4><a href='#x'>Section two of the story</a></h4>", "subheading", "Section two of the story"),
        (TOP + "<section id='comments'><p>I never believed it.</p></section>", "comment", "I never believed it."),
    ],
)  # fmt: skip
def test_a_mark_holds_what_the_markup_held(markup: str, kind: str, words: str) -> None:
    document = read(markup + REST)
    assert (kind, words) in marks(document)
    assert [found for found in marks(document) if found == (kind, words)] == [(kind, words)]
    assert all(text in document.text for text in PARAGRAPHS[3:])


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class='byline'>{TOP}</div>",
        f"<div class='caption'>{TOP * 4}</div>",
        f"<div class='share-wrapper'>{TOP}{REST}</div>",
        f"<div class='comment'>{TOP}{REST}</div>",
        f"<div class='sidebar-menu'>{TOP}{REST}</div>",
        f"<div class='barracks adrift navy'>{TOP}</div>",
        f"<div class='commentary-body'>{TOP}</div>",
    ],
)
def test_what_cannot_be_so_is_not_marked(markup: str) -> None:
    document = read(HEAD + markup + REST)
    assert {kind for kind, _ in marks(document)} <= {"headline", "subheading"}
    assert all(text in document.text for text in PARAGRAPHS)


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<p>He said <q>never</q> twice to all of us.</p>", "He said “never” twice to all of us."),
        ("<p>He said <q>“never”</q> twice to all of us.</p>", "He said “never” twice to all of us."),
        ("<ul><li>Ten were killed.</li></ul>", "• Ten were killed."),
        ("<ol><li>One died.</li><li>Ten were hurt.</li></ol>", "2. Ten were hurt."),
        ("<ol><li><p>One died.</p></li></ol>", "One died."),
        ("<table><tr><th>Town</th><th>Killed</th></tr><tr><td>Orlo</td><td>10</td></tr></table>", "Orlo\t10"),
        ("<dl><dt>Killed</dt><dd>Ten men of Orlo.</dd></dl>", "Ten men of Orlo."),
        ("<p>One line<br>and another</p>", "and another"),
        ("<p>One paragraph here.<br><br>Another one there.</p>", "Another one there."),
        ("<pre>One line\nand another</pre>", "and another"),
        ("<p>The <b>bold</b>, <i>it</i>alic word.</p>", "The bold, italic word."),
        ("<p><span>S</span>oldiers came at noon on Monday.</p>", "Soldiers came at noon on Monday."),
        ("<div><span>Ann Brandt</span><span>Reporter</span></div>", "Ann Brandt Reporter"),
        (
            "<div><a href='/a'>Ann Brandt</a><time><span>14 May</span><span>10:40</span></time></div>",
            "Ann Brandt 14 May 10:40",
        ),
        ("<div><time>10:40</time><span>Updated 11:00</span></div>", "10:40 Updated 11:00"),
        ("<p>Ten&nbsp;fled\n   at once to the other side.</p>", "Ten fled at once to the other side."),
    ],
)
def test_text_as_it_is_shown(markup: str, line: str) -> None:
    assert line in read(HEAD + TOP + markup + REST).text.split("\n")


def test_blocks_are_parted_by_a_blank_line_and_broken_lines_by_none() -> None:
    text = read(HEAD + TOP + "<p>one line<br>another line</p>" + REST).text
    assert "one line\nanother line\n\n" in text
    assert f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}" in text


def test_the_headline_is_the_article_s_own() -> None:
    head = "<title>Bridge closed at Orlo | The Ford</title>"
    inside = "<header><h1 class='site-title'>The Ford</h1></header><h2>Bridge closed at Orlo</h2>" + TEXT
    assert ("headline", "Bridge closed at Orlo") in marks(read(inside, head=head))
    assert ("headline", "The Ford") not in marks(read(inside, head=head))


def test_each_of_several_articles_has_its_headline() -> None:
    one, two = (f"<div class='post'><h2>{title}</h2>{TEXT}</div>" for title in ("Bridge closed", "Bridge opened"))
    found = read(f"<div>{one}{two}</div>", head="<title>The Ford</title>")
    assert [words for kind, words in marks(found) if kind == "headline"] == ["Bridge closed", "Bridge opened"]


def test_replies_of_a_forum_are_kept_and_pointers_to_other_articles_are_not() -> None:
    reply = "<div class='post'><p>My uncle lives there and he says the same as you do.</p></div>"
    card = "<div class='post'><h3><a href='/x'>Herring prices fall</a></h3><p>The price of herring fell again, for the third week in a row.</p></div>"
    found = read("", head="<title>A</title>", outside=f"<div class='post'>{TEXT}</div>{reply}{card}")
    assert "My uncle lives there" in found.text
    assert "herring fell again" not in found.text


def test_text_that_only_metadata_holds_is_taken_and_said() -> None:
    body = "Soldiers closed the bridge on Monday.\\nNobody crossed it."
    page = f'<html><head><script type=\'application/ld+json\'>{{"@type": "NewsArticle", "articleBody": "{body}"}}</script></head><body><div id=\'app\'></div></body></html>'
    document = next(iter(read_html(Piece("0" * 64, "page.html", page.encode()))))
    assert isinstance(document, Document)
    assert document.text == "Soldiers closed the bridge on Monday.\n\nNobody crossed it."
    assert "metadata" in document.problems[0].what


@pytest.mark.parametrize(
    "box",
    [
        "form id='aspnetForm' action='x'",
        "div class='page menu-closed search'",
        "div role='search'",
        "section id='nav-and-all'",
    ],
)
def test_a_box_around_everything_is_no_furniture(box: str) -> None:
    menu = "<ul><li><a href='/1'>One page</a></li><li><a href='/2'>Two pages</a></li><li><a href='/3'>Three pages</a></li></ul>"
    page = f"<html><head><title>Bridge closed</title></head><body><{box}>{menu}<h1>Bridge closed</h1><div>{TEXT}</div></{box.split(maxsplit=1)[0]}></body></html>"
    document = next(iter(read_html(Piece("0" * 64, "page.html", page.encode()))))
    assert isinstance(document, Document)
    assert document.text == "\n\n".join(["Bridge closed", *PARAGRAPHS])
    assert document.problems == ()


def test_a_very_large_page_is_told_apart_too() -> None:
    many = "".join(f"<p>Residents of Orlo said in paragraph {n} that it was so.</p>" for n in range(31_000))
    page = f"<html><head><title>A</title></head><body><div class='x'><a href='/'>Front page</a> <a href='/2'>Tide tables</a></div><article>{many}</article></body></html>"
    document = next(iter(read_html(Piece("0" * 64, "page.html", page.encode()))))
    assert isinstance(document, Document)
    assert document.text.count("\n\n") == 30_999
    assert "Tide tables" not in document.text


def test_marks_are_kept_by_the_store() -> None:
    document = read(HEAD + TEXT)
    assert document.marks
    assert decode(encode(document), Document).marks == document.marks


def test_marks_become_parts_of_the_report(unparsed: Resources) -> None:
    inside = (
        f"{HEAD}<p class='standfirst'>Nobody says for how long it is closed.</p><p class='byline'>By Ann Brandt</p>{TOP}"
        "<aside class='pullquote'>“Nobody crossed,” she told us.</aside><figure><img src='a'><figcaption>The bridge on Monday.</figcaption></figure>"
        f"{REST}<div class='related-stories'><p><a href='/x'>Herring prices fall</a></p></div>"
    )
    document = read(inside)
    page = page_of(document, unparsed)
    assert len(page.reports) == 1
    parts = {(part.kind, document.words(part.span)) for part in page.reports[0].parts}
    assert parts == {
        (PartKind.HEADLINE, "Bridge closed at Orlo"),
        (PartKind.STANDFIRST, "Nobody says for how long it is closed."),
        (PartKind.BYLINE, "By Ann Brandt"),
        (PartKind.PULL_QUOTE, "“Nobody crossed,” she told us."),
        (PartKind.CAPTION, "The bridge on Monday."),
    }
    assert [document.words(item.span).strip() for item in page.boilerplate] == ["Herring prices fall"]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://orlo.example/2014/05/14/bridge", "2014-05-14"),
        ("https://orlo.example/world/2014/may/14/bridge", "2014-05-14"),
        ("https://orlo.example/20140514/bridge", "2014-05-14"),
        ("https://orlo.example/2014-05-14-bridge.html", "2014-05-14"),
        ("https://orlo.example/2014/13/14/bridge", None),
        ("https://orlo.example/20140514998/bridge", None),
        ("https://orlo.example/2014/bridge", None),
    ],
)
def test_a_day_in_the_address_is_a_basis_of_its_own(unparsed: Resources, url: str, day: str | None) -> None:
    document = read(HEAD + TEXT, head=f"<title>Bridge closed at Orlo</title><link rel='canonical' href='{url}'>")
    published = page_of(document, unparsed).reports[0].published
    assert document.claimed.published is None
    assert (published and (published.earliest.isoformat(), published.basis)) == (day and (day, Basis.URL))


def test_an_agency_that_metadata_names_is_the_report_s(unparsed: Resources) -> None:
    document = read(
        HEAD + TEXT, head="<title>Bridge closed at Orlo</title><meta name='author' content='Associated Press'>"
    )
    agency = page_of(document, unparsed).reports[0].agency
    assert agency is not None
    assert (agency.value, agency.basis, agency.span) == ("AP", Basis.METADATA, None)


def test_every_kind_of_mark_is_made_by_some_page() -> None:
    inside = (
        f"{HEAD}<p class='deck'>So it was.</p><p class='byline'>Ann Brandt</p><time>14 May</time>{TOP}<h2>More</h2><blockquote>So be it.<cite>Ann Brandt</cite></blockquote>"
        "<aside class='pullquote'>So be it.</aside><figure><figcaption>A bridge. <span class='credit'>Bo Strand</span></figcaption></figure>"
        f"<div class='live-entry'>10:40</div><div class='comment'>No.</div><div class='related'>x</div>{REST}"
    )
    assert {kind for kind, _ in marks(read(inside))} == {kind.value for kind in MarkKind} - {"dateline"}


def test_a_fragment_is_kept_whole_with_its_marks() -> None:
    text, found = read_fragment(
        "Ten fled.<blockquote>“So it was.”</blockquote><p style='display:none'>No.</p><figure><figcaption>A bridge.</figcaption></figure>"
    )
    assert text == "Ten fled.\n\n“So it was.”\n\nA bridge."
    assert [(mark.kind.value, mark.span.of(text)) for mark in found] == [
        ("block-quote", "“So it was.”"),
        ("caption", "A bridge."),
    ]


@pytest.mark.parametrize("markup", ["", "<", "<p>", "&amp;", "<div>" * 500 + "So it was." + "</div>" * 500])
def test_any_fragment_is_read(markup: str) -> None:
    text, found = read_fragment(markup)
    assert ("So it was." in text) == ("So it was." in markup)
    assert found == ()
