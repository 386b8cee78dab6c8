"""Whether a case is read thoroughly is chosen once and kept; another choice has everything read anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def test_the_choice_stays_with_the_case(opened: Any, reports: Path) -> None:
    workspace = opened()
    workspace.build([reports])
    assert workspace.build(thorough=True).reread == 5
    assert not workspace.build().changed
    assert not opened().build(thorough=True).changed
    assert opened().build(thorough=False).reread == 5
    assert not opened().build().changed
