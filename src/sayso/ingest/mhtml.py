"""Saved pages (.mhtml, .mht): the page itself, out of the letter that browsers wrap it in; pictures and scripts stay there.

What the browser noted as the page's address is claimed. The date in the wrapping is the day somebody saved the page and
never counts as the day of publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from sayso.ingest.html import read_html
from sayso.ingest.kinds import disguise
from sayso.ingest.mime import all_parts, header, kind_of_part, parameter, parse, text_of
from sayso.ingest.pieces import Outcome, Piece, missing_text, problem_of, unreadable
from sayso.model.text import Document

__all__ = ["read_mhtml"]

PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_mhtml(piece: Piece) -> Outcome:
    """Make one document of a saved page."""
    what = disguise(piece.data[:64])
    message = parse(piece.data)
    if what or isinstance(message, str):
        yield unreadable(piece, f"named like a saved page, but {'it is ' + what if what else message}")
        return
    pages = list(_pages(message))
    if not pages:
        yield problem_of(piece, "no web page is in it", "not read; the original is kept", "save the page again as HTML")
        return
    yield from _read(piece, message, _main(message, pages))


def _read(piece: Piece, message: Message, page: Message) -> Outcome:
    decoded = text_of(page)
    if decoded.text is None:
        yield unreadable(piece, "the page in it is binary data")
        return
    if not decoded.text.strip():
        yield missing_text(piece)
        return
    address = header(message, "snapshot-content-location") or header(page, "content-location")
    # The wrapping states the charset, so the page is handed on as UTF-8, which its own statement does not overrule.
    for found in read_html(replace(piece, data=decoded.text.encode("utf-8", "replace"))):
        if isinstance(found, Document) and _is_address(address):
            yield replace(found, claimed=replace(found.claimed, url=address))
        else:
            yield found


def _is_address(address: str) -> bool:
    return address.startswith(("http://", "https://"))


def _pages(message: Message) -> Iterator[Message]:
    return (part for part in all_parts(message) if kind_of_part(part) in PAGES)


def _main(message: Message, pages: list[Message]) -> Message:
    """Find the page among its frames: the one the wrapping names, else the first."""
    start = parameter(message, "start").strip("<>")
    address = header(message, "snapshot-content-location")
    for part in pages:
        if start and header(part, "content-id").strip("<>") == start:
            return part
        if not start and address and header(part, "content-location") == address:
            return part
    return pages[0]
