"""The app put together: endpoints, the built pages beside them, and the guard before all."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response

from sayso.errors import CaseError, SaysoError
from sayso.server.guard import Guard, Key
from sayso.server.held import HeldCase
from sayso.server.routes import events, judging, looking
from sayso.server.routes import files as file_routes

__all__ = ["create_api", "guarded", "pages_built"]

STATIC = Path(str(files("sayso"))) / "static"
NOT_BUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>sayso</title>
<h1>The pages of the web app are not built here</h1>
<p>The API answers under <code>/api/</code>. In a checkout, <code>python3 dev.py test</code> or
<code>pip install .</code> builds the pages; a released wheel has them inside.</p></html>"""


def create_api(case: HeldCase | None = None) -> FastAPI:
    """Return the endpoints over a case; without one, only their description can be had of it."""
    # The pages that FastAPI would serve for /docs load scripts from elsewhere, so there are none.
    api = FastAPI(title="sayso", version="1", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    api.state.case = case
    for router in (looking.router, judging.router, file_routes.router, events.router):
        api.include_router(router)
    api.add_exception_handler(SaysoError, _refused)
    api.add_api_route("/{path:path}", _static, include_in_schema=False)
    return api


def guarded(case: HeldCase, key: Key) -> Guard:
    """Return the whole app as a server runs it."""
    return Guard(create_api(case), key)


def pages_built() -> bool:
    """Tell whether this installation has the pages of the app."""
    return (STATIC / "index.html").is_file()


async def _refused(_request: Request, error: Exception) -> Response:
    """Answer what the user can mend with what to do."""
    way_out = error.way_out if isinstance(error, SaysoError) else ""
    status = 409 if isinstance(error, CaseError) else 422
    return JSONResponse({"detail": str(error), "way_out": way_out}, status_code=status)


def _static(path: str) -> Response:
    """Answer with a built file; anything else that is asked for is not there."""
    if path.startswith("api/"):
        return JSONResponse({"detail": "there is no such endpoint"}, status_code=404)
    if path in ("", "index.html") and not pages_built():
        return HTMLResponse(NOT_BUILT)
    asked = (STATIC / (path or "index.html")).resolve()
    if STATIC.resolve() not in asked.parents or not asked.is_file():
        return Response("not found", status_code=404, media_type="text/plain")
    return FileResponse(asked)
