"""One file packed by itself (.gz, .bz2, .xz): unfolded in memory and read as what its name says without that ending."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO

from sayso.ingest.archives import largest
from sayso.ingest.kinds import kind_of
from sayso.ingest.pieces import Budget, Outcome, Piece, problem_of
from sayso.ingest.unfold import BLOCK, Damaged, Spent, Unfolding, packing_of
from sayso.ingest.walk import ReadPiece

__all__ = ["read_packed"]

ENDINGS = (".gz", ".bz2", ".xz")


def read_packed(piece: Piece, source: IO[bytes], read_piece: ReadPiece) -> Outcome:
    """Make documents of the one file that is packed here."""
    packing = packing_of(source.read(6))
    source.seek(0)
    name = PurePosixPath(piece.name).name
    inside = name.rpartition(".")[0] if name.lower().endswith(ENDINGS) else name
    try:
        data = _unfolded(source, packing, piece.budget or Budget(), inside) if packing else None
    except (Damaged, Spent) as error:
        yield problem_of(
            piece, str(error), "not read; the original is kept", "get the file anew, or unpack it yourself"
        )
        return
    if data is None:
        what = "named like a packed file, but it is not packed" if not packing else "longer than is read at once"
        yield problem_of(piece, what, "not read; the original is kept", "unpack it yourself and add what was in it")
        return
    member = f"{piece.member}!/{inside}" if piece.member else inside
    full = replace(piece, name=f"{piece.name}/{inside}", data=data, member=member, depth=piece.depth + 1)
    yield from read_piece(full, kind_of(inside, data[:64]))


def _unfolded(source: IO[bytes], packing: str, budget: Budget, name: str) -> bytes | None:
    """Return what is packed, None when it is longer than what is read of its kind."""
    stream, parts, left = Unfolding(source, packing, budget), [], -1
    while part := stream.read(BLOCK):
        if left < 0:
            left = largest(kind_of(name, part[:64]))
        left -= len(part)
        if left < 0:
            return None
        parts.append(part)
    return b"".join(parts)
