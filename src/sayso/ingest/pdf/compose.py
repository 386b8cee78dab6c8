"""The text of a PDF put together page by page, headings marked by their size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from sayso.ingest.pdf.furniture import Sheet
from sayso.ingest.pdf.order import Row, columns_of
from sayso.ingest.pdf.paragraphs import Block, Words, blocks_of, goes_on, joined
from sayso.model.text import Mark, MarkKind, Span

__all__ = ["compose"]

HEADLINE = 1.4  # times the size of the body
SUBHEADING = 1.15
HEADING_LENGTH = 200  # characters; a longer passage in large letters is a standfirst or a poster


@dataclass(slots=True)
class _Text:
    parts: list[str] = field(default_factory=list)
    size: int = 0
    marks: list[Mark] = field(default_factory=list)

    def add(self, words: str, mark: MarkKind | None = None) -> None:
        """Add words; a mark covers all of them."""
        if words and mark is not None:
            self.marks.append(Mark(Span(self.size, self.size + len(words)), mark))
        self.parts.append(words)
        self.size += len(words)

    def add_paragraph(self, words: str, mark: MarkKind | None = None) -> None:
        """Add words as a paragraph of their own."""
        if self.parts and not self.parts[-1].endswith(("\n\n", "\f")):
            self.add("\n\n")
        self.add(words, mark)


@dataclass(slots=True)
class _Page:
    """A page's blocks as text with their marks, and its running lines."""

    blocks: list[tuple[str, MarkKind | None]]
    heads: tuple[str, ...]
    feet: tuple[str, ...]


def compose(sheets: Sequence[Sheet]) -> tuple[str, tuple[Mark, ...]]:
    """Return the text of all pages, form feeds between them, and marks of its headings.

    Where a sentence runs over a page, the running lines stand before or after its paragraph, still on their own page.
    """
    columns = [columns_of(sheet.body) for sheet in sheets]
    rows = [row for page in columns for column in page for row in column]
    words, body = Words.of(rows), _body_size(rows)
    laid = [_over_columns([blocks_of(column, body) for column in page]) for page in columns]
    runs_over = [bool(a and b and goes_on(a[-1], b[0])) for a, b in pairwise(laid)] + [False]
    pages = [
        _Page([(block.text(words), _mark(block, body)) for block in blocks], sheet.heads, sheet.feet)
        for blocks, sheet in zip(laid, sheets, strict=True)
    ]
    text, carries_on = _Text(), False
    for number, page in enumerate(pages):
        over = runs_over[number] and not (carries_on and len(page.blocks) == 1 and (page.heads or page.feet))
        if over:
            _keep_word_whole(page, pages[number + 1], words)
        _add_page(text, page, carries_on=carries_on, runs_over=over)
        if number + 1 < len(pages):
            text.add("\f" if over else "\n\f")
        carries_on = over
    return "".join(text.parts), tuple(text.marks)


def _body_size(rows: Sequence[Row]) -> float:
    """Return the height that most of the text has."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.height, 1)] += len(row.words)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 1.0


def _over_columns(columns: Sequence[list[Block]]) -> list[Block]:
    """Put the blocks of columns in a row, those together that a column's end parted."""
    blocks: list[Block] = []
    for column in columns:
        if blocks and column and goes_on(blocks[-1], column[0]):
            blocks[-1].carry_on(column[0])
            column = column[1:]  # noqa: PLW2901  the first is told already
        blocks.extend(column)
    return blocks


def _mark(block: Block, body: float) -> MarkKind | None:
    """Return what a block's size says it is."""
    larger = median(row.height for row in block.rows) / max(body, 1e-6)
    if larger < SUBHEADING or sum(len(row.words) for row in block.rows) > HEADING_LENGTH:
        return None
    return MarkKind.HEADLINE if larger >= HEADLINE else MarkKind.SUBHEADING


def _keep_word_whole(page: _Page, following: _Page, words: Words) -> None:
    """Move the first half of a word parted by the page's end to the page where it ends."""
    text, mark = page.blocks[-1]
    if text.endswith(("-", "\u00ad")):
        head, space, half = text.rpartition(" ")
        page.blocks[-1] = (head + space[:0], mark)
        following.blocks[0] = (joined(half, following.blocks[0][0], words), following.blocks[0][1])


def _add_page(text: _Text, page: _Page, *, carries_on: bool, runs_over: bool) -> None:
    running = len(page.blocks) - 1 if runs_over else len(page.blocks)  # before this block stand the feet
    if not carries_on or not page.blocks:
        _add_lines(text, page.heads)
    for at, (words, mark) in enumerate(page.blocks):
        if at == running:
            _add_lines(text, page.feet)
        text.add_paragraph(words, mark)
        if at == 0 and carries_on:
            _add_lines(text, page.heads)
    if running >= len(page.blocks):
        _add_lines(text, page.feet)


def _add_lines(text: _Text, lines: Sequence[str]) -> None:
    for line in lines:
        text.add_paragraph(line)
