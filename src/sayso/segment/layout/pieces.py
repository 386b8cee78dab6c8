"""Pieces: which lines of a page belong together as one authored piece, and whose credit stands beside which."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.model.reports import BoilerplateKind as Kind
from sayso.model.reports import Relation
from sayso.segment.layout.blocks import Block
from sayso.segment.layout.date_lines import find_date_line
from sayso.segment.layout.digests import is_digest
from sayso.segment.layout.furniture import Verdict
from sayso.segment.layout.heads import Credit, find_credit
from sayso.segment.layout.lines import Line, overlap
from sayso.segment.layout.seams import Gap, is_cut
from sayso.segment.layout.signs import Signs

__all__ = ["Piece", "find_credits", "find_pieces", "settle_credits"]

_LIVE = 4  # lines with a time alone that make a page a live report: one piece, however its entries change the subject
_STRONGER = frozenset({"words of a notice", "photo credit"})


@dataclass(slots=True)
class Piece:
    """Lines of one authored piece, in order, and the credit that names where it comes from."""

    lines: list[Line]
    credit: tuple[Line, Credit] | None = None
    parent: int | None = None
    relation: Relation | None = None
    block: Block | None = None

    @property
    def prose(self) -> list[Line]:
        """Its lines of running text."""
        return [line for line in self.lines if line.prose]


def find_credits(lines: Sequence[Line], signs: Signs) -> dict[int, Credit]:
    """Find the lines shaped as credits; a date line is none, nor is one with a colon over a quotation."""
    found = ((line, find_credit(line, signs)) for line in lines)
    return {
        line.index: credit
        for line, credit in found
        if credit and find_date_line(line, signs) is None and not (credit.below and _is_quoted(lines, line.index + 1))
    }


def _is_quoted(lines: Sequence[Line], index: int) -> bool:
    return index < len(lines) and lines[index].text[0] in "“\"‘'…."


def settle_credits(credited: dict[int, Credit], found: dict[int, Verdict]) -> dict[int, Credit]:
    """Let a line be a credit or furniture: notices and photo credits win, and lists of headlines over bare names."""
    kept = {}
    for index, credit in credited.items():
        because = found[index].because if index in found else ""
        if because in _STRONGER or (credit.bare and credit.headline and because):
            continue
        kept[index] = credit
        found.pop(index, None)
    return kept


def find_pieces(
    lines: Sequence[Line],
    found: dict[int, Verdict],
    credited: dict[int, Credit],
    signs: Signs,
    apart: Collection[int] = frozenset(),
) -> list[Piece]:
    """Cut the lines that are neither furniture nor credits into pieces and give each its credit.

    `apart` are the lines of blocks, which are no part of what is cut here.
    """
    credited = {index: credit for index, credit in credited.items() if index not in apart}
    content = [line for line in lines if not (line.index in found or line.index in credited or line.index in apart)]
    prose = [line for line in content if line.prose]
    if not prose:
        return [Piece(content)] if content else []
    live = sum(verdict.kind is Kind.DATE_LINE for verdict in found.values()) >= _LIVE
    digest = is_digest(prose, signs)
    starts = [0]
    for n in range(1, len(prose)):
        if is_cut(Gap(lines, prose, n, starts[-1], found, credited, apart, live, digest), signs):
            starts.append(n)
    over = credited.keys() if credited and min(credited) < prose[0].index else frozenset()
    barred = {*found, *credited, *apart} - over
    pieces = _gather(content, [prose[n] for n in starts], lines, barred, signs)
    _give_credits(pieces, lines, credited)
    return pieces


def _gather(
    content: Sequence[Line], firsts: Sequence[Line], lines: Sequence[Line], barred: Collection[int], signs: Signs
) -> list[Piece]:
    """Give each line of content to a piece: the labels between two pieces go down, unless a line barred parts them from it.

    Credits bar nothing where the page has them in the heads of its pieces.
    """
    bounds = [0]
    for first in firsts[1:]:
        at = first.index
        while at > 0 and at - 1 not in barred and _may_head(lines[at - 1], first, signs):
            at -= 1
        bounds.append(at)
    pieces: list[Piece] = [Piece([]) for _ in firsts]
    place = 0
    for line in content:
        while place + 1 < len(bounds) and line.index >= bounds[place + 1]:
            place += 1
        pieces[place].lines.append(line)
    return pieces


def _may_head(line: Line, first: Line, signs: Signs) -> bool:
    """Tell whether a line above the first prose of a piece belongs to its head: a label, or a headline with a full stop.

    Last words ("Editing by ...") belong to the piece above.
    """
    if signs.sign_offs.search(line.text):
        return False
    if not line.prose:
        return True
    short = len(line.words) <= 16 and line.text[0] not in '“"' and len(first.words) > len(line.words)
    return short and line.index == first.index - 1 and overlap(line.stems, first.stems) >= 0.5


def _give_credits(pieces: Sequence[Piece], lines: Sequence[Line], credited: dict[int, Credit]) -> None:
    """Give each credit line to the piece above it, or below it where the page puts credits first."""
    if not credited:
        return
    first = min(credited) < pieces[0].prose[0].index if pieces[0].prose else False
    held = [piece for piece in pieces if piece.lines]
    heads = [piece.lines[0].index for piece in held]
    for index in sorted(credited):
        at = bisect(heads, index)
        above, below = held[max(0, at - 1) : at], held[at : at + 1]
        wanted = (below or above) if first or credited[index].below else (above or below)
        wanted = above if above and _is_in_head(index, above[0]) else wanted
        if headline := credited[index].headline:
            wanted = _titled(headline, below, above) or wanted
        if wanted and wanted[0].credit is None:
            wanted[0].credit = (lines[index], credited[index])


def _is_in_head(index: int, piece: Piece) -> bool:
    """Tell whether a line stands between a piece's first line and its first prose."""
    return bool(piece.prose) and piece.lines[0].index < index < piece.prose[0].index


def _titled(headline: str, below: list[Piece], above: list[Piece]) -> list[Piece]:
    """Return the neighbour whose first line is the credited headline, if one is."""
    key = _plain(headline)
    for piece in (*below, *above):
        if any(_plain(line.text) == key for line in piece.lines[:2]):
            return [piece]
    return []


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
