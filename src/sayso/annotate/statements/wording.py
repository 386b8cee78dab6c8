"""The exact characters of a clause: its tokens' runs, trimmed of marks and joining words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.annotate.statements.clauses import is_word
from sayso.model.syntax import Sentence, Token
from sayso.model.text import Span

__all__ = ["runs"]

_CLOSERS = {")": "(", "]": "["}


def runs(sentence: Sentence, tokens: Sequence[Token], openers: Collection[str] = ()) -> tuple[Span, ...]:
    """Return the spans of a clause's words: one for each run that no other clause's word interrupts.

    Marks at the edges and joining words at the very front are left out; "?" and "!" at an end are kept, as is the
    bracket or quotation mark that closes one opened inside.
    """
    kept = [t for t in tokens if is_word(t)]
    while len(kept) > 1 and _joins(kept[0], openers):
        kept = kept[1:]
    found = []
    for run in _unbroken(sentence, kept):
        last = len(run)
        while last and _joins(run[last - 1], openers):
            last -= 1
        if last:
            found.append(_span(sentence, run[:last]))
    return tuple(found) or tuple(_span(sentence, run) for run in _unbroken(sentence, kept))


def _joins(token: Token, openers: Collection[str]) -> bool:
    """Tell whether a token only joins: "that" as a pronoun does not."""
    return (
        token.text.lower() in openers
        and token.pos in ("CCONJ", "SCONJ", "X", "")
        and token.dep not in ("nsubj", "dobj", "nsubjpass")
    )


def _unbroken(sentence: Sentence, kept: Sequence[Token]) -> list[list[Token]]:
    found: list[list[Token]] = []
    for token in kept:
        between = sentence.tokens[found[-1][-1].index + 1 : token.index] if found else ()
        if found and not any(is_word(t) for t in between):
            found[-1].append(token)
        else:
            found.append([token])
    return found


def _span(sentence: Sentence, run: Sequence[Token]) -> Span:
    first, last = run[0], run[-1]
    opened = {t.text for t in sentence.tokens[first.index : last.index + 1] if not is_word(t)}
    for token in sentence.tokens[last.index + 1 :]:
        if is_word(token):
            break
        if (
            token.text in ("?", "!")
            or _CLOSERS.get(token.text) in opened
            or (token.text == "”" and "“" in opened and "”" not in opened)
        ):
            last = token
    return Span(first.start, last.end)
