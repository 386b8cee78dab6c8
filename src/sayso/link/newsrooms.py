"""Newsrooms: whose reporters gathered a report. The agency credited, else the outlet; unknown when neither is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from anyascii import anyascii

from sayso.link.corpus import Corpus
from sayso.model.reports import Relation, Report

__all__ = ["count_newsrooms", "newsroom_key", "newsrooms"]

_NOISE = re.compile(
    r"^www\.|\.(?:com|org|net|co\.uk|no)$|\b(?:the|newspaper|television|news|agency|online)\b|[^a-z0-9 ]"
)


def newsrooms(corpus: Corpus) -> Mapping[str, str]:
    """Return report id → newsroom, for the reports that tell it; a translation is its parent's newsroom's."""
    told = {r.id: key for r in corpus.reports.values() if (key := _told(r))}
    for report in corpus.reports.values():
        if report.relation is Relation.TRANSLATES and report.parent in told:
            told[report.id] = told[report.parent]
    return told


def count_newsrooms(told: Mapping[str, str], reports: Iterable[str]) -> int:
    """Count the newsrooms that some reports name; those that name none may all be one, and one of those named (Law 5)."""
    known = [told.get(report) for report in reports]
    return len({room for room in known if room}) or min(1, len(known))


def newsroom_key(name: str) -> str:
    """Return a comparable form of an outlet's or agency's name: initials for names of several words, else the bare word."""
    words = _NOISE.sub(" ", anyascii(name).lower()).split()
    return "".join(w[0] for w in words) if len(words) > 1 else "".join(words)


def _told(report: Report) -> str | None:
    known = report.agency or report.outlet
    return newsroom_key(known.value) or known.value.lower() if known else None
