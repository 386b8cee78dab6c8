"""What stands before a pronoun: the words just before a "who"; for "it" and "they" the last body or people of the sentence.

Only words are looked at, never further back than the sentence (the paragraph for "he" and "she"): further back the
speakers of the report decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from sayso.link.voices.lexicon import Lexicon, lexicon
from sayso.link.voices.phrase import Hints, Phrase, Word, words_of
from sayso.model.annotations import MentionType
from sayso.model.reading import Reading
from sayso.model.reconstruction import Role
from sayso.model.text import Span, covers

__all__ = ["Marks", "is_name_word"]

_LOWER = re.compile(r"(?<![\w-])[a-zæøåäöü][\w]+")
_PAUSE = re.compile(r"[^\w\s'’-]")
_GAP = re.compile(r"^\s*,?\s*$")
_OPENING = 70  # characters from the start of a sentence in which its subject stands
_REACH = 400  # characters a pronoun looks back at most inside its sentence
_FAR = 600  # the same, over sentences, where no speaker fits


class Marks:
    """A reading's name marks and plain words, found by place."""

    def __init__(self, reading: Reading) -> None:
        kept = (MentionType.PERSON, MentionType.ORG)
        self._text = reading.text
        self._lex = lexicon(reading.language)
        self._marks = sorted((m for m in reading.mentions if m.type in kept), key=lambda m: m.span)
        self._places = [
            *(p.span for p in reading.places),
            *(m.span for m in reading.mentions if m.type is MentionType.PLACE),
        ]
        self._starts = [m.span.start for m in self._marks]
        self._sentences = [s.start for s in reading.sentences]
        self._quotes = sorted(q.span for q in reading.quotes)
        self._quote_starts = [q.start for q in self._quotes]

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(_LOWER.findall(self._text))

    @cached_property
    def _placed(self) -> frozenset[int]:
        """Where words of place names begin: no person's."""
        return frozenset(w.start for span in self._places for w in words_of(self._text, span.start, span.end))

    @cached_property
    def _newsrooms(self) -> frozenset[str]:
        """Names that the text sets before a word for a reporter ("a Vesta correspondent"); no people's, no place's."""
        found = set()
        words = words_of(self._text)
        for before, name, noun in zip(words, words[1:], words[2:], strict=False):
            lex = self._lex
            reporter = lex.role(lex.singular(noun.low)) is Role.JOURNALIST and self._text[name.end : noun.start] == " "
            if reporter and name.capital and lex.has("indefinite", before.low) and not self._people(name):
                found.add(name.text)
        return frozenset(found)

    def _people(self, word: Word) -> bool:
        ending = any(word.low.endswith(e) for e in self._lex.words["people_endings"])
        return ending or self.is_place(word) or self._lex.has("people_words", word.low)

    def hints(self, span: Span) -> Hints:
        """Return what the marks say of the words at a place."""
        low, high = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        types = {m.type for m in self._marks[low:high] if covers(span, m.span)}
        medium = any(name in span.of(self._text) for name in self._newsrooms)
        return Hints(MentionType.PERSON in types, MentionType.ORG in types, medium, self._common)

    def is_place(self, word: Word) -> bool:
        """Tell whether a word belongs to a place's name."""
        return word.start in self._placed

    def is_plain(self, word: Word, lex: Lexicon) -> bool:
        """Tell whether a capitalised word is an ordinary one that only opens a sentence, or none that a name begins with."""
        keys = ("breaks", "conjunctions", "definite", "indefinite", "another", "people_words", "calendar")
        return any(lex.has(key, word.low) for key in keys) or word.low in self._common

    def in_quote(self, at: int) -> bool:
        """Tell whether a place stands between quote marks."""
        i = bisect_right(self._quote_starts, at) - 1
        return i >= 0 and self._quotes[i].end > at

    def leads(self, span: Span, lex: Lexicon) -> bool:
        """Tell whether words stand where a subject does: early in their sentence after no preposition, or opening a clause."""
        start = self._sentence(span.start)
        before = words_of(self._text, start, span.start)
        after = words_of(self._text, span.end, span.end + 12)[:1]
        introduced = after and lex.has("human_relatives", after[0].low)  # "a man who"
        if introduced or (before and lex.has("clauses", before[-1].low)):  # "after Ada Brenn refused"
            return True
        if span.start - start > _OPENING:
            return False
        return not before or not any(lex.has(k, before[-1].low) for k in ("breaks", "definite"))

    def antecedent(self, phrase: Phrase, text: str, lex: Lexicon) -> Span | None:
        """Return the words a pronoun most likely stands for, where the text just before it tells."""
        at = phrase.anchor.span.start
        if phrase.pronoun == "relative":
            return _just_before(text, at, lex)
        if phrase.pronoun in {"thing", "plural"}:
            return _last(self._unquoted(words_of(text, self._sentence(at), at), at), text, phrase.pronoun, lex)
        return None

    def further_back(self, phrase: Phrase, text: str, lex: Lexicon, own: Sequence[Span] = ()) -> Span | None:
        """Return whom a pronoun may stand for when no speaker fits: the last person named or described, the last body.

        Whoever is named in the words that are its `own` is somebody else.
        """
        at = phrase.anchor.span.start
        words = [w for w in words_of(text, max(0, at - _FAR), at) if w.start not in self._placed]
        words = [w for w in self._unquoted(words, at) if not any(s.start <= w.start < s.end for s in own)]
        if phrase.pronoun == "thing":
            return _last(words, text, "thing", lex)
        return _last_person(words, text, phrase.sex, lex) if phrase.pronoun in {"male", "female"} else None

    def _unquoted(self, words: list[Word], at: int) -> list[Word]:
        """Leave out what others are quoted with, unless the place stands between quote marks itself."""
        return words if self.in_quote(at) else [w for w in words if not self.in_quote(w.start)]

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
            found = (low in lex.maps["bodies"] or (word.capital and lex.has("org_words", low))) and not lex.is_plural(
                word.low
            )
        else:
            people = lex.role(low) is not None or any(lex.has(k, low) for k in ("male", "female", "group_heads"))
            found = people and lex.is_plural(word.low)
        if found and not word.low.endswith("'s") and text[word.end : word.end + 2] not in {"'s", "’s"}:
            opener = [k for k in range(max(0, i - 3), i) if _opens(words[k], lex)]
            start = opener[-1] if opener and not _PAUSE.search(text[words[opener[-1]].end : word.start]) else i
            while start and i - start < 4 and not text[words[start - 1].end : words[start].start].strip():
                if not (
                    words[start - 1].capital
                    or _opens(words[start - 1], lex)
                    or lex.has("office_modifiers", words[start - 1].low)
                ):
                    break
                start -= 1
            return Span(words[start].start, word.end)
    return None


