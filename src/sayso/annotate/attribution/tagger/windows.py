"""Cut a run of pieces into windows at paragraphs, as the tagger was trained on them."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["cut_windows"]


def cut_windows(openings: Sequence[int], count: int, size: int, first: int = 0) -> list[tuple[int, int]]:
    """Return ranges of pieces that cover `count` pieces in order, each of at most `size` and ending at a paragraph's end.

    `openings` are the pieces that open paragraphs, in order. A paragraph longer than a window is cut where the window is
    full. `first`, if given, caps the first window, so that training sees other cuts each time.
    """
    edges = [*(o for o in openings if 0 < o < count), count] if count else []
    windows: list[tuple[int, int]] = []
    start = end = 0
    room = first or size
    for edge in edges:
        if edge - start > room and end > start:
            windows.append((start, end))
            start, room = end, size
        while edge - start > room:
            windows.append((start, start + room))
            start, room = start + room, size
        end = edge
    if end > start:
        windows.append((start, end))
    return windows
