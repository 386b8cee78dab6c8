"""Building with the parser: one process or two, in any order of sources, give the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.workspace.test_build import content

from sayso.workspace import Workspace

TEXTS = {
    "a.txt": "ORLO (MP) — The mayor said Tuesday that more than 40 people were killed in Dol Maresh on Sunday. “We buried them,” said a resident.\n",
    "b.txt": "The army denied that its soldiers had killed anyone in Dol Maresh.\n\nAbout 1,200 people fled to Ildria, Watch House said Wednesday.\n",
    "c.txt": "Hæren nekter for at noen ble drept i Dol Maresh, melder avisa Skråblikk. «Vi flyktet før daggry», sier en baker.\n",
}  # fmt: skip


@pytest.mark.slow
def test_processes_and_order_make_no_difference(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    sources = [tmp_path / name for name in TEXTS]
    with Workspace.create_or_open(tmp_path / "one") as one, Workspace.create_or_open(tmp_path / "two") as two:
        assert one.build(sources, processes=1).statements > 3
        two.build(sources[::-1], processes=2)
        assert content(one) == content(two)
        assert one.verify() == ()
