"""Pieces: which lines of a page belong together as one authored piece.

A page is cut where a credit line, a dateline or a dated start stands, or where several weaker signs meet: a headline, a
by-line, furniture in between, the last words of a piece, a change of subject. Where nothing speaks for a cut there is none.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sayso.model.reports import BoilerplateKind as Kind
from sayso.model.reports import Relation
from sayso.segment.layout.blocks import Block
from sayso.segment.layout.bylines import read_head_line
from sayso.segment.layout.captions import is_labelled
from sayso.segment.layout.date_lines import find_date_line
from sayso.segment.layout.digests import is_digest
from sayso.segment.layout.furniture import Verdict
from sayso.segment.layout.heads import Credit, find_byline, find_credit, find_dateline
from sayso.segment.layout.lines import Line, overlap
from sayso.segment.layout.signs import Signs

__all__ = ["Piece", "find_credits", "find_pieces", "settle_credits"]

_WINDOW = 6  # prose lines on either side that are compared for a change of subject
_SAME_SUBJECT, _OTHER_SUBJECT, _FOREIGN_SUBJECT = 0.2, 0.12, 0.06
_ENOUGH = 3
_LIVE = 4  # lines with a time alone that make a page a live report: one piece, however its entries change the subject
_BODY = 60  # words above a dateline that make it the start of another piece, not the end of a long headline
_STRONGER = frozenset({"words of a notice", "photo credit"})


@dataclass(slots=True)
class Piece:
    """Lines of one authored piece, in order, and the credit that names where it comes from."""

    lines: list[Line]
    credit: tuple[Line, Credit] | None = None
    parent: int | None = None
    relation: Relation | None = None
    block: Block | None = None

    @property
    def prose(self) -> list[Line]:
        """Its lines of running text."""
        return [line for line in self.lines if line.prose]


def find_credits(lines: Sequence[Line], signs: Signs) -> dict[int, Credit]:
    """Find the lines shaped as credits; a date line is none."""
    found = ((line, find_credit(line, signs)) for line in lines)
    return {line.index: credit for line, credit in found if credit and find_date_line(line, signs) is None}


def settle_credits(credited: dict[int, Credit], found: dict[int, Verdict]) -> dict[int, Credit]:
    """Let a line be a credit or furniture: notices and photo credits win, and lists of headlines over bare names."""
    kept = {}
    for index, credit in credited.items():
        because = found[index].because if index in found else ""
        if because in _STRONGER or (credit.bare and credit.headline and because):
            continue
        kept[index] = credit
        found.pop(index, None)
    return kept


def find_pieces(
    lines: Sequence[Line],
    found: dict[int, Verdict],
    credited: dict[int, Credit],
    signs: Signs,
    apart: Collection[int] = frozenset(),
) -> list[Piece]:
    """Cut the lines that are neither furniture nor credits into pieces and give each its credit.

    `apart` are the lines of blocks, which are no part of what is cut here.
    """
    credited = {index: credit for index, credit in credited.items() if index not in apart}
    content = [line for line in lines if not (line.index in found or line.index in credited or line.index in apart)]
    prose = [line for line in content if line.prose]
    if not prose:
        return [Piece(content)] if content else []
    live = sum(verdict.kind is Kind.DATE_LINE for verdict in found.values()) >= _LIVE
    digest = is_digest(prose, signs)
    starts = [0]
    for n in range(1, len(prose)):
        if _is_cut(_Gap(lines, prose, n, starts[-1], found, credited, apart, live, digest), signs):
            starts.append(n)
    barred = {*found, *credited, *apart}
    pieces = _gather(content, [prose[n] for n in starts], lines, barred)
    _give_credits(pieces, lines, credited)
    return pieces


def _body(lines: Sequence[Line], signs: Signs) -> list[Line]:
    """Leave out captions and what stands twice: they are no text of a piece of its own."""
    once = {line.text.casefold(): line for line in lines if not is_labelled(line, signs)}
    return sorted(once.values(), key=lambda line: line.index)


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between one line of prose and the next."""

    lines: Sequence[Line]
    prose: Sequence[Line]
    n: int
    start: int
    found: dict[int, Verdict]
    credited: dict[int, Credit]
    apart: Collection[int]
    live: bool
    digest: bool

    @property
    def above(self) -> Line:
        return self.prose[self.n - 1]

    @property
    def below(self) -> Line:
        return self.prose[self.n]

    @property
    def since(self) -> Sequence[Line]:
        """The last lines of prose of the piece above."""
        return self.prose[max(self.start, self.n - _WINDOW) : self.n]

    @property
    def between(self) -> Sequence[Line]:
        return self.lines[self.above.index + 1 : self.below.index]

    @property
    def labels(self) -> list[Line]:
        """The labels right above the line below: those over furniture belong to what stands above."""
        labels: list[Line] = []
        for line in reversed(self.between):
            if line.index in self.found or line.index in self.credited or line.index in self.apart:
                break
            labels.append(line)
        return labels


