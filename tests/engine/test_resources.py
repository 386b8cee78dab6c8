"""What reading needs: checked before use, named by the version, and blind to how texts are batched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sayso.engine import gazetteers, model_files, parts, version
from sayso.engine.reading import read_one
from sayso.engine.resources import SpacyParser
from sayso.errors import ResourceError
from sayso.model.ids import make_document
from sayso.model.resources import Resources
from sayso.model.text import Document

TEXTS = [
    "The mayor said ten people were killed.", "“They fled,” she said.", "Orlo", "", "   ", "Nobody in Dol Maresh saw who lit the fields, residents told Watch House.",
    "word " * 300, "¿?", "He denied it. It was false, he said. Twelve men crossed the Orlo River before dawn.",
]  # fmt: skip


def test_a_parse_does_not_depend_on_the_batch(resources: Resources) -> None:
    parser = resources.parsers["en"]
    together = parser.parse(TEXTS)
    assert [parser.parse([text])[0] for text in TEXTS] == together
    assert parser.parse(TEXTS[::-1])[::-1] == together
    assert SpacyParser().parse(TEXTS) == together


def test_the_installed_model_is_the_one_expected() -> None:
    model_files.check_model()


def test_a_changed_model_is_refused_with_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = model_files.model_folder()
    assert folder is not None
    (tmp_path / "ner").mkdir()
    shutil.copy(folder / "meta.json", tmp_path)
    shutil.copy(folder / "ner" / "cfg", tmp_path / "ner")
    before = model_files.model_digest.__wrapped__(tmp_path)
    (tmp_path / "ner" / "cfg").write_text("{}")
    assert model_files.model_digest.__wrapped__(tmp_path) != before
    monkeypatch.setattr(model_files, "model_folder", lambda: tmp_path)
    with pytest.raises(ResourceError, match="not the one") as error:
        model_files.check_model()
    assert "pip install" in error.value.way_out
    monkeypatch.setattr(model_files, "model_folder", lambda: None)
    with pytest.raises(ResourceError, match="not installed"):
        model_files.check_model()


def test_doctor_sees_a_missing_gazetteer_and_reading_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteers, "gazetteer_path", lambda: tmp_path / "gazetteer.sqlite")
    monkeypatch.setattr(parts, "load_gazetteers", gazetteers.load_gazetteers.__wrapped__)
    assert gazetteers.load_gazetteers.__wrapped__() == ()
    part = next(part for part in parts.examine_parts() if part.name == "gazetteer")
    assert not part.well
    assert part.way_out
    (tmp_path / "gazetteer.sqlite").write_bytes(b"not a database" * 100)
    part = next(part for part in parts.examine_parts() if part.name == "gazetteer")
    assert "damaged" in part.state


def test_the_version_follows_rules_and_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("lang/en/cues.toml", "segment/quotes.py", "link/x.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a = 1\n")
    monkeypatch.setattr(version, "files", lambda _package: tmp_path)
    before = version.code_digest("lang", "segment")
    (tmp_path / "link" / "x.py").write_text("a = 2\n")
    (tmp_path / "segment" / "quotes.pyc").write_text("compiled")
    (tmp_path / "segment" / "quotes.py").write_bytes(b"a = 1\r\n")
    assert version.code_digest("lang", "segment") == before
    (tmp_path / "segment" / "quotes.py").write_text("a = 2\n")
    changed = version.code_digest("lang", "segment")
    (tmp_path / "lang" / "en" / "cues.toml").write_text("a = 2\n")
    assert len({before, changed, version.code_digest("lang", "segment")}) == 3


def test_versions_are_short_and_told_apart(resources: Resources) -> None:
    versions = {version.reading_version(), version.derivation_version(), version.ingest_version()}
    assert {len(item) for item in versions} == {16}
    assert len(versions) == 3
    assert resources.version == version.reading_version()


def test_a_fault_in_reading_costs_one_document_and_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document, resources: object) -> None:
        raise IndexError("boom")

    monkeypatch.setattr("sayso.engine.reading.read", broken)
    document = make_document("0" * 64, "a.txt", "Ten fled.")
    reading = read_one(document)
    assert (reading.document, reading.text, reading.statements) == (document.id, "Ten fled.", ())
    assert "IndexError in read_one" in reading.problems[0].what
    assert reading.problems[0].where == "a.txt"
