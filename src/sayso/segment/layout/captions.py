"""Captions: lines that describe a photograph, told by their words, their label, a credit behind them, or by standing twice."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.segment.layout.lines import Line
from sayso.segment.layout.signs import Signs

__all__ = ["is_caption", "is_labelled"]

_LONGEST = 45  # words of a caption told by its label


def is_caption(line: Line, beside: Sequence[Line], signs: Signs) -> bool:
    """Tell a description of a photograph: repeated with a credit behind it, in a caption's words, or of what is to be seen."""
    if signs.caption_words.search(line.text) or _ends_in_agency(line, signs) or is_labelled(line, signs):
        return True
    other = beside[0].text if beside else ""
    if (
        len(line.words) >= 5
        and other
        and other != line.text
        and (other.startswith(line.text) or line.text.startswith(other))
    ):
        return True
    plain = line.title < 0.7 and len(line.words) >= 8 and not line.stopped
    return plain and any(word in signs.caption_verbs for word in line.words[1:8])


def is_labelled(line: Line, signs: Signs) -> bool:
    """Tell a caption by "Photo:" before it or by a photographer's credit in brackets behind it."""
    return (
        len(line.words) <= _LONGEST
        and len(line.text) <= 12 * _LONGEST
        and bool(signs.photo_labels.match(line.text) or signs.photo_tails.search(line.text))
    )


def _ends_in_agency(line: Line, signs: Signs) -> bool:
    found = list(signs.agency_name.finditer(line.text[-40:])) if len(line.words) >= 5 else []
    return bool(found) and not line.stopped and len(line.text[-40:]) - found[-1].end() <= 1
