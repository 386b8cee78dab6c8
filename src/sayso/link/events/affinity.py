"""How much speaks for two groups of mentions being one happening; a veto beats any score (see docs/design).

Every feature is one line of `FEATURES` with its weight, so that the reason of a link can be listed and replayed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.annotate.actors import compatible_classes
from sayso.lang.packs import Pack
from sayso.link.events.profile import PlaceKey, Profile
from sayso.model.annotations import Quantity
from sayso.values.amount import Amount, Bound, compare_amounts
from sayso.values.comparison import Comparison

RUNNING_DAYS = 31
SMALL = 30  # dead; towns in a war have several such days
SINGULAR = frozenset({"mutiny", "request"})

__all__ = ["Group", "affinity", "days_overlap", "is_telling", "same_figure"]


@dataclass(frozen=True)
class Group:
    """Mentions taken to tell one happening; compared as a whole. Profiles are sorted by where they stand."""

    profiles: tuple[Profile, ...]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of its mentions."""
        return frozenset(p.kind for p in self.profiles)

    @cached_property
    def family(self) -> str:
        """The family it is compared under: a killing stays one although an attack tells of it too."""
        families = sorted({p.family for p in self.profiles})
        return "kill" if "kill" in families else families[0]

    @cached_property
    def core(self) -> frozenset[str]:
        """Classes of its main participants."""
        return frozenset(c for p in self.profiles for c in p.core)

    @cached_property
    def agents(self) -> frozenset[str]:
        """Classes of its doers."""
        return frozenset(c for p in self.profiles for c in p.agents)

    @cached_property
    def names(self) -> frozenset[str]:
        """Skeletons of the persons named as the main participant."""
        return frozenset(n for p in self.profiles for n in p.names)

    @cached_property
    def is_single(self) -> bool:
        """Whether it happened to one person."""
        return any(p.is_single for p in self.profiles)

    @cached_property
    def others(self) -> frozenset[str]:
        """Classes of the party that is not the main one."""
        return frozenset(c for p in self.profiles for c in p.others)

    @cached_property
    def words(self) -> frozenset[str]:
        """Words for its main participants."""
        return frozenset(w for p in self.profiles for w in p.words)

    @cached_property
    def places(self) -> frozenset[PlaceKey]:
        """All places its mentions name."""
        return frozenset(k for p in self.profiles for k in p.places)

    @cached_property
    def towns(self) -> tuple[Mapping[str, frozenset[str]], ...]:
        """The distinct town-sized places its mentions name close by, by direction."""
        distinct = {
            tuple(sorted((way, tuple(sorted(keys))) for way, keys in p.towns.items())): p.towns for p in self.profiles
        }
        return tuple(distinct[key] for key in sorted(distinct) if key)

    @cached_property
    def days(self) -> tuple[tuple[date, date], ...]:
        """The distinct intervals of days its mentions tell."""
        return tuple(sorted({p.days for p in self.profiles if p.days}))

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The figures that count its participants."""
        return tuple(p.figure for p in self.profiles if p.figure)

    @cached_property
    def is_total(self) -> bool:
        """Whether a figure of it is a running total."""
        return any(p.is_total for p in self.profiles)

    @cached_property
    def reports(self) -> frozenset[str]:
        """Ids of the reports that tell it."""
        return frozenset(p.statement.report for p in self.profiles)

    def joined(self, other: Group) -> Group:
        """Return both groups as one."""
        return Group(tuple(sorted((*self.profiles, *other.profiles), key=lambda p: p.anchor)))


def affinity(a: Group, b: Group, pack: Pack) -> tuple[float, tuple[str, ...]] | None:
    """Return the score of two groups with the names of the features that made it, or None where a veto holds."""
    if _is_vetoed(a, b, pack):
        return None
    features = [
        ("same-telling-figure", 4.0, same_figure(a, b)),
        ("same-named-person", 4.0, bool(a.names & b.names)),
        ("same-small-figure", 1.0, not same_figure(a, b) and _are_placed(a, b) and _compatible_figure(a, b)),
        ("same-place", 2.0, bool(_near(a) & _near(b))),
        ("same-setting", 1.5, not _near(a) & _near(b) and not a.reports & b.reports and bool(_towns(a) & _towns(b))),
        ("overlapping-days", 2.0, days_overlap(a, b)),
        ("same-participants", 1.0, bool(a.core and b.core) and _compatible(a.core, b.core, pack)),
        ("same-words-for-participants", 0.5 if a.core or b.core else 1.5, bool(a.words & b.words)),
        ("same-other-party", 0.5, bool(a.others and b.others) and _compatible(a.others, b.others, pack)),
        ("same-goal", 1.0, not _near(a) & _near(b) and bool(_goals(a) & _goals(b))),
        ("one-names-no-party", _one_party(a, b), (not a.core or not b.core) and bool(_towns(a) & _towns(b))),
        ("figures-conflict", -1.5, _conflicting_figure(a, b)),
    ]
    held = [(name, weight) for name, weight, holds in features if holds]
    return sum(weight for _, weight in held), tuple(name for name, _ in held)


def _are_placed(a: Group, b: Group) -> bool:
    """Two wounded here and two there: a small figure says something only of one report, one town, or one day."""
    return bool(a.reports & b.reports or _towns(a) & _towns(b)) or days_overlap(a, b)


def _one_party(a: Group, b: Group) -> float:
    """What it is worth that one side names no participant: in one report there is one mutiny, but many killings."""
    alike = a.reports & b.reports and (a.kinds | b.kinds) <= SINGULAR
    return 1.5 if alike else 1.0


def _is_vetoed(a: Group, b: Group, pack: Pack) -> bool:
    if _other_persons(a, b):
        return True
    if a.core and b.core and not _compatible(a.core, b.core, pack):
        return True
    if not a.core and not b.core and a.words and b.words and not a.words & b.words:
        return True  # burned tyres are not burned fields
    if a.is_total != b.is_total and a.figures and b.figures and "kill" in a.kinds | b.kinds:
        return True
    if _small_figures_differ(a, b) or _counted_twice(a, b):
        return True
    return _other_town(a, b) or (_other_days(a, b) and not _is_running(a, b)) or _far_figures(a, b) or _names_others(b)


def _other_persons(a: Group, b: Group) -> bool:
    """Two names are two persons; what happened to one person is not what happened to many."""
    if a.names and b.names:
        return not a.names & b.names
    one, other = (a, b) if a.is_single else (b, a)
    return one.is_single and not other.is_single and bool(other.core or other.figures)


def _far_figures(a: Group, b: Group) -> bool:
    """Figures of dead, wounded or held that differ threefold are of different happenings, loose words taken at their widest."""
    if not (a.kinds | b.kinds) & {"kill", "wound", "arrest"}:
        return False
    return any(_are_far(x.amount, y.amount) for x in a.figures for y in b.figures)


def _are_far(x: Amount, y: Amount) -> bool:
    if Bound.VAGUE not in {x.bound, y.bound}:
        lows = (x.low or 0.0, y.low or 0.0)
        return min(lows) > 0 and max(lows) > 3 * min(lows)
    return (x.low or 0.0) > 3 * _top(y) or (y.low or 0.0) > 3 * _top(x)


def _top(amount: Amount) -> float:
    return amount.high if amount.high is not None else amount.low or 0.0


def _counted_twice(a: Group, b: Group) -> bool:
    """One mouth that gives two exact figures in one report tells of two happenings: "four died there … six were killed"."""
    if not a.reports & b.reports or not a.kinds & b.kinds & {"kill", "wound", "arrest"}:
        return False
    return any(
        p.figure and q.figure and p.figure.amount.bound is q.figure.amount.bound is Bound.EXACT
        and p.figure.amount.low != q.figure.amount.low
        and p.statement.report == q.statement.report and p.speaker == q.speaker
        for p in a.profiles
        for q in b.profiles
    )  # fmt: skip


def _small_figures_differ(a: Group, b: Group) -> bool:
    """Reports that give exact figures of dead that differ, one of them small, and no day in common, tell of two happenings."""
    if a.reports & b.reports or "kill" not in a.kinds & b.kinds or days_overlap(a, b):
        return False
    mine = {q.amount.low for q in a.figures if q.amount.bound is Bound.EXACT and q.amount.low}
    theirs = {q.amount.low for q in b.figures if q.amount.bound is Bound.EXACT and q.amount.low}
    return bool(mine and theirs) and not mine & theirs and min(mine | theirs) < SMALL


def _names_others(group: Group) -> bool:
    """ "another five people": said to be others than those told of before."""
    return len(group.profiles) == 1 and group.profiles[0].of_others


def _compatible(a: frozenset[str], b: frozenset[str], pack: Pack) -> bool:
    return any(compatible_classes(x, y, pack) for x in a for y in b)


def _near(group: Group) -> frozenset[str]:
    """Towns, and goals of motion of any size, told close by; to be in one country says too little."""
    return frozenset(k.key for k in group.places if k.near and (k.is_town or k.direction == "to"))


def _goals(group: Group) -> frozenset[str]:
    return frozenset(k.key for k in group.places if k.direction == "to")


def _towns(group: Group) -> frozenset[str]:
    return frozenset(k.key for k in group.places if k.is_town)


def _other_town(a: Group, b: Group) -> bool:
    """Some mention of one names towns close by, and some mention of the other names others for the same direction."""
    return any(
        mine[way] and not mine[way] & theirs[way]
        for mine in a.towns
        for theirs in b.towns
        for way in mine.keys() & theirs.keys()
    )


def _other_days(a: Group, b: Group) -> bool:
    return any(x[0] > y[1] or y[0] > x[1] for x in a.days for y in b.days)


def _is_running(a: Group, b: Group) -> bool:
    """Flight goes on for days, and its figures with it."""
    days = [d for pair in (*a.days, *b.days) for d in pair]
    return all(p.family == "flee" for p in (*a.profiles, *b.profiles)) and (max(days) - min(days)).days <= RUNNING_DAYS


def days_overlap(a: Group, b: Group) -> bool:
    """Tell whether both tell of the same days."""
    return any(x[0] <= y[1] and y[0] <= x[1] for x in a.days for y in b.days)


def same_figure(a: Group, b: Group) -> bool:
    """Tell whether both have one exact figure in common that is rare enough to be a fingerprint."""
    mine = {q.amount.low for q in a.figures if is_telling(q)}
    return any(is_telling(q) and q.amount.low in mine for q in b.figures)


def is_telling(quantity: Quantity) -> bool:
    """Fifty and more, or thirty and more when not round: "ten killed" is told of many a day."""
    number = quantity.amount.low or 0
    return quantity.amount.bound is Bound.EXACT and (number >= 50 or (number >= 30 and number % 10 != 0))


def _compatible_figure(a: Group, b: Group) -> bool:
    good = {Comparison.EQUAL, Comparison.REFINES}
    return any(compare_amounts(x.amount, y.amount) in good for x in a.figures for y in b.figures)


def _conflicting_figure(a: Group, b: Group) -> bool:
    if not a.figures or not b.figures or "flee" in {p.family for p in (*a.profiles, *b.profiles)}:
        return False
    pairs = [(x.amount, y.amount) for x in a.figures for y in b.figures]
    if any(Bound.VAGUE in {x.bound, y.bound} for x, y in pairs):
        return False  # "dozens" is a loose word for a figure, not another figure
    return all(compare_amounts(x, y) is Comparison.CONFLICTS for x, y in pairs)
