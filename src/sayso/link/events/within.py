"""Merge the event mentions of one report."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sayso.lang.packs import Pack
from sayso.link.events.affinity import Group, affinity
from sayso.link.events.profile import Profile

__all__ = ["merge_within"]

ENOUGH = 1.5
REACH = 40  # a mention is compared with this many groups told last: cost stays linear in the report
ONE_SENTENCE = 250


def merge_within(report: list[Profile], pack: Pack) -> list[Group]:
    """Merge the mentions of one report: each joins the group before it that it fits best; a definite description
    ("the killings") joins the last group of its kind that nothing speaks against."""
    groups: list[Group] = []
    for profile in _with_goals(report):
        single = Group((profile,))
        best = _best_before(single, groups, pack, refers_back=profile.mention.refers_back)
        if best is None:
            groups.append(single)
        else:
            groups[best] = groups[best].joined(single)
    return _with_attacks(groups, pack)


def _with_goals(report: list[Profile]) -> list[Profile]:
    """Give flights that name no goal ("crossed the border") the goal that most flights of the report name."""
    flights = [p for p in report if p.family == "flee"]
    goals = Counter(k for p in flights for k in p.places if k.direction == "to" and not k.key.startswith("word:"))
    if not goals:
        return report
    most = max(goals.values())
    shared = frozenset(replace(k, near=False) for k in goals if goals[k] == most)
    return [replace(p, places=p.places | shared) if _lacks_goal(p) else p for p in report]


def _lacks_goal(p: Profile) -> bool:
    return p.family == "flee" and not any(k.direction == "to" for k in p.places)


def _best_before(single: Group, groups: list[Group], pack: Pack, *, refers_back: bool) -> int | None:
    """Return the index of the group a mention joins: for a definite description the one told last, else the best fit."""
    family = single.profiles[0].family
    latest = sorted(range(len(groups)), key=lambda i: groups[i].profiles[-1].anchor, reverse=True)[:REACH]
    fits = [
        (i, found[0])
        for i in latest
        if any(p.family == family for p in groups[i].profiles) and (found := affinity(groups[i], single, pack))
    ]
    if refers_back:
        return next((i for i, score in fits if score >= 0), None)
    best = max(fits, key=lambda item: item[1], default=None)
    return best[0] if best and best[1] >= ENOUGH else None


def _with_attacks(groups: list[Group], pack: Pack) -> list[Group]:
    """Join an attack to the killing of the same people that stands in one sentence with it: it tells who did it."""
    for attack in [g for g in groups if g.kinds == {"attack"}]:
        near = [k for k in groups if "kill" in k.kinds and _share_a_sentence(k, attack)]
        fits = [k for k in near if affinity(k, attack, pack) is not None]
        if fits:
            groups[groups.index(fits[0])] = fits[0].joined(attack)
            groups.remove(attack)
    return groups


def _share_a_sentence(a: Group, b: Group) -> bool:
    return any(_is_close(x, y) for x in a.profiles for y in b.profiles)


def _is_close(a: Profile, b: Profile) -> bool:
    apart = abs(a.anchor.span.start - b.anchor.span.start)
    return a.anchor.document == b.anchor.document and apart < ONE_SENTENCE and bool(a.core & b.core)
