"""Are two names the same: predict the pairs of the names benchmark by the comparison that links voices."""

from __future__ import annotations

import json
from pathlib import Path

from bench.inputs import records
from sayso.values.name import NameKind, judge_names

__all__ = ["name_rows"]

KINDS = {"Person": NameKind.PERSON, "Vessel": NameKind.VESSEL, "LegalEntity": NameKind.UNKNOWN}
"""The kinds of names the data has; all others are bodies."""


def name_rows(data: Path, out: Path, limit: int | None) -> None:
    """Predict whether two names are one bearer's by all that is written."""
    rows = [_row(record) for record in records(data)[:limit]]
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _row(record: dict[str, object]) -> dict[str, object]:
    a, b = str(record["name1"]), str(record["name2"])
    verdict = judge_names(a, b, KINDS.get(str(record["schema"]), NameKind.BODY))
    return {"name1": a, "name2": b, "match": verdict.same, "why": verdict.reason.value}
