"""The day a page says it was published, from fields meant for that; never the day it was changed, saved or crawled.

Three sorts of fields, the plainer one first: those named for publication (Open Graph, JSON-LD, microdata), those named "date"
alone, and a `<time>` at the head of the article. Where fields of one sort name several days the earliest is taken, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate
from typing import Any

__all__ = ["Dated", "day_of", "find_published", "is_meant"]

STRONG = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "dc.date.issued", "dcterms.issued",
    "dc.date.published", "publishdate", "publish-date", "publish_date", "pubdate", "published", "publication_date", "publication-date",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "article.published", "originalpublicationdate", "bt:pubdate",
    "prism.publicationdate", "published_at", "rnews:datepublished", "cxenseparse:recs:publishtime", "displaydate", "ptime", "article_date_original",
)  # fmt: skip
WEAK = ("dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "date", "article:created", "datecreated")

_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6})?(?:Z|\D|$)")
_DOTTED = re.compile(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_CHANGED = re.compile(r"modif|updat|changed|edited|oppdatert|endret", re.IGNORECASE)
_FIRST_YEAR = 1990  # before this no page was published; templates name 1970 and 0001 where they know no date


@dataclass(frozen=True, slots=True)
class Dated:
    """The day published, ISO 8601 ("2014-05-14", or "2014-05"), and the other days that fields of the same sort name."""

    day: str | None
    others: tuple[str, ...] = ()


def find_published(meta: Mapping[str, Sequence[str]], linked: Any, times: Iterable[Any]) -> Dated:
    """Choose among a page's fields; `times` are the `<time>` elements at the head of its article."""
    published = [node for node in times if not _is_change(node)]
    meant = [
        node for node in published if node.get("pubdate") is not None or "datePublished" in (node.get("itemprop") or "")
    ]
    strong = [value for name in STRONG for value in meta.get(name, ())]
    strong += [str((linked or {}).get("datePublished") or "")]
    strong += [_of_time(node) for node in meant]
    for values in (
        strong,
        [value for name in WEAK for value in meta.get(name, ())],
        [_of_time(node) for node in published],
    ):
        days = sorted({day for value in values if (day := day_of(value))})
        if days:
            whole = [day for day in days if len(day) == 10] or days
            return Dated(whole[0], tuple(day for day in whole[1:]))
    return Dated(None)


def is_meant(node: Any) -> bool:
    """Tell whether an element with a date is named for publication: by microdata, microformat or the attribute of old."""
    named = {"published", "dt-published", "datepublished"} & set((node.get("class") or "").lower().split())
    return node.get("pubdate") is not None or "datePublished" in (node.get("itemprop") or "") or bool(named)


def _of_time(node: Any) -> str:
    return str(node.get("datetime") or node.get("content") or node.get("title") or "")


def _is_change(node: Any) -> bool:
    """Tell a time of change: by its own names, or by the words right around it."""
    own = " ".join(str(node.get(name) or "") for name in ("class", "id", "itemprop", "data-testid"))
    parent = node.getparent()
    around = "" if parent is None else f"{parent.get('class') or ''} {parent.text or ''}"[:200]
    before = node.getprevious()
    label = (
        f"{before.text or ''} {before.tail or ''}"[:200]
        if before is not None and isinstance(before.tag, str)
        else around
    )
    return bool(_CHANGED.search(own) or _CHANGED.search(label) or _CHANGED.search((node.text or "")[:40]))


def day_of(value: str) -> str | None:
    """Read the day of a date as metadata writes it, the local one of its own clock; None when it is none.

    >>> day_of("2014-05-14T23:10:00+02:00"), day_of("Wed, 14 May 2014 06:10:00 GMT"), day_of("14.05.2014"), day_of("next week")
    ('2014-05-14', '2014-05-14', '2014-05-14', None)
    """
    value = value[:60]
    if match := _COMPACT.match(value) or _ISO.match(value):
        return _day(match[1], match[2], match[3])
    if match := _DOTTED.match(value):
        return _day(match[3], match[2], match[1])
    try:
        parsed = parsedate(value) or parsedate(f"{value} 00:00")
    except (ValueError, IndexError, TypeError):
        return None
    return _day(*map(str, parsed[:3])) if parsed else None


def _day(year: str, month: str, day: str | None) -> str | None:
    try:
        found = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    if found.year < _FIRST_YEAR:
        return None
    return found.isoformat() if day else found.isoformat()[:7]
