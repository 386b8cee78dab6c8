"""Dates of reports."""
from __future__ import annotations
from sayso.link.corpus import Corpus
from sayso.model.reconstruction import ReportDate, ResolvedTime
__all__ = ["date_reports", "resolve_times"]
def date_reports(corpus: Corpus) -> tuple[ReportDate, ...]:
    return ()
def resolve_times(corpus: Corpus, dates: tuple[ReportDate, ...]) -> tuple[ResolvedTime, ...]:
    return ()
