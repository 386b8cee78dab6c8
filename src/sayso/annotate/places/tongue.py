"""What one language of a page is read with: its sentences, its runs of names, and the names that are persons'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.annotate.places.evidence import DATELINE_PARAGRAPH, acted_on
from sayso.annotate.places.hyphens import open_hyphens
from sayso.annotate.places.lands import adjectives
from sayso.annotate.places.names import Lookup, Run, is_name, name_runs
from sayso.annotate.places.words import PlaceWords, place_words
from sayso.lang.packs import Pack
from sayso.model.annotations import Candidate, Precision
from sayso.model.page import Page
from sayso.model.reports import PartKind
from sayso.model.resources import Gazetteer
from sayso.model.syntax import Sentence, Token
from sayso.values.atoms import atomize
from sayso.values.place import name_key

__all__ = ["Tongue", "tongue_of"]

_KINDS = {"region": Precision.REGION, "country": Precision.COUNTRY, "town": Precision.TOWN}
"""What may stand after a comma in a pack's other names, where only entries of that kind are meant."""


@dataclass(frozen=True)
class Tongue:
    """What one language of a page is read with: its words, its runs of names, and the names that are persons' there."""

    words: PlaceWords
    lookup: Lookup
    sentences: Sequence[Sentence]
    runs: Sequence[Run]
    persons: frozenset[str]
    forms: frozenset[str]

    def exact(self, name: str) -> bool:
        """Tell whether a gazetteer has the very name."""
        return _known(name, self.lookup)


def tongue_of(page: Page, pack: Pack, code: str, gazetteers: Sequence[Gazetteer]) -> Tongue:
    """Gather what one language of a page is read with."""
    words = place_words(pack)
    lookup = _lookup(gazetteers, words)
    own = [s for s in (*page.sentences, *_datelines(page)) if s.language == code]
    sentences = [open_hyphens(s, words, lambda name: _known(name, lookup)) for s in own]
    runs = [run for sentence in sentences for run in name_runs(sentence)]
    persons = _persons(page, runs, lookup, words)
    return Tongue(words, lookup, sentences, runs, persons, adjectives(sentences, words))


def _lookup(gazetteers: Sequence[Gazetteer], words: PlaceWords) -> Lookup:
    @lru_cache(maxsize=4096)
    def lookup(name: str) -> tuple[Candidate, ...]:
        meant, _, kind = words.names.get(name_key(name), name).partition(", ")
        if kind not in _KINDS:
            meant = words.names.get(name_key(name), name)
        found = tuple(candidate for gazetteer in gazetteers for candidate in gazetteer.lookup(meant))
        found = tuple(c for c in found if c.because != "spelling") or found
        return tuple(c for c in found if c.precision is _KINDS[kind]) if kind in _KINDS else found

    return lookup


def _known(name: str, lookup: Lookup) -> bool:
    return any(candidate.because != "spelling" for candidate in lookup(name))


def _datelines(page: Page) -> Iterator[Sentence]:
    """Yield the datelines of reports as sentences of their own; they were cut off before parsing."""
    for report in page.reports:
        for part in report.parts:
            if part.kind is PartKind.DATELINE:
                atoms = atomize(part.span.of(page.view), part.span.start)
                tokens = tuple(Token(i, a.start, a.end, a.text, a.lower, "X", head=i) for i, a in enumerate(atoms))
                yield Sentence(
                    part.span, report.language, tokens, parsed=False, paragraph=DATELINE_PARAGRAPH, report=report.id
                )


def _persons(page: Page, runs: Sequence[Run], lookup: Lookup, words: PlaceWords) -> frozenset[str]:
    """Return the last words of names that are persons': after a title, or called so by the parse, in no gazetteer and nowhere
    after a preposition of place."""
    found: set[str] = set()
    for run in runs:
        tokens = run.sentence.tokens[run.first : run.last]
        if len(tokens) < 2 or not is_name(tokens[-1]):
            continue
        titled = tokens[0].text.lower().rstrip(".") in words.titles
        called = all(t.entity == "PERSON" for t in tokens) and not _placed(run, words)
        if tokens[-1].text.lower() in words.features:
            continue
        if (titled or called) and not lookup(page.view[tokens[0].start : tokens[-1].end]):
            found.add(tokens[-1].text.lower())
    return frozenset(found - {run.sentence.tokens[run.last - 1].text.lower() for run in runs if _placed(run, words)})


def _placed(run: Run, words: PlaceWords) -> bool:
    """Tell whether a preposition of place or a class noun with "of" stands before a run."""
    tokens, first = run.sentence.tokens, run.first
    if not first:
        return False
    if (
        first > 1
        and tokens[first - 1].text.lower() in ("of", "av")
        and tokens[first - 2].text.lower() in words.class_nouns
    ):
        return True
    titled = tokens[first].text.lower().rstrip(".") in words.titles
    return not titled and (tokens[first - 1].text.lower() in words.strong or acted_on(tokens, first - 1, words))
