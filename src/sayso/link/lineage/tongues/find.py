"""Reports that translate a passage of another: candidates from rare pairs of marks, then alignment by sentences.

Costs nothing where all reports are of one language. Else only what is rare and stands in both languages brings two together, so
that the cost grows with the number of reports and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sayso.lang.packs import load_packs
from sayso.link.lineage.alignment import Aligned, Alignment
from sayso.link.lineage.candidates import sharing
from sayso.link.lineage.direction import Verdict, told_first
from sayso.link.lineage.sentences import Piece
from sayso.link.lineage.tongues.align import aligned
from sayso.link.lineage.tongues.anchors import Marked, marks_of
from sayso.model.reconstruction import Because, LineageHow, ReportDate
from sayso.model.text import Anchor, Span

__all__ = ["first_of_tongues", "translated"]

LEAST = 3  # rare pairs of marks that two reports share to be worth aligning
UNKNOWN = "und"

Pair = tuple[int, int]


def translated(pieces: Sequence[Piece], searched: Collection[int]) -> dict[Pair, Alignment]:
    """Return pair of piece numbers → the sentences that are each other's translation, for those that have any.

    `searched` are the numbers of the reports that are looked at: of a crowd of reprints only a few.
    """
    known = [piece for piece in pieces if piece.report.language != UNKNOWN]
    if len({piece.report.language for piece in known}) < 2:
        return {}
    wanted = frozenset(searched)
    marked = {piece.number: marks_of(piece) for piece in known if piece.number in wanted}
    found: dict[Pair, Alignment] = {}
    for i, j in _candidates(pieces, marked):
        pairs = aligned(marked[i], marked[j])
        if pairs:
            found[i, j] = Alignment(pairs, tuple(_runs(marked[i], marked[j], pairs)))
    return found


def _candidates(pieces: Sequence[Piece], marked: Mapping[int, Sequence[Marked]]) -> list[Pair]:
    """Return sorted pairs of reports of different languages that share rare pairs of marks."""
    numbered: dict[str, int] = {}
    columns = {number: _features(marks, numbered) for number, marks in marked.items()}
    by_tongue: dict[str, list[int]] = defaultdict(list)
    for number in columns:
        by_tongue[pieces[number].report.language].append(number)
    shared = _in_two_tongues([[columns[n] for n in numbers] for _, numbers in sorted(by_tongue.items())])
    numbers = sorted(columns)
    kept = [columns[n][np.isin(columns[n], shared, assume_unique=True)] for n in numbers]
    return [(i, j) for i, j in sharing(numbers, kept, LEAST) if pieces[i].report.language != pieces[j].report.language]


def _features(marks: Sequence[Marked], numbered: dict[str, int]) -> NDArray[np.int64]:
    """Return the pairs of marks of each sentence, as numbers: what is firm, or may be a name, with each other thing."""
    found: set[int] = set()
    for sentence in marks:
        telling = sorted(numbered.setdefault(mark, len(numbered)) for mark in sentence.all if mark[0] in "npdm")
        found.update((a << 32) | b for a, b in combinations(telling, 2))
        figures = [numbered[mark] for mark in sentence.firm if mark[0] == "n" and len(mark) > 3]
        meant = [numbered.setdefault(mark, len(numbered)) for mark in sorted(sentence.loose) if mark[0] == "c"]
        found.update((a << 32) | b for a in figures for b in meant)
    return np.array(sorted(found), dtype=np.int64)


def _in_two_tongues(columns: Sequence[Sequence[NDArray[np.int64]]]) -> NDArray[np.int64]:
    """Return the features that stand in more than one language; columns by language."""
    own = [np.unique(np.concatenate(found)) for found in columns]
    features, counts = np.unique(np.concatenate(own), return_counts=True)
    return np.asarray(features[counts > 1])


def _runs(a: Sequence[Marked], b: Sequence[Marked], pairs: Sequence[Pair]) -> Iterator[Aligned]:
    for i, j in pairs:
        yield Aligned(a[i].span, b[j].span, LineageHow.TRANSLATED)


def first_of_tongues(a: Piece, b: Piece, found: Alignment, dates: Mapping[str, ReportDate]) -> Verdict:
    """Return which of two reports the other translates: by its own word, else by days and credits."""
    notices = {piece.number: place for piece in (a, b) if (place := _says_translated(piece))}
    told = told_first(a, b, found.runs, dates)
    if len(notices) != 1:
        return told
    later = a if a.number in notices else b
    first = b if later is a else a
    because = Because("translation-notice", "it says that it is a translation", (notices[later.number],))
    if told.first is later:
        return Verdict(None, (because, *told.because), settled=True)
    return Verdict(first, (because, *told.because), settled=True)


def _says_translated(piece: Piece) -> Anchor | None:
    """Return where a report, or the page it stands on alone, says that it is a translation."""
    cues = [c for pack in load_packs().values() for c in pack.table("lineage").get("translated", ())]
    text, document = piece.reading.text, piece.report.document
    alone = len(piece.reading.reports) == 1
    for span in (Span(0, len(text)),) if alone else piece.report.spans:
        low = span.of(text).lower()
        places = [(at, cue) for cue in cues if (at := low.find(cue)) >= 0]
        if places and len(low) == len(span):
            at, cue = min(places)
            return Anchor(document, Span(span.start + at, span.start + at + len(cue)))
    return None
