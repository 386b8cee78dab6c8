"""The log of judgements: one chain, only ever added to."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from sayso.model.judgements import Judgement, Quoted, Target, Verdict
from sayso.model.text import Anchor, Span
from sayso.store import log, tables
from sayso.store.codec import digest
from sayso.store.database import Database

TARGET = Target("statement", (Quoted(Anchor("d" * 20, Span(4, 8)), "f" * 64, "fled", "Ten ", ", she said"),), None)


def judgement(reason: str) -> Judgement:
    return Judgement("", "2014-05-14T06:10:00+00:00", "kari", Verdict.REJECT, TARGET, reason)


def test_entries_are_chained_and_come_back_as_written(tmp_path: Path) -> None:
    database = Database(tmp_path, create=True)
    with database.write() as connection:
        first, second = log.append(connection, judgement("satire")), log.append(connection, judgement("satire"))
    with database.read() as connection:
        assert log.load_judgements(connection) == (first, second)
        one, two = log.entries(connection)
        assert (one.previous, two.previous) == ("", one.digest)
        assert one.digest == digest("", one.record)
        assert log.head(connection) == two.digest
    assert first.id != second.id
    assert first.target == TARGET
    database.close()


def test_entries_cannot_be_taken_out(tmp_path: Path) -> None:
    database = Database(tmp_path, create=True)
    with database.write() as connection:
        log.append(connection, judgement("satire"))
    with pytest.raises(IntegrityError, match="append-only"), database.write() as connection:
        connection.execute(delete(tables.judgement))
    database.close()
