"""Two names part by part: which stand for which, what is left over, and what that tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from sayso.lang.names import load_name_lore
from sayso.values.name_parts import Name, Part, Role, Writing
from sayso.values.name_verdict import Pairing, Reason, Verdict
from sayso.values.name_words import MOST_APART, Relation, Sureness, WordMatch, compare_parts, joined_alike

__all__ = ["align"]


SKIP = 1.1
MOST_SLIPS = 1.5
_SURE = frozenset({Relation.SAME, Relation.SPELLING, Relation.LETTERS})
JOINT = 0.02
_JOINS = (2, 3)
_SHAPES = ((1, 1), *((wide, 1) for wide in _JOINS), *((1, wide) for wide in _JOINS))
_TELLING = frozenset({Relation.SAME, Relation.SPELLING, Relation.LETTERS, Relation.TYPO, Relation.JUMBLED})


def align(a: Name, b: Name) -> Verdict:
    """Compare two names taken apart; symmetric but for `longer`, `pairings` and `between`, which name sides."""
    if not a.parts or not b.parts:
        return Verdict(Reason.EMPTY)
    if a.signs and b.signs:  # one sign more or less is another name
        return Verdict(Reason.SAME, True, True, likeness=1.0) if a.signs == b.signs else Verdict(Reason.CONFLICT)
    if a.generation and b.generation and a.generation != b.generation:
        return Verdict(Reason.CONFLICT, between=(a.generation, b.generation))
    links = _links(a, b)
    lonely = _lonely(len(a.parts), (found[:2] for found in links)), _lonely(len(b.parts), (f[2:] for f in links))
    if None not in lonely:
        between = (a.parts[lonely[0] or 0].text, b.parts[lonely[1] or 0].text)
        return Verdict(Reason.CONFLICT if links else Reason.NOTHING, between=between)
    return _judge(a, b, _best(a, b, links))


Span = tuple[int, int, int, int]
"""Parts of the first name and of the second, by index, half-open."""


def _links(a: Name, b: Name) -> dict[Span, WordMatch]:
    """Return which parts, or neighbouring parts written as one, may stand for which."""
    sureness = _sureness(a, b)
    found: dict[Span, WordMatch] = {}
    for i, p in enumerate(a.parts):
        for j, q in enumerate(b.parts):
            match = compare_parts(p, q, sureness)
            if match.relation is not Relation.OTHER:
                found[i, i + 1, j, j + 1] = match
    for i, wide, j, match in _joints(a.parts, b.parts, sureness):
        found[i, i + wide, j, j + 1] = match
    for j, wide, i, match in _joints(b.parts, a.parts, sureness):
        found[i, i + 1, j, j + wide] = match
    return found


def _joints(
    parts: Sequence[Part], others: Sequence[Part], sureness: Sureness
) -> Iterator[tuple[int, int, int, WordMatch]]:
    """Yield neighbouring parts (the first, how many) that stand for one part of the other name."""
    for wide in _JOINS:
        for i in range(len(parts) - wide + 1):
            letters = sum(len(p.text) for p in parts[i : i + wide])
            for j, one in enumerate(others):
                if abs(letters - len(one.text)) <= MOST_APART:
                    match = joined_alike(parts[i : i + wide], one, sureness)
                    if match.relation is not Relation.OTHER:
                        yield i, wide, j, match


def _sureness(a: Name, b: Name) -> Sureness:
    if a.writing is not b.writing:
        return Sureness.BONES
    if a.writing is not Writing.SOUND:
        return Sureness.LETTERS
    return Sureness.SYLLABLES if a.syllabic and b.syllabic and (a.older or b.older) else Sureness.SOUNDS


def _lonely(count: int, spans: Iterable[tuple[int, ...]]) -> int | None:
    """Return the first part that nothing can stand for, None when there is none."""
    matched = {i for first, last in spans for i in range(first, last)}
    return next((i for i in range(count) if i not in matched), None)


def _best(a: Name, b: Name, links: Mapping[Span, WordMatch]) -> list[Pairing]:
    """Return the cheapest pairing; other orders than the written ones only where these leave parts over."""
    plain = tuple(range(len(a.parts))), tuple(range(len(b.parts)))
    cost, pairings = _cheapest(*plain, links)
    if cost < SKIP:
        return pairings
    orders: list[tuple[Sequence[int], Sequence[int]]] = [(turned, plain[1]) for turned in _turns(a, b)]
    orders += [(plain[0], turned) for turned in _turns(b, a)]
    found = [(cost, pairings)]
    for first, second in orders:
        turned_cost, turned = _cheapest(first, second, links)
        if _sure(turned, len(a.parts) + len(b.parts)):
            found.append((turned_cost, turned))
    return min(found, key=lambda one: round(one[0], 6))[1]


def _sure(pairings: Sequence[Pairing], parts: int) -> bool:
    """Tell whether parts agree well enough to read a name in another order than it is written in."""
    relations = [p.match.relation for p in pairings]
    left_over = sum(p.a[1] - p.a[0] + p.b[1] - p.b[0] for p in pairings) < parts
    weak = Relation.NICKNAME in relations or (left_over and Relation.INITIAL in relations)
    return not weak and relations.count(Relation.TYPO) <= 1


def _cheapest(x: Sequence[int], y: Sequence[int], links: Mapping[Span, WordMatch]) -> tuple[float, list[Pairing]]:
    """Return the cheapest pairing of parts in these orders, and its cost."""
    rows: list[list[tuple[float, list[Pairing]]]] = []
    for i in range(len(x) + 1):
        rows.append([])
        for j in range(len(y) + 1):
            steps = [(rows[i - 1][j][0] + SKIP, rows[i - 1][j][1])] if i else []
            steps += [(rows[i][j - 1][0] + SKIP, rows[i][j - 1][1])] if j else []
            for wide, broad in _SHAPES:
                left, right = _span(x, i, wide), _span(y, j, broad)
                match = links.get((*left, *right)) if left and right else None
                if left and right and match:
                    cost, before = rows[i - wide][j - broad]
                    joint = match.cost + JOINT * (wide + broad - 2)
                    steps.append((cost + joint, [*before, Pairing(left, right, match)]))
            rows[i].append(min(steps, key=lambda step: step[0], default=(0.0, [])))
    return rows[-1][-1]


def _span(order: Sequence[int], end: int, length: int) -> tuple[int, int] | None:
    """Return the parts in these places, None when there are too few or they do not stand side by side in the name."""
    if length > end:
        return None
    first, last = order[end - length], order[end - 1]
    return (first, last + 1) if last - first == length - 1 else None


def _turns(name: Name, other: Name) -> list[Sequence[int]]:
    """Return the orders a name may also be said in: family name first, or last; never so that given names change places."""
    count = len(name.parts)
    if count < 2 or any(_of_father(p) for p in (*name.parts, *other.parts)):
        return []
    if not (name.turned or other.turned) and all(_given(p) for p in name.parts):
        return []
    orders: list[Sequence[int]] = []
    if not _chained(name.parts[-1], name.parts[:-1]):
        orders.append((count - 1, *range(count - 1)))
    if count > 2 and not _chained(name.parts[0], name.parts[1:]):
        orders.append((*range(1, count), 0))
    return orders


def _chained(moved: Part, others: Sequence[Part]) -> bool:
    """Tell whether a part is a name in a chain of fathers, where order tells who is whose son."""
    return _arabic(moved) and any(map(_arabic, others))


def _arabic(part: Part) -> bool:
    return bool(part.names & load_name_lore().arabic or part.first or part.last)


def _of_father(part: Part) -> bool:
    """Tell whether a part is marked as the father's by a word before it, not by its ending."""
    return part.role is Role.FATHER and not part.text.endswith(_patronymics())


