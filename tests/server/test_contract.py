"""The API's description: current in the repository."""

from __future__ import annotations

from pathlib import Path

from sayso.server.schema import text

ROOT = Path(__file__).resolve().parents[2]


def test_the_description_in_the_repository_is_current() -> None:
    assert (ROOT / "web" / "openapi.json").read_text(encoding="utf-8") == text(), "python3 dev.py docs"
