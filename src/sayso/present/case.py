"""What every presenter and exporter is given: the readings, what follows from them, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.judgements import Judgement
from sayso.model.reading import Reading
from sayso.model.reconstruction import Reconstruction
from sayso.model.text import Document, Original, Problem

__all__ = ["Case"]


@dataclass(frozen=True)
class Case:
    """One case as a whole, read-only. `problems` hold those of ingest as well as of reading; `version` as in MODEL §2."""

    name: str
    originals: tuple[Original, ...]
    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    reconstruction: Reconstruction
    problems: tuple[Problem, ...]
    judgements: tuple[Judgement, ...]
    version: str
