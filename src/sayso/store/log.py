"""The log of judgements: entries are only ever added, and each carries the digest of the one before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, insert, select

from sayso.model.judgements import Judgement
from sayso.store.codec import decode, digest, encode
from sayso.store.tables import judgement as table

__all__ = ["Entry", "append", "entries", "entry_id", "head", "load_judgements"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log as stored."""

    number: int
    id: str
    record: bytes
    previous: str
    digest: str


def append(connection: Connection, judgement: Judgement) -> Judgement:
    """Add a judgement; return it with the id it got, which follows from its content and all that came before."""
    previous = head(connection)
    named = replace(judgement, id=entry_id(previous, judgement))
    record = encode(named)
    number = (connection.scalar(select(func.max(table.c.number))) or 0) + 1
    values = {
        "number": number,
        "id": named.id,
        "record": record,
        "previous": previous,
        "digest": digest(previous, record),
    }
    connection.execute(insert(table).values(**values))
    return named


def entry_id(previous: str, judgement: Judgement) -> str:
    """Return the id of a judgement that stands after the entry with the digest `previous`."""
    return digest(previous, encode(replace(judgement, id="")))[:16]


def head(connection: Connection) -> str:
    """Return the digest of the newest entry, which stands for the whole log; "" when it is empty."""
    return connection.scalar(select(table.c.digest).order_by(table.c.number.desc()).limit(1)) or ""


def entries(connection: Connection) -> tuple[Entry, ...]:
    """Return the rows of the log, oldest first."""
    return tuple(Entry(*row) for row in connection.execute(select(table).order_by(table.c.number)))


def load_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Return the judgements, oldest first."""
    return tuple(decode(entry.record, Judgement) for entry in entries(connection))
