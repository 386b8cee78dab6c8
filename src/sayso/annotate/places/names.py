"""Capitalised runs of a sentence, and the stretches of them that a gazetteer knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.annotate.places.words import PlaceWords
from sayso.model.annotations import Candidate, Precision
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["PARTICLES", "Found", "Lookup", "Run", "is_name", "known_names", "name_runs"]

LONGEST = 5
"""Names of places have at most this many words."""

PARTICLES = frozenset(["al", "el", "ul", "as", "ash", "es", "esh", "ad", "ed", "ar", "er", "az", "ez", "at", "et", "an", "en", "de", "da", "do", "del", "della", "des", "di", "du", "la", "le", "les", "los", "las", "von", "van", "der", "den", "y", "of"])  # fmt: skip
"""Small words inside names."""

_ARTICLES = ("al-", "el-", "as-", "ash-", "es-", "ad-", "ar-", "az-", "ez-", "an-", "at-", "ul-", "en-")

_TOWNLY = frozenset(
    {
        "united",
        "college",
        "church",
        "record",
        "star",
        "sun",
        "post",
        "center",
        "centre",
        "house",
        "court",
        "front",
        "medical",
    }
)
"""Last words of bodies that towns bear too ("State College", "Falls Church")."""

KNOWN_LAND = 0.75
"""The score from which a name of several words is a country's or region's, though it ends like a body's."""

AYN = "‘’ʿʾ`'"
"""Marks that transliterations put before a first letter ("‘Ayn")."""

Lookup = Callable[[str], tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised tokens in a sentence: indexes `first` to `last`, not with it."""

    sentence: Sentence
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a run that may name a place; no candidates when no gazetteer knows it."""

    run: Run
    first: int
    last: int
    candidates: tuple[Candidate, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the name."""
        return self.run.sentence.tokens[self.first : self.last]

    @property
    def span(self) -> Span:
        """The name's place in the text."""
        tokens = self.tokens
        return Span(tokens[0].start, tokens[-1].end)


def is_name(token: Token) -> bool:
    """Tell whether a token is written like a part of a name."""
    text = token.text.lstrip(AYN) or token.text
    if text[0].isupper():
        return True
    return (
        text[0].isalpha() and "-" in text and text.lower().startswith(_ARTICLES) and text.split("-", 1)[1][:1].isupper()
    )


def name_runs(sentence: Sentence) -> Iterator[Run]:
    """Yield the runs of name-like tokens, with particles and hyphens inside them."""
    tokens, index = sentence.tokens, 0
    while index < len(tokens):
        if not is_name(tokens[index]):
            index += 1
            continue
        end = index + 1
        while end < len(tokens):
            if is_name(tokens[end]):
                end += 1
            elif end + 1 < len(tokens) and is_name(tokens[end + 1]) and _joins(tokens, end):
                end += 2
            else:
                break
        yield Run(sentence, index, end)
        index = end


def _joins(tokens: tuple[Token, ...], index: int) -> bool:
    text = tokens[index].text
    if text in "-‐‑–":
        return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start
    return text in PARTICLES


def known_names(run: Run, text: str, lookup: Lookup, words: PlaceWords) -> Iterator[Found]:
    """Yield the longest stretches of a run that the gazetteer knows, left to right."""
    tokens, index = run.sentence.tokens, run.first
    while index < run.last:
        for end in range(min(run.last, index + LONGEST), index, -1):
            if not is_name(tokens[index]) or not is_name(tokens[end - 1]):
                continue
            if end - index == 1 and (_plain_word(tokens[index], words) or _begins(tokens, index, run.last, words)):
                continue
            if end - index == 1 and _kind_of_last(tokens, index, run.first, words):
                continue
            if end - index > 1 and _town_of_body(tokens, index, end, words):
                continue
            candidates = lookup(text[tokens[index].start : tokens[end - 1].end])
            if candidates and (end - index == 1 or _land(candidates[0]) or not _body(tokens[index:end], words)):
                yield Found(run, index, end, candidates)
                index = end
                break
        else:
            index += 1


def _land(best: Candidate) -> bool:
    """Tell whether a name is a known country's or region's, whatever its last word ("Karvia West Bank")."""
    return (
        best.because != "spelling"
        and best.precision in (Precision.COUNTRY, Precision.REGION)
        and best.score >= KNOWN_LAND
    )


def _kind_of_last(tokens: tuple[Token, ...], index: int, first: int, words: PlaceWords) -> bool:
    """Tell whether a word only says what the name before it is ("Damir Gorge")."""
    return index > first and tokens[index].text.lower() in words.features and is_name(tokens[index - 1])


def _body(tokens: tuple[Token, ...], words: PlaceWords) -> bool:
    """Tell whether several words are a body's name, known or by the last of them."""
    return " ".join(t.text.lower() for t in tokens) in words.never or tokens[-1].text.lower() in words.bodies - _TOWNLY


def _begins(tokens: tuple[Token, ...], index: int, last: int, words: PlaceWords) -> bool:
    """Tell whether a word only begins a name ("Tell" in "Tell Karv"), however many places are called so."""
    return index + 1 < last and tokens[index].text.lower() in words.front and is_name(tokens[index + 1])


def _town_of_body(tokens: tuple[Token, ...], index: int, end: int, words: PlaceWords) -> bool:
    """Tell whether the last word belongs to a body's name that follows ("Damir City Council": Damir)."""
    last = tokens[end - 1].text.lower()
    if last not in words.class_nouns or last not in words.locals or end >= len(tokens) or end - index != 2:
        return False
    return is_name(tokens[end]) and tokens[end].text.lower() in words.locals | words.bodies and last != "county"


def _plain_word(token: Token, words: PlaceWords) -> bool:
    if token.text in words.own_names:
        return False
    short = len(token.text) < 3
    return short or token.text.lower().strip(".") in words.never or token.text in words.demonyms
