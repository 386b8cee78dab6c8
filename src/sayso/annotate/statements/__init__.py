"""Statements: every report sentence cut into clauses, each with the voice that stands behind it (MODEL §2–3).

The way: index attributions and tokens by position, cut sentences into clauses, judge each clause, set apart what is
only taken for granted, then give ids, chains and events. Every step is linear in the document.
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.annotate.statements.assemble import assemble
from sayso.annotate.statements.judge import judge
from sayso.annotate.statements.survey import survey
from sayso.lang.packs import Pack
from sayso.model.annotations import Attribution, EventMention
from sayso.model.page import Page
from sayso.model.statements import Statement

__all__ = ["find_statements"]


def find_statements(
    page: Page, packs: Mapping[str, Pack], attributions: tuple[Attribution, ...], events: tuple[EventMention, ...]
) -> tuple[Statement, ...]:
    """Return the statements of a page in text order; each event mention stands in exactly one that covers its trigger."""
    land = survey(page, packs, attributions, events)
    return assemble(page, judge(land, events), land, events)
