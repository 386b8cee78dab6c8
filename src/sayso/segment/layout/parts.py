"""Parts of a piece: headline, standfirst, caption, by-line, dateline, pull-quote; and the labels that turn out to be furniture."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.reports import BoilerplateKind, PartKind
from sayso.model.text import Span
from sayso.segment.layout.anatomy import Anatomy, credits_head, entry_head, marked_parts, take_head_line
from sayso.segment.layout.bylines import HeadLine, read_head_line
from sayso.segment.layout.captions import is_caption, is_labelled
from sayso.segment.layout.date_lines import find_date_line
from sayso.segment.layout.furniture import Verdict
from sayso.segment.layout.heads import Dateline, find_dateline
from sayso.segment.layout.labels import SIGNED, Repeats, lone_headlines, middle, runs_of, tail
from sayso.segment.layout.lines import Line
from sayso.segment.layout.openings import Opening, find_opening, opens_with_date
from sayso.segment.layout.pieces import Piece
from sayso.segment.layout.signs import Signs

__all__ = ["dissect"]

_BODY = 10  # words of a paragraph that opens with a place and a colon
_TOWN = re.compile(r"(?P<place>[^\W\d_a-zæøå]{4,}(?: [^\W\d_a-zæøå]{3,}){0,2}(?:, [^\W\d_]+)?):\s+(?=[^\W_a-zæøå])")
_HEADLINE = 20  # words that a headline with a full stop has at most


def dissect(piece: Piece, signs: Signs, title: str | None = None) -> Anatomy:
    """Name the parts of a piece; `title` is what the page's metadata calls it."""
    anatomy = Anatomy(piece)
    marked_parts(anatomy, signs)
    entry_head(anatomy, signs)
    prose = piece.prose
    while len(prose) > 1 and prose[0].index < piece.lines[0].index + 4 and credits_head(prose[0], anatomy, signs):
        prose = prose[1:]
    if not prose:
        return anatomy
    first, last = prose[0].index, prose[-1].index
    about: frozenset[str] = frozenset().union(*(line.stems for line in prose))
    repeats = Repeats(prose)
    _opening(prose, title, anatomy, signs)
    _dateline(prose, anatomy, signs)
    head = piece.block.head if piece.block else None
    above = [line for line in piece.lines if line.index < first and not (line.prose or line.held or line.index == head)]
    _head(above, prose, title, anatomy, signs)
    for run in runs_of(
        [line for line in piece.lines if first < line.index < last and not line.prose and not line.held]
    ):
        middle(run, _above(prose, run), about, repeats, anatomy, signs)
    lone_headlines(piece, anatomy)
    for run in runs_of([line for line in piece.lines if line.index > last and not line.held]):
        tail(run, prose[-1], about, anatomy, signs)
    _prose_parts(prose, repeats, anatomy, signs)
    return anatomy


def _above(prose: Sequence[Line], run: Sequence[Line]) -> Line:
    """Return the last paragraph before a run of labels."""
    return prose[bisect_left([line.index for line in prose], run[0].index) - 1]


def _opening(prose: Sequence[Line], title: str | None, anatomy: Anatomy, signs: Signs) -> None:
    """Read a first line in which date, headline and text are run together; entries of a chronology are none."""
    line = prose[0]
    found = find_opening(line, signs, title)
    if found is None or (sum(opens_with_date(other, signs) for other in prose[:6]) > 1):
        return
    _take_opening(line, found, anatomy)


def _take_opening(line: Line, found: Opening, anatomy: Anatomy) -> None:
    """Note the parts of an opening."""
    anatomy.opening = (line, found)
    start = line.span.start
    anatomy.parts.append(
        (Span(start + found.outer[0], start + len(line.text[: found.outer[1]].rstrip())), PartKind.DATELINE)
    )
    if found.headline:
        anatomy.parts.append((Span(start + found.headline[0], start + found.headline[1]), PartKind.HEADLINE))


def _dateline(prose: Sequence[Line], anatomy: Anatomy, signs: Signs) -> None:
    for line in prose[:3]:
        if (found := find_dateline(line, signs)) and not (anatomy.opening and anatomy.opening[0] is line):
            anatomy.dateline = (line, found)
            end = line.span.start + len(line.text[: found.end].rstrip())
            anatomy.parts.append((Span(line.span.start, end), PartKind.DATELINE))
            return
    _colon_dateline(prose, anatomy, signs)


def _colon_dateline(prose: Sequence[Line], anatomy: Anatomy, signs: Signs) -> None:
    """Read "TOWN: " before the first words; where other paragraphs open so, it is a speaker or a heading."""
    opened = [line for line in prose if _TOWN.match(line.text)]
    if len(opened) != 1 or opened[0] is not prose[0] or anatomy.opening or len(prose[0].words) < _BODY:
        return
    line, match = prose[0], _TOWN.match(prose[0].text)
    place = match["place"] if match else ""
    if match is None or any(word.casefold() in signs.common_words | signs.related_heads for word in place.split()):
        return
    if signs.update_words.search(place) or signs.opening_words.search(place) or place.casefold() in signs.menu_words:
        return
    anatomy.dateline = (line, Dateline(match.end(), place))
    anatomy.parts.append((Span(line.span.start, line.span.start + match.end("place") + 1), PartKind.DATELINE))


