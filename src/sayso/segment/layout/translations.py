"""Pieces of one page that say the same in two languages: the later is taken for a translation of the earlier.

Of two languages only what is written alike can be compared: figures and names. Two pieces of like length that share most of
these are one text twice; a blogger's own words around an article in another language are shorter, and share few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model.reports import Relation
from sayso.model.text import LanguageSpan
from sayso.segment.languages import main_language
from sayso.segment.layout.pieces import Piece

__all__ = ["relate_translations"]

FEWEST = 5  # figures and names that two pieces share
SHARE = 0.5  # of the figures and names of the piece that has fewer
LIKE = 0.55  # the shorter piece's length beside the longer one's, at least
LEAST = 200  # characters of a piece
_FIGURE = re.compile(r"\d[\d.,  ]*\d")
_NAME = re.compile(r"(?<=[^\W\d_.!?:“\"] )[A-ZÆØÅÄÖÜ][^\W\d_]{3,}|(?<=, )[A-ZÆØÅÄÖÜ][^\W\d_]{3,}")


def relate_translations(pieces: Sequence[Piece]) -> None:
    """Relate each piece that says what an earlier one of another language says to that one, as its translation."""
    told = [(_language(piece), _anchors(piece), sum(len(line.span) for line in piece.lines)) for piece in pieces]
    for n, piece in enumerate(pieces):
        if piece.block is not None or piece.relation not in (None, Relation.QUOTES):
            continue
        for earlier in range(n) if piece.parent is None else [piece.parent]:
            # Only a piece that stands under none can be the original: so no two are translations of each other.
            original = pieces[earlier].block is None and pieces[earlier].parent is None
            if original and _is_same(told[earlier], told[n]):
                piece.parent, piece.relation = earlier, Relation.TRANSLATES
                break


def _is_same(a: tuple[str, frozenset[str], int], b: tuple[str, frozenset[str], int]) -> bool:
    shared = len(a[1] & b[1])
    alike = shared >= FEWEST and shared >= SHARE * min(len(a[1]), len(b[1]))
    return a[0] != b[0] and alike and min(a[2], b[2]) >= max(LEAST, LIKE * max(a[2], b[2]))


def _language(piece: Piece) -> str:
    return main_language(tuple(LanguageSpan(line.span, line.language) for line in piece.lines))


def _anchors(piece: Piece) -> frozenset[str]:
    """Return the figures and names of a piece, as they are written alike in two languages."""
    text = "\n".join(line.text for line in piece.lines)
    figures = {re.sub(r"\D", "", figure) for figure in _FIGURE.findall(text)}
    return frozenset(figures | {name.casefold() for name in _NAME.findall(text)})
