"""Packed bytes read as plain ones, a little at a time: gzip, bzip2, xz and what web servers send packed.

Nothing is believed: sizes are counted, unfolding stops where no text unfolds so far, and damage is an error that says
so, never a silent end.
"""

from __future__ import annotations

import bz2
import io
import lzma
import zipfile
import zlib
from typing import IO, Any

from sayso.ingest import limits
from sayso.ingest.pieces import Budget

__all__ = ["BLOCK", "Damaged", "Spent", "Unfolding", "can_seek", "packing_of"]

BLOCK = 64 * 1024
XZ_MEMORY = 128 * 1024 * 1024  # what `xz -9` needs is 65 MB
MAGIC = {"gzip": b"\x1f\x8b\x08", "bzip2": b"BZh", "xz": b"\xfd7zXZ\x00"}
BROKEN = (zlib.error, OSError, EOFError, ValueError, lzma.LZMAError, zipfile.BadZipFile)


class Damaged(Exception):  # noqa: N818  it says what the bytes are
    """The bytes cannot be read from here on."""


class Spent(Exception):  # noqa: N818  it says what became of the limit
    """A limit of unfolding is passed."""


def packing_of(head: bytes) -> str | None:
    """Tell by how bytes begin what they are packed with: gzip, bzip2, xz, or None."""
    return next((name for name, magic in MAGIC.items() if head.startswith(magic)), None)


def can_seek(source: IO[bytes]) -> bool:
    """Tell whether going back in a stream is cheap; in a member of a ZIP it means unfolding it anew."""
    return not isinstance(source, zipfile.ZipExtFile) and source.seekable()


def _machine(packing: str, head: bytes) -> Any:
    if packing == "gzip":
        return zlib.decompressobj(16 + zlib.MAX_WBITS)
    if packing == "deflate":  # servers send it with or without the header that the standard asks for
        headed = len(head) > 1 and head[0] & 15 == zlib.DEFLATED and int.from_bytes(head[:2], "big") % 31 == 0
        return zlib.decompressobj(zlib.MAX_WBITS if headed else -zlib.MAX_WBITS)
    return bz2.BZ2Decompressor() if packing == "bzip2" else lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY)


class Unfolding(io.RawIOBase):
    """A stream of what packed bytes unfold to, one packed stream behind another included.

    Reading raises `Damaged` where they cannot be unfolded, `Spent` when they unfold further than text does or than `budget`
    has left. Wrap it in `io.BufferedReader` for lines.
    """

    def __init__(self, source: IO[bytes], packing: str, budget: Budget) -> None:
        self._source, self._packing, self._budget = source, packing, budget
        self._rest = source.read(BLOCK)
        self._machine = _machine(packing, self._rest)
        self._taken, self._given = len(self._rest), 0
        self._begin = 0  # where in the source the packed stream begins that is being unfolded
        self._full = self._ended = False

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Unfold into a buffer; 0 at the end."""
        data = b""
        while not data and not self._ended:
            data = self._unfold(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _unfold(self, most: int) -> bytes:
        if self._machine.eof:
            self._next()
            return b""
        if not self._rest and not self._full and not self._more():
            raise Damaged("it is cut off: the packed data end too early")
        try:
            data: bytes = self._machine.decompress(self._rest, most)
        except (*BROKEN, MemoryError) as error:
            raise Damaged(f"the packed data are damaged: {error}") from error
        self._rest = getattr(self._machine, "unconsumed_tail", b"")
        self._full = len(data) == most
        self._count(len(data))
        return data

    def _more(self) -> bool:
        try:
            self._rest = self._source.read(BLOCK)
        except BROKEN as error:
            raise Damaged(f"the packed data are damaged: {error}") from error
        self._taken += len(self._rest)
        return bool(self._rest)

    def _next(self) -> None:
        """Go on with the packed stream that stands right behind; zeros behind the last are padding."""
        self._rest = self._machine.unused_data
        while not self._rest.lstrip(b"\0"):
            if not self._more():
                self._ended = True
                return
        self._rest = self._rest.lstrip(b"\0")
        if len(self._rest) < 6:
            begin = self._rest
            self._more()
            self._rest = begin + self._rest
        if packing_of(self._rest) != self._packing:
            raise Damaged("what follows the packed data is something else")
        self._start()

    def _start(self) -> None:
        self._begin = self._taken - len(self._rest)
        self._machine, self._full = _machine(self._packing, self._rest), False

    def recover(self) -> bool:
        """After damage, go to where the next packed stream seems to begin; tell whether there is one."""
        magic = MAGIC.get(self._packing, b"")
        if can_seek(self._source):
            self._source.seek(self._begin + 1)
            self._rest, self._taken = b"", self._begin + 1
        else:
            self._rest = self._rest[1:]
        while (at := self._rest.find(magic)) < 0:
            tail = self._rest[-len(magic) + 1 :]
            if not self._more():
                self._ended = True
                return False
            self._rest = tail + self._rest
        self._rest = self._rest[at:]
        self._start()
        return True

    def _count(self, size: int) -> None:
        self._given += size
        self._budget.total -= size
        if self._budget.total < 0:
            raise Spent("it unfolds to more than is read at once")
        if self._given > limits.ARCHIVE_RATIO_FLOOR and self._given > limits.ARCHIVE_RATIO * max(self._taken, 1):
            raise Spent(f"it unfolds to more than {limits.ARCHIVE_RATIO} times its packed size, as no text does")
