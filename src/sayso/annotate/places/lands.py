"""Countries that no gazetteer knows, by their adjectives: "Karvia" is a country where "Karvian" officials are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sayso.annotate.places.words import PlaceWords
from sayso.model.syntax import Sentence

__all__ = ["adjectives", "forms_of", "lands", "peoples"]

SHORTEST = 4
"""A shorter stem shares its endings with too many words."""


def adjectives(sentences: Iterable[Sentence], words: PlaceWords) -> frozenset[str]:
    """Return the words, in lower case, that stand as a people's or country's adjective may: before a noun, or in the plural."""
    return frozenset(form for sentence in sentences for form in _in_sentence(sentence, words))


def _in_sentence(sentence: Sentence, words: PlaceWords) -> Iterator[str]:
    for token, following in zip(sentence.tokens, (*sentence.tokens[1:], None), strict=True):
        if words.capital_adjectives and not token.text[0].isupper():
            continue
        lower = token.text.lower()
        noun = following is not None and following.text[0].islower() and following.pos in ("NOUN", "ADJ", "PROPN", "X")
        if noun or (lower.endswith("s") and words.capital_adjectives):
            yield lower.removesuffix("s") if not noun else lower


def lands(names: Iterable[str], forms: frozenset[str], words: PlaceWords) -> frozenset[str]:
    """Return the names (lower case) whose adjective is among the forms."""
    return frozenset(name for name in names if any(form in forms for form in forms_of(name, words)))


def forms_of(name: str, words: PlaceWords) -> Iterator[str]:
    """Yield the adjectives a name (lower case) may have."""
    stems = {name, *(name.removesuffix(end) for end in words.dropped_endings)}
    for stem in sorted(stems):
        if len(stem) >= SHORTEST:
            yield from (stem + end for end in words.adjective_endings)


def peoples(forms: frozenset[str], words: PlaceWords, known: Callable[[str], object]) -> frozenset[str]:
    """Return adjectives of countries unknown here, by their endings alone ("Karvian" where "Karvia" is not named)."""
    ends = tuple(words.people_endings)
    taken = {name.lower() for name in words.demonyms} | words.never
    return frozenset(
        form
        for form in forms
        if ends and form.endswith(ends) and len(form) > SHORTEST + 2 and form not in taken and not known(form)
    )
