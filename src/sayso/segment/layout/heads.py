"""What stands at the head and foot of a piece: credit lines, datelines, date lines, by-lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.segment.layout.dates import TIME, full_date
from sayso.segment.layout.lines import Line, name_like
from sayso.segment.layout.names import agency_name, capitalised, is_agency, is_medium, is_outlet
from sayso.segment.layout.signs import Signs

__all__ = [
    "Credit",
    "Dateline",
    "find_byline",
    "find_credit",
    "find_dateline",
    "is_byline",
]

_UPPER = r"A-ZÆØÅÄÖÜÉÈÁÍÓÚÑÇ"
_DATELINE = re.compile(
    rf"(?P<place>(?:[{_UPPER}][\w.'’-]*|of|the|al|el|de|la|le|du|on|i|og)(?:[ ,/]+(?:[{_UPPER}][\w.'’-]*|of|the|al|el|de|la|le|du|\d{{1,2}}\.?(?:st|nd|rd|th)?|\d{{4}})){{0,9}})?"
    r"[ ,]*(?:[(\[/](?P<agency>[^()\[\]/\n]{2,40})[)\]/])?"
    r"(?P<dash>\s*(?:[—–]|--|:)\s*|\s+-\s+|\s+)(?=[^\s—–:-])"
)
_AGENCY_START = re.compile(
    r"(?P<agency>[^\W\d_][\w/-]{1,10}(?:[ -][^\W\d_][\w-]+){0,2}?)(?P<staff> [Ss]taff)?(?P<stop>\.|\s*(?:[—–]|--|-))\s+(?=[^\W_a-zæøå]|[“\"])"
)
_SOURCE = re.compile(
    r"^\W{0,2}(?P<label>[^\W\d_][\w ]{1,20}:?)\s+(?:https?://)?(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?:/\S*)?\W{0,2}$"
)
_ARROW = re.compile(r">\s*")
_LONGEST_BYLINE = 200  # characters
_DASHES = ("—", "–", "-", "--")
_NAMES = re.compile(
    r"(?P<joint>(?:and|og|in|i|for)\s+)?(?P<name>[^\s,|;&/•](?:(?!\s(?:and|og|in|i|for)\s)[^,|;&/•])*(?<!\s))"
)
_TRIM = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that names where the piece beside it comes from; spans count in the line. `below`: it speaks for what follows."""

    outlet: str
    start: int
    end: int
    headline: str = ""
    bare: bool = False
    day: date | None = None
    day_at: tuple[int, int] | None = None
    below: bool = False


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before a piece's first words. `end` is where the words begin; all offsets count in the line."""

    end: int
    place: str = ""
    agency: str = ""
    agency_at: tuple[int, int] | None = None
    day: date | None = None
    day_at: tuple[int, int] | None = None


def find_credit(line: Line, signs: Signs) -> Credit | None:
    """Read a credit line: short, by itself, in one of the shapes of the packs, and naming what can be an outlet."""
    text = line.text
    if len(line.words) > 30 or len(text) > 320 or "\n" in text:
        return None
    if found := _address(text, signs):
        return found
    for form in signs.credits:
        match = form.pattern.match(text)
        if match is None:
            continue
        outlet = _without_date(match["outlet"], signs)
        groups = match.groupdict()
        short_headline = groups.get("headline") is not None and len(groups["headline"].split()) < 4
        if (
            not _names_outlet(outlet, signs, bare=form.bare)
            or (form.weak and not is_outlet(outlet, signs))
            or (form.bare and short_headline)
        ):
            continue
        start = match.start("outlet")
        dated = full_date(text, signs) if groups.get("date") or outlet != match["outlet"] else None
        headline = groups.get("headline") or ""
        day, day_at = dated or (None, None)
        return Credit(outlet, start, start + len(outlet), headline, form.bare, day, day_at, below=text.endswith(":"))
    return None


def _without_date(outlet: str, signs: Signs) -> str:
    """Cut the day off an outlet's name: "The Coast Courier on 12 June 2011"."""
    if dated := full_date(outlet, signs):
        before = outlet[: dated[1][0]].rstrip(" ,(–—-")
        outlet = before.rpartition(" ")[0] if signs.date_words.fullmatch(before.rpartition(" ")[2]) else before
    return signs.weekday_tail.sub("", outlet).strip(" ,–—-")


def _address(text: str, signs: Signs) -> Credit | None:
    """Read "Source: http://www.coast.example/boats": the site is the outlet."""
    match = _SOURCE.match(text)
    if match is None or not signs.source_words.fullmatch(match["label"].strip(" :")):
        return None
    return Credit(match["host"], *match.span("host"))


def _names_outlet(name: str, signs: Signs, *, bare: bool) -> bool:
    words = name.split()
    labels = signs.related_heads | signs.menu_words
    if name.casefold() in labels or all(word.casefold() in labels for word in words):
        return False
    if len(words) > 7 or not any(c.isalpha() for c in name) or "@" in name or (name in signs.agencies and bare):
        return False
    return not bare or is_medium(name, signs) or (len(words) == 1 and name.islower() and "." in name)


def find_dateline(line: Line, signs: Signs) -> Dateline | None:
    """Read the dateline a paragraph opens with: "TOWN, Country — ", "TOWN (AP) — ", "(Reuters) - ", "AFP Monday 1 May 2000 "."""
    arrow = _ARROW.match(line.text)
    head = line.text[:160]
    match = _DATELINE.match(head, arrow.end() if arrow else 0)
    if match and match.end() < len(line.text) and _is_dateline(match, line.text, signs):
        agency = (match["agency"] or "").strip()
        day = full_date(head[: match.end()], signs)
        place = _place(match["place"] or "", signs)
        agency = "" if full_date(agency, signs) else agency
        at = match.span("agency") if agency else None
        return Dateline(match.end(), place, agency, at, *(day or (None, None)))
    return _agency_start(line.text, signs) or _dated_start(line.text, signs)


