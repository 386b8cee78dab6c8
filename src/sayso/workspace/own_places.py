"""Gazetteers that belong to a case: files kept in its folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from sayso.engine.own_gazetteers import load_own
from sayso.errors import CaseError

__all__ = ["FOLDER", "add_gazetteers", "gazetteers_of"]

FOLDER = "gazetteers"
"""The folder of a case that holds its gazetteers; each is named by the first digits of its SHA-256 and its own name."""

DIGITS = 16


def add_gazetteers(case: Path, files: Sequence[str | Path]) -> None:
    """Check gazetteers and copy them into a case; the same file again changes nothing. Raises `InputError`, before anything is
    kept, when one cannot be used."""
    found = [(Path(file), load_own(Path(file))) for file in files]
    for path, gazetteer in found:
        target = case / FOLDER / f"{gazetteer.digest[:DIGITS]}-{path.name}"
        if not target.is_file():
            target.parent.mkdir(exist_ok=True)
            draft = target.with_name(f".{target.name}.draft")
            draft.write_bytes(path.read_bytes())
            draft.replace(target)


def gazetteers_of(case: Path) -> tuple[Path, ...]:
    """Return the gazetteers of a case, by file name; raise `CaseError` when one is not what it was when it was added."""
    folder = case / FOLDER
    paths = sorted(p for p in folder.iterdir() if not p.name.startswith(".")) if folder.is_dir() else []
    for path in paths:
        if not path.name.startswith(hashlib.sha256(path.read_bytes()).hexdigest()[:DIGITS]):
            raise CaseError(
                f"{FOLDER}/{path.name}: is not as it was added",
                "take it out of the folder, and add it with --gazetteer",
            )
    return tuple(paths)
