"""The picture of the dossier in the README: the bundled example's first questions.

`python3 dev.py accept` takes it anew; otherwise only its size is looked at, as fonts differ between machines.
"""

from __future__ import annotations

import os
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.export.html import write_dossier
from sayso.workspace import Workspace

from .conftest import ROOT, Open

pytestmark = pytest.mark.browser

PICTURE = ROOT / "docs" / "img" / "dossier.png"
WIDTH, HEIGHT, HEAVIEST = 1280, 1400, 400_000


def take(open_file: Open, folder: Path) -> None:
    """Build the example and take its picture."""
    with Workspace.create_or_open(folder / "dol-maresh") as workspace:
        workspace.build([ROOT / "examples" / "dol-maresh" / "pages"])
        page = folder / "dossier.html"
        page.write_text(write_dossier(replace(workspace.case(), name="Dol Maresh")), encoding="utf-8")
    with open_file(page, viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light") as opened:
        opened.page.screenshot(path=PICTURE)


def test_golden_picture_of_the_dossier(open_file: Open, tmp_path: Path) -> None:
    if os.environ.get("SAYSO_ACCEPT"):
        take(open_file, tmp_path)
    head = PICTURE.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert struct.unpack(">II", head[16:24]) == (WIDTH, HEIGHT)
    assert PICTURE.stat().st_size < HEAVIEST
