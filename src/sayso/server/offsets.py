"""Code points and UTF-16 units: the program counts the one, browsers the other; converted here and nowhere else."""

from __future__ import annotations

import re
from bisect import bisect_left

from sayso.model.text import Span
from sayso.server.contract.reading import Extent

__all__ = ["Units"]

ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """Where code points of one text stand in UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._wide = [found.start() for found in ASTRAL.finditer(text)]

    def unit(self, point: int) -> int:
        """Return the number of UTF-16 units before a code point."""
        return point + bisect_left(self._wide, point)

    def extent(self, span: Span) -> Extent:
        """Return a span in UTF-16 units."""
        return Extent(start=self.unit(span.start), end=self.unit(span.end))