def _is_dateline(match: re.Match[str], text: str, signs: Signs) -> bool:
    place, agency, dash = match["place"] or "", (match["agency"] or "").strip(), match["dash"]
    follows = text[match.end()]
    begins = follows.isupper() or follows.isdigit() or follows in "“\"‘'"
    if not begins or (not place and not agency):
        return False
    known = agency_name(agency, signs) is not None or agency in signs.broadcasters
    dashed = dash.strip() in _DASHES
    parted = dashed or (bool(agency) and dash.strip() == ":")
    first = re.split(r"[ ,/]", place, maxsplit=1)[0]
    letters = [c for c in first if c.isalpha()]
    shouted = sum(word.isupper() for word in place.partition(",")[0].split())
    loud = shouted <= 4 and parted and len(letters) >= 4 and first.isupper() and not _is_heading(place, signs)
    if not agency:
        return loud
    short = agency.isupper() and len(agency) <= 8 and dashed
    named = capitalised(agency) and ((loud and len(agency.split()) <= 5) or (dashed and is_medium(agency, signs)))
    return known or short or (named and bool(place))


def _is_heading(place: str, signs: Signs) -> bool:
    """Tell capitals before a dash that are no place: a label ("UPDATE —"), a sentence ("NOBODY HAS ASKED HIM —")."""
    words = place.casefold().split()
    if words[0] in signs.related_heads or words[0] in signs.menu_words or signs.update_words.fullmatch(words[0]):
        return True
    return any(word in signs.common_words and len(word) > 2 and word != "the" for word in words[1:])


def _place(words: str, signs: Signs) -> str:
    """Cut a date off a dateline's place."""
    kept = []
    for part in words.split(","):
        tokens = part.split()
        if any(t.isdigit() for t in tokens) or (
            tokens and tokens[0].casefold().rstrip(".") in signs.months and len(tokens) > 1
        ):
            break
        kept.append(part)
    return ",".join(kept).strip(" ,")


def _agency_start(text: str, signs: Signs) -> Dateline | None:
    """Read an agency and a dash set before a paragraph's first words: "dpa - ", "Reuters Staff. "."""
    match = _AGENCY_START.match(text)
    if match is None or not (name := agency_name(match["agency"], signs)):
        return None
    staff = bool(match["staff"]) and match["stop"].strip() == "."
    if not (staff or match["stop"].strip() in _DASHES) or len(text) - match.end() < 20:
        return None
    return Dateline(match.end(), "", match["agency"] if name else "", match.span("agency"))


def _dated_start(text: str, signs: Signs) -> Dateline | None:
    """Read an agency and a full date set before a paragraph's first words."""
    found = full_date(text, signs, end=60)
    if found is None:
        return None
    day, (start, end) = found
    before = text[:start]
    agency = next((name for name in before.replace(",", " ").split() if name in signs.agencies), "")
    rest = [w for w in _TRIM.split(before.casefold()) if w and w not in signs.weekdays and w != agency.casefold()]
    tail = re.match(rf"[ ,.:|–—-]*(?:{TIME})?[ ,.:|–—-]*", text[end:])
    stop = end + (tail.end() if tail else 0)
    place = _dated_place(before, text[end:].lstrip()[:1], signs) if rest and not agency else ""
    if (
        (rest and not place)
        or not (agency or before.strip())
        or stop + 20 > len(text)
        or not (text[stop].isupper() or text[stop] in '“"')
    ):
        return None
    at = text.find(agency) if agency else -1
    return Dateline(stop, place, agency, (at, at + len(agency)) if agency else None, day, (start, end))


def _dated_place(before: str, after: str, signs: Signs) -> str:
    """Read the place in "Nordvik, 12 June 2011. ": a name before the date, and a stop or dash right behind it."""
    name = before.strip(" ,")
    words = name.split()
    alone = 0 < len(words) <= 3 and capitalised(name) and before.rstrip().endswith(",") and after in tuple(".:–—-")
    return name if alone and words[0].casefold() not in signs.common_words else ""


def find_byline(line: Line, signs: Signs) -> tuple[tuple[int, int], ...]:
    """Return where the names of a by-line stand in the line, persons and media alike; empty when it is none."""
    text = line.text
    match = signs.bylines.match(text) if len(text) <= _LONGEST_BYLINE else None
    if match is None or len(line.words) > 14 or line.stopped:
        return ()
    names = []
    for piece in _NAMES.finditer(text, match.end()):
        if (piece["joint"] or "").strip() in ("in", "i", "for"):
            continue
        words = tuple(piece["name"].split())
        medium = is_agency(piece["name"], signs) or is_medium(piece["name"], signs)
        office = any(word.casefold() in signs.byline_roles for word in words)
        if medium or (name_like(words) and not office):
            names.append(piece.span("name"))
        elif not names:
            return ()
    return tuple(names)


def is_byline(line: Line, signs: Signs) -> bool:
    """Tell whether a line is a by-line, also one that names an office and nobody ("By staff reporters")."""
    match = signs.bylines.match(line.text)
    if match is None or len(line.words) > 14 or line.stopped:
        return False
    return bool(find_byline(line, signs)) or any(word.casefold() in signs.byline_roles for word in line.words)
