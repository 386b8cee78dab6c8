"""What stands at the head and foot of a piece: credit lines, datelines, date lines, by-lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sayso.segment.layout.lines import Line, name_like
from sayso.segment.layout.signs import Signs

__all__ = [
    "Credit",
    "DateLine",
    "Dateline",
    "find_byline",
    "find_credit",
    "find_date_line",
    "find_dateline",
    "full_date",
]

_UPPER = r"A-ZÆØÅÄÖÜÉÈÁÍÓÚÑÇ"
_DATELINE = re.compile(
    rf"(?P<place>(?:[{_UPPER}][\w.'’-]*|of|the|al|el|de|la|le|du|on|i|og)(?:[ ,/]+(?:[{_UPPER}][\w.'’-]*|of|the|al|el|de|la|le|du|\d{{1,2}}\.?(?:st|nd|rd|th)?|\d{{4}})){{0,9}})?"
    r"[ ,]*(?:[(\[](?P<agency>[^()\[\]\n]{2,40})[)\]])?"
    r"(?P<dash>\s*(?:[—–]|--|:)\s*|\s+-\s+|\s+)(?=[^\s—–:-])"
)
_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?"
_DASHES = ("—", "–", "-", "--")
_TRIM = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that names where the piece beside it comes from; spans count in the line."""

    outlet: str
    start: int
    end: int
    headline: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before a piece's first words. `end` is where the words begin; all offsets count in the line."""

    end: int
    place: str = ""
    agency: str = ""
    agency_at: tuple[int, int] | None = None
    day: date | None = None
    day_at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when (and perhaps by which agency) a piece was published, and nothing else."""

    day: date | None
    day_at: tuple[int, int] | None
    changed: bool
    agency: str = ""
    agency_at: tuple[int, int] | None = None


def full_date(text: str, signs: Signs, *, end: int | None = None) -> tuple[date, tuple[int, int]] | None:
    """Find the first day with month and year in `text[:end]`, in any of the shapes that leave no doubt."""
    months = "|".join(sorted(map(re.escape, signs.months), key=len, reverse=True))
    return _first_date(text[: end if end is not None else 300], _date_patterns(months), signs)


def _first_date(text: str, patterns: tuple[re.Pattern[str], ...], signs: Signs) -> tuple[date, tuple[int, int]] | None:
    found = []
    for pattern in patterns:
        for match in pattern.finditer(text):
            word = match["m"].casefold().rstrip(".")
            month = int(word) if word.isdigit() else signs.months[word]
            day = int(match["d"])
            if (
                1 <= month <= 12
                and 1 <= day <= 28 + (3, 0 if int(match["y"]) % 4 else 1, 3, 2, 3, 2, 3, 3, 2, 3, 2, 3)[month - 1]
            ):
                found.append((date(int(match["y"]), month, day), match.span()))
    return min(found, key=lambda item: item[1]) if found else None


_PATTERNS: dict[str, tuple[re.Pattern[str], ...]] = {}


def _date_patterns(months: str) -> tuple[re.Pattern[str], ...]:
    if months not in _PATTERNS:
        month, day, year = rf"(?P<m>{months})\.?", r"(?P<d>\d{1,2})", r"(?P<y>(?:19|20)\d{2})"
        shapes = [
            rf"(?<!\w){month}\s+{day}(?:st|nd|rd|th)?,?\s+{year}(?!\d)",
            rf"(?<!\d){day}(?:st|nd|rd|th|\.)?[ -]?{month},?[ -]{year}(?!\d)",
            rf"(?<!\d){year}-(?P<m>\d{{2}})-(?P<d>\d{{2}})(?!\d)",
            rf"(?<!\d){day}\.(?P<m>\d{{1,2}})\.{year}(?!\d)",
            rf"(?<!\d){year}\s+[a-zæøå]+\s*,?\s*{day}\s+{month}(?!\w)",
        ]
        _PATTERNS[months] = tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)
    return _PATTERNS[months]


def find_credit(line: Line, signs: Signs) -> Credit | None:
    """Read a credit line: short, by itself, in one of the shapes of the packs, and naming what can be an outlet."""
    text = line.text
    if len(line.words) > 30 or len(text) > 320 or "\n" in text:
        return None
    for form in signs.credits:
        match = form.pattern.match(text)
        if match is None or not _names_outlet(match["outlet"], signs, bare=form.bare):
            continue
        groups = match.groupdict()
        if form.bare and (groups.get("headline") is not None) and len(groups["headline"].split()) < 4:
            continue
        return Credit(
            match["outlet"].strip(), *match.span("outlet"), headline=groups.get("headline") or "", bare=form.bare
        )
    return None


def _names_outlet(name: str, signs: Signs, *, bare: bool) -> bool:
    words = name.split()
    if len(words) > 7 or not any(c.isalpha() for c in name) or (name in signs.agencies and bare):
        return False
    if not bare:
        return True
    known = any(word.casefold().strip(".,") in signs.outlet_words for word in words) or name in signs.broadcasters
    return (
        known or bool(re.search(r"\w\.(?:com|org|net|no|info|co\.\w\w)$", name)) or (len(words) == 1 and name.islower())
    )


def find_dateline(line: Line, signs: Signs) -> Dateline | None:
    """Read the dateline a paragraph opens with: "TOWN, Country — ", "TOWN (AP) — ", "(Reuters) - ", "AFP Monday 1 May 2000 "."""
    head = line.text[:160]
    match = _DATELINE.match(head)
    if match and match.end() < len(line.text) and _is_dateline(match, line.text, signs):
        agency = (match["agency"] or "").strip()
        day = full_date(head[: match.end()], signs)
        place = _place(match["place"] or "", signs)
        at = match.span("agency") if agency else None
        return Dateline(match.end(), place, agency, at, *(day or (None, None)))
    return _dated_start(line.text, signs)


def _is_dateline(match: re.Match[str], text: str, signs: Signs) -> bool:
    place, agency, dash = match["place"] or "", (match["agency"] or "").strip(), match["dash"]
    follows = text[match.end()]
    begins = follows.isupper() or follows.isdigit() or follows in "“\"‘'"
    if not begins or (not place and not agency):
        return False
    known = agency in signs.agencies or agency in signs.broadcasters
    if agency:
        return known or (agency.isupper() and len(agency) <= 8 and dash.strip() in _DASHES)
    first = re.split(r"[ ,/]", place, maxsplit=1)[0]
    letters = [c for c in first if c.isalpha()]
    shouted = sum(word.isupper() for word in place.partition(",")[0].split())
    return shouted <= 4 and dash.strip() in _DASHES and len(letters) >= 4 and first.isupper()


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


def _dated_start(text: str, signs: Signs) -> Dateline | None:
    """Read an agency and a full date set before a paragraph's first words."""
    found = full_date(text, signs, end=60)
    if found is None:
        return None
    day, (start, end) = found
    before = text[:start]
    agency = next((name for name in before.replace(",", " ").split() if name in signs.agencies), "")
    rest = [w for w in _TRIM.split(before.casefold()) if w and w not in signs.weekdays and w != agency.casefold()]
    tail = re.match(rf"[ ,.:|–—-]*(?:{_TIME})?[ ,.:|–—-]*", text[end:])
    stop = end + (tail.end() if tail else 0)
    if (
        rest
        or not (agency or before.strip())
        or stop + 20 > len(text)
        or not (text[stop].isupper() or text[stop] in '“"')
    ):
        return None
    at = text.find(agency) if agency else -1
    return Dateline(stop, "", agency, (at, at + len(agency)) if agency else None, day, (start, end))


