"""Who published a piece and when: outlet, agency, by-line, place and date, each with the place it was read at and its basis."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from sayso.model.reports import Basis, PartKind, Sourced, StatedDate
from sayso.model.text import Claimed, Span
from sayso.segment.layout.anatomy import Anatomy
from sayso.segment.layout.dates import full_date
from sayso.segment.layout.heads import Credit
from sayso.segment.layout.lines import Line
from sayso.segment.layout.names import agency_name, is_agency, is_medium, plain_name
from sayso.segment.layout.signs import Signs
from sayso.segment.mojibake import FILLER

__all__ = ["agency_of", "byline_of", "claimed_agency", "mended", "outlet_of", "place_of", "published_of"]

_FOOT = 300  # characters at a piece's end that notices are looked for in
_BRACKETED = re.compile(r"[(\[/]\s?©?\s?(?P<name>[^()\[\]/©]{2,30})[)\]/]?\.?$")
_DASHED = re.compile(r"(?:^|[\s.!?”\"])[—–-]{1,2}\s?(?P<name>[^\W\d_][\w./ -]{1,24}?)\.?$")
_PERSON = re.compile(r"[^\W\d_a-zæøå][\w'’-]+(?:\s(?:[a-z]{2,3}\s)?[^\W\d_a-zæøå][\w.'’-]*)+")
_ISO = re.compile(r"^(\d{4})-(\d\d)(?:-(\d\d))?")
_URL_DAY = re.compile(
    r"/((?:19|20)\d\d)([/-]?)(\d\d?|(?<=[/-])[a-z]{3,9})\2(\d\d?)(?=[/._-]|$)"
)  # 2014/05/14, 2014/may/14, 20140514
_COMPACT = len("/20140514")
_OWN = re.compile(r"^(?P<name>[A-Z][\w&. -]{1,30}?)['’]s\s")


def mended(named: Sourced | None) -> Sourced | None:
    """Take out of a name what keeps the place of broken letters in the view that it was read from."""
    if named is None or FILLER not in named.value:
        return named
    return replace(named, value=named.value.replace(FILLER, ""))


def outlet_of(
    anatomy: Anatomy, claimed: Claimed | None, masthead: tuple[Line, Credit] | None, signs: Signs
) -> Sourced | None:
    """Name the outlet by credit line, dateline, by-line, last words, the masthead or the page's metadata (if they may speak)."""
    if anatomy.piece.credit and not _credits_agency(anatomy, signs):
        return _credited(*anatomy.piece.credit)
    if anatomy.dateline:
        line, found = anatomy.dateline
        if found.agency_at and (found.agency in signs.broadcasters or _is_paper(found.agency, signs)):
            return Sourced(_short(found.agency, signs), Basis.DATELINE, _at(line.span.start, found.agency_at))
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
    """Tell whether the credit names an agency: a known one, or one alone with a date ("Northern Press - 3 May 2014")."""
    if anatomy.piece.credit is None:
        return False
    credit = anatomy.piece.credit[1]
    if agency_name(credit.outlet, signs) and not credit.headline:
        return True
    return credit.bare and not credit.headline and is_agency(credit.outlet, signs)


def agency_of(anatomy: Anatomy, signs: Signs) -> Sourced | None:
    """Name the agency by dateline, date line, by-line, credit or a notice at the foot; never by a caption's credit."""
    bylined = next(((n, span) for n, span in anatomy.media if is_agency(n, signs)), None)
    if anatomy.dateline and (found := anatomy.dateline[1]).agency_at and not _is_paper(found.agency, signs):
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
        line, credit = anatomy.piece.credit
        return Sourced(
            agency_name(credit.outlet, signs) or plain_name(credit.outlet),
            Basis.CREDIT,
            _at(line.span.start, (credit.start, credit.end)),
        )
    return _agency_at_foot(anatomy, signs)


def claimed_agency(claimed: Claimed | None) -> Sourced | None:
    """Return the agency that the page's metadata names, where the text names none."""
    return Sourced(claimed.agency, Basis.METADATA) if claimed and claimed.agency else None


def _is_paper(name: str, signs: Signs) -> bool:
    """Tell a newspaper's name of one word, which in a dateline is the outlet's own."""
    return " " not in name and not is_agency(name, signs) and name.casefold().endswith(signs.masthead_ends)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _agency_at_foot(anatomy: Anatomy, signs: Signs) -> Sourced | None:
    """Look for a notice, or a name in brackets or behind a dash, in the last words of the piece; then in the notices below."""
    for line in anatomy.piece.lines[-2:]:
        shift = max(0, len(line.text) - _FOOT)
        foot = line.text[shift:]
        for words, agency in sorted(signs.agency_notices.items()):
            if (at := foot.casefold().find(words)) >= 0:
                return Sourced(agency, Basis.NOTICE, _at(line.span.start + shift, (at, at + len(words))))
        if marked := _marked_agency(line, shift, signs):
            return marked
    for line in anatomy.below:
        if marked := _marked_agency(line, 0, signs):
            return marked
        if (owned := signs.owned_by.search(line.text)) and (named := signs.agency_name.search(owned.group())):
            at = owned.start() + named.start()
            return Sourced(
                _short(named.group(), signs), Basis.NOTICE, _at(line.span.start, (at, at + len(named.group())))
            )
    return None


