"""A PDF looked at page by page, as records that can be sent from one process to another.

The first record is what the whole is (or why it cannot be opened), each further one a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError, raw

from sayso.ingest import limits
from sayso.ingest.pdf.pages import leaf_of

__all__ = ["look_at"]

Record = dict[str, Any]
PROPERTIES = ("Title", "Author", "Subject")


def look_at(data: bytes) -> Iterator[Record]:
    """Yield what a PDF is and what stands on its pages, in order, until a limit is met."""
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        yield {"refused": "locked" if locked else "damaged"}
        return
    try:
        yield _whole(document)
        left = limits.DOCUMENT_BYTES // 2  # a character takes up to four bytes, most take one
        for at in range(min(len(document), limits.PDF_PAGES)):
            if left <= 0:
                return
            leaf = leaf_of(document, at, left)
            left -= sum(len(run.words) + 1 for run in leaf.runs)
            yield leaf.record()
    finally:
        document.close()


def _whole(document: PdfDocument) -> Record:
    properties = {name: document.get_metadata_value(name) for name in PROPERTIES}
    return {"pages": len(document), "attached": raw.FPDFDoc_GetAttachmentCount(document.raw), "properties": properties}
