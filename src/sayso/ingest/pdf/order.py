"""The order in which a page is read: lines from the top, columns from the left, each column to its end.

A page knows no columns, only words at places. A gutter is a place left of which and right of which several lines of prose
stand side by side and which none of them crosses; lines that cross it (a headline over both columns) part what is above them
from what is below. Cells of tables, numbers and names before speeches are no prose and stay in their row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from sayso.ingest.pdf.words import Run, runs_left

__all__ = ["Row", "columns_of", "rows_of"]

LINES = 3  # fewer lines side by side are no columns
PROSE = 14  # characters: a shorter run is a number, a date, a name
PROSE_SHARE = 0.6
CANDIDATES = 24  # places where a column may begin that are tried
DEPTH = 8  # columns inside columns
LEVEL = 0.5
JOIN = 0.15  # a narrower gap, in heights, is none: a raised number after its word
CELL = 2.0  # a wider one parts two cells


@dataclass(frozen=True, slots=True)
class Row:
    """Runs on one line of a column, from the left (or from the right where writing runs so)."""

    runs: tuple[Run, ...]

    @property
    def left(self) -> float:
        """Its left edge."""
        return min(run.left for run in self.runs)

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(run.right for run in self.runs)

    @property
    def bottom(self) -> float:
        """Its lower edge, of its longest run."""
        return self._main.bottom

    @property
    def height(self) -> float:
        """The height of its longest run: numbers set small in it do not count."""
        return self._main.height

    @property
    def _main(self) -> Run:
        return max(self.runs, key=lambda run: len(run.words))

    @property
    def words(self) -> str:
        """Its words; a tab between cells."""
        out = self.runs[0].words
        for before, after in zip(self.runs, self.runs[1:], strict=False):
            gap = max(after.left - before.right, before.left - after.right) / max(before.height, 1e-6)
            out += f"{'' if gap < JOIN else chr(9) if gap > CELL else ' '}{after.words}"
        return out


def columns_of(runs: Sequence[Run]) -> list[list[Row]]:
    """Return the columns of a page in the order in which they are read, each as its rows; what is turned comes last."""
    mirrored = 2 * sum(runs_left(run.words) for run in runs) > len(runs)
    level = [_mirrored(run) if mirrored else run for run in runs if not run.turned]
    turned = [[Row((run,))] for run in runs if run.turned]
    return [*(rows_of(part, mirrored=mirrored) for part in _parts(level, 0)), *turned]


def _mirrored(run: Run) -> Run:
    """Return a run as a mirror shows it: a page written to the left is laid out as one written to the right, turned over."""
    return replace(run, left=-run.right, right=-run.left)


def rows_of(runs: Sequence[Run], *, mirrored: bool = False) -> list[Row]:
    """Gather runs into rows, from the top."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.middle, run.left)):
        if rows and _level(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [Row(tuple(_in_line(row, mirrored=mirrored))) for row in rows]


def _level(a: Run, b: Run) -> bool:
    return min(a.top, b.top) - max(a.bottom, b.bottom) > LEVEL * min(a.height, b.height)


def _in_line(row: list[Run], *, mirrored: bool) -> list[Run]:
    leftward = 2 * sum(runs_left(run.words) for run in row) > len(row)
    return sorted(row, key=lambda run: run.left if leftward is mirrored else -run.right)


def _parts(runs: Sequence[Run], depth: int) -> Iterator[Sequence[Run]]:
    """Yield what is read one after the other; each part is one column."""
    best = _best_gutter(runs) if depth < DEPTH else None
    if best is None:
        if runs:
            yield runs
        return
    waiting: list[Run] = []
    for band in best:
        if not band.is_columns:
            waiting.extend((*band.left, *band.right, *band.across))
            continue
        yield from _parts(waiting, depth + 1)
        waiting = []
        yield from _parts(band.left, depth + 1)
        yield from _parts(band.right, depth + 1)
    yield from _parts(waiting, depth + 1)


@dataclass(frozen=True, slots=True)
class _Band:
    """Runs between two lines that cross a gutter (or one such line), by where they stand."""

    left: tuple[Run, ...] = ()
    right: tuple[Run, ...] = ()
    across: tuple[Run, ...] = ()

    @property
    def is_columns(self) -> bool:
        """Whether prose stands on both sides, side by side."""
        if not (_is_prose(self.left) and _is_prose(self.right)):
            return False
        top = min(max(run.top for run in self.left), max(run.top for run in self.right))
        bottom = max(min(run.bottom for run in self.left), min(run.bottom for run in self.right))
        beside = (sum(bottom <= run.middle <= top for run in side) for side in (self.left, self.right))
        return min(beside) >= LINES - 1

    @property
    def size(self) -> int:
        """How many runs it parts."""
        return len(self.left) + len(self.right)


def _is_prose(runs: Sequence[Run]) -> bool:
    long = sum(len(run.words) >= PROSE and " " in run.words for run in runs)
    return long >= LINES and long >= PROSE_SHARE * len(runs)


def _best_gutter(runs: Sequence[Run]) -> list[_Band] | None:
    """Return the bands of the gutter that parts most, None when nothing stands side by side."""
    if len(runs) < 2 * LINES:
        return None
    height = median(run.height for run in runs)
    starts = Counter(round(run.left / max(height, 1.0)) for run in runs)
    common = sorted((place for place, count in starts.items() if count >= LINES - 1), key=lambda p: (-starts[p], p))
    lefts = {
        place: min(run.left for run in runs if round(run.left / max(height, 1.0)) == place)
        for place in common[:CANDIDATES]
    }
    ordered = sorted(runs, key=lambda run: (-run.middle, run.left))
    tried = [list(_bands(ordered, at - 0.1)) for at in sorted(lefts.values())]
    found = [bands for bands in tried if any(band.is_columns for band in bands)]
    return max(found, key=lambda bands: sum(band.size for band in bands if band.is_columns), default=None)


def _bands(ordered: Sequence[Run], at: float) -> Iterator[_Band]:
    """Part runs, given from the top, at a place: what crosses it stands alone."""
    left: list[Run] = []
    right: list[Run] = []
    for run in ordered:
        if run.right <= at:
            left.append(run)
        elif run.left >= at:
            right.append(run)
        else:
            if left or right:
                yield _Band(tuple(left), tuple(right))
            left, right = [], []
            yield _Band(across=(run,))
    if left or right:
        yield _Band(tuple(left), tuple(right))
