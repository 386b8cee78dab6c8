"""A same-length look at a text: guillemets and low quotes as plain curly quotes; offsets stay the text's (MODEL §1)."""

from __future__ import annotations

__all__ = ["same_length_view"]

_TABLE = str.maketrans({"«": "“", "»": "”", "„": "“", "‟": "“", "‹": "‘", "›": "’", "\u00a0": " ", "\u202f": " "})


def same_length_view(text: str) -> str:
    """Return `text` with quotation marks made uniform, one character for one character."""
    view = text.translate(_TABLE)
    assert len(view) == len(text)
    return view
