"""Look-ups for the dossier: labels of reports and voices, places in the texts, links inside the page."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cached_property

from sayso.model.reading import Reading
from sayso.model.reconstruction import ReportDate
from sayso.model.reports import Report
from sayso.model.statements import Certainty, Polarity, SaidBasis, Statement
from sayso.model.text import Span
from sayso.present.dossier.views import Cited
from sayso.present.terminal.quotes import CaseIndex, shorten

__all__ = ["DossierIndex", "day_words"]

POLARITY = {
    Polarity.DENIES: "denies it",
    Polarity.DOUBTS: "doubts it",
    Polarity.ASKS: "asks",
    Polarity.WANTS: "wants it",
    Polarity.REFUSES_TO_SAY: "will not say",
}
CERTAINTY = {Certainty.PROBABLE: "held probable", Certainty.POSSIBLE: "held possible"}
BASIS = {
    SaidBasis.SAW: "saw it",
    SaidBasis.HEARD: "heard it said",
    SaidBasis.WAS_TOLD: "was told",
    SaidBasis.DOCUMENT: "from a document",
}
QUOTED = 420
AROUND = 170


class DossierIndex(CaseIndex):
    """A case's look-ups, with the links and labels a page needs."""

    @cached_property
    def dates(self) -> dict[str, ReportDate]:
        """Report id → its date."""
        return {found.report: found for found in self.case.reconstruction.report_dates}

    @cached_property
    def _line_starts(self) -> dict[str, list[int]]:
        starts = {}
        for reading in self.case.readings:
            starts[reading.document] = [0, *(i + 1 for i, char in enumerate(reading.text) if char == "\n")]
        return starts

    def line(self, document: str, span: Span) -> int:
        """Return the line a span starts in, counted from 1."""
        return bisect_right(self._line_starts[document], span.start)

    def where(self, document: str, span: Span) -> str:
        """Return where a span stands: document name and line."""
        return f"{self.readings[document].name}, line {self.line(document, span)}"

    def report_label(self, report: Report) -> str:
        """Return what a report is called: outlet and agency, or that neither is named."""
        names = [sourced.value for sourced in (report.outlet, report.agency) if sourced]
        return " ← ".join(dict.fromkeys(names)) or f"{self.readings[report.document].name} (outlet not named)"

    def cite(self, statement_id: str) -> Cited | None:
        """Return a statement as a citation; None when the case holds no such statement."""
        found = self.statement(statement_id)
        if found is None:
            return None
        statement, reading = found
        before, words, after = self._in_context(statement, reading)
        return Cited(
            before=before,
            words=words,
            after=after,
            chain=self._chain(statement, reading),
            where=self.where(reading.document, statement.span),
            href=f"#s-{statement.id}",
            notes=_notes(statement),
            language=statement.language,
            said=self._said(statement),
        )

    def _in_context(self, statement: Statement, reading: Reading) -> tuple[str, str, str]:
        """Return a statement's words with the rest of their sentence before and after them."""
        hull = statement.span
        words = (
            reading.text[hull.start : hull.end]
            if len(hull) <= QUOTED
            else " … ".join(s.of(reading.text) for s in statement.spans)
        )
        first = bisect_right(reading.sentences, hull.start, key=lambda s: s.start) - 1
        last = bisect_right(reading.sentences, hull.end - 1, key=lambda s: s.start) - 1
        start = reading.sentences[first].start if first >= 0 else hull.start
        end = reading.sentences[last].end if last >= 0 else hull.end
        before = " ".join(reading.text[min(start, hull.start) : hull.start].split())
        after = " ".join(reading.text[hull.end : max(end, hull.end)].split())
        return _tail(before), shorten(words, QUOTED), shorten(after, AROUND) if after else ""

    def cites(self, ids: tuple[str, ...]) -> tuple[Cited, ...]:
        """Return several statements as citations, in the order given."""
        return tuple(cited for statement_id in ids if (cited := self.cite(statement_id)))

    def _chain(self, statement: Statement, reading: Reading) -> tuple[str, ...]:
        del reading
        report = self.report_label(self.reports[statement.report])
        return (report, *self.chain(statement)[1:])

    def _said(self, statement: Statement) -> str:
        say_so = self.say_so.get(statement.id)
        return day_words(say_so.said_earliest, say_so.said_latest) if say_so else ""


def _tail(words: str) -> str:
    """Return the end of `words`, cut at a space where it is long."""
    return words if len(words) <= AROUND else "… " + words[-AROUND:].split(" ", 1)[-1]


def _notes(statement: Statement) -> tuple[str, ...]:
    notes = [
        POLARITY.get(statement.polarity),
        CERTAINTY.get(statement.certainty),
        BASIS.get(statement.basis),
    ]
    return tuple(note for note in notes if note)


def day_words(earliest: date | None, latest: date | None) -> str:
    """Return an interval of days in words, "" when neither end is known."""
    if earliest is None and latest is None:
        return ""
    if earliest == latest and earliest is not None:
        return _day(earliest)
    if earliest is None or latest is None:
        return f"from {_day(earliest)}" if earliest else f"until {_day(latest)}"
    return f"{_day(earliest)} – {_day(latest)}"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
