"""The encoding a page declares for itself, as browsers understand the name; names that cannot be true are no declaration."""

from __future__ import annotations

import codecs
import re

__all__ = ["declared_encoding"]

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)
_HEAD = 8192  # bytes that are looked at

# What browsers read under these names holds more letters than the standard of that name (WHATWG Encoding).
_LABELS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "shift_jis": "cp932", "tis-620": "cp874", "iso8859-11": "cp874", "big5": "big5hkscs",
}  # fmt: skip
_SOUND = re.compile(r"(?:cp\d+|iso8859-\d+|utf-8|koi8|mac-|gb|big5|euc|shift|iso2022|johab|hz|tis|ptcp|kz1048)")


def declared_encoding(data: bytes) -> str | None:
    """Return the codec of the encoding that a page's head names.

    A page whose head could be read byte by byte is in no encoding of two or four bytes a letter, and programs' own
    codecs (escapes, domain names) are no encodings of pages.

    >>> declared_encoding(b'<meta charset="latin1">'), declared_encoding(b'<meta charset=utf-16>'), declared_encoding(b"<p>")
    ('cp1252', None, None)
    """
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except (LookupError, ValueError):
        return None
    name = _LABELS.get(name, name)
    return name if _SOUND.match(name) else None
