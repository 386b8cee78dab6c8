"""Documents of one original stored a batch at a time, so that a long one costs no memory and a killed build goes on.

A short original is one transaction. Of a long one, each batch is a transaction that also records how many members are done;
the last one records that the original has come in. Storing the same document or problem again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import msgspec
from sqlalchemy import Connection

from sayso.ingest import extract
from sayso.ingest.pieces import Given
from sayso.ingest.walk import Moved, Walk
from sayso.model.text import Document, Problem
from sayso.store import facts, unfinished
from sayso.store.database import Database
from sayso.store.originals import Originals

__all__ = ["Extraction", "Received", "given_of", "given_words", "same_content"]

BATCH = 64
BATCH_CHARACTERS = 4_000_000


def given_words(given: Given) -> str:
    """Write down what the user said of a file; "" for nothing."""
    return "" if given == Given() else msgspec.json.encode(given).decode()


def given_of(custody: facts.Custody) -> Given:
    """Return what the user said of a file."""
    return msgspec.json.decode(custody.given, type=Given) if custody.given else Given()


def same_content(document: Document) -> tuple[object, ...]:
    """Return what is equal when a row or member came again unchanged in a later state of the same file."""
    return document.member, document.text_sha256, document.name, document.given_id, document.claimed


@dataclass(frozen=True, slots=True)
class Received:
    """An original on its way in: how it came, and what is recorded of its bytes."""

    custody: facts.Custody
    size: int
    media_type: str


@dataclass(slots=True)
class Extraction:
    """Makes and stores documents; `notes` is what the user should be told of the files, beside problems."""

    database: Database
    originals: Originals
    version: str
    notes: list[str] = field(default_factory=list)

    def take(self, received: Received, moved: Moved | None) -> None:
        """Make the documents of an original that is new at its place."""
        custody = received.custody
        first = True
        for batch, members in self._batches(custody, 0, moved):
            with self.database.write() as connection:
                if first:
                    facts.add_original(connection, custody.original, received.size, received.media_type)
                    facts.clear_problems(connection, custody.original, custody.name)
                self._store(connection, custody, batch)
                self._passed(connection, custody, members)
            first = False

    def go_on(self, custody: facts.Custody, members: int, moved: Moved | None) -> None:
        """Make the other documents of an original that was cut off after so many members, by this version."""
        for batch, done in self._batches(custody, members, moved):
            with self.database.write() as connection:
                self._store(connection, custody, batch)
                self._passed(connection, custody, done)

    def _passed(self, connection: Connection, custody: facts.Custody, members: int | None) -> None:
        if members is None:
            unfinished.finish(connection, custody)
            facts.add_acquisition(connection, custody)
        else:
            unfinished.mark_unfinished(connection, custody, members)

    def _batches(
        self, custody: facts.Custody, done: int, moved: Moved | None
    ) -> Iterator[tuple[Sequence[Document | Problem], int | None]]:
        """Yield outcomes in batches, each with how many members are done; None with the last."""
        walk = Walk(done, moved)
        with self.database.read() as connection:
            states = facts.earlier_states(connection, custody.original, custody.place, custody.name)
            earlier = {same_content(document) for document in states}
        batch: list[Document | Problem] = []
        characters = 0
        path = self.originals.path(custody.original)
        for outcome in extract(custody.original, custody.name, path, given=given_of(custody), walk=walk):
            if isinstance(outcome, Document):
                if same_content(outcome) in earlier:
                    continue
                characters += len(outcome.text)
            batch.append(outcome)
            if len(batch) >= BATCH or characters >= BATCH_CHARACTERS:
                yield batch, walk.finished
                batch, characters = [], 0
        yield batch, None
        self.notes += walk.notes

    def _store(self, connection: Connection, custody: facts.Custody, batch: Sequence[Document | Problem]) -> None:
        for outcome in batch:
            if isinstance(outcome, Problem):
                facts.add_problem(connection, custody.place, custody.name, outcome)
            else:
                facts.put_document(connection, outcome)

    def anew(self, original: str, custodies: Sequence[facts.Custody], moved: Moved | None) -> None:
        """Store what this version makes of an original; what came out otherwise before is superseded, never changed.

        A document that is not made at all any more is withdrawn: it stays stored, but is not part of the case.
        """
        made: dict[str, tuple[str, str]] = {}
        for custody in custodies:
            first = True
            for batch, members in self._batches(custody, 0, moved):
                with self.database.write() as connection:
                    if first:
                        facts.clear_problems(connection, custody.original, custody.name)
                        # Whoever is cut off from here on must begin again, by what the user says now.
                        facts.add_acquisition(connection, replace(custody, extracted_by=""))
                    self._store_anew(connection, custody, batch, made)
                    if members is None and custody is custodies[-1]:
                        _settle(connection, original, made)
                        for each in custodies:
                            unfinished.finish(connection, each)
                            facts.add_acquisition(connection, replace(each, extracted_by=self.version))
                first = False

    def _store_anew(
        self,
        connection: Connection,
        custody: facts.Custody,
        batch: Sequence[Document | Problem],
        made: dict[str, tuple[str, str]],
    ) -> None:
        self._store(connection, custody, [outcome for outcome in batch if isinstance(outcome, Problem)])
        for outcome in batch:
            if isinstance(outcome, Document):
                facts.put_document(connection, outcome, anew=outcome.id not in made)
                made[outcome.id] = min(
                    (outcome.member, outcome.name), made.get(outcome.id, (outcome.member, outcome.name))
                )


def _settle(connection: Connection, original: str, made: dict[str, tuple[str, str]]) -> None:
    """Pair each document that is not made any more with what is made in its place; withdraw those without.

    Withdrawing one brings back to light what it superseded, so this goes on until only what is made is current. A document
    that is made again after it was superseded supersedes nothing: else two would supersede each other.
    """
    heads = facts.heads_of(connection, original)
    current = {document.id for document in heads}
    new = {place: document for document, place in sorted(made.items(), reverse=True) if document in current}
    while old := [document for document in heads if document.id not in made]:
        for document in old:
            successor = new.pop((document.member, document.name), None)
            loaded = facts.load_document(connection, successor) if successor else None
            if loaded and loaded.supersedes is None:
                facts.supersede(connection, replace(loaded, supersedes=document.id))
            else:
                facts.withdraw(connection, document.id)
        heads = facts.heads_of(connection, original)
