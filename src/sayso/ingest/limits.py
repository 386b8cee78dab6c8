"""Every limit of ingest in one place. A file beyond a limit is kept as an original and recorded as a problem."""

from __future__ import annotations

__all__ = [
    "ARCHIVE_DEPTH",
    "ARCHIVE_MEMBERS",
    "ARCHIVE_RATIO",
    "ARCHIVE_RATIO_FLOOR",
    "ARCHIVE_TOTAL",
    "ATTACHMENTS",
    "DOCUMENT_BYTES",
    "HELD_BYTES",
    "JSON_BYTES",
    "LINE_CHARACTERS",
    "LIST_BYTES",
    "MAIL_DEPTH",
    "MAIL_LINES",
    "ORIGINAL_BYTES",
    "PAGE_ELEMENTS",
    "PAPER_BYTES",
    "PART_BYTES",
    "PDF_MEMORY",
    "PDF_PAGES",
    "PDF_SECONDS",
    "RTF_DEPTH",
    "RTF_TOKENS",
    "SHEET_BYTES",
    "SHEET_CELLS",
    "WARC_RECORDS",
    "WARC_TOTAL",
    "mb",
]

MB = 1024 * 1024

DOCUMENT_BYTES = 4 * MB
"""The largest single page, article or text that is read: about 700,000 words, minutes of parsing."""

PAGE_ELEMENTS = 30_000
"""The most elements of a web page among which an article is looked for, which takes longer than in step with their number."""

PAPER_BYTES = 96 * MB
"""The largest PDF, office document, letter or saved page, pictures included; its text is held to `DOCUMENT_BYTES`."""

PART_BYTES = 32 * MB
"""How much one part of an office document (its body, its notes) may unfold to; a long book's body is about 10 MB."""

PDF_PAGES = 5_000
"""How many pages of a PDF are read."""

RTF_DEPTH = 1_000
"""How deep braces may stand in braces in a rich text; programs write about twenty."""

RTF_TOKENS = 20_000_000
"""How many control words, braces and runs of text of a rich text are read: half a minute."""

MAIL_DEPTH = 400
"""How deep parts of a letter can lie in parts before the parser gives up by itself."""

PDF_MEMORY = 1024 * MB
"""How much memory the process may take that reads a PDF, where the system can hold to that (Linux can)."""

PDF_SECONDS = 30
"""How long one page of a PDF may take."""

ATTACHMENTS = 5_000
"""How many files attached to one letter are read."""

MAIL_LINES = 10_000_000
"""The most lines of a letter times its boundaries between parts: what taking it apart costs."""

LINE_CHARACTERS = 16 * MB
"""The longest line of a table, which holds one article or one row of it."""

SHEET_BYTES = 128 * MB
"""How much the parts of a workbook may unfold to together."""

SHEET_CELLS = 4_000_000
"""How many cells a sheet may span, empty ones included, as its first and last are held to be the corners of one table."""

JSON_BYTES = 32 * MB
"""The largest list of articles in one piece of JSON; in memory it takes up to twenty times as much."""

HELD_BYTES = 128 * MB
"""The largest table, mailbox or archive inside another file: it is held in memory. By itself it may be of any length."""

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

WARC_TOTAL = 64 * 1024 * MB
"""How much one web archive may unfold to: it is read a page at a time, and crawls pack well."""

LIST_BYTES = 64 * MB
"""The largest list of pages or of references that is looked at beside the files it tells of."""

WARC_RECORDS = 20_000_000
"""How many records of one web archive are looked at."""

ARCHIVE_DEPTH = 3
"""How deep archives may lie in archives; the outermost is 1."""


def mb(size: int) -> str:
    """Write a number of bytes as a reader would say it.

    >>> mb(8 * 1024 * 1024)
    '8 MB'
    """
    return f"{size / MB:.0f} MB" if size >= MB else f"{size / 1024:.0f} kB" if size >= 1024 else f"{size} bytes"
