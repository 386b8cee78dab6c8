"""Web archives made for tests, byte for byte the same each time."""

from __future__ import annotations

import gzip
import hashlib
from base64 import b32encode

PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p>"
    "<p>Nobody stayed behind in the upper town, a baker added, and the road was empty until evening.</p></article></body></html>"
)


def page(title: str, text: str = "The mayor of Orlo said on Monday that ten people had fled over the bridge.") -> bytes:
    """Make a small page."""
    return PAGE.format(title=title, text=text).encode()


def record(form: str, uri: str, block: bytes, media: str = "application/http; msgtype=response", **more: str) -> bytes:
    """Make a record; `more` are further headers, with _ for -."""
    digest = b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    headers = {
        "WARC-Type": form,
        "WARC-Target-URI": uri,
        "WARC-Date": "2020-02-03T04:05:06Z",
        "WARC-Record-ID": f"<urn:x:{form}:{uri}>",
        "WARC-Block-Digest": f"sha1:{digest}",
        "Content-Type": media,
        "Content-Length": str(len(block)),
    } | {name.replace("_", "-"): value for name, value in more.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def answer(uri: str, body: bytes, media: str = "text/html", status: str = "200 OK", **headers: str) -> bytes:
    """Make the record of a server's answer."""
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return record("response", uri, f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{lines}\r\n".encode() + body)


def packed(*records: bytes) -> bytes:
    """Pack each record by itself, as a .warc.gz holds them."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def crawl(pages: int) -> list[bytes]:
    """Make the records of so many short texts, with a picture after each tenth."""
    made = []
    for number in range(pages):
        text = f"Witness {number} said that {number} people had fled Orlo.\n".encode()
        made.append(answer(f"https://orlo.example/{number}", text, "text/plain"))
        if number % 10 == 9:
            made.append(answer(f"https://orlo.example/{number}.png", b"\x89PNG\r\n" + bytes(900), "image/png"))
    return made
