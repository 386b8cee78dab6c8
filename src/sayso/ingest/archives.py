"""ZIP archives: each member read in memory, none ever written; unfolding stops at stated limits."""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import IO

from sayso.ingest import limits
from sayso.ingest.kinds import Kind, kind_of
from sayso.ingest.pieces import Budget, Outcome, Piece, is_hidden, problem_of, with_claims
from sayso.ingest.walk import ReadPiece
from sayso.model.text import Claimed, Document

__all__ = ["DAMAGED", "KEPT", "Seen", "Stop", "count_member", "escapes", "largest", "read_zip", "warn_of_escape"]

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


class Stop(Exception):  # noqa: N818  it ends an archive, it is not an error
    """The archive's budget is spent."""


def read_zip(piece: Piece, source: IO[bytes], read_piece: ReadPiece) -> Outcome:
    """Make documents of an archive's members, in the order of their names; `source` holds the archive's bytes."""
    try:
        archive = zipfile.ZipFile(source)
        members = sorted(archive.infolist(), key=lambda info: (info.filename, info.header_offset))
    except DAMAGED as error:
        yield problem_of(
            piece, f"a damaged ZIP archive: {error}", "not read; the original is kept", "get the file anew"
        )
        return
    with archive:
        try:
            yield from _members(piece, archive, members, read_piece)
        except Stop as stop:
            yield problem_of(
                piece, str(stop), "the members after that were not read", "unpack it yourself and add the folder"
            )


def _members(piece: Piece, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], read_piece: ReadPiece) -> Outcome:
    budget, seen = piece.budget or Budget(), Seen()
    plain = [info for info in members if not info.filename.endswith("/")]
    files = [info for info in plain if not is_hidden(info.filename.replace("\\", "/"))]
    references = _references(archive, files)
    yield from _absent(piece, references, files)
    for info in files:
        count_member(budget)
        inside = replace(seen.named(piece, info.filename), budget=budget)
        claimed = references.get(posixpath.normpath(info.filename))
        for outcome in _member(inside, archive, info, read_piece):
            whole = claimed and isinstance(outcome, Document) and outcome.member == inside.member
            yield with_claims(outcome, claimed) if whole and isinstance(outcome, Document) and claimed else outcome


def count_member(budget: Budget) -> None:
    """Count one more member; raise `Stop` when there are too many."""
    budget.members -= 1
    if budget.members < 0:
        raise Stop(f"more than {limits.ARCHIVE_MEMBERS:,} files in the archive")


class Seen:
    """Names the members of one archive, those of the same name apart."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def named(self, piece: Piece, filename: str) -> Piece:
        """Name a member: the locator as the archive has it, the name without anything that leads outside."""
        times = self._times[filename] = self._times.get(filename, 0) + 1
        inside = posixpath.normpath("/" + filename.replace("\\", "/")).lstrip("/")
        again = f" ({times})" if times > 1 else ""
        locator = f"{piece.member}!/{filename}" if piece.member else filename
        return replace(piece, name=f"{piece.name}/{inside}{again}", member=f"{locator}{again}", depth=piece.depth + 1)


def warn_of_escape(piece: Piece, filename: str) -> Outcome:
    """Say so when a member's name would lead outside a folder it is unpacked to."""
    if escapes(filename):
        what = "its name in the archive leads outside it"
        yield problem_of(
            piece, what, f"read under the name {piece.name!r}; nothing is written", "be wary of who packed this archive"
        )


def _member(piece: Piece, archive: zipfile.ZipFile, info: zipfile.ZipInfo, read_piece: ReadPiece) -> Outcome:
    yield from warn_of_escape(piece, info.filename)
    if info.flag_bits & 1:
        yield problem_of(piece, "locked with a password", KEPT, "unpack it yourself and add the folder")
        return
    try:
        data = _unfold(archive, info, piece.budget or Budget())
    except DAMAGED as error:
        yield problem_of(piece, f"damaged in the archive: {error}", KEPT, "get the archive anew")
        return
    if isinstance(data, str):
        yield problem_of(piece, data, KEPT, "unpack it yourself and add it by itself, in parts if it is long")
        return
    yield from read_piece(replace(piece, data=data), kind_of(info.filename, data[:64]))


def _references(archive: zipfile.ZipFile, files: list[zipfile.ZipInfo]) -> Mapping[str, Claimed]:
    """Collect what lists of references in the archive say of the files beside them, by name."""
    lists = [info for info in files if kind_of(info.filename, b"") is Kind.RIS and not info.flag_bits & 1]
    if not lists:
        return {}
    from sayso.ingest.references import attached  # noqa: PLC0415  few archives hold references

    found: dict[str, Claimed] = {}
    for info in lists:
        if info.file_size <= limits.LIST_BYTES and info.file_size <= limits.ARCHIVE_RATIO * info.compress_size:
            with suppress(*DAMAGED):
                for path, claimed in attached(archive.read(info)):
                    found.setdefault(posixpath.join(posixpath.dirname(info.filename), path), claimed)
    return found


def _absent(piece: Piece, references: Mapping[str, Claimed], files: list[zipfile.ZipInfo]) -> Outcome:
    """Say how many of the files that lists in the archive name are not in it."""
    there = {posixpath.normpath(info.filename) for info in files}
    absent = sum(path not in there for path in references)
    if absent:
        what = f"files attached to its references that are not in the archive: {absent:,} of {len(references):,}"
        yield problem_of(piece, what, "they were not read", "pack the folder it was exported to, whole")


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
                raise Stop(f"the archive unfolds to more than {limits.mb(limits.ARCHIVE_TOTAL)}")
            if size > most:
                return f"longer than {limits.mb(most)}"
            if size > limits.ARCHIVE_RATIO_FLOOR and size > limits.ARCHIVE_RATIO * max(info.compress_size, 1):
                return f"unfolds to more than {limits.ARCHIVE_RATIO} times its packed size, as no text does"
    return b"".join(parts)


HELD = frozenset({Kind.JSON_LINES, Kind.CSV, Kind.ZIP, Kind.MBOX, Kind.TAR, Kind.PACKED, Kind.WARC, Kind.WACZ})
PAPERS = frozenset({Kind.PDF, Kind.DOCX, Kind.ODT, Kind.RTF, Kind.MAIL, Kind.MHTML, Kind.XLSX})
LISTS = frozenset({Kind.JSON, Kind.RIS, Kind.FEED})


def largest(kind: Kind) -> int:
    """Return the most bytes of a kind that are held in memory at once."""
    if kind in HELD:
        return limits.HELD_BYTES
    return limits.PAPER_BYTES if kind in PAPERS else limits.JSON_BYTES if kind in LISTS else limits.DOCUMENT_BYTES
