"""Endpoints that only look: every view of the case, filtered by what stands in the address."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from sayso.model.reconstruction import QuestionSlot, Status
from sayso.server.contract.case import (
    CaseView,
    Documents,
    FeedChart,
    Hits,
    Overview,
    Places,
    Problems,
    Timeline,
    Voices,
)
from sayso.server.contract.questions import Questions, QuestionView
from sayso.server.contract.reading import Page
from sayso.server.routes.asked import NOT_FOUND, Case, Most, Now, Start, View, Words, missing
from sayso.server.views import documents as documents_view
from sayso.server.views import overview as overview_view
from sayso.server.views import places as places_view
from sayso.server.views import questions as questions_view
from sayso.server.views import reader, sources
from sayso.server.views import voices as voices_view

__all__ = ["router"]

router = APIRouter(prefix="/api")


@router.get("/case")
def case(now: Now, case: Case) -> CaseView:
    """What the app must know before it shows anything: the case's name and counts, and what filters can be set to."""
    return overview_view.case_view(now.index, revision=now.state.revision, me=case.me)


@router.get("/overview")
def overview(view: View) -> Overview:
    """What was read, the weightiest disputed questions, figures over time, problems."""
    return overview_view.overview(view)


@router.get("/questions")
def questions(
    view: View,
    status: Status | None = None,
    slot: QuestionSlot | None = None,
    words: Words = "",
    start: Start = 0,
    most: Most = 30,
) -> Questions:
    """Questions, weightiest first."""
    return questions_view.questions(view, status=status or "", slot=slot or "", words=words, start=start, most=most)


@router.get("/questions/{record}", responses=NOT_FOUND)
def question(record: str, view: View) -> QuestionView:
    """One question: its answers side by side with voices, words, origins, relations, and what would decide."""
    found = view.numbered.get(record) or view.whole.numbered.get(record)
    if found is None:
        raise missing(record)
    inside = record in view.numbered
    return questions_view.question_view(view if inside else view.whole, found[1])


@router.get("/documents")
def documents(view: View, words: Words = "", start: Start = 0, most: Most = 60) -> Documents:
    """Documents with their reports, by name."""
    return documents_view.documents(view, words=words, start=start, most=most)


@router.get("/read/{record}", responses=NOT_FOUND)
def read(
    record: str,
    now: Now,
    at: Annotated[str, Query(pattern=r"^(\d{1,9}-\d{1,9})?$", description="A stretch in code points: 120-145")] = "",
) -> Page:
    """A document as the reader shows it; `record` is the id of a document, a report or a statement."""
    found = reader.find(now.index, record)
    if found is None:
        raise missing(record)
    if at:
        found = reader.focus_on(found, *map(int, at.split("-")))
    return reader.page(now.index, found)


@router.get("/voices")
def voices(
    view: View, words: Words = "", kind: Annotated[str, Query(max_length=20)] = "", start: Start = 0, most: Most = 60
) -> Voices:
    """Who speaks, those with most statements first."""
    return voices_view.voices(view, words=words, kind=kind, start=start, most=most)


@router.get("/places")
def places(view: View) -> Places:
    """The places that the texts name, as GeoJSON with how exactly each is known."""
    return places_view.places(view)


@router.get("/timeline")
def timeline(view: View) -> Timeline:
    """What is said to have happened, by day."""
    return sources.times(view)


@router.get("/sources")
def lineage(view: View) -> FeedChart:
    """Who took what from whom, and what changed on the way."""
    return sources.sources(view)


@router.get("/search")
def search(now: Now, view: View, q: Words = "", start: Start = 0, most: Most = 50) -> Hits:
    """Sentences with these words; "…" for a phrase, a trailing * for any ending, a leading - for sentences without."""
    return now.texts().find(q, view, start=start, most=most)


@router.get("/problems")
def problems(now: Now) -> Problems:
    """What was not read or not checked."""
    return overview_view.problems(now.index)
