"""Blocks: stretches of a page that are reports of their own under another: entries of a live report, updates, quoted articles.

They are told by the page's markup, or in plain text by shape: times as heads, "Update 3pm", lines that open with ">".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model.reports import Relation
from sayso.model.text import MarkKind
from sayso.segment.layout.clocks import Head, find_head
from sayso.segment.layout.date_lines import find_date_line
from sayso.segment.layout.heads import Credit, find_byline, find_dateline
from sayso.segment.layout.lines import Line
from sayso.segment.layout.names import is_agency, is_medium
from sayso.segment.layout.signs import Signs

__all__ = ["Block", "find_blocks", "find_intro"]

_HEADS = 3  # heads with a time that make a page a live report
_TOP = (
    2  # lines at the top of a page among which its title stands: a date there may be a headline's, or a diary's first
)
_DAYS = 3  # heads with a date that make it a diary
_ENTRY = 20  # words that its usual entry has at least: below, it is a chronology inside one report
_DAY = 40  # the same of an entry under a date
_BODY = 60  # words above an update
_QUOTED = 25  # words of a quoted text with a report of its own
_WHOLE = 0.9  # share of the page's lines: one box around as much is the page itself
_INTRO = 300  # characters before a quotation in which the medium is named
_NAME = re.compile(r"(?:[^\W\d_a-zæøå][\w.'’-]*\s?)+")


@dataclass(frozen=True, slots=True)
class Block:
    """Indexes of the lines of a block, unbroken, and how it stands to what is around it. `head` is the line with its time."""

    lines: range
    relation: Relation
    head: int | None = None


def find_blocks(
    lines: Sequence[Line],
    marked: Sequence[tuple[MarkKind, tuple[int, ...]]],
    barred: Collection[int],
    signs: Signs,
    *,
    credited: Mapping[int, Credit] | None = None,
    letter: bool = False,
) -> list[Block]:
    """Find the blocks of a page, in order, outer before inner; no two overlap but one inside the other.

    `marked` are those of the markup, `barred` the lines that end an entry told by shape: credits, heads of lists.
    `credited` are the lines that name where a text comes from. In a `letter`, what is quoted at length is another's letter.
    """
    boxes = [(kind, range(held[0], held[-1] + 1)) for kind, held in marked if len(held) < _WHOLE * len(lines)]
    entries = [Block(span, Relation.EMBEDS) for kind, span in boxes if kind is MarkKind.ENTRY]
    if not entries:
        entries = _timed(lines, barred, signs) or _dated(lines, barred, signs) or _updates(lines, barred, signs)
    quoted = [span for kind, span in boxes if kind is MarkKind.BLOCK_QUOTE and _size(lines, span) >= _QUOTED]
    quoted = [
        span for span in quoted if letter or _is_credited(span, credited or {}) or _is_article(lines, span, signs)
    ]
    quoted += _arrowed(lines)
    found = [*entries, *(Block(span, Relation.QUOTES) for span in quoted)]
    return _nested(sorted(found, key=lambda block: (block.lines.start, -block.lines.stop)))


def _nested(blocks: Sequence[Block]) -> list[Block]:
    """Drop blocks that overlap an earlier one without lying in it, and those that repeat it."""
    kept: list[Block] = []
    open_until: list[int] = []
    for block in blocks:
        while open_until and open_until[-1] <= block.lines.start:
            open_until.pop()
        if open_until and (block.lines.stop > open_until[-1] or block.lines == kept[-1].lines):
            continue
        open_until.append(block.lines.stop)
        kept.append(block)
    return kept


def _timed(lines: Sequence[Line], barred: Collection[int], signs: Signs) -> list[Block]:
    """Find entries headed by times that run one way; short ones are a chronology inside one report."""
    heads = [(line.index, found) for line in lines if (found := find_head(line, signs)) and found.minute is not None]
    if len(heads) < _HEADS or not _one_way([found.minute or 0 for _, found in heads]):
        return []
    return _entries(lines, [index for index, _ in heads], barred, least=_ENTRY)


def _one_way(minutes: Sequence[int]) -> bool:
    """Tell whether times rise or fall, one turn aside (midnight)."""
    steps = [(b > a) - (b < a) for a, b in pairwise(minutes)]
    return steps.count(1) <= 1 or steps.count(-1) <= 1


def _dated(lines: Sequence[Line], barred: Collection[int], signs: Signs) -> list[Block]:
    """Find entries headed by a date alone in its line, below prose: a diary. Under a headline a date is the headline's."""
    heads = []
    for line in lines:
        above = lines[line.index - 1] if line.index else None
        if above is not None and above.index >= _TOP and not (above.prose or above.index in barred):
            continue
        dated = find_date_line(line, signs)
        if dated and dated.day and not dated.changed and not dated.agency and not dated.outlet:
            heads.append(line.index)
    return _entries(lines, heads, barred, least=_DAY) if len(heads) >= _DAYS else []


