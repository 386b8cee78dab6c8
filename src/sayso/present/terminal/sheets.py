"""Any record of a case in full, found by its id or the beginning of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.present.case import Case
from sayso.present.terminal import concluded_sheets, found_sheets
from sayso.present.terminal.quotes import CaseIndex
from sayso.present.terminal.sheet import Sheet

__all__ = ["SHEETS", "find_sheet", "known_ids"]


def known_ids(case: Case, wanted: str) -> tuple[tuple[str, str], ...]:
    """Return kind and id of every record whose id is `wanted` or begins so; a small number means that question."""
    questions = case.reconstruction.questions
    if wanted.isdigit() and 1 <= int(wanted) <= len(questions) and len(wanted) < 4:
        return (("question", questions[int(wanted) - 1].id),)
    found = {(kind, record_id) for kind, record_id in _ids(case) if record_id.startswith(wanted)}
    exact = {item for item in found if item[1] == wanted}
    return tuple(sorted(exact or found))


def find_sheet(case: Case, kind: str, record_id: str) -> Sheet:
    """Return the sheet of a record that `known_ids` named."""
    return SHEETS[kind](CaseIndex(case), record_id)


def _ids(case: Case) -> Iterator[tuple[str, str]]:
    derived = case.reconstruction
    yield from (("document", reading.document) for reading in case.readings)
    for reading in case.readings:
        yield from (("report", report.id) for report in reading.reports)
        for statement in reading.statements:
            yield ("statement", statement.id)
            yield from (("eventmention", mention.id) for mention in statement.mentions)
    yield from (("voice", voice.id) for voice in derived.voices)
    yield from (("event", event.id) for event in derived.events)
    yield from (("origin", origin.id) for origin in derived.origins)
    yield from (("lineage", lineage.id) for lineage in derived.lineage)
    for question in derived.questions:
        yield ("question", question.id)
        yield from (("answer", answer.id) for answer in question.answers)


SHEETS: dict[str, Callable[[CaseIndex, str], Sheet]] = {
    "answer": concluded_sheets.answer_sheet,
    "document": found_sheets.document_sheet,
    "event": concluded_sheets.event_sheet,
    "eventmention": found_sheets.event_mention_sheet,
    "lineage": concluded_sheets.lineage_sheet,
    "origin": concluded_sheets.origin_sheet,
    "question": concluded_sheets.question_sheet,
    "report": found_sheets.report_sheet,
    "statement": found_sheets.statement_sheet,
    "voice": concluded_sheets.voice_sheet,
}
