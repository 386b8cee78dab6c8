"""Languages inside a piece: a blogger's sentences around a story that he quotes in another language are two reports."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.reports import Relation
from sayso.segment.layout.heads import Credit
from sayso.segment.layout.lines import Line
from sayso.segment.layout.pieces import Piece

__all__ = ["part_by_language"]

_LEAST = 100  # characters of prose that a language needs to be a report of its own
_NAMES = 0.7  # share of longer words with a capital, from which a line is a list of names, which are of no language
_NEAR = {"nn": "nb", "da": "nb", "no": "nb"}


def part_by_language(pieces: Sequence[Piece], claimed: str | None) -> list[Piece]:
    """Part each piece into one per language; the blogger's is the parent, and a credit names the quoted one.

    `claimed` is the page's own language, if stated.
    """
    parted: list[Piece] = []
    for piece in pieces:
        groups = _languages(piece)
        if len(groups) < 2:
            parted.append(piece)
            continue
        host = claimed if claimed in groups else groups[0]
        at = len(parted)
        for code in [host, *(code for code in groups if code != host)]:
            mine = [line for line in piece.lines if _goes_to(line, host, groups) == code]
            quoted = code != host
            credited = piece.credit if code == groups[-1 if host == groups[0] else 0] else None
            parted.append(_part(piece, mine, credited, at if quoted else None))
    return parted


def _part(piece: Piece, lines: list[Line], credit: tuple[Line, Credit] | None, parent: int | None) -> Piece:
    """Make the part of a piece in one language; the host's keeps the place that the piece had among blocks."""
    if parent is None:
        return Piece(lines, credit, relation=piece.relation, block=piece.block)
    return Piece(lines, credit, parent, Relation.QUOTES)


def _key(code: str) -> str:
    return _NEAR.get(code, code)


def _languages(piece: Piece) -> list[str]:
    """Return the languages that carry enough prose of their own, in order of appearance. Speech alone carries none."""
    sizes: dict[str, int] = {}
    for line in piece.prose:
        sizes.setdefault(_key(line.language), 0)
        if not _is_speech(line) and line.title < _NAMES:
            sizes[_key(line.language)] += len(line.text)
    return [code for code, size in sizes.items() if size >= _LEAST]


def _is_speech(line: Line) -> bool:
    """Tell whether a whole paragraph is one quotation."""
    return line.text[0] in '“"' and line.text.rstrip(".")[-1:] in '”"'


def _goes_to(line: Line, host: str, groups: Sequence[str]) -> str:
    code = _key(line.language)
    return code if code in groups else host
