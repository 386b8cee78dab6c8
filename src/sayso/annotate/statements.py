"""Statements."""
from __future__ import annotations
from collections.abc import Mapping
from sayso.lang.packs import Pack
from sayso.model.annotations import Attribution, EventMention
from sayso.model.page import Page
from sayso.model.statements import Statement
__all__ = ["find_statements"]
def find_statements(page: Page, packs: Mapping[str, Pack], attributions: tuple[Attribution, ...], events: tuple[EventMention, ...]) -> tuple[Statement, ...]:
    return ()
