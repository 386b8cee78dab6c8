"""The first page, the facts about the case that every page needs, and what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from sayso.model.reconstruction import Status
from sayso.present.dossier.figures import figure_tables
from sayso.present.dossier.index import language_name
from sayso.present.dossier.limits import plural
from sayso.present.dossier.sources import not_read, read_note
from sayso.present.dossier.timeline import timeline
from sayso.server.contract.base import Numbers
from sayso.server.contract.case import CaseView, Choice, Overview, ProblemRow, Problems, TimelineDay
from sayso.server.contract.questions import FigureTable
from sayso.server.index import AppIndex, place_key
from sayso.server.views.questions import question_row

__all__ = ["case_view", "overview", "problems"]

CARDS, AGREED, FIGURES, DAYS, PROBLEMS = 12, 6, 3, 8, 6
MOST_CHOICES = 300

Label = Callable[[str], str]


def case_view(index: AppIndex, *, revision: str, me: str) -> CaseView:
    """Return what the app must know of the whole case: its counts, and what filters can be set to."""
    facets = index.facets.values()
    days = sorted(day for facet in facets for pair in facet.days for day in pair)
    voices: Counter[str] = Counter(voice for facet in facets for voice in facet.voices)
    places: Counter[str] = Counter(place for facet in facets for place in facet.places)
    names = _place_names(index)
    return CaseView(
        name=index.case.name,
        version=index.case.version,
        revision=revision,
        me=me,
        counts=_counts(index),
        outlets=_choices((facet.outlet for facet in facets), lambda outlet: outlet or "outlet not named"),
        languages=_choices((facet.language for facet in facets), language_name),
        voices=_most(voices, index.voice_label),
        places=_most(places, lambda place: names.get(place, place)),
        first_day=days[0].isoformat() if days else "",
        last_day=days[-1].isoformat() if days else "",
    )


def _choices(values: Iterable[str], label: Label) -> list[Choice]:
    return _most(Counter(values), label)


def _most(counted: Counter[str], label: Label) -> list[Choice]:
    """Return values with their numbers, the most frequent first."""
    made = [Choice(value=value, label=label(value), number=number) for value, number in counted.items()]
    return sorted(made, key=lambda choice: (-choice.number, choice.label.casefold(), choice.value))[:MOST_CHOICES]


def _place_names(index: AppIndex) -> dict[str, str]:
    return {place_key(place): place.best.name if place.best else place.name for place in index.places.values()}


def _counts(index: AppIndex) -> list[Numbers]:
    made = index.case.reconstruction
    speaking = {voice for say_so in made.say_so if say_so.chain for voice in say_so.chain[-1].voices}
    pairs = (
        ("documents", len(index.case.readings)),
        ("reports", len(index.reports)),
        ("voices", len(speaking)),
        ("statements", sum(len(reading.statements) for reading in index.case.readings)),
        ("questions", len(made.questions)),
        ("contested", sum(question.status is Status.CONTESTED for question in made.questions)),
    )
    return [Numbers(label=label, number=number) for label, number in pairs]


def overview(index: AppIndex) -> Overview:
    """Return the first page."""
    made = index.case.reconstruction.questions
    contested = [question for question in made if question.status is Status.CONTESTED]
    others = [question for question in made if question.status is not Status.CONTESTED]
    rows = {question.id: number for question, number in ((q, index.whole.numbered[q.id][0]) for q in made)}
    figures, _ = figure_tables(index)
    days, _ = timeline(index)
    found = problems(index).items
    return Overview(
        lead=_lead(index, len(contested)),
        note=read_note(index),
        counts=_counts(index),
        contested=len(contested),
        cards=[question_row(index, rows[question.id], question) for question in contested[:CARDS]],
        agreed=[question_row(index, rows[question.id], question) for question in others[:AGREED]],
        figures=[FigureTable.model_validate(table) for table in figures[:FIGURES]],
        days=[TimelineDay.model_validate(day) for day in days[:DAYS]],
        problems=found[:PROBLEMS],
        problems_more=max(0, len(found) - PROBLEMS),
    )


def _lead(index: AppIndex, contested: int) -> str:
    if not index.case.readings:
        return "Nothing has been read yet."
    if not index.reports:
        return "Nothing in these documents was read as a report."
    if contested:
        return f"The accounts part on {plural(contested, 'question')}."
    if index.narrowed:
        return "No contested question rests on what these filters leave."
    return "No two accounts were found to part. That is not to say they agree."


def problems(index: AppIndex) -> Problems:
    """Return what was not read or not checked."""
    return Problems(items=[ProblemRow.model_validate(row) for row in not_read(index)])
