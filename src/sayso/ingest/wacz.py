"""Web archives with their index (.wacz): a ZIP of WARC files, a list of pages with titles, and digests to check them by."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from sayso.ingest import limits
from sayso.ingest.archives import DAMAGED, escapes
from sayso.ingest.pieces import Budget, Outcome, Piece, problem_of
from sayso.ingest.unfold import BLOCK
from sayso.ingest.walk import ReadPiece
from sayso.ingest.warc import read_records
from sayso.model.text import Problem

__all__ = ["read_wacz"]

WARC_ENDS = (".warc", ".warc.gz")
HASHES = frozenset({"sha256", "sha512", "sha384", "sha1", "md5"})


def read_wacz(piece: Piece, source: IO[bytes], read_piece: ReadPiece) -> Outcome:
    """Make documents of the pages in the archive's WARC files, in the order of their names."""
    if not piece.depth:
        piece = replace(piece, budget=Budget(limits.WARC_TOTAL, limits.WARC_RECORDS))
    try:
        archive = zipfile.ZipFile(source)
        members = sorted(archive.infolist(), key=lambda info: (info.filename, info.header_offset))
    except DAMAGED as error:
        yield _damaged(piece, f"a damaged WACZ archive: {error}")
        return
    with archive:
        yield from _checked(piece, archive)
        titles = dict(_titles(archive, [info for info in members if info.filename.startswith("pages/")]))
        warcs = [info for info in members if info.filename.lower().endswith(WARC_ENDS)]
        if not warcs:
            yield _damaged(piece, "there is no WARC file in it")
        for info in warcs:
            yield from _warc(piece, archive, info, read_piece, titles)


def _warc(
    piece: Piece, archive: zipfile.ZipFile, info: zipfile.ZipInfo, read_piece: ReadPiece, titles: dict[str, str]
) -> Outcome:
    member = f"{piece.member}!/{info.filename}" if piece.member else info.filename
    inside = replace(piece, name=f"{piece.name}/{info.filename.lstrip('/')}", member=member, depth=piece.depth + 1)
    if escapes(info.filename) or info.flag_bits & 1:
        yield _damaged(inside, "its name leads outside the archive, or it is locked with a password")
        return
    if _bomb(info):
        yield _damaged(inside, f"it unfolds to more than {limits.ARCHIVE_RATIO} times its packed size, as no text does")
        return
    try:
        with archive.open(info) as stream:
            yield from read_records(inside, stream, read_piece, titles)
    except DAMAGED as error:
        yield _damaged(inside, f"damaged in the archive: {error}")


def _bomb(info: zipfile.ZipInfo) -> bool:
    """Tell whether a member claims to unfold too far; no more than what it claims is ever unfolded."""
    return info.file_size > max(limits.ARCHIVE_RATIO_FLOOR, limits.ARCHIVE_RATIO * info.compress_size)


def _damaged(piece: Piece, what: str) -> Problem:
    return problem_of(piece, what, "not read; the original is kept", "get the file anew")


def _checked(piece: Piece, archive: zipfile.ZipFile) -> Iterator[Problem]:
    """Compare each file with the digest that the archive's own list states for it."""
    listed = _json(_small(archive, "datapackage.json"))
    resources = listed.get("resources") if isinstance(listed, dict) else None
    for resource in resources if isinstance(resources, list) else []:
        path, stated = (resource.get("path"), resource.get("hash")) if isinstance(resource, dict) else (None, None)
        name, _, digest = stated.partition(":") if isinstance(stated, str) else ("", "", "")
        if not isinstance(path, str) or name not in HASHES:
            continue
        found = _digest(archive, path, name)
        if found != digest.lower():
            what = (
                f"{path} is not what the archive's own list of digests says"
                if found
                else f"{path} is listed but not whole"
            )
            yield problem_of(
                piece, what, "what can be read of it is read, but it was changed since it was made, or came damaged",
                "get the file anew, or ask who made it",
            )  # fmt: skip


def _digest(archive: zipfile.ZipFile, path: str, name: str) -> str:
    """Return a member's digest, "" when it cannot be read whole."""
    found = hashlib.new(name, usedforsecurity=False)
    try:
        if _bomb(archive.getinfo(path)):
            return ""
        with archive.open(path) as stream:
            while part := stream.read(BLOCK):
                found.update(part)
    except (*DAMAGED, KeyError):
        return ""
    return found.hexdigest()


def _titles(archive: zipfile.ZipFile, lists: list[zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    """Yield the titles that lists of pages claim, by address."""
    for info in lists:
        if not info.filename.endswith(".jsonl"):
            continue
        for line in _small(archive, info.filename).split(b"\n"):
            page = _json(line)
            url, title = (page.get("url"), page.get("title")) if isinstance(page, dict) else (None, None)
            if isinstance(url, str) and isinstance(title, str) and title.strip():
                yield url, title.strip()


def _small(archive: zipfile.ZipFile, path: str) -> bytes:
    """Return a member that lists things, b"" when it is not there, damaged or far too long."""
    try:
        with archive.open(path) as stream:
            data = stream.read(limits.LIST_BYTES + 1)
    except (*DAMAGED, KeyError):
        return b""
    return data if len(data) <= limits.LIST_BYTES else b""


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