def _updates(lines: Sequence[Line], barred: Collection[int], signs: Signs) -> list[Block]:
    """Find paragraphs that a report was continued with later: "Update 3pm: ...", below enough of it."""
    heads, body = [], 0
    for line in lines:
        found = find_head(line, signs)
        if found and found.update and body >= _BODY and _is_followed(lines, line, found):
            heads.append(line.index)
        body += len(line.words) if line.prose else 0
    blocks = _entries(lines, heads, barred, least=0)
    return [Block(_before_next(lines, block.lines, signs), Relation.UPDATES, block.head) for block in blocks]


def _is_followed(lines: Sequence[Line], line: Line, head: Head) -> bool:
    """Tell whether words follow a head, in its line or in the next: else it only says when the page was last changed."""
    below = lines[line.index + 1 : line.index + 2]
    return len(line.text) - head.end > 20 or bool(head.alone and below and below[0].prose)


def _before_next(lines: Sequence[Line], span: range, signs: Signs) -> range:
    """Cut an update off where another piece begins: at a dateline or by-line."""
    for index in span[1:]:
        if find_dateline(lines[index], signs) or find_byline(lines[index], signs):
            return range(span.start, index)
    return span


def _entries(lines: Sequence[Line], heads: Sequence[int], barred: Collection[int], *, least: int) -> list[Block]:
    """Run each head down to the next, the last one down to the first line that is barred."""
    found = []
    for start, end in pairwise([*heads, len(lines)]):
        stop = next((index for index in range(start + 1, end) if index in barred), end) if end == len(lines) else end
        found.append(Block(range(start, stop), Relation.EMBEDS, start))
    sizes = sorted(sum(len(line.words) for line in lines[b.lines.start : b.lines.stop]) for b in found)
    return found if sizes and sizes[len(sizes) // 2] >= least else []


def _arrowed(lines: Sequence[Line]) -> Iterator[range]:
    """Find runs of lines that open with ">": a text quoted as mails and boards do."""
    start = None
    for index in range(len(lines) + 1):
        arrow = index < len(lines) and bool(re.match(r">\s*\S", lines[index].text))
        if arrow and start is None:
            start = index
        elif not arrow and start is not None:
            if sum(len(line.words) for line in lines[start:index]) >= _QUOTED:
                yield range(start, index)
            start = None


def _size(lines: Sequence[Line], span: range) -> int:
    return sum(len(line.words) for line in lines[span.start : span.stop])


def _is_credited(span: range, credited: Mapping[int, Credit]) -> bool:
    """Tell whether a credit in the quotation, or right below it, says where it comes from; a bare name below may be the page's own."""
    below = credited.get(span.stop)
    return any(index in credited for index in span) or (below is not None and not (below.bare or below.below))


def _is_article(lines: Sequence[Line], span: range, signs: Signs) -> bool:
    """Tell a quoted article from quoted speech: in another language, with a dateline, told of as a medium's, or itself reporting."""
    held = lines[span.start : span.stop]
    around = [
        line.language for line in (*lines[max(0, span.start - 2) : span.start], *lines[span.stop : span.stop + 2])
    ]
    if around and held[0].language not in around:
        return True
    if find_dateline(held[0], signs) or _reports(held, signs):
        return True
    return find_intro(lines, span, signs) is not None


def _reports(held: Sequence[Line], signs: Signs) -> bool:
    """Tell whether a text quotes others itself, and says so."""
    return any(signs.said_after.search(line.text) for line in held)


def find_intro(lines: Sequence[Line], span: range, signs: Signs) -> tuple[Line, Credit] | None:
    """Return the medium or agency that the words before a quotation name, with its place; none where they introduce speech."""
    if not span.start:
        return None
    line = lines[span.start - 1]
    shift = max(0, len(line.text) - _INTRO)
    if not (line.prose or line.text.endswith(":")) or signs.speech_words.search(line.text, shift):
        return None
    for match in _NAME.finditer(line.text, shift):
        name = match.group().strip()
        if is_medium(name, signs) or is_agency(name, signs):
            return line, Credit(name, match.start(), match.start() + len(name))
    return None
