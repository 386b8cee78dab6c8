"""Checks on what only the case knows: who is one voice, who is not, and who took from whom."""

from __future__ import annotations

from bench.example.page import ExampleCase, Table
from sayso.model.reconstruction import Lineage, Voice

__all__ = ["copied", "drifted", "other", "same"]


def same(case: ExampleCase, table: Table) -> str:
    """Check that all mentions are one voice."""
    found = _voices(case, table)
    lost = [" ".join(mention) for mention, voice in found if voice is None]
    if lost:
        return f"no voice at {'; '.join(lost)}"
    labels = {voice.id: voice.label for _, voice in found if voice is not None}
    return "" if len(labels) == 1 else f"{len(labels)} voices: {'; '.join(sorted(labels.values()))}"


def other(case: ExampleCase, table: Table) -> str:
    """Check that no two mentions are one voice."""
    found = _voices(case, table)
    lost = [" ".join(mention) for mention, voice in found if voice is None]
    if lost:
        return f"no voice at {'; '.join(lost)}"
    ids = {voice.id for _, voice in found if voice is not None}
    return "" if len(ids) == len(found) else "taken for one voice"


def _voices(case: ExampleCase, table: Table) -> list[tuple[list[str], Voice | None]]:
    return [(mention, case.voice_at(*mention)) for mention in table["mentions"]]


def _between(case: ExampleCase, table: Table) -> list[Lineage]:
    pair = {case.page(table["from"]).document, case.page(table["to"]).document}
    return [x for x in case.reconstruction.lineage if {x.source.document, x.target.document} == pair]


def copied(case: ExampleCase, table: Table) -> str:
    """Check that one page is known to take its text from the other, and never the other way round."""
    links = _between(case, table)
    if not any(link.how in table["how"] for link in links):
        return f"linked as {', '.join(sorted({str(x.how) for x in links}))}" if links else "no link between the pages"
    backwards = [x for x in links if x.direction == "known" and x.source.document != case.page(table["from"]).document]
    return "the direction is the wrong way round" if backwards else ""


def drifted(case: ExampleCase, table: Table) -> str:
    """Check that a change on the way was noticed."""
    kinds = {str(drift.kind) for link in _between(case, table) for drift in link.drift}
    return "" if table["drift"] in kinds else f"changes noticed: {', '.join(sorted(kinds)) or 'none'}"
