"""HTML that is no page but an article's text alone, as feeds, letters and tables of articles hold it."""

from __future__ import annotations

from trafilatura.utils import load_html

from sayso.ingest.html.article import whole
from sayso.ingest.html.hidden import hiding_of
from sayso.ingest.html.reader import was_cut
from sayso.ingest.html.shown import read_shown
from sayso.ingest.html.writing import write
from sayso.ingest.visible import visible_text
from sayso.model.text import Mark

__all__ = ["read_fragment"]


def read_fragment(markup: str) -> tuple[str, tuple[Mark, ...]]:
    """Return all that a fragment shows, a blank line between paragraphs, and what its markup says of stretches of it.

    >>> read_fragment("<p>Ten fled.</p><script>x()</script><p>So <b>it</b> was.</p>")
    ('Ten fled.\\n\\nSo it was.', ())
    """
    tree = load_html(f"<html><body><div>{markup}</div></body></html>")
    if tree is None or was_cut():
        return visible_text(markup), ()
    shown = read_shown(tree, hiding_of(tree))
    return write(shown, whole(shown))
