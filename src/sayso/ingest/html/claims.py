"""What a page's metadata claims of it: title, by-line, day, address, outlet, agency, language, description."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sayso.ingest.html.linked_data import find_linked_article, linked_items, names_in, text_of
from sayso.ingest.html.published import Dated, find_published
from sayso.lang.packs import load_packs
from sayso.model.text import Claimed

__all__ = ["find_claims", "title_of"]

Meta = Mapping[str, Sequence[str]]

_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "headline",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "title",
)
_AUTHORS = ("author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "citation_author", "og:article:author", "article:author_name")  # fmt: skip
_OUTLETS = ("og:site_name", "application-name", "al:android:app_name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher", "publisher", "cre", "citation_journal_title", "copyright")  # fmt: skip
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")
_SOURCES = (
    "source",
    "dc.source",
    "dcterms.source",
    "news_source",
    "original-source",
    "article:source",
    "provider",
    "syndication",
    "copyright",
    "dc.rights",
    "byl",
)
_LINKED_SOURCES = ("author", "creator", "sourceOrganization", "copyrightHolder", "provider", "isBasedOn", "publisher")
_SEPARATORS = re.compile(r"\s+[|–—·»:-]{1,2}\s+")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]{4,1000})", re.IGNORECASE)
_TAG = re.compile(r"^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$", re.IGNORECASE)
_LONGEST = 1000  # characters of any claim
_BY = re.compile(r"^(?:by|av|von|par)\s+", re.IGNORECASE)


def find_claims(
    tree: Any, page: str, heading: str | None, times: Iterable[Any], authors: Sequence[str]
) -> tuple[Claimed, Dated]:
    """Collect the claims; `heading` is the article's headline as shown, `times` and `authors` what its head marks as such."""
    meta, linked_all = _meta(tree), linked_items(tree)
    title = title_of(tree, meta)
    url = _url(tree, meta, page)
    linked = find_linked_article(linked_all, title or heading, url) or {}
    url = url or _address(text_of(linked.get("url")) or text_of(linked.get("mainEntityOfPage")))
    outlet = _outlet(tree, meta, linked, heading)
    stated = _first(meta, _TITLES) or text_of(linked.get("headline")) or title
    title = _without_outlet(stated, outlet, heading)
    dated = find_published(meta, linked, times)
    agency, byline = _agency(meta, linked), _byline(meta, linked, authors)
    claimed = Claimed(
        _short(title), _short(byline), dated.day, _short(url), _short(outlet), _language(tree, meta, linked), agency,
        _short(_first(meta, _DESCRIPTIONS) or text_of(linked.get("description"))),
    )  # fmt: skip
    return claimed, dated


