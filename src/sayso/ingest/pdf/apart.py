"""PDFium in a process of its own: it is a large program in C++, and what it does with a hostile file cannot be bounded from inside.

A page that takes longer than `limits.PDF_SECONDS`, a crash, or more memory than `limits.PDF_MEMORY` costs that file, from
that page on, and nothing else. The child is started without the folder that happens to be the current one on its path.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import IO, Any

from sayso.ingest import limits

__all__ = ["records"]

COMMAND = ("-P", "-m", "sayso.ingest.pdf.child")


def records(data: bytes) -> Iterator[dict[str, Any]]:
    """Yield the records of a PDF; the last is `{"broke_off": why}` when the process did not come to its end."""
    try:
        child = subprocess.Popen(  # noqa: S603  this program itself, with fixed arguments
            [sys.executable, *COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        yield {"broke_off": f"the process that reads PDFs cannot be started: {error.strerror}"}
        return
    lines: queue.Queue[bytes] = queue.Queue()
    threads = [
        threading.Thread(target=_feed, args=(child.stdin, data), daemon=True),
        threading.Thread(target=_drain, args=(child.stdout, lines), daemon=True),
    ]
    try:
        for thread in threads:
            thread.start()
        while (line := lines.get(timeout=limits.PDF_SECONDS)).endswith(b"\n"):  # half a line is what a crash leaves
            yield json.loads(line)
        if child.wait(timeout=limits.PDF_SECONDS):
            yield {"broke_off": "it needs more memory than is allowed, or crashes the program that reads it"}
    except (queue.Empty, subprocess.TimeoutExpired):
        yield {"broke_off": f"nothing came of it for {limits.PDF_SECONDS} seconds"}
    finally:
        child.kill()
        child.wait()
        for thread in threads:
            thread.join()
        for stream in (child.stdin, child.stdout):
            _close(stream)


def _feed(stream: IO[bytes] | None, data: bytes) -> None:
    if stream is not None:
        try:
            stream.write(data)
        except OSError:  # the child is gone; what it left says why
            return
        finally:
            _close(stream)


def _drain(stream: IO[bytes] | None, lines: queue.Queue[bytes]) -> None:
    for line in stream or ():
        lines.put(line)
    lines.put(b"")


def _close(stream: IO[bytes] | None) -> None:
    try:
        if stream is not None:
            stream.close()
    except OSError:
        return
