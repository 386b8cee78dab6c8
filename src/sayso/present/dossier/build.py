"""Put the dossier together."""

from __future__ import annotations

from sayso.model.judgements import Judgement
from sayso.model.reconstruction import Question, Status
from sayso.present.case import Case
from sayso.present.counts import count_parts, counted
from sayso.present.dossier import limits
from sayso.present.dossier.feeds import feed_chart
from sayso.present.dossier.figures import figure_tables
from sayso.present.dossier.index import DossierIndex
from sayso.present.dossier.limits import plural, rest
from sayso.present.dossier.questions import question_card
from sayso.present.dossier.sources import not_read, read_note, source_rows
from sayso.present.dossier.texts import text_blocks
from sayso.present.dossier.timeline import timeline
from sayso.present.dossier.views import Dossier, QuestionCard
from sayso.present.dossier.voices import voice_rows

__all__ = ["build_dossier"]

Numbered = tuple[int, Question]


def build_dossier(case: Case) -> Dossier:
    """Return everything the dossier of a case shows."""
    index = DossierIndex(case)
    contested, others = _parted(case.reconstruction.questions)
    sources, sources_more = source_rows(index)
    figures, figures_more = figure_tables(index)
    days, timeline_more = timeline(index)
    voices, folded, voices_more = voice_rows(index)
    texts, texts_more = text_blocks(index)
    return Dossier(
        name=case.name,
        version=case.version,
        counts=_counts(case),
        lead=_lead(case, len(contested)),
        read_note=read_note(index),
        sources=sources,
        sources_more=sources_more,
        not_read=not_read(index),
        contested=_cards(index, contested[: limits.CONTESTED]),
        contested_more=tuple(question.text for _, question in contested[limits.CONTESTED :][: limits.FIGURE_ROWS]),
        others=_cards(index, others[: limits.OTHERS]),
        others_more=rest(len(others), min(len(others), limits.OTHERS), "question"),
        figures=figures,
        figures_more=figures_more,
        timeline=days,
        timeline_more=timeline_more,
        voices=voices,
        voices_folded=folded,
        voices_more=voices_more,
        feeds=feed_chart(index),
        texts=texts,
        texts_more=texts_more,
        judgements=tuple(map(_judged, case.judgements[-limits.JUDGEMENTS :])),
    )


def _parted(questions: tuple[Question, ...]) -> tuple[list[Numbered], list[Numbered]]:
    """Part the numbered questions into contested ones and the rest."""
    numbered = list(enumerate(questions, start=1))
    contested = [(n, q) for n, q in numbered if q.status is Status.CONTESTED]
    return contested, [(n, q) for n, q in numbered if q.status is not Status.CONTESTED]


def _cards(index: DossierIndex, questions: list[Numbered]) -> tuple[QuestionCard, ...]:
    return tuple(question_card(index, number, question) for number, question in questions)


def _counts(case: Case) -> tuple[tuple[str, str], ...]:
    """Return what stands behind the case, number and noun: by the one function that counts."""
    documents = counted(len(case.readings), "document")
    statements = counted(sum(len(reading.statements) for reading in case.readings), "statement")
    parts = (documents, *count_parts(case.reconstruction.standing), statements)
    found = (part.split(" ", 1) for part in parts)
    return tuple((number, noun) for number, noun in found)


def _lead(case: Case, contested: int) -> str:
    if not any(reading.reports for reading in case.readings):
        return "Nothing has been read yet." if not case.readings else "Nothing in these documents was read as a report."
    if contested:
        return f"The accounts part on {plural(contested, 'question')}."
    return "No two accounts were found to part. That is not to say they agree."


def _judged(judgement: Judgement) -> str:
    about = judgement.target.quotes[0].quote if judgement.target and judgement.target.quotes else ""
    of = f" {judgement.target.kind} “{about[:120]}”" if judgement.target and about else ""
    return f"{judgement.verdict}{of} — {judgement.by}, {judgement.at}: {judgement.reason or 'no reason given'}"
