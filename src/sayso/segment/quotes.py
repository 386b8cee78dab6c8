"""Quotations: stretches between quotation marks, also over paragraphs and with one mark lost. Outermost marks only.

Marks are read by what stands around them (space before, letter behind: one that opens), not by which way they curl.
A lost mark never costs more than its paragraph. Apostrophes and inches are no marks. One pass, linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sayso.lang.packs import Pack, load_packs
from sayso.model.annotations import Quote
from sayso.model.reports import Report
from sayso.model.text import Span
from sayso.segment.paragraphs import find_paragraphs

__all__ = ["find_quotes"]

_PAIRS = {"''": '"', "``": "“", "‘‘": "“", "’’": "”"}  # two single marks typed for one double one
_DOUBLE = re.compile(r"[“”\"]|(?<!')''(?!')|``|‘‘|’’")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[^\W\d_]|[“\"])")
_SINGLE_END = re.compile(r"(?<=[^\s‘'(])[’'](?![\w’'])")
_STOP = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W\d_a-z])")
_INTRO = re.compile(r"^[^:“”\"\n]{2,80}:\s+")
_TAIL = re.compile(r",\s+(?P<tail>[^,“”\"\n]{3,60})$")
_INNER_TAIL = re.compile(r",\s+(?=(?P<tail>[^,.“”\"\n]{3,60})[.,])")
_THAT = re.compile(r"\bthat\s+")
_LONGEST_SINGLE = 400  # characters


class _Way(StrEnum):
    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A double quotation mark from `at` to `end` and which way its surroundings turn it."""

    at: int
    end: int
    way: _Way


def find_quotes(
    view: str, reports: tuple[Report, ...], *, packs: Mapping[str, Pack] | None = None
) -> tuple[Quote, ...]:
    """Find the quotations of all reports, in order. `packs` know the words for saying, by default those of all languages."""
    read = (packs or load_packs()).values()
    cues = frozenset(cue for pack in read for cue in pack.table("pages").get("lines", {}).get("quote_cues", ()))
    found: list[Quote] = []
    for span in sorted(span for report in reports for span in report.spans):
        paragraphs = [Span(p.start + span.start, p.end + span.start) for p in find_paragraphs(span.of(view))]
        found += _Reader(view, cues).read(paragraphs)
    return tuple(sorted(set(found), key=lambda quote: (quote.span, quote.inner)))