def _meta(tree: Any) -> dict[str, list[str]]:
    """Return the contents of a page's meta elements by lower-case name, in their order."""
    found: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        content = " ".join((node.get("content") or "").split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (node.get(key) or "").strip().lower()
            # Microdata of a further article on the page comes behind that of the first.
            if content and name and not (key == "itemprop" and name in found):
                found.setdefault(name, []).append(content)
    return found


def _first(meta: Meta, names: Iterable[str]) -> str | None:
    return next((value for name in names for value in meta.get(name, ()) if value), None)


def title_of(tree: Any, meta: Meta | None = None) -> str | None:
    """Return the page's title as its metadata states it."""
    stated = _first(meta if meta is not None else _meta(tree), _TITLES)
    if stated:
        return stated
    node = next(tree.iter("title"), None)
    return " ".join("".join(node.itertext()).split()) or None if node is not None else None


def _without_outlet(title: str | None, outlet: str | None, heading: str | None) -> str | None:
    """Take the outlet's name off a title: "Bridge closed | The Post"."""
    if not title:
        return heading
    parts = _SEPARATORS.split(title)
    if heading and any(_same(part, heading) for part in (*parts, *_split_once(title))):
        return heading
    if outlet and len(parts) > 1 and (_same(parts[-1], outlet) or _same(parts[0], outlet)):
        cut = title.rfind(parts[-1]) if _same(parts[-1], outlet) else 0
        return title[:cut].rstrip(" |–—·»:-") if cut else title[len(parts[0]) :].lstrip(" |–—·»:-")
    return title


def _outlet(tree: Any, meta: Meta, linked: Mapping[str, Any], heading: str | None) -> str | None:
    part_of = linked.get("isPartOf")
    named = (
        _first(meta, _OUTLETS[:4])
        or next(iter(names_in(linked.get("publisher"))), None)
        or (text_of(part_of.get("name")) if isinstance(part_of, dict) else None)
        or _first(meta, _OUTLETS[4:-1])
    )
    if named:
        return named.lstrip("@")
    node = next(tree.iter("title"), None)
    whole = " ".join("".join(node.itertext()).split()) if node is not None else ""
    parts = _SEPARATORS.split(whole)
    if len(parts) == 1:
        parts = _split_once(whole)
    others = [part for part in parts if heading and not _same(part, heading)]
    return others[-1] if 0 < len(others) < len(parts) <= 4 and len(others[-1].split()) <= 5 else None


def _byline(meta: Meta, linked: Mapping[str, Any], authors: Sequence[str]) -> str | None:
    stated = [
        name for key in _AUTHORS for name in meta.get(key, ()) if not name.lower().startswith(("http", "@", "/"))
    ][:5]
    names = names_in(linked.get("author")) or names_in(linked.get("creator")) or stated[:1] or list(authors)
    people = [_BY.sub("", name) for name in names if not _agency_named(name) and not name.lower().startswith("http")]
    return ", ".join(dict.fromkeys(people)) or None


def _agency(meta: Meta, linked: Mapping[str, Any]) -> str | None:
    """Return the agency that the page's metadata names as author, source or holder of the rights."""
    stated = [name for key in (*_AUTHORS, *_SOURCES) for name in meta.get(key, ())]
    named = [name for key in _LINKED_SOURCES for name in names_in(linked.get(key))]
    return next((agency for name in (*named, *stated) if (agency := _agency_named(name))), None)


def _agency_named(name: str) -> str | None:
    bare = re.sub(
        r"^(?:©|\(c\)|copyright|by|av|via|source:|kilde:)\s*(?:\d{4}\s+)?(?:the\s+)?|^the\s+|[.\s]+$",
        "",
        name.strip(),
        flags=re.IGNORECASE,
    )
    return _agencies().get(bare.casefold())


@cache
def _agencies() -> Mapping[str, str]:
    """Return the packs' agencies: what they are called, case-folded, and their short names."""
    found: dict[str, str] = {}
    for _, pack in sorted(load_packs().items()):
        for name, short in pack.table("pages").get("agencies", {}).items():
            found.setdefault(name.casefold(), short)
    return found


def _url(tree: Any, meta: Meta, page: str) -> str | None:
    links = [node.get("href") for node in tree.iter("link") if "canonical" in (node.get("rel") or "").lower().split()]
    saved = _SAVED.search(page[:4096])
    stated = (*links, *meta.get("og:url", ()), *meta.get("twitter:url", ()), saved[1] if saved else None)
    return next((address for value in stated if (address := _address(value))), None)


def _address(value: str | None) -> str | None:
    value = (value or "").strip()
    return value if re.match(r"https?://[^\s/]+\S*$", value) else None


def _language(tree: Any, meta: Meta, linked: Mapping[str, Any]) -> str | None:
    """Return the language the page says it is in, its region left out: the language alone decides how it is read."""
    body = tree.find("body")
    stated = (
        tree.get("lang"), tree.get("xml:lang"), None if body is None else body.get("lang"),
        text_of(linked.get("inLanguage")), _first(meta, ("content-language", "language", "dc.language", "og:locale")),
    )  # fmt: skip
    tag = next((value.strip() for value in stated if value and _TAG.match(value.strip())), None)
    return re.split(r"[-_]", tag)[0].lower() if tag else None


def _split_once(title: str) -> list[str]:
    """Split a title at its first colon, as blogs set their name before it."""
    before, colon, behind = title.partition(": ")
    return [before, behind] if colon else [title]


def _same(a: str, b: str) -> bool:
    return _letters(a) == _letters(b) != ""


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _short(value: str | None) -> str | None:
    return value[:_LONGEST] if value else None
