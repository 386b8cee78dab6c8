"""The later stages of a build: documents read, and what follows from all readings derived. Each row is one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.engine.pool import engine_for
from sayso.model.text import Document
from sayso.pipeline import reconstruct
from sayso.store import derivations, facts, log
from sayso.store.database import Database
from sayso.workspace.readers import Reader, row_reader
from sayso.workspace.results import Progress, Stage

__all__ = ["Builder"]

Todo = Sequence[tuple[str, str, bool]]


@dataclass(frozen=True, slots=True)
class Builder:
    """Brings readings and reconstruction up to date with the facts and with this version of sayso."""

    database: Database
    reader: Reader
    progress: Progress

    def read(self, processes: int | None) -> tuple[int, int]:
        """Read what this version has not read; return how many documents were read first and how many again."""
        with self.database.read() as connection:
            todo = derivations.unread(connection, self.reader.reading_version)
            characters = facts.count_characters(connection, [document for document, _, _ in todo])
        engine = engine_for(processes, characters=characters, prepare=self.reader.prepare)
        rows = engine.map(row_reader(self.reader), self._documents(todo)) if todo else iter(())
        for done, row in enumerate(rows, start=1):
            with self.database.write() as connection:
                derivations.put_reading(connection, row)
            self.progress(Stage.READ, done, len(todo))
        again = sum(read_before for _, _, read_before in todo)
        return len(todo) - again, again

    def _documents(self, todo: Todo) -> Iterator[tuple[Document, str]]:
        for document, digest, _ in todo:
            with self.database.read() as connection:
                yield facts.load_document(connection, document), digest

    def derive(self) -> bool:
        """Derive the reconstruction, unless the one there is was made from just this; tell whether it was."""
        with self.database.read() as connection:
            head = log.head(connection)
            inputs = derivations.inputs_of(connection, self.reader.derivation_version, head)
            row = derivations.derived_row(connection)
            if row and row.inputs == inputs:
                return False
            readings, judgements = derivations.load_readings(connection), log.load_judgements(connection)
        self.progress(Stage.RECONSTRUCT, 0, 1)
        made = reconstruct(readings, judgements)
        with self.database.write() as connection:
            derivations.put_derived(connection, inputs, head, self.reader.derivation_version, made)
        self.progress(Stage.RECONSTRUCT, 1, 1)
        return True
