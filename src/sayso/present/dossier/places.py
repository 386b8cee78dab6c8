"""Where words stand on the page, and stretches of a sentence: what every part of the dossier is made of."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Piece", "PlaceLink"]


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """Where words stand, and the link to them on this page; `href` is "" where their text is not shown."""

    where: str
    href: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: the cited words themselves (`cited`) or what stands around them."""

    text: str
    cited: bool
