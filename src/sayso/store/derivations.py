"""What is derived and can be dropped: the reading of each document and the reconstruction of the case."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, delete, func, insert, select

from sayso.model.reading import Reading
from sayso.model.reconstruction import Reconstruction
from sayso.store import tables
from sayso.store.codec import decode, digest, encode, pack, unpack
from sayso.store.facts import current_documents

__all__ = [
    "DerivedRow", "ReadingRow", "Totals", "derived_digest", "derived_inputs", "derived_row", "drop_all", "inputs_of", "load_readings", "load_reconstruction", "put_derived",
    "put_reading", "reading_digest", "reading_rows", "row_of", "totals", "unread",
]  # fmt: skip

RECONSTRUCTION = "reconstruction"


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A reading as stored: `record` is the reading as JSON without its text, `facts` the document's when it was read."""

    document: str
    facts: str
    version: str
    record: bytes
    reports: int
    statements: int
    problems: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class DerivedRow:
    """The reconstruction as stored; `inputs` is the digest of all it was made from, `log` that of the newest judgement."""

    inputs: str
    log: str
    version: str
    record: bytes
    questions: int
    problems: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over the readings of the current documents."""

    readings: int
    reports: int
    statements: int
    problems: int


def row_of(document: str, facts: str, version: str, reading: Reading) -> ReadingRow:
    """Make the row of a reading."""
    counts = len(reading.reports), len(reading.statements), len(reading.problems)
    return ReadingRow(document, facts, version, encode(reading), *counts)


def reading_digest(row: ReadingRow) -> str:
    """Return the digest a reading's row must carry."""
    return digest(row.document, row.facts, row.version, row.record)


def derived_digest(row: DerivedRow) -> str:
    """Return the digest the reconstruction's row must carry."""
    return digest(row.inputs, row.log, row.version, row.record)


def unread(connection: Connection, version: str) -> tuple[tuple[str, str, bool], ...]:
    """Return (document, facts, whether it was read before) of each current document that this version has not read as it is."""
    document, reading = tables.document.c, tables.reading.c
    done = and_(reading.document == document.id, reading.facts == document.facts, reading.version == version)
    ever = select(reading.document).where(reading.document == document.id).exists()
    query = select(document.id, document.facts, ever).where(
        document.id.in_(current_documents()), ~select(reading.document).where(done).exists()
    )
    return tuple((row[0], row[1], bool(row[2])) for row in connection.execute(query.order_by(document.id)))


def put_reading(connection: Connection, row: ReadingRow) -> None:
    """Store a reading in place of an earlier one of the document."""
    connection.execute(delete(tables.reading).where(tables.reading.c.document == row.document))
    values = {name: getattr(row, name) for name in ReadingRow.__slots__} | {
        "record": pack(row.record),
        "digest": reading_digest(row),
    }
    connection.execute(insert(tables.reading).values(**values))


def reading_rows(connection: Connection) -> tuple[ReadingRow, ...]:
    """Return the readings of the current documents as stored and still packed, by document id."""
    table = tables.reading
    query = select(*(table.c[name] for name in ReadingRow.__slots__)).where(table.c.document.in_(current_documents()))
    return tuple(ReadingRow(*row) for row in connection.execute(query.order_by(table.c.document)))


def load_readings(connection: Connection) -> tuple[Reading, ...]:
    """Return the readings of the current documents with their texts, by document id."""
    reading, document = tables.reading.c, tables.document.c
    query = select(reading.record, document.text).join_from(tables.reading, tables.document)
    rows = connection.execute(query.where(reading.document.in_(current_documents())).order_by(reading.document))
    return tuple(replace(decode(unpack(row.record), Reading), text=row.text) for row in rows)


def totals(connection: Connection) -> Totals:
    """Sum up the readings of the current documents."""
    table = tables.reading.c
    sums = (
        func.count(),
        *(func.coalesce(func.sum(column), 0) for column in (table.reports, table.statements, table.problems)),
    )
    return Totals(*connection.execute(select(*sums).where(table.document.in_(current_documents()))).one())


def inputs_of(connection: Connection, version: str, log: str) -> str:
    """Return the digest of all a reconstruction follows from: the version, every reading, the judgements."""
    table = tables.reading.c
    rows = connection.execute(
        select(table.document, table.digest).where(table.document.in_(current_documents())).order_by(table.document)
    )
    return digest(version, log, *(part for row in rows for part in row))


def put_derived(connection: Connection, inputs: str, log: str, version: str, made: Reconstruction) -> None:
    """Store the reconstruction in place of an earlier one."""
    row = DerivedRow(inputs, log, version, encode(made), len(made.questions), len(made.problems))
    connection.execute(delete(tables.derived).where(tables.derived.c.name == RECONSTRUCTION))
    values = {name: getattr(row, name) for name in DerivedRow.__slots__} | {
        "record": pack(row.record),
        "digest": derived_digest(row),
    }
    connection.execute(insert(tables.derived).values(name=RECONSTRUCTION, **values))


def derived_row(connection: Connection) -> DerivedRow | None:
    """Return the reconstruction as stored and still packed, None before the first build."""
    table = tables.derived
    query = select(*(table.c[name] for name in DerivedRow.__slots__)).where(table.c.name == RECONSTRUCTION)
    row = connection.execute(query).first()
    return None if row is None else DerivedRow(*row)


def derived_inputs(connection: Connection) -> str:
    """Return the digest of what the stored reconstruction was made from, "" before the first build."""
    table = tables.derived.c
    return connection.scalar(select(table.inputs).where(table.name == RECONSTRUCTION)) or ""


def drop_all(connection: Connection) -> None:
    """Drop all that is derived; the next build makes it anew."""
    connection.execute(delete(tables.reading))
    connection.execute(delete(tables.derived))


def load_reconstruction(row: DerivedRow) -> Reconstruction:
    """Read the reconstruction out of its row."""
    return decode(unpack(row.record), Reconstruction)
