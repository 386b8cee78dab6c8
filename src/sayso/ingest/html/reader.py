"""A web page to one document: its article as shown, with marks; what the page claims of itself; what was doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import metadata
from itertools import islice
from typing import Any

from trafilatura.utils import HTML_PARSER, load_html

from sayso.ingest import limits
from sayso.ingest.decode import Doubt, decode
from sayso.ingest.html.article import Article, find_article
from sayso.ingest.html.claims import find_claims, title_of
from sayso.ingest.html.encoding import declared_encoding
from sayso.ingest.html.hidden import Hiding, hiding_of
from sayso.ingest.html.linked_data import stored_text
from sayso.ingest.html.published import Dated, is_meant
from sayso.ingest.html.roles import Role
from sayso.ingest.html.shown import Shown, read_shown
from sayso.ingest.html.survey import is_prose
from sayso.ingest.html.votes import taken_blocks
from sayso.ingest.html.writing import joined, write
from sayso.ingest.kinds import disguise
from sayso.ingest.pieces import Outcome, Piece, document_of, missing_text, unreadable
from sayso.ingest.visible import visible_text
from sayso.model.text import Claimed, Mark

__all__ = ["read_html", "was_cut"]

_LONGEST_NAME = 80
_TURNING = re.compile("[\u202d\u202e]")
_FRAMES = re.compile(r"</?(?:frameset|frame|noframes)\b[^<>]*>", re.IGNORECASE)
_EXTRACTOR = f"trafilatura {metadata.version('trafilatura')} / sayso 2"


@dataclass(frozen=True, slots=True)
class _Body:
    """A page's text and marks, its claims, and what is doubtful about them."""

    text: str
    marks: tuple[Mark, ...] = ()
    claimed: Claimed = field(default_factory=Claimed)
    doubts: tuple[Doubt, ...] = ()


def read_html(piece: Piece) -> Outcome:
    """Make one document of a web page."""
    decoded = decode(piece.data, declared=declared_encoding(piece.data))
    what = disguise(piece.data[:64])
    if what or decoded.text is None:
        yield unreadable(piece, f"named like a web page, but it is {what or 'binary data'}")
        return
    body = _read(decoded.text)
    if not body.text.strip():
        yield missing_text(piece)
        return
    yield document_of(
        piece, body.text, (*decoded.doubts, *body.doubts), media_type="text/html",
        extractor=_EXTRACTOR, claimed=body.claimed, marks=body.marks,
    )  # fmt: skip


def _read(page: str) -> _Body:
    """Read the article, or all that the page shows when none can be told apart.

    The parser cuts off what lies deeper than 256 elements, and says so; then no tree is used.
    """
    tree = _parsed(page)
    if tree is None:
        return _all_of(visible_text(page), Claimed(), ())
    cut = was_cut()
    hiding = hiding_of(tree)
    large = next(islice(tree.iter(), limits.PAGE_ELEMENTS, None), None) is not None
    if cut:
        claimed, dated = find_claims(tree, page, None, (), ())
        return _all_of(visible_text(page), claimed, _several_days(dated))
    shown, doubts = _revealed(tree, read_shown(tree, hiding))
    # Trafilatura's time grows faster than a page does; on a very large one running text alone decides.
    taken = [False] * len(shown.blocks) if large else taken_blocks(tree, shown.blocks)
    article = find_article(shown, taken, title_of(tree))
    head = _head_of(shown, article)
    claimed, dated = find_claims(
        tree, page, _heading(shown, article), _times(shown, article, head), _authors(shown, head)
    )
    doubts = (*doubts, *_several_days(dated))
    if article is None:
        stored = stored_text(tree)
        text = joined(shown, range(len(shown.blocks)))[0]
        return _stored(stored, claimed, doubts) if len(stored) > len(text) else _all_of(text, claimed, doubts)
    text, marks = write(shown, article)
    return _Body(text, marks, claimed, (*doubts, *_turned(text)))


def _turned(text: str) -> tuple[Doubt, ...]:
    """Doubt a text with characters that turn the order of letters round: a reader saw other words than stand in it."""
    found = _TURNING.search(text)
    if found is None:
        return ()
    return (
        Doubt(
            "characters that reverse the order of letters stand in the text",
            "what a reader saw differs from the words as they are read here",
            "look at the original in a browser",
            found.start(),
        ),
    )


