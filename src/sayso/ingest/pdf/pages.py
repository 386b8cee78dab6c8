"""One page of a PDF looked at: its words, and what it is when it has none."""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError, raw

from sayso.ingest.pdf.words import Run, is_invisible, runs_of

__all__ = ["FEW_LETTERS", "Leaf", "leaf_of"]

FEW_LETTERS = 16  # a page with fewer is a picture with a stamp on it, or empty
COVERS = 0.4  # of the page's area: a picture this large is the page
OBJECTS = 2_000  # of a page that are looked at in search of a picture
PLAIN = ("is_picture", "is_recognised", "is_hidden", "unknown", "letters", "wrong", "low", "high")
OUTLINES = 200  # drawings: a page of letters drawn as outlines has more


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its words, whether it is a picture of a page, whether the words were laid over it unseen, what failed."""

    runs: tuple[Run, ...] = ()
    is_picture: bool = False
    is_recognised: bool = False
    is_hidden: bool = False
    unknown: int = 0  # characters for which the font names no letter
    letters: int = 0
    wrong: str = ""
    low: float = 0.0  # the lower and upper edge of the page
    high: float = 0.0

    def record(self) -> dict[str, Any]:
        """Return it as plain values."""
        plain = {name: getattr(self, name) for name in PLAIN}
        return plain | {
            "runs": [(run.left, run.bottom, run.right, run.top, run.words, run.turned) for run in self.runs]
        }

    @classmethod
    def of(cls, record: dict[str, Any]) -> Leaf:
        """Make it of plain values."""
        return cls(tuple(Run(*run) for run in record["runs"]), **{name: record[name] for name in PLAIN})


def leaf_of(document: PdfDocument, at: int, most: int) -> Leaf:
    """Look at a page, of which at most `most` characters are read."""
    try:
        page = document[at]
        try:
            return _looked_at(page, most)
        finally:
            page.close()
    except PdfiumError as error:
        return Leaf(wrong=str(error))


def _looked_at(page: object, most: int) -> Leaf:
    text = page.get_textpage()  # type: ignore[attr-defined]  # the library states no types
    try:
        runs = tuple(runs_of(text.raw, most))
        words = "".join(run.words for run in runs)
        letters = sum(c.isalpha() for c in words)
        unknown = sum(c == "\ufffd" or unicodedata.category(c) in {"Co", "Cn", "Cc"} for c in words)
        unseen = letters > 0 and is_invisible(text.raw)
        picture = (letters < FEW_LETTERS or unseen) and _is_picture(page)
    finally:
        text.close()
    _, low, _, high = page.get_bbox()  # type: ignore[attr-defined]  # the library states no types
    return Leaf(runs, picture, unseen and picture, unseen and not picture, unknown, letters, low=low, high=high)


def _is_picture(page: object) -> bool:
    """Tell whether a picture covers the page, or its letters are but drawn."""
    handle = page.raw  # type: ignore[attr-defined]  # the library states no types
    wide, high = page.get_size()  # type: ignore[attr-defined]
    drawn = 0
    for at in range(min(raw.FPDFPage_CountObjects(handle), OBJECTS)):
        thing = raw.FPDFPage_GetObject(handle, at)
        kind = raw.FPDFPageObj_GetType(thing)
        drawn += kind == raw.FPDF_PAGEOBJ_PATH
        if kind in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM} and _area(thing) >= COVERS * wide * high:
            return True
    return drawn >= OUTLINES


def _area(thing: object) -> float:
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(thing, *edges):
        return 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    return max(0.0, right - left) * max(0.0, top - bottom)
