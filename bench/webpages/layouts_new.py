"""Pages of newspapers' own systems since about 2010: their heads full of metadata, their articles full of boxes."""

from __future__ import annotations

import re

from bench.webpages.furniture import COMMENTS, CONSENT, FOOT, MENU, OTHERS, RAIL, SHARE
from bench.webpages.pieces import Layout, document, linked, meta, paragraphs
from bench.webpages.stories import ARABIC, BRIDGE, DEPOT, FERRY, NORWEGIAN

__all__ = ["NEW"]

# Comments without marks: outside of the article's box a reader may leave them out.
BARE = re.sub(r"\[\[comment\||\]\]", "", COMMENTS)
_RELATED = (
    '<div class="related-links"><h4>Read also</h4><ul>'
    + "".join(f'<li><a href="{link}">{title}</a></li>' for title, link in OTHERS[:3])
    + "</ul></div>"
)
_AD = '<div class="ad-slot" id="ad-2"><span>Advertisement</span><p>Winter tyres at half the price, only this week at your nearest dealer.</p></div>'


def _wordpress() -> Layout:
    s = BRIDGE
    body = (
        f'<div id="page" class="site"><header id="masthead"><p class="site-title"><a href="/">{s.outlet}</a></p><nav id="site-navigation">{MENU}</nav></header>'
        f'<main id="main"><article id="post-411" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">[[headline|{s.headline}]]</h1>'
        f'<div class="entry-meta"><span class="posted-on">[[date|<time class="entry-date published" datetime="{s.day}T08:15:00+02:00">{s.shown_day}</time>]]</span> '
        f'<span class="byline">[[byline|by <span class="author vcard"><a class="url fn n" href="/author/mv">{s.author}</a></span>]]</span></div></header>'
        f'<div class="entry-content">{paragraphs(s, 0, 3)}<blockquote class="wp-block-quote"><p>[[block-quote|{s.quotation}]]</p></blockquote>{paragraphs(s, 3, 5)}'
        f'<figure class="wp-block-image"><img src="b.jpg"><figcaption>[[caption|{s.caption} [[credit|<span class="credit">{s.credit}</span>]]]]</figcaption></figure>'
        f"{paragraphs(s, 5)}{SHARE}</div><footer class=\"entry-footer\"><span class=\"tags-links\">Tags: <a href='/t/o'>Orlo</a>, <a href='/t/s'>Sandra</a></span></footer></article>"
        f"{BARE}</main><aside id='secondary'>{RAIL}</aside>{FOOT}</div>"
    )
    return Layout(
        "WordPress",
        document(s, body, meta(s)),
        {"title": s.headline, "published": s.day, "outlet": s.outlet, "byline": s.author, "url": s.url},
    )


def _drupal() -> Layout:
    s = DEPOT
    body = (
        f'<div class="region region-header">{MENU}</div><div class="region region-content"><h1 class="page-title"><span>[[headline|{s.headline}]]</span></h1>'
        f'<div class="node node--type-article"><div class="field field--name-field-teaser field--type-text standfirst">[[standfirst|{s.standfirst}]]</div>'
        f'<div class="field field--name-field-author byline">[[byline|By {s.author}]]</div><div class="field field--name-body field__item">'
        f'{paragraphs(s, 0, 2)}<h2>[[subheading|{s.subheading}]]</h2>{paragraphs(s, 2)}</div><div class="field field--name-field-correction correction">[[note|{s.note}]]</div></div></div>'
        f'<div class="region region-sidebar">{RAIL}</div>{FOOT}'
    )
    return Layout(
        "Drupal",
        document(s, body, linked(s)),
        {"title": s.headline, "published": s.day, "outlet": s.outlet, "byline": s.author},
    )


