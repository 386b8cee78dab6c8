"""Which matches of the time patterns are times: "may" the verb, "march" the walk, 1,500 soldiers and ages are not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.syntax import Sentence, Token
from sayso.values.time_grammar import Match
from sayso.values.time_patterns import TimeTables

__all__ = ["Spot", "is_time"]

_WORD_BEFORE = re.compile(r"([\w'’]+|[-–(\[/])[ \n]*$")
_RANGE = re.compile(r"(?<!\d)(\d{4}) ?[-–] ?$")
_SURE = ("START", "MID", "END")
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
    named = set(words) - {"mod", "about", "article"}
    if named <= {"year", "year2"} and "year" in named and spot.match.when.modifier not in _SURE:
        return _year(spot, tables)
    if named in ({"month"}, {"weekday"}) and kind in ("date", "weekday"):
        word = next(iter(words[name] for name in named)).rstrip(".")
        return (
            word not in tables.listed("doubtful") or "mod" in words or spot.before in tables.listed("before_doubtful")
        )
    if kind == "duration":
        return _duration(spot, tables)
    if kind == "season" or (kind == "date" and named == {"season"}):
        if words["season"] in tables.listed("doubtful") and spot.after == "of":
            return False
        return spot.before in tables.listed("before_season") or spot.text[spot.match.start :].lower().startswith(
            ("the ", "mid")
        )
    return _beside(spot, tables, kind)


def _beside(spot: Spot, tables: TimeTables, kind: str) -> bool:
    """Judge by the words beside it what alone is hardly ever a time: "weeks", "noon", "the thirties", "the first quarter"."""
    words = spot.match.words
    if kind == "bare":
        aged = spot.after in tables.listed("ages")
        return not aged and (spot.before in tables.listed("before_bare") or spot.after in tables.listed("after_bare"))
    if kind == "point":
        return spot.before in tables.listed("before_point") or "about" in words
    if kind == "step" and words.get("season") in tables.listed("doubtful"):
        return not spot.after
    if kind == "day" and "part" not in words and spot.before in tables.listed("before_no_day"):
        return False
    if kind == "then" and not words:
        begins = tables.listed("clause_begins")
        return not begins or not spot.after or spot.after in begins
    if kind == "yearpart" and "year" not in words and not spot.match.when.relative:
        return spot.after not in tables.listed("after_match")
    return "decade" not in words or words["decade"][0].isdigit() or spot.before not in tables.listed("before_age")


def _year(spot: Spot, tables: TimeTables) -> bool:
    token, before_year = spot.token, tables.listed("before_year")
    if spot.before in "([" and spot.before:
        return spot.after in (")", "]") or spot.after == "" or "year2" in spot.match.words
    if _heads(spot):
        return True
    if token is not None and spot.sentence.parsed:
        counts = token.dep == "nummod" and spot.sentence.head(token).tag in ("NNS", "NNPS")
        if not counts and _in_range(spot):
            return True
        if counts or token.entity in ("CARDINAL", "QUANTITY", "MONEY", "PERCENT"):
            return token.entity == "DATE" or (not counts and spot.before in before_year)
        if token.entity in ("DATE", "EVENT"):
            return True
    return spot.before in before_year


def _is_age(spot: Spot, tables: TimeTables) -> bool:
    """Tell whether years are somebody's: "alle over 65 år", "Nour A., 38 år," in languages that need no "old"."""
    aside = spot.text[: spot.match.start].rstrip().endswith(",") and not spot.after
    return aside or spot.before in tables.listed("before_years_of_age")


def _heads(spot: Spot) -> bool:
    """Tell whether a year is a heading, or begins one ("1997: the lean years")."""
    rest = spot.text[spot.match.end :].strip()
    return not spot.text[: spot.match.start].strip() and (not rest or rest[0] == ":")


def _in_range(spot: Spot) -> bool:
    """Tell whether a year stands before or after another with a dash between ("1994–1997")."""
    words = spot.match.words
    if "year2" in words:
        return int(words["year"]) < int(words["year2"])
    before = _RANGE.search(spot.text[max(0, spot.match.start - 8) : spot.match.start])
    return before is not None and int(before[1]) < int(words["year"])


def _duration(spot: Spot, tables: TimeTables) -> bool:
    """Ages are no times; "a day" is one only after a word such as "for" or "within", or before one such as "after"."""
    rest = spot.text[spot.match.end : spot.match.end + 12].lower().lstrip(" -‐–")
    if any(rest.startswith(age) for age in tables.listed("ages")):
        return False
    if tables.listed("before_years_of_age") and spot.match.when.timex.endswith("Y") and _is_age(spot, tables):
        return False
    if spot.match.words.get("num") in tables.listed("articles_as_one"):
        beside = spot.before in tables.listed("before_bare") or spot.after in tables.listed("after_bare")
        return beside or "about" in spot.match.words
    return True
