"""Windows of prepared documents as batches: pieces, tags, and what is to be marked around each cue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.annotate.attribution.tagger.pieces import CLS, FEATURES, INNER, PAD, SEP
from sayso.annotate.attribution.tagger.windows import cut_windows
from train.roles import CONTENT, CUE, SOURCE

__all__ = ["Batch", "Prepared", "batch_of", "epoch", "load"]

Ints = npt.NDArray[np.int64]
Marks = npt.NDArray[np.float32]
BEGIN, INSIDE, OUTSIDE = range(3)

STRAIGHT = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}
"""Places of the curly marks in the vocabulary, and of the straight ones that many texts have instead."""

UNHINTED = 0.12  # share of windows read without what the grammar found, so that nothing hangs on it alone

FIRST = 0.85  # share of cues asked about at their first piece, where the runtime asks; others at any

DOUBLE, COMMA = (1523, 1524, 1000), 1010

OWN_AGAIN = 1  # how often our own passages are read once more in a pass


@dataclass(frozen=True)
class Prepared:
    """Documents as `train.prepare` leaves them."""

    ids: npt.NDArray[np.int32]
    features: npt.NDArray[np.int8]
    hints: npt.NDArray[np.int8]
    documents: Ints
    held: npt.NDArray[np.bool_]
    own: npt.NDArray[np.bool_]
    spans: npt.NDArray[np.int32]
    known: npt.NDArray[np.int32]

    @cached_property
    def by_document(self) -> list[tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]]:
        """The spans of each document, and those that the grammar found."""
        numbers = range(len(self.documents) - 1)
        return [(self.spans[self.spans[:, 1] == d], self.known[self.known[:, 1] == d]) for d in numbers]

    def openings(self, document: int) -> list[int]:
        """The pieces of a document that open paragraphs."""
        start, end = self.documents[document : document + 2]
        return [int(i) for i in np.flatnonzero(self.features[start:end] >= FEATURES // 2)]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side.

    `cues`: rows of window and piece asked about; `sources`, `contents`: 1 at pieces of each cue's; `known`: for each window
    and piece the row of `all_given`, (rows, length), that tells what the grammar found of a cue there, 0 for nothing.
    """

    ids: Ints
    features: Ints
    hints: Ints
    mask: npt.NDArray[np.float32]
    tags: Ints
    cues: Ints
    sources: npt.NDArray[np.float32]
    contents: npt.NDArray[np.float32]
    in_cues: npt.NDArray[np.bool_]
    known: Ints
    all_given: Ints


def load(file: Path) -> Prepared:
    """Read a file of `train.prepare`."""
    with np.load(file) as data:
        return Prepared(*(data[field.name] for field in fields(Prepared)))


def epoch(data: Prepared, size: int, batch: int, draw: np.random.Generator) -> Iterator[Batch]:
    """Yield one pass over all documents that are not held back, cut anew and shuffled."""
    windows: list[tuple[int, int, int]] = []
    for document in [*np.flatnonzero(~data.held), *(OWN_AGAIN * [*np.flatnonzero(data.own)])]:
        count = int(data.documents[document + 1] - data.documents[document])
        first = int(draw.integers(size // 4, size + 1))
        windows += [(int(document), s, e) for s, e in cut_windows(data.openings(int(document)), count, size, first)]
    order = draw.permutation(len(windows))
    # Windows of like length share a batch, so that little is spent on padding; batches come in any order.
    chunks = [
        sorted(order[i : i + 8 * batch], key=lambda w: windows[w][2] - windows[w][1])
        for i in range(0, len(order), 8 * batch)
    ]
    batches = [chunk[i : i + batch] for chunk in chunks for i in range(0, len(chunk), batch)]
    for i in draw.permutation(len(batches)):
        yield batch_of(data, [windows[w] for w in batches[i]], draw)


def batch_of(data: Prepared, windows: list[tuple[int, int, int]], draw: np.random.Generator | None = None) -> Batch:
    """Lay windows (document, first piece, end) side by side; with `draw`, quotation marks and the pieces asked about vary."""
    length = max(end - start for _, start, end in windows) + 2
    shape = (len(windows), length)
    ids, features = np.full(shape, PAD, np.int64), np.full(shape, INNER, np.int64)
    hints, known = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    all_given = [np.zeros(length, np.int64)]
    mask = np.zeros(shape, np.float32)
    tags = np.full((*shape, 3), OUTSIDE, np.int64)
    in_cues = np.zeros(shape, np.bool_)
    asked: list[tuple[int, int]] = []
    marked: list[Marks] = []
    for row, (document, start, end) in enumerate(windows):
        inside = slice(int(data.documents[document]) + start, int(data.documents[document]) + end)
        count = end - start
        ids[row, 1 : count + 1] = _varied(data.ids[inside], draw)
        ids[row, 0], ids[row, count + 1] = CLS, SEP
        features[row, 1 : count + 1] = data.features[inside]
        mask[row, : count + 2] = 1
        marked_spans, known_spans = data.by_document[document]
        if draw is None or draw.random() >= UNHINTED:
            hints[row, 1 : count + 1] = data.hints[inside]
            for marks in _attributions(known_spans, start, end, length):
                known[row, (marks[CUE] > 0) & (known[row] == 0)] = len(all_given)
                all_given.append((marks[SOURCE] + 2 * marks[CONTENT]).astype(np.int64))
        for marks in _attributions(marked_spans, start, end, length):
            _tag(tags[row], marks)
            own = np.flatnonzero(marks[CUE])
            if own.size:
                first = own[0] if draw is None or draw.random() < FIRST else draw.choice(own)
                asked.append((row, int(first)))
                marked.append(marks)
                in_cues[row, own] = True
    both = np.stack(marked) if marked else np.zeros((0, 3, length), np.float32)
    cues = np.array(asked, np.int64).reshape(-1, 2)
    return Batch(
        ids, features, hints, mask, tags, cues, both[:, SOURCE], both[:, CONTENT], in_cues, known, np.stack(all_given)
    )


def _attributions(spans: npt.NDArray[np.int32], start: int, end: int, length: int) -> Iterator[Marks]:
    """Yield, for each attribution in a window, 1 at the pieces of each role (roles, length)."""
    found: dict[int, Marks] = {}
    for number, _, role, first, last in spans:
        if max(first, start) < min(last, end):
            marks = found.setdefault(int(number), np.zeros((3, length), np.float32))
            marks[role, max(first, start) - start + 1 : min(last, end) - start + 1] = 1
    yield from found.values()


def _tag(tags: Ints, marks: Marks) -> None:
    """Write the tags of one attribution: begin where a run of a role begins, inside after it."""
    for role in (SOURCE, CUE, CONTENT):
        own = marks[role] > 0
        tags[own, role] = INSIDE
        tags[own & ~np.roll(own, 1), role] = BEGIN


def _varied(ids: npt.NDArray[np.int32], draw: np.random.Generator | None) -> npt.NDArray[np.int32]:
    """Write quotation marks straight in every fourth window; in every tenth, lose one."""
    if draw is None:
        return ids
    ids = ids.copy()
    if draw.random() < 0.25:
        for curly, straight in STRAIGHT.items():
            ids[ids == curly] = straight
    marks = np.flatnonzero(np.isin(ids, DOUBLE))
    if marks.size and draw.random() < 0.1:
        ids[draw.choice(marks)] = COMMA  # it stands where the mark was: no piece may go, labels count them
    return ids
