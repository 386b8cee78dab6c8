"""The line of counts, in words: what stands behind an answer or a case, never one number alone.

*8 reports · 3 texts · 3 newsrooms (2 agencies) · 1 primary voice · 1 origin*
"""

from __future__ import annotations

from sayso.model.reconstruction import Because, Standing

__all__ = ["COUNTED", "count_line", "count_parts", "count_reasons", "counted"]

COUNTED = frozenset({"one-text", "one-newsroom"})  # rules of reasons that bear on counts other than that of origins


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 text", "1,200 agencies"."""
    plural = noun if number == 1 else noun[:-1] + "ies" if noun.endswith("cy") else noun + "s"
    return f"{number:,} {plural}"


def count_parts(standing: Standing) -> tuple[str, ...]:
    """Say what stands behind an answer, part by part: reports, texts, newsrooms with the agencies among them, voices."""
    agencies = f" ({counted(standing.agencies, 'agency')})" if standing.agencies else ""
    return (
        counted(standing.reports, "report"),
        counted(standing.texts, "text"),
        counted(standing.newsrooms, "newsroom") + agencies,
        counted(standing.voices, "primary voice"),
    )


def count_line(standing: Standing) -> str:
    """Say what stands behind an answer in one line, origins last: "1 to 2 origins" where it cannot be told how many."""
    low, high = standing.origins_at_least, standing.origins_at_most
    origins = counted(high, "origin") if low == high else f"{low:,} to {counted(high, 'origin')}"
    return " · ".join((*count_parts(standing), origins))


def count_reasons(standing: Standing) -> tuple[Because, ...]:
    """Return why several reports count as one text or one newsroom; why statements share an origin is told apart."""
    return tuple(because for because in standing.because if because.rule in COUNTED)
