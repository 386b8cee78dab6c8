"""Seams between sentences mended: where a parser (or rule) cut after an abbreviation, or cut off a closing mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model.syntax import Token
from sayso.segment.splitting import Splitter

__all__ = ["mend"]

_STOPS = frozenset(".!?…:;)]")
_MARKS = frozenset({"”", '"', "’", "'", "“"})


def mend(text: str, sentences: Sequence[list[Token]], splitter: Splitter) -> Iterator[list[Token]]:
    """Yield sentences with wrong cuts undone; heads stay inside what was one sentence before."""
    held: list[Token] = []
    for sentence in sentences:
        tokens = sentence
        if held and _closing(text, held, tokens):
            held, tokens = _joined(held, tokens[:1]), _cut(tokens)
        if held and _one(held, tokens, splitter):
            held = _joined(held, tokens)
            continue
        if held:
            yield held
        held = list(tokens)
    if held:
        yield held


def _one(before: Sequence[Token], after: Sequence[Token], splitter: Splitter) -> bool:
    """Tell whether a cut is wrong: no words behind it, no stop before it and no capital behind it, or an abbreviation before."""
    if not any(token.text[0].isalnum() for token in after):
        return True
    if not any(token.text[0].isalnum() for token in before):
        return True
    last = before[-1]
    word = last.text.rstrip(".").casefold()
    if last.text.endswith(".") and len(last.text) > 1 and splitter.abbreviates(word):
        return True
    first = next(token for token in after if token.text[0].isalnum())
    touching = last.end == after[0].start
    return first.text[0].islower() and (last.text[-1] not in _STOPS or touching)


def _closing(text: str, before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether the first mark behind a cut closes what stands before it: it touches that, and a space follows."""
    mark = after[0]
    touches = mark.start == before[-1].end and text[mark.end : mark.end + 1].isspace()
    return len(after) > 1 and mark.text in _MARKS and touches


def _cut(tokens: Sequence[Token]) -> list[Token]:
    """Return a sentence without its first token."""
    return [replace(t, index=t.index - 1, head=t.head - 1 if t.head else t.index - 1) for t in tokens[1:]]


def _joined(before: Sequence[Token], after: Sequence[Token]) -> list[Token]:
    shift = len(before)
    after = [replace(token, head=token.head if token.head < len(after) else token.index) for token in after]
    return [*before, *(replace(token, index=token.index + shift, head=token.head + shift) for token in after)]
