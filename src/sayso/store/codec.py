"""Records to bytes and back; the same record always gives the same bytes."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import replace
from typing import TypeVar

import msgspec

from sayso.model.judgements import Judgement
from sayso.model.reading import Reading
from sayso.model.reconstruction import Reconstruction
from sayso.model.text import Document, Problem

__all__ = ["decode", "digest", "encode", "pack", "unpack"]

Record = Document | Judgement | Problem | Reading | Reconstruction
R = TypeVar("R", Document, Judgement, Problem, Reading, Reconstruction)


def encode(record: Record) -> bytes:
    """Write a record as JSON, fields in their order; the texts of documents and readings are kept elsewhere."""
    return msgspec.json.encode(replace(record, text="") if isinstance(record, Document | Reading) else record)


def decode(data: bytes, kind: type[R]) -> R:
    """Read a record back; raises `msgspec.MsgspecError` when the bytes hold none."""
    return msgspec.json.decode(data, type=kind)


def pack(data: bytes) -> bytes:
    """Make a large record small on disk; digests are always of the unpacked bytes."""
    return zlib.compress(data, 1)


def unpack(data: bytes) -> bytes:
    """Undo `pack`; raises `zlib.error` when the bytes were changed."""
    return zlib.decompress(data)


def digest(*parts: bytes | str) -> str:
    """Return the SHA-256 of parts, each with its length before it, so that no two lists of parts have one digest."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()
