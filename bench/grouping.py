"""The tasks `grouping` and `pairs`: which reports tell one incident, with its figures; whether two answers say the same.

`grouping` runs the whole program: reports stand together when the case tells one event of harm in both, or an event and its part.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench.inputs import Record, documents, records
from sayso import Reading, read, reconstruct
from sayso.engine.resources import load_resources
from sayso.export.read_rows import read_row
from sayso.link.groups import Groups
from sayso.model.annotations import Fact
from sayso.model.reconstruction import Event, Reconstruction

__all__ = ["answer_rows", "grouping_rows", "incident_rows"]

HARM = frozenset({"kill", "wound", "fire", "attack", "arrest"})
FATES = {"killed": ("killed", "kill"), "injured": ("wounded", "wound")}


def grouping_rows(data: Path, out: Path, limit: int | None) -> None:
    """Predict the incident of each report, and the dead and wounded of each incident."""
    resources = load_resources()
    readings = [read(document, resources) for document in documents(data, limit=limit)]
    rows = incident_rows(readings, reconstruct(readings))
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def incident_rows(readings: Sequence[Reading], case: Reconstruction) -> list[dict[str, object]]:
    """Return a row a report: its id, its incident, and the incident's figures."""
    names = {reading.document: reading.given_id or reading.name for reading in readings}
    groups: Groups[str] = Groups(sorted(names.values()))
    holders = _holders(readings, case)
    for event in case.events:
        for whole in (event.id, *event.parts):
            _unite(groups, [names[d] for d in sorted(holders.get(event.id, set()) | holders.get(whole, set()))])
    by_id = {names[reading.document]: reading for reading in readings}
    rows: list[dict[str, object]] = []
    for root, members in groups.members().items():
        figures = _figures([by_id[member] for member in members])
        rows += [{"id": member, "group": root, **figures} for member in members]
    return rows


def _holders(readings: Iterable[Reading], case: Reconstruction) -> Mapping[str, set[str]]:
    """Event of harm → the documents that tell it."""
    document_of = {m.id: r.document for r in readings for s in r.statements for m in s.mentions}
    return {e.id: {document_of[m] for m in e.mentions} for e in case.events if _is_harm(e)}


def _is_harm(event: Event) -> bool:
    return event.kind in HARM


def _unite(groups: Groups[str], members: list[str]) -> None:
    for member in members[1:]:
        groups.unite(members[0], member, "one event")


def _figures(readings: Sequence[Reading]) -> dict[str, int]:
    """Return the figures most reports of an incident give, of equals the higher: what is counted grows."""
    found: dict[str, int] = {}
    for name, (fate, kind) in FATES.items():
        told = Counter(n for reading in readings if (n := _told(reading, fate, kind)) is not None)
        found[name] = max(told, key=lambda n: (told[n], n), default=0)
    return found


def _told(reading: Reading, fate: str, kind: str) -> int | None:
    """Return a report's main figure; one where it tells of the harm and gives none."""
    rows = [c for c in read_row(reading)["casualties"] if c["fate"] == fate and c["scope"] in (None, "event")]
    for row in sorted(rows, key=lambda c: not c["main"]):
        number = row["low"] if row["low"] is not None else row["high"]
        if number is not None:
            return int(number)
    told = any(m.kind == kind and m.fact is Fact.HAPPENED for s in reading.statements for m in s.mentions)
    return 1 if told else None


SHARED = 0.2  # of the words of the shorter answer
ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "ly")
SHORTEST = 3


def answer_rows(data: Path, out: Path, limit: int | None) -> None:
    """Predict whether two answers to one question say the same: by the words they share that are not the question's own."""
    common = load_resources().packs["en"].words("words", "common")
    rows = [{"id": row["id"], "same": _say_the_same(row, common)} for row in records(data)[:limit]]
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _say_the_same(row: Record, common: frozenset[str]) -> bool:
    asked = _words(row["question"], common)
    one, other = (_words(row[key], common) - asked for key in ("answer1", "answer2"))
    return len(one & other) >= SHARED * max(1, min(len(one), len(other)))


def _words(text: str, common: frozenset[str]) -> set[str]:
    return {_stem(w) for w in re.findall(r"\w+", text.lower()) if w not in common and len(w) >= SHORTEST}


def _stem(word: str) -> str:
    ending = next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= SHORTEST), "")
    return word.removesuffix(ending)
