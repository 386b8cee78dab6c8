"""`sayso serve`: what it prints, what it opens, and what it refuses; the server itself is tested in tests/server."""

from __future__ import annotations

import socket
import webbrowser
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.workspace.light_reader import light

import sayso.server.run
from sayso.server.guard import Guard
from sayso.server.run import ADDRESS
from sayso.workspace import Workspace


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """An empty case."""
    Workspace.create_or_open(tmp_path / "orlo", reader=light()).close()
    return tmp_path / "orlo"


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Where the server would have listened; it ends at once."""
    seen: list[tuple[str, int]] = []

    def run(self: object, sockets: list[socket.socket]) -> None:
        seen.extend(one.getsockname() for one in sockets)

    monkeypatch.setattr(sayso.server.run.uvicorn.Server, "run", run)
    return seen


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that would have been opened."""
    seen: list[str] = []
    monkeypatch.setattr(webbrowser, "open", seen.append)
    return seen


def test_it_listens_on_loopback_and_opens_the_address_with_the_key(
    run: Run, case: Path, ran: list[tuple[str, int]], opened: list[str]
) -> None:
    told = run("serve", case)
    assert told.code == 0
    assert ran[0][0] == ADDRESS == "127.0.0.1"
    assert opened[0].startswith(f"http://127.0.0.1:{ran[0][1]}/?token=")
    assert opened[0] in told.out


def test_every_run_has_a_key_of_its_own(run: Run, case: Path, ran: list[tuple[str, int]], opened: list[str]) -> None:
    keys = {run("serve", case, "--no-browser").out.rpartition("token=")[2] for _ in range(2)}
    assert len(keys) == 2
    assert opened == []


def test_a_port_that_is_taken_is_said(run: Run, case: Path, ran: list[tuple[str, int]]) -> None:
    with socket.socket() as taken:
        taken.bind((ADDRESS, 0))
        taken.listen()
        told = run("serve", case, "--port", str(taken.getsockname()[1]), "--no-browser")
    assert told.code == 1
    assert "cannot be had" in told.err
    assert ran == []


def test_what_is_no_case_is_refused(run: Run, tmp_path: Path) -> None:
    told = run("serve", tmp_path / "nothing", "--no-browser")
    assert told.code == 1
    assert "not a case" in told.err


def test_the_guard_is_what_is_served(monkeypatch: pytest.MonkeyPatch, run: Run, case: Path) -> None:
    served: list[object] = []

    def run_server(self: sayso.server.run.uvicorn.Server, **_sockets: object) -> None:
        served.append(self.config.app)

    monkeypatch.setattr(sayso.server.run.uvicorn.Server, "run", run_server)
    run("serve", case, "--no-browser")
    assert isinstance(served[0], Guard)
