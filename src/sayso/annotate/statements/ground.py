"""What clauses are judged against: whose content each place stands in, what each cue does, where happenings are named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.annotate.statements.stance import CueStance
from sayso.annotate.statements.zones import Zones

__all__ = ["Ground"]

NEARBY = 800
"""How many characters back "the council's claims" may point to what the council said."""


@dataclass(frozen=True)
class Ground:
    """What clauses are judged against: the zones, what each cue does, and where event triggers stand."""

    zones: Zones
    stances: Mapping[str, CueStance] = field(repr=False)
    triggers: frozenset[int] = field(repr=False)
    said_by: Mapping[str, tuple[tuple[int, str], ...]] = field(repr=False, default_factory=dict)
    headlines: frozenset[int] = field(repr=False, default=frozenset())

    def last_said_by(self, lemma: str, before: int) -> str | None:
        """Return the last attribution whose source is headed by `lemma` and whose cue stands not far before an offset."""
        said = self.said_by.get(lemma, ())
        i = bisect_left(said, (before, "")) - 1
        return said[i][1] if i >= 0 and before - said[i][0] <= NEARBY else None

    def stance(self, zone: str | None) -> CueStance:
        """Return what the cue of a zone does to its content; the report's own zone asserts."""
        return self.stances.get(zone, CueStance()) if zone is not None else CueStance()
