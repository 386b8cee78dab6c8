"""Countries as the texts speak of them: "Karvian", "Karvia" and "Karvia's" are one, known or invented.

A country is known by the reading's own places and by the words that stand before "government", "army", "officials"; which
words belong together is told by their endings and a short table of exceptions. Only this corpus is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from anyascii import anyascii

from sayso.link.corpus import Corpus
from sayso.link.voices.governed import Governed, governed
from sayso.link.voices.lexicon import Lexicon, lexicon
from sayso.link.voices.names import word_key
from sayso.link.voices.phrase import Word, words_of
from sayso.model.annotations import MentionType, Precision
from sayso.model.reading import Reading

__all__ = ["Lands"]

_CAPITAL = re.compile(r"(?:[^\W\d_]\.){2,}|[A-ZÆØÅ][\w]*(?:[-'’][\w]+)*")
_LOWER = re.compile(r"(?<![\w-])[a-zæøå]{3,}")
_LEAST = 3
GOVERNMENT = "government"


@dataclass(frozen=True)
class Lands:
    """Countries of a corpus by stem. `names` gives the words shown; `places` the country of a place, `rulers` of a ruler's name."""

    known: frozenset[str]
    names: Mapping[str, str] = field(repr=False)
    places: Mapping[str, str] = field(repr=False)
    rulers: Mapping[str, str] = field(repr=False)
    governed: Governed = field(repr=False, default=Governed({}))

    def ruled_by(self, word: str) -> str | None:
        """Return the country whose ruler bears this surname, where the texts name him with it ("Karvian President Orlan")."""
        return self.rulers.get(word_key(word))

    def named(self, word: str, lex: Lexicon) -> str | None:
        """Return the stem of the country a word names by itself or as an adjective, None for any other word."""
        found = stem(word, lex)
        return found if found in self.known else None

    def of(self, word: str, lex: Lexicon) -> str | None:
        """Return the stem of the country a word names, derives from or lies in, None when it is none that this corpus knows."""
        return self.named(word, lex) or self.places.get(_plain(word))

    def meant(self, report: str, sort: str | None) -> str | None:
        """Return the country whose body of a sort a report means where it names none."""
        return self.governed.land(report, sort or GOVERNMENT)

    @classmethod
    def in_corpus(cls, corpus: Corpus) -> Lands:
        """Find the countries that the texts of a corpus name."""
        told = {key for reading in corpus.readings for key in _told(reading)}
        shown, places = _mapped(corpus, told)
        known = frozenset(key for key in {*told, *shown} if len(key) >= _LEAST)
        rulers = _rulers(corpus, known)
        known -= {stem(name, lexicon("en")) for name in rulers}
        bare = cls(known, _names(corpus, known, shown), places, {word_key(n): k for n, k in sorted(rulers.items())})
        return replace(bare, governed=governed(corpus, bare.named))


def _told(reading: Reading) -> Iterator[str]:
    """Yield the stems of countries that a text itself uses as such."""
    lex = lexicon(reading.language)
    media = {w for r in reading.reports for s in (r.outlet, r.agency) if s for w in s.value.split()}
    for word in (*_governed(reading.text, lex), *_tabled(reading.text, lex), *_speaking(reading)):
        if word not in media:
            yield stem(word, lex)
    for report in reading.reports:
        if report.place and "," in report.place.value:
            yield stem(report.place.value.rpartition(",")[2].strip(), lex)


def _mapped(corpus: Corpus, told: Collection[str]) -> tuple[dict[str, Counter[str]], dict[str, str]]:
    """Return the names of countries that gazetteers give, and the country of each place: by datelines first."""
    shown: dict[str, Counter[str]] = {}
    places: dict[str, str] = {}
    for reading in corpus.readings:
        for report in reading.reports:
            town, comma, land = report.place.value.rpartition(",") if report.place else ("", "", "")
            if comma and len(key := stem(land.strip(), lexicon(reading.language))) >= _LEAST:
                places.setdefault(_plain(town), key)
    for reading in corpus.readings:
        for place in reading.places:
            country = place.best.country_name or place.best.country if place.best else None
            if country and place.best and stem(place.name, lexicon(reading.language)) not in told:
                key = stem(country, lexicon("en"))
                shown.setdefault(key, Counter())[country] += 1
                if place.best.precision is not Precision.COUNTRY:
                    places.setdefault(_plain(place.name), key)
            elif country and place.best and place.best.precision is Precision.COUNTRY:
                shown.setdefault(stem(country, lexicon("en")), Counter())[country] += 1
    return shown, places


