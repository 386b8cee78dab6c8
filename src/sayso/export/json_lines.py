"""One JSON object a line, the same bytes for the same object."""

from __future__ import annotations

import json
from collections.abc import Mapping

__all__ = ["json_line"]


def json_line(row: Mapping[str, object]) -> str:
    """Return `row` as one line of JSON, keys in the order given, without the line end.

    Text stays as it is; only a text with lone surrogates, which UTF-8 cannot carry, is escaped.
    """
    line = json.dumps(row, ensure_ascii=False, allow_nan=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(row, ensure_ascii=True, allow_nan=False)
    return line
