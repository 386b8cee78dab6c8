"""Checks on the disputed questions: is each found, has it the answers, do the right words stand under each.

A found question stands for an expected one when it asks for one of its slots and more of the expected words stand under
its answers than under any other's. Answers are told by the words under them, never by their wording.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from bench.example.page import ExampleCase, Table
from sayso.model.reconstruction import Answer, Question
from sayso.model.statements import Backing, Statement

__all__ = ["question_items"]

Check = Callable[[ExampleCase], str]


def question_items(table: Table) -> Iterator[tuple[str, Check]]:
    """Yield the items of one expected question."""
    name = f"question/{table['id']}"
    yield name, partial(_found, table=table)
    yield f"{name}/apart", partial(_apart, table=table)
    if "status" in table:
        yield f"{name}/status", partial(_status, table=table)
    for number, never in enumerate(table.get("never", ()), 1):
        yield f"{name}/never-{number}", partial(_never, table=table, never=never)
    for answer in table["answer"]:
        yield from _answer_items(table, answer, f"{name}/{answer['id']}")


def _answer_items(table: Table, answer: Table, name: str) -> Iterator[tuple[str, Check]]:
    for number, said in enumerate(answer["said"], 1):
        yield f"{name}/said-{number}-page-{said['page']}", partial(_said, table=table, answer=answer, said=said)
    for number, said in enumerate(answer.get("denied", ()), 1):
        yield f"{name}/denied-{number}-page-{said['page']}", partial(_denied, table=table, answer=answer, said=said)
    if "origins" in answer:
        yield f"{name}/origins", partial(_origins, table=table, answer=answer)


@dataclass(frozen=True)
class Match:
    """The found question for an expected one, and the found answer for each expected answer that has one."""

    question: Question
    answers: dict[str, Answer]
    hits: int


def _match(case: ExampleCase, table: Table) -> Match | None:
    """Find the question that holds most of the expected words; of equals, the weightiest."""
    fitting = [_fit(case, table, q) for q in case.reconstruction.questions if q.slot in table["slots"]]
    best = max(fitting, key=lambda m: (len(m.answers), m.hits), default=None)
    return best if best and best.hits else None


def _fit(case: ExampleCase, table: Table, question: Question) -> Match:
    counts = {
        (wanted["id"], answer.id): sum(_under(case, answer, said) for said in wanted["said"])
        for wanted in table["answer"]
        for answer in question.answers
    }
    answers: dict[str, Answer] = {}
    hits = 0
    by_id = {answer.id: answer for answer in question.answers}
    for (wanted_id, answer_id), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count and wanted_id not in answers and by_id[answer_id] not in answers.values():
            answers[wanted_id] = by_id[answer_id]
            hits += count
    return Match(question, answers, hits)


def _under(case: ExampleCase, answer: Answer, said: Table) -> bool:
    held = {*answer.statements, *answer.presupposed}
    return any(s.id in held for s in _statements(case, said))


def _statements(case: ExampleCase, said: Table) -> list[Statement]:
    return case.statements_at(said["page"], said["words"], said.get("nth", 0))


def _found(case: ExampleCase, table: Table) -> str:
    """A question is found when at least two of its answers are, or the only one it has."""
    match = _match(case, table)
    if match is None:
        return "no such question"
    wanted = min(2, len(table["answer"]))
    return "" if len(match.answers) >= wanted else f"only one answer found in “{match.question.text}”"


def _apart(case: ExampleCase, table: Table) -> str:
    """No found answer may hold the words of two expected ones."""
    match = _match(case, table)
    if match is None:
        return "no such question"
    for answer in match.question.answers:
        held = [w["id"] for w in table["answer"] if any(_under(case, answer, said) for said in w["said"])]
        if len(held) > 1:
            return f"“{answer.text}” holds {' and '.join(held)}"
    return ""


def _status(case: ExampleCase, table: Table) -> str:
    match = _match(case, table)
    if match is None:
        return "no such question"
    return "" if match.question.status == table["status"] else f"stands as {match.question.status}"


def _never(case: ExampleCase, table: Table, never: Table) -> str:
    match = _match(case, table)
    if match is None:
        return "no such question"
    wrong = [answer.text for answer in match.question.answers if _under(case, answer, never)]
    return f"stands under “{wrong[0]}”" if wrong else ""


def _said(case: ExampleCase, table: Table, answer: Table, said: Table) -> str:
    match = _match(case, table)
    found = match.answers.get(answer["id"]) if match else None
    if found is None:
        return "no such answer"
    held = [s for s in _statements(case, said) if s.id in {*found.statements, *found.presupposed}]
    return _voiced(case, said, held) if held else _elsewhere(case, said, match)


def _denied(case: ExampleCase, table: Table, answer: Table, said: Table) -> str:
    """A denial stands among the answer's denials, or under a plain "no" beside it."""
    match = _match(case, table)
    found = match.answers.get(answer["id"]) if match else None
    if match is None or found is None:
        return "no such answer"
    against = {s for other in match.question.answers if other.value == "no" for s in other.statements}
    held = [s for s in _statements(case, said) if s.id in found.denials or s.id in against]
    return _voiced(case, said, held) if held else "not among the denials"


def _voiced(case: ExampleCase, said: Table, held: list[Statement]) -> str:
    if said["voice"] == "report":
        return "" if any(s.backing is not Backing.ATTRIBUTED for s in held) else "given to a voice"
    speakers = [case.speakers(s) for s in held]
    right = any(said["voice"].casefold() in speaker.casefold() for speaker in speakers)
    return "" if right else f"voice is {'; '.join(filter(None, speakers)) or 'not known'}"


def _elsewhere(case: ExampleCase, said: Table, match: Match | None) -> str:
    if not _statements(case, said):
        return "no statement stands there"
    for answer in match.question.answers if match else ():
        if _under(case, answer, said):
            return f"stands under “{answer.text}”"
    return "stands under no answer of the question"


def _origins(case: ExampleCase, table: Table, answer: Table) -> str:
    match = _match(case, table)
    found = match.answers.get(answer["id"]) if match else None
    if found is None:
        return "no such answer"
    least, most = answer["origins"]
    standing = found.standing
    right = standing.origins_at_least >= least and (most < 0 or standing.origins_at_most <= most)
    return "" if right else f"at least {standing.origins_at_least}, at most {standing.origins_at_most}"
