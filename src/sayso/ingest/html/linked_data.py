"""A page's JSON-LD: the article it describes, whatever graph or list that lies in and however carelessly it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sayso.ingest.visible import visible_text

__all__ = ["LinkedArticle", "find_linked_article", "linked_items", "names_in", "stored_text", "text_of", "types_of"]

LinkedArticle = dict[str, Any]
"""One JSON-LD object of a type that is an article's."""

_TYPES = re.compile(r"(?:Article|BlogPosting|Report|NewsItem|Live[Bb]log(?:Posting)?|WebPage|ItemPage)$")
_WRAPPINGS = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*$"
)
_TRAILING = re.compile(r",(\s{0,200}[}\]])")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")
_MOST_ITEMS, _MOST_CHARACTERS = 2000, 1_000_000
_WEAK = re.compile(r"(?:WebPage|ItemPage)$")


def linked_items(tree: Any) -> list[dict[str, Any]]:
    """Return the objects of a page's JSON-LD in their order, those inside graphs and lists too."""
    found: list[dict[str, Any]] = []
    for node in tree.iter("script"):
        if "ld+json" in (node.get("type") or "").lower():
            for item in _walk(_loaded(node.text or "")):
                found.append(item)
                if len(found) >= _MOST_ITEMS:
                    return found
    return found


def _loaded(text: str) -> Any:
    """Read JSON as browsers' makers forgive it: wrapped in comments, with commas too many or raw line ends; None when it is none."""
    if len(text) > _MOST_CHARACTERS:
        return None
    bare = _WRAPPINGS.sub("", _WRAPPINGS.sub("", text.strip()))
    for attempt in (bare, _TRAILING.sub(r"\1", bare)):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt.lstrip())[0]
        except (ValueError, RecursionError):
            continue
    return None


def _walk(data: Any) -> Iterator[dict[str, Any]]:
    todo = [data]
    seen = 0
    while todo and seen < _MOST_ITEMS:
        item = todo.pop(0)
        seen += 1
        if isinstance(item, list):
            todo[:0] = item[:_MOST_ITEMS]
        elif isinstance(item, dict):
            yield item
            todo.extend(item[key] for key in _INSIDE if isinstance(item.get(key), dict | list))


def find_linked_article(items: list[dict[str, Any]], title: str | None, url: str | None) -> LinkedArticle | None:
    """Return the object that describes this page's article: the one of its title or address, else the first of an article's type."""
    articles = [item for item in items if any(_TYPES.search(kind) for kind in types_of(item))]
    if not articles:
        return None
    strong = [item for item in articles if not all(_WEAK.search(kind) for kind in types_of(item))]
    key = _letters(title or "")
    for item in strong:
        if key and _letters(str(item.get("headline") or item.get("name") or "")) == key:
            return item
        if url and url in {text_of(item.get(name)) for name in ("url", "@id", "mainEntityOfPage")}:
            return item
    return (strong or articles)[0]


def stored_text(tree: Any) -> str:
    """Return the longest text of an article in a page's JSON-LD, a paragraph a line, or nothing."""
    bodies = [item.get("articleBody") for item in linked_items(tree)]
    texts = [visible_text(body.replace("\n", "<br>")) for body in bodies if isinstance(body, str)]
    return max(texts, key=len, default="").replace("\n", "\n\n")


def types_of(item: dict[str, Any]) -> list[str]:
    """Return the types of an object, one or several."""
    kinds = item.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def text_of(value: Any) -> str | None:
    """Return what a value says in words: a string, or the name, address or id of an object; of several the first."""
    if isinstance(value, list):
        return next((found for item in value[:20] if (found := text_of(item))), None)
    if isinstance(value, dict):
        return next((found for key in ("name", "@id", "url", "@value") if (found := text_of(value.get(key)))), None)
    return value.strip() or None if isinstance(value, str) else None


def names_in(value: Any) -> list[str]:
    """Return the names in a value: of each person or body in a list, or the string itself."""
    values = value[:50] if isinstance(value, list) else [value]
    found = [item.get("name") if isinstance(item, dict) else item for item in values]
    flat = [name for item in found for name in (item if isinstance(item, list) else [item])]
    return [" ".join(name.split()) for name in flat if isinstance(name, str) and name.strip()]


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
