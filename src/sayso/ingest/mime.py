"""Mail's own wrapping, for letters and saved pages: taking a message apart, its headers and parts as text.

The standard library parses leniently but raises many things on garbage once asked for a header or a payload; what it may
raise is in `RAISED`, and every call that may raise it stands in this module.
"""

from __future__ import annotations

import binascii
import email.errors
import re
from collections.abc import Callable, Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import collapse_rfc2231_value
from typing import TypeVar

from sayso.ingest import limits
from sayso.ingest.decode import Decoded, clean, decode

__all__ = [
    "all_parts",
    "children",
    "file_name",
    "header",
    "kind_of_part",
    "parameter",
    "parse",
    "payload",
    "raw_headers",
    "text_of",
]

T = TypeVar("T")

RAISED = (
    ValueError,  # broken base64, Unicode and RFC 2231 parameters
    LookupError,  # unknown charsets, and indices past the end of a broken header
    TypeError,  # parameters half encoded
    AttributeError,  # a payload that is a list where text was announced
    RecursionError,  # parts in parts in parts
    AssertionError,  # boundaries that end before they begin
    email.errors.MessageError,
)
HEADER_LENGTH = 4_000  # characters of a header that are looked at; a long list of addressees is longer
ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})\?=(?:\s+(?==\?))?")
CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
# Encodings that are written in ASCII, so that their bytes are sound UTF-8 and would be read as such.
IN_ASCII = re.compile(r"iso-?2022|^hz|utf-?7|^hz-gb", re.IGNORECASE)


def parse(data: bytes) -> Message | str:
    """Take a message apart, or say why that cannot be done."""
    # Each line is compared with the boundary of each part it lies in, so that parts in parts cost lines times depth.
    if data.count(b"\n") * min(data.count(b"boundary"), limits.MAIL_DEPTH) > limits.MAIL_LINES:
        return "too many parts inside parts"
    try:
        message = BytesParser(policy=compat32).parsebytes(data)
    except RAISED as error:
        return f"its parts cannot be told apart ({type(error).__name__})"
    return message


def _safely(call: Callable[[], T], otherwise: T) -> T:
    try:
        return call()
    except RAISED:
        return otherwise


def children(part: Message) -> list[Message]:
    """Return the parts a part holds, empty when it holds text (which is left as it is: asking for it would decode it)."""
    found = part.get_payload() if part.is_multipart() else []
    return [child for child in found if isinstance(child, Message)] if isinstance(found, list) else []


def all_parts(message: Message) -> Iterator[Message]:
    """Yield a message and all parts in it in their order, without recursion: how deep they lie is up to who sent it."""
    todo = [message]
    while todo:
        part = todo.pop()
        yield part
        todo.extend(reversed(children(part)))


def kind_of_part(part: Message) -> str:
    """Return a part's media type in lower case; `text/plain` when it states none."""
    return _safely(part.get_content_type, "application/octet-stream")


def parameter(part: Message, name: str, of: str = "content-type") -> str:
    """Return a parameter of a header as text, empty when there is none."""
    return _safely(lambda: collapse_rfc2231_value(part.get_param(name, "", of) or "").strip(), "")


def file_name(part: Message) -> str:
    """Return the name a part is to be saved under, empty when it has none."""
    name = parameter(part, "filename", "content-disposition") or parameter(part, "name")
    return CONTROLS.sub(" ", _words(name))[:200].strip()


def raw_headers(message: Message) -> Iterator[tuple[str, str]]:
    """Yield headers as they were sent, names in lower case; bytes that are no ASCII as surrogates."""
    for name, value in message.raw_items():
        yield name.lower(), str(value)


def header(message: Message, name: str) -> str:
    """Return the first header of a name as a reader would see it, empty when there is none.

    Raw bytes, which no header should hold, are read as UTF-8 or else as Windows-1252.
    """
    value = next((value for key, value in raw_headers(message) if key == name), "")[:HEADER_LENGTH]
    return " ".join(CONTROLS.sub(" ", _words(value)).split())


def _words(value: str) -> str:
    """Decode the encoded words of a header; neighbours in one charset are joined before, as characters are cut in half."""
    text = _guess(value.encode("utf-8", "surrogateescape"))
    out: list[str] = []
    pending, charset, at = b"", "", 0
    for found in ENCODED.finditer(text):
        if pending and (found.start() > at or found.group(1).lower() != charset):
            out.append(_in(pending, charset))
            pending = b""
        out.append(text[at : found.start()])
        charset = found.group(1).lower()
        pending += _encoded(found.group(2), found.group(3))
        at = found.end()
    return "".join((*out, _in(pending, charset), text[at:]))


def _encoded(how: str, words: str) -> bytes:
    data = words.encode("utf-8", "replace")
    if how in "qQ":
        return binascii.a2b_qp(data, header=True)
    return _safely(lambda: binascii.a2b_base64(data + b"=" * (-len(data) % 4)), data)


def _in(data: bytes, charset: str) -> str:
    name = charset.partition("*")[0]  # RFC 2231 lets a language follow
    return _safely(lambda: data.decode(name), "") or _guess(data)


def _guess(data: bytes) -> str:
    return _safely(lambda: data.decode("utf-8"), "") or data.decode("cp1252", "replace")


def payload(part: Message) -> bytes:
    """Return what a part holds, its transfer encoding undone as far as that goes."""
    found = _safely(lambda: part.get_payload(decode=True), None)
    return found if isinstance(found, bytes) else b""


def text_of(part: Message, declared: str | None = None) -> Decoded:
    """Decode a text part by its charset; `declared` is what the text itself states, which counts less.

    UTF-8 that is sound is UTF-8 whatever is stated. `text` is None when the bytes are no text.
    """
    data = payload(part)
    charset = parameter(part, "charset") or declared
    if charset and IN_ASCII.search(charset):
        text = _safely(lambda: data.decode(charset), "")
        if text:
            return Decoded(clean(text), charset.lower())
    return decode(data, declared=charset)
