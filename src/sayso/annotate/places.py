"""Places."""
from __future__ import annotations
from collections.abc import Mapping, Sequence
from sayso.lang.packs import Pack
from sayso.model.annotations import Place
from sayso.model.page import Page
from sayso.model.resources import Gazetteer
__all__ = ["find_places"]
def find_places(page: Page, packs: Mapping[str, Pack], gazetteers: Sequence[Gazetteer]) -> tuple[Place, ...]:
    return ()
