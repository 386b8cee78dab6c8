"""The records of a web archive (WARC), one at a time and never more than asked for in memory.

Headers are parsed by warcio; finding records, unfolding and going on behind damage is done here, because an archive of a
gigabyte with one bad record must cost that record, and its lengths cannot be believed.
"""

from __future__ import annotations

import hashlib
import io
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from warcio.bufferedreaders import ChunkedDataReader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException

from sayso.ingest.pieces import Budget
from sayso.ingest.unfold import BLOCK, BROKEN, Damaged, Spent, Unfolding, can_seek, packing_of

__all__ = ["Record", "Records"]

WARC_VERSIONS = ["WARC/"]
HTTP_VERSIONS = ["HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/2", "HTTP/3.0", "HTTP/3"]
LINE = 64 * 1024
HEAD = 256 * 1024
DIGESTS = frozenset({"sha1", "sha256", "sha512", "md5"})
RECOVERIES = 1000
"""How many damaged places of one archive are passed before it is given up."""


@dataclass(slots=True)
class Record:
    """One record: its headers, and its content as long as the next record has not been asked for."""

    headers: StatusAndHeaders
    length: int
    _stream: IO[bytes]
    _left: int = field(init=False)
    _digest: Any = field(init=False)
    _stated: str = field(init=False)

    def __post_init__(self) -> None:
        self._left = self.length
        name, _, self._stated = self.header("WARC-Block-Digest").partition(":")
        self._digest = hashlib.new(name.lower(), usedforsecurity=False) if name.lower() in DIGESTS else None

    def header(self, name: str) -> str:
        """Return a header's value, "" when there is none."""
        return (self.headers.get_header(name) or "").strip()

    @property
    def left(self) -> int:
        """How many bytes have not been read."""
        return self._left

    def read(self, most: int) -> bytes:
        """Read on, at most so many bytes; raise `Damaged` when the record is cut off."""
        size = min(most, self._left)
        try:
            data = self._stream.read(size)
        except BROKEN as error:
            raise Damaged(f"it cannot be read: {error}") from error
        self._took(data)
        if len(data) < size:
            raise Damaged(f"it is cut off: a record lacks {size - len(data):,} of its {self.length:,} bytes")
        return data

    def _took(self, data: bytes) -> None:
        self._left -= len(data)
        if self._digest:
            self._digest.update(data)

    def altered(self) -> bool:
        """Tell whether the content, read to its end, is other than the record's own digest says."""
        if self._digest is None or self._left:
            return False
        found = self._digest.digest()
        return self._stated.strip().lower() not in {found.hex(), b32encode(found).decode().lower()}

    def skip(self) -> None:
        """Pass by what has not been read."""
        self._digest = None
        while self._left:
            self.read(BLOCK)

    def http_headers(self) -> StatusAndHeaders | None:
        """Read the headers of the web server's answer, which begin the content; None when there are none."""
        lines = bytearray()
        while self._left and len(lines) < HEAD:
            line = self._stream.readline(min(LINE, self._left))
            self._took(line)
            lines += line
            if not line.strip():
                break
        return _parse(bytes(lines), HTTP_VERSIONS)


def dechunked(data: bytes) -> bytes:
    """Put together the chunks in which a server sent its answer; what is not in chunks stays as it is."""
    whole: bytes = ChunkedDataReader(io.BytesIO(data)).read()
    return whole


def _parse(head: bytes, versions: list[str]) -> StatusAndHeaders | None:
    try:
        return StatusAndHeadersParser(versions, verify=True).parse(io.BytesIO(head))
    except (StatusAndHeadersParserException, EOFError, ValueError, IndexError):
        return None


class Records:
    """Iterates over the records of an archive; damaged places are told in `damages`, and what stands after them is read."""

    def __init__(self, source: IO[bytes], budget: Budget) -> None:
        head = source.read(6)
        source.seek(0)
        self.damages: list[str] = []
        self._source, self._seeks = source, can_seek(source)
        self._size = source.seek(0, io.SEEK_END) if self._seeks else None
        source.seek(0)
        packing = packing_of(head)
        self._packed = Unfolding(source, packing, budget) if packing else None
        self._stream: IO[bytes] = io.BufferedReader(self._packed, BLOCK) if self._packed else source
        self._last: Record | None = None
        self._ended = False
        self._begin = 0  # of the record at hand, in a plain archive

    def __iter__(self) -> Iterator[Record]:
        """Yield each record; `recover` must be called when reading from it raises."""
        while (record := self._sound()) is not None:
            self._last = record
            yield record

    def _sound(self) -> Record | None:
        while True:
            try:
                if self._last:
                    self._last.skip()
                return self._next()
            except (Damaged, Spent) as error:
                if not self.recover(error):
                    return None

    def recover(self, error: Damaged | Spent) -> bool:
        """Note damage and go to where the next record seems to begin; tell whether there is one."""
        self.damages.append(str(error))
        self._ended = isinstance(error, Spent) or len(self.damages) > RECOVERIES or not self._recover()
        self._last = None
        return not self._ended

    def _next(self) -> Record | None:
        if self._ended:
            return None
        line = self._line()
        while line and not line.strip():
            line = self._line()
        if not line:
            return None
        if not line.startswith(b"WARC/"):
            raise Damaged(f"no record begins where one should: {line[:40]!r}")
        if self._seeks and not self._packed:
            self._begin = self._source.tell() - len(line)
        headers = _parse(line + self._head(), WARC_VERSIONS)
        length = (headers.get_header("Content-Length") or "").strip() if headers else ""
        if headers is None or not length.isascii() or not length.isdigit() or len(length) > 15:
            raise Damaged("a record does not say how long it is")
        if self._size is not None and not self._packed and int(length) > self._size - self._source.tell():
            raise Damaged("it is cut off, or a record says it is longer than the file")
        return Record(headers, int(length), self._stream)

    def _head(self) -> bytes:
        lines = bytearray()
        while (line := self._line()) and line.strip():
            lines += line
            if len(lines) > HEAD:
                raise Damaged(f"a record's headers are longer than {HEAD // 1024} kB")
        return bytes(lines)

    def _line(self) -> bytes:
        try:
            line = self._stream.readline(LINE)
        except BROKEN as error:
            raise Damaged(f"it cannot be read: {error}") from error
        if len(line) == LINE and not line.endswith(b"\n"):
            raise Damaged(f"a header is longer than {LINE // 1024} kB")
        return line

    def _recover(self) -> bool:
        if self._packed:
            if not self._packed.recover():
                return False
            if isinstance(self._stream, io.BufferedReader):
                self._stream.detach()  # else it would close what it reads from, once nobody holds it
            self._stream = io.BufferedReader(self._packed, BLOCK)
            return True
        if self._seeks:
            self._source.seek(self._begin + 1)
        return self._find_record()

    def _find_record(self) -> bool:
        """Read on to the next line that begins a record; in a stream that cannot go back, line by line."""
        while line := self._stream.readline(LINE):
            if line.startswith(b"WARC/1.") and self._seeks:
                self._source.seek(-len(line), io.SEEK_CUR)
                return True
        return False
