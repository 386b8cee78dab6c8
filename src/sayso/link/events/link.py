"""Bring event mentions together, first in each report, then over reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sayso.lang.packs import load_packs
from sayso.link.corpus import Corpus
from sayso.link.events.across import merge_across
from sayso.link.events.affinity import Group
from sayso.link.events.parts import find_parts
from sayso.link.events.profile import Profile, make_profile
from sayso.link.events.stories import name_stories, publishing_days
from sayso.link.events.within import merge_within
from sayso.link.judgements import Decisions
from sayso.model.annotations import Fact
from sayso.model.ids import cluster_id
from sayso.model.reconstruction import Because, Event, Lineage, ReportDate, ResolvedTime
from sayso.model.statements import Polarity
from sayso.model.text import Anchor

__all__ = ["link_events"]

TOLD = frozenset({Fact.HAPPENED, Fact.DENIED, Fact.POSSIBLE})


def link_events(
    corpus: Corpus,
    decisions: Decisions,
    resolved: tuple[ResolvedTime, ...],
    lineage: tuple[Lineage, ...],
    dates: tuple[ReportDate, ...],
) -> tuple[Event, ...]:
    """Return all events, sorted by id; each mention of something told is in exactly one."""
    packs = load_packs()
    times = {item.time: item for item in resolved}
    profiles = (make_profile(corpus, mention, times, packs) for mention in corpus.mentions.values())
    told = [p for p in profiles if _is_told(p, decisions)]
    groups = [group for report in _by_report(told) for group in merge_within(report, packs["en"])]
    clusters = merge_across(corpus, groups, packs["en"], decisions, lineage, dates)
    events = {_event_id(group): _event(group, because) for group, because in clusters}
    parts = find_parts(
        corpus, {_event_id(group): group for group, _ in clusters}, name_stories(corpus, publishing_days(dates))
    )
    return tuple(replace(events[key], parts=parts.get(key, ())) for key in sorted(events))


def _is_told(p: Profile, decisions: Decisions) -> bool:
    rejected = decisions.rejected.get("statement", frozenset())
    if Anchor(p.anchor.document, p.statement.span) in rejected:
        return False
    if p.kind == "presence":
        return False  # "there was no gang" tells of no happening; it denies an account of one
    if p.family == "flee" and p.core == {"media"}:
        return False  # a reporter who crosses the border does not flee
    return p.mention.fact in TOLD and p.statement.polarity is not Polarity.WANTS


def _by_report(profiles: Iterable[Profile]) -> list[list[Profile]]:
    found: dict[str, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda p: (p.anchor, p.mention.id)):
        found[profile.statement.report].append(profile)
    return [found[key] for key in sorted(found)]


def _event_id(group: Group) -> str:
    return cluster_id("event", (p.anchor for p in group.profiles))


def _event(group: Group, because: tuple[Because, ...]) -> Event:
    kinds = sorted(group.kinds, key=lambda k: (-sum(p.kind == k for p in group.profiles), k))
    kind = "kill" if "kill" in kinds else kinds[0]
    return Event(
        id=_event_id(group),
        kind=kind,
        label=kind,
        mentions=tuple(p.mention.id for p in group.profiles),
        statements=tuple(dict.fromkeys(p.statement.id for p in group.profiles)),
        agents=tuple(sorted(group.agents)),
        targets=tuple(sorted(group.core)),
        places=tuple(sorted({k.key for k in group.places if k.near})),
        earliest=max((d[0] for d in group.days), default=None),
        latest=min((d[1] for d in group.days), default=None),
        because=because,
    )
