"""Which statements a change on the way bears upon: what an answer that draws on them has to carry along.

*Activists said forty had drowned*, copied as *Forty drowned*: the change bears on the statement of either report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.link.corpus import Corpus
from sayso.link.lineage.changes import Version, standing_in
from sayso.model.reading import Reading
from sayso.model.reconstruction import AnswerDrift, Drift, DriftChange, DriftKind, Lineage
from sayso.model.statements import Statement
from sayso.model.text import Anchor, Span, overlaps

__all__ = ["DriftUpon"]

ALIKE = 0.5  # share of the shorter statement's telling words that the other has, for both to say the same
LETTERS = 4  # of a word that tells something
LONGEST = 1000  # characters before a change in which a statement that holds it, or its attribution, may begin


class DriftUpon:
    """All changes on the way of a case by the statements they bear upon."""

    def __init__(self, corpus: Corpus, lineage: Sequence[Lineage]) -> None:
        self._corpus = corpus
        found: dict[str, list[AnswerDrift]] = defaultdict(list)
        for link in lineage:
            for drift in link.drift:
                for statement in self._bears_upon(drift):
                    found[statement].append(AnswerDrift(link.id, drift))
        self._found: Mapping[str, list[AnswerDrift]] = found

    def of(self, statements: Iterable[str]) -> tuple[AnswerDrift, ...]:
        """Return the changes that bear upon some statements, each once, by place."""
        found = {drift for statement in statements for drift in self._found.get(statement, ())}
        return tuple(sorted(found, key=lambda d: (d.drift.source, d.drift.target, d.drift.kind, d.lineage)))

    def _bears_upon(self, drift: Drift) -> Iterator[str]:
        """Yield the statements of both sides: those that the changed words stand in, and their like on the other side."""
        here, there = self._at(drift.source), self._at(drift.target)
        if drift.kind is not DriftKind.DENIAL:
            if drift.change is DriftChange.LOST:
                there = self._alike(here, there)
            elif drift.change is DriftChange.GAINED:
                here = self._alike(there, here)
        yield from dict.fromkeys(statement.id for statement in (*here, *there))

    def _at(self, place: Anchor) -> list[Statement]:
        """Return the statements whose words, marks or attribution stand at a place."""
        reading = self._corpus.documents[place.document]
        near = standing_in(reading.statements, Span(max(0, place.span.start - LONGEST), place.span.end + LONGEST))
        return [s for s in near if any(overlaps(place.span, span) for span in self._reach(s))]

    def _reach(self, statement: Statement) -> Iterator[Span]:
        yield from statement.spans
        yield from statement.marks
        attribution = self._corpus.attributions.get(statement.attribution or "")
        if attribution:
            yield from (*attribution.source, *attribution.cue)

    def _alike(self, changed: list[Statement], others: list[Statement]) -> list[Statement]:
        """Return those of some statements that say what a changed one says; all where none can be told."""
        known = [self._words(s) for s in changed]
        found = [s for s in others if any(_same(mine, self._words(s)) for mine in known)]
        return found or others

    def _words(self, statement: Statement) -> frozenset[str]:
        reading: Reading = self._corpus.documents[self._corpus.document_of[statement.id]]
        words = (word for span in statement.spans for word in Version(reading, span).words)
        return frozenset(word for word in words if len(word) >= LETTERS or word[0].isdigit())


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= ALIKE * max(1, min(len(a), len(b)))
