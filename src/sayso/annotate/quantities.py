"""Quantities."""
from __future__ import annotations
from collections.abc import Mapping
from sayso.lang.packs import Pack
from sayso.model.annotations import Quantity, TimeExpr
from sayso.model.page import Page
__all__ = ["find_quantities"]
def find_quantities(page: Page, packs: Mapping[str, Pack], times: tuple[TimeExpr, ...]) -> tuple[Quantity, ...]:
    return ()
