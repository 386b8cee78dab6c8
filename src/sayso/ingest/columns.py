"""Which column of an article table holds what: by the columns' names, by the user's word, at last by which holds prose."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["FIELDS", "Columns", "columns_of", "prose_column"]

FIELDS = ("id", "text", "title", "url", "published", "outlet", "language", "byline", "agency", "description")
"""What a column can hold."""

MARKS = re.compile(r"[\W_]+")
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l"})
PROSE = 200  # so many characters on average no column but one of text has
PROSE_LEAD = 3  # and it holds so many times as much as the next


@dataclass(frozen=True, slots=True)
class Columns:
    """Pairs of a field of ours and the table's own name for it; `missing` are columns the user named that are not there."""

    pairs: tuple[tuple[str, str], ...]
    missing: tuple[str, ...] = ()

    def of(self, field: str) -> str | None:
        """Return the table's name for a field."""
        return dict(self.pairs).get(field)

    def told(self) -> str:
        """Say which column was read as what."""
        return ", ".join(f"{field}={name}" for field, name in self.pairs)


def columns_of(names: Sequence[str], given: Sequence[tuple[str, str]] = ()) -> Columns:
    """Tell what a table's columns hold; what the user said goes before what their names say.

    >>> columns_of(["Überschrift", "Volltext", "Datum", "Seite"]).told()
    'text=Volltext, title=Überschrift, published=Datum'
    """
    exact = {name.strip().casefold(): name for name in reversed(names)}
    said = {field: exact[name.strip().casefold()] for field, name in given if name.strip().casefold() in exact}
    missing = tuple(name for _, name in given if name.strip().casefold() not in exact)
    taken = set(said.values())
    folded = {fold(name): name for name in reversed(names) if name not in taken}
    for field in FIELDS:
        known = None if field in said else next((word for word in _words()[field] if word in folded), None)
        if known:
            said[field] = folded.pop(known)
    return Columns(tuple((field, said[field]) for field in FIELDS if field in said), missing)


def fold(name: str) -> str:
    """Return a column's name as it is compared.

    >>> fold("Date de publication ")
    'datedepublication'
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    return MARKS.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


def prose_column(rows: Sequence[Mapping[str, str]]) -> str | None:
    """Return the one column that holds prose, None when none does or several."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    lengths = sorted(((sum(len(row.get(name, "")) for row in rows), name) for name in names), reverse=True)
    if not lengths or lengths[0][0] < PROSE * len(rows):
        return None
    return lengths[0][1] if len(lengths) == 1 or lengths[0][0] > PROSE_LEAD * lengths[1][0] else None


@cache
def _words() -> Mapping[str, Sequence[str]]:
    data = tomllib.loads((files("sayso.ingest") / "columns.toml").read_text("utf-8"))
    return {field: tuple(data[field]) for field in FIELDS}
