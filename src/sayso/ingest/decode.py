"""Bytes to text: the encoding told, never repaired silently.

Order: byte order mark, UTF-16 by its zero bytes, strict UTF-8, what the page declares, UTF-8 with a few broken places, a
guess by charset-normalizer, replacement as the last resort. Whatever was assumed or lost is said in `Decoded.doubts`.
The text itself is changed in three ways only (MODEL §1): a leading BOM and NULs go, `\\r\\n` becomes `\\n`.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

__all__ = ["Decoded", "Doubt", "clean", "decode", "replace_surrogates"]

REPLACEMENT = "\ufffd"
BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip

# Encodings in which news is met, so that a short text is not taken for Icelandic Macintosh. Order breaks ties.
PLAUSIBLE = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "iso8859_2", "iso8859_6", "iso8859_15",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "mac_roman",
]  # fmt: skip
WESTERN = frozenset("æøåÆØÅäöüßÄÖÜéèêëàâçîïôùûÉÈÀÇñÑóíáúòÓÍÁÚ“”‘’–—…«»„€£§°·´¡¿\xa0")
SAMPLE = 256 * 1024

# What prose never holds: control characters other than tab, line ends, form feed, escape and the C1 "next line".
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
BROKEN_SHARE = 0.5  # more broken places than this share of the non-ASCII characters: it is not UTF-8 with faults
CONTROL_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something assumed or lost in decoding; `at` is the code point in the text it first concerns, if any."""

    what: str
    consequence: str
    way_out: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read with, and the doubts about it. `text` is None when the bytes are no text."""

    text: str | None
    encoding: str
    doubts: tuple[Doubt, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Decode bytes; `declared` is the encoding a page claims for itself."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _checked(_lenient(data[len(bom) :], encoding))
    wide = _zero_bytes(data[:SAMPLE])
    if wide:
        return _checked(_lenient(data, wide))
    return _checked(
        _strict(data, "utf-8")
        or (_strict(data, declared) if declared else None)
        or _broken_utf8(data)
        or _guessed(data)
    )


def clean(text: str) -> str:
    """Drop a leading BOM and NULs and turn `\\r\\n` into `\\n`; nothing else, ever (MODEL §1)."""
    return text.removeprefix("\ufeff").replace("\0", "").replace("\r\n", "\n")


def replace_surrogates(text: str) -> tuple[str, int | None]:
    """Replace lone surrogates, which no file can hold, one for one; tell where the first stood."""
    found = SURROGATE.search(text)
    return (SURROGATE.sub(REPLACEMENT, text), found.start()) if found else (text, None)


def _checked(decoded: Decoded) -> Decoded:
    text = clean(decoded.text or "")
    sample = text[:SAMPLE]
    if sample and len(CONTROLS.findall(sample)) > CONTROL_SHARE * len(sample):
        return Decoded(None, "binary")
    return Decoded(text, decoded.encoding, tuple(_settle(doubt, text) for doubt in decoded.doubts))


def _settle(doubt: Doubt, text: str) -> Doubt:
    """Point a doubt about replaced characters to where the first one stands in the cleaned text."""
    at = text.find(REPLACEMENT) if doubt.at is not None else -1
    return Doubt(doubt.what, doubt.consequence, doubt.way_out, at if at >= 0 else None)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode("cp1252" if _is_latin1(encoding) else encoding), encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _is_latin1(encoding: str) -> bool:
    # Browsers read a page that calls itself ISO-8859-1 as Windows-1252, and the quotes in it prove them right.
    return encoding.strip().lower() in {"iso-8859-1", "latin-1", "latin1", "iso8859-1", "ascii", "us-ascii"}


def _zero_bytes(sample: bytes) -> str | None:
    """Tell UTF-16 without a BOM: spaces and Latin letters leave a zero in every second byte, and only there."""
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0 : 2 * half : 2].count(0) / half, sample[1 : 2 * half : 2].count(0) / half
    encoding = "utf-16-le" if odd > 0.05 > 20 * even else "utf-16-be" if even > 0.05 > 20 * odd else None
    text = sample[: 2 * half].decode(encoding, "replace") if encoding else ""
    return (
        encoding
        if encoding and len(CONTROLS.findall(text)) <= CONTROL_SHARE * len(text) and REPLACEMENT not in text[:-1]
        else None
    )


def _lenient(data: bytes, encoding: str) -> Decoded:
    strict = _strict(data, encoding)
    return strict or Decoded(data.decode(encoding, "replace"), encoding, (_lost(data, encoding),))


def _broken_utf8(data: bytes) -> Decoded | None:
    """Read as UTF-8 with faults, when most of what is not ASCII is sound UTF-8."""
    text = data.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    other = sum(1 for c in text if c > "\x7f") - broken
    return (
        Decoded(text, "utf-8", (_lost(data, "utf-8"),)) if other and broken <= BROKEN_SHARE * (other + broken) else None
    )


def _lost(data: bytes, encoding: str) -> Doubt:
    places = data.decode(encoding, "replace").count(REPLACEMENT)
    first = _first_broken(data, encoding)
    line = data.count(b"\n", 0, first) + 1
    return Doubt(
        f"broken {encoding.upper()}: what cannot be decoded: {places}, the first at byte {first}, line {line}",
        f"each is shown as {REPLACEMENT}, and what stood there is not known",
        "get the file anew, or save it as UTF-8 from the program that made it",
        at=0,
    )


def _first_broken(data: bytes, encoding: str) -> int:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _guessed(data: bytes) -> Decoded:
    western = _strict(data, "cp1252")
    if western and western.text and WESTERN.issuperset(c for c in western.text if c > "\x7f"):
        return _with_guess(western.text, "windows-1252")
    guess = _normalizer_guess(data)
    decoded = _strict(data, guess) if guess else None
    if decoded and decoded.text is not None and guess:
        return _with_guess(decoded.text, guess.replace("cp125", "windows-125"))
    return Decoded(data.decode("utf-8", "replace"), "utf-8", (_lost(data, "utf-8"),))


def _normalizer_guess(data: bytes) -> str | None:
    best = from_bytes(data[:SAMPLE], cp_isolation=PLAUSIBLE).best()
    return best.encoding if best else None


def _with_guess(text: str, encoding: str) -> Decoded:
    doubt = Doubt(
        f"the encoding is not stated; read as {encoding}, which fits",
        "if that is wrong, letters with accents are wrong",
        "if letters look wrong, save the file as UTF-8",
    )
    return Decoded(text, encoding, (doubt,))
