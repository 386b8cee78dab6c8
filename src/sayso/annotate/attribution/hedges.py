"""Hedges that report without naming anybody: "reportedly", "allegedly", "the alleged killing"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.contents import leftmost, rightmost
from sayso.annotate.attribution.draft import Draft, Scene
from sayso.annotate.attribution.spans import clean, minus
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["hedge_drafts"]


def hedge_drafts(scene: Scene, number: int, sentence: Sentence) -> Iterator[Draft]:
    """Yield the drafts of one sentence's hedges."""
    for token in sentence.tokens:
        word = token.text.lower()
        if word in scene.lexicon.hedges:
            head = sentence.head(token)
            if head.pos in ("VERB", "AUX") and token.dep == "advmod":
                yield from _draft(scene, number, sentence, token, _clause(sentence, head))
            elif head.pos in ("NOUN", "PROPN") and token.dep == "amod":
                yield from _draft(scene, number, sentence, token, (token.index + 1, _end(sentence, head)))


def _clause(sentence: Sentence, verb: Token) -> tuple[int, int]:
    """Return the hedged clause without what joins it to the sentence (subordinator, "and", relative pronoun stays)."""
    start, end = leftmost(sentence, verb), rightmost(sentence, verb)
    while start < end and sentence.tokens[start].dep in ("mark", "cc", "punct"):
        start += 1
    return start, end


def _end(sentence: Sentence, noun: Token) -> int:
    """Return where a hedged noun phrase ends: before what only describes it further, set off by a comma."""
    end = rightmost(sentence, noun)
    for kid in sentence.children(noun, "appos", "relcl", "acl", "conj"):
        first = leftmost(sentence, kid)
        if kid.index > noun.index and sentence.tokens[first - 1].text == ",":
            end = min(end, first - 1)
    return end


def _draft(scene: Scene, number: int, sentence: Sentence, hedge: Token, found: tuple[int, int]) -> Iterator[Draft]:
    start, end = sentence.tokens[found[0]].start, sentence.tokens[found[1] - 1].end
    pieces = [clean(scene.view, s.start, s.end) for s in minus(Span(start, end), (hedge.span,))]
    content = tuple(s for s in pieces if s is not None)
    if content:
        yield Draft(hedge.start, (), (hedge.span,), content, "hedge", scene.lexicon.hedges[hedge.text.lower()], number)
