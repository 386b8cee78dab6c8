"""Merge groups of different reports: first on what is rare, then, inside one story, on what is common.

A telling figure for one kind of victim, or the same days in one town, brings two reports together whatever else they tell; such
reports, those of one page and those that share passages tell one story. Only inside a story, or among reports published close together, may a town and
the participants alone make one happening of two mentions: towns are shelled on many days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import inf

from sayso.lang.packs import Pack
from sayso.link.corpus import Corpus
from sayso.link.events.affinity import Group, affinity, days_overlap, same_figure
from sayso.link.events.stories import Published, find_stories, name_stories, publishing_days
from sayso.link.groups import Groups
from sayso.link.judgements import Decisions
from sayso.model.annotations import Fact
from sayso.model.reconstruction import Because, Lineage, ReportDate
from sayso.values.amount import Bound

__all__ = ["merge_across"]

ENOUGH = 2.5
REACH = 15  # a group is compared with this many others of its block: cost stays linear in the corpus
ONE_STORY_DAYS = 14
TOLD_ONCE = frozenset({"mutiny", "request", "burn", "flee", "kill"})
HARM = frozenset({"wound", "fire", "attack", "arrest"})
OFTEN = HARM | {"kill"}  # what happens many times in a fortnight in a city that many reports name
FOLLOWED_DAYS = 4  # an incident is told again so soon; later its days or people must say that it is the same
NAMED = 2.0  # what it is worth that two reports share rare names
FEW = 12  # reports
LONGEST_DAYS = 10  # over which reports tell of one happening that nothing rare marks
FINGERPRINT = 50  # dead; an exact figure so high is told of one happening
A_CASE_DAYS = 60  # a case of longer is about no one happening in its main town
ABOUT = 0.3  # share of the case's reports


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two groups that may tell one happening; `strong` when they share something rare."""

    score: float
    a: int
    b: int
    names: tuple[str, ...]
    strong: bool


def merge_across(
    corpus: Corpus,
    groups: list[Group],
    pack: Pack,
    decisions: Decisions,
    lineage: tuple[Lineage, ...],
    dates: tuple[ReportDate, ...],
) -> list[tuple[Group, tuple[Because, ...]]]:
    """Merge groups, best pairs first, as long as no veto lies inside the result; judgements win."""
    published = publishing_days(dates)
    pairs = _pairs(groups, pack, published)
    merging = _Merging(groups, pack, decisions, published)
    stories = find_stories(corpus, lineage, published)
    told = name_stories(corpus, published)
    settings = _common_or_rare(corpus, groups, published)
    for pair in (p for p in pairs if p.strong):
        if merging.merge(pair):
            for report in (*groups[pair.a].reports, *groups[pair.b].reports):
                stories.unite(min(groups[pair.a].reports), report, "shares something rare")
    for pair in (p for p in pairs if not p.strong):
        if _one_story(groups[pair.a], groups[pair.b], stories, published, settings):
            merging.merge(pair)
    for pair in _story_pairs(groups, pack, stories, told):
        merging.merge(pair)
    return merging.result()


