"""What lies beside what: entries of all names on a grid, so that each asks only its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, floor

from sayso.model.annotations import Candidate
from sayso.values.place import kilometres

__all__ = ["Grid"]

BESIDE_KM = 60.0
"""The distance at which being near is worth 1/e of being there."""

CELL = 1.0
"""The size of a cell in degrees; a cell and those around it are asked."""

CROWD = 60
"""How many entries of a cell are kept at most: more would only repeat what they say."""

Cell = tuple[int, int]


@dataclass(frozen=True)
class Grid:
    """Entries by cell, each with its spelling and how plausible it is (0-1)."""

    cells: Mapping[Cell, Sequence[tuple[str, Candidate, float]]]

    @classmethod
    def of(cls, entries: Mapping[str, Sequence[tuple[Candidate, float]]]) -> Grid:
        """Lay out the entries of all spellings."""
        cells: dict[Cell, list[tuple[str, Candidate, float]]] = {}
        for key, found in entries.items():
            for candidate, plausible in found:
                cell = cells.setdefault(_cell(candidate), [])
                if len(cell) < CROWD:
                    cell.append((key, candidate, plausible))
        return cls(cells)

    def near(self, candidate: Candidate, key: str) -> float:
        """Return how surely other spellings lie beside an entry (0-1): one near and plausible is enough, several add up."""
        best: dict[str, float] = {}
        row, column = _cell(candidate)
        for cell in ((row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
            for other, entry, plausible in self.cells.get(cell, ()):
                if other != key:
                    far = kilometres((candidate.lat, candidate.lon), (entry.lat, entry.lon))
                    best[other] = max(best.get(other, 0.0), plausible * exp(-far / BESIDE_KM))
        none = 1.0
        for sure in best.values():
            none *= 1.0 - sure
        return 1.0 - none


def _cell(candidate: Candidate) -> Cell:
    return floor(candidate.lat / CELL), floor(candidate.lon / CELL)
