"""Running heads, running feet and page numbers: the outermost lines of pages that repeat, but for their digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from sayso.ingest.pdf.order import Row, rows_of
from sayso.ingest.pdf.pages import Leaf
from sayso.ingest.pdf.words import Run

__all__ = ["Sheet", "set_apart"]

EDGE = 3  # how many lines from the edge are looked at
SHARE = 0.2  # of the pages must have the line; left and right pages differ, and chapters do
GRID = 10  # points: a line of a page stands where it stands on the others, give or take half of this
_Keys = frozenset[tuple[str, int]]
MARGIN = 0.07  # of the page's height
FAR = 1.2  # heights of white between the two
SMALL = 1.1  # times the usual height
FEW = 6  # rows: a page with fewer has no body to tell its margin from
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"\W*(?:page|side|seite|sida|p\.|s\.)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|\||of|av|von|af|–|-)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its running heads and feet apart."""

    heads: tuple[str, ...]
    body: tuple[Run, ...]
    feet: tuple[str, ...]


def set_apart(pages: Sequence[Leaf]) -> list[Sheet]:
    """Part the running heads and feet of pages from what the pages say."""
    rows = [rows_of([run for run in page.runs if not run.turned]) for page in pages]
    tops = _repeated(pages_rows[:EDGE] for pages_rows in rows)
    bottoms = _repeated(pages_rows[-EDGE:] for pages_rows in rows)
    return [_sheet(page, lines, tops, bottoms) for page, lines in zip(pages, rows, strict=True)]


def _keys(row: Row) -> set[tuple[str, int]]:
    """Return the row's words without their numbers, with where it stands: on two grids, so that a hair's breadth is no matter."""
    words = DIGITS.sub("0", " ".join(row.words.split())).casefold()
    return {(words, 2 * round(row.bottom / GRID)), (words, 2 * round(row.bottom / GRID + 0.5) + 1)}


def _repeated(edges: Iterable[Sequence[Row]]) -> _Keys:
    counts: Counter[tuple[str, int]] = Counter()
    pages = 0
    for rows in edges:
        pages += bool(rows)
        counts.update({key for row in rows for key in _keys(row)})
    enough = max(2, SHARE * pages)
    return frozenset(key for key, count in counts.items() if count >= enough and any(map(str.isalnum, key[0])))


def _sheet(page: Leaf, rows: Sequence[Row], tops: _Keys, bottoms: _Keys) -> Sheet:
    heads = _from_edge(rows[:EDGE], tops) or _in_margin(page, rows)
    rest = rows[len(heads) :][::-1]
    feet = (_from_edge(rest[:EDGE], bottoms) or _in_margin(page, rest))[::-1]
    apart = {id(run) for row in (*heads, *feet) for run in row.runs}
    body = tuple(run for run in page.runs if id(run) not in apart)
    return Sheet(tuple(row.words for row in heads), body, tuple(row.words for row in feet))


def _from_edge(rows: Sequence[Row], repeated: _Keys) -> list[Row]:
    """Take rows from the edge inward as long as they repeat or number the page."""
    found: list[Row] = []
    for row in rows:
        if repeated.isdisjoint(_keys(row)) and not PAGE_NUMBER.fullmatch(row.words):
            break
        found.append(row)
    return found


def _in_margin(page: Leaf, rows: Sequence[Row]) -> list[Row]:
    """Take the first of rows, given from the edge inward, if it stands in the page's margin, small and far from the others."""
    if len(rows) < FEW:
        return []
    edge, following = rows[0], rows[1]
    usual = median(row.height for row in rows)
    outer = min(abs(page.high - edge.bottom), abs(edge.bottom - page.low)) < MARGIN * (page.high - page.low)
    upper, lower = (edge, following) if edge.bottom > following.bottom else (following, edge)
    far = upper.bottom - lower.bottom - lower.height > FAR * edge.height
    return [edge] if outer and far and edge.height <= SMALL * usual else []
