"""sayso: on whose say-so? Reads many accounts of the same events and shows who says what, with every word anchored.

>>> import sayso
>>> "read" in sayso.__all__
True
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.errors import SaysoError
    from sayso.model.judgements import Judgement
    from sayso.model.reading import Reading
    from sayso.model.reconstruction import Reconstruction
    from sayso.model.text import Anchor, Document, Span
    from sayso.pipeline import read, reconstruct
    from sayso.workspace import Workspace

__all__ = [
    "Anchor",
    "Document",
    "Judgement",
    "Reading",
    "Reconstruction",
    "SaysoError",
    "Span",
    "Workspace",
    "read",
    "reconstruct",
]
__version__ = "0.1.0"

# Each name is loaded when it is first asked for, so that `sayso --help` does not wait for the whole program.
_HOME = {
    "Anchor": "sayso.model.text",
    "Document": "sayso.model.text",
    "Judgement": "sayso.model.judgements",
    "Reading": "sayso.model.reading",
    "Reconstruction": "sayso.model.reconstruction",
    "SaysoError": "sayso.errors",
    "Span": "sayso.model.text",
    "Workspace": "sayso.workspace",
    "read": "sayso.pipeline",
    "reconstruct": "sayso.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
