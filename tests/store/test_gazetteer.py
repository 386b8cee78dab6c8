"""The bundled gazetteer: names, other names, spellings; read-only; the same in every process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from sayso.errors import ResourceError
from sayso.model.annotations import Precision
from sayso.store.gazetteer import SqliteGazetteer, bundled_path


@pytest.fixture(scope="module")
def gazetteer() -> SqliteGazetteer:
    if not bundled_path().is_file():
        pytest.skip("the gazetteer is not built here")
    return SqliteGazetteer(bundled_path())


def test_attribution_and_digest_are_told(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.attribution == "GeoNames, CC BY 4.0"
    assert len(gazetteer.digest) == 64


def test_countries_regions_and_towns_are_found_by_name(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.lookup("Norway")[0].precision is Precision.COUNTRY
    assert gazetteer.lookup("Oslo")[0].country == "NO"
    assert any(c.precision is Precision.REGION for c in gazetteer.lookup("Vermont"))


def test_spellings_meet_by_skeleton(gazetteer: SqliteGazetteer) -> None:
    found = gazetteer.lookup("Dair Alzour")
    assert found
    assert {"spelling"} == {c.because for c in found}
    assert "SY" in {c.country for c in found}


@pytest.mark.parametrize("name", ["", "-", "\x00", "Qxvwzzt", "a" * 5000])
def test_unknown_names_find_nothing(gazetteer: SqliteGazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


def test_another_process_opens_its_own(gazetteer: SqliteGazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))
    assert again.lookup("Oslo") == gazetteer.lookup("Oslo")


def test_missing_file_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(ResourceError):
        SqliteGazetteer(tmp_path / "none.sqlite")
