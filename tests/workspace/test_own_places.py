"""A case with a gazetteer of its own: it is kept with the case, read with from then on, and checked for changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.workspace.light_reader import light

from sayso.errors import CaseError, InputError
from sayso.workspace import Workspace

TABLE = "name,lat,lon,country\nDol Maresh,35.5,36.25,SY\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "villages.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_new_gazetteer_has_all_read_anew_and_the_same_again_nothing(opened: Any, reports: Path, table: Path) -> None:
    workspace = opened()
    workspace.build([reports])
    assert workspace.build(gazetteers=[table]).reread == 5
    assert not workspace.build(gazetteers=[table]).changed
    assert not workspace.build().changed


def test_the_case_keeps_it_without_the_file(opened: Any, reports: Path, table: Path) -> None:
    opened().build([reports], gazetteers=[table])
    table.unlink()
    again = opened()
    assert not again.build().changed
    (kept,) = (again.path / "gazetteers").iterdir()
    assert kept.read_text(encoding="utf-8") == TABLE
    assert kept.name.endswith("-villages.csv")


def test_one_that_cannot_be_used_leaves_nothing(opened: Any, reports: Path, table: Path) -> None:
    bad = table.with_name("bad.csv")
    bad.write_text("name,lat,lon\nDol Maresh,95,1\n", encoding="utf-8")
    workspace = opened()
    with pytest.raises(InputError, match=r"bad\.csv, row 2: lat is '95'"):
        workspace.build([reports], gazetteers=[table, bad])
    assert not (workspace.path / "gazetteers").exists()
    with pytest.raises(InputError, match="cannot be read"):
        workspace.build([reports], gazetteers=[table.with_name("none.csv")])


def test_one_that_was_changed_is_named(opened: Any, reports: Path, table: Path, tmp_path: Path) -> None:
    opened().build([reports], gazetteers=[table])
    (kept,) = (tmp_path / "case" / "gazetteers").iterdir()
    kept.write_text("name,lat,lon\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"villages\.csv: is not as it was added"):
        Workspace.open(tmp_path / "case", reader=light())


@pytest.mark.slow
def test_places_of_the_gazetteer_are_found(tmp_path: Path, table: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("ORLO (MP) — About 40 people were killed in Dol Maresh in Syria on Sunday.\n", encoding="utf-8")
    with Workspace.create_or_open(tmp_path / "case") as workspace:
        workspace.build([page], processes=1, gazetteers=[table])
        (reading,) = workspace.readings()
    found = {place.name: place.best for place in reading.places}
    best = found["Dol Maresh"]
    assert best is not None
    assert (best.gazetteer, best.lat, best.lon) == ("villages.csv", 35.5, 36.25)