class _Merging:
    """Groups being merged; the root of a merged group is its least index, so the order of pairs alone decides."""

    def __init__(self, groups: list[Group], pack: Pack, decisions: Decisions, published: Published) -> None:
        self._groups, self._pack = groups, pack
        self._roots: Groups[int] = Groups(range(len(groups)))
        self._merged = dict(enumerate(groups))
        self._told_on = {i: _told_on(group, published) for i, group in enumerate(groups)}
        self._reasons: dict[int, list[Because]] = defaultdict(list)
        self._apart = [(x, y) for x, y in decisions.apart.get("event", ())]
        where = {p.anchor: i for i, group in enumerate(groups) for p in group.profiles}
        for x, y in decisions.same.get("event", ()):
            if x in where and y in where:
                self._unite(
                    where[x],
                    where[y],
                    Because("judged-same", "a person decided that they are one", (min(x, y), max(x, y))),
                )

    def merge(self, pair: _Pair) -> bool:
        """Merge the groups two indexes are in; tell whether they are one now."""
        a, b = self._roots.root(pair.a), self._roots.root(pair.b)
        if a == b:
            return True
        low, high = min(a, b), max(a, b)
        longest = LONGEST_DAYS if self._merged[low].family in OFTEN else 2 * LONGEST_DAYS
        if not pair.strong and _spread(self._told_on[low], self._told_on[high]) > longest:
            return False
        if affinity(self._merged[low], self._merged[high], self._pack) is None or self._kept_apart(low, high):
            return False
        anchors = (self._groups[pair.a].profiles[0].anchor, self._groups[pair.b].profiles[0].anchor)
        because = Because("one-happening", ", ".join(pair.names).replace("-", " "), tuple(sorted(anchors)))
        self._unite(low, high, because)
        return True

    def _unite(self, a: int, b: int, because: Because) -> None:
        """Make one group of two, without asking; the lower index stays."""
        low, high = sorted((self._roots.root(a), self._roots.root(b)))
        if low != high:
            self._roots.unite(low, high, because.rule)
            self._merged[low] = self._merged[low].joined(self._merged.pop(high))
            self._told_on[low] = (*self._told_on[low], *self._told_on.pop(high))
            self._reasons[low] += [*self._reasons.pop(high, []), because]

    def _kept_apart(self, a: int, b: int) -> bool:
        if not self._apart:
            return False
        mine = {p.anchor for p in self._merged[a].profiles}
        theirs = {p.anchor for p in self._merged[b].profiles}
        return any((x in mine and y in theirs) or (y in mine and x in theirs) for x, y in self._apart)

    def result(self) -> list[tuple[Group, tuple[Because, ...]]]:
        """Return the merged groups with the reasons that made them."""
        return [(self._merged[i], tuple(self._reasons[i])) for i in sorted(self._merged)]


def _pairs(groups: list[Group], pack: Pack, published: Published) -> list[_Pair]:
    candidates = sorted({pair for block in _blocks(groups).values() for pair in _near_pairs(block)})
    found = []
    for i, j in candidates:
        a, b = groups[i], groups[j]
        if a.reports & b.reports or _days_apart(a, b, published) > 2 * ONE_STORY_DAYS:
            continue
        scored = affinity(a, b, pack)
        if scored and scored[0] >= ENOUGH:
            found.append(
                _Pair(
                    scored[0],
                    i,
                    j,
                    scored[1],
                    _same_fingerprint(a, b)
                    or "same-named-person" in scored[1]
                    or (days_overlap(a, b) and "same-place" in scored[1]),
                )
            )
    return sorted(found, key=lambda p: (-p.score, p.a, p.b))


def _same_fingerprint(a: Group, b: Group) -> bool:
    """Tell whether both give one telling figure; of few dozens only where they share a town as well."""
    if not same_figure(a, b):
        return False
    mine = {q.amount.low for q in a.figures if q.amount.bound is Bound.EXACT}
    shared = {q.amount.low or 0.0 for q in b.figures if q.amount.low in mine}
    return max(shared, default=0.0) >= FINGERPRINT or bool(
        {k.key for k in a.places if k.is_town} & {k.key for k in b.places}
    )


