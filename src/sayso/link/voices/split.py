"""Joint sources: "residents and an activist" are two voices, "the Ministry of Health and Population" is one."""

from __future__ import annotations

import re

from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.phrase import Word, words_of
from sayso.model.text import Span

__all__ = ["split_joint"]

_SPACE = re.compile(r"^[\s,;]+|[\s,;]+$")


def split_joint(span: Span, text: str, lex: Lexicon) -> tuple[Span, ...]:
    """Return the parts of a source that names several voices, or the source itself."""
    words = words_of(text, span.start, span.end)
    for i, word in enumerate(words):
        if not 0 < i < len(words) - 1 or (i == 1 and words[0].low == words[2].low):  # "more and more villagers"
            continue
        if lex.has("including", word.low) and _stands(words[i + 1 :], lex):
            return (_trim(text, span.start, word.start), *split_joint(_trim(text, word.end, span.end), text, lex))
        if lex.has("conjunctions", word.low) and _parts(words[:i], words[i + 1 :], text, lex):
            left = split_joint(_trim(text, span.start, word.start), text, lex)
            return (*_listed(left, text, lex), *split_joint(_trim(text, word.end, span.end), text, lex))
    return (span,)


def _parts(left: list[Word], right: list[Word], text: str, lex: Lexicon) -> bool:
    """Tell whether both sides can stand for a speaker by themselves ("UN and Karvian officials": the first borrows its head)."""
    if "," in text[left[-1].end : right[0].start] and not _stands(left, lex):
        return False
    if _goes_on(left, right, text, lex) or lex.has("not_heads", right[0].low):
        return False
    inner = any(lex.has("breaks", w.low) for w in left[1:])
    opened = lex.has("definite", right[0].low) or lex.has("indefinite", right[0].low)
    if inner and not (
        opened or _speaker(right[0], lex) or (right[-1].capital and left[0].capital and not left[-1].capital)
    ):
        return False
    return _stands(left, lex) and _stands(right, lex)


def _goes_on(left: list[Word], right: list[Word], text: str, lex: Lexicon) -> bool:
    """Tell whether "and" stands inside a description set after a name: "Ada Brenn, a surgeon and mother of two"."""
    name = next((i for i, w in enumerate(left) if not w.capital), len(left))
    if not 1 < name < len(left) or "," not in text[left[name - 1].end : left[name].start]:
        return False
    if "," in text[left[-1].end : right[0].start] or right[0].capital:
        return False
    head = next((w for w in right if not lex.has("indefinite", w.low)), right[0])
    return not (lex.has("quantifiers", right[0].low) or lex.is_plural(head.low) or lex.has("definite", right[0].low))


def _stands(words: list[Word], lex: Lexicon) -> bool:
    core: list[Word] = []
    for word in words:
        if core and lex.has("breaks", word.low):
            break
        core.append(word)
    return any(_speaker(w, lex) or w.capital or lex.pronoun(w.low) or lex.has("another", w.low) for w in core)


def _speaker(word: Word, lex: Lexicon) -> bool:
    low = lex.singular(word.low)
    keys = ("male", "female", "group_heads", "medium_heads", "offices")
    return lex.role(low) is not None or any(lex.has(key, low) for key in keys) or low in lex.maps["bodies"]


def _listed(parts: tuple[Span, ...], text: str, lex: Lexicon) -> tuple[Span, ...]:
    """Cut "doctors, nurses" before "and drivers" at its commas, where each piece is a plain plural or a name."""
    out: list[Span] = []
    for part in parts:
        pieces = [p for p in re.split(r",\s*", part.of(text)) if p]
        words = [words_of(p) for p in pieces]
        if len(pieces) > 1 and all(w and len(w) <= 3 and (_speaker(w[-1], lex) or w[-1].capital) for w in words):
            at = part.start
            for piece in pieces:
                start = text.index(piece, at, part.end)
                out.append(Span(start, start + len(piece)))
                at = start + len(piece)
        else:
            out.append(part)
    return tuple(out)


def _trim(text: str, start: int, end: int) -> Span:
    words = words_of(text, start, end)
    return Span(words[0].start, end if end - words[-1].end > 2 else words[-1].end) if words else Span(start, end)
