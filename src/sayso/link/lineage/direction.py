"""Who took from whom, only where something says so: the days of publication, or a credit one report gives the other's newsroom."""

from __future__ import annotations

from sayso.link.lineage.sentences import Piece
from sayso.link.newsrooms import newsroom_key
from sayso.model.reconstruction import Because, ReportDate
from sayso.model.reports import Report
from sayso.model.text import Anchor

__all__ = ["first_of"]


def first_of(a: Piece, b: Piece, dates: dict[str, ReportDate]) -> tuple[Piece | None, tuple[Because, ...]]:
    """Return the report that had the text first, with the reason; None when nothing tells."""
    for one, other in ((a, b), (b, a)):
        credited = _credits(one.report, other.report)
        if credited:
            return other, (Because("credit", f"credited to {credited}", _credit_anchor(one.report)),)
    x, y = dates.get(a.report.id), dates.get(b.report.id)
    if x and y and x.earliest and x.latest and y.earliest and y.latest:
        if x.latest < y.earliest:
            return a, (Because("dates", f"published {x.latest} and {y.earliest} at the earliest"),)
        if y.latest < x.earliest:
            return b, (Because("dates", f"published {y.latest} and {x.earliest} at the earliest"),)
    p, q = a.reading.claimed.published, b.reading.claimed.published
    if p and q and p[:10] == q[:10] and min(len(p), len(q)) >= 16 and p[:16] != q[:16]:
        return (a, b)[q < p], (Because("hours", f"the pages claim {p} and {q}"),)
    return None, ()


def _credits(report: Report, other: Report) -> str | None:
    """Return the agency that a report credits and that is the other's own newsroom."""
    if report.agency is None or other.outlet is None or report.outlet is None:
        return None
    agency, own = newsroom_key(report.agency.value), newsroom_key(report.outlet.value)
    if agency != own and newsroom_key(other.outlet.value) == agency:
        return report.agency.value
    return None


def _credit_anchor(report: Report) -> tuple[Anchor, ...]:
    return (Anchor(report.document, report.agency.span),) if report.agency and report.agency.span else ()
