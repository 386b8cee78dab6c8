"""What the rules hand to each other: drafts of attributions, and the scene (page, lexicon, quotes) they look at."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from sayso.annotate.attribution.lexicon import Lexicon
from sayso.model.annotations import Quote
from sayso.model.page import Page
from sayso.model.reports import PartKind
from sayso.model.syntax import Sentence
from sayso.model.text import Span, hull

__all__ = ["Draft", "Scene"]

FEWEST_WORDS = 40  # of a report, from which the want of commas means anything


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making. `verb` is the cue's class; `at` the offset of the cue word, its identity among drafts."""

    at: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    cls: str
    sentence: int
    engine: str = "parse"
    speaks: bool = False

    @property
    def reach(self) -> Span:
        """The hull of the content."""
        return hull(self.content)


@dataclass(frozen=True)
class Scene:
    """A page with what the rules look up in it; `view` is the same-length view all offsets count in."""

    page: Page
    lexicon: Lexicon
    language: str
    speaking_forms: frozenset[str] = frozenset()

    @property
    def view(self) -> str:
        """The text the rules read."""
        return self.page.view

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of this scene's language, in text order."""
        return tuple(s for s in self.page.sentences if s.language == self.language and s.tokens)

    @cached_property
    def commaless(self) -> frozenset[str]:
        """The reports that have lost their commas: many words, and less than one comma in three hundred of them."""
        words, commas = Counter[str](), Counter[str]()
        for sentence in self.sentences:
            words[sentence.report] += len(sentence.tokens)
            commas[sentence.report] += sum(token.text == "," for token in sentence.tokens)
        return frozenset(r for r, count in words.items() if count >= FEWEST_WORDS and commas[r] * 300 < count)

    @cached_property
    def datelines(self) -> tuple[Span, ...]:
        """Where the datelines of the page's reports stand."""
        return tuple(p.span for r in self.page.reports for p in r.parts if p.kind is PartKind.DATELINE)

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.span.start for quote in self.page.quotes]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each of the page's sentences begins."""
        return [sentence.span.start for sentence in self.page.sentences]

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """Where each of the page's paragraphs begins."""
        return [paragraph.start for paragraph in self.page.paragraphs]

    @cached_property
    def first_sentences(self) -> dict[int, int]:
        """The number of each paragraph's first sentence."""
        return {s.paragraph: i for i, s in reversed(list(enumerate(self.page.sentences)))}

    def quote_at(self, offset: int) -> Quote | None:
        """Return the quotation that holds an offset, if any."""
        i = bisect_right(self._quote_starts, offset) - 1
        if i >= 0 and offset < self.page.quotes[i].span.end:
            return self.page.quotes[i]
        return None

    def quotes_in(self, span: Span) -> list[Quote]:
        """Return the quotations that begin inside `span`."""
        i = bisect_right(self._quote_starts, span.start - 1)
        found = []
        while i < len(self.page.quotes) and self.page.quotes[i].span.start < span.end:
            found.append(self.page.quotes[i])
            i += 1
        return found
