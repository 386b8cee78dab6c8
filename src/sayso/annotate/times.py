"""Times."""
from __future__ import annotations
from collections.abc import Mapping
from sayso.lang.packs import Pack
from sayso.model.annotations import TimeExpr
from sayso.model.page import Page
__all__ = ["find_times"]
def find_times(page: Page, packs: Mapping[str, Pack]) -> tuple[TimeExpr, ...]:
    return ()