def _head(lines: Sequence[Line], prose: Sequence[Line], title: str | None, anatomy: Anatomy, signs: Signs) -> None:
    """Name the labels above the first prose: captions, the headline, what stands between."""
    near: frozenset[str] = frozenset().union(*(line.stems for line in prose[:6]))
    kinds = [kind for _, kind in anatomy.parts]
    named = _name_lines(lines, prose, signs)
    for n, line in enumerate(lines):
        if _is_todays(line, lines[n + 1 : n + 2], kinds, signs):
            anatomy.cast_out[line.index] = Verdict(BoilerplateKind.DATE_LINE, "date of the page, over its furniture")
            continue
        if credits_head(line, anatomy, signs):
            continue
        if line.index in named:
            take_head_line(line, named[line.index], anatomy, signs)
            anatomy.parts.append((line.span, PartKind.BYLINE))
            continue
        if is_caption(line, lines[n + 1 : n + 2] or lines[max(0, n - 1) : n], signs):
            kind = PartKind.CAPTION
        elif PartKind.HEADLINE not in kinds and (len(line.words) >= 3 or line.stems & near):
            kind = PartKind.HEADLINE
            if anatomy.opening is None and (found := find_opening(line, signs, title)):
                _take_opening(line, replace(found, headline=(found.outer[1], len(line.text))), anatomy)
                kinds.append(kind)
                continue
        elif line.stopped or (len(line.words) >= 6 and line.stems & near):
            kind = PartKind.STANDFIRST
        else:
            anatomy.cast_out[line.index] = Verdict(BoilerplateKind.OTHER, "label above a piece")
            continue
        kinds.append(kind)
        anatomy.parts.append((line.span, kind))


def _is_todays(line: Line, below: Sequence[Line], kinds: Sequence[PartKind], signs: Signs) -> bool:
    """Tell a date at a page's top with furniture between it and the headline: the day that the page was looked at."""
    parted = bool(below) and below[0].index != line.index + 1
    return parted and PartKind.HEADLINE not in kinds and find_date_line(line, signs) is not None


def _name_lines(lines: Sequence[Line], prose: Sequence[Line], signs: Signs) -> dict[int, HeadLine]:
    """Find the lines under a headline that are a name and nothing else: beside another credit, or right above the text."""
    heads = {line.index: head for line in lines[1:] if (head := read_head_line(line, signs))}
    dated = {line.index for line in lines if find_date_line(line, signs)}
    agencies = {i for i, head in heads.items() if head.media and not head.persons and _is_known(lines, i, head, signs)}
    offices = {i for i, head in heads.items() if head.office}
    beside = {i for i, head in heads.items() if {i - 1, i + 1} & (dated | agencies | offices | heads.keys()) - {i}}
    last = {lines[-1].index} if lines and lines[-1].index == prose[0].index - 1 and len(lines) > 1 else set()
    known = " ".join(line.text for line in prose[:4])
    alone = {i for i in last & heads.keys() if not any(word in known for word in lines[-1].words)}
    return {i: heads[i] for i in sorted(agencies | beside | (alone if all(heads[i].persons for i in alone) else set()))}


def _is_known(lines: Sequence[Line], index: int, head: HeadLine, signs: Signs) -> bool:
    line = next(line for line in lines if line.index == index)
    return any(line.text[a:b] in signs.agencies for a, b in head.media)


def _prose_parts(prose: Sequence[Line], repeats: Repeats, anatomy: Anatomy, signs: Signs) -> None:
    """Name whole paragraphs that are parts: captions and a headline with a full stop at the top, sentences pulled out."""
    top = 0
    while top + 1 < len(prose) and not prose[top].stopped and is_caption(prose[top], prose[top + 1 : top + 2], signs):
        anatomy.parts.append((prose[top].span, PartKind.CAPTION))
        top += 1
    if top and is_caption(prose[top], prose[top - 1 : top], signs) and not prose[top].stopped:
        anatomy.parts.append((prose[top].span, PartKind.CAPTION))
        top += 1
    first, rest = prose[top : top + 1], prose[top + 1 :]
    for line in rest:
        if is_labelled(line, signs):
            anatomy.parts.append((line.span, PartKind.CAPTION))
    headed = any(kind is PartKind.HEADLINE for _, kind in anatomy.parts)
    for line in first if rest and not headed else []:
        if _is_headline(line, rest, anatomy):
            anatomy.parts.append((line.span, PartKind.HEADLINE))
    pulled = {line.index for line in rest if len(line.words) <= 40 and repeats.elsewhere(line)}
    for line in anatomy.piece.lines:
        signs_quote = line.index - 1 in pulled and SIGNED.match(line.text)
        if line.index in pulled or signs_quote:
            anatomy.parts.append((line.span, PartKind.PULL_QUOTE))


def _is_headline(line: Line, rest: Sequence[Line], anatomy: Anatomy) -> bool:
    """Tell a headline that looks like a sentence: in capitals, or short above the paragraph that opens with the dateline."""
    if len(line.words) > _HEADLINE or line.text[0] in '“"':
        return False
    if anatomy.dateline is None:
        return len(line.words) <= 16 and line.title >= 0.7
    text = [item.index for item in rest if (item.span, PartKind.CAPTION) not in anatomy.parts]
    return text[:1] == [anatomy.dateline[0].index]
