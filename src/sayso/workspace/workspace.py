"""The `Workspace`: one case folder (`case.sqlite`, `originals/`) opened for reading and building."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from sayso.errors import CaseError, InputError
from sayso.model.judgements import Judgement, Verdict
from sayso.model.reading import Reading
from sayso.model.reconstruction import Reconstruction
from sayso.model.text import Document, Original, Problem
from sayso.pipeline import reconstruct
from sayso.present.case import Case
from sayso.store import derivations, facts, log
from sayso.store.database import DATABASE_NAME, Database
from sayso.store.lock import LOCK_NAME, writing
from sayso.store.originals import Originals
from sayso.workspace.building import Builder
from sayso.workspace.care import choose_care, is_thorough
from sayso.workspace.checking import Checker
from sayso.workspace.intake import Columns, Intake, now
from sayso.workspace.own_places import add_gazetteers, gazetteers_of
from sayso.workspace.readers import Reader, reader_with, sayso_reader
from sayso.workspace.results import Break, BuildSummary, CaseState, Progress, Stage, Verification
from sayso.workspace.targets import Targets

__all__ = ["Workspace"]

Source = str | Path
PAIRS = frozenset({Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE})


class Workspace:
    """One case. Use it as a context manager, or call `close`."""

    def __init__(self, path: Source, *, create: bool = False, reader: Reader | None = None) -> None:
        """Open the case at `path`; see `create_or_open` and `open`."""
        self.path = Path(path)
        if create:
            _make_folder(self.path)
        self._database = Database(self.path, create=create)
        self._originals = Originals(self.path)
        self._usual = reader or sayso_reader()
        self._reader = self._chosen_reader()

    @classmethod
    def create_or_open(cls, path: Source, *, reader: Reader | None = None) -> Self:
        """Open the case at `path`, made first if there is none; raise `CaseError` when something else is there."""
        return cls(path, create=True, reader=reader)

    @classmethod
    def open(cls, path: Source, *, reader: Reader | None = None) -> Self:
        """Open an existing case; raise `CaseError` when `path` is none."""
        return cls(path, reader=reader)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def build(
        self,
        sources: Sequence[Source] = (),
        *,
        processes: int | None = None,
        progress: Progress | None = None,
        anew: bool = False,
        columns: Columns = (),
        gazetteers: Sequence[Source] = (),
        thorough: bool | None = None,
    ) -> BuildSummary:
        """Take in `sources`, read what is not read yet, and derive what follows; without sources, bring up to date.

        `columns` says which columns of tables hold what, as ("text", "Body"): for these sources and whenever they come again.
        `gazetteers` are tables of places (CSV or GeoJSON) that the case keeps and reads with from now on.
        `thorough` says whether the case is read with more care and time from now on; None leaves it as it is.
        `anew` first drops all that is derived. Every step is a transaction: a build that is killed leaves the case whole,
        and the next one goes on. Raises `InputError` when a source does not exist or a gazetteer cannot be used, `CaseError` when someone else is building.
        """
        tell = progress or _silent
        with writing(self.path):
            self._originals.sweep()
            add_gazetteers(self.path, gazetteers)
            if thorough is not None:
                choose_care(self.path, thorough=thorough)
            self._reader = self._chosen_reader()
            if anew:
                with self._database.write() as connection:
                    derivations.drop_all(connection)
            intake = Intake(self._database, self._originals, self._reader.ingest_version, tell, tuple(columns))
            refreshed = intake.refresh()
            taken = intake.take_in(sources, self.path) if sources else 0
            builder = Builder(self._database, self._reader, tell)
            first, again = builder.read(processes)
            derived = builder.derive()
        changed = bool(taken or refreshed or first or again or derived)
        return replace(self._summary(first, again, changed=changed), notes=intake.notes)

    def _chosen_reader(self) -> Reader:
        """Return the reader with what was chosen for this case."""
        return reader_with(self._usual, gazetteers_of(self.path), thorough=is_thorough(self.path))

    def summary(self) -> BuildSummary:
        """Count what is in the case, without building."""
        return self._summary(0, 0, changed=False)

    def _summary(self, first: int, again: int, *, changed: bool) -> BuildSummary:
        with self._database.read() as connection:
            totals, row = derivations.totals(connection), derivations.derived_row(connection)
            documents = facts.count_documents(connection)
            problems = facts.count_problems(connection) + totals.problems + (row.problems if row else 0)
            return BuildSummary(
                originals=facts.count_originals(connection),
                documents=documents,
                reports=totals.reports,
                statements=totals.statements,
                questions=row.questions if row else 0,
                problems=problems,
                new=first,
                unchanged=totals.readings - first - again,
                reread=again,
                changed=changed,
            )

    def state(self) -> CaseState:
        """Return where the case stands, without reading it."""
        with self._database.read() as connection:
            revision = derivations.derived_inputs(connection)
            return CaseState(revision, facts.count_documents(connection), derivations.totals(connection).readings)

    def original_path(self, original: str) -> Path:
        """Return where the bytes of an original are kept; raise `InputError` when the case has no such original."""
        if original not in {known.id for known in self.originals()}:
            raise InputError(f"{original}: the case has no such original", "take an id from the export")
        return self._originals.path(original)

    def originals(self) -> tuple[Original, ...]:
        """Return the originals with their custody, retrieval times included, by id."""
        with self._database.read() as connection:
            return facts.load_originals(connection, times=True)

    def documents(self) -> tuple[Document, ...]:
        """Return the current documents, by id."""
        with self._database.read() as connection:
            return facts.load_documents(connection)

    def readings(self) -> tuple[Reading, ...]:
        """Return the readings of the current documents, by document id."""
        with self._database.read() as connection:
            return derivations.load_readings(connection)

    def reconstruction(self) -> Reconstruction:
        """Return what follows from readings and judgements, as they are now."""
        with self._database.read() as connection:
            return self._reconstruction(connection)

    def _reconstruction(self, connection: Connection) -> Reconstruction:
        """Return the stored reconstruction; make it where a build was cut off before it could."""
        row = derivations.derived_row(connection)
        version = row.version if row else self._reader.derivation_version
        if row and row.inputs == derivations.inputs_of(connection, version, log.head(connection)):
            return derivations.load_reconstruction(row)
        return reconstruct(derivations.load_readings(connection), log.load_judgements(connection))

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems of ingest, reading and reconstruction, sorted by where they are."""
        with self._database.read() as connection:
            return self._problems(connection, derivations.load_readings(connection), self._reconstruction(connection))

    def _problems(
        self, connection: Connection, readings: Sequence[Reading], made: Reconstruction
    ) -> tuple[Problem, ...]:
        read = (
            replace(p, where=p.where or reading.name, document=reading.document)
            for reading in readings
            for p in reading.problems
        )
        return facts.sort_problems((*facts.load_problems(connection), *read, *made.problems))

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the log of judgements, oldest first."""
        with self._database.read() as connection:
            return log.load_judgements(connection)

    def case(self) -> Case:
        """Return the whole case for presenters and exporters.

        Acquisitions carry no times here: what is exported must not depend on the clock (`originals` has them).
        """
        with self._database.read() as connection:
            readings, made = derivations.load_readings(connection), self._reconstruction(connection)
            row = derivations.derived_row(connection)
            return Case(
                name=self.path.resolve().name,
                originals=facts.load_originals(connection, times=False),
                documents=facts.load_documents(connection),
                readings=readings,
                reconstruction=made,
                problems=self._problems(connection, readings, made),
                judgements=log.load_judgements(connection),
                version=row.version if row else self._reader.derivation_version,
            )

    def judge(
        self,
        verdict: Verdict,
        target_id: str,
        other_id: str | None = None,
        *,
        reason: str = "",
        by: str,
        value: str | None = None,
    ) -> Judgement:
        """Record a decision on a record (two for same, not-same, unsure) named by id, and derive anew.

        Raises `InputError` when an id is unknown or the verdict does not fit.
        """
        if verdict is Verdict.UNDO:
            return self.undo(target_id, reason=reason, by=by)
        if (verdict in PAIRS) != (other_id is not None):
            wanted = "two ids" if verdict in PAIRS else "one id"
            raise InputError(f"{verdict.value} is a decision on {wanted}", f"give {wanted}")
        with writing(self.path):
            with self._database.read() as connection:
                documents, readings = facts.load_documents(connection), derivations.load_readings(connection)
                targets = Targets(documents, readings, self._reconstruction(connection))
            target = targets.target(target_id, other_id, value)
            return self._record(Judgement("", now(), _somebody(by), verdict, target, reason))

    def undo(self, judgement_id: str, *, reason: str = "", by: str) -> Judgement:
        """Record that an earlier judgement is taken back, and derive anew."""
        with writing(self.path):
            known = {judgement.id: judgement for judgement in self.judgements()}
            if judgement_id not in known:
                raise InputError(f"{judgement_id}: no judgement has this id", "take an id from the log of judgements")
            if any(judgement.undoes == judgement_id for judgement in known.values()):
                raise InputError(f"{judgement_id}: is already undone", "judge again instead")
            return self._record(Judgement("", now(), _somebody(by), Verdict.UNDO, None, reason, judgement_id))

    def _record(self, judgement: Judgement) -> Judgement:
        with self._database.write() as connection:
            recorded = log.append(connection, judgement)
        Builder(self._database, self._reader, _silent).derive()
        return recorded

    def verify(self, *, processes: int | None = None) -> tuple[Break, ...]:
        """Return all that is not as recorded; empty when the case is sound."""
        return self.check(processes=processes).breaks

    def check(self, *, processes: int | None = None) -> Verification:
        """Verify, and say also what was checked and what could not be."""
        with writing(self.path):
            return Checker(self._database, self._originals, self._reader).run(processes).verification()


def _silent(stage: Stage, done: int, total: int) -> None:
    """Tell nobody."""


def _somebody(by: str) -> str:
    if not by.strip():
        raise InputError("a judgement needs the name or pseudonym of who makes it", "give one")
    return by.strip()


def _make_folder(path: Path) -> None:
    """Make the case's folder; one that already holds something else is refused, as it may be a source named by mistake."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        others = [
            item.name for item in path.iterdir() if not item.name.startswith((DATABASE_NAME, LOCK_NAME, "originals"))
        ]
    except OSError as error:
        raise CaseError(f"{path}: cannot be a case: {error.strerror}", "name another folder") from error
    if others and not (path / DATABASE_NAME).is_file():
        raise CaseError(
            f"{path}: not a case, and not empty", f"name the case first, then the sources: sayso build CASE {path}"
        )
