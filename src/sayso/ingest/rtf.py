"""Rich text (.rtf): its control words read one after the other, in one pass.

striprtf knows which code page a font's number means and which groups hold no text, and these tables of it are used. The
walk is ours: striprtf drops footnotes, running heads and properties, and reads as text what was deleted with changes tracked.
"""

from __future__ import annotations

from sayso.ingest.office import TooMuch, made, with_headlines
from sayso.ingest.pieces import Outcome, Piece, problem_of, unreadable
from sayso.ingest.rtf_walk import Rtf

__all__ = ["read_rtf"]


def read_rtf(piece: Piece) -> Outcome:
    """Make one document of a rich text."""
    if not piece.data.lstrip().startswith(b"{\\rtf"):
        yield unreadable(piece, "named like rich text, but it is something else")
        return
    walk = Rtf()
    try:
        walk.run(piece.data)
    except TooMuch as limit:
        yield problem_of(piece, str(limit), "not read; the original is kept", "save its text as .txt and add that")
        return
    paragraphs = [*walk.running(), *with_headlines(walk.flow.done), *walk.comments]
    yield from made(piece, paragraphs, tuple(walk.doubts(paragraphs)), walk.claimed(), media_type="application/rtf", extractor="sayso rtf 1")  # fmt: skip
