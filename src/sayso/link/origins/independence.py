"""How many of a set of things are surely apart: the largest choice of which no two may be the same.

Exact for small clusters of doubt, which is what texts make; a safe lower bound for large ones.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

__all__ = ["surely_apart"]

EXACT = 22  # larger clusters of mutual doubt are bounded from below, greedily


def surely_apart(nodes: Collection[str], doubts: Mapping[str, frozenset[str]]) -> int:
    """Return the size of the largest subset of `nodes` without two that `doubts` says may be the same."""
    todo = set(nodes)
    total = 0
    while todo:
        cluster = _reach(min(todo), todo, doubts)
        todo -= cluster
        near = {n: doubts.get(n, frozenset()) & cluster for n in cluster}
        total += _exact(frozenset(cluster), near) if len(cluster) <= EXACT else _greedy(cluster, near)
    return total


def _reach(start: str, inside: set[str], doubts: Mapping[str, frozenset[str]]) -> set[str]:
    found, edge = {start}, [start]
    while edge:
        for other in doubts.get(edge.pop(), frozenset()):
            if other in inside and other not in found:
                found.add(other)
                edge.append(other)
    return found


def _exact(cluster: frozenset[str], near: Mapping[str, frozenset[str] | set[str]]) -> int:
    if not cluster:
        return 0
    node = max(sorted(cluster), key=lambda n: len(near[n] & cluster))
    others = near[node] & cluster
    if not others:
        return len(cluster)  # the busiest has no doubt left, so nobody has
    return max(_exact(cluster - {node}, near), 1 + _exact(cluster - {node} - others, near))


def _greedy(cluster: set[str], near: Mapping[str, frozenset[str] | set[str]]) -> int:
    chosen: set[str] = set()
    for node in sorted(cluster, key=lambda n: (len(near[n]), n)):
        if not near[node] & chosen:
            chosen.add(node)
    return len(chosen)
