"""PDFs: the text layer in reading order, paragraphs rebuilt, running heads and feet apart, pages told by form feeds.

**Pages.** A form feed stands between two pages, empty ones included, so the page of any place of the text is one more than
the form feeds before it; inside a sentence that runs over the page it stands for the space. `page_of` counts them.
A PDF without text layer is a recorded problem. What it says of itself in its properties is claimed; the day it was made is
not the day of publication and is left out. Nothing in it is run, followed or fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import metadata
from typing import Any

from sayso.ingest import limits
from sayso.ingest.decode import Doubt, clean
from sayso.ingest.pdf import apart
from sayso.ingest.pdf.compose import compose
from sayso.ingest.pdf.furniture import set_apart
from sayso.ingest.pdf.pages import FEW_LETTERS, Leaf
from sayso.ingest.pieces import Outcome, Piece, document_of, missing_text, problem_of
from sayso.model.text import Claimed

__all__ = ["page_of", "read_pdf"]

GET_TEXT = "run text recognition (OCR) over it, or get it as text, and add that"
UNKNOWN_SHARE = 0.05
KEPT_WHOLE = ("not read; the original is kept", "get the file anew, or get its text, and add that")
NOTHING_READ = "nothing of it was read; the original is kept"
REFUSED = {
    "locked": ("locked with a password", KEPT_WHOLE[0], "open it with its password and print it to a new PDF"),
    "damaged": ("damaged, or no PDF: it cannot be opened", *KEPT_WHOLE),
    "pictures": ("no text layer: its pages are pictures", NOTHING_READ, GET_TEXT),
    "unknown letters": ("its fonts do not say which letters they draw", NOTHING_READ, GET_TEXT),
}
OWN_FIELDS = {"Title": "title", "Author": "byline", "Subject": "description"}


def read_pdf(piece: Piece) -> Outcome:
    """Make one document of a PDF."""
    looked = apart.records(piece.data)
    first = next(looked, {"refused": "damaged"})
    if "broke_off" in first:
        yield problem_of(piece, f"it cannot be read: {first['broke_off']}", *KEPT_WHOLE)
        return
    if "refused" in first:
        yield problem_of(piece, *REFUSED[first["refused"]])
        return
    rest = list(looked)
    broke_off = rest.pop()["broke_off"] if rest and "broke_off" in rest[-1] else ""
    yield from _made(piece, first, [Leaf.of(record) for record in rest], broke_off)


def page_of(text: str, at: int) -> int:
    """Return the page, counted from 1, on which a place of a PDF's text stands.

    >>> page_of("ten fled\\fover the hills", 12)
    2
    """
    return text.count("\f", 0, at) + 1


def _made(piece: Piece, whole: dict[str, Any], leaves: list[Leaf], broke_off: str) -> Outcome:
    seen = [leaf for leaf in leaves if leaf.letters >= FEW_LETTERS]
    letters, unknown = sum(leaf.letters for leaf in leaves), sum(leaf.unknown for leaf in leaves)
    if not seen and any(leaf.is_picture for leaf in leaves):
        yield problem_of(piece, *REFUSED["pictures"])
        return
    if unknown > letters:
        yield problem_of(piece, *REFUSED["unknown letters"])
        return
    text, marks = compose(set_apart(leaves))
    if text.strip():
        doubts = (*_page_doubts(leaves), *_whole_doubts(whole, leaves, broke_off))
        yield document_of(
            piece, text, doubts, media_type="application/pdf", extractor=f"pypdfium2 {metadata.version('pypdfium2')} / sayso pdf 1",
            claimed=_claimed(whole["properties"]), marks=marks,
        )  # fmt: skip
    elif broke_off:
        yield problem_of(piece, f"it cannot be read: {broke_off}", *KEPT_WHOLE)
    elif any(leaf.wrong for leaf in leaves):
        yield problem_of(piece, "damaged: none of its pages can be opened", *KEPT_WHOLE)
    else:
        yield missing_text(piece)


def _page_doubts(leaves: Sequence[Leaf]) -> Iterator[Doubt]:
    """Yield what could not be read, or not surely, on which pages."""
    pictures = [at for at, leaf in enumerate(leaves, start=1) if leaf.is_picture and not leaf.is_recognised]
    recognised = [at for at, leaf in enumerate(leaves, start=1) if leaf.is_recognised]
    hidden = [at for at, leaf in enumerate(leaves, start=1) if leaf.is_hidden]
    wrong = [at for at, leaf in enumerate(leaves, start=1) if leaf.wrong]
    if pictures:
        yield Doubt(f"no text layer on {_pages(pictures)}: pictures", "what stands there was not read", GET_TEXT)
    if recognised:
        yield Doubt(
            f"on {_pages(recognised)} the text was laid over a picture by text recognition (OCR)",
            "names and figures may be misread", "compare what matters with the picture",
        )  # fmt: skip
    if hidden:
        yield Doubt(f"text that is not shown on {_pages(hidden)}", "it is read as text", "look at the page itself")
    if wrong:
        yield Doubt(f"damaged on {_pages(wrong)}", "what stands there was not read", "get the file anew")


def _pages(numbers: Sequence[int]) -> str:
    named = ", ".join(map(str, numbers[:12]))
    return (
        f"page{'s' if len(numbers) > 1 else ''} {named}{f' and {len(numbers) - 12} more' if len(numbers) > 12 else ''}"
    )


def _whole_doubts(whole: dict[str, Any], leaves: Sequence[Leaf], broke_off: str) -> Iterator[Doubt]:
    if sum(leaf.unknown for leaf in leaves) > UNKNOWN_SHARE * sum(leaf.letters for leaf in leaves):
        what = "some of its fonts do not say which letters they draw"
        yield Doubt(what, "words set in them are wrong or missing", GET_TEXT)
    if whole["attached"] > 0:
        what = f"files are attached to it: {whole['attached']}"
        yield Doubt(what, "they were not read", "save them by themselves and add them")
    if len(leaves) < whole["pages"]:
        long = f"its text is longer than {limits.mb(limits.DOCUMENT_BYTES // 2)} or it has more than {limits.PDF_PAGES:,} pages"
        yield Doubt(broke_off or long, f"the pages from {len(leaves) + 1} on were not read", "split it and add the parts")  # fmt: skip


def _claimed(properties: dict[str, str]) -> Claimed:
    """Return what its properties claim, as far as they claim anything."""
    found = {OWN_FIELDS[name]: " ".join(clean(value).split()) for name, value in properties.items()}
    return Claimed(**{name: value for name, value in found.items() if value})
