"""The HTML of a letter: all of it as it is shown, for a letter has no furniture to tell from an article, and what it quotes."""

from __future__ import annotations

import re

from sayso.ingest.visible import visible_text
from sayso.model.text import Span

__all__ = ["shown"]

QUOTE = re.compile(r"<(/?)blockquote\b[^<>]{0,2000}>", re.IGNORECASE)


def shown(page: str) -> tuple[str, tuple[Span, ...]]:
    """Return what a letter's HTML shows, and where in it stands what it quotes (a quotation in a quotation is part of it).

    >>> shown("<p>Yes.</p><blockquote>Did <b>ten</b> flee?</blockquote>")
    ('Yes.\\nDid ten flee?', (Span(start=5, end=18),))
    """
    pieces: list[tuple[bool, str]] = []
    depth = at = 0
    for tag in QUOTE.finditer(page):
        pieces.append((depth > 0, visible_text(page[at : tag.start()])))
        depth = max(0, depth - 1) if tag.group(1) else depth + 1
        at = tag.end()
    pieces.append((depth > 0, visible_text(page[at:])))
    return _joined([(quoted, text) for quoted, text in pieces if text])


def _joined(pieces: list[tuple[bool, str]]) -> tuple[str, tuple[Span, ...]]:
    spans: list[Span] = []
    size, goes_on = 0, False
    for quoted, text in pieces:
        if quoted and goes_on:
            spans[-1] = Span(spans[-1].start, size + len(text))
        elif quoted:
            spans.append(Span(size, size + len(text)))
        goes_on, size = quoted, size + len(text) + 1
    return "\n".join(text for _, text in pieces), tuple(spans)
