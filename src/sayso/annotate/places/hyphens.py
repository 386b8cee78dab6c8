"""Hyphened tokens that hold places: "Damir-Karv", "Karvia-led", "D-Damir"; the parser leaves them whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sayso.annotate.places.names import PARTICLES
from sayso.annotate.places.words import PlaceWords
from sayso.model.syntax import Sentence, Token

__all__ = ["open_hyphens"]

HYPHENS = "-‐‑–"

SHORTEST = 3
"""Shorter parts of a hyphened name ("al", "El") are no names of their own."""


def open_hyphens(sentence: Sentence, words: PlaceWords, known: Callable[[str], bool]) -> Sentence:
    """Return the sentence with hyphened tokens cut where a part is a name of its own and the whole is none.

    The parts keep the whole's label and part of speech; what hung on the whole hangs on its last part.
    """
    cuts = {t.index: parts for t in sentence.tokens if (parts := _parts(t, words, known))}
    if not cuts:
        return sentence
    pieces = [(token, piece) for token in sentence.tokens for piece in cuts.get(token.index, [token])]
    place: dict[int, int] = {token.index: at for at, (token, _) in enumerate(pieces)}
    return Sentence(
        sentence.span,
        sentence.language,
        tuple(
            replace(piece, index=at, head=place[token.head] if at == place[token.index] else place[token.index])
            for at, (token, piece) in enumerate(pieces)
        ),
        sentence.parsed,
        sentence.paragraph,
        sentence.report,
    )


def _parts(token: Token, words: PlaceWords, known: Callable[[str], bool]) -> list[Token]:
    text = token.text
    at = next((n for n, char in enumerate(text) if char in HYPHENS and 0 < n < len(text) - 1), 0)
    if not at or not text[0].isupper():
        return []
    first, rest = text[:at], text[at + 1 :]
    if first.lower() + "-" in words.parties and rest[0].isupper():
        # No name, so that the run of capitalised words begins after it.
        return [_piece(token, 0, at + 1, first.lower() + "-"), _piece(token, at + 1, len(text))]
    if len(first) < SHORTEST or first.lower() in PARTICLES or known(text):
        return []
    if rest[0].islower():
        return [_piece(token, 0, at), _piece(token, at, len(text))] if known(first) and _plain(rest) else []
    if known(first) or known(rest):
        return [_piece(token, 0, at), _piece(token, at, at + 1), _piece(token, at + 1, len(text))]
    return []


def _plain(rest: str) -> bool:
    """Tell whether what follows the hyphen is a word, no further part of a name ("ez-Zor", "sur-Mer")."""
    return rest.isalpha() and rest.islower() and len(rest) >= SHORTEST


def _piece(token: Token, start: int, end: int, text: str | None = None) -> Token:
    words = token.text[start:end] if text is None else text
    return replace(token, start=token.start + start, end=token.start + end, text=words, lemma=words)
