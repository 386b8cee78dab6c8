"""Saved feeds (RSS, Atom, RDF): each entry becomes a document, headline first, as a reader of feeds shows it.

Nothing is fetched. The XML is first made whole by lxml, without its entities: the feed library falls back on a parser that
takes very long over broken input.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from html.entities import name2codepoint
from typing import Any

import feedparser
from lxml import etree

from sayso.ingest import limits
from sayso.ingest.claimed_dates import iso_date
from sayso.ingest.decode import clean, decode, replace_surrogates
from sayso.ingest.html import read_fragment
from sayso.ingest.kinds import disguise
from sayso.ingest.pieces import Outcome, Piece, document_of, missing_text, problem_of, unreadable
from sayso.ingest.visible import visible_text
from sayso.model.text import Claimed, Document, Mark, MarkKind, Span, layer

__all__ = ["read_feed"]

ROOTS = frozenset({"rss", "feed", "rdf"})
NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,8});")
DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,1000}(?:\[.*?\]\s*)?>", re.DOTALL)
EXTRACTOR = f"feedparser {feedparser.__version__} / sayso 1"
Body = tuple[str, tuple[Mark, ...]]
MARKUP = frozenset({"text/html", "application/xhtml+xml"})
# What the library lets through when names in a feed are broken: it promises nothing about that.
GIVES_UP = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
RDF = frozenset({"rss10", "rss090"})  # where dc:date is the date of the item; the library files it under changes


def read_feed(piece: Piece) -> Outcome:
    """Make a document of each entry."""
    decoded, what = decode(piece.data), disguise(piece.data[:64])
    if what or decoded.text is None:
        yield unreadable(piece, f"named like a feed, but it is {what or 'binary data'}")
        return
    root = _tree(decoded.text)
    name = "" if root is None else str(root.tag).rpartition("}")[2].rpartition(":")[2].lower()
    if name not in ROOTS or root is None:
        what = f"XML, but no feed: it is of the kind {name!r}" if name else "named like XML, but it is none"
        yield problem_of(
            piece, what[:200], "not read; the original is kept", "save the articles as text or HTML and add those"
        )
        return
    whole = io.BytesIO(etree.tostring(root, encoding="utf-8"))
    try:
        found = feedparser.parse(whole, sanitize_html=False, resolve_relative_uris=False)
    except GIVES_UP as error:
        what = f"a damaged feed: the library that reads it gave up ({type(error).__name__})"
        yield problem_of(
            piece, what, "not read; the original is kept", "save the articles as text or HTML and add those"
        )
        return
    if not found.entries:
        yield missing_text(piece)
    yield from _entries(piece, found)


def _tree(text: str) -> Any:
    """Return the root of the XML, mended where it is broken; None when there is none."""
    plain = DOCTYPE.sub("", DECLARATION.sub("", text, count=1), count=1)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(NAMED.sub(_letter, plain).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _letter(match: re.Match[str]) -> str:
    """Replace the name of a letter that HTML knows and XML does not."""
    known = match[1] in name2codepoint and match[1] not in {"amp", "lt", "gt", "quot", "apos"}
    return chr(name2codepoint[match[1]]) if known else match[0]


def _entries(piece: Piece, found: Any) -> Outcome:
    seen: dict[str, int] = {}
    bare = 0
    for number, entry in enumerate(found.entries, start=1):
        given = _words(entry.get("id") or entry.get("link"))
        label = given or f"entry {number}"
        seen[label] = seen.get(label, 0) + 1
        again = f" ({seen[label]})" if seen[label] > 1 else ""
        member = f"{piece.member}#{label}{again}" if piece.member else f"{label}{again}"
        inside = replace(piece, name=f"{piece.name}#{label}{again}", member=member)
        title, body = _plain(entry.get("title_detail")), _body(entry)
        if not body[0]:
            bare += 1
        elif len(body[0]) > limits.DOCUMENT_BYTES:
            what = f"longer than {limits.mb(limits.DOCUMENT_BYTES)}"
            yield problem_of(inside, what, "this entry was not read; the others were", "save it as a file of its own")
        else:
            yield _document(inside, title, body, _claimed(entry, found, title), given or None)
    if bare:
        what = f"entries with a headline only: {bare:,} of {len(found.entries):,}"
        yield problem_of(piece, what, "no documents were made of them", "save the articles they lead to and add those")


def _document(piece: Piece, title: str, body: Body, claimed: Claimed, given: str | None) -> Document:
    """Make the document of an entry: its headline, then its body with the marks of its markup."""
    text, marks = body
    ahead = f"{title}\n" if title and not text.startswith(title) else ""
    moved = [Mark(Span(mark.span.start + len(ahead), mark.span.end + len(ahead)), mark.kind) for mark in marks]
    headline = [Mark(Span(0, len(title)), MarkKind.HEADLINE)] if title else []
    return document_of(
        piece, f"{ahead}{text}", media_type="text/html", extractor=EXTRACTOR, claimed=claimed, given_id=given,
        marks=layer([*headline, *(mark for mark in moved if mark not in headline)]),
    )  # fmt: skip


def _body(entry: Mapping[str, Any]) -> Body:
    """Return an entry's whole content, or its summary when that is all there is."""
    details = [*entry.get("content", ()), *filter(None, [entry.get("summary_detail")])]
    longest: Mapping[str, Any] = max(details, key=lambda detail: len(str(detail.get("value") or "")), default={})
    words = clean(replace_surrogates(str(longest.get("value") or ""))[0])
    if longest.get("type") not in MARKUP or len(words) > limits.DOCUMENT_BYTES:
        return words.strip(), ()
    text, marks = read_fragment(words)
    return (text, marks) if text.strip() else ("", ())


def _plain(detail: Mapping[str, Any] | None) -> str:
    words = clean(replace_surrogates(str((detail or {}).get("value") or ""))[0])
    return " ".join((visible_text(words) if (detail or {}).get("type") in MARKUP else words).split())


def _claimed(entry: Mapping[str, Any], found: Any, title: str) -> Claimed:
    published = _words(entry.get("published")) or (_words(entry.get("updated")) if found.version in RDF else "")
    source = entry.get("source") or {}
    details, link = [*entry.get("content", ()), entry.get("summary_detail") or {}], _words(entry.get("link"))
    language = next((_words(one.get("language")) for one in details if one.get("language")), "")
    return Claimed(
        title=title or None,
        byline=_words(entry.get("author")) or None,
        published=iso_date(published) or None,
        url=link if link.startswith(("http:", "https:")) else None,
        outlet=_words(source.get("title")) or _words(found.feed.get("title")) or None,
        language=language or _words(found.feed.get("language")) or None,
    )


def _words(value: object) -> str:
    return " ".join(replace_surrogates(value)[0].split()) if isinstance(value, str) else ""
