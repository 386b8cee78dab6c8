"""The roles of an attribution's spans, as training counts them."""

from __future__ import annotations

__all__ = ["CONTENT", "CUE", "ROLES", "SOURCE"]

SOURCE, CUE, CONTENT = range(3)

ROLES = ("source", "cue", "content")
"""Their names in marked texts, in that order."""