def _amp() -> Layout:
    s = FERRY
    body = (
        f'<amp-sidebar id="side" layout="nodisplay"><ul>{MENU}</ul></amp-sidebar><header class="amp-header"><a href="/">{s.outlet}</a></header>'
        f'<article class="amp-article"><h1>[[headline|{s.headline}]]</h1><p class="deck">[[standfirst|{s.standfirst}]]</p><div class="amp-byline">[[byline|By {s.author}]]</div>'
        f'<figure><amp-img src="q.jpg" width="9" height="6"></amp-img><figcaption>[[caption|{s.caption}]]</figcaption></figure>{paragraphs(s, 0, 2)}<amp-ad width="3" height="2"></amp-ad>'
        f'{paragraphs(s, 2, 4)}<aside class="amp-pullquote">[[pull-quote|“{s.pulled}”]]</aside>{paragraphs(s, 4)}</article><footer>{FOOT}</footer>'
    )
    return Layout(
        "AMP",
        document(s, body, linked(s) + f'<link rel="canonical" href="{s.url}">', attributes=" amp"),
        {"url": s.url, "published": s.day, "byline": s.author},
    )


def _live_blog() -> Layout:
    s = BRIDGE
    hours = ("21:40", "19:05", "16:30", "14:10", "11:55", "09:20", "08:15")
    entries = "".join(
        f'<div class="liveblog-entry" id="e{n}">[[entry|<time datetime="{s.day}T{hour}:00+02:00">[[date|{hour}]]</time> <h3>[[subheading|{title}]]</h3> <div class="entry-text"><p>[[text|{text}]]</p></div>]]</div>'
        for n, (hour, title, text) in enumerate(
            zip(
                hours,
                (
                    "At the school",
                    "No answer",
                    "Medicine runs low",
                    "Flashes on the ridge",
                    "The army denies",
                    "Fourteen dead",
                    "Bridge closed",
                ),
                reversed(s.paragraphs),
                strict=True,
            )
        )
    )
    body = f'{MENU}<main><h1>[[headline|Sandra bridge: as it happened]]</h1><div class="liveblog-posts" itemscope itemtype="https://schema.org/LiveBlogPosting">{entries}</div></main>{FOOT}'
    return Layout(
        "live blog",
        document(
            s,
            body,
            linked(s, **{"@type": "LiveBlogPosting", "headline": "Sandra bridge: as it happened"}),
            title="Sandra bridge: as it happened | The Orlo Courier",
        ),
        {"published": s.day, "outlet": s.outlet},
    )


def _broken_markup() -> Layout:
    s = DEPOT
    body = f'{MENU}<div class="article-wrap"><h1>[[headline|{s.headline}]]</h1><p class="byline">[[byline|By {s.author}]]<div class="article-body">{paragraphs(s)}<p>[[note|{s.note}]]</p></div></section></div></article>{FOOT}'
    broken = linked(s).replace("}</script>", ",}</script>")
    return Layout(
        "JSON-LD with faults, broken markup",
        document(s, body, f"<script type='application/ld+json'>{{broken: </script>{broken}"),
        {"published": s.day, "byline": s.author, "outlet": s.outlet},
    )


def _sections() -> Layout:
    s = FERRY
    parts = "".join(
        f'<section class="chapter"><h2>[[subheading|{title}]]</h2>{paragraphs(s, n, n + 2)}</section>'
        for n, title in ((0, "Friday night"), (2, s.subheading), (4, "The inquiry"))
    )
    body = f'<header>{MENU}</header><main><article><h1>[[headline|{s.headline}]]</h1>{parts}<section class="factbox"><h3>[[subheading|Facts]]</h3><ul>{"".join(f"<li>[[text|{f}]]</li>" for f in s.facts)}</ul></section></article></main>{RAIL}{FOOT}'
    return Layout("sections", document(s, body, meta(s)), {"published": s.day})


def _quotations() -> Layout:
    s = DEPOT
    body = (
        f"{MENU}<article><h1>[[headline|{s.headline}]]</h1>{paragraphs(s, 0, 2)}<blockquote>[[block-quote|<p>{s.quotation}</p> <footer>[[quoted-from|Berit Aasen, dockers’ union]]</footer>]]</blockquote>{paragraphs(s, 2, 4)}"
        f'<p>[[text|The port’s own sign still says <em>no open fire</em>.]]</p><aside class="quote"><p>[[pull-quote|“{s.pulled}”]]</p></aside>{paragraphs(s, 4)}</article>{RAIL}'
    )
    return Layout("quotations in three ways", document(s, body, meta(s)), {"title": s.headline})


