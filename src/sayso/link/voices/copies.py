"""The same voice in a copy: where one report's passage is another's, "a teacher" of the one is "a teacher" of the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.link.groups import Groups
from sayso.link.voices.countries import bare
from sayso.link.voices.names import same_person
from sayso.link.voices.speaker import Speaker
from sayso.link.voices.terms import Form, Phrase
from sayso.model.reconstruction import Lineage
from sayso.model.text import Anchor

__all__ = ["join_copies"]

RULE = "the same words of one passage and its copy"

Told = tuple[Phrase, int]  # a phrase and the number of its speaker


def join_copies(speakers: Sequence[Speaker], lineage: Sequence[Lineage], groups: Groups[int]) -> None:
    """Unite speakers (by their index) whom a passage and its copy tell of in the same words, in the same turn."""
    found = _Places(speakers)
    for link in lineage:
        here, there = found.inside(link.source), found.inside(link.target)
        for i, j in _pairs(here, there):
            if not (speakers[i].candidates or speakers[j].candidates):
                groups.unite(i, j, RULE)


class _Places:
    """Telling phrases by document, in the order of the text."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        found: dict[str, list[tuple[Anchor, int, Phrase]]] = defaultdict(list)
        for i, speaker in enumerate(speakers):
            for phrase in speaker.phrases:
                if phrase.form is not Form.PRONOUN:
                    found[phrase.anchor.document].append((phrase.anchor, i, phrase))
        self._told = {key: sorted(items, key=lambda item: item[:2]) for key, items in found.items()}
        self._starts = {key: [item[0].span.start for item in items] for key, items in self._told.items()}

    def inside(self, passage: Anchor) -> list[Told]:
        """Return the phrases that begin inside a passage, with their speakers."""
        starts = self._starts.get(passage.document, [])
        low, high = bisect_left(starts, passage.span.start), bisect_right(starts, passage.span.end - 1)
        return [(phrase, i) for _, i, phrase in self._told.get(passage.document, [])[low:high]]


def _pairs(here: Sequence[Told], there: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Yield speakers told of in the same words; where the words come several times, only if as often on both sides."""
    by_words: dict[str, list[int]] = defaultdict(list)
    for phrase, j in there:
        by_words[bare(phrase.core)].append(j)
    mine: dict[str, list[int]] = defaultdict(list)
    for phrase, i in here:
        mine[bare(phrase.core)].append(i)
    for words, turns in mine.items():
        if len(turns) == len(by_words.get(words, ())):
            yield from zip(turns, by_words[words], strict=True)
    named = [(p, i) for p, i in here if p.name]
    for phrase, j in there:
        fitting = {i for p, i in named if phrase.name and same_person(p.name, phrase.name)}
        if len(fitting) == 1:
            yield min(fitting), j
