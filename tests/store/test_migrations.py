"""A case of an older version opens in this one with all that was in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import sayso.store
from sayso.store import facts
from sayso.store.database import APPLICATION_ID, DATABASE_NAME, Database

ORIGINAL, DOCUMENT = "a" * 64, "b" * 20
RECORD = f'{{"id":"{DOCUMENT}","original":"{ORIGINAL}","member":"","name":"a.txt","text":"","text_sha256":"x"}}'


def first_case(folder: Path) -> None:
    """Make a case as the first version did, with one document."""
    config = Config()
    config.set_main_option("script_location", str(Path(sayso.store.__file__).parent / "migrations"))
    engine = create_engine(f"sqlite:///{folder / DATABASE_NAME}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    custody = facts.Custody(ORIGINAL, "/in/a.txt", "a.txt", "a.txt", "2020-01-01T00:00:00Z", "v1")
    database = sqlite3.connect(folder / DATABASE_NAME)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("INSERT INTO original VALUES (?, 9, 'text/plain')", (ORIGINAL,))
    values = (
        *(getattr(custody, name) for name in ("original", "place", "name", "uri", "retrieved_at")),
        facts.custody_digest(custody),
        "v1",
    )
    columns = "original, place, name, uri, retrieved_at, digest, extracted_by"
    database.execute(f"INSERT INTO acquisition ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    database.execute(
        "INSERT INTO document VALUES (?, ?, '', 'Ten fled.', 'x', ?, 'f', NULL, 'd')",
        (DOCUMENT, ORIGINAL, RECORD.encode()),
    )
    database.commit()
    database.close()


def test_a_case_of_the_first_version_opens(tmp_path: Path) -> None:
    first_case(tmp_path)
    database = Database(tmp_path, create=False)
    with database.read() as connection:
        assert [document.text for document in facts.load_documents(connection)] == ["Ten fled."]
        ((custody, written),) = facts.acquisition_digests(connection)
    assert (custody.given, written) == ("", facts.custody_digest(custody))
    database.close()
