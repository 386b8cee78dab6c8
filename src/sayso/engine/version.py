"""What names a reading: the program, its rules, the model, the gazetteers and the libraries that parse, by hash.

Any change of a rule, be it in a language pack or in code, gives another version, and the next build reads anew.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable

from sayso.engine.gazetteers import gazetteer_digests
from sayso.engine.model_files import MODEL_SHA256
from sayso.engine.tagger import tagger_digest

__all__ = ["code_digest", "derivation_version", "ingest_version", "reading_version"]

READING_CODE = (
    "lang",
    "values",
    "model",
    "segment",
    "annotate",
    "ingest",
    "engine",
    "pipeline.py",
    "store/gazetteer.py",
)
DERIVING_CODE = ("link", "reconcile")
READING_LIBRARIES = ("sayso", "spacy", "thinc", "py3langid", "simplemma", "anyascii", "rapidfuzz")
DERIVING_LIBRARIES = ("rensa", "numpy")
INGEST_LIBRARIES = (
    "trafilatura", "charset-normalizer", "lxml", "warcio", "feedparser", "python-calamine", "rispy", "pypdfium2", "striprtf",
)  # fmt: skip
LENGTH = 16
SUFFIXES = (".py", ".toml")


@cache
def reading_version() -> str:
    """Return the version of readings: 16 hex digits."""
    return _digest(
        "reading",
        code_digest(*READING_CODE),
        MODEL_SHA256,
        tagger_digest(),
        *gazetteer_digests(),
        *_versions(READING_LIBRARIES),
    )


@cache
def derivation_version() -> str:
    """Return the version of reconstructions: 16 hex digits."""
    return _digest("derivation", reading_version(), code_digest(*DERIVING_CODE), *_versions(DERIVING_LIBRARIES))


@cache
def ingest_version() -> str:
    """Return the version of what makes documents of originals: 16 hex digits."""
    return _digest("ingest", code_digest("ingest"), *_versions(INGEST_LIBRARIES))


def code_digest(*parts: str) -> str:
    """Return a digest over the program's own code and rules in the named packages and modules."""
    top = files("sayso")
    found = hashlib.sha256()
    for part in parts:
        for name, item in _sources(part, top / part):
            found.update(f"{name}\0".encode() + item.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()


def _sources(name: str, item: Traversable) -> list[tuple[str, Traversable]]:
    if item.is_file():
        return [(name, item)] if name.endswith(SUFFIXES) else []
    inside = sorted(item.iterdir(), key=lambda child: child.name)
    return [source for child in inside for source in _sources(f"{name}/{child.name}", child)]


def _versions(libraries: tuple[str, ...]) -> list[str]:
    return [f"{name} {metadata.version(name)}" for name in libraries]


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:LENGTH]
