"""PDFs: the text layer in reading order, paragraphs rebuilt, running heads and feet apart, pages told by form feeds.

**Pages.** A form feed stands between two pages, empty ones included, so the page of any place of the text is one more than
the form feeds before it; inside a sentence that runs over the page it stands for the space. `page_of` counts them.
A PDF without text layer is a recorded problem. What it says of itself in its properties is claimed; the day it was made is
not the day of publication and is left out. Nothing in it is run, followed or fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import metadata

from pypdfium2 import PdfDocument, PdfiumError, raw

from sayso.ingest import limits
from sayso.ingest.decode import Doubt, clean
from sayso.ingest.pdf.compose import compose
from sayso.ingest.pdf.furniture import set_apart
from sayso.ingest.pdf.pages import FEW_LETTERS, Leaf, leaf_of
from sayso.ingest.pieces import Outcome, Piece, document_of, missing_text, problem_of
from sayso.model.text import Claimed, Problem

__all__ = ["page_of", "read_pdf"]

GET_TEXT = "run text recognition (OCR) over it, or get it as text, and add that"
UNKNOWN_SHARE = 0.05
OWN_FIELDS = {"Title": "title", "Author": "byline", "Subject": "description"}


def read_pdf(piece: Piece) -> Outcome:
    """Make one document of a PDF."""
    try:
        document = PdfDocument(piece.data)
    except PdfiumError as error:
        yield _unopened(piece, error)
        return
    try:
        yield from _read(piece, document)
    finally:
        document.close()


def page_of(text: str, at: int) -> int:
    """Return the page, counted from 1, on which a place of a PDF's text stands.

    >>> page_of("ten fled\\fover the hills", 12)
    2
    """
    return text.count("\f", 0, at) + 1


def _unopened(piece: Piece, error: PdfiumError) -> Problem:
    locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
    what = "locked with a password" if locked else "damaged, or no PDF: it cannot be opened"
    way_out = "open it with its password and print it to a new PDF" if locked else "get the file anew"
    return problem_of(piece, what, "not read; the original is kept", way_out)


def _read(piece: Piece, document: PdfDocument) -> Outcome:
    leaves, cut = _leaves(document)
    seen = [leaf for leaf in leaves if leaf.letters >= FEW_LETTERS]
    if not seen and any(leaf.is_picture for leaf in leaves):
        what = "no text layer: its pages are pictures"
        yield problem_of(piece, what, "nothing of it was read; the original is kept", GET_TEXT)
        return
    letters, unknown = sum(leaf.letters for leaf in leaves), sum(leaf.unknown for leaf in leaves)
    if unknown > letters:
        what = "its fonts do not say which letters they draw"
        yield problem_of(piece, what, "nothing of it was read; the original is kept", GET_TEXT)
        return
    text, marks = compose(set_apart([leaf.runs for leaf in leaves]))
    text = clean(text)
    if text.strip():
        doubts = (*_page_doubts(leaves), *_whole_doubts(document, unknown, letters), *([cut] if cut else []))
        yield document_of(
            piece, text, doubts, media_type="application/pdf", extractor=f"pypdfium2 {metadata.version('pypdfium2')} / sayso pdf 1",
            claimed=_claimed(document), marks=marks,
        )  # fmt: skip
    elif any(leaf.wrong for leaf in leaves):
        yield problem_of(piece, "damaged: none of its pages can be opened", "not read; the original is kept", "get the file anew")  # fmt: skip
    else:
        yield missing_text(piece)


def _leaves(document: PdfDocument) -> tuple[list[Leaf], Doubt | None]:
    """Look at the pages, in order, until a limit is met."""
    leaves: list[Leaf] = []
    left = limits.DOCUMENT_BYTES // 2  # a character takes up to four bytes, most take one
    for at in range(len(document)):
        if at >= limits.PDF_PAGES or left <= 0:
            what = (
                f"longer than {limits.PDF_PAGES:,} pages"
                if left > 0
                else f"its text is longer than {limits.mb(limits.DOCUMENT_BYTES)}"
            )
            return leaves, Doubt(what, f"the pages from {at + 1} on were not read", "split it and add the parts")
        leaves.append(leaf_of(document, at, left))
        left -= sum(len(run.words) + 1 for run in leaves[-1].runs)
    return leaves, None


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


def _whole_doubts(document: PdfDocument, unknown: int, letters: int) -> Iterator[Doubt]:
    if unknown > UNKNOWN_SHARE * letters:
        what = "some of its fonts do not say which letters they draw"
        yield Doubt(what, "words set in them are wrong or missing", GET_TEXT)
    attached = raw.FPDFDoc_GetAttachmentCount(document.raw)
    if attached > 0:
        yield Doubt(
            f"files are attached to it: {attached}", "they were not read", "save them by themselves and add them"
        )


def _claimed(document: PdfDocument) -> Claimed:
    """Return what its properties claim, as far as they claim anything."""
    found = {ours: " ".join(clean(document.get_metadata_value(name)).split()) for name, ours in OWN_FIELDS.items()}
    return Claimed(**{name: value for name, value in found.items() if value})
