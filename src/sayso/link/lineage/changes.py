"""Two versions of one passage compared word by word: which words were kept, and what stands in place of those that were not."""

from __future__ import annotations

import re
from bisect import bisect_left
from difflib import SequenceMatcher
from functools import cached_property
from typing import TypeVar

from sayso.model.reading import Reading
from sayso.model.text import Anchor, HasSpan, Span

__all__ = ["Passage", "Version", "standing_in"]

T = TypeVar("T", bound=HasSpan)

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
AROUND = 240  # characters on either side in which words that left a passage may have gone to
TELLING = 4  # letters of a word that tells something
LONGEST = 4000  # characters; a longer item that only ends in a passage is not looked for


class Version:
    """One version of a passage: its words with their places. `about` are the words of what stands around it too."""

    def __init__(self, reading: Reading, span: Span) -> None:
        self.reading, self.span = reading, span
        found = [(m.start(), m.end(), m.group().lower()) for m in _WORD.finditer(reading.text, span.start, span.end)]
        self.starts = [start for start, _, _ in found]
        self.words = [word.replace("’", "'") for _, _, word in found]

    @cached_property
    def about(self) -> frozenset[str]:
        """The words of the passage and of what stands close to it, in its own report."""
        low, high = self.span.start - AROUND, self.span.end + AROUND
        for report in self.reading.reports:
            for own in report.spans:
                if own.start <= self.span.start < own.end:
                    low, high = max(low, own.start), min(high, max(own.end, self.span.end))
        return frozenset(
            m.group().lower().replace("’", "'") for m in _WORD.finditer(self.reading.text, max(0, low), high)
        )

    def within(self, span: Span) -> range:
        """Return the numbers of the words that stand in a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def anchor(self, span: Span | None = None) -> Anchor:
        """Return the anchor of a span, of the passage without one."""
        return Anchor(self.reading.document, span or self.span)


class Passage:
    """A passage and its copy; `a` and `b` are the versions, the earlier first where that is known."""

    def __init__(self, a: Version, b: Version) -> None:
        self.a, self.b = a, b
        self._codes = SequenceMatcher(None, a.words, b.words, autojunk=False).get_opcodes()

    def turned(self) -> Passage:
        """Return the same the other way round."""
        return Passage(self.b, self.a)

    def kept(self, span: Span) -> float:
        """Return the share of the telling words of a span of `a` that `b` has anywhere in the passage; 0 without any."""
        words = {w for i in self.a.within(span) if _tells(w := self.a.words[i])}
        return len(words.intersection(self.b.words)) / len(words) if words else 0.0

    def gone(self, *spans: Span) -> bool:
        """Tell whether no telling word of some spans of `a` is left in or around `b`; never so of pronouns and the like."""
        words = {w for span in spans for i in self.a.within(span) if _tells(w := self.a.words[i])}
        return bool(words) and not words & self.b.about

    def gone_wholly(self, *spans: Span) -> bool:
        """Tell whether not one word of some spans of `a`, however short, is left in `b`."""
        words = {self.a.words[i] for span in spans for i in self.a.within(span)}
        return bool(words) and not words.intersection(self.b.words)

    def in_place_of(self, span: Span) -> Span | None:
        """Return what stands in `b` in place of the changed words of a span of `a`; None where none of them changed."""
        mine = self.a.within(span)
        at = [
            (j1, j2)
            for tag, i1, i2, j1, j2 in self._codes
            if tag == "replace" and i1 < mine.stop and mine.start < i2 and j2 > j1
        ]
        if not at:
            return None
        last = at[-1][1] - 1
        return Span(self.b.starts[at[0][0]], self.b.starts[last] + len(self.b.words[last]))


def _tells(word: str) -> bool:
    return len(word) >= TELLING or word[0].isdigit()


def standing_in(items: tuple[T, ...], span: Span) -> list[T]:
    """Return the items of a sorted layer that share characters with a span, found by halving."""
    low = bisect_left(items, span.start - LONGEST, key=_start)
    high = bisect_left(items, span.end, key=_start)
    return [item for item in items[low:high] if item.span.end > span.start]


def _start(item: HasSpan) -> int:
    return item.span.start
