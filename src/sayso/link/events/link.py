"""Bring event mentions together, first in each report, then over reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from sayso.lang.packs import Pack, load_packs
from sayso.link.corpus import Corpus
from sayso.link.events.affinity import Group, affinity
from sayso.link.events.profile import Profile, make_profile
from sayso.link.judgements import Decisions
from sayso.model.annotations import Fact
from sayso.model.ids import cluster_id
from sayso.model.reconstruction import Because, Event, Lineage, ReportDate, ResolvedTime
from sayso.model.statements import Polarity
from sayso.model.text import Anchor
from sayso.values.amount import Bound

__all__ = ["link_events"]

TOLD = frozenset({Fact.HAPPENED, Fact.DENIED, Fact.POSSIBLE})
WITHIN = 1.0
ACROSS = 2.5
REACH = 40  # a group is compared with this many others of its block on either side: cost stays linear in the corpus


def link_events(
    corpus: Corpus,
    decisions: Decisions,
    resolved: tuple[ResolvedTime, ...],
    lineage: tuple[Lineage, ...],
    dates: tuple[ReportDate, ...],
) -> tuple[Event, ...]:
    """Return all events, sorted by id; each mention is in exactly one."""
    del lineage
    packs = load_packs()
    times = {item.time: item for item in resolved}
    profiles = [make_profile(corpus, mention, times, packs) for mention in corpus.mentions.values()]
    told = [p for p in profiles if _is_told(p, decisions)]
    groups = [g for report in _by_report(told) for g in merge_within(_with_goals(report), packs["en"])]
    published = {d.report: (d.earliest, d.latest) for d in dates if d.earliest and d.latest}
    clusters = merge_across(groups, packs["en"], decisions, published)
    return tuple(sorted((_event(group, because) for group, because in clusters), key=lambda e: e.id))


def _is_told(p: Profile, decisions: Decisions) -> bool:
    rejected = decisions.rejected.get("statement", frozenset())
    if Anchor(p.anchor.document, p.statement.span) in rejected:
        return False
    return p.mention.fact in TOLD and p.statement.polarity is not Polarity.WANTS


def _by_report(profiles: Iterable[Profile]) -> list[list[Profile]]:
    found: dict[str, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda p: p.anchor):
        found[profile.statement.report].append(profile)
    return [found[key] for key in sorted(found)]


def _with_goals(report: list[Profile]) -> list[Profile]:
    """Give flights that name no goal ("crossed the border") the goal that most flights of the report name."""
    goals = Counter(
        k
        for p in report
        if p.family == "flee"
        for k in p.places
        if k.direction == "to" and not k.key.startswith("word:")
    )
    if not goals:
        return report
    most = max(goals.values())
    shared = frozenset(replace(k, near=False) for k in goals if goals[k] == most)
    return [replace(p, places=p.places | shared) if _lacks_goal(p) else p for p in report]


def _lacks_goal(p: Profile) -> bool:
    return p.family == "flee" and not any(k.direction == "to" for k in p.places)


def merge_within(profiles: list[Profile], pack: Pack) -> list[Group]:
    """Merge the mentions of one report: each joins the group before it that it fits best; a definite description
    ("the killings") joins the last group of its kind that nothing speaks against."""
    groups: list[Group] = []
    for profile in profiles:
        single = Group((profile,))
        best = _best_before(single, groups, pack, refers_back=profile.mention.refers_back)
        if best is None:
            groups.append(single)
        else:
            groups[best] = groups[best].joined(single)
    return _with_attacks(groups, pack)


def _with_attacks(groups: list[Group], pack: Pack) -> list[Group]:
    """Join an attack to the killing of the same people that stands in one sentence with it: it tells who did it."""
    kills = [g for g in groups if "kill" in g.kinds]
    for attack in [g for g in groups if g.kinds == {"attack"}]:
        fits = [k for k in kills if any(_same_sentence(x, y) for x in k.profiles for y in attack.profiles)]
        fits = [k for k in fits if affinity(k, attack, pack) is not None]
        if fits:
            groups[groups.index(fits[0])] = fits[0].joined(attack)
            groups.remove(attack)
            kills = [g for g in groups if "kill" in g.kinds]
    return groups


def _best_before(single: Group, groups: list[Group], pack: Pack, *, refers_back: bool) -> int | None:
    """Return the index of the group a mention joins: for a definite description the one told last, else the best fit."""
    family = single.profiles[0].family
    latest = sorted(range(len(groups)), key=lambda i: groups[i].profiles[-1].anchor, reverse=True)[:REACH]
    fits = [
        (i, found[0]) for i in latest if _attaches(groups[i], family) and (found := affinity(groups[i], single, pack))
    ]
    if refers_back:
        return next((i for i, score in fits if score >= 0), None)
    best = max(fits, key=lambda item: item[1], default=None)
    return best[0] if best and best[1] >= WITHIN else None


def _attaches(group: Group, family: str) -> bool:
    return any(p.family == family for p in group.profiles)


def _same_sentence(a: Profile, b: Profile) -> bool:
    return (
        a.anchor.document == b.anchor.document
        and abs(a.anchor.span.start - b.anchor.span.start) < 250
        and bool(a.core & b.core)
    )


def merge_across(
    groups: list[Group], pack: Pack, decisions: Decisions, published: Mapping[str, tuple[date | None, date | None]]
) -> list[tuple[Group, tuple[Because, ...]]]:
    """Merge groups of different reports, best pairs first, as long as no veto lies inside the result."""
    parent = list(range(len(groups)))
    merged = dict(enumerate(groups))
    reasons: dict[int, list[Because]] = defaultdict(list)
    for score, i, j, names in _ranked_pairs(groups, pack, published):
        a, b = _root(parent, i), _root(parent, j)
        if a == b or score < ACROSS or affinity(merged[a], merged[b], pack) is None:
            continue
        if _kept_apart(merged[a], merged[b], decisions):
            continue
        low, high = min(a, b), max(a, b)
        parent[high] = low
        merged[low] = merged[low].joined(merged.pop(high))
        anchors = (groups[i].profiles[0].anchor, groups[j].profiles[0].anchor)
        reasons[low] += [*reasons.pop(high, []), Because("one-happening", ", ".join(names).replace("-", " "), anchors)]
    return [(merged[i], tuple(reasons[i])) for i in sorted(merged)]


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _ranked_pairs(
    groups: list[Group], pack: Pack, published: Mapping[str, tuple[date | None, date | None]]
) -> list[tuple[float, int, int, tuple[str, ...]]]:
    pairs = sorted({pair for block in _blocks(groups).values() for pair in _near_pairs(block)})
    found = []
    for i, j in pairs:
        if groups[i].reports & groups[j].reports or _far_apart(groups[i], groups[j], published):
            continue
        scored = affinity(groups[i], groups[j], pack)
        if scored:
            found.append((scored[0], i, j, scored[1]))
    return sorted(found, key=lambda item: (-item[0], item[1], item[2]))


def _blocks(groups: list[Group]) -> dict[tuple[str, ...], list[int]]:
    """Groups that share something rare: a figure, or a place, for one kind of happening."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        for family in sorted({p.family for p in group.profiles}):
            for key in sorted({k.key for k in group.places if k.is_town or k.direction == "to"}):
                blocks["place", family, key].append(i)
            for figure in group.figures:
                if figure.amount.bound is Bound.EXACT:
                    blocks["figure", family, str(figure.amount.low)].append(i)
    return blocks