def _names(corpus: Corpus, known: frozenset[str], shown: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Return the name to show of each country: the gazetteer's, else the word of the texts that is no adjective."""
    met: dict[str, Counter[str]] = {}
    for reading in corpus.readings:
        lex = lexicon(reading.language)
        for found in _CAPITAL.finditer(reading.text):
            word = found.group().removesuffix("'s").removesuffix("’s")
            key = stem(word, lex)
            if key in known and key not in shown and not _ends_like_a_nationality(word, lex) and word[-1:].isalpha():
                met.setdefault(key, Counter())[word] += not word.isupper()
    return {key: _commonest(count) for key, count in {**met, **shown}.items() if count}


def _commonest(count: Counter[str]) -> str:
    return min(count, key=lambda name: (-count[name], name))


def stem(word: str, lex: Lexicon) -> str:
    """Return what "Karvia", "Karvian" and "Karvians" have in common."""
    return _stem(word, lex.language)


@lru_cache(maxsize=65536)
def _stem(word: str, language: str) -> str:
    lex = lexicon(language)
    low = _plain(word)
    table = lex.maps["lands"]
    low = table.get(low, low)
    return _cut(low, lexicon("en") if low in table.values() else lex)


def _cut(low: str, lex: Lexicon) -> str:
    for ending in lex.endings:
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST:
            return low[: -len(ending)]
    return low


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    return anyascii(word).lower().removesuffix("'s").rstrip(".")


def _governed(text: str, lex: Lexicon) -> Iterable[str]:
    """Yield capitalised words that end like a nationality and stand before a word for a government, an army or its people."""
    found_all = [m for m in _CAPITAL.finditer(text) if _ends_like_a_nationality(m.group(), lex)]
    plain = frozenset(_LOWER.findall(text)) if found_all else frozenset()
    for found in found_all:
        word = found.group()
        if word.lower() in plain or lex.has("office_modifiers", word.lower()):
            continue
        following = re.match(r"[\s\w-]{0,20}", text[found.end() : found.end() + 24])
        nouns = [lex.singular(w.lower()) for w in (following.group().split() if following else [])[:2]]
        if any(n in lex.maps["bodies"] or lex.role(n) is not None for n in nouns):
            yield word


def _tabled(text: str, lex: Lexicon) -> Iterable[str]:
    """Yield the words of a text that the table of countries holds."""
    table = _table(lex.language)
    return sorted({w for w in _CAPITAL.findall(text) if _plain(w) in table})


@cache
def _table(language: str) -> frozenset[str]:
    lands = lexicon(language).maps["lands"]
    return frozenset({*lands, *lands.values()})


def _speaking(reading: Reading) -> Iterable[str]:
    """Yield places that are said to speak ("Karvia said"): the name marker took them for places, the text makes them sources."""
    sources = {s for a in reading.attributions for s in a.source}
    return (m.span.of(reading.text) for m in reading.mentions if m.type is MentionType.PLACE and m.span in sources)


def _rulers(corpus: Corpus, known: frozenset[str]) -> dict[str, str]:
    """Return surname → country for those named with the office of a head of state and their country."""
    found: dict[str, Counter[str]] = {}
    for reading in corpus.readings:
        lex = lexicon(reading.language)
        words = words_of(reading.text)
        offices = lex.words.get("head_of_state", frozenset()) | {"minister"}
        for i in (i for i, word in enumerate(words[:-1]) if word.low in offices):
            if not _heads_state(words, i, lex) or not words[i + 1].capital:
                continue
            land = next(
                (k for w in reversed(words[max(0, i - 3) : i]) if w.capital and (k := stem(w.text, lex)) in known), None
            )
            name = _name_from(words[i + 1 : i + 5], reading.text)
            if land and name:
                found.setdefault(name[-1].text, Counter())[land] += 1
    return {name: min(lands, key=lambda k: (-lands[k], k)) for name, lands in found.items()}


def _heads_state(words: list[Word], i: int, lex: Lexicon) -> bool:
    """Tell whether a word is the office of who rules; of ministers only the first."""
    if words[i].low == "minister":
        return i > 0 and words[i - 1].low in {"prime", "first"}
    return lex.has("head_of_state", words[i].low)


def _name_from(words: list[Word], text: str) -> list[Word]:
    name: list[Word] = []
    for word in words:
        if not word.capital or (name and text[name[-1].end : word.start] != " "):
            break
        name.append(word)
    return name


def _ends_like_a_nationality(word: str, lex: Lexicon) -> bool:
    return _is_national(word, lex.language)


@lru_cache(maxsize=65536)
def _is_national(word: str, language: str) -> bool:
    lex, low = lexicon(language), _plain(word)
    if low in lex.maps["lands"]:
        return True
    endings = tuple(sorted(e for e in lex.words["demonym_endings"] if len(e) > 1 or e == "i"))
    return len(low) > 4 and low.endswith(endings) and not word.isupper()
