"""Statements while they are being made: everything but ids and chains, which need the whole document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.annotate.statements.phrases import Lexicon
from sayso.model.statements import Backing, Certainty, Link, Polarity, SaidBasis, Tense
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["Draft", "openers", "spans_of"]


@dataclass(frozen=True)
class Draft:
    """A statement without id and chain.

    `about` is the attribution whose content it speaks about, or a draft made for it. `further` are links beyond the
    zone's chain ("reportedly", "the accusations"). `holds` are the starts of the tokens whose events belong to it.
    """

    sentence: Sentence
    spans: tuple[Span, ...]
    zone: str | None
    holds: frozenset[int] = field(repr=False)
    backing: Backing = Backing.OWN_VOICE
    polarity: Polarity = Polarity.ASSERTS
    certainty: Certainty = Certainty.CERTAIN
    basis: SaidBasis = SaidBasis.NOT_SAID
    tense: Tense = Tense.PRESENT
    about: str | Draft | None = None
    further: tuple[Link, ...] = ()
    marks: tuple[Span, ...] = ()


def spans_of(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Return tokens' spans in text order, none twice."""
    return tuple(sorted({t.span for t in tokens}))


def openers(words: Lexicon) -> frozenset[str]:
    """Return the joining words that are left off a clause's front."""
    return words.words("clauses", "openers")
