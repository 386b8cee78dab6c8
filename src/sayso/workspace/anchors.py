"""Every span of a reading and every anchor of a reconstruction, wherever in their records they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from sayso.model.reading import Reading
from sayso.model.reconstruction import Reconstruction
from sayso.model.text import Anchor, Span

__all__ = ["anchors_in", "spans_in"]


def spans_in(reading: Reading) -> Iterator[Span]:
    """Yield all spans of a reading; each counts in its document's text."""
    return (item for item in _walk(reading) if isinstance(item, Span))


def anchors_in(made: Reconstruction) -> Iterator[Anchor]:
    """Yield all anchors of a reconstruction."""
    return (item for item in _walk(made) if isinstance(item, Anchor))


def _walk(top: object) -> Iterator[object]:
    todo: list[Any] = [top]
    while todo:
        item = todo.pop()
        yield item
        if isinstance(item, tuple | list):
            todo.extend(item)
        elif is_dataclass(item) and not isinstance(item, type):
            todo.extend(getattr(item, name) for name in _names(item.__class__))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