def _near_pairs(block: list[int]) -> Iterator[tuple[int, int]]:
    for n, i in enumerate(block):
        for j in block[n + 1 : n + 1 + REACH]:
            if i != j:
                yield min(i, j), max(i, j)


def _far_apart(a: Group, b: Group, published: Mapping[str, tuple[date | None, date | None]]) -> bool:
    """Reports published more than a month apart do not tell one happening unless they date it alike."""
    mine = [published[r] for r in sorted(a.reports) if r in published]
    theirs = [published[r] for r in sorted(b.reports) if r in published]
    if not mine or not theirs or any(p.days for p in (*a.profiles, *b.profiles)):
        return False
    x, y = mine[0], theirs[0]
    if x[0] is None or x[1] is None or y[0] is None or y[1] is None:
        return False
    return (y[0] - x[1]).days > 31 or (x[0] - y[1]).days > 31


def _kept_apart(a: Group, b: Group, decisions: Decisions) -> bool:
    mine = {p.anchor for p in a.profiles}
    theirs = {p.anchor for p in b.profiles}
    return any((x in mine and y in theirs) or (y in mine and x in theirs) for x, y in decisions.apart.get("event", ()))


def _event(group: Group, because: tuple[Because, ...]) -> Event:
    days = [p.days for p in group.profiles if p.days]
    kinds = sorted(group.kinds, key=lambda k: (-sum(p.kind == k for p in group.profiles), k))
    kind = "kill" if "kill" in kinds else kinds[0]
    return Event(
        id=cluster_id("event", (p.anchor for p in group.profiles)),
        kind=kind,
        label=kind,
        mentions=tuple(p.mention.id for p in group.profiles),
        statements=tuple(dict.fromkeys(p.statement.id for p in group.profiles)),
        agents=tuple(sorted(group.agents)),
        targets=tuple(sorted(group.core)),
        places=tuple(sorted({k.key for k in group.places if k.near})),
        earliest=max((d[0] for d in days), default=None),
        latest=min((d[1] for d in days), default=None),
        because=because,
    )
