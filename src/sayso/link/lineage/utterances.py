"""One utterance quoted in several reports: the same words between quotation marks, in texts that share nothing around them.

Neither report took it from the other for all that is known: both may have stood at the same lectern. So it has no direction.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from sayso.link.corpus import Corpus
from sayso.link.lineage.alignment import Alignment
from sayso.link.lineage.sentences import Piece
from sayso.model.reading import Reading
from sayso.model.text import Anchor, Span

__all__ = ["only_quotes", "same_utterances"]

QUOTED, PART = 0.7, 0.5  # share of what two reports share that is quoted, and of either report that it is less than
RUN, TELLING = 8, 6  # words in a row that two quotations share to be of one utterance, and how many of them must differ
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Place = tuple[Anchor, str]  # a quotation and the report it stands in


def same_utterances(corpus: Corpus, known: Collection[Anchor]) -> Iterator[tuple[Place, Place]]:
    """Yield quotations of one utterance, each with the first that has its words; what lies in a passage of `known` is left out."""
    passages = _merged(known)
    firsts: dict[tuple[str, ...], Place] = {}
    for reading in corpus.readings:
        for place in _quotations(reading):
            met: dict[Place, None] = {}
            for run in _runs(place[0].span.of(reading.text)):
                first = firsts.setdefault(run, place)
                if first[0].document != reading.document:
                    met[first] = None
            for first in met:
                if not _inside(place[0], passages) or not _inside(first[0], passages):
                    yield first, place


def only_quotes(a: Piece, b: Piece, shared: Alignment) -> bool:
    """Tell whether two reports share nothing but what somebody said in both: one statement read out, one interview given to many.

    A report that is mostly such words and stands in the other is a copy like others.
    """
    for piece, spans in ((a, [run.a for run in shared.runs]), (b, [run.b for run in shared.runs])):
        size = sum(map(len, spans))
        quoted = sum(_quoted(piece.reading, span) for span in spans)
        if quoted < QUOTED * size or size > PART * piece.size:
            return False
    return True


def _quoted(reading: Reading, span: Span) -> int:
    """Return how many characters of a stretch stand in quotation marks."""
    at = bisect_left(reading.quotes, span.start, key=lambda quote: quote.span.end)
    count = 0
    for quote in reading.quotes[at:]:
        if quote.span.start >= span.end:
            break
        count += max(0, min(quote.span.end, span.end) - max(quote.span.start, span.start))
    return count


def _quotations(reading: Reading) -> Iterator[Place]:
    for quote in reading.quotes:
        for report in reading.reports:
            if any(own.start <= quote.span.start and quote.span.end <= own.end for own in report.spans):
                yield Anchor(reading.document, quote.span), report.id


def _runs(words: str) -> Iterator[tuple[str, ...]]:
    low = [word.lower().replace("’", "'") for word in _WORD.findall(words)]
    for at in range(len(low) - RUN + 1):
        run = low[at : at + RUN]
        if len({word for word in run if len(word) > 1}) >= TELLING:
            yield tuple(run)


def _merged(known: Collection[Anchor]) -> dict[str, list[Span]]:
    """Return document → the stretches that passages cover, in order and apart from each other."""
    found: dict[str, list[Span]] = {}
    for anchor in sorted(set(known)):
        spans = found.setdefault(anchor.document, [])
        if spans and anchor.span.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, anchor.span.end))
        else:
            spans.append(anchor.span)
    return found


def _inside(place: Anchor, passages: dict[str, list[Span]]) -> bool:
    """Tell whether most of a quotation stands in passages that are known to be shared."""
    spans = passages.get(place.document, [])
    at = max(0, bisect_left(spans, place.span.start, key=lambda s: s.start) - 1)
    inside = 0
    for span in spans[at:]:
        if span.start >= place.span.end:
            break
        inside += max(0, min(span.end, place.span.end) - max(span.start, place.span.start))
    return 2 * inside >= len(place.span)
