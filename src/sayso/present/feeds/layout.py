"""Where the boxes and lines of the picture stand: trees from left to right, a row to each leaf, nothing left to chance."""

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
    children: dict[str, list[str]] = defaultdict(list)
    for feed in feeds.shown:
        children[feed.source].append(feed.target)
    fed = {feed.target for feed in feeds.shown}
    roots = sorted(
        (key for key in feeds.sources if key not in fed), key=lambda key: (-_size(children, key), *order(key))
    )
    places: dict[str, tuple[int, float]] = {}
    row = 0.0
    for root in roots:
        row = _place(root, 0, row, children, order, places) + 0.25
    boxes = {key: Box(key, _left(column), round(MARGIN + at * (HEIGHT + DOWN))) for key, (column, at) in places.items()}
    return Drawing(
        width=max(box.x for box in boxes.values()) + WIDTH + MARGIN,
        height=max(box.y for box in boxes.values()) + HEIGHT + MARGIN,
        boxes=tuple(sorted(boxes.values(), key=lambda box: (box.x, box.y))),
        lines=tuple(_line(feed, boxes) for feed in sorted(feeds.shown, key=lambda f: (boxes[f.target].y, f.target))),
    )


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
