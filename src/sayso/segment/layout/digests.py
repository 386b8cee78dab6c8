"""Texts whose paragraphs open as datelines do and are one piece all the same: round-ups of places, headings run in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.segment.layout.heads import find_dateline
from sayso.segment.layout.lines import Line
from sayso.segment.layout.signs import Signs

__all__ = ["is_digest"]

_ROUND_UP = 4  # paragraphs that open with a place and a dash: a round-up, one piece
_RUN_IN = re.compile(r"[^\W\d_a-z][^a-zæøå\n]{3,80}?(?:\s*[—–]|\s-)")


def is_digest(prose: Sequence[Line], signs: Signs) -> bool:
    """Tell a text whose paragraphs open with capitals and a dash: a round-up of places, or headings run in.

    In a round-up nearly every paragraph opens so and no agency is named; of headings run in, one at least is no place.
    """
    opened = [(line, find_dateline(line, signs)) for line in prose if _RUN_IN.match(line.text)]
    datelines = [found for _, found in opened if found and not found.agency]
    if len(datelines) >= _ROUND_UP and 3 * len(datelines) >= 2 * len(prose):
        return True
    return len(opened) > len(datelines) and not any(found and found.agency for _, found in opened)
