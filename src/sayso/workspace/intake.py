"""The first stage of a build: originals kept, documents made of them.

An original is kept before any row names it, so a killed build leaves at worst a file that the next one finds already there.
How documents are stored, and how a build that was cut off goes on, is in `extraction`.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sayso.ingest import Found, Kind, find_files, kind_of, media_type_of
from sayso.ingest.pieces import Given
from sayso.ingest.sources import STANDARD_INPUT, unreachable
from sayso.ingest.walk import Moved
from sayso.model.text import Claimed
from sayso.store import facts, unfinished
from sayso.store.database import Database
from sayso.store.originals import Originals, hash_stream
from sayso.workspace.attachments import Attachments
from sayso.workspace.extraction import Extraction, Received, given_of, given_words
from sayso.workspace.results import Progress, Stage

__all__ = ["Columns", "Intake", "now", "place_of"]

LONG = 16 * 1024 * 1024  # of an original longer than this, progress inside it is told
MB = 1024 * 1024
# What can be a table of articles, or hold one.
TABLES = frozenset({Kind.CSV, Kind.JSON_LINES, Kind.JSON, Kind.XLSX, Kind.ZIP, Kind.TAR, Kind.PACKED})

Columns = tuple[tuple[str, str], ...]


def now() -> str:
    """Return the time as the log writes it: UTC, ISO 8601, fine enough that two judgements hardly share it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


@dataclass(slots=True)
class Intake:
    """Takes sources into a case; `columns` is what the user says of tables: pairs of a field of ours and their column."""

    database: Database
    originals: Originals
    version: str
    progress: Progress
    columns: Columns = ()
    _extraction: Extraction = field(init=False)

    def __post_init__(self) -> None:
        self._extraction = Extraction(self.database, self.originals, self.version)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should be told of the files taken in, beside problems."""
        return tuple(dict.fromkeys(self._extraction.notes))

    def take_in(self, sources: Sequence[str | Path], case: Path) -> int:
        """Take in all files of the sources that are not in the case as they are; return how many were."""
        found = list(find_files(sources, leave_out=case))
        attachments = Attachments.of(found, self.database, self.originals)
        with self.database.write() as connection:
            for source in sources:
                facts.forget_unreachable(connection, place_of(source))
            for item in found:
                if item.problem:
                    facts.add_problem(connection, place_of(item.path), item.name, item.problem)
            for place, name, problem in attachments.problems():
                facts.add_problem(connection, place, name, problem)
        taken = 0
        for done, item in enumerate(found, start=1):
            taken += item.problem is None and self._take(item, attachments.claims)
            self.progress(Stage.INGEST, done, len(found))
        return taken + self._claim(attachments.claims)

    def refresh(self) -> int:
        """Go on with originals that a build was cut off in, then make documents anew where another version made them.

        Returns of how many originals documents were made.
        """
        with self.database.read() as connection:
            cut_off = unfinished.load_unfinished(connection)
            stale = facts.stale_originals(connection, self.version)
        again = dict.fromkeys(stale)
        for custody, members in cut_off:
            if custody.extracted_by == self.version and custody.original not in again:
                self._extraction.go_on(custody, members, self._moved(custody.original))
            else:
                again[custody.original] = None
        for done, original in enumerate(again, start=1):
            self._anew(original)
            self.progress(Stage.INGEST, done, len(again))
        return len(again) + sum(custody.original not in again for custody, _ in cut_off)

    def _anew(self, original: str, changed: Sequence[facts.Custody] = ()) -> None:
        """Make the documents of an original anew, under all its names; `changed` are those of which the user says something else."""
        with self.database.read() as connection:
            known = {(c.place, c.name): c for c in facts.acquisitions(connection, original)}
            known |= {(c.place, c.name): c for c, _ in unfinished.load_unfinished(connection) if c.original == original}
        known |= {(c.place, c.name): c for c in changed}
        custodies = sorted(known.values(), key=lambda c: (c.name, c.place))
        self._extraction.anew(original, custodies, self._moved(original))

    def _take(self, item: Found, claims: Mapping[str, Claimed]) -> bool:
        place = place_of(item.path)
        try:
            with _bytes_of(item) as stream:
                original = hash_stream(stream)
                given, known = self._given(item.name, place, claims.get(place)), self._known(original, place, item.name)
                if known and known.given == given:
                    return False
                original, size = self._keep(stream, original)
        except OSError as error:
            with self.database.write() as connection:
                facts.add_problem(
                    connection, place, item.name, unreachable(item.uri, f"the file cannot be read: {error.strerror}")
                )
            return False
        if known:
            self._anew(original, [replace(known, given=given)])
            return True
        custody = facts.Custody(original, place, item.name, item.uri, now(), self.version, given)
        received = Received(custody, size, self._media_type(original, item.name))
        self._extraction.take(received, self._moved(original))
        return True

    def _keep(self, stream: IO[bytes], original: str) -> tuple[str, int]:
        """Keep the bytes; a file that stands under their name is whole, because it was put there when it was."""
        kept = self.originals.path(original)
        if kept.is_file():
            return original, kept.stat().st_size
        stream.seek(0)
        return self.originals.keep(stream)

    def _known(self, original: str, place: str, name: str) -> facts.Custody | None:
        """Return how an original came from a place, if documents of this version were made of it."""
        with self.database.read() as connection:
            came = facts.acquisitions(connection, original)
        mine = (c for c in came if (c.place, c.name, c.extracted_by) == (place, name, self.version))
        return next(mine, None) if self.originals.path(original).is_file() else None

    def _given(self, name: str, place: str, claimed: Claimed | None) -> str:
        """Return what the user says of a file: now, or, of what is not mentioned, when it last came from this place."""
        with self.database.read() as connection:
            before = facts.newest_at(connection, place, name)
        last = given_of(before) if before else Given()
        columns = dict(last.columns) | (dict(self.columns) if kind_of(name, b"") in TABLES else {})
        return given_words(Given(tuple(sorted(columns.items())), claimed or last.claimed))

    def _claim(self, claims: Mapping[str, Claimed]) -> int:
        """Let files that came in earlier claim what a list of references says of them now; return how many changed."""
        with self.database.read() as connection:
            came = [c for c in facts.acquisitions(connection) if c.place in claims]
        changed = [
            replace(c, given=given_words(replace(given_of(c), claimed=claims[c.place])))
            for c in came
            if given_of(c).claimed != claims[c.place]
        ]
        for original in dict.fromkeys(c.original for c in changed):
            self._anew(original, [c for c in changed if c.original == original])
        return len({c.original for c in changed})

    def _moved(self, original: str) -> Moved | None:
        """Return a function that tells progress inside a long original, in whole megabytes."""
        size, told = self.originals.path(original).stat().st_size, [-1]
        if size < LONG:
            return None

        def moved(at: int) -> None:
            if at // MB > told[0]:
                told[0] = at // MB
                self.progress(Stage.INSIDE, told[0], size // MB)

        return moved

    def _media_type(self, original: str, name: str) -> str:
        with self.originals.path(original).open("rb") as stream:
            return media_type_of(name, kind_of(name, stream.read(64)))


def place_of(path: str | Path | None) -> str:
    """Return the full path that stands for a place in the records of custody."""
    return (
        "stdin"
        if path is None or str(path) == STANDARD_INPUT
        else str(Path(path).resolve()).encode("utf-8", "replace").decode()
    )


def _bytes_of(item: Found) -> IO[bytes]:
    return item.path.open("rb") if item.path else io.BytesIO(sys.stdin.buffer.read())
