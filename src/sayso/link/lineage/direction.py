"""Who took from whom, where something outside the words says so: when the pages say they were published, credits.

Like is compared with like. What two pages claim of themselves stands for when each of them had the text. A day told in the
text is a report's own only where it stands outside the passage they share: a dateline travels with what is copied, and says
when the text was first written, not who took it from whom.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sayso.link.lineage.alignment import Aligned
from sayso.link.lineage.sentences import Piece
from sayso.link.newsrooms import newsroom_key
from sayso.model.reconstruction import Because, ReportDate
from sayso.model.reports import Basis
from sayso.model.text import Anchor, Span, overlaps

__all__ = ["UNKNOWN", "Verdict", "told_first"]

DAY, MINUTE = 10, 16  # characters of an ISO date, and of one with hours and minutes
OF_THE_TEXT = frozenset({Basis.CREDIT, Basis.DATELINE})  # what dates the text, wherever it stands now


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which of two reports had the text first, and why. `first` is None when nothing tells; `settled` when what tells is at
    odds, so that nothing weaker may decide."""

    first: Piece | None = None
    because: tuple[Because, ...] = ()
    settled: bool = False


UNKNOWN = Verdict()


def told_first(a: Piece, b: Piece, runs: Sequence[Aligned], dates: Mapping[str, ReportDate]) -> Verdict:
    """Return the report that had the text first by publication or by credit; `UNKNOWN` when neither tells."""
    published = _published_first(a, b, runs, dates)
    credited = _credited(a, b)
    if published.first and credited.first and published.first is not credited.first:
        return Verdict(None, (*published.because, *credited.because), settled=True)
    if published.settled:
        return published
    first = published.first or credited.first
    return Verdict(first, (*published.because, *credited.because), settled=first is not None)


def _published_first(a: Piece, b: Piece, runs: Sequence[Aligned], dates: Mapping[str, ReportDate]) -> Verdict:
    claimed = _claimed_first(a, b)
    told = _own_days_first(a, b, runs, dates)
    if claimed.first and told.first and claimed.first is not told.first:
        both = (*claimed.because, *told.because)
        return Verdict(None, (*both, Because("at-odds", "the pages claim one order, the texts tell the other")), True)
    return claimed if claimed.first else told


def _claimed_first(a: Piece, b: Piece) -> Verdict:
    """Compare what the pages claim: to the minute where both do, else by days."""
    p, q = a.reading.claimed.published or "", b.reading.claimed.published or ""
    for length in (DAY, MINUTE):
        x, y = _moment(p, length), _moment(q, length)
        if x and y and x != y:
            return Verdict(a if x < y else b, (Because("claimed", f"the pages claim {min(p, q)} and {max(p, q)}"),))
    return UNKNOWN


def _moment(claimed: str, length: int) -> datetime | None:
    """Return a claimed moment cut to the day or the minute; None where it is not told so closely. A moment with an offset is
    only compared by its local day: what zone the other page means is not known."""
    if len(claimed) < length:
        return None
    try:
        return datetime.fromisoformat(claimed[:length]).replace(tzinfo=UTC)
    except ValueError:
        return None


def _own_days_first(a: Piece, b: Piece, runs: Sequence[Aligned], dates: Mapping[str, ReportDate]) -> Verdict:
    x, y = _own_days(a, [run.a for run in runs], dates), _own_days(b, [run.b for run in runs], dates)
    for piece, (_, latest), (earliest, _) in ((a, x, y), (b, y, x)):
        if latest and earliest and latest < earliest:
            words = f"published {latest} at the latest, the other {earliest} at the earliest"
            return Verdict(piece, (Because("dates", words, _places(a, b)),))
    return UNKNOWN


def _own_days(piece: Piece, shared: Sequence[Span], dates: Mapping[str, ReportDate]) -> tuple[date | None, date | None]:
    """Return the days between which a report was published, by what is not part of the shared passage."""
    known, stated = dates.get(piece.report.id), piece.report.published
    if known is None or (stated and stated.basis in OF_THE_TEXT):
        return None, None
    places = [anchor.span for because in known.because for anchor in because.anchors]
    if any(overlaps(place, span) for place in places for span in shared):
        return None, None if stated else known.latest
    return known.earliest, known.latest


def _places(*pieces: Piece) -> tuple[Anchor, ...]:
    stated = ((p.report.document, p.report.published) for p in pieces)
    return tuple(Anchor(document, day.span) for document, day in stated if day and day.span)


def _credited(a: Piece, b: Piece) -> Verdict:
    """Tell that one report names the other's newsroom as where it has its text from."""
    for one, other in ((a, b), (b, a)):
        found = _names(one, other)
        if found:
            name, places = found
            return Verdict(other, (Because("credit", f"credited to {name}", places),))
    return UNKNOWN


def _names(one: Piece, other: Piece) -> tuple[str, tuple[Anchor, ...]] | None:
    """Return the agency that a report credits and that is the other's own newsroom, with its place."""
    agency, outlet, own = one.report.agency, one.report.outlet, other.report.outlet
    if agency is None or outlet is None or own is None:
        return None
    key = newsroom_key(agency.value)
    if key == newsroom_key(outlet.value) or newsroom_key(own.value) != key:
        return None
    return agency.value, (Anchor(one.report.document, agency.span),) if agency.span else ()
