"""Paragraphs: runs of text between line ends; white space at their ends is left out."""

from __future__ import annotations

import re

from sayso.model.text import Span

__all__ = ["find_paragraphs"]

_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def find_paragraphs(view: str) -> tuple[Span, ...]:
    """Find the lines that hold anything, without white space at either end."""
    return tuple(Span(match.start(), match.end()) for match in _LINE.finditer(view))
