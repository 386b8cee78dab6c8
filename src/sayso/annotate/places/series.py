"""Names in one list: where one of them is a place, the others mostly are ("in Damir, Karv (twice) and the village of Marsa")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.annotate.places.evidence import MARKS, SUBJECTS, skip_bracket
from sayso.annotate.places.names import Found
from sayso.annotate.places.words import PlaceWords

__all__ = ["series_of", "where"]

Where = tuple[int, int]
"""Where a name stands: the start of its sentence, the number of its first token."""


def series_of(names: Iterable[tuple[Found, PlaceWords]]) -> Mapping[Where, int]:
    """Number the lists that names stand in; a name alone has a number of its own."""
    numbers: dict[Where, int] = {}
    last: Found | None = None
    number = 0
    for at, (found, words) in sorted({where(n[0]): n for n in names}.items(), key=lambda item: item[0]):
        number += last is None or not _joined(last, found, words)
        numbers[at] = number
        last = found
    return numbers


def where(found: Found) -> Where:
    """Return where a name stands."""
    return found.run.sentence.span.start, found.first


def _joined(one: Found, other: Found, words: PlaceWords) -> bool:
    if one.run.sentence is not other.run.sentence or other.tokens[-1].dep in SUBJECTS:
        return False
    tokens, index, joins = one.run.sentence.tokens, one.last, 0
    while index < other.first:
        lower = tokens[index].text.lower()
        if lower == "(":
            index = skip_bracket(tokens, index, 1)
            continue
        joins += lower in words.joins
        if not (lower in words.joins or lower == "the" or lower in words.class_nouns or lower in MARKS):
            return False
        index += 1
    return joins > 0 and index == other.first
