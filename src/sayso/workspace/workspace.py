"""The `Workspace`: one case folder (`case.sqlite`, `originals/`) opened for reading and building."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.model.judgements import Judgement, Verdict
from sayso.model.reading import Reading
from sayso.model.reconstruction import Reconstruction
from sayso.model.text import Document, Original, Problem
from sayso.present.case import Case
from sayso.workspace.results import Break, BuildSummary, Progress, Verification

__all__ = ["Workspace", "read_sources"]

Source = str | Path


def read_sources(sources: Sequence[Source], *, processes: int | None = None) -> Iterator[Reading | Problem]:
    """Read files, folders, archives or `-` one document at a time, in order, and store nothing."""
    raise NotImplementedError


class Workspace:
    """One case. Use it as a context manager, or call `close`."""

    path: Path

    @classmethod
    def create_or_open(cls, path: Source) -> Self:
        """Open the case at `path`, made first if there is none; raise `CaseError` when something else is there."""
        raise NotImplementedError

    @classmethod
    def open(cls, path: Source) -> Self:
        """Open an existing case; raise `CaseError` when `path` is none."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the database."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def build(self, sources: Sequence[Source] = (), *, processes: int | None = None, progress: Progress | None = None) -> BuildSummary:
        """Take in `sources`, read what is not read yet, and derive what follows; without sources, bring up to date.

        Raises `InputError` when a source does not exist, `CaseError` when someone else is building.
        """
        raise NotImplementedError

    def summary(self) -> BuildSummary:
        """Count what is in the case, without building."""
        raise NotImplementedError

    def originals(self) -> tuple[Original, ...]:
        """Return the originals with their custody, retrieval times included, by id."""
        raise NotImplementedError

    def documents(self) -> tuple[Document, ...]:
        """Return the current documents, by id."""
        raise NotImplementedError

    def readings(self) -> tuple[Reading, ...]:
        """Return the readings of the current documents, by document id."""
        raise NotImplementedError

    def reconstruction(self) -> Reconstruction:
        """Return what follows from readings and judgements; raise `CaseError` before the first build."""
        raise NotImplementedError

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems of ingest, reading and reconstruction, sorted."""
        raise NotImplementedError

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the log of judgements, oldest first."""
        raise NotImplementedError

    def case(self) -> Case:
        """Return the whole case for presenters and exporters.

        Acquisitions carry no times here: what is exported must not depend on the clock (`originals` has them).
        """
        raise NotImplementedError

    def judge(
        self, verdict: Verdict, target_id: str, other_id: str | None = None, *, reason: str = "", by: str, value: str | None = None
    ) -> Judgement:
        """Record a decision on a record (two for same, not-same, unsure) named by id, and derive anew.

        Raises `InputError` when an id is unknown or the verdict does not fit.
        """
        raise NotImplementedError

    def undo(self, judgement_id: str, *, reason: str = "", by: str) -> Judgement:
        """Record that an earlier judgement is taken back, and derive anew."""
        raise NotImplementedError

    def verify(self) -> tuple[Break, ...]:
        """Return all that is not as recorded; empty when the case is sound."""
        return self.check().breaks

    def check(self) -> Verification:
        """Verify, and say also what was checked and what could not be."""
        raise NotImplementedError
