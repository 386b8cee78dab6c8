"""Makes small PDFs by hand: what stands where on a page is up to the test, not to a program that lays pages out."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

# Widths of Helvetica's letters in thousandths of its size.
WIDTH = {
    **dict.fromkeys("ijl'", 222), **dict.fromkeys(" .,:;!ftI/", 278), **dict.fromkeys("r-()", 333), **dict.fromkeys("ckJsvxyz", 500),
    **dict.fromkeys("FTZ", 611), **dict.fromkeys("ABEKPSVXY", 667), **dict.fromkeys("CDHNRUw", 722), **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM", 833), "W": 944,
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """Words at a place (points from the lower left corner), in Helvetica of a size."""

    x: float
    y: float
    words: str
    size: float = 10
    mode: int = 0  # 3: invisible
    turned: bool = False


def width(words: str, size: float = 10) -> float:
    """Return how wide words are."""
    return sum(WIDTH.get(c, 556) for c in words) * size / 1000


def wrapped(words: str, wide: float, size: float = 10, indent: float = 0) -> list[str]:
    """Break words into lines no wider than `wide` points, the first by `indent` less."""
    lines: list[str] = []
    for word in words.split():
        room = wide - (indent if len(lines) == 1 else 0)
        if lines and width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def column(
    words: str,
    x: float,
    top: float,
    wide: float,
    *,
    size: float = 10,
    leading: float = 12,
    indent: float = 0,
    gap: float = 6,
) -> list[Line]:
    """Set paragraphs (parted by an empty line) in a column that begins at `x` and `top`."""
    lines: list[Line] = []
    y = top
    for paragraph in words.split("\n\n"):
        for number, line in enumerate(wrapped(paragraph, wide, size, indent)):
            lines.append(Line(x + (indent if number == 0 else 0), y, line, size))
            y -= leading
        y -= gap
    return lines


def pdf(
    pages: Sequence[Sequence[Line]],
    *,
    info: str = "",
    images: Sequence[int] = (),
    extra: str = "",
    packed: bool = False,
) -> bytes:
    """Make a PDF of pages of lines; `images` are the pages (from 0) that are filled by a picture."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    picture = "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\n\x10\x20\x30\x40\nendstream"
    objects.append(picture)
    kids = []
    for number, lines in enumerate(pages):
        drawn = "q 612 0 0 792 0 0 cm /Im Do Q\n" if number in images else ""
        content = drawn + "".join(_drawn(line) for line in lines)
        objects.append(_stream(content, packed=packed))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /Im 4 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    return _file(objects, extra)


def _drawn(line: Line) -> str:
    escaped = line.words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    matrix = f"0 1 -1 0 {line.x} {line.y}" if line.turned else f"1 0 0 1 {line.x} {line.y}"
    return f"BT /F {line.size} Tf {line.mode} Tr {matrix} Tm ({escaped}) Tj ET\n"


def _stream(content: str, *, packed: bool) -> str:
    data = content.encode("cp1252")
    if packed:
        data = zlib.compress(data)
    return f"<< /Length {len(data)}{' /Filter /FlateDecode' if packed else ''} >>\nstream\n{data.decode('latin-1')}\nendstream"


def _file(objects: Sequence[str], extra: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
