"""Large events with parts: the dead and wounded of an attack, the arrests of a raid.

What is told in one sentence with an attack, or in a report that shares its people with the attack's, is part of it unless town,
day or persons speak against it. A part has one whole, the nearest; parts are events of their own and are never counted together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping

from sayso.link.corpus import Corpus
from sayso.link.events.affinity import Group, days_overlap
from sayso.link.events.profile import Profile
from sayso.model.text import Span

__all__ = ["find_parts"]

WHOLES = frozenset({"attack", "fire", "violence", "deploy"})
PARTS = frozenset({"kill", "wound", "arrest", "burn", "destroy"})
REACH = 300  # characters between a whole and its part, told in one sentence or the next


def find_parts(
    corpus: Corpus, groups: Mapping[str, Group], told: frozenset[tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    """Return event id → the ids of its parts, sorted. `told` are pairs of reports that share rare names."""
    whole_of: dict[str, str] = {}
    by_report = _by_report(groups)
    for report in sorted(by_report):
        whole_of |= _in_one_sentence(corpus, groups, by_report[report], whole_of)
    for a, b in sorted(told):
        for mine, theirs in ((a, b), (b, a)):
            whole_of |= _over_reports(groups, by_report.get(mine, ()), by_report.get(theirs, ()), whole_of)
    found: dict[str, list[str]] = defaultdict(list)
    for part, whole in whole_of.items():
        found[whole].append(part)
    return {whole: tuple(sorted(parts)) for whole, parts in found.items()}


def _by_report(groups: Mapping[str, Group]) -> dict[str, list[tuple[Profile, str]]]:
    """Report id → its event mentions with the id of their event, in text order."""
    found: dict[str, list[tuple[Profile, str]]] = defaultdict(list)
    for key, group in groups.items():
        for profile in group.profiles:
            found[profile.statement.report].append((profile, key))
    return {report: sorted(items, key=lambda i: (i[0].anchor, i[1])) for report, items in found.items()}


def _in_one_sentence(
    corpus: Corpus, groups: Mapping[str, Group], told: list[tuple[Profile, str]], known: Mapping[str, str]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for n, (profile, key) in enumerate(told):
        if profile.family not in PARTS or key in known or key in found:
            continue
        near = sorted(
            told[max(0, n - 4) : n + 5], key=lambda i: abs(i[0].anchor.span.start - profile.anchor.span.start)
        )
        for other, whole in near:
            if _can_hold(groups, whole, key) and _share_a_sentence(corpus, profile, other):
                found[key] = whole
                break
    return found


def _over_reports(
    groups: Mapping[str, Group],
    mine: list[tuple[Profile, str]] | tuple[()],
    theirs: list[tuple[Profile, str]] | tuple[()],
    known: Mapping[str, str],
) -> dict[str, str]:
    """The first thing told of harm in one report is part of the first attack told in the other."""
    part = next((key for profile, key in mine if profile.family in PARTS), None)
    whole = next((key for profile, key in theirs if profile.family in WHOLES), None)
    if part is None or whole is None or part in known or not _can_hold(groups, whole, part):
        return {}
    return {part: whole}


def _can_hold(groups: Mapping[str, Group], whole: str, part: str) -> bool:
    """Tell whether one event may be the whole of another: no other town, day or person speaks against it."""
    a, b = groups[whole], groups[part]
    if whole == part or a.family not in WHOLES or b.family not in PARTS or _other_towns(a, b):
        return False
    return not (a.days and b.days and not days_overlap(a, b)) and not (a.names and b.names and not a.names & b.names)


def _other_towns(a: Group, b: Group) -> bool:
    mine = {k.key for k in a.places if k.is_town and k.near}
    theirs = {k.key for k in b.places if k.is_town and k.near}
    return bool(mine and theirs) and not mine & theirs


def _share_a_sentence(corpus: Corpus, a: Profile, b: Profile) -> bool:
    if a.anchor.document != b.anchor.document or abs(a.anchor.span.start - b.anchor.span.start) > REACH:
        return False
    sentences = corpus.documents[a.anchor.document].sentences
    return _sentence(sentences, a) == _sentence(sentences, b)


def _sentence(sentences: tuple[Span, ...], profile: Profile) -> int:
    return bisect_right(sentences, profile.anchor.span.start, key=lambda s: s.start)