def _story_pairs(
    groups: list[Group], pack: Pack, stories: Groups[str], told: frozenset[tuple[str, str]]
) -> list[_Pair]:
    """Return pairs inside one story that no place brings together, of kinds that a story tells once: one mutiny, one
    flight, one request. A denial that names nobody ("no one fled") denies the story's."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        if group.family in TOLD_ONCE or group.family in HARM:
            blocks[stories.root(min(group.reports)), group.family].append(i)
    found = []
    for i, j in sorted({pair for block in blocks.values() for pair in _near_pairs(block)}):
        a, b = groups[i], groups[j]
        named = not told.isdisjoint((min(x, y), max(x, y)) for x in a.reports for y in b.reports)
        if a.reports & b.reports or not (named or a.family in TOLD_ONCE):
            continue
        scored = affinity(a, b, pack)
        if (
            scored
            and scored[0] + max(_story_bonus(a, b) if a.family in TOLD_ONCE else 0.0, NAMED if named else 0.0) >= ENOUGH
        ):
            found.append(_Pair(scored[0], i, j, (*scored[1], "same-story"), strong=named))
    return sorted(found, key=lambda p: (-p.score, p.a, p.b))


def _story_bonus(a: Group, b: Group) -> float:
    if a.family == "kill":  # "the guards were killed": of the guards the story is about
        known = any(p.is_definite for p in (*a.profiles, *b.profiles)) and bool(a.core and b.core)
        return 1.0 if known and not (a.is_single or b.is_single) else 0.0
    open_ = [g for g in (a, b) if not g.core]
    if open_ and (a.family != "flee" or any(p.mention.fact is Fact.DENIED for g in open_ for p in g.profiles)):
        return ENOUGH
    return 1.0


def _blocks(groups: list[Group]) -> dict[tuple[str, ...], list[int]]:
    """Groups that share something rare: a figure, or a place, for one kind of happening."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        for key in sorted({k.key for k in group.places if k.is_town or k.direction == "to"}):
            blocks["place", group.family, key].append(i)
        for name in sorted(group.names):
            blocks["name", group.family, name].append(i)
        for figure in sorted({str(q.amount.low) for q in group.figures if q.amount.bound is Bound.EXACT}):
            blocks["figure", group.family, figure].append(i)
    return blocks


def _near_pairs(block: list[int]) -> Iterator[tuple[int, int]]:
    for n, i in enumerate(block):
        for j in block[n + 1 : n + 1 + REACH]:
            if i != j:
                yield min(i, j), max(i, j)


def _one_story(
    a: Group,
    b: Group,
    stories: Groups[str],
    published: Published,
    settings: frozenset[str],
) -> bool:
    if stories.root(min(a.reports)) == stories.root(min(b.reports)):
        return True
    apart = _days_apart(a, b, published)
    if apart > ONE_STORY_DAYS:
        return False
    if apart >= 0 and (a.family not in OFTEN or days_overlap(a, b) or apart <= FOLLOWED_DAYS):
        return True
    shared = {k.key for k in a.places} & {k.key for k in b.places}
    if apart >= 0 and not (a.days or b.days):
        return False
    return bool(shared & settings)  # the place itself must tell


def _told_on(group: Group, published: Published) -> tuple[date, ...]:
    """Return the last days on which the dated reports of a group may have been published."""
    return tuple(sorted({day for r in group.reports if (day := published.get(r, (None, None))[1])}))


def _spread(mine: tuple[date, ...], theirs: tuple[date, ...]) -> int:
    """Return over how many days the reports of both lie; 0 where one of them has none that is dated."""
    both = (*mine, *theirs)
    return (max(both) - min(both)).days if mine and theirs else 0


def _common_or_rare(corpus: Corpus, groups: list[Group], published: Published) -> frozenset[str]:
    """Return the places that few reports name, or that the case is about where it is of few weeks; a city named in every
    tenth report tells nothing, nor does the main city of a war of years."""
    reports: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for key in {k.key for k in group.places}:
            reports[key] |= group.reports
    days = sorted(last for _, last in published.values() if last)
    about = ABOUT * len(corpus.reports) if not days or (days[-1] - days[0]).days <= A_CASE_DAYS else inf
    return frozenset(key for key, named in reports.items() if len(named) <= FEW or len(named) >= about)


def _days_apart(a: Group, b: Group, published: Published) -> int:
    """Return the days between two groups' reports, at the least; -1 where one of them is not dated."""
    mine = next((published[r] for r in sorted(a.reports) if r in published), (None, None))
    theirs = next((published[r] for r in sorted(b.reports) if r in published), (None, None))
    if mine[0] is None or mine[1] is None or theirs[0] is None or theirs[1] is None:
        return -1
    return max((theirs[0] - mine[1]).days, (mine[0] - theirs[1]).days, 0)
