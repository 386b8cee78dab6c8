"""How a workspace reads: a function of a module, what to prepare for it in each process, and the versions that name it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sayso.engine.version import derivation_version, ingest_version, reading_version
from sayso.model.reading import Reading
from sayso.model.text import Document
from sayso.store.derivations import ReadingRow, row_of

__all__ = ["Reader", "row_reader", "sayso_reader"]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents; `read` and `prepare` must be picklable, that is functions of a module."""

    read: Callable[[Document], Reading]
    prepare: Callable[[], object]
    reading_version: str
    derivation_version: str
    ingest_version: str


def sayso_reader() -> Reader:
    """Return the reader of this version of sayso; nothing is loaded yet."""
    return Reader(_read, _prepare, reading_version(), derivation_version(), ingest_version())


def row_reader(reader: Reader) -> Callable[[tuple[Document, str]], ReadingRow]:
    """Return a picklable function from a document (and the digest of its facts) to the row of its reading."""
    return partial(_read_row, reader.read, reader.reading_version)


def _read_row(read: Callable[[Document], Reading], version: str, item: tuple[Document, str]) -> ReadingRow:
    document, facts = item
    return row_of(document.id, facts, version, read(document))


def _read(document: Document) -> Reading:
    from sayso.engine.reading import read_one  # noqa: PLC0415  the parser loads slowly, and many calls read nothing

    return read_one(document)


def _prepare() -> object:
    from sayso.engine.resources import load_resources  # noqa: PLC0415  as above

    return load_resources()
