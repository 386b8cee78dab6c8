"""The furniture that pages are surrounded with: menus, rails of other headlines, notices. Invented, like the articles."""

from __future__ import annotations

__all__ = ["COMMENTS", "CONSENT", "FOOT", "MENU", "OTHERS", "RAIL", "SHARE"]

MENU = (
    '<div class="top-nav"><ul class="menu"><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/region">Region</a></li>'
    '<li><a href="/sport">Sport</a></li><li><a href="/letters">Letters</a></li><li><a href="/shop">Shop</a></li></ul></div>'
)

OTHERS = (
    ("Council votes for new swimming hall", "/a1"),
    ("Herring prices fall for third week", "/a2"),
    ("Old mill in Farrow to become library", "/a3"),
    ("Youth choir wins cup in Tarn", "/a4"),
    ("Road tolls rise again in spring", "/a5"),
)

RAIL = (
    '<div class="sidebar"><h3>Most read</h3><ol>'
    + "".join(f'<li><a href="{link}">{title}</a></li>' for title, link in OTHERS)
    + '</ol><div class="promo-box"><a href="/subscribe">Read every story for one coin a week</a></div></div>'
)

SHARE = '<div class="share-tools"><a href="#f">Share</a> <a href="#t">Tweet</a> <a href="#m">Mail</a> <a href="#p">Print</a></div>'

CONSENT = (
    '<div id="cookie-banner" class="cookie-consent"><p>We and our partners store small files on your device to measure how this '
    "page is read. You can change your choice at any time.</p><button>Accept all</button> <button>Settings</button></div>"
)

FOOT = (
    '<div id="footer" class="page-footer"><p>Published by a company that does not exist. All rights reserved. Nothing on this page may be copied.</p>'
    '<ul><li><a href="/about">About us</a></li><li><a href="/terms">Terms of use</a></li><li><a href="/privacy">Privacy</a></li></ul></div>'
)

COMMENTS = (
    '<section id="comments" class="comments-area"><h3>3 comments</h3><ol class="comment-list">'
    '<li class="comment">[[comment|<p class="comment-author">old_ferryman</p> <p>They say this every year and nothing ever comes of it, mark my words.</p>]]</li>'
    '<li class="comment">[[comment|<p class="comment-author">Tessa from Tarn</p> <p>My cousin lives there and it was much worse than what the paper writes.</p>]]</li>'
    '<li class="comment">[[comment|<p class="comment-author">guest1174</p> <p>Why is nobody asking who paid for all of it in the first place?</p>]]</li>'
    "</ol></section>"
)
