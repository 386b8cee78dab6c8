"""Where a source and a content that both engines found end, and whether what the tagger alone found tells anything."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.annotate.attribution.draft import Scene
from sayso.annotate.attribution.spans import trimmed
from sayso.model.syntax import Token
from sayso.model.text import Span, overlaps

__all__ = ["tells", "without_aside"]

ASIDE = frozenset({"WP", "WDT", "WP$", "VBG"})
"""Tags of the words that open an aside after a comma or dash: "the mayor, who had fled", "the mayor, speaking by telephone"."""

BREAKS = frozenset({",", "-", "–", "—", "--"})

LEFT_OUT = 0.5  # share of an aside's characters that the tagger has not in the source


def without_aside(scene: Scene, source: tuple[Span, ...], proposed: Sequence[Span]) -> tuple[Span, ...]:
    """Return the source without an aside that only adds to whom is meant, where most of it is none of the tagger's source."""
    if len(source) != 1 or not proposed:
        return source
    (whole,) = source
    opening = _aside(scene, whole)
    if opening is None:
        return source
    kept = sum(max(0, min(s.end, whole.end) - max(s.start, opening.end)) for s in proposed)
    if kept > LEFT_OUT * (whole.end - opening.end):
        return source
    short = trimmed(scene.view, whole.start, opening.start)
    return (short,) if short is not None else source


def _aside(scene: Scene, source: Span) -> Token | None:
    """Return the word that opens an aside in a source, if there is one after its first word."""
    tokens = list(_tokens(scene, source))
    for before, word in pairwise(tokens[1:]):
        if before.text in BREAKS and word.tag in ASIDE:
            return word
    return None


def tells(scene: Scene, content: Sequence[Span]) -> bool:
    """Whether a content tells more than what it is about: it has a verb, or is quoted."""
    if any(scene.quote_at(span.start) for span in content):
        return True
    return any(token.pos in ("VERB", "AUX") for span in content for token in _tokens(scene, span))


def _tokens(scene: Scene, span: Span) -> Iterator[Token]:
    """Yield the tokens of the sentences a span touches that it overlaps."""
    number = max(0, bisect_right(scene.sentence_starts, span.start) - 1)
    for sentence in scene.page.sentences[number:]:
        if sentence.span.start >= span.end:
            break
        yield from (token for token in sentence.tokens if overlaps(token.span, span))
