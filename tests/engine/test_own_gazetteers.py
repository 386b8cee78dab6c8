"""A user's own gazetteer: tables and GeoJSON are read; what cannot be used is named with its file and row."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.engine.own_gazetteers import load_own
from sayso.errors import InputError
from sayso.model.annotations import Precision

TABLE = """name,lat,lon,other_names,country,province,kind
Dar Meshan,35.5,36.25,Dair Mishan|Old Meshan,SY,Karv,town
Karv Bridge,35.6,36.5,,SY,Karv,point
"""


def feature(name: str, geometry: dict[str, object]) -> dict[str, object]:
    return {"type": "Feature", "properties": {"name": name}, "geometry": geometry}


def geojson(*features: dict[str, object]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_looked_up_by_name_other_name_and_spelling(tmp_path: Path) -> None:
    own = load_own(written(tmp_path, "villages.csv", TABLE))
    (found,) = own.lookup("Dar Meshan")
    assert (found.lat, found.lon, found.country, found.admin1) == (35.5, 36.25, "SY", "Karv")
    assert [c.because for c in own.lookup("old meshan")] == ["other name"]
    assert [c.because for c in own.lookup("Dar Meshaan")] == ["spelling"]
    assert own.lookup("Karv Bridge")[0].precision is Precision.POINT
    assert own.lookup("Orlan") == ()
    assert found.gazetteer == "villages.csv"


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_marks_between_columns(tmp_path: Path, mark: str) -> None:
    own = load_own(written(tmp_path, "v.tsv", f"Place{mark}Latitude{mark}Longitude\nMeshan{mark}1,5{mark}2\n"))
    assert own.lookup("Meshan")[0].lat == 1.5


def test_geojson_points_and_areas(tmp_path: Path) -> None:
    point = feature("Meshan", {"type": "Point", "coordinates": [36.0, 35.0]})
    area = feature("Karv", {"type": "Polygon", "coordinates": [[[36, 35], [38, 35], [38, 37], [36, 37], [36, 35]]]})
    own = load_own(written(tmp_path, "v.geojson", geojson(point, area)))
    assert (own.lookup("Meshan")[0].lat, own.lookup("Meshan")[0].lon) == (35.0, 36.0)
    assert (own.lookup("Karv")[0].lat, own.lookup("Karv")[0].lon) == (36.0, 37.0)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("v.csv", "name,lat\nMeshan,3\n", "v.csv: no column for lon"),
        ("v.csv", "name,lat,lon\nMeshan,3,4\nKarv,north,4\n", "v.csv, row 3: lat is 'north'"),
        ("v.csv", "name,lat,lon\nMeshan,3,400\n", "v.csv, row 2: lon is '400'"),
        ("v.csv", "name,lat,lon\n,3,4\n", "v.csv, row 2: no name"),
        ("v.csv", "name,lat,lon,kind\nMeshan,3,4,castle\n", "v.csv, row 2: kind is 'castle'"),
        ("v.csv", "name,lat,lon,country\nMeshan,3,4,Karvia\n", "v.csv, row 2: 'KARVIA' is no country code"),
        ("v.csv", "name,lat,lon\n", "v.csv: holds no place"),
        ("v.csv", "", "v.csv: no column for name, lat, lon"),
        ("v.geojson", "{", "v.geojson: not JSON"),
        ("v.geojson", "[]", "v.geojson: no GeoJSON FeatureCollection"),
        ("v.geojson", geojson(feature("Meshan", {})), "v.geojson, feature 1: no coordinates"),
        ("v.txt", "Meshan", "v.txt: not a table or GeoJSON"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(InputError) as error:
        load_own(written(tmp_path, name, text))
    assert said in str(error.value)
    assert error.value.way_out


def test_bytes_that_are_no_text_are_named_by_line(tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_bytes(b"name,lat,lon\nMesh\xe4n,1,2\n")
    with pytest.raises(InputError, match="line 2: not UTF-8"):
        load_own(path)


@given(st.binary(max_size=200), st.sampled_from([".csv", ".geojson"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str) -> None:
    path = tmp_path_factory.mktemp("own") / f"v{suffix}"
    path.write_bytes(content)
    with suppress(InputError):
        assert load_own(path).count > 0
