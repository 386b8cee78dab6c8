"""All the text a page shows, a block a line: for pages on which no article can be told apart.

One pass over the characters, whatever the nesting and however broken the markup; no tree is built.
"""

from __future__ import annotations

import re
from html import unescape

__all__ = ["UNSEEN", "visible_text"]

# Characters that nobody sees: soft hyphens, zero-width spaces and joiners of words. They break words apart for a reader of text.
UNSEEN = dict.fromkeys(map(ord, "\0\u00ad\u200b\u2060\ufeff\u180e"))

MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,15})")
HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "textarea", "title"}
)
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)  # fmt: skip
ENDS = {tag: re.compile(rf"</{tag}\b", re.IGNORECASE) for tag in HIDDEN}


def visible_text(page: str) -> str:
    """Return what a page shows, without scripts, styles and comments.

    >>> visible_text("<p>Ten&nbsp;fled</p><script>x()</script>, she <b>said</b>")
    'Ten fled\\n, she said'
    """
    lines = (" ".join(unescape(line).translate(UNSEEN).split()) for line in "".join(_parts(page)).split("\n"))
    return "\n".join(line for line in lines if line)


def _parts(page: str) -> list[str]:
    parts: list[str] = []
    at = 0
    while opening := MARKUP.search(page, at):
        opens = opening.start()
        parts.append(page[at:opens].replace("\n", " "))
        at, block = _after_markup(page, opens)
        parts.append("\n" if block else "")
        if at == opens:  # a bare "<", which is text
            parts.append("<")
            at += 1
    parts.append(page[at:].replace("\n", " "))
    return parts


def _after_markup(page: str, opens: int) -> tuple[int, bool]:
    """Return where the markup that opens at `opens` ends, and whether it breaks the line; markup without end takes the rest."""
    if page.startswith("<!--", opens):
        return _past(page, "-->", opens + 4), False
    if page.startswith(("<!", "<?"), opens):
        return _past(page, ">", opens), False
    tag = TAG.match(page, opens)
    if not tag:
        return opens, False
    name = tag.group(1).lower()
    ends = ENDS[name].search(page, tag.end()) if name in HIDDEN and page[opens + 1] != "/" else None
    if name in HIDDEN and page[opens + 1] != "/" and ends is None:
        return len(page), False
    return _past(page, ">", ends.start() if ends else tag.end()), name in BLOCKS


def _past(page: str, mark: str, at: int) -> int:
    found = page.find(mark, at)
    return len(page) if found < 0 else found + len(mark)
