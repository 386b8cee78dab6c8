"""The gazetteers there are: so far the one that ships with sayso, when it was built in."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Protocol, cast

from sayso.model.annotations import Candidate

__all__ = ["DigestedGazetteer", "gazetteer_digests", "gazetteer_path", "load_gazetteers"]


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
    module = import_module("sayso.store.gazetteer")
    return (cast(DigestedGazetteer, module.SqliteGazetteer(gazetteer_path())),)


def gazetteer_digests() -> list[str]:
    """Return what names the content of each gazetteer."""
    return [f"{gazetteer.name} {gazetteer.digest}" for gazetteer in load_gazetteers()]
