"""What an element's tag, class, id and attributes say of the text in it: headline, caption, by-line, menu, comment.

Names are taken apart into words ("article__byline--top" says *article*, *byline*, *top*), so that "bar" is never found in
"barracks". A role is a claim of the page; how long a text with it may be is checked where it is used.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sayso.model.text import MarkKind

__all__ = ["ASIDE", "LONGEST", "MARKS", "PICTURE", "Role", "attributes", "names_of", "role_of"]


class Role(StrEnum):
    """What a page's markup says a stretch of it is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    CREDIT = "credit"
    CAPTION = "caption"
    PULL_QUOTE = "pull-quote"
    BLOCK_QUOTE = "block-quote"
    QUOTED_FROM = "quoted-from"
    ENTRY = "entry"
    COMMENT = "comment"
    RELATED = "related"
    FURNITURE = "furniture"
    ARTICLE = "article"
    NOTE = "note"


MARKS = {Role(kind.value): kind for kind in MarkKind}
ASIDE = frozenset({Role.FURNITURE, Role.RELATED, Role.COMMENT})

# Characters that a text with a role has at most: a column classed "author-page" is no by-line, a whole page classed "lead" no standfirst.
LONGEST = {
    Role.HEADLINE: 400, Role.SUBHEADING: 300, Role.STANDFIRST: 900, Role.BYLINE: 300, Role.DATELINE: 120, Role.DATE: 120,
    Role.CREDIT: 250, Role.CAPTION: 1500, Role.PULL_QUOTE: 900, Role.QUOTED_FROM: 200,
}  # fmt: skip

