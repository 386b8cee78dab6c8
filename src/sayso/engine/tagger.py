"""The learned tagger: two small ONNX networks and their vocabulary, checked by hash; optional.

Without onnxruntime or the files attributions are found by grammar alone, and `doctor` says so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from copy import copy
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.annotate.attribution.tagger.pieces import Vocabulary
from sayso.annotate.attribution.tagger.propose import THOROUGH, USUAL, propose
from sayso.engine.part import Part
from sayso.errors import ResourceError
from sayso.model.proposals import Hints, Proposal
from sayso.model.text import Span

__all__ = ["GET_TAGGER", "OnnxTagger", "load_tagger", "tagger_digest", "tagger_folder", "tagger_part"]

GET_TAGGER = "install sayso from a release, with: pip install onnxruntime"
ENCODER, LINKER, VOCABULARY, HASHES = "encoder.onnx", "linker.onnx", "vocabulary.txt", "hashes.json"

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def tagger_folder() -> Path:
    """Return where the tagger's files lie, or would."""
    return Path(str(files("sayso"))) / "data" / "tagger"


class OnnxTagger:
    """The tagger behind the `Tagger` protocol. One thread, one window at a time: the same words give the same result."""

    language = "en"

    def __init__(self, folder: Path) -> None:
        lines = (folder / VOCABULARY).read_text(encoding="utf-8").splitlines()
        self._vocabulary = Vocabulary(lines)
        self._encoder, self._linker = _session(folder / ENCODER), _session(folder / LINKER)
        self._times: tuple[int, ...] = USUAL

    def thorough(self) -> OnnxTagger:
        """Return the same tagger reading all twice, cut into other windows: surer, in twice the time."""
        found = copy(self)
        found._times = THOROUGH
        return found

    def propose(self, text: str, passages: Sequence[Sequence[Span]], hints: Hints) -> tuple[Proposal, ...]:
        """Return what is proposed, in text order."""
        return propose(text, passages, hints, self._vocabulary, self, self._times)

    def encode(self, ids: Ints, features: Ints, hints: Ints) -> tuple[Floats, Floats, Floats]:
        """Return tag scores and states of one window."""
        feed = {"ids": ids[None], "features": features[None], "hints": hints[None]}
        tags, near, asked = self._encoder.run(None, feed)
        return tags[0], near[0], asked[0]

    def link(self, near: Floats, asked: Floats, given: Ints, mask: Floats) -> Floats:
        """Return scores around each cue."""
        (marks,) = self._linker.run(["marks"], {"near": near, "asked": asked, "given": given, "mask": mask})
        return np.asarray(marks, np.float32)


def _session(file: Path) -> Any:
    runtime = import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return runtime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


@cache
def load_tagger() -> OnnxTagger | None:
    """Load the tagger, None where it is not installed; raise `ResourceError` when its files are not the ones made."""
    if not _installed():
        return None
    if not _whole():
        raise ResourceError("the tagger's files are not the ones it was released with", GET_TAGGER)
    return OnnxTagger(tagger_folder())


def tagger_digest() -> str:
    """Return what names the tagger's content and runtime, "no tagger" where there is none: part of readings' version."""
    if not _installed():
        return "no tagger"
    return f"{hashlib.sha256((tagger_folder() / HASHES).read_bytes()).hexdigest()} onnxruntime {version('onnxruntime')}"


def tagger_part() -> Part:
    """Say for `doctor` what state the tagger is in."""
    if not _installed():
        missing = "onnxruntime" if (tagger_folder() / HASHES).is_file() else "its model"
        consequence = "who says what is found by grammar alone, and more is missed"
        return Part("learned tagger", False, f"{missing} is not there", consequence, GET_TAGGER)
    if not _whole():
        return Part("learned tagger", False, "damaged", "nothing is read, as results would differ", GET_TAGGER)
    return Part("learned tagger", True, f"files checked ({tagger_digest()[:12]})")


def _installed() -> bool:
    return (tagger_folder() / HASHES).is_file() and find_spec("onnxruntime") is not None


@cache
def _whole() -> bool:
    """Tell whether the files are the ones their list of hashes names."""
    hashes: dict[str, str] = json.loads((tagger_folder() / HASHES).read_text(encoding="utf-8"))
    return all(
        (tagger_folder() / name).is_file()
        and hashlib.sha256((tagger_folder() / name).read_bytes()).hexdigest() == digest
        for name, digest in hashes.items()
    )
