"""Verification: a sound case has no breaks, and each kind of tampering is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.workspace.light_reader import light

from sayso.model.judgements import Verdict
from sayso.store.codec import digest, pack, unpack
from sayso.workspace import Workspace

Tamper = Callable[[sqlite3.Connection], object]


@pytest.fixture
def case(opened: Any, reports: Path, tmp_path: Path) -> Path:
    """A built case with two judgements."""
    workspace: Workspace = opened()
    workspace.build([reports])
    ids = [statement.id for reading in workspace.readings() for statement in reading.statements]
    workspace.judge(Verdict.REJECT, ids[0], reason="satire", by="kari")
    workspace.judge(Verdict.NOTE, ids[1], reason="ask again", by="kari")
    assert workspace.verify() == ()
    workspace.close()
    return tmp_path / "case"


def tampered(case: Path, tamper: Tamper) -> None:
    connection = sqlite3.connect(case / "case.sqlite")
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    tamper(connection)
    connection.commit()
    connection.close()


def breaks(case: Path) -> list[str]:
    with Workspace.open(case, reader=light()) as workspace:
        found = workspace.verify()
    assert all(item.where and item.what and item.way_out for item in found)
    return [f"{item.where}: {item.what}" for item in found]


def named(case: Path, *words: str) -> None:
    found = breaks(case)
    assert any(all(word in item for word in words) for item in found), found


def test_a_sound_case_says_what_was_checked(case: Path) -> None:
    with Workspace.open(case, reader=light()) as workspace:
        verification = workspace.check()
    assert (verification.breaks, verification.not_checked) == ((), ())
    checked = dict(verification.checked)
    assert (checked["originals"], checked["documents"], checked["readings made again"], checked["judgements"]) == (
        4,
        5,
        5,
        2,
    )
    assert checked["anchors"] > 20


def test_a_changed_original_is_named(case: Path) -> None:
    path = next(path for path in sorted((case / "originals").rglob("*")) if path.is_file())
    path.chmod(0o644)
    path.write_bytes(path.read_bytes().replace(b"ten", b"two").replace(b"Ten", b"Two") + b" ")
    named(case, path.name, "not the bytes that came in")


def test_a_lost_original_is_named(case: Path) -> None:
    path = next(path for path in sorted((case / "originals").rglob("*")) if path.is_file())
    path.unlink()
    named(case, path.name, "cannot be read")


def test_a_changed_text_is_named(case: Path) -> None:
    tampered(case, lambda c: c.execute("UPDATE document SET text = replace(text, 'ten people', 'two people')"))
    named(case, "document", "(a.txt)", "its text is not the one that was stored")


def test_a_changed_text_with_its_hashes_mended_is_named(case: Path) -> None:
    def tamper(connection: sqlite3.Connection) -> None:
        row = connection.execute("SELECT id, record, text FROM document WHERE text LIKE '%ten people%'").fetchone()
        text = row[2].replace("ten people", "two people")
        mended = (text, digest(row[1], text), row[0])
        connection.execute("UPDATE document SET text = ?, digest = ? WHERE id = ?", mended)

    tampered(case, tamper)
    named(case, "(a.txt)", "its text is not the one that was stored")


def test_changed_metadata_of_a_document_is_named_even_with_its_hashes_mended(case: Path) -> None:
    def tamper(connection: sqlite3.Connection) -> None:
        row = connection.execute("SELECT id, record, text FROM document WHERE text = 'Ten fled.'").fetchone()
        record = row[1].replace(b'"title":null', b'"title":"Forged"')
        assert record != row[1]
        connection.execute(
            "UPDATE document SET record = ?, facts = ?, digest = ? WHERE id = ?",
            (record, digest(record), digest(record, row[2]), row[0]),
        )

    tampered(case, tamper)
    named(case, "news.jsonl#n1", "gives another record")


def test_a_lost_document_is_named(case: Path) -> None:
    def tamper(connection: sqlite3.Connection) -> None:
        row = connection.execute("SELECT id FROM document WHERE text = 'Ten fled.'").fetchone()
        connection.execute("DELETE FROM reading WHERE document = ?", row)
        connection.execute("DELETE FROM document WHERE id = ?", row)

    tampered(case, tamper)
    named(case, "gives it, but it is not there")


def test_a_changed_acquisition_is_named(case: Path) -> None:
    tampered(
        case,
        lambda c: c.execute("UPDATE acquisition SET retrieved_at = '2001-01-01T00:00:00+00:00' WHERE name = 'a.txt'"),
    )
    named(case, "acquisition of a.txt", "not as it was written")


def rewritten(table: str, old: bytes, new: bytes, *, mend: bool) -> Tamper:
    """Change the record of each row of a derived table; with `mend` make its digest fit again."""

    def tamper(connection: sqlite3.Connection) -> None:
        key = "document" if table == "reading" else "name"
        columns = "document, facts, version" if table == "reading" else "inputs, log, version"
        for name, packed, *parts in connection.execute(f"SELECT {key}, record, {columns} FROM {table}").fetchall():
            record = unpack(packed).replace(old, new)
            connection.execute(f"UPDATE {table} SET record = ? WHERE {key} = ?", (pack(record), name))
            if mend:
                connection.execute(f"UPDATE {table} SET digest = ? WHERE {key} = ?", (digest(*parts, record), name))

    return tamper


@pytest.mark.parametrize(
    ("mend", "words"), [(False, "not as it was written"), (True, "reading again gives another result")]
)
def test_a_changed_reading_is_named(case: Path, mend: bool, words: str) -> None:
    tampered(case, rewritten("reading", b'"asserts"', b'"denies"', mend=mend))
    named(case, "reading of document", words)


@pytest.mark.parametrize(
    ("mend", "words"), [(False, "not as it was written"), (True, "deriving again gives another result")]
)
def test_a_changed_reconstruction_is_named(case: Path, mend: bool, words: str) -> None:
    tampered(
        case,
        rewritten(
            "derived",
            b'{"report_dates":[',
            b'{"report_dates":[{"report":"x","earliest":null,"latest":null,"basis":"x","because":[]},',
            mend=mend,
        ),
    )
    named(case, "reconstruction", words)


def test_a_reading_that_points_outside_its_text_is_named(case: Path) -> None:
    tampered(case, rewritten("reading", b'"sentences":[', b'"sentences":[{"start":5000,"end":5001},', mend=True))
    named(case, "reading of document", "outside its document's text")


def test_a_record_that_is_none_is_named(case: Path) -> None:
    tampered(case, lambda c: c.execute("UPDATE reading SET record = x'00'"))
    named(case, "reading of document", "cannot be read")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE judgement SET record = replace(record, 'satire', 'honest') WHERE number = 1", "not as it was written"),
        ("DELETE FROM judgement WHERE number = 1", "lacks judgement 1"),
        ("DELETE FROM judgement WHERE number = 2", "lacks the judgement that the reconstruction was last made with"),
        ("DELETE FROM judgement", "lacks the judgement"),
        ("UPDATE judgement SET number = number + 1 WHERE number = 2", "lacks judgement 2"),
        (
            "UPDATE judgement SET id = iif(id LIKE 'f%', 'e', 'f') || substr(id, 2) WHERE number = 1",
            "its id does not follow",
        ),
    ],
)
def test_a_changed_log_is_named(case: Path, statement: str, words: str) -> None:
    tampered(case, lambda c: c.execute(statement))
    named(case, "judgement", words)


def test_a_rechained_log_is_named(case: Path) -> None:
    def tamper(connection: sqlite3.Connection) -> None:
        previous = ""
        for number, record in connection.execute("SELECT number, record FROM judgement ORDER BY number").fetchall():
            forged = bytes(record).replace(b"satire", b"honest")
            connection.execute(
                "UPDATE judgement SET record = ?, previous = ?, digest = ? WHERE number = ?",
                (forged, previous, digest(previous, forged), number),
            )
            previous = digest(previous, forged)

    tampered(case, tamper)
    named(case, "judgement 1", "its id does not follow from its content")


def test_another_version_is_not_checked_and_said_so(case: Path) -> None:
    with Workspace.open(case, reader=light("light-2", ingest="ingest-2")) as workspace:
        verification = workspace.check()
    assert verification.breaks == ()
    assert len([item for item in verification.not_checked if "another version" in item]) >= 2
    assert any("reconstruction" in item for item in verification.not_checked)


def test_building_anew_mends_what_is_derived(case: Path) -> None:
    tampered(case, rewritten("reading", b'"asserts"', b'"denies"', mend=True))
    with Workspace.open(case, reader=light()) as workspace:
        workspace.build(anew=True)
        assert workspace.verify() == ()
