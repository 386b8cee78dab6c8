"""The bundled gazetteer: places by name, other name or name skeleton, from a read-only SQLite file."""

from __future__ import annotations

import os
import sqlite3
from functools import lru_cache
from math import log10
from pathlib import Path

from sayso.errors import ResourceError
from sayso.model.annotations import Candidate, Precision
from sayso.values.place import ALIKE, SKELETON_MIN, SOUND_MARK, likeness, name_key, skeleton, sound

__all__ = ["SqliteGazetteer", "bundled_path"]

_PLACES = (
    "SELECT p.gid, p.name, p.kind, p.lat, p.lon, p.country, p.admin1, p.population, {rank}, r.name, c.name FROM {table} n "
    "JOIN places p ON p.id = n.place LEFT JOIN regions r ON r.country = p.country AND r.code = p.admin1 "
    "LEFT JOIN countries c ON c.code = p.country WHERE n.key = ? ORDER BY {rank}, p.population DESC, p.id LIMIT 40"
)
_BY_NAME = _PLACES.format(table="names", rank="n.rank")
_BY_SKELETON = _PLACES.format(table="skeletons", rank="2")

_PRECISION = {
    "town": Precision.TOWN, "capital": Precision.TOWN, "county": Precision.DISTRICT, "region": Precision.REGION, "country": Precision.COUNTRY,
    "line": Precision.LINE, "point": Precision.POINT,
}  # fmt: skip
_BECAUSE = ("name", "other name", "spelling")
_WEIGHT = (0.5, 0.4, 0.25)
"""What the kind of match is worth; the rest of the score is how well known the place is."""

_NEEDED = {"country": 92.0}
"""How alike a name must be to be taken for another spelling of this kind of place, where that is more than usual."""

CAPITAL = 0.2
"""What being a country's capital is worth beside that."""

KNOWN = 0.5
"""What being known is worth at most: reached at ten million people."""


def bundled_path() -> Path:
    """Return where the gazetteer made at build time lies."""
    return Path(__file__).resolve().parent.parent / "data" / "gazetteer.sqlite"


class SqliteGazetteer:
    """A gazetteer in one SQLite file; each process opens its own read-only connection at first use."""

    def __init__(self, path: Path) -> None:
        """Check that the file is a gazetteer and read its name and digest."""
        if not path.is_file():
            raise ResourceError("the gazetteer is missing", "python -m sayso.data.build_gazetteer <file>")
        self._path, self._pid = path, 0
        self._connection: sqlite3.Connection | None = None
        meta = dict(self._open().execute("SELECT key, value FROM meta").fetchall())
        self.name: str = meta["name"]
        self.digest: str = meta["digest"]
        self.attribution: str = meta["attribution"]
        self._cached = lru_cache(maxsize=50_000)(self._find)

    def __reduce__(self) -> tuple[type[SqliteGazetteer], tuple[Path]]:
        """Pickle as the path: another process opens the file itself."""
        return SqliteGazetteer, (self._path,)

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Return the entries whose name, other name or skeleton is `name`'s, best known first within each kind of match."""
        return self._cached(name_key(name))

    def _open(self) -> sqlite3.Connection:
        if self._connection is None or self._pid != os.getpid():
            uri = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._pid = os.getpid()
        return self._connection

    def _find(self, key: str) -> tuple[Candidate, ...]:
        if not key:
            return ()
        rows = self._open().execute(_BY_NAME, (key,)).fetchall()
        if not rows:
            bones = skeleton(key)
            if len(bones.replace(" ", "")) >= SKELETON_MIN:
                found = self._open().execute(_BY_SKELETON, (bones,)).fetchall()
                rows = [row for row in found if likeness(key, row[1]) >= _NEEDED.get(row[2], ALIKE)]
            if not rows and sound(key):
                rows = self._open().execute(_BY_SKELETON, (SOUND_MARK + sound(key),)).fetchall()
        return tuple(sorted((self._candidate(row) for row in rows), key=lambda c: (-c.score, c.id)))

    def _candidate(
        self, row: tuple[str, str, str, float, float, str, str, int, int, str | None, str | None]
    ) -> Candidate:
        gid, name, kind, lat, lon, country, admin1, population, rank, region, country_name = row
        known = KNOWN * min(log10(population + 1) / 7, 1.0) ** 2 + (CAPITAL if kind == "capital" else 0.0)
        return Candidate(
            self.name, gid, name, lat, lon, country, _PRECISION[kind], round(_WEIGHT[rank] + known, 4), _BECAUSE[rank],
            admin1=region, admin1_code=admin1 or None, country_name=country_name,
        )  # fmt: skip
