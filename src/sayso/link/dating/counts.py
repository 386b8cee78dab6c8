"""Counts that only grow, across reports: "2,400 have crossed into Calder" is older than "6,800 have crossed into Calder".

Only those who have crossed a border are counted so: of the dead each source has its own total. Two reports count the
same when both name a land or people beside the number, other than the people counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.lang.packs import load_packs
from sayso.link.corpus import Corpus
from sayso.model.annotations import Act, Quantity, Scope
from sayso.model.reading import Reading
from sayso.model.text import Anchor, Span, covers

__all__ = ["Count", "find_counts", "is_less", "is_like"]

LEAST = 200  # fewer are counted crossing by crossing
CLEARLY = 1.25  # so many times another count a count must be to be the later one
LIKE = 1.02  # counts within so much of each other are one count, rounded
STEM = 4  # letters by which a land and its people are known as one ("Calder", "Calderan")
SCOPES = frozenset({Scope.EVENT, Scope.RUNNING_TOTAL})
_NAME = re.compile(r"\b[^\W\d_a-zæøåäöü]\w{3,}")


@dataclass(frozen=True, slots=True)
class Count:
    """The largest running count that a report tells: how many, where it stands, and the names beside it."""

    report: str
    number: float
    anchor: Anchor
    names: frozenset[str]

    def same_thing(self, other: Count) -> bool:
        """Tell whether two reports count the same crossing, by a name that both give."""
        return bool(self.names & other.names)


def is_like(one: Count, other: Count) -> bool:
    """Tell whether two counts are the same number, up to rounding."""
    return max(one.number, other.number) <= LIKE * min(one.number, other.number)


def is_less(one: Count, other: Count) -> bool:
    """Tell whether a count is clearly smaller than another."""
    return one.number * CLEARLY < other.number


def find_counts(corpus: Corpus) -> tuple[Count, ...]:
    """Find the largest count of those who have crossed in each report that tells one, sorted by report."""
    found: dict[str, Count] = {}
    for reading in corpus.readings:
        for count in _counts(reading):
            if count.report not in found or count.number > found[count.report].number:
                found[count.report] = count
    return tuple(found[report] for report in sorted(found))


def _counts(reading: Reading) -> Iterator[Count]:
    for quantity in reading.quantities:
        number = quantity.amount.low
        if quantity.act is not Act.CROSSED or quantity.scope not in SCOPES or number is None or number < LEAST:
            continue
        sentence = next((s for s in reading.sentences if covers(s, quantity.span)), None)
        report = next((r for r in reading.reports if any(covers(s, quantity.span) for s in r.spans)), None)
        if sentence and report:
            names = _names(reading, sentence, quantity)
            yield Count(report.id, number, Anchor(reading.document, quantity.span), names)


def _names(reading: Reading, sentence: Span, quantity: Quantity) -> frozenset[str]:
    """Return the stems of the names in a sentence, without those of the people counted, of days and of common words."""
    found = {match.group().lower() for match in _NAME.finditer(sentence.of(reading.text))} - _no_names()
    counted = {word[:STEM].lower() for word in quantity.whole.of(reading.text).split()}
    return frozenset({name[:STEM] for name in found} - counted)


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    packs = [pack for _, pack in sorted(load_packs().items())]
    days = {day for pack in packs for key in ("weekdays", "months") for day in pack.table("times").get(key, {})}
    return frozenset(days).union(*(pack.words("words", "common") for pack in packs))
