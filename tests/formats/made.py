"""What a page made for the tests is: its file name, its bytes, and the sentences that a reader must not lose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Made:
    """A file as an investigator's folder holds it; each of `prose` must come out whole, inside a report."""

    name: str
    data: bytes
    prose: tuple[str, ...]


def paragraphs(lines: Sequence[str]) -> str:
    """Set lines as paragraphs of HTML."""
    return "".join(f"<p>{escape(line, quote=False)}</p>\n" for line in lines)


def page(body: str, *, title: str, head: str = "", language: str = "en", charset: str = "utf-8") -> str:
    """Put a body into a page; `charset` empty leaves its encoding unsaid."""
    meta = f'<meta charset="{charset}">' if charset else ""
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{meta}<title>{title}</title>{head}</head>\n<body>{body}</body></html>'
