"""What stands before a pronoun: the words just before a "who"; for "it" and "they" the last body or people of the sentence.

Only words are looked at, never further back than the sentence (the paragraph for "he" and "she"): further back the
speakers of the report decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from sayso.link.voices.lexicon import Lexicon
from sayso.link.voices.phrase import Hints, Phrase, Word, words_of
from sayso.model.annotations import MentionType
from sayso.model.reading import Reading
from sayso.model.text import Span, covers

__all__ = ["Marks"]

_LOWER = re.compile(r"(?<![\w-])[a-zæøåäöü][\w]+")
_GAP = re.compile(r"^\s*,?\s*$")
_REACH = 400  # characters a pronoun looks back at most


class Marks:
    """A reading's name marks and plain words, found by place."""

    def __init__(self, reading: Reading) -> None:
        kept = (MentionType.PERSON, MentionType.ORG)
        self._text = reading.text
        self._marks = sorted((m for m in reading.mentions if m.type in kept), key=lambda m: m.span)
        self._starts = [m.span.start for m in self._marks]
        self._sentences = [s.start for s in reading.sentences]

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(_LOWER.findall(self._text))

    def hints(self, span: Span) -> Hints:
        """Return what the marks say of the words at a place."""
        low, high = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        types = {m.type for m in self._marks[low:high] if covers(span, m.span)}
        return Hints(MentionType.PERSON in types, MentionType.ORG in types, self._common)

    def antecedent(self, phrase: Phrase, text: str, lex: Lexicon) -> Span | None:
        """Return the words a pronoun most likely stands for, where the text just before it tells."""
        at = phrase.anchor.span.start
        if phrase.pronoun == "relative":
            return _just_before(text, at, lex)
        if phrase.pronoun in {"thing", "plural"}:
            return _last(words_of(text, self._sentence(at), at), text, phrase.pronoun, lex)
        return None

    def _sentence(self, at: int) -> int:
        """Return where the sentence that holds a place begins."""
        i = bisect_right(self._sentences, at)
        start = self._sentences[i - 1] if i else 0
        return max(start, at - _REACH, self._text.rfind("\n", max(0, at - _REACH), at) + 1)


def _just_before(text: str, at: int, lex: Lexicon) -> Span | None:
    """Return the noun phrase that ends where a "who" begins: back to its article, else its capitals, else one noun."""
    words = words_of(text, max(0, at - 90), at)
    if not words or not _GAP.match(text[words[-1].end : at]):
        return None
    taken: list[Word] = []
    for word in reversed(words[-7:]):
        if taken and text[word.end : taken[-1].start].strip():
            break
        taken.append(word)
        if _opens(word, lex):
            return Span(word.start, words[-1].end)
    capitals = [w for w in taken if w.capital]
    last = words[-1]
    if last.capital:
        run = [w for i, w in enumerate(taken) if all(x.capital for x in taken[: i + 1])]
        return Span(run[-1].start, last.end)
    return Span(last.start, last.end) if lex.role(lex.singular(last.low)) or not capitals else None


def _opens(word: Word, lex: Lexicon) -> bool:
    return any(lex.has(key, word.low) for key in ("definite", "indefinite", "another"))


def _last(words: list[Word], text: str, pronoun: str, lex: Lexicon) -> Span | None:
    """Return the last body ("it") or the last people ("they") among the words, with what stands before their head."""
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        low = lex.singular(word.low)
        if pronoun == "thing":
            found = low in lex.maps["bodies"] or lex.has("org_words", low)
        else:
            people = lex.role(low) is not None or any(lex.has(k, low) for k in ("male", "female", "group_heads"))
            found = people and lex.is_plural(word.low)
        if found and not word.low.endswith("'s") and text[word.end : word.end + 2] not in {"'s", "’s"}:
            start = i
            while start and i - start < 4 and not text[words[start - 1].end : words[start].start].strip():
                if not (words[start - 1].capital or _opens(words[start - 1], lex) or lex.has("office_modifiers", words[start - 1].low)):
                    break
                start -= 1
            return Span(words[start].start, word.end)
    return None
