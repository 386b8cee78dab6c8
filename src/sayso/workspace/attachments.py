"""What lists of references say of the files beside them: a title, an author, an outlet and a date for a nameless PDF.

The lists are those among the files being taken in and those that are in the case already, so that it makes no difference
which came first. A file is never looked for: what is said of it counts when it is, was or will be taken in itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.ingest import Found, Kind, kind_of, limits
from sayso.model.text import Claimed, Problem
from sayso.store import facts
from sayso.store.database import Database
from sayso.store.originals import Originals

__all__ = ["Attachments"]


@dataclass(frozen=True, slots=True)
class _List:
    """A list of references: where it lies, what it is called, its bytes, and whether it is being taken in now."""

    place: str
    name: str
    data: bytes
    new: bool


@dataclass(frozen=True, slots=True)
class Attachments:
    """Claims by the full path of the file they are of; `missing` counts, by list, the files that were not added with it."""

    claims: Mapping[str, Claimed]
    missing: tuple[tuple[str, str, int, int], ...]

    @classmethod
    def of(cls, found: Sequence[Found], database: Database, originals: Originals) -> Attachments:
        """Collect what all lists say."""
        lists = [*_new(found), *_known(database, originals)]
        if not lists:
            return cls({}, ())
        from sayso.ingest.references import attached  # noqa: PLC0415  few cases hold references

        with database.read() as connection:
            there = {custody.place for custody in facts.acquisitions(connection)}
        there |= {str(item.path.resolve()) for item in found if item.path}
        claims: dict[str, Claimed] = {}
        missing: list[tuple[str, str, int, int]] = []
        for each in lists:
            named = [(str(Path(each.place).parent / path), claimed) for path, claimed in attached(each.data)]
            for place, claimed in named:
                claims.setdefault(place, claimed)
            absent = sum(place not in there for place, _ in named)
            if absent and each.new:
                missing.append((each.place, each.name, absent, len(named)))
        return cls({place: claims[place] for place in sorted(claims)}, tuple(missing))

    def problems(self) -> Iterator[tuple[str, str, Problem]]:
        """Yield a problem for each list, with its place and name."""
        for place, name, absent, named in self.missing:
            what = f"files attached to its references that were not added with it: {absent:,} of {named:,}"
            way_out = "add the folder it was exported to, whole"
            yield place, name, Problem(what, "they were not read", way_out, where=name)


def _new(found: Sequence[Found]) -> Iterator[_List]:
    for item in sorted(found, key=lambda item: item.uri):
        if item.path and not item.problem and kind_of(item.name, b"") is Kind.RIS:
            try:
                data = item.path.read_bytes() if item.path.stat().st_size <= limits.JSON_BYTES else b""
            except OSError:
                continue  # said when the file itself is taken in
            yield _List(str(item.path.resolve()), item.name, data, new=True)


def _known(database: Database, originals: Originals) -> Iterator[_List]:
    with database.read() as connection:
        came = [custody for custody in facts.acquisitions(connection) if kind_of(custody.name, b"") is Kind.RIS]
    for custody in sorted(came, key=lambda custody: (custody.place, custody.retrieved_at), reverse=True):
        path = originals.path(custody.original)
        if path.is_file() and path.stat().st_size <= limits.JSON_BYTES:
            yield _List(custody.place, custody.name, path.read_bytes(), new=False)
