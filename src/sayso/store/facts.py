"""Facts of a case: originals, how they came in, the documents made of them, and what could not be read.

All functions take a connection inside a transaction (`Database.read`, `Database.write`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, delete, func, insert, select, update

from sayso.model.text import Acquisition, Document, Original, Problem
from sayso.store import tables
from sayso.store.codec import decode, digest, encode

__all__ = [
    "Custody", "acquisition_digests", "acquisitions", "add_acquisition", "add_original", "add_problem", "clear_problems", "count_characters", "count_documents", "count_originals",
    "count_problems", "current_documents", "custody_digest", "document_rows", "documents_of", "earlier_states", "extracted_by", "forget_unreachable", "heads_of",
    "load_document", "load_documents", "load_originals", "load_problems", "newest_at", "problem_rows", "put_document", "sort_problems", "stale_originals", "supersede", "withdraw",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Custody:
    """One acquisition: which original, read from which full path, called what, when, and made documents of by what.

    `given` is what the user said of the file, which its documents depend on, as JSON; "" for nothing.
    """

    original: str
    place: str
    name: str
    uri: str
    retrieved_at: str
    extracted_by: str
    given: str = ""


def add_original(connection: Connection, original: str, size: int, media_type: str) -> None:
    """Record an original, once; a second name for the same bytes changes nothing."""
    if connection.scalar(select(tables.original.c.id).where(tables.original.c.id == original)) is None:
        connection.execute(insert(tables.original).values(id=original, size=size, media_type=media_type))


def extracted_by(connection: Connection, original: str, place: str, name: str) -> str | None:
    """Return the version of ingest that last read an original from a place under a name; None when it is new there."""
    return connection.scalar(select(tables.acquisition.c.extracted_by).where(_acquired(original, place, name)))


def _acquired(original: str, place: str, name: str) -> ColumnElement[bool]:
    table = tables.acquisition.c
    return (table.original == original) & (table.place == place) & (table.name == name)


def add_acquisition(connection: Connection, custody: Custody) -> None:
    """Record that an original came in, or that it was read anew; the time of its first coming stays."""
    if extracted_by(connection, custody.original, custody.place, custody.name) is None:
        values = {name: getattr(custody, name) for name in Custody.__slots__} | {"digest": custody_digest(custody)}
        connection.execute(insert(tables.acquisition).values(**values))
    else:
        known = _acquired(custody.original, custody.place, custody.name)
        values = {"extracted_by": custody.extracted_by, "given": custody.given, "digest": custody_digest(custody)}
        connection.execute(update(tables.acquisition).where(known).values(**values))


def custody_digest(custody: Custody) -> str:
    """Return the digest an acquisition's row must carry."""
    given = (custody.given,) if custody.given else ()  # cases of older versions have digests without it
    return digest(custody.original, custody.place, custody.name, custody.uri, custody.retrieved_at, *given)


def acquisitions(connection: Connection, original: str | None = None) -> tuple[Custody, ...]:
    """Return the acquisitions of an original, or all, by original, name and place."""
    query = select(tables.acquisition)
    rows = connection.execute(query.where(tables.acquisition.c.original == original) if original else query).mappings()
    made = (Custody(**{name: row[name] for name in Custody.__slots__}) for row in rows)
    return tuple(sorted(made, key=lambda c: (c.original, c.name, c.place)))


def newest_at(connection: Connection, place: str, name: str) -> Custody | None:
    """Return how the newest original came from a place under a name."""
    table = tables.acquisition
    query = select(table).where(table.c.place == place, table.c.name == name).order_by(table.c.id.desc())
    row = connection.execute(query).mappings().first()
    return Custody(**{name: row[name] for name in Custody.__slots__}) if row else None


def acquisition_digests(connection: Connection) -> tuple[tuple[Custody, str], ...]:
    """Return every acquisition with the digest written beside it."""
    rows = connection.execute(select(tables.acquisition).order_by(tables.acquisition.c.id)).mappings()
    return tuple((Custody(**{name: row[name] for name in Custody.__slots__}), row["digest"]) for row in rows)


def problem_rows(connection: Connection) -> tuple[tuple[str, str, bytes], ...]:
    """Return (place, id, record) of every problem of ingest as stored."""
    table = tables.problem.c
    return tuple(
        (row[0], row[1], row[2])
        for row in connection.execute(select(table.place, table.id, table.record).order_by(table.id))
    )


def load_originals(connection: Connection, *, times: bool) -> tuple[Original, ...]:
    """Return the originals with their acquisitions, by id; `times` tells whether the acquisitions carry theirs."""
    found: dict[str, set[Acquisition]] = {}
    for custody in acquisitions(connection):
        acquisition = Acquisition(custody.uri, retrieved_at=custody.retrieved_at if times else None)
        found.setdefault(custody.original, set()).add(acquisition)
    rows = connection.execute(select(tables.original).order_by(tables.original.c.id)).mappings()
    return tuple(
        Original(
            row["id"],
            row["size"],
            row["media_type"],
            tuple(sorted(found.get(row["id"], ()), key=lambda a: (a.uri, a.retrieved_at or ""))),
        )
        for row in rows
    )


def put_document(connection: Connection, document: Document, *, anew: bool = False) -> None:
    """Store a document. The same text of the same bytes under two names keeps the lesser name, whatever came first.

    With `anew` what is stored of it is replaced, as when the user has said something else of its file.
    """
    table = tables.document
    columns = table.c.record, table.c.supersedes, table.c.withdrawn
    known = connection.execute(select(*columns).where(table.c.id == document.id)).first()
    values = _values(replace(document, supersedes=known.supersedes) if known else document)
    if known is None:
        connection.execute(insert(table).values(**values))
    elif anew or known.withdrawn or values["record"] < known.record:
        connection.execute(update(table).where(table.c.id == document.id).values(**values, withdrawn=False))