def find_date_line(line: Line, signs: Signs) -> DateLine | None:
    """Read a line that holds a date or a time, perhaps an agency, and no other matter."""
    text = line.text
    if len(line.words) > 16 or len(text) > 140:
        return None
    found = full_date(text, signs)
    rest = text if found is None else text[: found[1][0]] + " " + text[found[1][1] :]
    timed = re.search(_TIME, rest)
    if found is None and timed is None:
        return None
    agency = signs.agency_name.search(rest)
    if agency:
        rest = rest.replace(agency.group(), " ", 1)
    rest = signs.date_words.sub(" ", re.sub(_TIME, " ", rest))
    left = [w for w in _TRIM.split(rest.casefold()) if w and w not in signs.weekdays and not w.isdigit()]
    if left:
        return None
    name = agency.group() if agency else ""
    place = text.find(name) if name else -1
    changed = bool(signs.update_words.search(text))
    day, day_at = found or (None, None)
    return DateLine(day, day_at, changed, name, (place, place + len(name)) if name else None)


def find_byline(line: Line, signs: Signs) -> tuple[tuple[int, int], ...]:
    """Return where the names of a by-line stand in the line; empty when it is none."""
    text = line.text
    match = signs.bylines.match(text)
    if match is None or len(line.words) > 14 or line.stopped:
        return ()
    names = []
    for piece in re.finditer(r"[^,|;&/•]+", text[match.end() :]):
        for name in re.finditer(r"\S(?:.*?\S)?(?=\s+(?:and|og)\s|\s*$)(?:\s+(?:and|og)\s+)?", piece.group()):
            words = re.sub(r"\s+(?:and|og)\s*$", "", name.group())
            if name_like(tuple(words.split())):
                start = match.end() + piece.start() + name.start()
                names.append((start, start + len(words)))
        if not names:
            return ()
    return tuple(names)
