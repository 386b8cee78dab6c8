"""Opening `case.sqlite`: made or migrated as needed, WAL, foreign keys on, every write one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError

from sayso.errors import CaseError

__all__ = ["DATABASE_NAME", "SCHEMA", "Database"]

DATABASE_NAME = "case.sqlite"
SCHEMA = "0002"
"""The newest version in `migrations/versions`; a test keeps it so."""

APPLICATION_ID = 0x53415953  # "SAYS", in the file's header: tells a case from any other SQLite file
WAIT_SECONDS = 30


class Database:
    """The database of one case. `read` and `write` give a connection inside one transaction."""

    def __init__(self, folder: Path, *, create: bool) -> None:
        """Open the case's database; with `create`, make it where there is none. Raises `CaseError` when it is no case's."""
        self.path = folder / DATABASE_NAME
        if not create and not self.path.is_file():
            raise CaseError(f"{folder}: not a case", f"make one with: sayso build {folder} SOURCE...")
        self._engine = _engine(self.path)
        try:
            self._prepare(folder)
        except OperationalError as error:
            self.close()
            raise CaseError(
                f"{self.path}: cannot be opened: {error.orig}", "check that you may write in the folder"
            ) from error
        except DatabaseError as error:
            self.close()
            raise CaseError(f"{self.path}: not a sayso case: {error.orig}", "name another folder") from error
        except CaseError:
            self.close()
            raise

    def _prepare(self, folder: Path) -> None:
        with self.read() as connection:
            identity = connection.scalar(text("PRAGMA application_id"))
            tables = connection.scalar(text("SELECT count(*) FROM sqlite_master"))
            version = _version(connection) if tables and identity == APPLICATION_ID else None
        if tables and identity != APPLICATION_ID:
            raise CaseError(f"{self.path}: an SQLite file, but not a sayso case", "name another folder")
        if version is not None and version > SCHEMA:
            raise CaseError(f"{folder}: made by a newer sayso (case version {version})", "install the newest sayso")
        if version != SCHEMA:
            self._migrate()

    def _migrate(self) -> None:
        # Alembic loads slowly and is needed once in a case's life, and again when sayso's tables have changed.
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self.write() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the case throughout."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose changes all come to be, or none."""
        with self._engine.connect().execution_options(sayso_writes=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def _version(connection: Connection) -> str | None:
    known = connection.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"))
    return str(connection.scalar(text("SELECT version_num FROM alembic_version"))) if known else None


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT_SECONDS})

    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin where `on_begin` says, not where the driver thinks
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    def on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("sayso_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine
