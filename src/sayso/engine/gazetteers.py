"""The gazetteers there are: so far the one that ships with sayso, when it was built in."""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Protocol, cast

from sayso.errors import ResourceError
from sayso.model.annotations import Candidate

__all__ = ["GET_GAZETTEER", "DigestedGazetteer", "gazetteer_digests", "gazetteer_path", "load_gazetteers"]

GET_GAZETTEER = "install sayso from a release, or build the gazetteer with: python3 dev.py test"


class DigestedGazetteer(Protocol):
    """A gazetteer that can name its content."""

    name: str
    digest: str

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Return the entries a name may mean."""


def gazetteer_path() -> Path:
    """Return where the bundled gazetteer lies, or would."""
    return Path(str(files("sayso"))) / "data" / "gazetteer.sqlite"


@cache
def load_gazetteers() -> tuple[DigestedGazetteer, ...]:
    """Open the gazetteers; none is no error, places are then read without coordinates and `doctor` says so."""
    if not gazetteer_path().is_file():
        return ()
    # By name, as `engine` and `store` know nothing of each other: the gazetteer is a resource like the parser, found at run time.
    module = import_module("sayso.store.gazetteer")
    try:
        return (cast(DigestedGazetteer, module.SqliteGazetteer(gazetteer_path())),)
    except (sqlite3.DatabaseError, KeyError) as error:
        raise ResourceError(f"the gazetteer {gazetteer_path().name} is damaged: {error}", GET_GAZETTEER) from error


def gazetteer_digests() -> list[str]:
    """Return what names the content of each gazetteer."""
    return [f"{gazetteer.name} {gazetteer.digest}" for gazetteer in load_gazetteers()]
