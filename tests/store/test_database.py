"""The case's database: made, migrated, refused when it is something else; writes are whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError

from sayso.errors import CaseError
from sayso.store import database as database_module
from sayso.store import tables
from sayso.store.database import SCHEMA, Database


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path, create=True)


def test_migrations_make_exactly_the_tables(database: Database) -> None:
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    database.close()


def test_the_newest_migration_is_the_one_expected() -> None:
    assert database_module.__file__ is not None
    folder = Path(database_module.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == SCHEMA


def test_a_migrated_case_keeps_what_it_holds(database: Database, tmp_path: Path) -> None:
    with database.write() as connection:
        connection.execute(insert(tables.original).values(id="a" * 64, size=1, media_type="text/plain"))
    database.close()
    again = Database(tmp_path, create=False)
    with again.read() as connection:
        assert connection.scalar(select(tables.original.c.id)) == "a" * 64
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == SCHEMA
    again.close()


def test_an_interrupted_first_migration_is_done_again(tmp_path: Path) -> None:
    made = sqlite3.connect(tmp_path / "case.sqlite")
    made.execute("PRAGMA journal_mode = WAL")
    made.close()
    database = Database(tmp_path, create=True)
    with database.read() as connection:
        assert connection.scalar(text("SELECT count(*) FROM original")) == 0
    database.close()


def test_connections_are_set_up(database: Database) -> None:
    with database.read() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
    database.close()


def test_a_failed_write_leaves_nothing(database: Database) -> None:
    rows = [{"id": original, "size": 1, "media_type": "text/plain"} for original in ("a" * 64, "a" * 64)]
    with pytest.raises(IntegrityError), database.write() as connection:
        any(connection.execute(insert(tables.original).values(**row)) is None for row in rows)
    with database.read() as connection:
        assert connection.scalar(select(tables.original.c.id)) is None
    database.close()


def test_originals_cannot_be_changed_in_place(database: Database) -> None:
    with database.write() as connection:
        connection.execute(insert(tables.original).values(id="a" * 64, size=1, media_type="text/plain"))
    with pytest.raises(IntegrityError, match="append-only"), database.write() as connection:
        connection.execute(update(tables.original).values(size=2))
    database.close()


def test_what_is_no_case_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="not a case") as missing:
        Database(tmp_path, create=False)
    assert "sayso build" in missing.value.way_out
    (tmp_path / "case.sqlite").write_bytes(b"something else entirely, and long enough to be read" * 20)
    with pytest.raises(CaseError, match="not a sayso case"):
        Database(tmp_path, create=True)


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "case.sqlite"
    made = sqlite3.connect(path)
    made.execute("CREATE TABLE theirs (x)")
    made.commit()
    made.close()
    with pytest.raises(CaseError, match="not a sayso case"):
        Database(tmp_path, create=True)
    made = sqlite3.connect(path)
    assert made.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]
    made.close()


def test_a_newer_case_is_refused(database: Database, tmp_path: Path) -> None:
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(CaseError, match="newer sayso"):
        Database(tmp_path, create=True)
