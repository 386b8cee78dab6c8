"""Pieces of blocks: an entry, an update or a quoted article as a piece of its own, under the piece it stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from sayso.model.reports import Relation
from sayso.segment.layout.blocks import Block, find_intro
from sayso.segment.layout.heads import Credit
from sayso.segment.layout.lines import Line
from sayso.segment.layout.pieces import Piece
from sayso.segment.layout.signs import Signs

__all__ = ["adopt", "apart", "owners", "pieces_of"]


def owners(blocks: Sequence[Block]) -> dict[int, int]:
    """Return the innermost block of each line that is in one; `blocks` are in order, outer before inner."""
    return {index: n for n, block in enumerate(blocks) for index in block.lines}


def apart(blocks: Sequence[Block], credited: Mapping[int, Credit]) -> Collection[int]:
    """Return the lines of all blocks, and the credits right below quoted articles, which speak for these."""
    below = {block.lines.stop for block in blocks if block.relation is Relation.QUOTES} & credited.keys()
    return owners(blocks).keys() | below


def pieces_of(
    blocks: Sequence[Block], lines: Sequence[Line], found: Collection[int], credited: Mapping[int, Credit], signs: Signs
) -> list[Piece]:
    """Make a piece of each block that has text of its own; a quoted article's medium may be named right before it."""
    held = owners(blocks)
    mine: list[list[Line]] = [[] for _ in blocks]
    named: list[tuple[Line, Credit] | None] = [None for _ in blocks]
    for index, n in sorted(held.items()):
        if index in credited:
            named[n] = named[n] or (lines[index], credited[index])
        elif index not in found:
            mine[n].append(lines[index])
    for n, block in enumerate(blocks):
        if block.relation is Relation.QUOTES and named[n] is None:
            below = block.lines.stop
            named[n] = (lines[below], credited[below]) if below in credited else find_intro(lines, block.lines, signs)
    return [Piece(mine[n], named[n], relation=block.relation, block=block) for n, block in enumerate(blocks) if mine[n]]


def adopt(pieces: Sequence[Piece], blocks: Sequence[Block]) -> None:
    """Give each block's piece its parent: the piece of the block or page around it that has the nearest line above, else below."""
    outer = _outer(blocks)
    places: dict[Block | None, list[tuple[int, int]]] = {}
    for n, piece in enumerate(pieces):
        if piece.parent is None:
            places.setdefault(piece.block, []).extend((line.index, n) for line in piece.lines)
    for found in places.values():
        found.sort()
    for piece in pieces:
        if piece.block is not None:
            around = places.get(outer[piece.block], [])
            at = bisect_left(around, (piece.block.lines.start, -1))
            piece.parent = around[max(0, at - 1)][1] if around else None


def _outer(blocks: Sequence[Block]) -> dict[Block, Block | None]:
    """Return the block right around each block, None for those of the page itself."""
    found: dict[Block, Block | None] = {}
    around: list[Block] = []
    for block in blocks:
        while around and around[-1].lines.stop <= block.lines.start:
            around.pop()
        found[block] = around[-1] if around else None
        around.append(block)
    return found
