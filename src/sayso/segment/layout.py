"""Reports and boilerplate: which piece of a document belongs to whom."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.lang.packs import Pack
from sayso.model.ids import derived_id
from sayso.model.reports import Boilerplate, Report
from sayso.model.text import Document, LanguageSpan, Span
from sayso.segment.languages import main_language

__all__ = ["find_layout"]


def find_layout(
    document: Document, view: str, paragraphs: tuple[Span, ...], languages: tuple[LanguageSpan, ...], packs: Mapping[str, Pack]
) -> tuple[tuple[Report, ...], tuple[Boilerplate, ...]]:
    """Take the whole document as one report."""
    del packs
    if not paragraphs:
        return (), ()
    spans = (Span(0, len(view)),)
    return (Report(derived_id("report", document.id, spans), document.id, spans, main_language(languages)),), ()
