"""Small builders that layouts share: marked paragraphs, heads with metadata, a page's frame."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.webpages.stories import Story

__all__ = ["Layout", "document", "linked", "meta", "paragraphs"]


@dataclass(frozen=True, slots=True)
class Layout:
    """One page: its name, the page with the gold in it, what its metadata claims, and its bytes' encoding."""

    name: str
    page: str
    claims: Mapping[str, str | None] = field(default_factory=dict)
    encoding: str = "utf-8"


def paragraphs(story: Story, first: int = 0, last: int | None = None, *, tag: str = "p", names: str = "") -> str:
    """Return a stretch of the running text, a paragraph an element."""
    given = f' class="{names}"' if names else ""
    return "\n".join(f"<{tag}{given}>[[text|{text}]]</{tag}>" for text in story.paragraphs[first:last])


def meta(story: Story, *, published: bool = True, author: bool = True) -> str:
    """Return a head's Open Graph fields and the like."""
    rows = [
        f'<meta property="og:title" content="{story.headline}">',
        f'<meta property="og:site_name" content="{story.outlet}">',
        f'<meta property="og:url" content="{story.url}">',
        f'<meta name="description" content="{story.standfirst}">',
        '<meta property="article:modified_time" content="2021-06-01T09:00:00+00:00">',
    ]
    if published:
        rows.append(f'<meta property="article:published_time" content="{story.day}T08:15:00+02:00">')
    if author:
        rows.append(f'<meta name="author" content="{story.author}">')
    return "\n".join(rows)


def linked(story: Story, **more: object) -> str:
    """Return a head's JSON-LD of a news article, with more fields or others."""
    data: dict[str, object] = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.headline, "url": story.url,
        "datePublished": f"{story.day}T08:15:00Z", "dateModified": "2021-06-01T09:00:00Z",
        "author": {"@type": "Person", "name": story.author}, "publisher": {"@type": "Organization", "name": story.outlet},
    } | more  # fmt: skip
    kept = {key: value for key, value in data.items() if value is not None}
    return f'<script type="application/ld+json">{json.dumps(kept, ensure_ascii=False)}</script>'


def document(story: Story, body: str, head: str = "", *, attributes: str = "", title: str | None = None) -> str:
    """Return a whole page."""
    title = title or f"{story.headline} | {story.outlet}"
    return (
        f'<!DOCTYPE html>\n<html lang="{story.language}"{attributes}><head><meta charset="utf-8"><title>{title}</title>{head}</head>\n'
        f"<body>{body}</body></html>"
    )
