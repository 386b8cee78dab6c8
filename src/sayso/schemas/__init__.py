"""JSON Schemas of the two machine formats: `read.schema.json` and `export.schema.json`, made from the wire types.

`python -m sayso.schemas` (or `dev.py docs`) writes them anew; a test fails while they are stale.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any, get_args

import msgspec

from sayso.export.wire.concluded import ExportRecord
from sayso.export.wire.read import ReadRow

__all__ = ["SCHEMAS", "make_schema", "schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEMPLATE = "#/$defs/{name}"

# The titles readers see; the types each schema is made from. A line of the file matches exactly one of them.
SCHEMAS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "read": ("One line of `sayso read --format jsonl`: what one document says", (ReadRow,)),
    "export": ("One line of `sayso export --format jsonl`: one record of a case", get_args(ExportRecord)),
}


def make_schema(name: str) -> str:
    """Return the text of a schema as the wire types now say."""
    title, types = SCHEMAS[name]
    roots, components = msgspec.json.schema_components(types, ref_template=TEMPLATE)
    body = roots[0] if len(roots) == 1 else {"oneOf": sorted(roots, key=lambda root: str(root["$ref"]))}
    whole = {"$schema": DIALECT, "title": title, **body, "$defs": dict(sorted(components.items()))}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


@cache
def schema(name: str) -> dict[str, Any]:
    """Return a shipped schema, `read` or `export`."""
    text = resources.files(__name__).joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
