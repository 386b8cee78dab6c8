"""Lines of a column become paragraphs: a paper breaks lines where they are full, and paragraphs by space, indents and short lines.

A word parted at a line end is mended; a hyphen stays where it belongs to the word (before a capital or a digit, before "and",
in a word that the document also writes with it).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from sayso.ingest.pdf.order import Row

__all__ = ["Block", "Words", "blocks_of", "goes_on", "joined"]

INDENT = 0.6  # heights: a line that begins further in than this begins a paragraph
SPACE = 1.35  # times the usual distance of lines: a wider one parts paragraphs
CLOSE = 1.6  # heights
SIZE = 0.15  # relative: lines that differ more in height are not of one paragraph
ENDED = re.compile(r"[.!?…:;][”\"’'»)\]]*$")
BULLET = re.compile(r"[•‣▪●○◦■□–—*·-]\s|\(?[0-9a-z]{1,2}[.)]\s")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
NUMBERS = re.compile(r"\d[-–/]$")
PARTED = re.compile(r"([^\W\d_]+)-$")
CONNECTIVES = frozenset({"and", "or", "to", "og", "eller", "til", "und", "oder", "och", "et", "ou"})
LARGE = 1.12  # times the usual height
FEW = 10  # rows: below, the widest tells how wide a column is; above, a single line that sticks out does not count


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a document writes with a hyphen inside a line."""

    hyphenated: frozenset[str] = frozenset()

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Words:
        """Collect them."""
        return cls(frozenset(word.casefold() for row in rows for word in WORD.findall(row.words)))


@dataclass(slots=True)
class Block:
    """Lines that belong together, each with the mark that parts it from the one before: a space or a line end."""

    rows: list[Row] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    full: bool = False  # whether its last line fills the column

    def carry_on(self, other: Block) -> None:
        """Take the lines of the block that goes on with this one."""
        self.rows.extend(other.rows)
        self.breaks.extend(other.breaks)
        self.full = other.full

    def text(self, words: Words) -> str:
        """Return its text."""
        out = ""
        for row, broken in zip(self.rows, self.breaks, strict=True):
            out = f"{out}\n{row.words}" if out and broken else joined(out, row.words, words)
        return out


def joined(before: str, after: str, words: Words) -> str:
    """Put two lines together; a word parted between them is mended."""
    if NUMBERS.search(before) and after[:1].isdigit():
        return before + after
    parted = PARTED.search(before)
    if not before or not after or parted is None:
        soft = before.endswith("\u00ad")
        return f"{before[:-1]}{after}" if soft else f"{before} {after}" if before and after else before + after
    first = re.match(r"\w+(?:-\w+)*", after)
    rest = first.group() if first else ""
    if rest.casefold() in CONNECTIVES or not rest:
        return f"{before} {after}"
    whole = f"{parted.group(1)}-{rest}".casefold()
    keeps = not rest[0].islower() or whole in words.hyphenated or "-" in before[: parted.start()][-1:]
    return f"{before}{after}" if keeps else f"{before[:-1]}{after}"


def blocks_of(rows: Sequence[Row], body: float) -> list[Block]:
    """Part the rows of a column into blocks; `body` is the height of the document's usual line.

    The lines of a headline are short because it is set so, which ends nothing.
    """
    if not rows:
        return []
    rights, left, leading = _right_edges(rows), min(row.left for row in rows), _leading(rows)
    blocks = [Block([rows[0]], [False])]
    for before, row in pairwise(rows):
        block = blocks[-1]
        short = (
            row.height < LARGE * body
            and _would_fit(row, rights[round(before.height)] - before.right)
            and not PARTED.search(before.words)
        )
        if _begins_one_earlier(block, row):
            block.breaks.pop()
            blocks.append(Block([block.rows.pop(), row], [False, False]))
        elif _parts(block, before, row, left=left, leading=leading) or (short and ENDED.search(before.words)):
            blocks.append(Block([row], [False]))
        else:
            block.rows.append(row)
            block.breaks.append(short)
    for block in blocks:
        block.full = rights[round(block.rows[-1].height)] - block.rows[-1].right < 4 * block.rows[-1].height
    return blocks


def _right_edges(rows: Sequence[Row]) -> dict[int, float]:
    """Return how far lines of each height reach."""
    reach: dict[int, list[float]] = {}
    for row in rows:
        reach.setdefault(round(row.height), []).append(row.right)
    return {height: _reach(sorted(rights)) for height, rights in reach.items()}


def _reach(rights: Sequence[float]) -> float:
    return rights[-1] if len(rights) < FEW else rights[int(0.9 * (len(rights) - 1))]


def _leading(rows: Sequence[Row]) -> float:
    """Return the usual distance from line to line."""
    steps = [a.bottom - b.bottom for a, b in pairwise(rows) if _alike(a, b) and a.bottom > b.bottom]
    # Where most paragraphs are one line, most steps are between paragraphs; lines set close are the measure then.
    usual = median(row.height for row in rows)
    close = [step for step in steps if step <= CLOSE * usual]
    return median(close or steps) if steps else 1.2 * rows[0].height


def _is_table(row: Row) -> bool:
    """Tell whether a row holds cells; a bullet before its text is none."""
    first, tab, _ = row.words.partition("\t")
    return bool(tab) and not BULLET.match(f"{first} ")


def _alike(a: Row, b: Row) -> bool:
    return abs(a.height - b.height) <= SIZE * max(a.height, b.height)


def _would_fit(row: Row, room: float) -> bool:
    """Tell whether the first word of a row would have had room in the line before, so that the line was ended on purpose."""
    words = row.words.split(maxsplit=1)
    wide = len(words[0]) / max(len(row.words), 1) * (row.right - row.left) if words else 0
    return room > wide + 0.7 * row.height


def _begins_one_earlier(block: Block, row: Row) -> bool:
    """Tell whether the last row of a block begins a paragraph with this one: set in, after a line that was ended on purpose."""
    before = block.rows[-1]
    return block.breaks[-1] and _alike(before, row) and (row.left - before.left) / max(row.height, 1e-6) < -INDENT


def _parts(block: Block, before: Row, row: Row, *, left: float, leading: float) -> bool:
    """Tell whether a row begins another block."""
    if not _alike(before, row) or before.bottom - row.bottom > SPACE * max(leading, row.height):
        return True
    if _is_table(before) or _is_table(row):
        return True
    inward = (row.left - before.left) / max(row.height, 1e-6)
    if BULLET.match(row.words) and (BULLET.match(block.rows[0].words) or ENDED.search(before.words)):
        return True
    if inward > INDENT:
        return row.left - left > INDENT * row.height and not BULLET.match(before.words)
    return inward < -INDENT and len(block.rows) > 1 and not BULLET.match(block.rows[0].words)


def goes_on(before: Block, after: Block) -> bool:
    """Tell whether a block at the head of a column or page carries on the one at the end of the last."""
    last, first = before.rows[-1], after.rows[0]
    if not _alike(last, first) or ENDED.search(last.words) or BULLET.match(first.words):
        return False
    if first.words[:1].islower() or last.words.endswith("-"):
        return True
    indented = len(after.rows) > 1 and first.left - after.rows[1].left > INDENT * first.height
    prose = len(after.rows) > 1 or ENDED.search(first.words) is not None  # not a heading
    return before.full and len(before.rows) > 1 and prose and not indented
