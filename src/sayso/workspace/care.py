"""Whether a case is read thoroughly: chosen once, kept with the case."""

from __future__ import annotations

from pathlib import Path

__all__ = ["choose_care", "is_thorough"]

MARK = "thorough"
"""An empty file of this name in a case's folder says that it is read thoroughly."""


def choose_care(case: Path, *, thorough: bool) -> None:
    """Remember for a case how it is read from now on."""
    if thorough:
        (case / MARK).touch()
    else:
        (case / MARK).unlink(missing_ok=True)


def is_thorough(case: Path) -> bool:
    """Tell whether a case is read thoroughly."""
    return (case / MARK).is_file()
