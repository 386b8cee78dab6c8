"""The errors sayso raises for wrong input; bugs are not caught and never wrapped.

::

    SaysoError
    ├── InputError        something the user named cannot be used (file, option, id): says what, where and the way out
    ├── CaseError         the case folder is not a case, is of another version, or is being built by someone else
    └── ResourceError     a model, gazetteer or language pack is missing or is not the one expected

A document that cannot be read is not an error: it is a recorded `sayso.model.text.Problem`, and the rest goes on.
"""

from __future__ import annotations

__all__ = ["CaseError", "InputError", "ResourceError", "SaysoError"]


class SaysoError(Exception):
    """Base of all errors meant for the user; `way_out` says what to do next."""

    def __init__(self, message: str, way_out: str = "") -> None:
        super().__init__(message)
        self.way_out = way_out


class InputError(SaysoError):
    """Something the user named cannot be used."""


class CaseError(SaysoError):
    """The folder is not a usable case."""


class ResourceError(SaysoError):
    """A model, gazetteer or language pack is missing or not the expected one."""
