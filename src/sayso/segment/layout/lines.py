"""Lines of a page with what their shape tells: prose or not, how it is capitalised, which words it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model.text import LanguageSpan, MarkKind, Span

__all__ = ["Line", "lines_of", "name_like", "overlap", "stems"]

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_CLOSERS = " ”\"’')]"
_STOPS = ".!?…"
_QUOTE_START = "“\"‘'"
_NOTE_MARKS = re.compile(r"(?:\s?\[\d{1,3}\])+$")
_STOP_INSIDE = re.compile(r"[a-zæøå0-9][.!?][”\"’)]*\s+\S|[a-zæøå0-9][.!?]\W*[A-Z]{2,10}$")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the page. `stopped`: it ends as a sentence does. `title`: the share of its longer words in capitals.

    `mark` is what the page's markup says it is, None where it says nothing.
    """

    index: int
    span: Span
    text: str
    language: str
    words: tuple[str, ...]
    stopped: bool
    prose: bool
    title: float
    stems: frozenset[str]
    mark: MarkKind | None = None

    @property
    def held(self) -> bool:
        """Whether the markup says that the line is part of a report, so that its shape need not."""
        return self.mark is not None and self.mark is not MarkKind.CREDIT


def lines_of(view: str, paragraphs: tuple[Span, ...], languages: tuple[LanguageSpan, ...]) -> tuple[Line, ...]:
    """Look at each paragraph's shape."""
    code = {item.span: item.language for item in languages}
    return tuple(_line(i, span, span.of(view), code.get(span, "und")) for i, span in enumerate(paragraphs))


def _line(index: int, span: Span, text: str, language: str) -> Line:
    words = tuple(_WORD.findall(text))
    bare = _NOTE_MARKS.sub("", text).rstrip(_CLOSERS)
    stopped = bare[-1:] in _STOPS and not bare.endswith(("...", "…")) if bare else False
    long_words = [word for word in words[:60] if len(word) > 3]
    title = sum(word[0].isupper() for word in long_words) / len(long_words) if long_words else 0.0
    return Line(index, span, text, language, words, stopped, _is_prose(text, words, stopped, title), title, stems(text))


def _is_prose(text: str, words: tuple[str, ...], stopped: bool, title: float) -> bool:
    """Tell running text from labels: sentences, speech, an introduction with a colon, a sentence cut off at a comma."""
    count = len(words)
    if count >= 25 or (count >= 14 and title < 0.55) or (count >= 9 and _STOP_INSIDE.search(text)):
        return True
    if stopped:
        return (count >= 5 and (title < 0.75 or count > 16)) or (count >= 2 and text[0] in _QUOTE_START)
    closed = text[-1] in '”"’' and text[-2:-1] in ",.!?…"
    return (
        (closed and count >= 3)
        or (text[-1] == ":" and count >= 2 and (title < 0.6 or words[-1].islower()))
        or (text[-1] in ",;" and count >= 8)
    )


def stems(text: str) -> frozenset[str]:
    """Return the first six letters of each word that carries matter: long ones, and names of three letters or more."""
    found = _WORD.findall(text)
    return frozenset(word[:6].casefold() for word in found if len(word) > 4 or (len(word) > 2 and word[0].isupper()))


def overlap(some: frozenset[str], others: frozenset[str]) -> float:
    """Return the share of `some` that is also in `others`, 0 when there is nothing to share."""
    return len(some & others) / len(some) if some else 0.0


def name_like(words: tuple[str, ...]) -> bool:
    """Tell whether words could be a person's name: two to four, all capitalised (particles aside), no digits."""
    big = [word for word in words if word[0].isupper()]
    small = [word for word in words if not word[0].isupper()]
    return (
        2 <= len(words) <= 5
        and len(big) >= 2
        and all(len(word) <= 3 for word in small)
        and not any(map(str.isdigit, words))
    )