def _blogger() -> Layout:
    s = BRIDGE
    before = "A reader sent me this from the other side of the river. I have left out the pictures, which are not for everyone."
    after = "Make of that what you will. I was in Tessen last autumn and there was no battery on that ridge then, but it was a quiet autumn."
    quoted = " ".join(f"<p>{p}</p>" for p in s.paragraphs[:4])
    body = (
        f'<div id="header"><h1 class="site-title"><a href="/">Notes from the ford</a></h1></div><div id="main"><div class="post hentry"><h2 class="post-title">[[headline|What they wrote about the bridge]]</h2>'
        f'<div class="post-body"><p>[[text|{before}]]</p><blockquote>[[block-quote|{quoted}]]</blockquote><p>[[credit-line|via <a href="{s.url}">{s.headline} – {s.outlet}</a>.]]</p><p>[[text|{after}]]</p></div>'
        f'<div class="post-footer"><span class="post-author">[[byline|Posted by heron]]</span></div></div></div><div id="sidebar"><h2>Blog archive</h2><ul><li><a href="/2013">2013</a></li><li><a href="/2012">2012</a></li></ul></div>'
    )
    return Layout(
        "blog that quotes an article",
        document(s, body, title="Notes from the ford: What they wrote about the bridge"),
        {},
    )


def _right_to_left() -> Layout:
    s = ARABIC
    body = f'<div class="nav"><a href="/">الرئيسية</a> <a href="/w">العالم</a></div><article><h1>[[headline|{s.headline}]]</h1><p class="standfirst">[[standfirst|{s.standfirst}]]</p><p class="byline">[[byline|{s.by} {s.author}]]</p>{paragraphs(s)}<figure><img src="b.jpg"><figcaption>[[caption|{s.caption}]]</figcaption></figure><p class="correction">[[note|{s.note}]]</p></article>'
    return Layout(
        "right to left",
        document(s, body, meta(s), attributes=' dir="rtl"'),
        {"language": "ar", "published": s.day, "byline": s.author},
    )


def _norwegian() -> Layout:
    s = NORWEGIAN
    body = (
        f'<nav><a href="/">Forsiden</a> <a href="/s">Sport</a></nav><article><header><h1>[[headline|{s.headline}]]</h1><p class="ingress">[[standfirst|{s.standfirst}]]</p><div class="byline">[[byline|{s.by} {s.author}]]</div>'
        f'<div class="dato">[[date|Publisert <time datetime="{s.day}T06:40:00+02:00">{s.shown_day}</time>]]</div></header>{paragraphs(s, 0, 2)}<div class="les-ogsaa lesogså">[[related|<a href="/x">Les også: Kommunen vil ha ny svømmehall</a>]]</div>'
        f'{paragraphs(s, 2, 4)}<figure><img src="b.jpg"><figcaption class="bildetekst">[[caption|{s.caption} [[credit|<span class="fotograf">{s.credit}</span>]]]]</figcaption></figure>{paragraphs(s, 4)}<p class="rettelse">[[note|{s.note}]]</p></article>{FOOT}'
    )
    return Layout(
        "Norwegian",
        document(s, body, f'<meta property="og:site_name" content="{s.outlet}"><link rel="canonical" href="{s.url}">'),
        {"language": "nb", "published": s.day, "outlet": s.outlet},
    )