def _is_cut(gap: _Gap, signs: Signs) -> bool:
    """Weigh the signs of a new piece between two lines of prose."""
    if any(line.index in gap.credited for line in gap.between):
        return True
    if not gap.digest and find_dateline(gap.below, signs) and _size(_body(gap.since, signs)) >= _BODY:
        return True
    weight = _subject(gap)
    if signs.sign_offs.search(gap.above.text[-250:]) and _size(gap.prose[gap.n : gap.n + 4]) >= _BODY:
        weight += 3
    weight += sum(_is_credit_line(line, signs) for line in gap.labels)
    if gap.live:
        return weight >= _ENOUGH
    parted = any(line.index in gap.found and gap.found[line.index].kind is not Kind.DATE_LINE for line in gap.between)
    headline = max((_headline_weight(line, gap) for line in gap.labels), default=0)
    return weight + parted + (headline if parted else min(headline, 2)) >= _ENOUGH


def _is_credit_line(line: Line, signs: Signs) -> bool:
    """Tell a line that says who wrote what follows, or when."""
    if find_byline(line, signs) or find_date_line(line, signs) is not None:
        return True
    head = read_head_line(line, signs)
    return head is not None and head.certain


def _size(lines: Iterable[Line]) -> int:
    return sum(len(line.words) for line in lines)


def _headline_weight(line: Line, gap: _Gap) -> int:
    """Weigh a label as the headline of what follows: long enough, and about what stands below rather than above."""
    if not 4 <= len(line.words) <= 22 or not line.text[0].isalpha():
        return 0
    below = frozenset().union(*(item.stems for item in gap.prose[gap.n : gap.n + 3]))
    above = frozenset().union(*(item.stems for item in gap.since[-3:]))
    down, up = overlap(line.stems, below), overlap(line.stems, above)
    return (down >= 0.3) + (down > up + 0.15) + (line.title >= 0.6 and len(line.words) >= 5)


def _subject(gap: _Gap) -> int:
    """Weigh a change of subject: positive when the lines above and below share few words, negative when many."""
    if gap.above.language != gap.below.language:
        return 0
    above, below = gap.since, gap.prose[gap.n : gap.n + _WINDOW]
    likeness = _cosine(above, below)
    if likeness >= _SAME_SUBJECT:
        return -1
    if min(_size(above), _size(below)) < _BODY:
        return 0
    return (likeness < _OTHER_SUBJECT) + (likeness < _FOREIGN_SUBJECT)


def _cosine(some: Iterable[Line], others: Iterable[Line]) -> float:
    a, b = (Counter(stem for line in group for stem in line.stems) for group in (some, others))
    shared = sum(count * b[stem] for stem, count in a.items())
    norm = math.sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return shared / norm if norm else 0.0


def _gather(
    content: Sequence[Line], firsts: Sequence[Line], lines: Sequence[Line], barred: Collection[int]
) -> list[Piece]:
    """Give each line of content to a piece: the labels between two pieces go down, unless a line barred parts them from it."""
    bounds = [0]
    for first in firsts[1:]:
        at = first.index
        while at > 0 and at - 1 not in barred and _may_head(lines[at - 1], first):
            at -= 1
        bounds.append(at)
    pieces: list[Piece] = [Piece([]) for _ in firsts]
    place = 0
    for line in content:
        while place + 1 < len(bounds) and line.index >= bounds[place + 1]:
            place += 1
        pieces[place].lines.append(line)
    return pieces


def _may_head(line: Line, first: Line) -> bool:
    """Tell whether a line above the first prose of a piece belongs to its head: a label, or a headline with a full stop."""
    if not line.prose:
        return True
    short = len(line.words) <= 16 and line.text[0] not in '“"' and len(first.words) > len(line.words)
    return short and line.index == first.index - 1 and overlap(line.stems, first.stems) >= 0.5


def _give_credits(pieces: Sequence[Piece], lines: Sequence[Line], credited: dict[int, Credit]) -> None:
    """Give each credit line to the piece above it, or below it where the page puts credits first."""
    if not credited:
        return
    first = min(credited) < pieces[0].prose[0].index if pieces[0].prose else False
    held = [piece for piece in pieces if piece.lines]
    heads = [piece.lines[0].index for piece in held]
    for index in sorted(credited):
        at = bisect(heads, index)
        above, below = held[max(0, at - 1) : at], held[at : at + 1]
        wanted = (below or above) if first else (above or below)
        if headline := credited[index].headline:
            wanted = _titled(headline, below, above) or wanted
        if wanted and wanted[0].credit is None:
            wanted[0].credit = (lines[index], credited[index])


def _titled(headline: str, below: list[Piece], above: list[Piece]) -> list[Piece]:
    """Return the neighbour whose first line is the credited headline, if one is."""
    key = _plain(headline)
    for piece in (*below, *above):
        if any(_plain(line.text) == key for line in piece.lines[:2]):
            return [piece]
    return []


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
