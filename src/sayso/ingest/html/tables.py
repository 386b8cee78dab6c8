"""Tables of figures told from tables that only lay a page out, as pages did until about 2005."""

from __future__ import annotations

from typing import Any

__all__ = ["is_data_table"]

_BLOCKS = ("table", "h1", "h2", "h3", "ul", "ol", "blockquote", "form", "article", "section", "hr", "img")
_LONGEST_CELL = 120  # characters that the cells of a table of figures hold on average, at most
_ROWS, _CELLS = 500, 5000  # how much of a table is looked at


def is_data_table(table: Any) -> bool:
    """Tell a table of figures: two rows and columns or more, short cells, nothing in them that makes a page."""
    if any(table.find(f".//{tag}") is not None for tag in _BLOCKS):
        return False
    rows = cells = size = wide = 0
    for row in table.iter("tr"):
        rows += 1
        inside = [cell for cell in row if cell.tag in ("td", "th")]
        cells += len(inside)
        wide += len(inside) >= 2
        size += sum(sum(map(len, cell.itertext())) for cell in inside)
        if rows >= _ROWS or cells >= _CELLS:
            break
    return rows >= 2 and 2 * wide >= rows and cells > 0 and size <= _LONGEST_CELL * cells
