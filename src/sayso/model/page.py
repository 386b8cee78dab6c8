"""A page: one document taken apart, ready for the annotators. Transient; `Reading` is what is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sayso.model.annotations import Quote
from sayso.model.reports import Boilerplate, Report
from sayso.model.syntax import Sentence
from sayso.model.text import Document, LanguageSpan, Span, covers

__all__ = ["Page"]


@dataclass(frozen=True)
class Page:
    """A document with its paragraphs, languages, reports, boilerplate, quotes and sentences.

    `view` has the same length as the text, with guillemets as quotes and certain mojibake mended one for one; annotators
    look at it, offsets are the text's. `sentences` cover report text only, in order; none crosses a paragraph.
    """

    document: Document
    view: str
    paragraphs: tuple[Span, ...]
    languages: tuple[LanguageSpan, ...]
    reports: tuple[Report, ...]
    boilerplate: tuple[Boilerplate, ...]
    quotes: tuple[Quote, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def _reports_by_id(self) -> dict[str, Report]:
        return {report.id: report for report in self.reports}

    def report(self, report_id: str) -> Report:
        """Return a report by id."""
        return self._reports_by_id[report_id]

    def sentences_of(self, report_id: str) -> tuple[Sentence, ...]:
        """Return a report's sentences in text order."""
        return tuple(s for s in self.sentences if s.report == report_id)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds an offset, if any."""
        return next((s for s in self.sentences if s.span.start <= offset < s.span.end), None)

    def language_at(self, span: Span) -> str:
        """Return the language of the passage that holds `span`, `und` if none does."""
        return next((item.language for item in self.languages if covers(item.span, span)), "und")
