"""Write `web/openapi.json`, from which the app's types are made: `python -m sayso.server.schema [--check]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sayso.server.app import create_api

__all__ = ["current", "text"]

FILE = Path("web", "openapi.json")


def text() -> str:
    """Return the description of the API as JSON."""
    return json.dumps(create_api().openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def current() -> bool:
    """Tell whether the file in this checkout is what the code describes."""
    return FILE.is_file() and FILE.read_text(encoding="utf-8") == text()


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(0 if current() else "web/openapi.json is stale: python3 dev.py docs")
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text(), encoding="utf-8")
