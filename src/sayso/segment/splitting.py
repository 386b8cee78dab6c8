"""Sentences by rule, where no parser reads the language: abbreviations, lemmas and plain parts of speech from the packs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import simplemma

from sayso.lang.packs import Pack
from sayso.model.syntax import Token

__all__ = ["Splitter", "splitter_of"]

_TOKEN = re.compile(r"\d[\d.,:]*\d|\w+(?:[-'’./]\w+)*|[^\w\s]")
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)")
_NEXT = re.compile(r"\s+(?P<marks>[\"“‘'(\[–—-]*\s?)(?P<letter>\S)")
_WORD_BEFORE = re.compile(r"([\w./-]+)$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_CLASSES = ("PRON", "DET", "ADP", "CCONJ", "SCONJ", "PART", "ADV", "AUX")


@dataclass(frozen=True)
class Splitter:
    """What one language's pack knows of sentence ends and of words."""

    titles: frozenset[str]
    others: frozenset[str]
    classes: Mapping[str, str]
    lemmas: Mapping[str, str]
    dictionary: str = ""
    noun_endings: tuple[str, ...] = ()
    after_ordinals: frozenset[str] = frozenset()

    def starts(self, text: str) -> list[int]:
        """Return where each sentence but the first begins."""
        found = []
        for match in _END.finditer(text):
            after = _NEXT.match(text, match.end())
            if after and self._ends(text, match, after):
                found.append(after.start() + len(after.group()) - len(after["letter"]) - len(after["marks"]))
        return found

    def _ends(self, text: str, match: re.Match[str], after: re.Match[str]) -> bool:
        """Tell whether a stop ends a sentence: what follows is no lower-case word, what stands before no abbreviation."""
        letter = after["letter"]
        if letter.islower() or not (letter.isalnum() or letter in '“"«#@[(' or not letter.isascii()):
            return False
        if not match.group().startswith("."):
            return match.group()[0] in "!?…"
        word = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        before = word.group().casefold() if word else ""
        if self.abbreviates(before) or (len(before) == 1 and before.isalpha() and letter.isupper()):
            return False
        if before in self.others:
            return letter.isupper() and not letter.isdigit()
        return not (before.isdigit() and len(before) <= 2 and (letter.isdigit() or self._counted(text, after)))

    def _counted(self, text: str, after: re.Match[str]) -> bool:
        """Tell whether a word follows that a figure with a stop is the ordinal of ("am 12. Oktober")."""
        word = _WORD_AFTER.match(text, after.end() - 1)
        return word is not None and word.group().casefold() in self.after_ordinals

    def abbreviates(self, word: str) -> bool:
        """Tell whether a word (lower-case, without its stop) is a title or the like, after which a sentence always goes on."""
        return word in self.titles

    def read(self, text: str) -> list[list[Token]]:
        """Cut a paragraph into sentences of tokens; every token is its own head."""
        bounds = [0, *self.starts(text), len(text)]
        sentences = []
        for a, b in pairwise(bounds):
            words = list(_TOKEN.finditer(text, a, b))
            if words:
                sentences.append([self._token(i, match) for i, match in enumerate(words)])
        return sentences

    def _token(self, index: int, match: re.Match[str]) -> Token:
        word = match.group()
        pos = self._pos(word, index)
        low = word.casefold()
        lemma = word if pos == "PROPN" else self.lemmas.get(low) or _lemma(low, self.dictionary)
        return Token(index, match.start(), match.end(), word, lemma, pos, head=index)

    def _pos(self, word: str, index: int) -> str:
        """Guess a part of speech from the pack's lists and the word's shape; `X` when nothing speaks."""
        low = word.casefold()
        if not word[0].isalnum():
            return "PUNCT"
        if word[0].isdigit():
            return "NUM"
        if low in self.classes and (index == 0 or word[0].islower()):
            return self.classes[low]
        if word[0].isupper() and (index > 0 or (len(word) > 1 and word.isupper())):
            return "PROPN"
        return "NOUN" if self.noun_endings and len(low) > 5 and low.endswith(self.noun_endings) else "X"


@lru_cache(maxsize=16)
def splitter_of(pack: Pack | None) -> Splitter:
    """Make the splitter of a pack; without a pack it knows no abbreviations."""
    if pack is None:
        return Splitter(frozenset(), frozenset(), {}, {})
    table = pack.table("words")
    paradigms = [forms.split() for forms in table.get("verbs", ())]
    lemmas = {form: forms[0] for forms in reversed(paradigms) for form in forms}
    classes = dict.fromkeys(lemmas, "VERB") | {
        word: name for name in reversed(_CLASSES) for word in table.get(name, ())
    }
    return Splitter(
        pack.words("abbreviations", "titles"),
        pack.words("abbreviations", "others"),
        classes,
        {form: lemma for form, lemma in lemmas.items() if classes[form] == "VERB"},
        table.get("lemmas", ""),
        tuple(table.get("noun_endings", ())),
        pack.words("abbreviations", "after_ordinals"),
    )


@lru_cache(maxsize=50_000)
def _lemma(word: str, dictionary: str) -> str:
    return str(simplemma.lemmatize(word, lang=dictionary)).casefold() if dictionary else word
