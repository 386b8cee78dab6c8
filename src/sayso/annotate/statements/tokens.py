"""All tokens of a page by position, so that spans find their tokens and sentences without scanning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["TokenIndex"]


@dataclass(frozen=True)
class TokenIndex:
    """Tokens in text order with the number of the sentence each stands in."""

    starts: tuple[int, ...] = field(repr=False)
    tokens: tuple[Token, ...] = field(repr=False)
    sentence_of: tuple[int, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> TokenIndex:
        """Index sentences that are sorted by where they stand."""
        flat = [(t.start, t, n) for n, sentence in enumerate(sentences) for t in sentence.tokens]
        return cls(tuple(f[0] for f in flat), tuple(f[1] for f in flat), tuple(f[2] for f in flat), tuple(sentences))

    def inside(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that begin inside `span` and belong to the sentence of the first of them."""
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return tuple(self.tokens[i] for i in range(low, high) if self.sentence_of[i] == self.sentence_of[low])

    def sentence_at(self, span: Span) -> Sentence | None:
        """Return the sentence of the first token that begins inside `span`."""
        i = bisect_left(self.starts, span.start)
        return self.sentences[self.sentence_of[i]] if i < len(self.starts) and self.starts[i] < span.end else None
