"""The first stage of a build: originals kept, documents made of them, one transaction an original.

An original is kept before the row that names it is written, so a killed build leaves at worst a file that the next one
finds already there.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sqlalchemy import Connection

from sayso.ingest import Found, extract, find_files, kind_of, media_type_of
from sayso.ingest.sources import STANDARD_INPUT, unreachable
from sayso.model.text import Document, Problem
from sayso.store import facts
from sayso.store.database import Database
from sayso.store.originals import Originals, hash_stream
from sayso.workspace.results import Progress, Stage

__all__ = ["Intake", "now", "same_content"]


def now() -> str:
    """Return the time as the log writes it: UTC, ISO 8601, fine enough that two judgements hardly share it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes sources into a case."""

    database: Database
    originals: Originals
    version: str
    progress: Progress

    def take_in(self, sources: Sequence[str | Path], case: Path) -> int:
        """Take in all files of the sources that are not in the case as they are; return how many were."""
        found = list(find_files(sources, leave_out=case))
        with self.database.write() as connection:
            for source in sources:
                facts.forget_unreachable(connection, _place(source))
            for item in found:
                if item.problem:
                    facts.add_problem(connection, _place(item.path), item.name, item.problem)
        taken = 0
        for done, item in enumerate(found, start=1):
            taken += item.problem is None and self._take(item)
            self.progress(Stage.INGEST, done, len(found))
        return taken

    def refresh(self) -> int:
        """Make documents anew of the originals that another version of ingest saw; return of how many."""
        with self.database.read() as connection:
            stale = facts.stale_originals(connection, self.version)
        for done, original in enumerate(stale, start=1):
            with self.database.write() as connection:
                self._extract_anew(connection, original)
            self.progress(Stage.INGEST, done, len(stale))
        return len(stale)

    def _take(self, item: Found) -> bool:
        place = _place(item.path)
        try:
            with _bytes_of(item) as stream:
                original = hash_stream(stream)
                if self._known(original, place, item.name):
                    return False
                stream.seek(0)
                original, size = self.originals.keep(stream)
        except OSError as error:
            with self.database.write() as connection:
                facts.add_problem(
                    connection, place, item.name, unreachable(item.uri, f"the file cannot be read: {error.strerror}")
                )
            return False
        custody = facts.Custody(original, place, item.name, item.uri, now(), self.version)
        with self.database.write() as connection:
            facts.add_original(connection, original, size, self._media_type(original, item.name))
            self._extract(connection, custody)
            facts.add_acquisition(connection, custody)
        return True

    def _known(self, original: str, place: str, name: str) -> bool:
        with self.database.read() as connection:
            by = facts.extracted_by(connection, original, place, name)
        return by == self.version and self.originals.path(original).is_file()

    def _media_type(self, original: str, name: str) -> str:
        with self.originals.path(original).open("rb") as stream:
            return media_type_of(name, kind_of(name, stream.read(64)))

    def _extract(self, connection: Connection, custody: facts.Custody) -> None:
        """Store what an original holds. A row or member that an earlier state of the same file held just so is not stored again."""
        earlier = {
            same_content(d) for d in facts.earlier_states(connection, custody.original, custody.place, custody.name)
        }
        facts.clear_problems(connection, custody.original, custody.name)
        for outcome in extract(custody.original, custody.name, self.originals.path(custody.original)):
            if isinstance(outcome, Problem):
                facts.add_problem(connection, custody.place, custody.name, outcome)
            elif same_content(outcome) not in earlier:
                facts.put_document(connection, outcome)

    def _extract_anew(self, connection: Connection, original: str) -> None:
        """Store what this version makes of an original; what came out otherwise before is superseded, never changed."""
        before = {document.id: document for document in facts.documents_of(connection, original)}
        for custody in facts.acquisitions(connection, original):
            self._extract(connection, custody)
            facts.add_acquisition(connection, replace(custody, extracted_by=self.version))
        after = {document.id: document for document in facts.documents_of(connection, original)}
        made = self._made_now(connection, original)
        old = [document for document in before.values() if document.id not in made]
        for document in after.values():
            match = next((o for o in old if o.member == document.member), None) if document.id not in before else None
            if match:
                old.remove(match)
                facts.supersede(connection, replace(document, supersedes=match.id))

    def _made_now(self, connection: Connection, original: str) -> set[str]:
        path = self.originals.path(original)
        names = {custody.name for custody in facts.acquisitions(connection, original)}
        return {o.id for name in sorted(names) for o in extract(original, name, path) if isinstance(o, Document)}


def same_content(document: Document) -> tuple[object, ...]:
    """Return what is equal when a row or member came again unchanged in a later state of the same file."""
    return document.member, document.text_sha256, document.name, document.given_id, document.claimed, document.marks


def _place(path: str | Path | None) -> str:
    """Return the full path that stands for a place in the records of custody."""
    return (
        "stdin"
        if path is None or str(path) == STANDARD_INPUT
        else str(Path(path).resolve()).encode("utf-8", "replace").decode()
    )


def _bytes_of(item: Found) -> IO[bytes]:
    return item.path.open("rb") if item.path else io.BytesIO(sys.stdin.buffer.read())
