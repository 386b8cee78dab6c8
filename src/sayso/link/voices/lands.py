"""Countries as the texts speak of them: "Karvian", "Karvia" and "Karvia's" are one, known or invented.

A country is known by the reading's own places and by the words that stand before "government", "army", "officials"; which
words belong together is told by their endings and a short table of exceptions. Only this corpus is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from anyascii import anyascii

from sayso.link.corpus import Corpus
from sayso.link.voices.lexicon import Lexicon, lexicon
from sayso.link.voices.names import word_key
from sayso.link.voices.phrase import Word, words_of
from sayso.model.annotations import MentionType, Precision
from sayso.model.reading import Reading
from sayso.model.reports import Report

__all__ = ["Lands"]

_CAPITAL = re.compile(r"(?:[^\W\d_]\.){2,}|[A-ZÆØÅ][\w]*(?:[-'’][\w]+)*")
_ANY = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]{3,}(?:[-'’][\w]+)*")
_LOWER = re.compile(r"(?<![\w-])[a-zæøå]{3,}")
_LEAST = 3


@dataclass(frozen=True)
class Lands:
    """Countries of a corpus by stem. `names` gives the words shown; `main` the country a report is mostly about."""

    known: frozenset[str]
    names: Mapping[str, str] = field(repr=False)
    main: Mapping[str, str] = field(repr=False)
    places: Mapping[str, str] = field(repr=False)
    rulers: Mapping[str, str] = field(repr=False)

    def ruled_by(self, word: str) -> str | None:
        """Return the country whose ruler bears this surname, where the texts name him with it ("Karvian President Orlan")."""
        return self.rulers.get(word_key(word))

    def of(self, word: str, lex: Lexicon) -> str | None:
        """Return the stem of the country a word names or derives from, None when it is none that this corpus knows."""
        found = stem(word, lex)
        if found in self.known:
            return found
        return self.places.get(_plain(word))

    @classmethod
    def in_corpus(cls, corpus: Corpus) -> Lands:
        """Find the countries that the texts of a corpus name."""
        names: dict[str, Counter[str]] = {}
        places: dict[str, str] = {}
        for reading in corpus.readings:
            lex = lexicon(reading.language)
            for word in (*_governed(reading.text, lex), *_tabled(reading.text, lex), *_speaking(reading)):
                names.setdefault(stem(word, lex), Counter())
            for place in reading.places:
                country = place.best.country_name or place.best.country if place.best else None
                if not country:
                    continue
                key = stem(country, lexicon("en"))
                names.setdefault(key, Counter())[country] += 1
                if place.best and place.best.precision is not Precision.COUNTRY:
                    places.setdefault(_plain(place.name), key)
        known = frozenset(key for key in names if len(key) >= _LEAST)
        rulers = _rulers(corpus, known)
        known -= {stem(name, lexicon("en")) for name in rulers}
        main: dict[str, str] = {}
        for reading in corpus.readings:
            whole = Counter(_named(reading.text, known, lexicon(reading.language)))
            for report in reading.reports:
                found = _main(report, reading.text, known, lexicon(report.language), whole)
                if found:
                    main[report.id] = found
        shown = {key: _commonest(count) for key, count in names.items() if count}
        return cls(known, shown, main, places, {word_key(name): land for name, land in sorted(rulers.items())})


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


def _plain(word: str) -> str:
    return anyascii(word).lower().removesuffix("'s").rstrip(".")


def _governed(text: str, lex: Lexicon) -> Iterable[str]:
    """Yield capitalised words that end like a nationality and stand before a word for a government, an army or its people."""
    plain = frozenset(_LOWER.findall(text))
    for found in _CAPITAL.finditer(text):
        word = found.group()
        if (
            not _ends_like_a_nationality(word, lex)
            or word.lower() in plain
            or lex.has("office_modifiers", word.lower())
        ):
            continue
        following = re.match(r"[\s\w-]{0,20}", text[found.end() : found.end() + 24])
        nouns = [lex.singular(w.lower()) for w in (following.group().split() if following else [])[:2]]
        if any(n in lex.maps["bodies"] or lex.role(n) is not None for n in nouns):
            yield word


def _tabled(text: str, lex: Lexicon) -> Iterable[str]:
    """Yield the words of a text that the table of countries holds."""
    table = {*lex.maps["lands"], *lex.maps["lands"].values()}
    return sorted({w for w in _CAPITAL.findall(text) if _plain(w) in table})


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
        for i, word in enumerate(words):
            if not lex.has("head_of_state", word.low) or i + 1 >= len(words) or not words[i + 1].capital:
                continue
            land = next(
                (k for w in reversed(words[max(0, i - 3) : i]) if w.capital and (k := stem(w.text, lex)) in known), None
            )
            name = _name_from(words[i + 1 : i + 5], reading.text)
            if land and name:
                found.setdefault(name[-1].text, Counter())[land] += 1
    return {name: min(lands, key=lambda k: (-lands[k], k)) for name, lands in found.items()}


def _name_from(words: list[Word], text: str) -> list[Word]:
    name: list[Word] = []
    for word in words:
        if not word.capital or (name and text[name[-1].end : word.start] != " "):
            break
        name.append(word)
    return name


def _ends_like_a_nationality(word: str, lex: Lexicon) -> bool:
    low = _plain(word)
    if low in lex.maps["lands"]:
        return True
    endings = [e for e in lex.words["demonym_endings"] if len(e) > 1 or e == "i"]
    return len(low) > 4 and any(low.endswith(e) for e in endings) and not word.isupper()


def _main(report: Report, text: str, known: frozenset[str], lex: Lexicon, whole: Mapping[str, int]) -> str | None:
    """Return the country that the report speaks of most; the page around it decides a draw, a lasting draw nothing."""
    counts: Counter[str] = Counter()
    for span in report.spans:
        counts.update(_named(text[span.start : span.end], known, lex))
    ranked = sorted(counts, key=lambda k: (-counts[k], -whole.get(k, 0), k))
    if not ranked:
        return None
    draw = len(ranked) > 1 and (counts[ranked[0]], whole.get(ranked[0])) == (counts[ranked[1]], whole.get(ranked[1]))
    return None if draw else ranked[0]


def _named(text: str, known: frozenset[str], lex: Lexicon) -> Iterable[str]:
    """Yield the country of each word that names one; outside English its people are written small ("karvere")."""
    for found in _ANY.finditer(text):
        word = found.group()
        people = (
            word[0].islower() and lex.language != "en" and any(word.endswith(e) for e in lex.words["people_endings"])
        )
        if (word[0].isupper() or people) and (key := stem(word, lex)) in known:
            yield key
