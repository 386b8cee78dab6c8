"""Find the places of a page; each spelling is decided once a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sayso.annotate.places.choose import Asked, area_weights, choose
from sayso.annotate.places.evidence import DATELINE_PARAGRAPH, class_noun, container_after, evidence, in_dateline
from sayso.annotate.places.names import Found, Lookup, Run, is_name, known_names, name_runs
from sayso.annotate.places.words import PlaceWords, place_words
from sayso.lang.packs import Pack
from sayso.model.annotations import Candidate, Place
from sayso.model.ids import derived_id
from sayso.model.page import Page
from sayso.model.reports import PartKind
from sayso.model.resources import Gazetteer
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span, layer
from sayso.values.atoms import atomize
from sayso.values.place import name_key

__all__ = ["find_places"]

ENOUGH = 1.5
"""Evidence from which on a name is a place."""

AGAINST = -2.0
"""Evidence below which one spot is none, though the spelling is a place elsewhere in the document."""

AGAIN = 0.25
"""What each further spot with some evidence adds."""

REACH = 64
"""How many characters before a name words of relation may take."""


def find_places(page: Page, packs: Mapping[str, Pack], gazetteers: Sequence[Gazetteer]) -> tuple[Place, ...]:
    """Find every place named in report text; a name no gazetteer knows is one too when the words beside it say so."""
    spots: list[tuple[Found, float, PlaceWords]] = []
    demonyms: Counter[str] = Counter()
    for code in sorted({s.language for s in page.sentences} & set(packs)):
        words = place_words(packs[code])
        lookup = _lookup(gazetteers, words)
        sentences = [s for s in (*page.sentences, *_datelines(page)) if s.language == code]
        runs = [run for sentence in sentences for run in name_runs(sentence)]
        persons = _persons(page, runs, lookup, words)
        demonyms.update(words.demonyms[t.text] for s in sentences for t in s.tokens if t.text in words.demonyms)
        for run in runs:
            spots += [
                (f, evidence(f, words, persons, lookup, page.view), words) for f in _names(run, page, lookup, words)
            ]
    return _decide(page, spots, demonyms, gazetteers)


def _lookup(gazetteers: Sequence[Gazetteer], words: PlaceWords) -> Lookup:
    @lru_cache(maxsize=4096)
    def lookup(name: str) -> tuple[Candidate, ...]:
        name = words.names.get(name_key(name), name)
        return tuple(candidate for gazetteer in gazetteers for candidate in gazetteer.lookup(name))

    return lookup


def _names(run: Run, page: Page, lookup: Lookup, words: PlaceWords) -> list[Found]:
    """Return the places a run may name: known stretches, or the run itself where none covers it."""
    found = list(known_names(run, page.view, lookup, words))
    if all(f.last - f.first < run.last - run.first and f.candidates[0].because == "spelling" for f in found):
        opener = run.sentence.tokens[run.first].text.lower() in words.strong | words.weak and run.last - run.first > 1
        whole = Found(run, run.first + opener, run.last, ())
        told = _told_place(whole, words) or in_dateline(whole)
        return [whole] if told and not _only_words(whole, words) else []
    return found


def _only_words(found: Found, words: PlaceWords) -> bool:
    return all(
        t.text.lower() in words.never or t.text.lower() in words.class_nouns or t.text in words.demonyms
        for t in found.tokens
    )


def _told_place(found: Found, words: PlaceWords) -> bool:
    """Tell whether a name no gazetteer knows is called a place: by a class noun, its own last word, the parse,
    or a preposition of place before a name with an article ("near Dar al-Marsa")."""
    if class_noun(found, words) or (len(found.tokens) > 1 and found.tokens[-1].text.lower() in words.features):
        return True
    if not found.run.sentence.parsed:
        return False
    before = found.run.sentence.tokens[found.first - 1].text.lower() if found.first else ""
    foreign = len(found.tokens) > 1 and any(not t.text[0].isupper() for t in found.tokens) and before in words.strong
    return foreign or all(t.entity in ("GPE", "LOC", "FAC") for t in found.tokens)


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
    """Return the last words of names that are persons': after a title, or called so by the parse and in no gazetteer."""
    found = set()
    for run in runs:
        tokens = run.sentence.tokens[run.first : run.last]
        if len(tokens) < 2 or not is_name(tokens[-1]):
            continue
        titled = tokens[0].text.lower().rstrip(".") in words.titles
        called = all(t.entity == "PERSON" for t in tokens)
        if (titled or called) and not lookup(page.view[tokens[0].start : tokens[-1].end]):
            found.add(tokens[-1].text.lower())
    return frozenset(found)


def _decide(
    page: Page,
    spots: Sequence[tuple[Found, float, PlaceWords]],
    demonyms: Mapping[str, int],
    gazetteers: Sequence[Gazetteer],
) -> tuple[Place, ...]:
    groups: dict[str, list[tuple[Found, float, PlaceWords]]] = {}
    for spot in spots:
        groups.setdefault(name_key(spot[0].span.of(page.view)), []).append(spot)
    kept = {key: group for key, group in sorted(groups.items()) if key and _weight(group) >= ENOUGH}
    asked = [_asked(page, key, group, gazetteers) for key, group in kept.items()]
    chosen = choose(asked, area_weights(asked, demonyms))
    return layer(
        _place(page, found, words, *chosen[key])
        for key, group in kept.items()
        for found, score, words in group
        if score > AGAINST
    )


def _weight(group: Sequence[tuple[Found, float, PlaceWords]]) -> float:
    """Weigh all spots of a spelling: the best sign, and a little for each further good one."""
    scores = [score for _, score, _ in group]
    return max(scores) + min(1.0, AGAIN * (sum(score > 0 for score in scores) - 1))


def _asked(
    page: Page, key: str, group: Sequence[tuple[Found, float, PlaceWords]], gazetteers: Sequence[Gazetteer]
) -> Asked:
    containers, precisions = [], []
    for found, _, words in group:
        containers.append(container_after(found, _lookup(gazetteers, words), page.view))
        precisions.append(class_noun(found, words))
    container = next((c for c in containers if c), None)
    precision = next((p for p in precisions if p), None)
    return Asked(key, group[0][0].candidates, container, precision, len(group))


def _place(page: Page, found: Found, words: PlaceWords, candidates: tuple[Candidate, ...], chosen: int | None) -> Place:
    span = found.span
    before = page.view[max(found.run.sentence.span.start, span.start - REACH) : span.start]
    match = words.relation.search(before)
    relation = match.group().strip() if match else None
    return Place(
        derived_id("place", page.document.id, (span,)), Span(span.start, span.end), span.of(page.document.text), candidates,
        chosen, relation or None,
    )  # fmt: skip
