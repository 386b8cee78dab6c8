"""Attributions."""
from __future__ import annotations
from collections.abc import Mapping
from sayso.lang.packs import Pack
from sayso.model.annotations import Attribution
from sayso.model.page import Page
__all__ = ["find_attributions"]
def find_attributions(page: Page, packs: Mapping[str, Pack]) -> tuple[Attribution, ...]:
    return ()
