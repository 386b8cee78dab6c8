"""The API over a small case, spoken to without a socket."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from sayso.server.app import create_api, guarded
from sayso.server.guard import Key
from sayso.server.held import HeldCase
from sayso.workspace import Workspace

KEY = Key("open-sesame", 8765)
OURS = "http://127.0.0.1:8765"
PAGES = {
    "gull-bay-echo.txt": (
        "The Gull Bay Echo, 4 March 2015\n\nGunmen killed 20 soldiers in Kestrin on Tuesday, the mayor said. "
        "The mayor said the soldiers were ambushed. A widow denied that the pier had collapsed.\n"
    ),
    "kestrin-post.txt": (
        "The Kestrin Post, 5 March 2015\n\nGunmen killed 35 soldiers in Kestrin on Tuesday, the army said. "
        "The army said the soldiers were ambushed. 🐟 “The pier was burning,” said a widow.\n"
    ),
    "havet.txt": "Kestrin, 6. mars 2015\n\nOrdføreren sa at 20 soldater ble drept i Kestrin på tirsdag.\n",
}


class Client:
    """Asks an ASGI app, one request at a time."""

    def __init__(self, app: Any, **headers: str) -> None:
        self._app = app
        self._headers = headers

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.ask("GET", path, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        return self.ask("POST", path, **options)

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url=OURS, headers=self._headers) as client:
                return await client.request(method, path, **options)

        return asyncio.run(asked())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three pages, built once."""
    folder = tmp_path_factory.mktemp("server")
    for name, text in PAGES.items():
        (folder / "pages").mkdir(exist_ok=True)
        (folder / "pages" / name).write_text(text, encoding="utf-8")
    with Workspace.create_or_open(folder / "kestrin") as workspace:
        workspace.build([folder / "pages"], processes=1)
    return folder / "kestrin"


@pytest.fixture(scope="session")
def held(built: Path) -> Iterator[HeldCase]:
    """The built case as a server holds it; tests that judge take `judging` instead."""
    with Workspace.open(built) as workspace:
        yield HeldCase(workspace, me="kari")


@pytest.fixture(scope="session")
def api(held: HeldCase) -> Client:
    """The endpoints, without the guard."""
    return Client(create_api(held))


@pytest.fixture(scope="session")
def stranger(held: HeldCase) -> Client:
    """The whole app, asked by somebody without the key."""
    return Client(guarded(held, KEY))


@pytest.fixture(scope="session")
def owner(held: HeldCase) -> Client:
    """The whole app, asked by who started it."""
    return Client(guarded(held, KEY), cookie=f"{KEY.cookie}={KEY.token}")
