"""Originals of which not all documents have been made yet, because a build was cut off: whose they are and how far it came."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from sayso.store.facts import Custody
from sayso.store.tables import unfinished as table

__all__ = ["finish", "load_unfinished", "mark_unfinished"]


def mark_unfinished(connection: Connection, custody: Custody, members: int) -> None:
    """Record that the documents and problems of so many members are all stored."""
    finish(connection, custody)
    values = {name: getattr(custody, name) for name in Custody.__slots__} | {"members": members}
    connection.execute(insert(table).values(**values))


def finish(connection: Connection, custody: Custody) -> None:
    """Forget how far it came: everything is stored."""
    mine = (table.c.original == custody.original) & (table.c.place == custody.place) & (table.c.name == custody.name)
    connection.execute(delete(table).where(mine))


def load_unfinished(connection: Connection) -> tuple[tuple[Custody, int], ...]:
    """Return what is not finished, and how many members of it are."""
    rows = connection.execute(select(table).order_by(table.c.original, table.c.name, table.c.place)).mappings()
    return tuple((Custody(**{name: row[name] for name in Custody.__slots__}), row["members"]) for row in rows)