def was_cut() -> bool:
    """Tell whether the parser cut off the page it read last, because it lies too deep."""
    return any(error.type_name == "ERR_RESOURCE_LIMIT" for error in HTML_PARSER.error_log.filter_from_fatals())


def _parsed(page: str) -> Any:
    """Parse a page; one made of frames holds, for browsers without them, its text where the parser sees none."""
    tree = load_html(page)
    if tree is not None and tree.find(".//frameset") is not None:
        return load_html(_FRAMES.sub("", page))
    return tree


def _all_of(text: str, claimed: Claimed, doubts: tuple[Doubt, ...]) -> _Body:
    """Take all that a page shows, and say so."""
    doubt = Doubt(
        "no article could be told apart on the page (there is none, or the page is very large or badly broken)",
        "all text that the page shows is taken, menus and notices included",
        "save the article itself as text or HTML",
    )
    return _Body(text, (), claimed, (*doubts, doubt))


def _stored(text: str, claimed: Claimed, doubts: tuple[Doubt, ...]) -> _Body:
    """Take the text that the page's metadata holds, as pages do that a script fills, and say so."""
    doubt = Doubt(
        "the page shows no article; its metadata holds the text of one",
        "that text is taken, though nobody may have seen it just so",
        "save the page from a browser once it is shown, or look at the original",
    )
    return _Body(text, (), claimed, (*doubts, doubt))


def _revealed(tree: Any, shown: Shown) -> tuple[Shown, tuple[Doubt, ...]]:
    """Leave hidden text out, unless it is most of what the page says, as on pages that wait for a script; say which."""
    passages = shown.hiding.passages
    if not passages:
        return shown, ()
    first = " ".join(passages[0].split()[:8])
    if sum(map(len, passages)) > sum(len(block.text) for block in shown.blocks if is_prose(block)):
        shown = read_shown(tree, Hiding(off=True))
        what, then = (
            f"most of the page's text is hidden by its own markup, beginning with “{first} …”",
            "it is taken as if shown",
        )
    else:
        what, then = (
            f"hidden text on the page ({len(passages)} passages, beginning with “{first} …”)",
            "it is left out of the text",
        )
    return shown, (Doubt(what, then, "look at the original in a browser, which shows what a reader saw"),)


def _several_days(dated: Dated) -> tuple[Doubt, ...]:
    if not dated.others:
        return ()
    return (
        Doubt(
            f"the page names several days of publication: {dated.day}, {', '.join(dated.others)}",
            f"the earliest, {dated.day}, is taken for what the page claims",
            "look at the page's address and at the text for the day",
        ),
    )


def _head_of(shown: Shown, article: Article | None) -> range:
    """Return the blocks at the head of the article, by number: from its headline, or first block, to its second paragraph.

    The first may be a standfirst that nothing calls so.
    """
    if article is None or not article.kept:
        return range(0)
    first = min(min(article.heads, default=article.kept[0]), article.kept[0])
    second = next((i for i in article.kept if i > article.lead and is_prose(shown.blocks[i])), article.lead)
    return range(first, second + 1)


def _heading(shown: Shown, article: Article | None) -> str | None:
    """Return the first headline, its lines joined."""
    heads = sorted(article.heads) if article else []
    lines = [i for n, i in enumerate(heads) if i == heads[0] + n]
    return " ".join(" ".join(shown.blocks[i].text.split()) for i in lines) or None


def _times(shown: Shown, article: Article | None, head: range) -> list[Any]:
    """Return the elements with dates at the head of the article, and further down the first that is named for publication."""
    found = [node for at, node in shown.times if at in head]
    kept = frozenset(article.kept) if article else frozenset()
    named = [node for at, node in shown.times if at in kept and at not in head and is_meant(node)]
    return found if any(map(is_meant, found)) else [*found, *named[:1]]


def _authors(shown: Shown, head: range) -> list[str]:
    """Return the names that the head of the article marks as its authors'."""
    blocks = [shown.blocks[i] for i in head]
    names = [block.text[a:b] for block in blocks for a, b, role in block.inline if role is Role.BYLINE]
    return [name for name in names if len(name) <= _LONGEST_NAME]
