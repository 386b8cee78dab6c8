"""The corpus as sentences of content words: what copies are looked for in. Boilerplate is left out by construction."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.link.corpus import Corpus
from sayso.model.reading import Reading
from sayso.model.reports import Report
from sayso.model.text import Span

__all__ = ["Piece", "Sentence", "pieces_of"]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
_END = re.compile(r"[.!?]['\"”’)]*\s+|\n+")
SHORT = 4  # shorter words are left out unless they are capitals or numbers: they change in any rewriting
NOTHING = -1  # the number of a word that is left out


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place, all its words in lower case, and the content words among them as numbers, sorted."""

    span: Span
    words: tuple[str, ...]
    content: tuple[int, ...]
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One report as lineage sees it. `number` is its place in the order of documents and reports."""

    number: int
    report: Report
    reading: Reading
    sentences: tuple[Sentence, ...]

    @property
    def size(self) -> int:
        """Characters in its sentences."""
        return sum(len(s.span) for s in self.sentences)


def pieces_of(corpus: Corpus) -> list[Piece]:
    """Cut all reports into sentences; words get their numbers in the order of documents."""
    vocabulary = _Vocabulary()
    found: list[Piece] = []
    for reading in corpus.readings:
        cuts = reading.sentences or tuple(_by_rule(reading.text))
        starts = [s.start for s in cuts]
        for report in sorted(reading.reports, key=lambda r: r.spans):
            mine = [s for span in report.spans for s in _inside(cuts, starts, span)]
            sentences = [_sentence(reading.text, s, vocabulary) for s in mine]
            found.append(Piece(len(found), report, reading, tuple(s for s in sentences if s.words)))
    return found


def _inside(cuts: Sequence[Span], starts: Sequence[int], span: Span) -> Iterable[Span]:
    low = bisect_left(starts, span.start)
    high = bisect_left(starts, span.end)
    return (s for s in cuts[low:high] if s.end <= span.end)


class _Vocabulary:
    """The words of the corpus, each spelling looked at once: its lower-case form, and its number if it tells something."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._known: dict[str, tuple[str, int]] = {}

    def of(self, raw: str) -> tuple[str, int]:
        """Return a word in lower case with its number, `NOTHING` for one that is left out."""
        return self._known.get(raw) or self._learn(raw)

    def _learn(self, raw: str) -> tuple[str, int]:
        low = raw.lower()
        telling = len(raw) >= SHORT or raw[0].isdigit() or raw.isupper()
        number = self._numbers.setdefault(low, len(self._numbers)) if telling else NOTHING
        self._known[raw] = (low, number)
        return low, number


def _sentence(text: str, span: Span, vocabulary: _Vocabulary) -> Sentence:
    found = [vocabulary.of(raw) for raw in _WORD.findall(text, span.start, span.end)]
    order = tuple([number for _, number in found if number != NOTHING])
    return Sentence(span, tuple([low for low, _ in found]), tuple(sorted(set(order))), order)


def _by_rule(text: str) -> Iterable[Span]:
    """Cut a text into sentences by full stops and line ends, for readings that bring none."""
    at = 0
    for end in (*(m.end() for m in _END.finditer(text)), len(text)):
        piece = text[at:end]
        kept = piece.strip()
        if kept:
            start = at + piece.index(kept[0])
            yield Span(start, start + len(kept))
        at = end
