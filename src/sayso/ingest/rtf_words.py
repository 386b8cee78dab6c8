"""What the control words of rich text mean; which group holds no text is told by striprtf's list."""

from __future__ import annotations

from striprtf.striprtf import charset_map, destinations

from sayso.model.text import MarkKind

__all__ = [
    "BREAKS",
    "CHARACTERS",
    "CLAIMS",
    "CODE_PAGES",
    "GROUPS",
    "NOTES",
    "RUNNING",
    "SILENT",
    "STYLES",
    "SYMBOLS",
    "codec_of_charset",
    "known_codec",
]

STYLES = {
    "title": MarkKind.HEADLINE, "subtitle": MarkKind.STANDFIRST, "caption": MarkKind.CAPTION, "quote": MarkKind.BLOCK_QUOTE,
    "intense quote": MarkKind.BLOCK_QUOTE,
}  # fmt: skip
CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "", "rtlmark": "",
}  # fmt: skip
SYMBOLS = {b"~": "\xa0", b"{": "{", b"}": "}", b"\\": "\\", b"_": "\u2011", b"\t": "\t"}
BREAKS = frozenset({"par", "sect", "page", "cell", "nestcell", "row", "nestrow", "column"})
CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
NOTES = frozenset({"footnote", "annotation", "shptxt"})
RUNNING = frozenset({f"{place}{page}" for place in ("header", "footer") for page in ("", "l", "r", "f")})
CLAIMS = {"title": "title", "author": "byline", "doccomm": "description"}
# Groups that hold no text, and around text: striprtf's list without what is read here.
SILENT = (frozenset(destinations) | {"nonshppict", "fldinst", "themedata"}) - NOTES - RUNNING - set(CLAIMS) - {
    "pntext", "result", "ud", "info", "fonttbl", "stylesheet", "listtext", "shp", "do", "dptxbxtext", "g", "object",
}  # fmt: skip
GROUPS = NOTES | RUNNING | {"fonttbl", "stylesheet", "info", "ud", "pntext", "listtext"} | set(CLAIMS)


def codec_of_charset(number: int | None) -> str:
    """Return the codec of a font's charset number, empty for those that mean the document's own (0, 1, 2) or nothing."""
    return "" if number in {None, 0, 1, 2} else known_codec(str(charset_map.get(number, "")))


def known_codec(name: str) -> str:
    """Return the name of a codec of text, empty when there is none of it."""
    try:
        b"a".decode(name)
    except (LookupError, UnicodeError):
        return ""
    return name
