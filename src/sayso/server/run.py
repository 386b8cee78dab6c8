"""Running the server: on loopback, on a port of its own, with a key made anew each time."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

import uvicorn

from sayso.errors import InputError
from sayso.server.app import guarded
from sayso.server.guard import Key
from sayso.server.held import HeldCase
from sayso.server.views.overview import overview
from sayso.workspace import Workspace

__all__ = ["ADDRESS", "USUAL_PORT", "Serving", "listening_socket", "serve"]

ADDRESS = "127.0.0.1"
USUAL_PORT = 8765


@dataclass(frozen=True, slots=True)
class Serving:
    """Where a server can be reached: `opening` holds the key and is for the one who started it."""

    address: str
    opening: str


def serve(workspace: Workspace, *, port: int | None, me: str, ready: Callable[[Serving], None]) -> None:
    """Serve a case until interrupted; `ready` is told the address. Without a port it is the usual one, or any that is free.

    Raises `InputError` when the port asked for is taken.
    """
    with listening_socket(port) as listening:
        key = Key(secrets.token_urlsafe(24), listening.getsockname()[1])
        case = HeldCase(workspace, me=me)
        overview(case.now().index)  # what every page needs is ready before the address is told
        address = f"http://{ADDRESS}:{key.port}/"
        config = uvicorn.Config(
            guarded(case, key), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=4
        )
        ready(Serving(address, f"{address}?token={key.token}"))
        _Server(config, case).run(sockets=[listening])


class _Server(uvicorn.Server):
    """Tells those who wait for news that it ends, so that nobody has to be cut off."""

    def __init__(self, config: uvicorn.Config, case: HeldCase) -> None:
        super().__init__(config)
        self._case = case

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End, as a signal asks."""
        self._case.closing.set()
        super().handle_exit(sig, frame)


def listening_socket(port: int | None) -> socket.socket:
    """Return a socket bound to loopback, on the usual port or any free one where none is named (0: any free one)."""
    for wanted in (USUAL_PORT, 0) if port is None else (port,):
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((ADDRESS, wanted))
        except OSError as error:
            listening.close()
            if port is not None:
                raise InputError(f"port {port} cannot be had: {error.strerror}", "name another, or none") from error
        else:
            return listening
    raise InputError("no port of this machine is free", "close a program that serves")
