"""Builds that are killed. Each line on standard input, "CASE<tab>SOURCE<tab>MOMENT<tab>SECONDS", starts one in a child.

The child is killed SECONDS after its start (MOMENT "start") or after its case was opened ("open"), never if SECONDS is
negative. What became of it is printed: "cut" or "done", and the seconds it took to open and then to end. Forking spares
fifty starts of Python; a child is reaped only after it was killed, so that its number cannot have gone to another process.
"""

from __future__ import annotations

import os
import signal
import sys
import time

import alembic.command  # noqa: F401  loaded here once, not by every child
from tests.workspace.light_reader import light

from sayso.workspace import Workspace


def build(case: str, source: str, opened: int) -> None:
    """Build a case; close `opened` once it is open."""
    with Workspace.create_or_open(case, reader=light()) as workspace:
        os.close(opened)
        workspace.build([source])


def run(case: str, source: str, moment: str, seconds: float) -> str:
    """Build in a child, kill it, and tell what became of it."""
    reading, writing = os.pipe()
    begun = time.monotonic()
    child = os.fork()
    if not child:
        try:
            os.close(reading)
            build(case, source, writing)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writing)
    if moment == "open":
        os.read(reading, 1)  # ends when the child closes its side
    opened = time.monotonic()
    if seconds >= 0:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(reading)
    outcome = "cut" if os.WIFSIGNALED(status) else "done" if status == 0 else "failed"
    return f"{outcome}\t{opened - begun}\t{time.monotonic() - opened}"


if __name__ == "__main__":
    for line in sys.stdin:
        *names, delay = line.rstrip("\n").split("\t")
        print(run(*names, float(delay)), flush=True)
