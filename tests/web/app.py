"""The web app for browser tests: a built case, served as `sayso serve` does it, in a thread of the test's own process."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from sayso.server.app import guarded
from sayso.server.guard import Key
from sayso.server.held import HeldCase
from sayso.server.run import ADDRESS, listening_socket
from sayso.workspace import Workspace

TOKEN = "open-sesame"
START_SECONDS = 60


@dataclass(frozen=True)
class App:
    """Where the app is, and the case behind it."""

    address: str
    case: Path

    @property
    def opening(self) -> str:
        """The address with the key."""
        return f"{self.address}?token={TOKEN}"


@contextmanager
def serving(case: Path) -> Iterator[App]:
    """Serve a case until the test is done."""
    with Workspace.open(case) as workspace, listening_socket(0) as listening:
        key = Key(TOKEN, listening.getsockname()[1])
        held = HeldCase(workspace, me="kari")
        config = uvicorn.Config(guarded(held, key), log_level="warning", timeout_graceful_shutdown=4)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        begun = time.monotonic()
        while not server.started and time.monotonic() - begun < START_SECONDS:
            time.sleep(0.05)
        yield App(f"http://{ADDRESS}:{key.port}/", case)
        held.closing.set()
        server.should_exit = True
        thread.join()
