"""Put the dossier together."""

from __future__ import annotations

from sayso.present.case import Case
from sayso.present.dossier.figures import figure_tables
from sayso.present.dossier.index import DossierIndex
from sayso.present.dossier.questions import question_cards
from sayso.present.dossier.sources import not_read, source_rows
from sayso.present.dossier.texts import text_blocks
from sayso.present.dossier.timeline import timeline
from sayso.present.dossier.views import Dossier, QuestionCard, SourceRow
from sayso.present.dossier.voices import voice_rows

__all__ = ["build_dossier"]

MOST_OTHERS = 12


def build_dossier(case: Case) -> Dossier:
    """Return everything the dossier of a case shows."""
    index = DossierIndex(case)
    questions = question_cards(index)
    contested = tuple(q for q in questions if q.status_class == "contested")
    sources, voices = source_rows(index), voice_rows(index)
    return Dossier(
        name=case.name,
        version=case.version,
        counts=_counts(case, sources, len(voices), len(contested)),
        lead=_lead(contested, sources),
        sources=sources,
        not_read=not_read(index),
        contested=contested,
        others=tuple(q for q in questions if q.status_class != "contested")[:MOST_OTHERS],
        figures=figure_tables(index),
        timeline=timeline(index),
        voices=voices,
        texts=text_blocks(index),
        judgements=tuple(f"{j.verdict} by {j.by}, {j.at}: {j.reason or 'no reason given'}" for j in case.judgements),
    )


def _counts(case: Case, sources: tuple[SourceRow, ...], voices: int, contested: int) -> tuple[tuple[str, str], ...]:
    statements = sum(len(reading.statements) for reading in case.readings)
    pairs = (
        (len(case.readings), "document"),
        (len(sources), "report"),
        (voices, "voice"),
        (statements, "statement"),
        (contested, "contested question"),
    )
    return tuple((f"{number:,}", noun if number == 1 else f"{noun}s") for number, noun in pairs)


def _lead(contested: tuple[QuestionCard, ...], sources: tuple[SourceRow, ...]) -> str:
    if not sources:
        return "Nothing has been read yet."
    undated = sum(row.date == "not known" for row in sources)
    unnamed = sum(row.outlet == "not named" for row in sources)
    parts = []
    if contested:
        parts.append(f"The accounts part on {len(contested)} question{'' if len(contested) == 1 else 's'}.")
    else:
        parts.append("No two accounts were found to part; that is not to say they agree.")
    if unnamed:
        parts.append(f"{unnamed} of {len(sources)} reports name no outlet.")
    if undated:
        parts.append(f"{undated} could not be dated.")
    return " ".join(parts)
