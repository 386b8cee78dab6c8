"""Gazetteers of the user's own: places from a CSV table or a GeoJSON file, looked up like the bundled ones."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.model.annotations import Candidate, Precision
from sayso.values.place import ALIKE, SKELETON_MIN, likeness, name_key, skeleton, sound

__all__ = ["OwnGazetteer", "load_own"]

SUFFIXES = (".csv", ".tsv", ".geojson", ".json")

COLUMNS = {
    "name": ("name", "place", "place_name", "placename", "toponym"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "others": ("other_names", "others", "alternatenames", "aliases", "alias"),
    "id": ("id", "geonameid", "pcode", "code"),
    "country": ("country", "country_code", "iso2"),
    "admin1": ("admin1", "region", "province", "governorate"),
    "kind": ("kind", "precision", "type"),
}
"""What the columns of a table, or the properties of a feature, may be called."""

WAY_OUT = "a table needs the columns name, lat and lon; others it may have: " + ", ".join(
    key for key in COLUMNS if key not in ("name", "lat", "lon")
)

KNOWN, OTHER, SPELT = 1.1, 1.0, 0.5
"""What the name, another name and another spelling of an entry are worth: who brings a list means its places."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file: where it stands in the words of a message, and what it holds."""

    where: str
    values: dict[str, str]


class OwnGazetteer:
    """The places of one file, by name, other name and spelling."""

    def __init__(self, name: str, digest: str, entries: Sequence[tuple[Candidate, tuple[str, ...]]]) -> None:
        """Index the entries, each with its other names."""
        self.name, self.digest, self.count = name, digest, len(entries)
        self._names: dict[str, dict[str, Candidate]] = {}
        self._spellings: dict[str, dict[str, Candidate]] = {}
        for entry, others in entries:
            for number, words in enumerate((entry.name, *others)):
                found = replace(entry, score=OTHER if number else KNOWN, because="other name" if number else "name")
                self._names.setdefault(name_key(words), {}).setdefault(entry.id, found)
                for heard in _heard(words):
                    spelt = replace(entry, score=SPELT, because="spelling")
                    self._spellings.setdefault(heard, {}).setdefault(entry.id, spelt)

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Return the entries whose name or other name is `name`'s, else those that it may be a spelling of."""
        exact = self._names.get(name_key(name), {})
        if exact:
            return tuple(sorted(exact.values(), key=lambda c: (-c.score, c.id)))
        spelt = {c.id: c for heard in _heard(name) for c in self._spellings.get(heard, {}).values()}
        return tuple(spelt[key] for key in sorted(spelt) if likeness(name, spelt[key].name) >= ALIKE)


def _heard(name: str) -> Iterator[str]:
    bones = skeleton(name)
    if len(bones.replace(" ", "")) >= SKELETON_MIN:
        yield bones
    if sound(name):
        yield f"~{sound(name)}"


def load_own(path: Path, name: str | None = None) -> OwnGazetteer:
    """Read a gazetteer, to be known as `name` or as the file is; raise `InputError` naming the file, and the row, of whatever cannot be used."""
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{path.name}: not a table or GeoJSON", f"give a file that ends in {', '.join(SUFFIXES)}")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}", "check the path and your rights") from error
    text = _decoded(path, content)
    rows = _features(path, text) if path.suffix.lower() in (".geojson", ".json") else _table(path, text)
    digest = hashlib.sha256(content).hexdigest()
    entries = [_entry(path, name or path.name, number, row) for number, row in enumerate(rows, 1)]
    if not entries:
        raise InputError(f"{path.name}: holds no place", WAY_OUT)
    return OwnGazetteer(name or path.name, digest, entries)


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputError(f"{path.name}, line {line}: not UTF-8", "save the file as UTF-8") from error


