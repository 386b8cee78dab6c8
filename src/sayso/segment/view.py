"""A same-length look at a text: marks made uniform one character for one character; offsets stay the text's (MODEL §1).

Straight double quotes stay as they are: which way one points is for `quotes` to tell. Only what is certain is mended:
the C1 controls that Windows-1252 punctuation becomes when read as Latin-1, and broken letters (`mojibake`).
"""

from __future__ import annotations

import re

from sayso.segment.mojibake import mend

__all__ = ["same_length_view"]

_QUOTES = {
    "«": "“",
    "»": "”",
    "„": "“",
    "‟": "“",
    "‹": "‘",
    "›": "’",
    "‚": "‘",
    "‛": "‘",
    "＂": '"',
    "〝": "“",
    "〞": "”",
}
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_LINE_ENDS = dict.fromkeys("\r\u2028\u2029\x0b\x0c", "\n")
# Between two words of a line a form feed is where a sentence runs over the end of a page; beside a line end it is one more.
_PAGE_END = re.compile(r"(?<=[^\s])\f(?=[^\s])")
_WINDOWS_1252 = {
    "\x82": "‘",
    "\x84": "“",
    "\x85": "…",
    "\x91": "‘",
    "\x92": "’",
    "\x93": "“",
    "\x94": "”",
    "\x96": "–",
    "\x97": "—",
}
_TABLE = str.maketrans(_QUOTES | _SPACES | _LINE_ENDS | _WINDOWS_1252)


def same_length_view(text: str) -> str:
    """Return `text` with quotation marks, spaces and line ends made uniform, one character for one character."""
    return _PAGE_END.sub(" ", mend(text)).translate(_TABLE)
