"""Event mentions."""
from __future__ import annotations
from collections.abc import Mapping
from sayso.lang.packs import Pack
from sayso.model.annotations import EventMention, Mention, Place, Quantity, TimeExpr
from sayso.model.page import Page
__all__ = ["find_event_mentions"]
def find_event_mentions(page: Page, packs: Mapping[str, Pack], quantities: tuple[Quantity, ...], times: tuple[TimeExpr, ...], places: tuple[Place, ...], mentions: tuple[Mention, ...]) -> tuple[EventMention, ...]:
    return ()
