"""The tagger's files: optional, checked by hash, and said for what they are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.engine import tagger
from sayso.errors import ResourceError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder in the place of the tagger's."""
    monkeypatch.setattr(tagger, "tagger_folder", lambda: tmp_path)
    monkeypatch.setattr(tagger, "find_spec", lambda _: object())
    monkeypatch.setattr(tagger, "version", lambda _: "1.0")  # the runtime need not be installed for this
    tagger.load_tagger.cache_clear()
    tagger._whole.cache_clear()
    yield tmp_path
    tagger.load_tagger.cache_clear()
    tagger._whole.cache_clear()


def _fill(folder: Path) -> None:
    (folder / "vocabulary.txt").write_text("a\n", encoding="utf-8")
    hashes = {"vocabulary.txt": hashlib.sha256(b"a\n").hexdigest()}
    (folder / "hashes.json").write_text(json.dumps(hashes), encoding="utf-8")


def test_without_files_there_is_none_and_doctor_says_what_follows(folder: Path) -> None:
    assert tagger.load_tagger() is None
    assert tagger.tagger_digest() == "no tagger"
    part = tagger.tagger_part()
    assert not part.well
    assert "grammar alone" in part.consequence


def test_without_the_runtime_there_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(folder)
    monkeypatch.setattr(tagger, "find_spec", lambda _: None)
    assert tagger.load_tagger() is None
    assert "onnxruntime" in tagger.tagger_part().state


def test_changed_files_are_not_read(folder: Path) -> None:
    _fill(folder)
    assert tagger.tagger_part().well
    tagger._whole.cache_clear()
    (folder / "vocabulary.txt").write_text("b\n", encoding="utf-8")
    assert tagger.tagger_part().state == "damaged"
    with pytest.raises(ResourceError, match="not the ones"):
        tagger.load_tagger()


def test_the_digest_follows_the_files(folder: Path) -> None:
    _fill(folder)
    before = tagger.tagger_digest()
    (folder / "hashes.json").write_text("{}", encoding="utf-8")
    assert tagger.tagger_digest() not in (before, "no tagger")
