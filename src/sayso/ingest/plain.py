"""Plain text and Markdown: decoded, nothing else done to it."""

from __future__ import annotations

from sayso.ingest.decode import decode
from sayso.ingest.kinds import disguise
from sayso.ingest.pieces import Outcome, Piece, document_of, missing_text, unreadable

__all__ = ["read_plain"]


def read_plain(piece: Piece) -> Outcome:
    """Make one document of a text file."""
    what = disguise(piece.data[:64])
    decoded = decode(piece.data)
    if what or decoded.text is None:
        yield unreadable(piece, f"named like text, but it is {what or 'binary data'}")
    elif not decoded.text.strip():
        yield missing_text(piece)
    else:
        yield document_of(piece, decoded.text, decoded.doubts, media_type=f"text/plain; charset={decoded.encoding}")
