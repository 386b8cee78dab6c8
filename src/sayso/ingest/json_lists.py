"""Lists of articles in one piece of JSON (.json): what news services and programs for references export.

The list may stand by itself or somewhere inside an object. References in CSL-JSON are read as rows too.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

from sayso.ingest.columns import columns_of
from sayso.ingest.decode import decode
from sayso.ingest.kinds import disguise
from sayso.ingest.pieces import Outcome, Piece, missing_text, problem_of, unreadable
from sayso.ingest.rows import Row, Rows, columns_told, order_of_days
from sayso.ingest.tables import SAMPLE_ROWS, fields_of, json_lines

__all__ = ["read_json"]

DEPTH = 3  # how deep in objects the list is looked for


def read_json(piece: Piece) -> Outcome:
    """Make a document of each object of the list."""
    decoded, what = decode(piece.data), disguise(piece.data[:64])
    if what or decoded.text is None:
        yield unreadable(piece, f"named like JSON, but it is {what or 'binary data'}")
        return
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        yield from _broken(piece, error)
        return
    rows = [_reference(item) for item in _list(value) if isinstance(item, dict)]
    if not rows:
        yield missing_text(piece)
        return
    yield from _rows(piece, rows, Rows(piece, columns_of(()), decoded.doubts))


def _broken(piece: Piece, error: ValueError | RecursionError) -> Outcome:
    """Say what is wrong; an object on each line under a name for one is read as that."""
    if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
        yield from json_lines(piece, io.BytesIO(piece.data))
        return
    what, line = "nested too deep or holding a number too long", None
    if isinstance(error, json.JSONDecodeError):
        what, line = error.msg, error.lineno
    yield problem_of(piece, f"not JSON: {what}", "nothing of it was read", "get the file anew", line=line)


def _rows(piece: Piece, values: list[Mapping[str, object]], rows: Rows) -> Outcome:
    found = [fields_of(value) for value in values]
    sample = [fields for fields, _ in found[:SAMPLE_ROWS]]
    names = list(dict.fromkeys(name for fields in sample for name in fields))
    columns, problems = columns_told(piece, names, sample)
    yield from problems
    if columns.of("text") is None:
        return
    rows.columns, rows.first = columns, order_of_days(columns, sample)
    for number, (fields, doubts) in enumerate(found, start=1):
        yield from rows.document(Row(number, number, fields, doubts))


def _list(value: Any) -> list[Any]:
    """Return the longest list of objects; an object without one is a list of one."""
    lists, todo = [], [(value, DEPTH)]
    while todo:
        item, depth = todo.pop(0)
        if isinstance(item, list) and any(isinstance(one, dict) for one in item):
            lists.append(item)
        elif isinstance(item, dict) and depth:
            todo += [(inner, depth - 1) for inner in item.values()]
    return max(lists, key=len) if lists else [value]


def _reference(item: dict[str, Any]) -> Mapping[str, object]:
    """Return a reference in CSL-JSON as a row; any other object as it is."""
    if not isinstance(item.get("issued"), dict) and "container-title" not in item:
        return item
    made = {
        "published": _issued(item.get("issued")),
        "author": _people(item.get("author")),
        "outlet": item.get("container-title"),
    }
    plain = {
        name: value for name, value in item.items() if name not in {"issued", "author", "container-title", "accessed"}
    }
    return plain | {name: value for name, value in made.items() if value}


def _issued(value: Any) -> str:
    """Write a date given in parts as ISO 8601."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [int(part) for part in first[:3] if str(part).isascii() and str(part).isdigit() and len(str(part)) < 5]
    return "-".join(f"{number:0{4 if at == 0 else 2}}" for at, number in enumerate(numbers))


def _people(value: Any) -> str:
    names = [
        " ".join(str(one[part]) for part in ("given", "family", "literal") if one.get(part))
        for one in (value if isinstance(value, list) else [])
        if isinstance(one, dict)
    ]
    return ", ".join(filter(None, names))
