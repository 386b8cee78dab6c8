"""Reading one document wherever it runs: the function that is mapped over documents."""

from __future__ import annotations

import traceback
from dataclasses import replace

from sayso.engine.resources import load_resources
from sayso.model.reading import Reading
from sayso.model.resources import Gazetteer
from sayso.model.text import Document, Problem
from sayso.pipeline import read

__all__ = ["read_one"]


def read_one(document: Document, own: tuple[Gazetteer, ...] = (), *, thorough: bool = False) -> Reading:
    """Read a document with this process's resources and gazetteers of the case's `own`; a fault in the program costs this
    document, not the others."""
    try:
        resources = load_resources()
        if own:
            resources = replace(resources, gazetteers=(*own, *resources.gazetteers))
        if thorough and resources.tagger:
            resources = replace(resources, tagger=resources.tagger.thorough())
        return read(document, resources)
    except MemoryError:
        raise
    except Exception as error:  # DESIGN, Law 6: one document is never a stop for the others, and the fault is said
        return failed(document, error)


def failed(document: Document, error: Exception) -> Reading:
    """Return an empty reading that says where in sayso it failed."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "sayso" in f.filename]
    place = f" in {frames[-1].name}" if frames else ""
    problem = Problem(
        f"sayso failed on this document ({type(error).__name__}{place}): a fault in the program",
        "nothing was read in it; its text is kept",
        "report it to the makers of sayso, with the document if you may share it",
        document.original,
        document.member or None,
        document.id,
        where=document.name,
    )
    kept = (
        document.id,
        document.name,
        document.text,
        document.claimed,
        document.claimed.language or "und",
        document.given_id,
    )
    return Reading(*kept, problems=(*document.problems, problem))
