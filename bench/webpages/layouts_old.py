"""Pages as they were made until about 2010, and those that still are: tables, line breaks, forums, print views, saved pages."""

from __future__ import annotations

from bench.webpages.furniture import FOOT, MENU, OTHERS, RAIL
from bench.webpages.pieces import Layout, document, meta, paragraphs
from bench.webpages.stories import BRIDGE, DEPOT, FERRY

__all__ = ["OLD"]

_CELL_MENU = "".join(f'<tr><td><font size="1"><a href="{link}">{title}</a></font></td></tr>' for title, link in OTHERS)


def _tables_of_1999() -> Layout:
    s = DEPOT
    body = (
        f'<table width="760"><tr><td width="140" bgcolor="#cccccc"><table>{_CELL_MENU}</table></td><td><table><tr><td>'
        f'<font size="5"><b>[[headline|{s.headline}]]</b></font><br><font size="2"><i>[[line|By {s.author}]]</i></font></td></tr><tr><td>'
        + "".join(f"<p><font face='Times'>[[text|{p}]]</font>\n" for p in s.paragraphs)
        + '</td></tr></table></td></tr><tr><td colspan="2"><font size="1">All rights reserved. Webmaster: web at observer.example</font></td></tr></table>'
    )
    page = f"<HTML><HEAD><TITLE>{s.headline} - {s.outlet}</TITLE></HEAD><BODY>{body}</BODY></HTML>"
    return Layout("tables of 1999", page, {"title": s.headline, "outlet": s.outlet, "published": None})


def _nested_tables() -> Layout:
    s = BRIDGE
    rows = "".join(f"<tr><td>[[text|{p}]]</td></tr>" for p in s.paragraphs)
    body = (
        f"<table><tr><td>{MENU}</td></tr><tr><td><table><tr><td><table><tr><td><h1>[[headline|{s.headline}]]</h1></td></tr>"
        f'<tr><td><table><tr><td><img src="b.jpg"></td></tr><tr><td class="caption">[[caption|{s.caption}]]</td></tr></table></td></tr>'
        f"{rows}</table></td><td>{RAIL}</td></tr></table></td></tr></table>"
    )
    return Layout("nested tables", document(s, body), {"title": s.headline, "outlet": s.outlet, "language": "en"})


def _line_breaks() -> Layout:
    s = FERRY
    text = "<br><br>\n".join(f"[[text|{p}]]" for p in s.paragraphs)
    body = f'{MENU}<div id="main"><h2>[[headline|{s.headline}]]</h2>{text}<br><br>[[note|{s.note}]]</div>{FOOT}'
    return Layout(
        "paragraphs by line breaks", document(s, body, meta(s)), {"published": s.day, "byline": s.author, "url": s.url}
    )


def _single_breaks() -> Layout:
    s = DEPOT
    text = "<br>\n".join(f"[[text|{p}]]" for p in s.paragraphs)
    body = f'<div class="col1">{MENU}</div><div class="col2"><div class="story"><h1>[[headline|{s.headline}]]</h1><div>{text}</div></div></div>{RAIL}'
    return Layout("lines by single breaks", document(s, body), {"title": s.headline})


def _print_view() -> Layout:
    s = FERRY
    body = (
        f'<div class="printlogo">{s.outlet}</div><hr><h1>[[headline|{s.headline}]]</h1><p>[[line|{s.by} {s.author}]]</p><p>[[line|{s.shown_day}]]</p>'
        f"{paragraphs(s)}<p>[[note|{s.contributed}]]</p><hr><p>Printed from {s.url}</p>"
    )
    return Layout("print view", document(s, body, f'<link rel="canonical" href="{s.url}">'), {"url": s.url})


