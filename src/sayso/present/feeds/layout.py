"""Where the boxes and lines of the picture stand: trees from left to right, a row to each leaf, nothing left to chance.

Pages that gather several reports stand to the right of those, as near to their middle as there is room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sayso.present.feeds.forest import Feed, Feeds

__all__ = ["Box", "Drawing", "Line", "draw"]

WIDTH, HEIGHT = 214, 46  # of a box
ACROSS, DOWN = 204, 18  # between boxes, for the words on a line and for air
MARGIN = 8
MOST = 40  # boxes; more are told by the table alone


@dataclass(frozen=True, slots=True)
class Box:
    """A report or agency; x and y are its upper left corner, in units of the drawing."""

    id: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """A feed drawn as `path`; `x` and `y` are the middle of its words."""

    feed: Feed
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture; empty where there is nothing to draw or too much."""

    width: int = 0
    height: int = 0
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()


def draw(feeds: Feeds, order: Callable[[str], tuple[str, ...]]) -> Drawing:
    """Lay out the forest; `order` sorts what hangs side by side. Nothing is drawn beyond forty boxes."""
    if not 2 <= len(feeds.sources) <= MOST:
        return Drawing()
    places = _forest_places(feeds, order)
    _place_pages(feeds, places)
    boxes = {key: Box(key, _left(column), round(MARGIN + at * (HEIGHT + DOWN))) for key, (column, at) in places.items()}
    shown = sorted((*feeds.shown, *feeds.gathered), key=lambda f: (boxes[f.target].y, f.target, boxes[f.source].y))
    return Drawing(
        width=max(box.x for box in boxes.values()) + WIDTH + MARGIN,
        height=max(box.y for box in boxes.values()) + HEIGHT + MARGIN,
        boxes=tuple(sorted(boxes.values(), key=lambda box: (box.x, box.y))),
        lines=tuple(_line(feed, boxes) for feed in shown),
    )


def _forest_places(feeds: Feeds, order: Callable[[str], tuple[str, ...]]) -> dict[str, tuple[int, float]]:
    """Return column and row of everything but pages: the largest tree first, reports of one page that hang alone together."""
    children: dict[str, list[str]] = defaultdict(list)
    for feed in feeds.shown:
        children[feed.source].append(feed.target)
    fed = {feed.target for feed in feeds.shown}
    page_of = {feed.source: feed.target for feed in feeds.gathered}
    roots = sorted(
        (key for key, source in feeds.sources.items() if key not in fed and source.page is None),
        key=lambda key: (-_size(children, key), *_beside(feeds, page_of, children, key), *order(key)),
    )
    places: dict[str, tuple[int, float]] = {}
    row = 0.0
    for root in roots:
        row = _place(root, 0, row, children, order, places) + 0.25
    return places


def _beside(feeds: Feeds, page_of: Mapping[str, str], children: Mapping[str, list[str]], key: str) -> tuple[str, int]:
    """Sort what hangs alone by its page, in the order of the text."""
    report = feeds.sources[key].report
    if key in children or key not in page_of or report is None:
        return "", 0
    return page_of[key], report.spans[0].start


def _place_pages(feeds: Feeds, places: dict[str, tuple[int, float]]) -> None:
    """Place each page one column to the right of its rightmost report, in the free row nearest to their middle."""
    pieces: dict[str, list[str]] = defaultdict(list)
    for feed in feeds.gathered:
        pieces[feed.target].append(feed.source)
    wanted = {page: sum(places[p][1] for p in found) / len(found) for page, found in pieces.items()}
    for page in sorted(pieces, key=lambda page: (wanted[page], page)):
        column = 1 + max(places[piece][0] for piece in pieces[page])
        taken = [row for other, row in places.values() if other == column]
        rows = (wanted[page], *(row + way for row in taken for way in (1.0, -1.0) if row + way >= 0))
        free = [row for row in rows if all(abs(row - other) >= 1 for other in taken)]
        places[page] = (column, min(free, key=lambda row: (abs(row - wanted[page]), row)))


def _size(children: Mapping[str, list[str]], key: str) -> int:
    return 1 + sum(_size(children, child) for child in children.get(key, ()))


def _left(column: int) -> int:
    return MARGIN + column * (WIDTH + ACROSS)


def _place(
    key: str,
    column: int,
    row: float,
    children: Mapping[str, list[str]],
    order: Callable[[str], tuple[str, ...]],
    places: dict[str, tuple[int, float]],
) -> float:
    """Place a tree from `row` down; return the next free row. What has branches stands at their middle."""
    below = sorted(children.get(key, ()), key=order)
    at = row
    for child in below:
        at = _place(child, column + 1, at, children, order, places)
    rows = [places[child][1] for child in below]
    places[key] = (column, (rows[0] + rows[-1]) / 2 if rows else row)
    return at if below else row + 1


def _line(feed: Feed, boxes: Mapping[str, Box]) -> Line:
    a, b = boxes[feed.source], boxes[feed.target]
    x1, y1, x2, y2 = a.x + WIDTH, a.y + HEIGHT // 2, b.x, b.y + HEIGHT // 2
    bend = x1 + 26
    path = f"M{x1} {y1}H{x2}" if y1 == y2 else f"M{x1} {y1}C{bend} {y1} {x1 + 6} {y2} {bend + 8} {y2}H{x2}"
    return Line(feed, path, (bend + 8 + x2) // 2, y2)
