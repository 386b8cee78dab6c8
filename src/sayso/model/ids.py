"""Ids: from content and anchors, never from names (MODEL §1)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sayso.model.text import Anchor, Claimed, Document, Problem, Span

__all__ = ["cluster_id", "derived_id", "document_id", "make_document", "sha256_hex"]


def sha256_hex(data: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of a text's UTF-8 (lone surrogates kept), in hex."""
    return hashlib.sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()


def document_id(original: str, member: str, text_sha256: str) -> str:
    """Return the first 20 hex digits of SHA-256 over original id, member locator and text hash."""
    return sha256_hex("\n".join((original, member, text_sha256)))[:20]


def derived_id(kind: str, document: str, *parts: Iterable[Span] | str) -> str:
    """Return the id of something read in one document, from its kind and the anchors that make it (16 hex digits)."""
    places = (part if isinstance(part, str) else ";".join(f"{s.start}-{s.end}" for s in part) for part in parts)
    words = [kind, document, *places]
    return sha256_hex("\n".join(words))[:16]


def cluster_id(kind: str, anchors: Iterable[Anchor]) -> str:
    """Return the id of a cluster: the hash of its kind and its least anchor (16 hex digits)."""
    least = min(anchors)
    return derived_id(kind, least.document, (least.span,))


def make_document(
    original: str,
    name: str,
    text: str,
    *,
    member: str = "",
    media_type: str = "text/plain",
    given_id: str | None = None,
    extractor: str | None = None,
    claimed: Claimed | None = None,
    problems: tuple[Problem, ...] = (),
) -> Document:
    """Make the document of a text, with the id that names it."""
    digest = sha256_hex(text)
    return Document(
        document_id(original, member, digest),
        original,
        member,
        name,
        text,
        digest,
        media_type,
        given_id,
        extractor,
        claimed or Claimed(),
        problems=problems,
    )
