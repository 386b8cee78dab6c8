"""What clauses are judged against: whose content each place stands in, what each cue does, where happenings are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.annotate.statements.stance import CueStance
from sayso.annotate.statements.zones import Zones

__all__ = ["Ground"]


@dataclass(frozen=True)
class Ground:
    """What clauses are judged against: the zones, what each cue does, and where event triggers stand."""

    zones: Zones
    stances: Mapping[str, CueStance] = field(repr=False)
    triggers: frozenset[int] = field(repr=False)
    headlines: frozenset[int] = field(repr=False, default=frozenset())

    def stance(self, zone: str | None) -> CueStance:
        """Return what the cue of a zone does to its content; the report's own zone asserts."""
        return self.stances.get(zone, CueStance()) if zone is not None else CueStance()
