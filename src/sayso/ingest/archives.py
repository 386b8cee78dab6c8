"""ZIP archives: each member read in memory, none ever written; unfolding stops at stated limits."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO

from sayso.ingest import limits
from sayso.ingest.kinds import Kind, kind_of
from sayso.ingest.pieces import Outcome, Piece, is_hidden, problem_of

__all__ = ["read_zip"]

PIECE = 64 * 1024
KEPT = "not read; it is kept inside the archive"
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    lzma.LZMAError,
    struct.error,
)

ReadPiece = Callable[[Piece, Kind], Outcome]


@dataclass(slots=True)
class Budget:
    """What one outermost archive may still unfold to."""

    total: int = field(default_factory=lambda: limits.ARCHIVE_TOTAL)
    members: int = field(default_factory=lambda: limits.ARCHIVE_MEMBERS)


class _Stop(Exception):  # noqa: N818  it ends an archive, it is not an error
    """The archive's budget is spent."""


def read_zip(piece: Piece, source: IO[bytes], read_piece: ReadPiece) -> Outcome:
    """Make documents of an archive's members, in the order of their names; `source` holds the archive's bytes."""
    try:
        yield from _members(piece, source, read_piece, Budget(), 1)
    except _Stop as stop:
        yield problem_of(
            piece, str(stop), "the members after that were not read", "unpack it yourself and add the folder"
        )


def _members(piece: Piece, source: IO[bytes], read_piece: ReadPiece, budget: Budget, depth: int) -> Outcome:
    try:
        archive = zipfile.ZipFile(source)
        members = sorted(archive.infolist(), key=lambda info: (info.filename, info.header_offset))
    except DAMAGED as error:
        yield problem_of(
            piece, f"a damaged ZIP archive: {error}", "not read; the original is kept", "get the file anew"
        )
        return
    seen: dict[str, int] = {}
    with archive:
        for info in members:
            if info.is_dir() or is_hidden(info.filename.replace("\\", "/")):
                continue
            budget.members -= 1
            if budget.members < 0:
                raise _Stop(f"more than {limits.ARCHIVE_MEMBERS:,} files in the archive")
            seen[info.filename] = seen.get(info.filename, 0) + 1
            yield from _member(
                _named(piece, info.filename, seen[info.filename]), archive, info, read_piece, budget, depth
            )


def _named(piece: Piece, filename: str, times: int) -> Piece:
    """Name a member: the locator as the archive has it, the name without anything that leads outside."""
    inside = posixpath.normpath("/" + filename.replace("\\", "/")).lstrip("/")
    again = f" ({times})" if times > 1 else ""
    locator = f"{piece.member}!/{filename}" if piece.member else filename
    return Piece(piece.original, f"{piece.name}/{inside}{again}", b"", f"{locator}{again}")


def _member(
    piece: Piece, archive: zipfile.ZipFile, info: zipfile.ZipInfo, read_piece: ReadPiece, budget: Budget, depth: int
) -> Outcome:
    if escapes(info.filename):
        what = "its name in the archive leads outside it"
        yield problem_of(
            piece, what, f"read under the name {piece.name!r}; nothing is written", "be wary of who packed this archive"
        )
    if info.flag_bits & 1:
        yield problem_of(piece, "locked with a password", KEPT, "unpack it yourself and add the folder")
        return
    try:
        data = _unfold(archive, info, budget)
    except DAMAGED as error:
        yield problem_of(piece, f"damaged in the archive: {error}", KEPT, "get the archive anew")
        return
    if isinstance(data, str):
        yield problem_of(piece, data, KEPT, "unpack it yourself and add it by itself, in parts if it is long")
        return
    full = Piece(piece.original, piece.name, data, piece.member)
    kind = kind_of(info.filename, data[:64])
    if kind is not Kind.ZIP:
        yield from read_piece(full, kind)
    elif depth >= limits.ARCHIVE_DEPTH:
        yield problem_of(
            piece,
            f"archives inside archives, more than {limits.ARCHIVE_DEPTH} deep",
            KEPT,
            "unpack it yourself and add the folder",
        )
    else:
        yield from _members(full, io.BytesIO(data), read_piece, budget, depth + 1)


def escapes(filename: str) -> bool:
    """Tell whether a member's name would lead outside a folder it is unpacked to."""
    plain = filename.replace("\\", "/")
    return plain.startswith("/") or plain[1:3] == ":/" or ".." in plain.split("/")


def _unfold(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes | str:
    """Return a member's bytes, or say which limit they pass; sizes are counted, not believed."""
    most = largest(kind_of(info.filename, b""))
    parts: list[bytes] = []
    size = 0
    with archive.open(info) as stream:
        while part := stream.read(PIECE):
            parts.append(part)
            size += len(part)
            budget.total -= len(part)
            if budget.total < 0:
                raise _Stop(f"the archive unfolds to more than {limits.mb(limits.ARCHIVE_TOTAL)}")
            if size > most:
                return f"longer than {limits.mb(most)}"
            if size > limits.ARCHIVE_RATIO_FLOOR and size > limits.ARCHIVE_RATIO * max(info.compress_size, 1):
                return f"unfolds to more than {limits.ARCHIVE_RATIO} times its packed size, as no text does"
    return b"".join(parts)


def largest(kind: Kind) -> int:
    """Return the most bytes of a kind that are read."""
    return limits.TABLE_BYTES if kind in {Kind.JSON_LINES, Kind.CSV, Kind.ZIP} else limits.DOCUMENT_BYTES
