"""Who published a piece and when: outlet, agency, by-line, place and date, each with the place it was read at and its basis."""

from __future__ import annotations

import re
from datetime import date

from sayso.model.reports import Basis, PartKind, Sourced, StatedDate
from sayso.model.text import Claimed, Span
from sayso.segment.layout.anatomy import Anatomy
from sayso.segment.layout.heads import Credit
from sayso.segment.layout.lines import Line
from sayso.segment.layout.names import is_agency, plain_name
from sayso.segment.layout.signs import Signs

__all__ = ["agency_of", "byline_of", "outlet_of", "place_of", "published_of"]

_FOOT = 300  # characters at a piece's end that notices are looked for in
_BRACKETED = re.compile(r"[(\[/]\s?©?(?P<name>[^()\[\]/]{2,30})[)\]]?\.?$")
_ISO = re.compile(r"^(\d{4})-(\d\d)(?:-(\d\d))?")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_OWN = re.compile(r"^(?P<name>[A-Z][\w&. -]{1,30}?)['’]s\s")


def outlet_of(
    anatomy: Anatomy, claimed: Claimed | None, masthead: tuple[Line, Credit] | None, signs: Signs
) -> Sourced | None:
    """Name the outlet by credit line, dateline, by-line, last words, the masthead or the page's metadata (if they may speak)."""
    if anatomy.piece.credit and not _credits_agency(anatomy, signs):
        return _credited(*anatomy.piece.credit)
    if anatomy.dateline:
        line, found = anatomy.dateline
        if found.agency in signs.broadcasters and found.agency_at:
            return Sourced(signs.broadcasters[found.agency], Basis.DATELINE, _at(line.span.start, found.agency_at))
    for name, span in anatomy.media:
        if not is_agency(name, signs):
            return Sourced(plain_name(name), Basis.STATED, span)
    if anatomy.date_line and anatomy.date_line[1].outlet_at:
        line, dated = anatomy.date_line
        return Sourced(plain_name(dated.outlet), Basis.STATED, _at(line.span.start, dated.outlet_at or (0, 1)))
    last = anatomy.piece.lines[-1]
    if signs.sign_offs.search(last.text) and (own := _OWN.match(last.text)):
        return Sourced(own["name"], Basis.NOTICE, _at(last.span.start, own.span("name")))
    if masthead:
        return _credited(*masthead, Basis.STATED)
    return Sourced(claimed.outlet, Basis.METADATA) if claimed and claimed.outlet else None


def _credited(line: Line, credit: Credit, basis: Basis = Basis.CREDIT) -> Sourced:
    return Sourced(plain_name(credit.outlet), basis, _at(line.span.start, (credit.start, credit.end)))


def _credits_agency(anatomy: Anatomy, signs: Signs) -> bool:
    """Tell whether the credit is a bare name of an agency with a date: "Northern Press - 3 May 2014"."""
    if anatomy.piece.credit is None:
        return False
    credit = anatomy.piece.credit[1]
    return credit.bare and not credit.headline and is_agency(credit.outlet, signs)


def agency_of(anatomy: Anatomy, signs: Signs) -> Sourced | None:
    """Name the agency by dateline, date line, by-line, credit or a notice at the foot; never by a caption's credit."""
    bylined = next(((n, span) for n, span in anatomy.media if is_agency(n, signs)), None)
    if anatomy.dateline and (found := anatomy.dateline[1]).agency and found.agency_at:
        if bylined and _initials(bylined[0]) == found.agency:
            return Sourced(_short(plain_name(bylined[0]), signs), Basis.STATED, bylined[1])
        return Sourced(
            _short(found.agency, signs), Basis.DATELINE, _at(anatomy.dateline[0].span.start, found.agency_at)
        )
    if anatomy.opening and anatomy.opening[1].agency_at:
        line, opening = anatomy.opening
        return Sourced(_short(opening.agency, signs), Basis.STATED, _at(line.span.start, opening.agency_at or (0, 1)))
    if anatomy.date_line and anatomy.date_line[1].agency_at:
        line, dated = anatomy.date_line
        return Sourced(_short(dated.agency, signs), Basis.STATED, _at(line.span.start, dated.agency_at or (0, 1)))
    if bylined:
        return Sourced(_short(plain_name(bylined[0]), signs), Basis.STATED, bylined[1])
    bylines = {span for span, kind in anatomy.parts if kind is PartKind.BYLINE}
    for line in anatomy.piece.lines:
        if line.span in bylines and (named := signs.agency_name.search(line.text)):
            return Sourced(_short(named.group(), signs), Basis.STATED, _at(line.span.start, named.span()))
    if anatomy.piece.credit and _credits_agency(anatomy, signs):
        return _credited(*anatomy.piece.credit)
    return _agency_at_foot(anatomy, signs)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


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
    start = line.span.start + line.text.index(found.place)
    return Sourced(found.place, Basis.DATELINE, Span(start, start + len(found.place)))


def published_of(anatomy: Anatomy, claimed: Claimed | None) -> StatedDate | None:
    """Return the day of publication: from a date line, credit or dateline, else from metadata, else from the address. Never guessed."""
    if anatomy.date_line and anatomy.date_line[1].day and anatomy.date_line[1].day_at:
        line, dated = anatomy.date_line
        if dated.day and not dated.changed:
            return StatedDate(dated.day, dated.day, Basis.STATED, _at(line.span.start, dated.day_at or (0, 1)))
    if anatomy.piece.credit and anatomy.piece.credit[1].day and anatomy.piece.credit[1].day_at:
        line, credit = anatomy.piece.credit
        if credit.day and credit.day_at:
            return StatedDate(credit.day, credit.day, Basis.CREDIT, _at(line.span.start, credit.day_at))
    if anatomy.opening:
        line, opening = anatomy.opening
        return StatedDate(opening.day, opening.day, Basis.STATED, _at(line.span.start, opening.day_at))
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
