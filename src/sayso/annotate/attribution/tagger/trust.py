"""Which engine to trust with what: found on documents held back from training, never on those that measure it."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ALONE", "POSSIBLE", "SPANS", "SURE"]

SURE = 0.5
"""Score above which a proposal stands that the grammar does not find."""

POSSIBLE = 0.3
"""Score above which a proposal bears out a draft."""

ALONE: frozenset[str] = frozenset(("phrase", "speaker", "hedge", "continued", "colon", "quote"))
"""Rules of the grammar whose finds stand though the tagger sees nothing."""

SPANS: Mapping[str, frozenset[str]] = {"": frozenset(("source", "content"))}
"""Which roles are taken from the tagger where both engines agree on the cue, by the grammar's rule; "" is for all others."""
