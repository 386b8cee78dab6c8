"""The process in which PDFium runs: a PDF on its standard input, records as JSON Lines on its standard output."""

from __future__ import annotations

import importlib
import json
import sys

from sayso.ingest import limits
from sayso.ingest.pdf.look import look_at

__all__ = ["main"]


def main() -> None:
    """Look at the PDF on standard input, in no more memory than is allowed (where the system can hold to that)."""
    _bound_memory()
    data = sys.stdin.buffer.read()
    for record in look_at(data):
        sys.stdout.buffer.write(json.dumps(record).encode("ascii") + b"\n")
        sys.stdout.buffer.flush()


def _bound_memory() -> None:
    try:
        resource = importlib.import_module("resource")  # not on Windows
        resource.setrlimit(resource.RLIMIT_AS, (limits.PDF_MEMORY, limits.PDF_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return


if __name__ == "__main__":
    main()