def _values(document: Document) -> dict[str, Any]:
    record = encode(document)
    return {
        "id": document.id, "original": document.original, "member": document.member, "text": document.text,
        "text_sha256": document.text_sha256, "record": record, "facts": digest(record), "supersedes": document.supersedes,
        "digest": digest(record, document.text),
    }  # fmt: skip


def supersede(connection: Connection, document: Document) -> None:
    """Store a document again, with the one it supersedes named in it."""
    table = tables.document
    connection.execute(update(table).where(table.c.id == document.id).values(**_values(document)))


def current_documents() -> Select[tuple[str]]:
    """Select the ids of the documents that their originals still give and that no later version supersedes."""
    table = tables.document.c
    later = select(table.supersedes).where(table.supersedes.is_not(None), ~table.withdrawn)
    return select(table.id).where(table.id.not_in(later), ~table.withdrawn)


def withdraw(connection: Connection, document: str) -> None:
    """Take a document out of what is current: its original no longer gives it. It stays stored."""
    connection.execute(update(tables.document).where(tables.document.c.id == document).values(withdrawn=True))


def count_documents(connection: Connection) -> int:
    """Count the current documents."""
    return connection.scalar(select(func.count()).select_from(current_documents().subquery())) or 0


def count_characters(connection: Connection, documents: Sequence[str]) -> int:
    """Return how long the texts of documents are together, in code points."""
    wanted = set(documents)
    rows = connection.execute(select(tables.document.c.id, func.length(tables.document.c.text)))
    return sum(length for document, length in rows if document in wanted)


def load_documents(connection: Connection) -> tuple[Document, ...]:
    """Return the current documents, by id."""
    return tuple(_document(row) for row in document_rows(connection, current_only=True))


def load_document(connection: Connection, document: str) -> Document:
    """Return one document."""
    table = tables.document
    return _document(connection.execute(select(table).where(table.c.id == document)).mappings().one())


def document_rows(connection: Connection, *, current_only: bool) -> Iterator[RowMapping]:
    """Yield the rows of documents as they are stored, by id."""
    query = select(tables.document).order_by(tables.document.c.id)
    yield from connection.execute(
        query.where(tables.document.c.id.in_(current_documents())) if current_only else query
    ).mappings()


def _document(row: RowMapping) -> Document:
    return replace(decode(row["record"], Document), text=row["text"])


def documents_of(connection: Connection, original: str) -> tuple[Document, ...]:
    """Return the current documents made of an original, by id."""
    table = tables.document
    query = select(table).where(table.c.original == original, table.c.id.in_(current_documents())).order_by(table.c.id)
    return tuple(_document(row) for row in connection.execute(query).mappings())


def heads_of(connection: Connection, original: str) -> tuple[Document, ...]:
    """Return the current documents made of an original without their texts, by id."""
    table = tables.document.c
    query = select(table.record).where(table.original == original, table.id.in_(current_documents())).order_by(table.id)
    return tuple(decode(record, Document) for record in connection.scalars(query))


def earlier_states(connection: Connection, original: str, place: str, name: str) -> Iterator[Document]:
    """Yield documents, without their texts, of other originals from the same place under the same name: earlier states of a file."""
    table, came = tables.document, tables.acquisition
    same = select(came.c.original).where(came.c.place == place, came.c.name == name, came.c.original != original)
    records = connection.scalars(select(table.c.record).where(table.c.original.in_(same), ~table.c.withdrawn))
    return (decode(record, Document) for record in records)


def add_problem(connection: Connection, place: str, name: str, problem: Problem) -> None:
    """Record a problem met at a place; the same one again changes nothing."""
    record = encode(problem)
    values = {"id": digest(place, record), "place": place, "original": problem.original, "name": name, "record": record}
    if connection.scalar(select(tables.problem.c.id).where(tables.problem.c.id == values["id"])) is None:
        connection.execute(insert(tables.problem).values(**values))


def clear_problems(connection: Connection, original: str, name: str) -> None:
    """Forget the problems of an original under a name, before it is read anew."""
    connection.execute(
        delete(tables.problem).where(tables.problem.c.original == original, tables.problem.c.name == name)
    )


def forget_unreachable(connection: Connection, place: str) -> None:
    """Forget what could not be reached at a place or under it: it is looked at again."""
    table = tables.problem.c
    here = (table.place == place) | table.place.startswith(f"{place}{os.sep}", autoescape=True)
    connection.execute(delete(tables.problem).where(table.original.is_(None), here))


def load_problems(connection: Connection) -> tuple[Problem, ...]:
    """Return the problems of ingest, each once, sorted by where they are."""
    records = {row.record for row in connection.execute(select(tables.problem.c.record))}
    return sort_problems(decode(record, Problem) for record in records)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by where they are, then by what they are."""
    return tuple(
        sorted(
            problems,
            key=lambda p: (
                p.where,
                p.original or "",
                p.member or "",
                p.document or "",
                p.span is not None and p.span.start,
                p.what,
            ),
        )
    )


def count_problems(connection: Connection) -> int:
    """Count the problems of ingest."""
    return connection.scalar(select(func.count(tables.problem.c.record.distinct()))) or 0


def count_originals(connection: Connection) -> int:
    """Count the originals."""
    return connection.scalar(select(func.count()).select_from(tables.original)) or 0


def stale_originals(connection: Connection, version: str) -> tuple[str, ...]:
    """Return the originals that another version of ingest made documents of, in the order they came in."""
    table = tables.acquisition.c
    query = (
        select(table.original)
        .where(table.extracted_by != version)
        .group_by(table.original)
        .order_by(func.min(table.id))
    )
    return tuple(connection.scalars(query))
