"""What stands behind an answer: reports, texts, newsrooms, voices, origins. Counts, never a verdict (DESIGN, Law 4 and 5)."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.reconstruction import Standing, State
from sayso.reconcile.draft import DraftAnswer
from sayso.reconcile.evidence import Evidence

__all__ = ["stand", "state_of"]


def stand(evidence: Evidence, answer: DraftAnswer) -> Standing:
    """Count what stands behind an answer, by the one function that counts."""
    counted = evidence.counter.of(answer.statements, answer.presupposed)
    return replace(counted, denied_by=evidence.voices_of(answer.denials))


def state_of(answer: DraftAnswer, standing: Standing) -> State:
    """Name how far an answer is corroborated: only two origins that share nothing corroborate."""
    if standing.origins_at_least >= 2:
        return State.CORROBORATED
    if not answer.statements:
        return State.OWN_VOICE_ONLY if answer.presupposed else State.UNCLEAR
    return State.SINGLE_ORIGIN if standing.origins_at_most == 1 else State.UNCLEAR