class _Reader:
    """Reads the paragraphs of one stretch of a report; carries an open quotation from one to the next."""

    def __init__(self, view: str, cues: frozenset[str]) -> None:
        self.view = view
        self.cues = cues
        self.carried: int | None = None

    def read(self, paragraphs: list[Span]) -> list[Quote]:
        found: list[Quote] = []
        for n, paragraph in enumerate(paragraphs):
            marks = _outer(self.view, _marks(self.view, paragraph))
            follows = n + 1 < len(paragraphs) and self._reopens(paragraphs[n + 1])
            doubles = self._paragraph(paragraph, marks, follows)
            found += doubles
            if self.carried is None and not marks:
                found += _singles(self.view, paragraph)
            elif self.carried is None:
                found += _outside(_singles(self.view, paragraph), doubles)
        return found

    def _reopens(self, paragraph: Span) -> bool:
        mark = _DOUBLE.match(self.view, paragraph.start)
        return mark is not None and mark.end() < paragraph.end

    def _paragraph(self, paragraph: Span, marks: list[_Mark], follows: bool) -> list[Quote]:
        """Pair the marks of one paragraph; `follows` tells that the next paragraph begins with a mark."""
        found: list[Quote] = []
        opened = self.carried
        done = paragraph.start  # nothing before this place may be quoted again
        if opened is not None and marks and marks[0].at == paragraph.start:
            marks = marks[1:]
        for n, mark in enumerate(marks):
            if opened is None:
                if mark.way is _Way.CLOSES and not self._turned(marks, n):
                    start = self._lost_start(paragraph, mark.at, done)
                    found += _quote(start, mark.end, start, mark.at, closed=False)
                    done = mark.end
                else:
                    opened = mark.at
            elif mark.way is _Way.OPENS and not self._nested(marks, n):
                found += self._unclosed(opened, mark.at)
                opened = mark.at
            elif mark.way is not _Way.OPENS and not self._inner(marks, n):
                found += _quote(opened, mark.end, self._inside(opened), mark.at)
                opened, done = None, mark.end
        self.carried = None
        if opened is not None:
            rest = self._unclosed(opened, paragraph.end)
            if follows and (not rest or rest[0].span.end == paragraph.end):
                self.carried = opened
            else:
                found += rest
        return [quote for quote in found if any(map(str.isalnum, quote.inner.of(self.view)))]

    def _turned(self, marks: list[_Mark], n: int) -> bool:
        """Tell whether a mark that seems to close, with none open, is one turned the wrong way: another closes after it."""
        spaced = self.view[marks[n].at - 1 : marks[n].at] in (",", ":") and n + 1 < len(marks)
        return spaced and marks[n + 1].way is _Way.CLOSES and n > 0

    def _nested(self, marks: list[_Mark], n: int) -> bool:
        """Tell whether a second opening is a quotation in a quotation: the closings that follow are enough for both."""
        depth = 1
        for mark in marks[n : n + 12]:
            depth += 1 if mark.way is _Way.OPENS else -1
            if depth <= 0:
                return True
        return False

    def _inner(self, marks: list[_Mark], n: int) -> bool:
        """Tell whether a closing belongs to a quotation inside the open one."""
        depth = 0
        for mark in reversed(marks[max(0, n - 12) : n]):
            if mark.way is _Way.OPENS:
                depth += 1
                if depth == 2:
                    return self._nested(marks, n - 1)
            else:
                return False
        return False

    def _lost_start(self, paragraph: Span, end: int, done: int) -> int:
        """Find where a quotation begins whose opening mark is lost: after "She added: ", else at its sentence's start."""
        floor = max(done, paragraph.start)
        before = self.view[floor:end]
        if end + 1 >= paragraph.end - 1 and floor == paragraph.start:
            intro = _INTRO.match(before)
            return floor + (intro.end() if intro else 0)
        start = floor
        for match in _STOP.finditer(before):
            if floor + match.end() < end:
                start = floor + match.end()
        start = self._after_report(start, end)
        return start + len(self.view[start:end]) - len(self.view[start:end].lstrip())

    def _after_report(self, start: int, end: int) -> int:
        """Move a lost start behind "he told the paper that": who says so is not quoted."""
        for match in _THAT.finditer(self.view, start, end):
            before = self.view[start : match.start()].split()[-5:]
            if any(word.casefold() in self.cues for word in before) and match.end() < end:
                return match.end()
        return start

    def _unclosed(self, start: int, end: int) -> list[Quote]:
        """End a quotation whose closing mark is lost before a tail such as ", he said", else where the paragraph ends."""
        words = self.view[start:end].rstrip()
        stop = start + len(words)
        for pattern in (_TAIL, _INNER_TAIL):
            match = pattern.search(words.rstrip(".")) if pattern is _TAIL else pattern.search(words)
            if match and any(word.casefold() in self.cues for word in match["tail"].split()[:4]):
                stop = start + match.start() + 1
                break
        return _quote(start, stop, self._inside(start), stop, closed=False)

    def _inside(self, start: int) -> int:
        """Return where the words begin after an opening mark."""
        mark = _DOUBLE.match(self.view, start)
        return mark.end() if mark else start + 1


def _quote(start: int, end: int, inner_start: int, inner_end: int, *, closed: bool = True) -> list[Quote]:
    """Make a quotation; marks with nothing between them make none."""
    return [Quote(Span(start, end), Span(inner_start, inner_end), closed)] if inner_start < inner_end else []


