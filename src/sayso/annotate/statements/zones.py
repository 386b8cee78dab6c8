"""Zones: which attribution's content each character stands in, innermost first; indexed by position, linear to build."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.model.annotations import Attribution
from sayso.model.text import Span

__all__ = ["Stretches", "Zones"]


@dataclass(frozen=True)
class Stretches:
    """Disjoint stretches of a text, each with a key, found by position."""

    starts: tuple[int, ...] = field(repr=False)
    keys: tuple[str | None, ...] = field(repr=False)

    @classmethod
    def of(cls, items: Iterable[tuple[Span, tuple[int, int], str]]) -> Stretches:
        """Lay (span, rank, key) items over each other: at each place the key of greatest rank wins, then the later, then the shorter."""
        ordered = sorted((span.start, -span.end, rank, key) for span, rank, key in items)
        edges = sorted({edge for start, end, _, _ in ordered for edge in (start, -end)})
        active: list[tuple[int, int, int, int, str]] = []
        starts, keys, i = [], [], 0
        for edge in edges:
            while i < len(ordered) and ordered[i][0] <= edge:
                start, end, rank, key = ordered[i]
                heapq.heappush(active, (-rank[0], -rank[1], -start, -end, key))
                i += 1
            while active and active[0][3] <= edge:
                heapq.heappop(active)
            starts.append(edge)
            keys.append(active[0][4] if active else None)
        return cls(tuple(starts), tuple(keys))

    def at(self, offset: int) -> str | None:
        """Return the key at an offset, None where nothing lies."""
        i = bisect_right(self.starts, offset) - 1
        return self.keys[i] if i >= 0 else None


@dataclass(frozen=True)
class Zones:
    """The attributions of a document by position. A zone is the id of the innermost attribution whose content covers a place."""

    by_id: dict[str, Attribution] = field(repr=False)
    contents: Stretches
    cues: Stretches
    sources: Stretches
    quoted: Stretches

    @classmethod
    def of(
        cls, attributions: Sequence[Attribution], quotes: Sequence[Span], echoes: Sequence[Attribution] = ()
    ) -> Zones:
        """Index attributions and the spans of quotations. Echoes have cue and source, but their words are another's content."""
        told = attributions
        attributions = (*told, *echoes)
        by_id = {a.id: a for a in attributions}
        depth = _depths(by_id)
        return cls(
            by_id,
            Stretches.of((span, (depth[a.id], span.start), a.id) for a in told for span in a.content),
            Stretches.of((span, (depth[a.id], 0), a.id) for a in attributions for span in a.cue),
            Stretches.of((span, (depth[a.id], 0), a.id) for a in attributions for span in a.source),
            Stretches.of((span, (0, 0), "quote") for span in quotes),
        )

    @classmethod
    def nothing(cls) -> Zones:
        """Return the index of a document without attributions."""
        return cls.of((), ())

    def outward(self, zone: str) -> tuple[str, ...]:
        """Return `zone` and the attributions around it by their parents, innermost first; a circle in bad input is cut."""
        found: dict[str, None] = {}
        at: str | None = zone
        while at is not None and at in self.by_id and at not in found:
            found[at] = None
            at = self.by_id[at].parent
        return tuple(found)


def _depths(by_id: dict[str, Attribution]) -> dict[str, int]:
    """Count how many attributions each one stands in, by parents; each is walked once."""
    depth: dict[str, int] = {}
    for start in by_id:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in by_id and at not in depth and at not in path:
            path[at] = None
            at = by_id[at].parent
        base = depth.get(at, -1) if at is not None else -1
        for step, one in enumerate(reversed(path), start=1):
            depth[one] = base + step
    return depth
