"""What a system may see of a benchmark file: the text and the metadata a reader of the page would have, never the gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso import Document
from sayso.model.ids import make_document, sha256_hex
from sayso.model.text import Claimed

__all__ = ["Record", "documents", "records", "write_inputs"]

Record = dict[str, Any]

SEEN = ("id", "text", "title", "url", "published")

# Metadata that is gold elsewhere: an outlet where outlets are to be found, a title that was never on the page.
ALSO = {"fakes": ("outlet",), "norwegian": ("language",), "newstimes": ("language",)}
HIDDEN = {"wikiwars": ("title",)}


def records(data: Path) -> list[Record]:
    """Return the records of a JSON Lines file, gold included."""
    with data.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _seen(data: Path, *, limit: int | None) -> Iterator[Record]:
    name = data.parent.name
    keys = [key for key in (*SEEN, *ALSO.get(name, ())) if key not in HIDDEN.get(name, ())]
    for record in records(data)[:limit]:
        yield {key: record[key] for key in keys if record.get(key) is not None}


def write_inputs(data: Path, out: Path, *, limit: int | None = None) -> int:
    """Write what may be seen as JSON Lines for `sayso read`; return how many documents."""
    rows = list(_seen(data, limit=limit))
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return len(rows)


def documents(data: Path, *, limit: int | None = None) -> list[Document]:
    """Return what may be seen as documents."""
    return [
        make_document(
            sha256_hex(row["text"]),
            f"{row['id']}.txt",
            row["text"],
            member=row["id"],
            given_id=row["id"],
            claimed=Claimed(**{k: row[k] for k in ("title", "url", "published", "outlet") if k in row}),
        )
        for row in _seen(data, limit=limit)
    ]
