"""Who published a piece and when: outlet, agency, by-line, place and date, each with the place it was read at and its basis."""

from __future__ import annotations

import re
from datetime import date

from sayso.model.reports import Basis, PartKind, Sourced, StatedDate
from sayso.model.text import Claimed, Span
from sayso.segment.layout.parts import Anatomy
from sayso.segment.layout.signs import Signs

__all__ = ["agency_of", "byline_of", "outlet_of", "place_of", "published_of"]

_FOOT = 300  # characters at a piece's end that notices are looked for in
_BRACKETED = re.compile(r"[(\[/]\s?©?(?P<name>[^()\[\]/]{2,30})[)\]]?\.?$")
_ISO = re.compile(r"^(\d{4})-(\d\d)(?:-(\d\d))?")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_OWN = re.compile(r"^(?P<name>[A-Z][\w&. -]{1,30}?)['’]s\s")


def outlet_of(anatomy: Anatomy, claimed: Claimed | None, signs: Signs) -> Sourced | None:
    """Name the outlet by the credit line, the dateline, the last words, or the page's metadata (`claimed`, if it may speak)."""
    if anatomy.piece.credit:
        line, credit = anatomy.piece.credit
        return Sourced(credit.outlet, Basis.CREDIT, Span(line.span.start + credit.start, line.span.start + credit.end))
    if anatomy.dateline:
        line, found = anatomy.dateline
        if found.agency in signs.broadcasters and found.agency_at:
            return Sourced(signs.broadcasters[found.agency], Basis.DATELINE, _at(line.span.start, found.agency_at))
    last = anatomy.piece.lines[-1]
    if signs.sign_offs.search(last.text) and (own := _OWN.match(last.text)):
        return Sourced(own["name"], Basis.NOTICE, _at(last.span.start, own.span("name")))
    return Sourced(claimed.outlet, Basis.METADATA) if claimed and claimed.outlet else None


def agency_of(anatomy: Anatomy, signs: Signs) -> Sourced | None:
    """Name the agency by the dateline, the date line, the by-line or a notice at the foot; never by a caption's credit."""
    if anatomy.dateline and (found := anatomy.dateline[1]).agency and found.agency_at:
        name = signs.agencies.get(found.agency) or signs.broadcasters.get(found.agency) or found.agency
        return Sourced(name, Basis.DATELINE, _at(anatomy.dateline[0].span.start, found.agency_at))
    if anatomy.date_line and anatomy.date_line[1].agency_at:
        line, dated = anatomy.date_line
        return Sourced(_short(dated.agency, signs), Basis.STATED, _at(line.span.start, dated.agency_at or (0, 1)))
    bylines = {span for span, kind in anatomy.parts if kind is PartKind.BYLINE}
    for line in anatomy.piece.lines:
        if line.span in bylines and (named := signs.agency_name.search(line.text)):
            return Sourced(_short(named.group(), signs), Basis.STATED, _at(line.span.start, named.span()))
    return _agency_at_foot(anatomy, signs)


def _agency_at_foot(anatomy: Anatomy, signs: Signs) -> Sourced | None:
    """Look for a notice or a name in brackets in the last words of the piece."""
    for line in anatomy.piece.lines[-2:]:
        shift = max(0, len(line.text) - _FOOT)
        foot = line.text[shift:]
        for words, agency in sorted(signs.agency_notices.items()):
            if (at := foot.casefold().find(words)) >= 0:
                return Sourced(agency, Basis.NOTICE, _at(line.span.start + shift, (at, at + len(words))))
        bracketed = _BRACKETED.search(foot)
        if bracketed and (name := signs.agencies.get(bracketed["name"].strip())):
            return Sourced(name, Basis.STATED, _at(line.span.start + shift, bracketed.span("name")))
    return None


def byline_of(anatomy: Anatomy, view: str, claimed: Claimed | None) -> tuple[Sourced, ...]:
    """Return the authors named in by-lines, else the one the page's metadata claims."""
    if anatomy.byline:
        return tuple(Sourced(span.of(view), Basis.STATED, span) for span in sorted(set(anatomy.byline)))
    return (Sourced(claimed.byline, Basis.METADATA),) if claimed and claimed.byline else ()


def place_of(anatomy: Anatomy) -> Sourced | None:
    """Return the dateline's place."""
    if not anatomy.dateline or not anatomy.dateline[1].place:
        return None
    line, found = anatomy.dateline
    return Sourced(found.place, Basis.DATELINE, Span(line.span.start, line.span.start + len(found.place)))


def published_of(anatomy: Anatomy, claimed: Claimed | None) -> StatedDate | None:
    """Return the day of publication: from a date line or dateline, else from metadata, else from the address. Never guessed."""
    if anatomy.date_line and anatomy.date_line[1].day and anatomy.date_line[1].day_at:
        line, dated = anatomy.date_line
        if dated.day and not dated.changed:
            return StatedDate(dated.day, dated.day, Basis.STATED, _at(line.span.start, dated.day_at or (0, 1)))
    if anatomy.dateline and anatomy.dateline[1].day and anatomy.dateline[1].day_at:
        line, found = anatomy.dateline
        if found.day and found.day_at:
            return StatedDate(found.day, found.day, Basis.DATELINE, _at(line.span.start, found.day_at))
    return _claimed_day(claimed) if claimed else None


def _claimed_day(claimed: Claimed) -> StatedDate | None:
    """Read the day of an ISO date, or the month of a shorter one, from metadata; else the day in the address."""
    if match := _ISO.match(claimed.published or ""):
        day = _day(match[1], match[2], match[3] or "1")
        if day and match[3]:
            return StatedDate(day, day, Basis.METADATA)
        if day:
            after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
            return StatedDate(day, date.fromordinal(after.toordinal() - 1), Basis.METADATA)
    if (match := _URL_DAY.search(claimed.url or "")) and (day := _day(*match.groups())):
        return StatedDate(day, day, Basis.URL)
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _short(name: str, signs: Signs) -> str:
    return signs.agencies.get(name) or signs.broadcasters.get(name) or name


def _at(shift: int, place: tuple[int, int]) -> Span:
    return Span(shift + place[0], shift + place[1])