_WORD = re.compile(r"[a-zæøå]+|[A-ZÆØÅ]+(?![a-zæøå])|[A-ZÆØÅ][a-zæøå]+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TYPE = re.compile(r"(?:Article|BlogPosting|Report|NewsItem)$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words of class names and ids that are certain enough to leave a box out of the text of an article.
_FURNITURE = _words(
    "nav navigation navbar subnav navigasjon menu meny breadcrumb breadcrumbs share sharing shares sharebar sharethis social addthis "
    "newsletter newsletters nyhetsbrev subscribe subscription subscriptions abonnement signup cookie cookies consent gdpr "
    "advert adverts advertisement advertising ad ads adslot adsense adunit dfp annonse annonser sponsor sponsored skip skiplink toolbar toolbox "
    "pagination pager login signin search searchform søk sitemap tags taglist paywall modal popup lightbox onboarding registration"
)
_RELATED = _words(
    "related relatert relaterte recommended recommendations anbefalt readmore lesogså trending popular mostread mostpopular teaser teasers promo promos "
    "outbrain taboola onward morefrom morestories storylinks recirculation recirc"
)
_COMMENT = _words("comment comments commentlist commenter disqus respond kommentar kommentarer kommentarfelt")
_NO_COMMENT = _words("commentary icon section tone body")
_PULL = _words("pullquote pullquotes pullout pulled sitat uthevet")
_CAPTION = _words("caption captions figcaption imagecaption photocaption bildetekst cutline")
_CREDIT = _words("credit credits photocredit imagecredit photographer fotograf fotokreditt creditline")
_BYLINE = _words("byline bylines author authors writer forfatter byl contributor contributors")
_DATE = _words("timestamp date published pubdate datetime dato posted publisert timeago postdate entrydate dateline")
_STANDFIRST = _words(
    "standfirst deck dek subtitle subhead subheadline strapline strap ingress teasertext lede sammendrag summary intro underrubrikk"
)
_PROPER = _words("standfirst ingress lede deck dek byline caption correction")  # whatever else such a box is called
_HEADLINE = _words("headline overskrift tittel")
PICTURE = _words("image images photo photos picture pictures figure bilde bilder foto img media")
_NOTE = _words(
    "correction corrections clarification editorsnote note notes rettelse tagline tagged contributed contribution endnote disclaimer update footnote"
)
_ARTICLE = _words("article story post entry artikkel hentry storybody articlebody")
_LIVE = _words("live liveblog liveblogging livefeed livecenter direkte ticker timeline")
_ENTRIES = _words("entry post update item block event message")


@lru_cache(maxsize=4096)
def names_of(text: str) -> frozenset[str]:
    """Return the words of class names and ids, lower-case.

    >>> sorted(names_of("c-article__byLine photoCREDIT"))
    ['article', 'by', 'byline', 'c', 'credit', 'line', 'photo', 'photocredit']
    """
    found: set[str] = set()
    for name in text.split()[:40]:
        for part in re.split(r"[^A-Za-zÆØÅæøå]+", name):
            words = [word.lower() for word in _WORD.findall(part)]
            found.update(words)
            found.add("".join(words))
    return frozenset(found - {""})


@lru_cache(maxsize=8192)
def role_of(tag: str, names: str, prop: str, role: str, kind: str) -> Role | None:
    """Return what an element's tag, names (class and id), itemprop (and rel), ARIA role and itemtype say; None when nothing."""
    words = names_of(names)
    return (
        _by_property(tag, prop, kind)
        or _aside(tag, words, role)
        or _quotation(tag, words)
        or _by_name(tag, words)
        or _article(tag, words, role, kind)
    )


def _by_property(tag: str, prop: str, kind: str) -> Role | None:
    """Read microdata and `rel`, which are meant for machines."""
    if "liveBlogUpdate" in prop:
        return Role.ENTRY
    if prop in {"comment", "comments"} or kind.endswith("/Comment"):
        return Role.COMMENT
    if "headline" in prop.split():
        return Role.HEADLINE
    if "author" in prop.split() and tag not in {"meta", "link"}:
        return Role.BYLINE
    if {"datePublished", "dateModified", "dateCreated"} & set(prop.split()):
        return Role.DATE
    return Role.CAPTION if prop == "caption" else None


def _aside(tag: str, words: frozenset[str], role: str) -> Role | None:
    if tag in {"nav", "form", "menu", "button", "dialog"} or role in {
        "navigation", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar",
    }:  # fmt: skip
        return Role.FURNITURE
    if tag in {"body", "html", "main", "article", *_HEADINGS}:
        return None
    if words & _COMMENT and not words & _NO_COMMENT:
        return Role.COMMENT
    if words & _PROPER:
        return None
    if words & _RELATED or {"read", "also"} <= words or {"les", "også"} <= words or {"more", "on"} <= words:
        return Role.RELATED
    return Role.FURNITURE if words & _FURNITURE and not words & _CAPTION else None


def _quotation(tag: str, words: frozenset[str]) -> Role | None:
    if words & _PULL or {"pull", "quote"} <= words:
        return Role.PULL_QUOTE
    return Role.BLOCK_QUOTE if tag == "blockquote" else None


def _by_name(tag: str, words: frozenset[str]) -> Role | None:
    """Read the names that designers give: only the plain ones, which are much the same everywhere."""
    if tag in {"body", "html", "main", "article", "table", "tbody"}:
        return None
    if tag in _HEADINGS:
        return _heading(tag, words)
    if tag in _TAGGED:
        return _TAGGED[tag]
    if any(word.endswith("caption") for word in words):
        return Role.CAPTION
    named = next(
        (role for role, known in _NAMED if words & known and not (role is Role.BYLINE and "bio" in words)), None
    )
    if named is None and _LIVE & words and words & _ENTRIES and tag in {"div", "li", "section"}:
        return Role.ENTRY
    return named or (Role.STANDFIRST if {"article", "lead"} <= words else Role.NOTE if words & _NOTE else None)


_TAGGED = {"figcaption": Role.CAPTION, "caption": Role.CAPTION, "time": Role.DATE}
_NAMED = (
    (Role.CREDIT, _CREDIT), (Role.CAPTION, _CAPTION), (Role.BYLINE, _BYLINE), (Role.DATE, _DATE), (Role.STANDFIRST, _STANDFIRST),
    (Role.HEADLINE, _HEADLINE),
)  # fmt: skip


def _heading(tag: str, words: frozenset[str]) -> Role:
    """Tell a standfirst or a date set as a heading; every other heading is one of a part until the article's own is chosen."""
    if tag != "h1" and words & _DATE:
        return Role.DATE
    return Role.STANDFIRST if tag != "h1" and words & _STANDFIRST else Role.SUBHEADING


def _article(tag: str, words: frozenset[str], role: str, kind: str) -> Role | None:
    if tag == "article" or role == "article" or _TYPE.search(kind):
        return Role.ARTICLE
    return Role.ARTICLE if words & _ARTICLE and tag in {"div", "section", "td"} and not words & _LIVE else None


def attributes(node: Any) -> tuple[str, str, str, str]:
    """Return an element's names, itemprop and rel, ARIA role and itemtype."""
    get = node.get
    prop = get("itemprop") or ""
    rel = get("rel") or ""
    return (
        f"{get('class') or ''} {get('id') or ''}".strip(),
        f"{prop} author".strip() if "author" in rel.split() else prop,
        get("role") or "",
        get("itemtype") or "",
    )
