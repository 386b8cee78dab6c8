"""Boilerplate that only the case shows: lines that stand word for word in documents which share nothing else.

A copied report shares much with its original, a page's furniture nothing: a line counts where it stands in three documents
or more whose other text is unlike. Running text only counts at the head or foot of a report, and never when it says what
somebody said, or tells of an event or a figure: those are statements, however often they are printed.
Cost: one pass over all lines; the documents of one line are compared by sketches, at most `_LOOKED_AT` of them.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TypeVar

from sayso.model.reading import Reading
from sayso.model.reconstruction import Because, Demotion
from sayso.model.reports import PartKind, Report
from sayso.model.text import Anchor, HasSpan, Span, overlaps

__all__ = ["find_repeats", "set_apart"]

_DOCUMENTS = 3  # unlike documents that a line stands in
_LOOKED_AT = 12  # documents of one line that are compared at most
_LABEL, _PROSE = (2, 14), (8, 90)  # words of a label, and of running text, at least and at most
_HEAD, _FOOT = 2, 3  # lines from a report's start and end in which running text can be furniture
_SKETCH, _SHINGLE = 48, 4  # smallest hashes that stand for a document, and words in a row that are hashed
_ALIKE = 4  # hashes two sketches share from which their documents share text
_NAMED = 3  # other places that a reason names
_LINE = re.compile(r"\S[^\n]*")
_WORD = re.compile(r"[^\W_]+")
_KEPT = (PartKind.BYLINE, PartKind.DATELINE, PartKind.HEADLINE)
Item = TypeVar("Item", bound=HasSpan)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a report, and how many lines stand before and after it there."""

    reading: Reading
    report: Report
    span: Span
    before: int
    after: int

    @property
    def words(self) -> str:
        return self.span.of(self.reading.text)


def find_repeats(readings: Iterable[Reading]) -> tuple[Demotion, ...]:
    """Find the lines of reports that are boilerplate because they repeat, sorted by document and place."""
    ordered = sorted({reading.document: reading for reading in readings}.values(), key=lambda r: r.document)
    places: dict[str, list[_Line]] = defaultdict(list)
    for reading in ordered:
        for line in _lines(reading):
            places[_key(line.words)].append(line)
    often = {
        key: found for key, found in places.items() if len({line.reading.document for line in found}) >= _DOCUMENTS
    }
    sketches = _Sketches(often.keys())
    found = [demotion for key in sorted(often) for demotion in _demoted(often[key], sketches)]
    return tuple(sorted(found, key=lambda demotion: (demotion.document, demotion.span)))


def _lines(reading: Reading) -> Iterator[_Line]:
    for report in reading.reports:
        spans = [
            Span(span.start + match.start(), span.start + len(match.group().rstrip()) + match.start())
            for span in report.spans
            for match in _LINE.finditer(span.of(reading.text))
        ]
        for n, span in enumerate(spans):
            yield _Line(reading, report, span, n, len(spans) - n - 1)


def _key(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


class _Sketches:
    """What stands for each document's text, the lines that repeat left out; made when first asked for."""

    def __init__(self, often: Iterable[str]) -> None:
        self._often = frozenset(often)
        self._made: dict[str, frozenset[int]] = {}

    def of(self, reading: Reading) -> frozenset[int]:
        """Return the smallest hashes of the runs of words in a document's own lines."""
        if reading.document not in self._made:
            keys = (_key(line.words) for line in _lines(reading))
            hashes = {h for key in keys if key not in self._often for h in _hashes(key.split())}
            self._made[reading.document] = frozenset(sorted(hashes)[:_SKETCH])
        return self._made[reading.document]


def _hashes(words: Sequence[str]) -> Iterator[int]:
    for n in range(len(words) - _SHINGLE + 1):
        yield zlib.crc32(" ".join(words[n : n + _SHINGLE]).encode())


def _demoted(lines: Sequence[_Line], sketches: _Sketches) -> Iterator[Demotion]:
    """Yield a line's places as demotions if the documents it stands in are unlike and it can be furniture there."""
    able = [line for line in lines if _can_be_furniture(line)]
    if len({line.reading.document for line in able}) < _DOCUMENTS:
        return
    unlike: list[Reading] = []
    for reading in sorted({line.reading.document: line.reading for line in able}.values(), key=lambda r: r.document)[
        :_LOOKED_AT
    ]:
        sketch = sketches.of(reading)
        if sketch and all(len(sketch & sketches.of(other)) < _ALIKE for other in unlike):
            unlike.append(reading)
    if len(unlike) < _DOCUMENTS:
        return
    places = [Anchor(line.reading.document, line.span) for line in able]
    text = f"stands word for word in {len({place.document for place in places})} documents that share nothing else"
    for line, place in zip(able, places, strict=True):
        others = tuple(islice((other for other in places if other.document != place.document), _NAMED))
        yield Demotion(line.reading.document, line.span, Because("repeats", text, others))


def _can_be_furniture(line: _Line) -> bool:
    """Tell whether a line can be furniture by itself: a label, or running text at a report's edge that states nothing."""
    if any(part.kind in _KEPT and overlaps(part.span, line.span) for part in line.report.parts):
        return False
    count = len(_WORD.findall(line.words))
    if line.words.rstrip("”\"’')")[-1:] not in ".!?…":
        return _LABEL[0] <= count <= _LABEL[1] and not _states(line)
    edge = line.before < _HEAD or line.after < _FOOT
    return edge and _PROSE[0] <= count <= _PROSE[1] and not _states(line)


def _states(line: _Line) -> bool:
    """Tell whether a line holds what somebody said, an event or a figure."""
    reading, span = line.reading, line.span
    if any(s.attribution is not None or s.mentions for s in reading.statements if overlaps(s.span, span)):
        return True
    return any(overlaps(item.span, span) for layer in (reading.quotes, reading.quantities) for item in layer)


def set_apart(readings: Iterable[Reading], demotions: Sequence[Demotion]) -> tuple[Reading, ...]:
    """Return the readings as linking looks at them: without what stands in lines set apart. The readings given stay as they are."""
    spans: Mapping[str, list[Span]] = defaultdict(list)
    for demotion in demotions:
        spans[demotion.document].append(demotion.span)
    return tuple(
        _without(reading, spans[reading.document]) if reading.document in spans else reading for reading in readings
    )


def _without(reading: Reading, spans: Sequence[Span]) -> Reading:
    def kept(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(item for item in items if not any(overlaps(item.span, span) for span in spans))

    statements = kept(reading.statements)
    ids = {statement.id for statement in statements}
    return replace(
        reading,
        reports=tuple(replace(report, spans=_cut(report.spans, spans) or report.spans) for report in reading.reports),
        sentences=tuple(s for s in reading.sentences if not any(overlaps(s, span) for span in spans)),
        quotes=kept(reading.quotes),
        attributions=kept(reading.attributions),
        statements=tuple(s if s.about is None or s.about in ids else replace(s, about=None) for s in statements),
        quantities=kept(reading.quantities),
        times=kept(reading.times),
        places=kept(reading.places),
        mentions=kept(reading.mentions),
        persons=kept(reading.persons),
    )


def _cut(owned: Sequence[Span], spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is left of a report's stretches."""
    found = []
    for span in owned:
        inside = sorted(other for other in spans if overlaps(other, span))
        bounds = [span.start, *(at for other in inside for at in (other.start, other.end)), span.end]
        found += [Span(a, b) for a, b in list(pairwise(bounds))[::2] if a < b]
    return tuple(found)