def _last_person(words: list[Word], text: str, sex: str | None, lex: Lexicon) -> Span | None:
    """Return the last full name, or the last "a soldier", among the words."""
    for i in range(len(words) - 1, 0, -1):
        word, before = words[i], words[i - 1]
        beside = text[before.end : word.start] == " "
        named = beside and is_name_word(word, lex) and is_name_word(before, lex)
        if named and not (i > 1 and words[i - 2].capital and text[words[i - 2].end : before.start] == " "):
            return Span(before.start, word.end)
        low = lex.singular(word.low)
        people = lex.role(low) is not None or lex.has("male", low) or lex.has("female", low)
        other = lex.has("female" if sex == "m" else "male", low)
        if people and not other and not lex.is_plural(word.low) and low not in lex.maps["bodies"]:
            start = next((k for k in range(i - 1, max(-1, i - 5), -1) if lex.has("indefinite", words[k].low)), None)
            whole = (
                i + 1 == len(words)
                or bool(text[word.end : words[i + 1].start].strip())
                or lex.has("breaks", words[i + 1].low)
            )
            if start is not None and whole and not _PAUSE.search(text[words[start].end : word.start]):
                return Span(words[start].start, word.end)
    return None


def is_name_word(word: Word, lex: Lexicon) -> bool:
    """Tell whether a capitalised word can be part of a person's name."""
    plain = any(
        lex.has(k, word.low)
        for k in ("definite", "indefinite", "another", "org_words", "offices", "honorifics", "media_names")
    )
    return (
        word.capital and not plain and not word.text.isupper() and not word.low.endswith("'s") and "’" not in word.text
    )
