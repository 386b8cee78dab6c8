"""Sentences and tokens of one document while it is being read; transient, never stored.

A token knows its place in the text, its lemma, part of speech (Universal POS) and, in parsed languages, its head and
dependency label (ClearNLP labels as spaCy's English models give them). In languages without a parser `dep` is empty
and every token is its own head.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from sayso.model.text import Span

__all__ = ["Sentence", "Token"]


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `index` and `head` count inside its sentence."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str = ""
    dep: str = ""
    head: int = 0
    entity: str = ""

    @property
    def span(self) -> Span:
        """The token's place in the document."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Sentence:
    """One sentence with its tokens; `parsed` tells whether heads and labels mean anything."""

    span: Span
    language: str
    tokens: tuple[Token, ...]
    parsed: bool
    paragraph: int = 0
    report: str = ""
    _memo: dict[int, Span] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                found[token.head].append(token)
        return tuple(tuple(kids) for kids in found)

    def children(self, token: Token, *labels: str) -> tuple[Token, ...]:
        """Return a token's dependents in text order, only those with one of `labels` if any are given."""
        kids = self._children[token.index]
        return tuple(kid for kid in kids if kid.dep in labels) if labels else kids

    def head(self, token: Token) -> Token:
        """Return a token's head; a root is its own head."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield head, head's head … up to the root."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    @property
    def roots(self) -> tuple[Token, ...]:
        """Tokens that are their own heads."""
        return tuple(token for token in self.tokens if token.head == token.index)

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return a token and all that hangs on it, in text order."""
        seen, todo = {token.index}, [token]
        while todo:
            for kid in self._children[todo.pop().index]:
                if kid.index not in seen:
                    seen.add(kid.index)
                    todo.append(kid)
        return tuple(self.tokens[i] for i in sorted(seen))

    def subtree_span(self, token: Token) -> Span:
        """Return the hull of a token's subtree."""
        if token.index not in self._memo:
            tokens = self.subtree(token)
            self._memo[token.index] = Span(tokens[0].start, tokens[-1].end)
        return self._memo[token.index]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that lie wholly inside `span`."""
        return tuple(t for t in self.tokens if span.start <= t.start and t.end <= span.end)
