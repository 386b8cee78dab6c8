"""Mentions and persons."""
from __future__ import annotations
from collections.abc import Mapping
from sayso.lang.packs import Pack
from sayso.model.annotations import EventMention, Mention, Person, Place, Quantity, TimeExpr
from sayso.model.page import Page
__all__ = ["find_mentions", "find_persons"]
def find_mentions(page: Page, packs: Mapping[str, Pack], quantities: tuple[Quantity, ...], times: tuple[TimeExpr, ...], places: tuple[Place, ...]) -> tuple[Mention, ...]:
    return ()
def find_persons(page: Page, packs: Mapping[str, Pack], mentions: tuple[Mention, ...], events: tuple[EventMention, ...]) -> tuple[Person, ...]:
    return ()