def _marked_agency(line: Line, shift: int, signs: Signs) -> Sourced | None:
    """Read "(NTB)", "/NTB-AFP/" or "— AFP" at the end of a line, or an agency's name alone in it."""
    if not shift and len(line.words) <= 4 and (alone := agency_name(line.text, signs)):
        return Sourced(alone, Basis.STATED, line.span)
    for pattern in (_BRACKETED, _DASHED):
        found = pattern.search(line.text, shift)
        if found and (name := agency_name(found["name"].strip(), signs)):
            return Sourced(name, Basis.STATED, _at(line.span.start, found.span("name")))
    return None


def byline_of(anatomy: Anatomy, view: str, claimed: Claimed | None, signs: Signs) -> tuple[Sourced, ...]:
    """Return the authors named in by-lines, else those of "Reporting by ..." at the foot, else who the page's metadata claims."""
    named = anatomy.byline or _signed_off(anatomy, signs)
    if named:
        return tuple(Sourced(span.of(view).replace(FILLER, ""), Basis.STATED, span) for span in sorted(set(named)))
    return (Sourced(claimed.byline, Basis.METADATA),) if claimed and claimed.byline else ()


def _signed_off(anatomy: Anatomy, signs: Signs) -> list[Span]:
    """Return the names behind "Reporting by" in the last words of a piece."""
    line = anatomy.piece.lines[-1]
    shift = max(0, len(line.text) - _FOOT)
    match = signs.worked_on.search(line.text, shift)
    if match is None:
        return []
    found = []
    for name in re.finditer(_PERSON, line.text[match.end() : match.end() + 120].partition(";")[0].partition(".")[0]):
        person = signs.joints.split(name.group(), maxsplit=1)[0]
        if not is_medium(person, signs):
            found.append(_at(line.span.start + match.end(), (name.start(), name.start() + len(person))))
        rest = line.text[match.end() + name.end() :]
        if not re.match(r"(?:\sin\s[\w ]+)?(?:,|\sand|\sog|\s&)\s+[^\W\d_a-zæøå]", rest):
            break
    return found


def place_of(anatomy: Anatomy) -> Sourced | None:
    """Return the dateline's place."""
    if not anatomy.dateline or not anatomy.dateline[1].place:
        return None
    line, found = anatomy.dateline
    start = line.span.start + line.text.index(found.place)
    return Sourced(found.place, Basis.DATELINE, Span(start, start + len(found.place)))


def published_of(anatomy: Anatomy, claimed: Claimed | None, signs: Signs) -> StatedDate | None:
    """Return the day of publication: from a date line, credit or dateline, else from metadata, else from the address. Never guessed."""
    if anatomy.date_line and anatomy.date_line[1].day and anatomy.date_line[1].day_at:
        line, dated = anatomy.date_line
        if dated.day and not dated.changed:
            return StatedDate(
                dated.day, dated.last or dated.day, Basis.STATED, _at(line.span.start, dated.day_at or (0, 1))
            )
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
    return _posted(anatomy, signs) or (_claimed_day(claimed, signs) if claimed else None)


def _posted(anatomy: Anatomy, signs: Signs) -> StatedDate | None:
    """Read the day in a line right below that speaks of the piece: "This entry was posted on 3 May 2014"."""
    for line in anatomy.below:
        words = signs.entry_words.search(line.text)
        day = full_date(line.text, signs) if words else None
        if words and day and words.end() <= day[1][0]:
            return StatedDate(day[0], day[0], Basis.NOTICE, _at(line.span.start, day[1]))
    return None


def _claimed_day(claimed: Claimed, signs: Signs) -> StatedDate | None:
    """Read the day of an ISO date, or the month of a shorter one, from metadata; else the day in the address."""
    if match := _ISO.match(claimed.published or ""):
        day = _day(match[1], match[2], match[3] or "1")
        if day and match[3]:
            return StatedDate(day, day, Basis.METADATA)
        if day:
            after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
            return StatedDate(day, date.fromordinal(after.toordinal() - 1), Basis.METADATA)
    for match in _URL_DAY.finditer(claimed.url or ""):
        year, parted, month, number = match.groups()
        whole = bool(parted) or len(match.group()) == _COMPACT
        if whole and (day := _day(year, str(signs.months.get(month, month)), number)):
            return StatedDate(day, day, Basis.URL)
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _short(name: str, signs: Signs) -> str:
    return agency_name(name, signs) or signs.broadcasters.get(name) or name


def _at(shift: int, place: tuple[int, int]) -> Span:
    return Span(shift + place[0], shift + place[1])
