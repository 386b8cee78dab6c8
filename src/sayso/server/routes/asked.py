"""What endpoints are given: the case as it is now, filters as they stand in the address, pages of long lists."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, HTTPException, Query, Request

from sayso.server.filters import Filters
from sayso.server.held import Held, HeldCase
from sayso.server.index import AppIndex

__all__ = ["NOT_FOUND", "Case", "Most", "Now", "Start", "View", "Words", "missing"]

NOT_FOUND: dict[int | str, dict[str, object]] = {404: {"description": "The case has no such record."}}


def _case(request: Request) -> HeldCase:
    held: HeldCase = request.app.state.case
    return held


Case = Annotated[HeldCase, Depends(_case)]


def _now(case: Case) -> Held:
    return case.now()


Now = Annotated[Held, Depends(_now)]
Many = Annotated[list[str], Query(max_length=50)]


def _filters(
    voice: Many = [],  # noqa: B006  FastAPI copies defaults
    outlet: Many = [],  # noqa: B006
    language: Many = [],  # noqa: B006
    place: Many = [],  # noqa: B006
    report: Many = [],  # noqa: B006
    first: Annotated[date | None, Query(description="The first day, inclusive")] = None,
    last: Annotated[date | None, Query(description="The last day, inclusive")] = None,
) -> Filters:
    voices, outlets, languages = frozenset(voice), frozenset(outlet), frozenset(language)
    return Filters(voices, outlets, languages, frozenset(place), frozenset(report), first, last)


def _view(now: Now, filters: Annotated[Filters, Depends(_filters)]) -> AppIndex:
    return now.view(filters)


View = Annotated[AppIndex, Depends(_view)]
Start = Annotated[int, Query(ge=0, le=10_000_000)]
Most = Annotated[int, Query(ge=1, le=200)]
Words = Annotated[str, Query(max_length=400)]


def missing(record: str) -> HTTPException:
    """Return the answer to an id that nothing in the case has."""
    return HTTPException(404, f"{record}: the case has no such record")