def _table(path: Path, text: str) -> Iterator[Row]:
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        names = [_column(name) for name in next(reader, [])]
        missing = [name for name in ("name", "lat", "lon") if name not in names]
        if missing:
            raise InputError(f"{path.name}: no column for {', '.join(missing)}", WAY_OUT)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                pairs = zip(names, cells, strict=False)
                yield Row(f"row {reader.line_num}", {name: cell.strip() for name, cell in pairs if name})
    except csv.Error as error:
        raise InputError(f"{path.name}, row {reader.line_num}: {error}", WAY_OUT) from error


def _column(name: str) -> str:
    plain = name.strip().lower().replace(" ", "_")
    return next((key for key, names in COLUMNS.items() if plain in names), "")


def _features(path: Path, text: str) -> Iterator[Row]:
    way_out = "give a FeatureCollection whose features have a name among their properties"
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path.name}: not JSON: {error}", way_out) from error
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list):
        raise InputError(f"{path.name}: no GeoJSON FeatureCollection", way_out)
    for number, feature in enumerate(features, 1):
        yield _feature(path, number, feature)


def _feature(path: Path, number: int, feature: Any) -> Row:
    where = f"feature {number}"
    known = feature if isinstance(feature, dict) else {}
    properties, geometry = known.get("properties"), known.get("geometry")
    points = list(_points(geometry.get("coordinates"))) if isinstance(geometry, dict) else []
    if not points:
        raise InputError(f"{path.name}, {where}: no coordinates", "give each feature a geometry with coordinates")
    values = {"id": str(known["id"])} if "id" in known else {}
    for key, value in properties.items() if isinstance(properties, dict) else ():
        if (column := _column(str(key))) and value is not None:
            values[column] = "|".join(map(str, value)) if isinstance(value, list) else str(value).strip()
    lons, lats = [x for x, _ in points], [y for _, y in points]
    return Row(where, values | {"lon": str((min(lons) + max(lons)) / 2), "lat": str((min(lats) + max(lats)) / 2)})


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    """Yield all positions of a geometry, however deep they stand."""
    todo = [coordinates]
    while todo:
        item = todo.pop()
        if isinstance(item, list) and len(item) >= 2 and all(_is_number(x) for x in item[:2]):
            yield float(item[0]), float(item[1])
        elif isinstance(item, list):
            todo.extend(item)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _entry(path: Path, gazetteer: str, number: int, row: Row) -> tuple[Candidate, tuple[str, ...]]:
    name = row.values.get("name", "")
    if not name_key(name):
        raise InputError(f"{path.name}, {row.where}: no name", "give the place a name, or take the row out")
    lat, lon = _degrees(path, row, "lat", 90), _degrees(path, row, "lon", 180)
    country = row.values.get("country", "").upper()
    if len(country) not in (0, 2):
        raise InputError(
            f"{path.name}, {row.where}: {country!r} is no country code", "give two letters, as SY, or leave it empty"
        )
    others = tuple(filter(None, (other.strip() for other in row.values.get("others", "").split("|"))))
    return Candidate(
        gazetteer, row.values.get("id") or str(number), name, lat, lon, country, _precision(path, row), KNOWN, "name",
        admin1=row.values.get("admin1") or None,
    ), others  # fmt: skip


def _degrees(path: Path, row: Row, key: str, most: int) -> float:
    said = row.values.get(key, "")
    try:
        found = float(said.replace(",", "."))
    except ValueError:
        found = float("nan")
    if not -most <= found <= most:
        raise InputError(
            f"{path.name}, {row.where}: {key} is {said!r}", f"give degrees between -{most} and {most}, as 35.81"
        )
    return found


def _precision(path: Path, row: Row) -> Precision:
    said = row.values.get("kind", "").lower() or "town"
    kinds = [kind.value for kind in Precision if kind is not Precision.UNKNOWN]
    if said not in kinds:
        raise InputError(f"{path.name}, {row.where}: kind is {said!r}", f"say one of: {', '.join(kinds)}")
    return Precision(said)
