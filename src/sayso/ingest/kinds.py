"""What a file is: by its name, checked against how its bytes begin; nothing is guessed from content but where there is no name."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

__all__ = ["Kind", "disguise", "kind_of", "media_type_of"]


class Kind(StrEnum):
    """The kinds of file that ingest tells apart."""

    TEXT = "text"
    HTML = "html"
    JSON_LINES = "jsonl"
    CSV = "csv"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    MAIL = "mail"
    MBOX = "mbox"
    MHTML = "mhtml"
    XLSX = "xlsx"
    JSON = "json"
    FEED = "feed"
    RIS = "ris"
    ZIP = "zip"
    TAR = "tar"
    PACKED = "packed"
    WARC = "warc"
    WACZ = "wacz"
    OTHER = "other"


EXTENSIONS = {
    ".txt": Kind.TEXT, ".text": Kind.TEXT, ".md": Kind.TEXT, ".markdown": Kind.TEXT,
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML,
    ".jsonl": Kind.JSON_LINES, ".ndjson": Kind.JSON_LINES,
    ".csv": Kind.CSV, ".tsv": Kind.CSV,
    ".pdf": Kind.PDF, ".docx": Kind.DOCX, ".docm": Kind.DOCX, ".dotx": Kind.DOCX, ".odt": Kind.ODT, ".ott": Kind.ODT, ".rtf": Kind.RTF,
    ".eml": Kind.MAIL, ".emlx": Kind.MAIL, ".mbox": Kind.MBOX, ".mbx": Kind.MBOX, ".mhtml": Kind.MHTML, ".mht": Kind.MHTML,
    ".xlsx": Kind.XLSX, ".xlsm": Kind.XLSX, ".json": Kind.JSON, ".ris": Kind.RIS,
    ".rss": Kind.FEED, ".atom": Kind.FEED, ".rdf": Kind.FEED, ".xml": Kind.FEED,
    ".zip": Kind.ZIP, ".tar": Kind.TAR, ".tgz": Kind.TAR, ".tbz2": Kind.TAR, ".tbz": Kind.TAR, ".txz": Kind.TAR,
    ".gz": Kind.PACKED, ".bz2": Kind.PACKED, ".xz": Kind.PACKED, ".warc": Kind.WARC, ".wacz": Kind.WACZ,
}  # fmt: skip

# Two extensions that mean one thing together.
DOUBLE = {
    ".tar.gz": Kind.TAR, ".tar.bz2": Kind.TAR, ".tar.xz": Kind.TAR, ".warc.gz": Kind.WARC,
}  # fmt: skip

MEDIA_TYPES = {
    Kind.TEXT: "text/plain", Kind.HTML: "text/html", Kind.JSON_LINES: "application/jsonl", Kind.CSV: "text/csv",
    Kind.PDF: "application/pdf", Kind.RTF: "application/rtf", Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.MAIL: "message/rfc822", Kind.MBOX: "application/mbox", Kind.MHTML: "multipart/related",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Kind.JSON: "application/json",
    Kind.RIS: "application/x-research-info-systems", Kind.FEED: "application/xml", Kind.TAR: "application/x-tar",
    Kind.PACKED: "application/gzip", Kind.WARC: "application/warc", Kind.WACZ: "application/wacz",
    Kind.ZIP: "application/zip", Kind.OTHER: "application/octet-stream",
}  # fmt: skip

# Media types of files that are kept but not read, for the record; the standard library's list depends on the machine.
OTHER_TYPES = {
    ".doc": "application/msword", ".msg": "application/vnd.ms-outlook",
    ".png": "image/png", ".gif": "image/gif",
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".mp3": "audio/mpeg", ".mp4": "video/mp4", ".epub": "application/epub+zip",
}  # fmt: skip

# How files that are not text begin, whatever their name says. No file of prose begins so.
MAGIC = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP archive or an office document"), (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n", "a PNG picture"), (b"GIF87a", "a GIF picture"), (b"GIF89a", "a GIF picture"), (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"), (b"\x1f\x8b\x08", "a gzip archive"), (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"), (b"\x7fELF", "a program"), (b"SQLite format 3\x00", "an SQLite database"), (b"{\\rtf", "an RTF document"),
)  # fmt: skip

# How files without an extension begin: by their bytes, and by the first words of a text.
BEGINS = (
    (b"PK\x03\x04", Kind.ZIP), (b"%PDF-", Kind.PDF), (b"{\\rtf", Kind.RTF), (b"WARC/", Kind.WARC),
    ((b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00"), Kind.PACKED),
)  # fmt: skip
HTML_BEGINS = (b"<!doctype html", b"<html", b"<head", b'<?xml version="1.0" encoding="utf-8"?><!doctype html')
WORDS = ((HTML_BEGINS, Kind.HTML), ((b"<?xml", b"<rss", b"<feed"), Kind.FEED), (b"{", Kind.JSON_LINES))


# The headers that letters begin with once they have been sent; no text does.
LETTER = re.compile(
    rb"(?:Return-Path|Received|Delivered-To|Envelope-To|X-Original-To|X-[\w-]*Status|Message-ID|DKIM-Signature|ARC-[\w-]+): ?",
    re.IGNORECASE,
)


def disguise(head: bytes) -> str | None:
    """Say what bytes are that cannot be text ("a PDF"), None when nothing speaks against text."""
    return next((what for magic, what in MAGIC if head.startswith(magic)), None)


def kind_of(name: str, head: bytes) -> Kind:
    """Tell a file's kind from its name; a file without extension (or standard input) by how it begins."""
    *_, before, extension = "", "", *(suffix.lower() for suffix in PurePosixPath(name).suffixes)
    stated = DOUBLE.get(before + extension, EXTENSIONS.get(extension))
    if stated:
        return stated
    if LETTER.match(head):
        return Kind.MAIL  # mail programs keep letters under names made of numbers, with what looks like an extension
    if extension:
        return Kind.OTHER
    known = next((kind for begin, kind in BEGINS if head.startswith(begin)), None)
    if known:
        return known
    if disguise(head):
        return Kind.OTHER
    if head.startswith(b"From ") and b"@" in head:
        return Kind.MBOX
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((kind for words, kind in WORDS if begin.startswith(words)), Kind.TEXT)


def media_type_of(name: str, kind: Kind) -> str:
    """Return the media type to record for an original."""
    return (
        OTHER_TYPES.get(PurePosixPath(name).suffix.lower(), MEDIA_TYPES[kind])
        if kind is Kind.OTHER
        else MEDIA_TYPES[kind]
    )
