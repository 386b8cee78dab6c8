"""Whose government "the government" is: the one that the report and those of the same story speak of, or unknown.

Bodies of a state are met with their country ("Karvian army", "government of Karvia"); one's own story's government often
without. So three things are weighed: the countries a report names, those that reports of the same story name, and whose
bodies of that sort the story speaks of. Only a clear lead decides; a dateline tells where a reporter stood, not who rules.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from typing import TypeVar

from sayso.link.corpus import Corpus
from sayso.link.voices.lexicon import Lexicon, lexicon
from sayso.link.voices.names import word_key
from sayso.link.voices.terms import Word, words_of
from sayso.model.reading import Reading
from sayso.model.reports import PartKind, Report
from sayso.model.text import Span

__all__ = ["STATE", "Governed", "governed"]

STATE = "state"  # the sort of any body or official of a state that is none of the sorts the language tells apart
REACH = 3  # words between a country and the body that is its
LEAD = 1.5  # how much more must speak for one country than for the next
SPOKEN = 2.0  # weight of the story's bodies, against one each for the countries that report and story name
ENOUGH = 0.06  # share of a story's bodies that are of the sort asked for, to decide by themselves
LEAST = 2  # namings that a report needs where nobody names a body of the country
TELLING = 3  # consonants of a name that can tell a story

K = TypeVar("K")
LandOf = Callable[[str, Lexicon], str | None]


@dataclass(frozen=True)
class Told:
    """What a report or page tells: how often each country is named, whose bodies of which sort, and the names of its story."""

    page: str = ""
    lands: Counter[str] = field(default_factory=Counter)
    bodies: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: frozenset[str] = frozenset()


class Governed:
    """For each report, which country's body of a sort is meant where none is named."""

    def __init__(self, told: Mapping[str, Told]) -> None:
        self._told = told
        self._having = Counter(name for t in told.values() for name in t.names)
        self._lands: dict[str, Counter[str]] = defaultdict(Counter)
        self._bodies: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for t in told.values():
            for name in t.names:
                self._lands[name].update(t.lands)
                self._bodies[name].update(t.bodies)
        self._pages = _pages(told.values())
        self._known: dict[tuple[str, str], str | None] = {}

    def land(self, report: str, sort: str) -> str | None:
        """Return the country whose body of this sort a report means, None where the texts do not tell."""
        if (report, sort) not in self._known:
            told = self._told.get(report, Told())
            found = self._weigh(told, sort)
            if found is None and told.page in self._pages:
                found = self._weigh(self._pages[told.page], sort)
            self._known[report, sort] = found
        return self._known[report, sort]

    def _weigh(self, told: Told, sort: str) -> str | None:
        bodies = self._story(told.bodies, told.names, self._bodies)
        its = {key: n for key, n in bodies.items() if key[0] == sort}
        enough = sum(its.values()) >= ENOUGH * sum(bodies.values())
        spoken = _of_lands(its if enough else bodies)
        if not spoken and max(told.lands.values(), default=0) < LEAST:
            return None
        votes: dict[str, float] = defaultdict(float)
        for counted, weight in (
            (dict(told.lands), 1.0),
            (self._story(told.lands, told.names, self._lands), 1.0),
            (spoken, SPOKEN),
        ):
            for land, share in _shares(counted).items():
                votes[land] += weight * share
        found = _leading(votes)
        return found if not its or found == _leading(_of_lands(its), lead=1.0) else None

    def _story(self, own: Mapping[K, int], names: frozenset[str], by_name: Mapping[str, Counter[K]]) -> dict[K, float]:
        """Return what the reports that share names with one tell, its own included; rare names weigh more."""
        found: dict[K, float] = defaultdict(float)
        for key, n in own.items():
            found[key] += n
        for name in sorted(names):
            having = self._having[name]
            if having > 1:
                weight = log(1 + len(self._told) / having) / having
                for key, n in by_name[name].items():
                    found[key] += weight * n
        return dict(found)


