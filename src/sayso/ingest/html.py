"""Web pages: the article's text by trafilatura, with headings, captions and by-lines kept, and what the page claims of itself.

What a page shows is its text; what its metadata says is `Claimed`. A date counts as claimed only when a field meant for the
date of publication holds it: trafilatura's own date finder also takes other articles' dates and dates of change.
Nothing is ever fetched.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from importlib import metadata
from typing import Any

from trafilatura import bare_extraction, extract_metadata
from trafilatura.utils import load_html

from sayso.ingest import limits
from sayso.ingest.decode import Doubt, clean, decode
from sayso.ingest.kinds import disguise
from sayso.ingest.pieces import Outcome, Piece, document_of, missing_text, unreadable
from sayso.ingest.visible import visible_text
from sayso.model.text import Claimed

__all__ = ["read_html"]

DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
PUBLISHED_FIELDS = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "date",
)  # fmt: skip
ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|WebPage|NewsItem|Liveblog", re.IGNORECASE)
CREDIT_CLASS = re.compile(r"by-?line|author|dateline|credit|caption|kicker|standfirst|date\b", re.IGNORECASE)
CREDIT_LENGTH = 300  # a by-line is short; a whole column classed "author-page" is not one
DATE = re.compile(r"\s*(\d{4}-\d{2}(?:-\d{2})?)")

# It warns of every odd page on standard error; what matters to a user is recorded as a problem instead.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def read_html(piece: Piece) -> Outcome:
    """Make one document of a web page."""
    declared = DECLARED.search(piece.data[:8192])
    decoded = decode(piece.data, declared=declared.group(1).decode("ascii") if declared else None)
    what = disguise(piece.data[:64])
    if what or decoded.text is None:
        yield unreadable(piece, f"named like a web page, but it is {what or 'binary data'}")
        return
    text, doubts = _body(decoded.text)
    if not text.strip():
        yield missing_text(piece)
        return
    yield document_of(
        piece, text, (*decoded.doubts, *doubts), media_type="text/html", extractor=f"trafilatura {metadata.version('trafilatura')} / sayso 1",
        claimed=_claimed(decoded.text),
    )  # fmt: skip


def _body(page: str) -> tuple[str, tuple[Doubt, ...]]:
    """Return the article's text, or all that the page shows when no article can be told apart."""
    tree = load_html(page)
    readable = tree is not None and sum(1 for _ in tree.iter()) <= limits.PAGE_ELEMENTS
    heading = _prepare(tree) if readable else ""
    found = bare_extraction(tree, include_comments=False, favor_recall=True) if readable else None
    body = clean(str(getattr(found, "text", None) or ""))
    if body.strip():
        return (
            body if not heading or heading in " ".join(body[: 4 * len(heading) + 400].split()) else f"{heading}\n{body}"
        ), ()
    doubt = Doubt(
        "no article could be told apart on the page (there is none, or the page is very large or badly broken)",
        "all text that the page shows is taken, menus and notices included",
        "save the article itself as text or HTML",
    )
    return visible_text(page), (doubt,)


def _prepare(tree: Any) -> str:
    """Make captions and credit lines survive, which trafilatura takes for furniture; return the first main heading."""
    for node in tree.iter("figure", "figcaption"):
        node.tag = "div" if node.tag == "figure" else "p"
    for node in tree.iter("p", "div", "span", "h2", "time"):
        names = f"{node.get('class', '')} {node.get('id', '')} {node.get('itemprop', '')}"
        if CREDIT_CLASS.search(names) and len(node.text_content()) <= CREDIT_LENGTH:
            for name in ("class", "id", "itemprop", "rel"):
                node.attrib.pop(name, None)
    heading = next((node for node in tree.iter("h1")), None)
    return "" if heading is None else " ".join(heading.text_content().split())


def _claimed(page: str) -> Claimed:
    """Collect what the page's metadata says of it."""
    tree = load_html(page)
    if tree is None:
        return Claimed()
    published, language = _published(tree), tree.get("lang") or None
    # An earliest date after the latest finds nothing, at no cost: the date comes from `_published`.
    found = extract_metadata(
        tree, date_config={"extensive_search": False, "min_date": "2100-01-01", "max_date": "1995-01-01"}
    )
    outlet = found.sitename if found.sitename != found.hostname else None
    return Claimed(found.title, found.author, published, found.url, outlet, language)


def _published(tree: Any) -> str | None:
    """Return the day the page says it was published, None when its fields name none or several."""
    fields = {name: content for name, content in _meta(tree) if DATE.match(content)}
    stated = [fields[name] for name in PUBLISHED_FIELDS if name in fields] or list(_linked_data(tree))
    match = DATE.match(stated[0]) if stated else None
    return match.group(1) if match else None


def _meta(tree: Any) -> Iterator[tuple[str, str]]:
    for node in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if node.get(key) and node.get("content"):
                yield node.get(key).strip().lower(), node.get("content")


def _linked_data(tree: Any) -> Iterator[str]:
    """Yield the publication dates in a page's JSON-LD, of articles only."""
    for node in tree.iter("script"):
        if node.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            todo = [json.loads(node.text or "")]
        except (ValueError, RecursionError):
            continue
        while todo:
            item = todo.pop(0)
            if isinstance(item, list):
                todo.extend(item)
            elif isinstance(item, dict):
                date = item.get("datePublished")
                if ARTICLE_TYPES.search(str(item.get("@type", ""))) and isinstance(date, str) and DATE.match(date):
                    yield date
                todo.extend(value for key, value in item.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"})
