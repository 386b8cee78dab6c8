"""Reading without a case: one document at a time, nothing kept."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.engine.pool import Processes, Serial
from sayso.ingest import Found, extract, find_files
from sayso.ingest.pieces import Given
from sayso.ingest.sources import unreachable
from sayso.model.reading import Reading
from sayso.model.text import Document, Problem
from sayso.store.originals import hash_stream
from sayso.workspace.intake import Columns
from sayso.workspace.readers import Reader, reader_with, sayso_reader

__all__ = ["read_sources"]


def read_sources(
    sources: Sequence[str | Path],
    *,
    processes: int | None = None,
    reader: Reader | None = None,
    columns: Columns = (),
    thorough: bool = False,
) -> Iterator[Reading | Problem]:
    """Read files, folders, archives or `-`; yield readings and problems in the order of the sources.

    `columns` says which columns of tables hold what, as ("text", "Body"); `thorough` reads with more care, and longer.
    """
    reads = reader_with(reader or sayso_reader(), thorough=thorough)
    engine = Processes(processes, reads.prepare) if processes and processes > 1 else Serial()
    return engine.map(Outcomes(reads), outcomes(sources, Given(tuple(columns))))


class Outcomes:
    """Turns what ingest gives into what `read_sources` gives; picklable, so that processes can do it."""

    def __init__(self, reader: Reader) -> None:
        self._read = reader.read

    def __call__(self, outcome: Document | Problem) -> Reading | Problem:
        """Read a document; pass a problem on."""
        return self._read(outcome) if isinstance(outcome, Document) else outcome


def outcomes(sources: Sequence[str | Path], given: Given) -> Iterator[Document | Problem]:
    """Make documents of sources without keeping the originals."""
    for found in find_files(sources):
        if found.problem:
            yield found.problem
            continue
        try:
            yield from _file(found, given)
        except OSError as error:
            yield unreachable(found.uri, f"the file cannot be read: {error.strerror}")


def _file(found: Found, given: Given) -> Iterator[Document | Problem]:
    if found.path is None:
        with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
            path = Path(folder) / "stdin"
            with path.open("wb") as copy:
                shutil.copyfileobj(sys.stdin.buffer, copy)
            yield from _extract(found, path, given)
    else:
        yield from _extract(found, found.path, given)


def _extract(found: Found, path: Path, given: Given) -> Iterator[Document | Problem]:
    with path.open("rb") as stream:
        original = hash_stream(stream)
    yield from extract(original, found.name, path, given=given)