def _pages(told: Iterable[Told]) -> dict[str, Told]:
    """Return what each page tells as a whole, for pages of several reports."""
    parts: dict[str, list[Told]] = defaultdict(list)
    for t in told:
        parts[t.page].append(t)
    return {page: _together(page, found) for page, found in sorted(parts.items()) if len(found) > 1}


def _together(page: str, parts: Sequence[Told]) -> Told:
    whole = Told(page, names=frozenset(n for t in parts for n in t.names))
    for t in parts:
        whole.lands.update(t.lands)
        whole.bodies.update(t.bodies)
    return whole


def _shares(counted: Mapping[K, float]) -> dict[K, float]:
    whole = sum(counted.values())
    return {key: n / whole for key, n in counted.items()} if whole else {}


def _of_lands(bodies: Mapping[tuple[str, str], float]) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for (_, land), n in bodies.items():
        found[land] += n
    return found


def _leading(votes: Mapping[str, float], lead: float = LEAD) -> str | None:
    ranked = sorted(votes, key=lambda key: (-votes[key], key))
    if not ranked or (len(ranked) > 1 and votes[ranked[0]] < lead * votes[ranked[1]]):
        return None
    return ranked[0]


def governed(corpus: Corpus, land_of: LandOf) -> Governed:
    """Read what each report tells of countries and their bodies; `land_of` tells the country of a capitalised word."""
    return Governed({r.id: _told(reading, r, land_of) for reading in corpus.readings for r in reading.reports})


def _told(reading: Reading, report: Report, land_of: LandOf) -> Told:
    lex = lexicon(report.language)
    aside = [p.span for p in report.parts if p.kind in {PartKind.DATELINE, PartKind.BYLINE}]
    aside += [s.span for s in (report.place, report.outlet, report.agency) if s and s.span]
    told, names = Told(), set()
    for span in report.spans:
        words = words_of(reading.text, span.start, span.end)
        for i, word in enumerate(words):
            if not (word.capital or _people(word, lex)) or _in(aside, word.start):
                continue
            land = land_of(word.text, lex)
            if land is None:
                names.add(word_key(word.text))
                continue
            told.lands[land] += 1
            sort = _after(words, i, reading.text, lex) or _before(words, i, lex)
            if sort:
                told.bodies[sort, land] += 1
    return Told(reading.document, told.lands, told.bodies, frozenset(n for n in names if len(n) >= TELLING))


def _people(word: Word, lex: Lexicon) -> bool:
    """Tell whether a small word may name a people, as outside English ("karvere")."""
    return lex.language != "en" and len(word.low) > TELLING and word.low.endswith(tuple(lex.words["people_endings"]))


def _in(spans: Sequence[Span], at: int) -> bool:
    return any(s.start <= at < s.end for s in spans)


def _after(words: Sequence[Word], i: int, text: str, lex: Lexicon) -> str | None:
    """Return the sort of body that follows a country: "Karvian army", "Karvia's foreign minister"."""
    for k in range(i + 1, min(len(words), i + 1 + REACH)):
        if text[words[k - 1].end : words[k].start].strip() not in {"", "'s", "’s"}:
            return None
        sort = sort_of(words[k].low, lex)
        if sort:
            return sort
        if words[k].capital or any(lex.has(key, words[k].low) for key in ("breaks", "conjunctions", "definite")):
            return None
    return None


def _before(words: Sequence[Word], i: int, lex: Lexicon) -> str | None:
    """Return the sort of body that stands before "of" and a country."""
    at = i - 2 if i and lex.has("definite", words[i - 1].low) else i - 1
    if at < 1 or words[at].low not in {"of", "i", "av"}:
        return None
    return sort_of(words[at - 1].low, lex)


def sort_of(low: str, lex: Lexicon) -> str | None:
    """Return the sort of a state's body or official that a noun names, None for any other noun."""
    noun = lex.singular(low)
    if noun in lex.maps["bodies"]:
        return lex.maps["bodies"][noun]
    return STATE if lex.has("of_states", noun) else None
