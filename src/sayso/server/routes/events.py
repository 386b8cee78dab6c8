"""Progress as server-sent events: a build or a judgement made elsewhere is seen in every open page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from sayso.server.contract.judgements import Progress
from sayso.server.routes.asked import Case
from sayso.workspace import CaseState

__all__ = ["progress", "router"]

EVERY = 1.0  # seconds
ALIVE = 15  # looks without news after which a comment tells that the line still stands

router = APIRouter(prefix="/api")
STREAM: dict[int | str, dict[str, object]] = {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}


@router.get("/events", response_class=Response, responses=STREAM)
def events(request: Request, case: Case) -> StreamingResponse:
    """Tell where the case stands, at once and whenever that changes (events named `progress`)."""

    async def state() -> CaseState:
        return await run_in_threadpool(case.state)

    async def gone() -> bool:
        return case.closing.is_set() or await request.is_disconnected()

    return StreamingResponse(progress(state, gone), media_type="text/event-stream")


async def progress(
    state: Callable[[], Awaitable[CaseState]], gone: Callable[[], Awaitable[bool]], *, every: float = EVERY
) -> AsyncIterator[str]:
    """Yield an event for each change of state until the listener is gone."""
    last: CaseState | None = None
    quiet = 0
    while not await gone():
        now = await state()
        quiet += 1
        if now != last:
            told = Progress(revision=now.revision, documents=now.documents, read=now.read)
            yield f"event: progress\ndata: {told.model_dump_json()}\n\n"
            last, quiet = now, 0
        elif quiet % ALIVE == 0:
            yield ": still here\n\n"
        await asyncio.sleep(every)
