"""Filters: a case seen through fewer statements, so that every view and export of it is filtered alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.reading import Reading
from sayso.model.reconstruction import Answer, Event, Question
from sayso.present.case import Case
from sayso.server.index import AppIndex, Facet

__all__ = ["Filters", "narrow"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for. Values of one kind are alternatives; kinds are all required. Days are inclusive.

    A statement that tells no day is in no stretch of days.
    """

    voices: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self != Filters()

    def admits(self, facet: Facet) -> bool:
        """Tell whether a statement is asked for."""
        return (
            (not self.voices or not self.voices.isdisjoint(facet.voices))
            and (not self.outlets or facet.outlet in self.outlets)
            and (not self.languages or facet.language in self.languages)
            and (not self.places or not self.places.isdisjoint(facet.places))
            and (not self.reports or facet.report in self.reports or facet.document in self.reports)
            and (not (self.first or self.last) or any(self._touches(days) for days in facet.days))
        )

    def _touches(self, days: tuple[date, date]) -> bool:
        return (self.first is None or days[1] >= self.first) and (self.last is None or days[0] <= self.last)


def narrow(index: AppIndex, filters: Filters) -> AppIndex:
    """Return the case with only the statements that the filters admit, and what rests on at least one of them.

    What stands behind an answer (its standing) stays that of the whole case: a filter hides, it does not recount.
    """
    if not filters:
        return index
    kept = frozenset(key for key, facet in index.facets.items() if filters.admits(facet))
    told = frozenset(index.facets[key].report for key in kept)
    case, has = index.case, kept.__contains__
    made = case.reconstruction
    questions = (_question(question, has) for question in made.questions)
    events = (_event(event, has) for event in made.events)
    return AppIndex(
        Case(
            name=case.name,
            originals=case.originals,
            documents=case.documents,
            readings=tuple(_reading(index, reading, has) for reading in case.readings),
            reconstruction=replace(
                made,
                say_so=tuple(one for one in made.say_so if has(one.statement)),
                events=tuple(event for event in events if event.statements),
                questions=tuple(question for question in questions if question.answers),
                lineage=tuple(x for x in made.lineage if x.source_report in told or x.target_report in told),
            ),
            problems=case.problems,
            judgements=case.judgements,
            version=case.version,
        ),
        whole=index,
    )


Has = Callable[[str], bool]


def _reading(index: AppIndex, reading: Reading, has: Has) -> Reading:
    """Return a reading with the statements kept and the places in them; its reports stay, as others refer to them."""
    statements = tuple(statement for statement in reading.statements if has(statement.id))
    named = {place.id for statement in statements for place in index.places_in[statement.id]}
    return replace(
        reading,
        statements=statements,
        places=tuple(place for place in reading.places if place.id in named),
    )


def _question(question: Question, has: Has) -> Question:
    answers = tuple(kept for answer in question.answers if (kept := _answer(answer, has)))
    return replace(question, answers=answers)


def _answer(answer: Answer, has: Has) -> Answer | None:
    said, denied, told = (tuple(filter(has, ids)) for ids in (answer.statements, answer.denials, answer.presupposed))
    return replace(answer, statements=said, denials=denied, presupposed=told) if said or denied or told else None


def _event(event: Event, has: Has) -> Event:
    return replace(event, statements=tuple(filter(has, event.statements)))
