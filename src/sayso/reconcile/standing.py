"""What stands behind an answer: reports, texts, newsrooms, voices, origins. Counts, never a verdict (DESIGN, Law 4 and 5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.link.groups import Groups
from sayso.link.newsrooms import count_newsrooms
from sayso.model.reconstruction import Standing, State
from sayso.reconcile.draft import DraftAnswer
from sayso.reconcile.evidence import Evidence

__all__ = ["stand", "state_of"]


def stand(evidence: Evidence, answer: DraftAnswer) -> Standing:
    """Count what stands behind an answer; origins come from the one function that counts them."""
    everyone = (*answer.statements, *answer.presupposed)
    reports = sorted({evidence.corpus.statements[s].report for s in everyone})
    count = evidence.origins.count(answer.statements)
    first, last = evidence.said(everyone)
    return Standing(
        reports=len(reports),
        texts=_texts(evidence.copies_of, reports),
        newsrooms=count_newsrooms(evidence.newsroom_of, reports),
        voices=len(evidence.voices_of(answer.statements)),
        origins_at_least=count.at_least,
        origins_at_most=count.at_most,
        denied_by=evidence.voices_of(answer.denials),
        first_said=first,
        last_said=last,
        because=evidence.origins.reasons(
            {s: evidence.anchor(evidence.corpus.statements[s]) for s in answer.statements}
        ),
    )


def state_of(answer: DraftAnswer, standing: Standing) -> State:
    """Name how far an answer is corroborated: only two origins that share nothing corroborate."""
    if standing.origins_at_least >= 2:
        return State.CORROBORATED
    if not answer.statements:
        return State.OWN_VOICE_ONLY if answer.presupposed else State.UNCLEAR
    return State.SINGLE_ORIGIN if standing.origins_at_most == 1 else State.UNCLEAR


def _texts(copies: Mapping[str, frozenset[str]], reports: Sequence[str]) -> int:
    """Count distinct texts: reports that share a passage copied from one another are one."""
    groups = Groups(reports)
    for report in reports:
        for other in sorted(copies.get(report, frozenset()).intersection(reports)):
            groups.unite(report, other, "copied")
    return len(groups.members())
