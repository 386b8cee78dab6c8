"""Names of media: what is called as newspapers, stations and agencies are, and how such a name is best written."""

from __future__ import annotations

import re

from sayso.segment.layout.signs import Signs

__all__ = ["agency_name", "capitalised", "is_agency", "is_medium", "is_outlet", "plain_name"]

_SITE = re.compile(r"[\w-]+\.(?:com|org|net|no|info|co\.\w\w)$", re.IGNORECASE)
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "de", "la", "al", "el", "og", "i"})


def capitalised(name: str) -> bool:
    """Tell whether every word of a name that is no particle begins with a capital or digit, and one with a capital."""
    words = [word.strip(".,'’") for word in name.split()]
    big = [word for word in words if word[:1].isupper()]
    return bool(big) and all(word[:1].isupper() or word[:1].isdigit() or word in _SMALL for word in words if word)


def is_agency(name: str, signs: Signs) -> bool:
    """Tell whether a name is a known agency's or ends as agencies' names do."""
    if agency_name(name, signs):
        return True
    return capitalised(name) and bool(signs.agency_endings.search(name)) and len(name.split()) <= 6


def agency_name(name: str, signs: Signs) -> str | None:
    """Return the short name of a known agency; of two joined ("NTB-AFP") the one whose text goes round the world."""
    name = name.strip(" ©.,")
    if known := signs.agencies.get(name) or signs.agencies.get(plain_name(name)):
        return known
    parts = [signs.agencies.get(part.strip()) for part in re.split(r"\s?[-–/]\s?|\s(?:and|og|&)\s", name)]
    if len(parts) < 2 or not all(parts):
        return None
    return next((part for part in parts if part in signs.world_agencies), parts[0])


def is_medium(name: str, signs: Signs) -> bool:
    """Tell whether a name is that of a newspaper, station or site by its first or last word, or by its address."""
    words = [word.casefold().strip(".,") for word in name.split()]
    if name in signs.broadcasters or (words and _SITE.search(words[-1])):
        return True
    if not 2 <= len(words) <= 6 or not capitalised(name) or all(word in signs.menu_words for word in words):
        return False
    return words[-1] in signs.outlet_words or words[0] in signs.outlet_starts


def is_outlet(name: str, signs: Signs) -> bool:
    """Tell whether a name can be an outlet's by itself: a medium's, an agency's, or one word as newspapers are called."""
    last = name.rsplit(maxsplit=1)[-1].casefold().strip(".,") if name.split() else ""
    return (
        is_medium(name, signs) or is_agency(name, signs) or (name[:1].isupper() and last.endswith(signs.masthead_ends))
    )


def plain_name(name: str) -> str:
    """Write a name that stands in capitals with small letters: "EASTERN POST" as "Eastern Post"; short ones stay."""
    words = name.split()
    if not name.isupper() or (len(words) == 1 and len(name) <= 5):
        return name
    return " ".join(word.lower() if n and word.lower() in _SMALL else word.capitalize() for n, word in enumerate(words))
