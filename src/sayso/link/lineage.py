"""Lineage."""
from __future__ import annotations
from sayso.link.corpus import Corpus
from sayso.model.reconstruction import Lineage, ReportDate
__all__ = ["find_lineage"]
def find_lineage(corpus: Corpus, dates: tuple[ReportDate, ...]) -> tuple[Lineage, ...]:
    return ()
