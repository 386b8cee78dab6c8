"""Groups of things brought together one pair at a time, each union with its reason; the root is always the least member."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

__all__ = ["Groups"]


class Ordered(Protocol):
    """Something with an order, so that results never depend on the order of unions."""

    def __lt__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...


K = TypeVar("K")


class Groups(Generic[K]):
    """Disjoint sets over ordered keys; `unions` keeps every pair that was united, with the reason."""

    def __init__(self, keys: Iterable[K] = ()) -> None:
        self._parent: dict[K, K] = {key: key for key in keys}
        self._apart: list[tuple[K, K]] = []
        self.unions: list[tuple[K, K, str]] = []

    def root(self, key: K) -> K:
        """Return the least member of the group that `key` is in."""
        parent = self._parent
        parent.setdefault(key, key)
        top = key
        while parent[top] != top:
            top = parent[top]
        while parent[key] != top:
            parent[key], key = top, parent[key]
        return top

    def unite(self, a: K, b: K, why: str) -> bool:
        """Bring two groups together and keep the reason; tell whether they were apart."""
        x, y = self.root(a), self.root(b)
        if x == y or self._forbidden(x, y):
            return False
        low, high = (x, y) if x < y else (y, x)  # type: ignore[operator]  # keys are ordered: strings, numbers or tuples
        self._parent[high] = low
        self.unions.append((a, b, why))
        return True

    def forbid(self, a: K, b: K) -> None:
        """Keep two things apart from now on, whatever their groups become; what is one already stays one."""
        self._apart.append((a, b))

    def _forbidden(self, x: K, y: K) -> bool:
        return any({self.root(a), self.root(b)} == {x, y} for a, b in self._apart)

    def members(self) -> dict[K, list[K]]:
        """Return root → sorted members, in the order of roots."""
        found: dict[K, list[K]] = {}
        for key in sorted(self._parent):  # type: ignore[type-var]  # as above
            found.setdefault(self.root(key), []).append(key)
        return found

    def reasons(self) -> dict[K, list[tuple[K, K, str]]]:
        """Return root → the unions that made its group, in the order they were made."""
        found: dict[K, list[tuple[K, K, str]]] = {}
        for a, b, why in self.unions:
            found.setdefault(self.root(a), []).append((a, b, why))
        return found
