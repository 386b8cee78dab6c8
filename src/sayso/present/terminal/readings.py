"""One document's reading as lines: who says what, where; the view behind `sayso read --format text`."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.reading import Reading
from sayso.model.statements import Backing, Statement
from sayso.model.text import Problem
from sayso.present.terminal.quotes import NOBODY, OWN_VOICE, shorten

__all__ = ["ReadingView", "StatementLine", "reading_view"]


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement: the line it begins on, whose it is in the text's words, how it is said, and its words."""

    line: int
    voice: str
    manner: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A document with a line a report and a line a statement."""

    name: str
    language: str
    reports: tuple[str, ...]
    statements: tuple[StatementLine, ...]
    problems: tuple[Problem, ...]


def reading_view(reading: Reading) -> ReadingView:
    """Return what one document says, in text order."""
    sources = {a.id: " ".join(span.of(reading.text) for span in a.source) or NOBODY for a in reading.attributions}
    lines = _LineCounter(reading.text)
    return ReadingView(
        name=reading.name,
        language=reading.language,
        reports=tuple(_report_line(reading, number) for number in range(len(reading.reports))),
        statements=tuple(
            StatementLine(
                line=lines.at(statement.span.start),
                voice=shorten(sources.get(statement.attribution or "", OWN_VOICE), 60),
                manner=_manner(statement),
                words=shorten(" … ".join(span.of(reading.text) for span in statement.spans), 300),
            )
            for statement in sorted(reading.statements, key=lambda s: (s.span, s.id))
        ),
        problems=reading.problems,
    )


def _report_line(reading: Reading, number: int) -> str:
    report = reading.reports[number]
    facts = [
        report.outlet.value if report.outlet else "outlet not named",
        f"agency {report.agency.value}" if report.agency else "",
        ", ".join(name.value for name in report.byline),
        report.published.earliest.isoformat() if report.published else "date not stated",
    ]
    return " · ".join(fact for fact in facts if fact)


def _manner(statement: Statement) -> str:
    """What is out of the ordinary in how it is said; "" for a plain assertion of a voice."""
    words = [
        "" if statement.polarity == "asserts" else statement.polarity.replace("-", " "),
        "" if statement.certainty == "certain" else statement.certainty,
        "taken for granted" if statement.backing is Backing.PRESUPPOSED else "",
    ]
    return ", ".join(word for word in words if word)


class _LineCounter:
    """Counts line ends up to rising offsets without starting anew each time."""

    def __init__(self, text: str) -> None:
        self._text, self._offset, self._line = text, 0, 1

    def at(self, offset: int) -> int:
        """Return the line of an offset that is not before the one asked last."""
        self._line += self._text.count("\n", self._offset, offset)
        self._offset = offset
        return self._line