def _two_articles() -> Layout:
    a, b = BRIDGE, FERRY
    one, two = (
        f'<article class="story" data-url="{s.url}"><h1 class="story-title">[[headline|{s.headline}]]</h1><p class="byline">[[byline|By {s.author}]]</p>'
        f'<time datetime="{s.day}" itemprop="datePublished">[[date|{s.shown_day}]]</time>{paragraphs(s)}</article>'
        for s in (a, b)
    )
    body = f'{MENU}<div class="scroll-container">{one}<div class="divider">Next story</div>{two}</div>{FOOT}'
    return Layout(
        "two articles on one scroll",
        document(a, body, f'<meta property="og:title" content="{a.headline}">'),
        {"title": a.headline, "published": a.day},
    )


def _paywall() -> Layout:
    s = DEPOT
    body = (
        f'{MENU}<article><h1>[[headline|{s.headline}]]</h1><p class="standfirst">[[standfirst|{s.standfirst}]]</p>{paragraphs(s, 0, 2)}</article>'
        f'<div class="paywall-overlay"><h3>You have read your three free stories</h3><p>Choose a subscription to go on reading this and every other story we print.</p><a href="/pay">See prices</a></div>{RAIL}{FOOT}'
    )
    return Layout("paywall", document(s, body, meta(s) + linked(s, isAccessibleForFree=False)), {"published": s.day})


def _cookie_wall() -> Layout:
    s = FERRY
    body = f'{CONSENT}{MENU}<div class="wrapper"><div class="article-content"><h1>[[headline|{s.headline}]]</h1>{paragraphs(s)}</div></div>{CONSENT.replace("cookie-banner", "cookie-again")}{FOOT}'
    return Layout("cookie banner", document(s, body, meta(s)), {"published": s.day})


def _comments() -> Layout:
    s = DEPOT
    body = f'{MENU}<div class="content"><div class="story-body"><h1>[[headline|{s.headline}]]</h1><p class="byline">[[byline|By {s.author}]]</p>{paragraphs(s)}[[comment|{BARE}]]</div></div>{FOOT}'
    return Layout("comments inside the article's box", document(s, body, meta(s)), {"byline": s.author})


def _related_inside() -> Layout:
    s = BRIDGE
    marked = _RELATED.replace('class="related-links">', 'class="related-links">[[related|').replace(
        "</div>", "]]</div>"
    )
    body = f"<header>{MENU}</header><article><h1>[[headline|{s.headline}]]</h1>{paragraphs(s, 0, 2)}{marked}{paragraphs(s, 2, 5)}{marked}{paragraphs(s, 5)}</article>{FOOT}"
    return Layout("related boxes in mid-article", document(s, body, meta(s)), {"published": s.day})


def _ads_between() -> Layout:
    s = FERRY
    text = _AD.join(f"<p>[[text|{p}]]</p>" for p in s.paragraphs)
    body = f'{MENU}<div class="article__body"><h1>[[headline|{s.headline}]]</h1>{text}</div>{RAIL}{FOOT}'
    return Layout("ads between paragraphs", document(s, body, meta(s)), {"published": s.day})


def _facts() -> Layout:
    s = DEPOT
    body = f"{MENU}<article><h1>[[headline|{s.headline}]]</h1>{paragraphs(s, 0, 4)}<h3>[[subheading|What is known]]</h3><ul>{''.join(f'<li>[[text|{f}]]</li>' for f in s.facts)}</ul>{paragraphs(s, 4)}</article>{RAIL}"
    return Layout("list of facts", document(s, body, meta(s)), {"published": s.day})


def _figures() -> Layout:
    s = FERRY
    rows = "".join("<tr>" + "".join(f"<td>[[text|{cell}]]</td>" for cell in row) + "</tr>" for row in s.table)
    body = f'{MENU}<article><h1>[[headline|{s.headline}]]</h1>{paragraphs(s, 0, 3)}<table class="figures"><caption>[[caption|Found since Friday]]</caption>{rows}</table>{paragraphs(s, 3)}</article>{RAIL}'
    return Layout("table of figures", document(s, body, meta(s)), {"published": s.day})