def _given(part: Part) -> bool:
    return bool(part.names) or part.role is Role.KUNYA or bool(part.first or part.last)


@cache
def _patronymics() -> tuple[str, ...]:
    return tuple(sorted(load_name_lore().parts["patronymics"]))


def _judge(a: Name, b: Name, pairings: list[Pairing]) -> Verdict:
    left = [i for i in range(len(a.parts)) if not any(p.a[0] <= i < p.a[1] for p in pairings)]
    right = [j for j in range(len(b.parts)) if not any(p.b[0] <= j < p.b[1] for p in pairings)]
    found = tuple(pairings)
    if left and right:
        between = (a.parts[left[0]].text, b.parts[right[0]].text)
        reason = Reason.CONFLICT if pairings else Reason.NOTHING
        return Verdict(reason, pairings=found, between=between)
    telling = [p for p in pairings if p.match.relation in _TELLING]
    longer = bool(left) - bool(right)
    if not telling:
        return Verdict(Reason.INITIALS, longer=longer, pairings=found)
    if sum(p.match.slip for p in pairings) > MOST_SLIPS:
        return Verdict(Reason.SLIPS, longer=longer, pairings=found)
    likeness = 1 - sum(p.match.cost for p in pairings) / len(pairings) / 2
    if not longer:
        exact = all(p.match.relation is Relation.SAME for p in pairings)
        return Verdict(Reason.SAME if exact else Reason.VARIANT, True, True, 0, likeness, found)
    return _shorter((a, b), left or right, longer, likeness, found)


def _shorter(
    names: tuple[Name, Name], missing: list[int], longer: int, likeness: float, found: tuple[Pairing, ...]
) -> Verdict:
    """Judge a name whose parts all stand in a fuller one: a lone part may be anybody's of that name."""
    a, b = names
    full = a if longer > 0 else b
    kept = len(full.parts) - len(missing)
    likeness *= 1 - 0.1 * len(missing) / len(full.parts)
    if kept == 1 and len(found) == 1:
        fits = (0 not in missing or len(full.parts) - 1 not in missing) and found[0].match.relation in _SURE
        return Verdict(Reason.LONE if fits else Reason.CONFLICT, False, fits, longer, likeness / 2, found)
    initials = [p for p in found if p.match.relation is Relation.INITIAL]
    if (initials and 0 in missing) or any(_family(p, a, b) for p in initials):
        return Verdict(Reason.INITIALS, longer=longer, pairings=found)
    if 0 in missing and _chain(full):
        return Verdict(Reason.ANOTHER_GIVEN, longer=longer, pairings=found)
    return Verdict(Reason.FULLER, True, True, longer, likeness, found)


def _family(pairing: Pairing, a: Name, b: Name) -> bool:
    """Tell whether a pairing has the last part of either name."""
    return pairing.a[1] == len(a.parts) or pairing.b[1] == len(b.parts)


def _chain(full: Name) -> bool:
    """Tell whether a name is a chain of fathers in the Arabic way, whose first part alone is the bearer's own."""
    return full.parts[0].role is not Role.KUNYA and any(
        p.role is Role.NISBA or _of_father(p) or _arabic(p) for p in (full.parts[0], full.parts[-1])
    )
