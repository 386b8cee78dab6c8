"""Clause by clause: the drafts of all statements, with what is taken for granted set apart."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotate.statements.build import drafts_of, echo_draft, event_clause
from sayso.annotate.statements.clauses import Clause
from sayso.annotate.statements.drafts import Draft
from sayso.annotate.statements.plain import draft_plain, granted_plain
from sayso.annotate.statements.presupposed import set_apart
from sayso.annotate.statements.survey import Survey
from sayso.model.annotations import EventMention
from sayso.model.syntax import Token

__all__ = ["judge"]


def judge(survey: Survey, events: Sequence[EventMention]) -> tuple[Draft, ...]:
    """Return all drafts, clause by clause in text order."""
    triggers: dict[int, EventMention] = {event.span.start: event for event in events}
    found: list[Draft] = []
    for clauses in survey.clauses:
        for clause in clauses:
            mine = [(triggers[t.start], t) for t in clause.tokens if t.start in triggers]
            found += _judged(clause, mine, survey)
    return (*found, *_echoed(survey))


def _echoed(survey: Survey) -> list[Draft]:
    """ "caused not by rebels, as the council claims": that rebels caused it is the council's statement, in words it shares."""
    clause_of = (
        {t.start: clause for clauses in survey.clauses for clause in clauses for t in clause.tokens}
        if survey.echoes
        else {}
    )
    found = []
    for echo in survey.echoes:
        tokens = survey.index.inside(echo.content[0]) if echo.content else ()
        clause = clause_of.get(tokens[0].start) if tokens else None
        if clause is not None:
            found.append(echo_draft(clause, tokens, echo.id, survey.words(clause.sentence)))
    return found


def _judged(clause: Clause, events: list[tuple[EventMention, Token]], survey: Survey) -> list[Draft]:
    words, ground = survey.words(clause.sentence), survey.ground
    if not clause.sentence.parsed:
        return [*draft_plain(clause, ground, words), *granted_plain(clause, ground, words, names_event=bool(events))]
    found = list(drafts_of(clause, ground, words))
    seen = {draft.spans for draft in found}
    left = []
    for event, trigger in events:
        draft = set_apart(event, trigger, clause, ground, words)
        if draft is None:
            left.append(trigger)
        elif draft.spans not in seen:
            seen.add(draft.spans)
            found.append(draft)
    if clause.cue_of is not None and left:
        found.append(event_clause(clause, ground, words, _content_of(clause, survey)))
    return found


def _content_of(clause: Clause, survey: Survey) -> tuple[Token, ...]:
    """Return the tokens of the clause's sentence that stand in the content its cue brings."""
    contents = survey.ground.zones.by_id[clause.cue_of].content if clause.cue_of else ()
    inside = [span for span in contents if clause.sentence.span.start <= span.start < clause.sentence.span.end]
    return tuple(t for span in inside for t in survey.index.inside(span))