def _notes() -> Layout:
    s = BRIDGE
    body = (
        f'{MENU}<main><div class="article-body"><h1>[[headline|{s.headline}]]</h1>{paragraphs(s)}</div><p class="contributed">[[note|{s.contributed}]]</p><p class="correction">[[note|{s.note}]]</p>'
        f'<p class="editors-note">[[note|Editor’s note: names in this story have been changed.]]</p></main>{FOOT}'
    )
    return Layout("notes below the text", document(s, body, meta(s)), {"published": s.day})


def _wire() -> Layout:
    s = FERRY
    first = f"PORT NESS (AP) — {s.paragraphs[0]}"
    body = f'{MENU}<article><h1>[[headline|{s.headline}]]</h1><div class="byline">[[byline|By {s.author}, Associated Press]]</div><p>[[text|{first}]]</p>{paragraphs(s, 1)}<p class="copyright-note">[[note|Copyright 2016 The Associated Press.]]</p></article>{RAIL}{FOOT}'
    head = meta(s, author=False) + linked(
        s, author=[{"@type": "Person", "name": s.author}, {"@type": "Organization", "name": "Associated Press"}]
    )
    return Layout("wire story", document(s, body, head), {"agency": "AP", "byline": s.author, "published": s.day})


def _noscript() -> Layout:
    s = DEPOT
    body = (
        f"<noscript><p>Please turn scripts on to read this page as it was meant to be read.</p></noscript>{MENU}<article><h1>[[headline|{s.headline}]]</h1>"
        f'<figure><img class="lazy" data-src="p.jpg"><noscript><img src="p.jpg"></noscript><figcaption>[[caption|{s.caption} [[credit|<cite class="photo-credit">{s.credit}</cite>]]]]</figcaption></figure>{paragraphs(s)}</article>{FOOT}'
    )
    return Layout("noscript and lazy pictures", document(s, body, meta(s)), {"published": s.day})


def _microdata() -> Layout:
    s = BRIDGE
    body = (
        (
            f'{MENU}<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="{s.day}"><h1 itemprop="headline">[[headline|{s.headline}]]</h1>'
            f'<p>By <span itemprop="author">[[byline|{s.author}]]</span></p><div itemprop="articleBody">{paragraphs(s)}</div></div>{RAIL}'
        )
        .replace("<p>By <span", "<p>[[byline-line|By <span")
        .replace("</span></p><div itemprop", "</span>]]</p><div itemprop")
    )
    return Layout("microdata", document(s, body), {"byline": s.author, "published": s.day})


def _hidden() -> Layout:
    s = FERRY
    secret = "The harbour office has admitted that three hundred people died and that the list was burnt on Saturday."
    body = f'<style>.trick{{display:none}}</style>{MENU}<article><h1>[[headline|{s.headline}]]</h1>{paragraphs(s, 0, 3)}<p style="display: none">{secret}</p><p class="trick">{secret}</p><p aria-hidden="true">{secret}</p>{paragraphs(s, 3)}</article>{FOOT}'
    return Layout("hidden text", document(s, body, meta(s)), {"published": s.day})


def _embedded_posts() -> Layout:
    s = BRIDGE
    body = (
        f'{MENU}<article><h1>[[headline|{s.headline}]]</h1>{paragraphs(s, 0, 3)}<blockquote class="twitter-tweet"><p lang="en">[[block-quote|Forty families at the school in Tessen tonight. We need blankets. — Olga Brandt (@mayor_tessen)]]</p></blockquote><script async src="w.js"></script>'
        f'{paragraphs(s, 3)}</article><div class="newsletter-box"><p>Get the news of the river in your mailbox every morning, free of charge.</p></div>{FOOT}'
    )
    return Layout("embedded post", document(s, body, meta(s)), {"published": s.day})


NEW = (
    _wordpress, _drupal, _amp, _live_blog, _broken_markup, _sections, _quotations, _blogger, _right_to_left, _norwegian, _two_articles, _paywall,
    _cookie_wall, _comments, _related_inside, _ads_between, _facts, _figures, _notes, _wire, _noscript, _microdata, _hidden, _embedded_posts,
)  # fmt: skip
