"""Sets of days as bits of one number, and the days that a time expression means when said on a given day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.values.when import When, resolve

__all__ = ["Calendar", "Days"]

_ROUND = re.compile(r"XXXX-XX-XX (week|month)-(\d{1,2})$")
_DAYS, _SLACK = {"week": 7, "month": 30}, {"week": 2, "month": 10}
"""How many days "a week ago" and "a month ago" reach back, and how many more or less the words may mean."""

Days = int
"""A set of days: bit `n` stands for the `n`-th day of a calendar."""


@dataclass
class Calendar:
    """The days among which reports may have been published: from `first`, `length` of them.

    `vague` gives, for words of a vague past ("a few days ago"), the least and most days they may reach back.
    """

    first: date
    length: int
    vague: Mapping[str, tuple[int, int]]
    _told: dict[tuple[When, str, int], Days] = field(default_factory=dict)

    @property
    def every(self) -> Days:
        """All days."""
        return (1 << self.length) - 1

    def between(self, first: date | None, last: date | None) -> Days:
        """Return the days from `first` to `last`, both included; an end that is None is open."""
        low = max(0, (first - self.first).days) if first else 0
        high = min(self.length - 1, (last - self.first).days) if last else self.length - 1
        return ((1 << (high + 1)) - 1) & ~((1 << low) - 1) if low <= high else 0

    def ends(self, days: Days) -> tuple[date, date]:
        """Return the first and last of a set of days that is not empty."""
        low, high = (days & -days).bit_length() - 1, days.bit_length() - 1
        return self.first + timedelta(days=low), self.first + timedelta(days=high)

    def each(self, days: Days) -> Iterator[int]:
        """Yield the numbers of the days of a set, in order."""
        while days:
            least = days & -days
            yield least.bit_length() - 1
            days ^= least

    def told(self, when: When, words: str, day: int) -> Days:
        """Return the days meant by a time expression said on the `day`-th day; all days where it says nothing."""
        key = (when, words if when.timex == "PAST_REF" else "", day)
        if key not in self._told:
            self._told[key] = self._meant(when, words, self.first + timedelta(days=day))
        return self._told[key]

    def _meant(self, when: When, words: str, day: date) -> Days:
        if when.timex == "PAST_REF":
            reach = self.vague.get(" ".join(words.lower().split()))
            return self.between(day - timedelta(days=reach[1]), day - timedelta(days=reach[0])) if reach else self.every
        if ago := _ROUND.match(f"{when.timex} {when.relative}"):
            days, slack = _DAYS[ago[1]], _SLACK[ago[1]]
            then = day - timedelta(days=int(ago[2]) * days)
            return self.between(then - timedelta(days=slack), then + timedelta(days=slack))
        found = resolve(when, day, day)
        return self.between(*found) if found else self.every

    def says(self, when: When, words: str) -> bool:
        """Tell whether a time expression limits the days at all once the day of speaking is known."""
        return self.told(when, words, self.length // 2) != self.every

    def following(self, days: Days, most: int) -> Days:
        """Return the days of a set and the `most` days after each."""
        found = days
        for _ in range(most):
            found |= found << 1
        return found & self.every

    def since(self, days: Days) -> Days:
        """Return the first day of a set and all days after it."""
        return self.between(self.ends(days)[0], None) if days else self.every

    def until(self, days: Days) -> Days:
        """Return the last day of a set and all days before it."""
        return self.between(None, self.ends(days)[1]) if days else self.every
