"""Every limit of ingest in one place. A file beyond a limit is kept as an original and recorded as a problem."""

from __future__ import annotations

__all__ = [
    "ARCHIVE_DEPTH",
    "ARCHIVE_MEMBERS",
    "ARCHIVE_RATIO",
    "ARCHIVE_RATIO_FLOOR",
    "ARCHIVE_TOTAL",
    "DOCUMENT_BYTES",
    "ORIGINAL_BYTES",
    "PAGE_ELEMENTS",
    "TABLE_BYTES",
    "mb",
]

MB = 1024 * 1024

DOCUMENT_BYTES = 4 * MB
"""The largest single page, article or text that is read: about 700,000 words, minutes of parsing."""

PAGE_ELEMENTS = 30_000
"""The most elements of a web page among which an article is looked for, which takes longer than in step with their number."""

TABLE_BYTES = 512 * MB
"""The largest .jsonl or .csv; each article in it is held to `DOCUMENT_BYTES`."""

ORIGINAL_BYTES = 4096 * MB
"""The largest file that is taken into a case at all."""

ARCHIVE_TOTAL = 2048 * MB
"""How much one archive may unfold to, archives inside it included."""

ARCHIVE_RATIO = 200
"""How many times its packed size a member may unfold to; plain prose packs about 3 times, tables of numbers about 20."""

ARCHIVE_RATIO_FLOOR = 4 * MB
"""Below this a member's ratio does not matter: a small file of one letter packs 1,000 times and harms nobody."""

ARCHIVE_MEMBERS = 100_000
"""How many members of one archive are looked at, archives inside it included."""

ARCHIVE_DEPTH = 3
"""How deep archives may lie in archives; the outermost is 1."""


def mb(size: int) -> str:
    """Write a number of bytes as a reader would say it.

    >>> mb(8 * 1024 * 1024)
    '8 MB'
    """
    return f"{size / MB:.0f} MB" if size >= MB else f"{size / 1024:.0f} kB" if size >= 1024 else f"{size} bytes"
