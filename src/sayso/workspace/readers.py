"""How a workspace reads: a function of a module, what to prepare for it in each process, and the versions that name it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from sayso.engine.own_gazetteers import OwnGazetteer, load_own
from sayso.engine.version import derivation_version, ingest_version, reading_version
from sayso.model.reading import Reading
from sayso.model.text import Document
from sayso.store.derivations import ReadingRow, row_of

__all__ = ["Reader", "reader_with", "row_reader", "sayso_reader"]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents; `read` and `prepare` must be picklable, that is functions of a module.

    `read_with` reads with gazetteers of the case's own, given as files, thoroughly or not; a reader without it does neither.
    """

    read: Callable[[Document], Reading]
    prepare: Callable[[], object]
    reading_version: str
    derivation_version: str
    ingest_version: str
    read_with: Callable[[tuple[Path, ...], bool, Document], Reading] | None = None


def sayso_reader() -> Reader:
    """Return the reader of this version of sayso; nothing is loaded yet."""
    return Reader(_read, _prepare, reading_version(), derivation_version(), ingest_version(), _read_with)


def row_reader(reader: Reader) -> Callable[[tuple[Document, str]], ReadingRow]:
    """Return a picklable function from a document (and the digest of its facts) to the row of its reading."""
    return partial(_read_row, reader.read, reader.reading_version)


def _read_row(read: Callable[[Document], Reading], version: str, item: tuple[Document, str]) -> ReadingRow:
    document, facts = item
    return row_of(document.id, facts, version, read(document))


def _read(document: Document) -> Reading:
    from sayso.engine.reading import read_one  # noqa: PLC0415  the parser loads slowly, and many calls read nothing

    return read_one(document)


def reader_with(reader: Reader, gazetteers: Sequence[Path] = (), *, thorough: bool = False) -> Reader:
    """Return the reader with gazetteers added, or reading thoroughly; without any of it, it stays as it is."""
    if not gazetteers and not thorough:
        return reader
    names = [reader.reading_version, *(path.name for path in gazetteers), *(["thorough"] if thorough else [])]
    version = hashlib.sha256("\n".join(names).encode()).hexdigest()[: len(reader.reading_version)]
    read = partial(reader.read_with, tuple(gazetteers), thorough) if reader.read_with else reader.read
    return replace(reader, read=read, reading_version=version)


def _read_with(gazetteers: tuple[Path, ...], thorough: bool, document: Document) -> Reading:
    from sayso.engine.reading import read_one  # noqa: PLC0415  as above

    return read_one(document, tuple(_loaded(path) for path in gazetteers), thorough=thorough)


@lru_cache(maxsize=8)
def _loaded(path: Path) -> OwnGazetteer:
    """Load a gazetteer of a case once a process; its file's name tells its content, then the name it came with."""
    return load_own(path, path.name.partition("-")[2])


def _prepare() -> object:
    from sayso.engine.resources import load_resources  # noqa: PLC0415  as above

    return load_resources()
