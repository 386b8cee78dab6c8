"""Searching the texts: every sentence in a full-text index of its own, in memory, made from the case as it is held."""

from __future__ import annotations

import re
import sqlite3
import threading
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from sayso.model.reading import Reading
from sayso.model.text import Anchor, Span, overlaps
from sayso.server.contract.base import Piece
from sayso.server.contract.case import Hit, Hits
from sayso.server.index import AppIndex

__all__ = ["Texts", "match_expression"]

OPENED, CLOSED = "\ufdd0", "\ufdd1"  # never characters of a text: Unicode keeps them for uses like this
TERM = re.compile(r'"([^"]*)"|(\S+)')
WORD = re.compile(r"\w+")
NEAR = 60  # statements that begin before the end of a sentence and may reach into it; keeps long documents linear
FOUND = "SELECT rowid FROM sentence WHERE sentence MATCH ? ORDER BY rank, rowid"
MARKED = "SELECT rowid, highlight(sentence, 0, ?, ?) FROM sentence WHERE sentence MATCH ? AND rowid IN ({})"


class Texts:
    """All sentences of a case. Words are compared without case and accents; "…" asks for a phrase, a trailing * for
    any ending, a leading - for sentences without."""

    def __init__(self, index: AppIndex) -> None:
        self._places: list[Anchor] = []
        self._lock = threading.Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(
            "CREATE VIRTUAL TABLE sentence USING fts5(text, tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')"
        )
        self._database.executemany("INSERT INTO sentence (rowid, text) VALUES (?, ?)", self._rows(index))

    def _rows(self, index: AppIndex) -> Iterator[tuple[int, str]]:
        for reading in index.ordered:
            for span in _sentences(reading):
                self._places.append(Anchor(reading.document, span))
                words = span.of(reading.text).replace(OPENED, " ").replace(CLOSED, " ")
                yield len(self._places), words.encode("utf-8", "replace").decode("utf-8")

    def find(self, query: str, view: AppIndex, *, start: int = 0, most: int = 50) -> Hits:
        """Return the sentences that hold what is asked for, best first; in a narrowed view only those with its statements."""
        expression = match_expression(query)
        if not expression:
            return Hits(query=query, total=0, items=[], next=None)
        with self._lock:
            rows = [row for (row,) in self._database.execute(FOUND, (expression,))]
            kept = [row for row in rows if not view.narrowed or _told(view, self._places[row - 1])]
            shown = kept[start : start + most]
            texts = dict(
                self._database.execute(MARKED.format(",".join("?" * len(shown))), (OPENED, CLOSED, expression, *shown))
            )
        items = [_hit(view, self._places[row - 1], texts[row]) for row in shown]
        following = start + most if start + most < len(kept) else None
        return Hits(query=query, total=len(kept), items=items, next=following)


def match_expression(query: str) -> str:
    """Return a query in the language of the index; whatever users type, it is a valid one, "" for nothing to seek."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for phrase, word in TERM.findall(query):
        bare = word.lstrip("-")
        parts = WORD.findall(phrase or bare)
        if not parts:
            continue
        term = '"' + " ".join(parts) + '"' + ("*" if word.endswith("*") else "")
        (unwanted if word.startswith("-") else wanted).append(term)
    if not wanted:
        return ""
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)


def _sentences(reading: Reading) -> Iterator[Span]:
    """Yield spans that cover a text wholly: its sentences, and what stands between them."""
    edges = sorted({0, len(reading.text), *(edge for span in reading.sentences for edge in (span.start, span.end))})
    for start, end in pairwise(edges):
        if reading.text[start:end].strip():
            yield Span(start, end)


def _told(view: AppIndex, place: Anchor) -> list[str]:
    """Return the statements in a sentence."""
    told = view.told_in[place.document]
    last = bisect_left(told, (Span(place.span.end, place.span.end + 1), ""))
    near = told[max(0, last - NEAR) : last]
    return [statement for span, statement in near if overlaps(span, place.span)]


def _hit(view: AppIndex, place: Anchor, text: str) -> Hit:
    reading = view.readings[place.document]
    report = next((r for r in reading.reports if any(overlaps(span, place.span) for span in r.spans)), None)
    statements = (view.statement(one) for one in _told(view, place))
    voices = dict.fromkeys(view.speaker(found[0]) for found in statements if found)
    return Hit(
        pieces=_pieces(text),
        place=view.place_link(place),
        outlet=view.outlet_of(report) if report else "",
        date=view.day_of(report) if report else "",
        language=report.language if report else reading.language,
        voices=list(voices),
    )


def _pieces(text: str) -> list[Piece]:
    flat = re.sub(r"\s+", " ", text).strip()
    parts = re.split(f"([{OPENED}{CLOSED}])", flat)
    pieces, cited = [], False
    for part in parts:
        if part in (OPENED, CLOSED):
            cited = part == OPENED
        elif part:
            pieces.append(Piece(text=part, cited=cited))
    return pieces
