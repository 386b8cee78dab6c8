"""What a build and a verification tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Break", "BuildSummary", "CaseState", "Progress", "Stage", "Verification"]


class Stage(StrEnum):
    """The steps of a build, in order. INGEST counts files, INSIDE the megabytes of one long file, READ documents."""

    INGEST = "ingest"
    INSIDE = "inside"
    READ = "read"
    RECONSTRUCT = "reconstruct"


Progress = Callable[[Stage, int, int], None]
"""Called as `progress(stage, done, total)`; `total` is 0 while it is not known yet."""


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What is in the case after a build, and what the build did.

    The first six count the whole case. `new`, `unchanged` and `reread` count documents: taken in by this build; already
    read by this version; read anew because the version or their metadata changed. `changed` is false when nothing was to do.
    `notes` says of the files taken in what is no problem but good to know: which columns of a table were read as what.
    """

    originals: int
    documents: int
    reports: int
    statements: int
    questions: int
    problems: int
    new: int
    unchanged: int
    reread: int
    changed: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseState:
    """Where a case stands, cheap to ask for: `revision` changes whenever what follows from the case does.

    `read` of `documents` are read; they differ while a build goes on, or where one was cut off.
    """

    revision: str
    documents: int
    read: int


@dataclass(frozen=True, slots=True)
class Break:
    """One thing in the case that is not as it was recorded: `where` names the file or row, `what` says what is wrong."""

    where: str
    what: str
    way_out: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """All that a verification found. `not_checked` names checks that could not run (never to be read as passed)."""

    breaks: tuple[Break, ...]
    not_checked: tuple[str, ...]
    checked: tuple[tuple[str, int], ...]
