"""The example's items as a table: how many of each kind were found, then each that was not, with what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.example.items import Item
from bench.example.page import ExampleCase

__all__ = ["Result", "figures", "run", "table"]


@dataclass(frozen=True, slots=True)
class Result:
    """One item's outcome; `wrong` is "" when it was found, `known` tells that it is listed as not managed yet."""

    name: str
    wrong: str
    known: bool

    @property
    def kind(self) -> str:
        """The kind of item: the first part of its name, and for questions the question."""
        parts = self.name.split("/")
        return "/".join(parts[:2]) if parts[0] == "question" else parts[0]


def run(items: Sequence[Item], case: ExampleCase, not_yet: frozenset[str]) -> list[Result]:
    """Check every item."""
    return [Result(item.name, item.check(case), item.name in not_yet) for item in items]


def figures(results: Sequence[Result]) -> Mapping[str, float]:
    """Return how many items of each kind there are and how many were found."""
    every, right = Counter(r.kind for r in results), Counter(r.kind for r in results if not r.wrong)
    found: dict[str, float] = {"items": len(results), "found": sum(right.values())}
    for kind in every:
        found[f"{kind} items"], found[f"{kind} found"] = every[kind], right[kind]
    return found


def table(results: Sequence[Result]) -> str:
    """Return the table as text: kinds, surprises, then what is missing."""
    every, right = Counter(r.kind for r in results), Counter(r.kind for r in results if not r.wrong)
    lines = [f"{kind:<44}{right[kind]:>4} of {every[kind]}" for kind in every]
    lines.append(f"{'all':<44}{sum(right.values()):>4} of {len(results)}")
    for title, chosen in (
        ("found, though listed as not managed yet", [r for r in results if r.known and not r.wrong]),
        ("NOT FOUND", [r for r in results if r.wrong and not r.known]),
        ("not found, as listed", [r for r in results if r.wrong and r.known]),
    ):
        if chosen:
            lines += ["", f"{title} ({len(chosen)})", *(f"  {r.name}: {r.wrong or 'found'}" for r in chosen)]
    return "\n".join(lines)
