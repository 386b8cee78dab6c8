"""A text file of any length line by line, never more of it in memory than a line.

Its encoding is told as `decode` tells it: from all of a short file; in a long one from how it begins and from the stretch
around the first place that is no UTF-8.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, cast

from sayso.ingest import limits
from sayso.ingest.decode import Decoded, Doubt, decode

__all__ = ["SAMPLE", "LongLine", "TextLines", "open_lines"]

WHOLE = 8 * 1024 * 1024  # up to here a file is decoded at once
BLOCK = 1024 * 1024
SAMPLE = 256 * 1024
"""How many characters of a text are looked at to tell its separator and its columns."""

BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class LongLine(Exception):  # noqa: N818  it says what the line is
    """A line is longer than anything that is read at once."""


@dataclass(frozen=True, slots=True)
class TextLines:
    """A text open for reading, the doubts about its encoding, and how it begins."""

    stream: IO[str]
    doubts: tuple[Doubt, ...]
    sample: str

    def line(self) -> str:
        """Return the next line with its end, "" at the end; raise `LongLine` behind one that is too long."""
        line = self.stream.readline(limits.LINE_CHARACTERS)
        if len(line) < limits.LINE_CHARACTERS or line.endswith("\n"):
            return line
        while (part := self.stream.readline(limits.LINE_CHARACTERS)) and not part.endswith("\n"):
            pass
        raise LongLine(f"a line longer than {limits.LINE_CHARACTERS:,} characters")

    def __iter__(self) -> Iterator[str]:
        return iter(self.line, "")


class _Reader(io.TextIOWrapper):
    """Reads text from a stream that belongs to others, and leaves it open."""

    def close(self) -> None:
        """Do nothing: the stream is closed by who opened it."""


def open_lines(source: IO[bytes], *, newline: str) -> TextLines | None:
    """Open a text for reading by lines; None when it is no text. `newline` is as for `open`."""
    head = source.read(WHOLE + 1)
    if len(head) <= WHOLE:
        decoded = decode(head)
        text = decoded.text
        return None if text is None else TextLines(io.StringIO(text, newline), decoded.doubts, text[:SAMPLE])
    bom = next((len(bom) for bom in BOMS if head.startswith(bom)), 0)
    found = _told(source, head)
    if found.text is None:
        return None
    source.seek(bom)
    encoding = found.encoding.replace("windows-", "cp")
    stream = _Reader(cast("io.BufferedReader", source), encoding, errors="replace", newline=newline)
    return TextLines(stream, found.doubts, found.text[:SAMPLE])


def _told(source: IO[bytes], head: bytes) -> Decoded:
    """Tell a long file's encoding: by its mark or its zeros, as UTF-8 throughout, or by the stretch that is not."""
    begin = decode(_whole_lines(head[:BLOCK]))
    if head.startswith(BOMS) or begin.text is None or begin.encoding.startswith("utf-16"):
        return begin
    source.seek(0)
    bad = _first_bad(source)
    if bad is None:
        return Decoded(begin.text, "utf-8", begin.doubts if begin.encoding == "utf-8" else ())
    source.seek(max(0, bad - BLOCK // 2))
    around = decode(_whole_lines(source.read(BLOCK).split(b"\n", 1)[-1]))
    return Decoded(begin.text, around.encoding, around.doubts) if around.text is not None else around


def _whole_lines(data: bytes) -> bytes:
    """Cut off the last line, which may end in half a character."""
    return data[: data.rfind(b"\n") + 1] or data


def _first_bad(source: IO[bytes]) -> int | None:
    """Return where the first byte stands that is no UTF-8, None when there is none."""
    decoder, at = codecs.getincrementaldecoder("utf-8")(), 0
    while block := source.read(BLOCK):
        try:
            decoder.decode(block)
        except UnicodeDecodeError as error:
            return max(0, at + error.start)
        at += len(block)
    return None
