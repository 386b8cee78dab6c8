"""Who was met where in a report: phrases in the order of the text, each with its speaker, sentence and paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.link.voices.speaker import Speaker
from sayso.link.voices.terms import Phrase
from sayso.model.text import Span

__all__ = ["REACH", "Entry", "Scene"]

REACH = 6  # paragraphs a pronoun or "the man" looks back
WINDOW = 240  # phrases a pronoun looks back at most
_LINE_END = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase with its speaker and the numbers of its sentence and paragraph."""

    phrase: Phrase
    speaker: Speaker
    sentence: int
    paragraph: int


@dataclass
class Scene:
    """All phrases of a report met so far, found by place; `sentences` are those of the whole document."""

    text: str
    sentences: Sequence[Span]
    speakers: list[Speaker] = field(default_factory=list)
    _entries: dict[int, Entry] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines = [m.start() for m in _LINE_END.finditer(self.text)]
        self._begins = [s.start for s in self.sentences]

    def sentence(self, at: int) -> int:
        """Return the number of the sentence that holds a place."""
        return bisect_right(self._begins, at)

    def paragraph(self, at: int) -> int:
        """Return the number of the line that holds a place."""
        return bisect_right(self._lines, at)

    def add(self, phrase: Phrase, speaker: Speaker) -> None:
        """Note that a phrase is the speaker's."""
        start = phrase.anchor.span.start
        if start not in self._entries:
            insort(self._starts, start)
        self._entries[start] = Entry(phrase, speaker, self.sentence(start), self.paragraph(start))

    def at(self, start: int) -> Entry | None:
        """Return what stands at a place."""
        return self._entries.get(start)

    def before(self, start: int) -> Iterator[Entry]:
        """Yield what stands before a place, the last first."""
        for i in range(bisect_left(self._starts, start) - 1, -1, -1):
            yield self._entries[self._starts[i]]

    def within_reach(self, start: int) -> Iterator[Entry]:
        """Yield what stands before a place in the paragraphs that a pronoun looks back over, the last first."""
        here = self.paragraph(start)
        for n, entry in enumerate(self.before(start)):
            if n == WINDOW or here - entry.paragraph > REACH:
                return
            yield entry

    def met_before(self, start: int) -> list[Speaker]:
        """Return the speakers met before a place, the last met first."""
        return list({id(entry.speaker): entry.speaker for entry in self.before(start)}.values())

    def near(self, start: int) -> list[Speaker]:
        """Return all speakers, those met before a place first, the last met first."""
        found = self.met_before(start)
        known = {id(speaker) for speaker in found}
        return [*found, *(s for s in self.speakers if id(s) not in known)]
