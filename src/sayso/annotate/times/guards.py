"""Which matches of the time patterns are times: "may" the verb, "march" the walk, 1,500 soldiers and ages are not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.syntax import Sentence, Token
from sayso.values.time_grammar import Match
from sayso.values.time_patterns import TimeTables

__all__ = ["Spot", "is_time"]

_WORD_BEFORE = re.compile(r"([\w'’]+|[-–(\[/])[ \n]*$")
_WORD_AFTER = re.compile(r"[ \n-]{0,2}([\w'’]+|[)\]])")


@dataclass(frozen=True, slots=True)
class Spot:
    """A match in its sentence, with the words right before and after it and the token it ends in."""

    match: Match
    text: str
    sentence: Sentence
    token: Token | None

    @property
    def before(self) -> str:
        """Return the word or bracket before the match, in lower case."""
        found = _WORD_BEFORE.search(self.text[max(0, self.match.start - 24) : self.match.start])
        return found.group(1).lower() if found else ""

    @property
    def after(self) -> str:
        """Return the word or bracket after the match, in lower case."""
        found = _WORD_AFTER.match(self.text[self.match.end : self.match.end + 26])
        return found.group(1).lower() if found else ""


def is_time(spot: Spot, tables: TimeTables) -> bool:
    """Tell whether a match is a time here."""
    words, kind = spot.match.words, spot.match.kind
    named = set(words) - {"mod", "about"}
    if named == {"year"} and words.get("mod") not in ("early", "late", "mid", "mid-"):
        return _year(spot, tables)
    if named in ({"month"}, {"weekday"}) and kind in ("date", "weekday"):
        word = next(iter(words[name] for name in named)).rstrip(".")
        return word not in tables.doubtful or "mod" in words or spot.before in tables.before_doubtful
    if kind == "duration":
        return _duration(spot, tables)
    if kind == "season" or (kind == "date" and named == {"season"}):
        if words["season"] in tables.doubtful and spot.after == "of":
            return False
        return spot.before in tables.before_season or spot.text[spot.match.start :].lower().startswith(("the ", "mid"))
    return True


def _year(spot: Spot, tables: TimeTables) -> bool:
    token = spot.token
    if spot.before in "([" and spot.before:
        return spot.after in (")", "]") or spot.after == ""
    if token is not None and spot.sentence.parsed:
        counts = token.dep == "nummod" and spot.sentence.head(token).tag in ("NNS", "NNPS")
        if counts or token.entity in ("CARDINAL", "QUANTITY", "MONEY", "PERCENT"):
            return token.entity == "DATE" or (not counts and spot.before in tables.before_year)
        if token.entity in ("DATE", "EVENT"):
            return True
    return spot.before in tables.before_year


def _duration(spot: Spot, tables: TimeTables) -> bool:
    """Ages are no times; "a day" is one only after a word such as "for" or "within"."""
    if any(
        spot.text[spot.match.end : spot.match.end + 12].lower().lstrip(" -‐–").startswith(age) for age in tables.ages
    ):
        return False
    if spot.match.words.get("num") in ("a", "an", "en", "et", "ett"):
        return spot.before in tables.bare_before or "about" in spot.match.words
    return True
