"""How much of a case one page shows, so that it opens fast whatever the case; what is left out is said on the page."""

from __future__ import annotations

from typing import Final

__all__ = ["REST", "plural", "rest"]

TEXT_BUDGET: Final = 1_000_000  # characters of texts; with marks about three times as many bytes
CONTESTED: Final = 30
OTHERS: Final = 12
FIGURE_TABLES: Final = 20
FIGURE_ROWS: Final = 30
DAYS: Final = 60
VOICES: Final = 25
VOICES_FOLDED: Final = 175
SOURCES: Final = 400
FEEDS: Final = 120
DRIFTS: Final = 8
DRIFTS_FOLDED: Final = 60
ANSWER_DRIFTS: Final = 6  # changes on the way that are told beneath an answer
JUDGEMENTS: Final = 200
SHOWN: Final = 6  # citations of an answer that are open at once; fewer where many answers stand side by side
SHOWN_AMONG_MANY: Final = 4
FOLDED: Final = 14
ALSO: Final = 6
LINES: Final = 12

REST: Final = "sayso export has them all"


def plural(number: int, noun: str) -> str:
    """Say how many: "1 report", "1,200 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def rest(total: int, shown: int, noun: str) -> str:
    """Say what was left out, "" when nothing was."""
    left = total - shown
    return f"{plural(left, f'more {noun}')} left out here; {REST}." if left > 0 else ""
