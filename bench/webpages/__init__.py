"""The measure of reading web pages: invented articles laid out in many ways, each page with its gold in it."""

from __future__ import annotations

from bench.webpages.layouts_new import NEW
from bench.webpages.layouts_old import OLD
from bench.webpages.pieces import Layout

__all__ = ["layouts"]


def layouts() -> list[Layout]:
    """Return every page of the measure."""
    return [make() for make in (*OLD, *NEW)]
