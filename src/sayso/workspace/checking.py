"""Verification: everything recorded is looked at again, and each thing that is not as recorded is named.

Originals are hashed and documents made of them anew; every anchor must lie in its text; readings and the reconstruction are
made anew and compared byte for byte; the log of judgements must be one unbroken chain. A check that cannot run (a reading by
another version of sayso) is named as not checked.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field, replace

import msgspec
from sqlalchemy import Connection, text

from sayso.engine.pool import engine_for
from sayso.model.judgements import Judgement
from sayso.model.reading import Reading
from sayso.model.reconstruction import Reconstruction
from sayso.model.text import Anchor, Document
from sayso.pipeline import reconstruct
from sayso.store import derivations, facts, log
from sayso.store.codec import decode, digest, encode, unpack
from sayso.store.database import DATABASE_NAME, Database
from sayso.store.derivations import DerivedRow, ReadingRow
from sayso.store.originals import Originals
from sayso.workspace.anchors import anchors_in, spans_in
from sayso.workspace.readers import Reader, row_reader
from sayso.workspace.rechecking import Findings, check_documents, check_originals

__all__ = ["Checker"]

REBUILD = "nothing is lost: make it anew with: sayso build CASE --anew"
RESTORE = "restore the case from a copy"
BROKEN = (msgspec.MsgspecError, zlib.error, UnicodeDecodeError)


@dataclass(slots=True)
class Checker:
    """Checks one case, which must not be written to meanwhile."""

    database: Database
    originals: Originals
    reader: Reader
    findings: Findings = field(default_factory=Findings)

    def run(self, processes: int | None) -> Findings:
        """Check everything; return what was found."""
        with self.database.read() as connection:
            self._database(connection)
            check_originals(connection, self.originals, self.findings)
            documents = check_documents(connection, self.originals, self.reader.ingest_version, self.findings)
            judgements = self._log(connection, documents)
            readings = self._readings(connection, documents, processes)
            self._derived(connection, documents, readings, judgements)
        return self.findings

    def _database(self, connection: Connection) -> None:
        for (message,) in connection.execute(text("PRAGMA integrity_check")):
            if message != "ok":
                self.findings.broken(DATABASE_NAME, f"SQLite finds it damaged: {message}", RESTORE)
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            self.findings.broken(
                f"{DATABASE_NAME}, {row[0]} row {row[1]}", f"it names a row of {row[2]} that is not there", RESTORE
            )

    def _log(self, connection: Connection, documents: dict[str, Document]) -> tuple[Judgement, ...]:
        """Check the chain of judgements, from the first on, and that what they quote is there."""
        found, previous = [], ""
        for number, entry in enumerate(log.entries(connection), start=1):
            where = f"{DATABASE_NAME}, judgement {entry.number} ({entry.id})"
            self.findings.count("judgements")
            if entry.number != number:
                self.findings.broken(where, f"the log lacks judgement {number}", RESTORE)
            if entry.previous != previous or entry.digest != digest(entry.previous, entry.record):
                self.findings.broken(where, "it, or the one before it, is not as it was written", RESTORE)
            previous = entry.digest
            try:
                judgement = decode(entry.record, Judgement)
            except BROKEN as error:
                self.findings.broken(where, f"it cannot be read: {error}", RESTORE)
                continue
            if judgement.id != entry.id or entry.id != log.entry_id(entry.previous, judgement):
                self.findings.broken(where, "its id does not follow from its content", RESTORE)
            self._quotes(where, judgement, documents)
            found.append(judgement)
        return tuple(found)

    def _quotes(self, where: str, judgement: Judgement, documents: dict[str, Document]) -> None:
        for quoted in judgement.target.quotes if judgement.target else ():
            document = documents.get(quoted.anchor.document)
            if (
                document
                and document.text_sha256 == quoted.text_sha256
                and quoted.anchor.span.of(document.text) != quoted.quote
            ):
                self.findings.broken(where, f"its quote is not in document {document.id} where it says", RESTORE)

    def _readings(
        self, connection: Connection, documents: dict[str, Document], processes: int | None
    ) -> tuple[Reading, ...] | None:
        """Check the stored readings; return them, None when one cannot be had."""
        rows, found = [], []
        for row in derivations.reading_rows(connection):
            reading = self._reading(row, documents.get(row.document))
            if reading:
                found.append(reading)
                rows.append(replace(row, record=unpack(row.record)))
        missing = facts.count_documents(connection) - len(derivations.reading_rows(connection))
        if missing:
            self.findings.unchecked(f"{missing} documents are not read yet: build the case")
        self._read_again(rows, documents, processes)
        return tuple(found) if len(found) == len(derivations.reading_rows(connection)) else None

    def _reading(self, row: ReadingRow, document: Document | None) -> Reading | None:
        where = f"{DATABASE_NAME}, reading of document {row.document}"
        self.findings.count("readings")
        try:
            record = unpack(row.record)
            reading = decode(record, Reading)
        except BROKEN as error:
            self.findings.broken(where, f"it cannot be read: {error}", REBUILD)
            return None
        if row.digest != derivations.reading_digest(replace(row, record=record)):
            self.findings.broken(where, "it is not as it was written", REBUILD)
        if document is None:
            self.findings.broken(where, "there is no such document", REBUILD)
            return None
        outside = [span for span in spans_in(reading) if span.end > len(document.text)]
        self.findings.count("anchors", sum(1 for _ in spans_in(reading)))
        if outside or reading.document != document.id:
            self.findings.broken(where, f"it points outside its document's text: {outside[:3]}", REBUILD)
        return replace(reading, text=document.text)

    def _read_again(self, rows: list[ReadingRow], documents: dict[str, Document], processes: int | None) -> None:
        """Read again what this version has read, and compare."""
        ours = [
            row
            for row in rows
            if row.version == self.reader.reading_version and row.facts == digest(encode(documents[row.document]))
        ]
        if len(ours) < len(rows):
            self.findings.unchecked(
                f"{len(rows) - len(ours)} readings were made by another version of sayso: not read again"
            )
        characters = sum(len(documents[row.document].text) for row in ours)
        engine = engine_for(processes, characters=characters, prepare=self.reader.prepare)
        again = (
            engine.map(row_reader(self.reader), ((documents[row.document], row.facts) for row in ours))
            if ours
            else iter(())
        )
        for row, anew in zip(ours, again, strict=True):
            self.findings.count("readings made again")
            if anew.record != row.record or (anew.reports, anew.statements, anew.problems) != (
                row.reports,
                row.statements,
                row.problems,
            ):
                self.findings.broken(
                    f"{DATABASE_NAME}, reading of document {row.document}",
                    "reading again gives another result",
                    REBUILD,
                )

    def _derived(
        self,
        connection: Connection,
        documents: dict[str, Document],
        readings: tuple[Reading, ...] | None,
        judgements: tuple[Judgement, ...],
    ) -> None:
        row = derivations.derived_row(connection)
        if row is None:
            self.findings.unchecked("there is no reconstruction yet: build the case")
            return
        where = f"{DATABASE_NAME}, reconstruction"
        if row.log and row.log not in {entry.digest for entry in log.entries(connection)}:
            self.findings.broken(
                f"{DATABASE_NAME}, judgements",
                "the log lacks the judgement that the reconstruction was last made with",
                RESTORE,
            )
        try:
            record = unpack(row.record)
            made = decode(record, Reconstruction)
        except BROKEN as error:
            self.findings.broken(where, f"it cannot be read: {error}", REBUILD)
            return
        row = replace(row, record=record)
        if row.digest != derivations.derived_digest(row):
            self.findings.broken(where, "it is not as it was written", REBUILD)
        self._anchors(where, made, documents)
        current = derivations.inputs_of(connection, self.reader.derivation_version, log.head(connection))
        self._derive_again(where, row, None if row.inputs != current else readings, judgements)

    def _anchors(self, where: str, made: Reconstruction, documents: dict[str, Document]) -> None:
        for anchor in anchors_in(made):
            self.findings.count("anchors")
            if not _resolves(anchor, documents):
                self.findings.broken(where, f"it points to where no text is: {anchor}", REBUILD)

    def _derive_again(
        self, where: str, row: DerivedRow, readings: tuple[Reading, ...] | None, judgements: tuple[Judgement, ...]
    ) -> None:
        if readings is None or row.version != self.reader.derivation_version:
            self.findings.unchecked(
                "the reconstruction was made from other readings, judgements or rules: not made again; build the case"
            )
            return
        self.findings.count("reconstructions made again")
        made = reconstruct(readings, judgements)
        if encode(made) != row.record or (len(made.questions), len(made.problems)) != (row.questions, row.problems):
            self.findings.broken(where, "deriving again gives another result", REBUILD)


def _resolves(anchor: Anchor, documents: dict[str, Document]) -> bool:
    document = documents.get(anchor.document)
    return document is not None and anchor.span.end <= len(document.text)