def _marks(view: str, paragraph: Span) -> list[_Mark]:
    """Read each double mark of a paragraph by its neighbours; inches are left out."""
    marks: list[_Mark] = []
    depth = 0
    for match in _DOUBLE.finditer(view, paragraph.start, paragraph.end):
        at, end = match.span()
        before = view[at - 1] if at > paragraph.start else " "
        after = view[end] if end < paragraph.end else " "
        way = _way(_PAIRS.get(match.group(), match.group()), before, after, opened=depth > 0)
        if before.isdigit() and match.group() != "“" and depth == 0 and way is _Way.CLOSES:
            continue
        depth = max(0, depth + (1 if way is _Way.OPENS else -1))
        marks.append(_Mark(at, end, way))
    return marks


def _outer(view: str, marks: list[_Mark]) -> list[_Mark]:
    """Leave out curled marks between a pair of straight ones: whoever typed both quotes within a quotation."""
    straight = [n for n, mark in enumerate(marks) if view[mark.at : mark.end] == '"']
    if len(straight) % 2 or len(straight) in (0, len(marks)):
        return marks
    dropped: set[int] = set()
    for first, last in zip(straight[::2], straight[1::2], strict=True):
        between = [marks[n].way for n in range(first + 1, last)]
        if marks[first].way is _Way.OPENS and between.count(_Way.OPENS) * 2 == len(between):
            dropped.update(range(first + 1, last))
    return [mark for n, mark in enumerate(marks) if n not in dropped]


def _way(mark: str, before: str, after: str, *, opened: bool) -> _Way:
    front, back = before.isspace() or before in "([—–-‘'", after.isspace() or after in ".,;:!?)]—–-’'"
    if front and not back:
        return _Way.OPENS
    if back and not front:
        return _Way.CLOSES
    if mark == '"':
        return _Way.CLOSES if opened else _Way.OPENS
    return _Way.OPENS if (mark == "“" and not opened) or (mark == "“" and not back) else _Way.CLOSES


def _singles(view: str, paragraph: Span) -> list[Quote]:
    """Find single-quoted stretches that are clearly quotations: of two words or more, or ended like a sentence."""
    ends = [match.start() for match in _SINGLE_END.finditer(view, paragraph.start, paragraph.end)]
    found: list[Quote] = []
    place, done = 0, paragraph.start
    for match in _SINGLE.finditer(view, paragraph.start, paragraph.end):
        start = match.start()
        if start < done:
            continue
        while place < len(ends) and ends[place] <= start + 1:
            place += 1
        if place == len(ends):
            break
        end = _single_end(view, ends, place)
        inner = view[start + 1 : end]
        if (
            len(inner) <= _LONGEST_SINGLE
            and (1 <= inner.strip().count(" ") <= 25 or inner[-1] in ",.!?")
            and not _owned(inner)
        ):
            found.append(Quote(Span(start, end + 1), Span(start + 1, end)))
            done = end + 1
    return found


def _owned(inner: str) -> bool:
    """Tell whether what seems to end a long quotation is a plural possessive."""
    return inner[-1] == "s" and inner.count(" ") >= 4


def _single_end(view: str, ends: list[int], place: int) -> int:
    """Pass over a plural possessive ("the fishers’ boats") when a likelier end follows nearby."""
    end = ends[place]
    possessive = view[end - 1] == "s" and view[end + 1 : end + 3].strip().islower() and view[end + 1 : end + 2] == " "
    if possessive and place + 1 < len(ends) and ends[place + 1] - end < 200:
        return ends[place + 1]
    return end


def _outside(singles: Iterable[Quote], doubles: list[Quote]) -> list[Quote]:
    """Keep the single quotations that no double one holds."""
    kept = []
    place = 0
    ordered = sorted(doubles, key=lambda quote: quote.span)
    for single in singles:
        while place < len(ordered) and ordered[place].span.end <= single.span.start:
            place += 1
        if place == len(ordered) or ordered[place].span.start >= single.span.end:
            kept.append(single)
    return kept