def _forum() -> Layout:
    first, second = (
        BRIDGE,
        "I drove there this morning and was turned back at the second post. The soldiers were polite but would not say why.",
    )
    third = "The same happened to my brother on Monday, and he was told to wait for a paper from the governor that nobody issues."
    fourth = "Does anyone know whether the road over Tessen is open for lorries? We have medicine to bring and two days left."
    posts = "".join(
        f'<div class="post" id="p{n}"><div class="postprofile">[[line|<a href="/u{n}">{user}</a>]]<span class="tags">Posts: {n * 31}</span></div><div class="postbody"><div class="content">[[text|{text}]]</div></div></div>'
        for n, (user, text) in enumerate(
            [("river_man", first.paragraphs[0]), ("ada77", second), ("mill", third), ("karvian", fourth)], 1
        )
    )
    body = f'<div id="page-header"><a href="/">Karvia Boards</a></div><h2 class="topic-title"><a href="/t1">[[headline|Sandra bridge closed again?]]</a></h2>{posts}<div class="action-bar"><a href="/reply">Post reply</a></div>'
    return Layout("forum", document(first, body, title="Sandra bridge closed again? - Karvia Boards"), {})


def _saved_frames() -> Layout:
    s = DEPOT
    page = (
        f"<html><!-- saved from url=(0041){s.url} --><head><title>{s.headline}</title></head>"
        f'<frameset cols="20%,80%"><frame src="menu.html"><frame src="text.html"><noframes><body><h1>[[headline|{s.headline}]]</h1>{paragraphs(s)}</body></noframes></frameset></html>'
    )
    return Layout("saved frames", page, {"url": s.url})


def _div_soup() -> Layout:
    s = BRIDGE
    text = "".join(f'<div><div><span>[[text|{p}]]</span></div></div><div class="x9"></div>' for p in s.paragraphs)
    links = "".join(f'<div><div><a href="{link}"><span>{title}</span></a></div></div>' for title, link in OTHERS)
    body = f"<div><div><div>{links}</div></div><div><div><div>[[headline|{s.headline}]]</div><div>[[line|By {s.author}]]</div>{text}</div></div><div>{links}</div></div>"
    return Layout("div soup", document(s, body, meta(s)), {"title": s.headline, "byline": s.author, "published": s.day})


def _definition_captions() -> Layout:
    s = FERRY
    body = (
        f'{MENU}<div id="content"><div class="entry"><h1 class="entry-title">[[headline|{s.headline}]]</h1>'
        f'<dl class="wp-caption"><dt><img src="q.jpg" alt="quay"></dt><dd class="wp-caption-text">[[caption|{s.caption}]]</dd></dl>'
        f'{paragraphs(s, 0, 3)}<div class="picture"><img src="r.jpg"><p>[[caption|{s.credit}]]</p></div>{paragraphs(s, 3)}</div></div>{RAIL}{FOOT}'
    )
    return Layout("captions in lists and boxes", document(s, body, meta(s)), {"published": s.day})


def _byline_below() -> Layout:
    s = DEPOT
    body = (
        f'{MENU}<div class="article"><h1>[[headline|{s.headline}]]</h1>{paragraphs(s)}<p class="author">[[byline|{s.author}, {s.place.title()}]]</p>'
        f'<p class="tagline">[[note|{s.contributed}]]</p></div>{FOOT}'
    )
    return Layout("by-line below the text", document(s, body), {"title": s.headline, "outlet": s.outlet})


def _windows_1252() -> Layout:
    s = DEPOT
    page = document(
        s,
        f"{MENU}<div class='story'><h1>[[headline|{s.headline}]]</h1>{paragraphs(s)}<p>[[text|“It cost 40 € a night – no more,” the porter said.]]</p></div>",
    )
    return Layout(
        "Windows-1252 called Latin-1",
        page.replace('charset="utf-8"', 'charset="iso-8859-1"'),
        {"title": s.headline},
        "cp1252",
    )


def _unclosed() -> Layout:
    s = BRIDGE
    text = "".join(f"<p>[[text|{p}]]\n" for p in s.paragraphs)
    body = f'{MENU}<div class="story"><h1>[[headline|{s.headline}]]<h4>[[subheading|By {s.author}]]</h4>{text}<ul><li>[[text|{s.facts[0]}]]<li>[[text|{s.facts[1]}]]</ul></i></b></td>'
    return Layout(
        "tags left open",
        f"<html><head><title>{s.headline}</title><body bgcolor=white {body}".replace("white <", "white><"),
        {"title": s.headline},
    )


OLD = (
    _tables_of_1999, _nested_tables, _line_breaks, _single_breaks, _print_view, _forum, _saved_frames, _div_soup, _definition_captions, _byline_below,
    _windows_1252, _unclosed,
)  # fmt: skip
