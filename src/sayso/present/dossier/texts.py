"""Every document's text by report, cut into runs that are marked by whose words they are.

The runs of a document joined are its text exactly. Each statement's id stands around its first words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.model.reading import Reading
from sayso.model.reports import Report
from sayso.model.statements import Backing, Polarity, Statement
from sayso.model.text import Span
from sayso.present.dossier.cites import KINDS
from sayso.present.dossier.index import DossierIndex, day_words, language_name
from sayso.present.dossier.limits import REST, plural
from sayso.present.dossier.stretches import Stretch, stretches
from sayso.present.dossier.views import Run, TextBlock, TextSection

__all__ = ["about_report", "text_blocks"]

AGAINST = frozenset({Polarity.DENIES, Polarity.DOUBTS})


def text_blocks(index: DossierIndex) -> tuple[tuple[TextBlock, ...], str]:
    """Return one block a document that is shown, in the order of names, and what was left out."""
    ordered = sorted(index.case.readings, key=lambda r: (r.name, r.document))
    blocks = tuple(_block(index, reading) for reading in ordered if reading.document in index.shown)
    left = len(ordered) - len(blocks)
    words = f"The texts of {plural(left, 'more document')} are left out to keep this page small; {REST}."
    return blocks, words if left else ""


def _block(index: DossierIndex, reading: Reading) -> TextBlock:
    marks = _Marks(index, reading)
    parts = stretches(reading)
    return TextBlock(
        id=f"d-{reading.document}",
        title=reading.name,
        subtitle=_subtitle(index, reading, parts),
        sections=tuple(_sections(index, reading, parts, marks)),
    )


def _subtitle(index: DossierIndex, reading: Reading, parts: tuple[Stretch, ...]) -> str:
    if not reading.reports:
        return "Nothing in it was read as a report."
    if len(reading.reports) == 1:
        return about_report(index, reading.reports[0])
    times = Counter(part.report for part in parts if part.report)
    interleaved = max(times.values()) > 1
    return f"{len(reading.reports)} reports on one page" + (
        "; they interleave, so that one goes on after another." if interleaved else "."
    )


def about_report(index: DossierIndex, report: Report) -> str:
    """Say where a report is from, by whom and when, as far as it tells."""
    dated = index.dates.get(report.id)
    day = day_words(dated.earliest, dated.latest) if dated else ""
    facts = (
        index.outlet_of(report) or "outlet not named",
        "by " + ", ".join(name.value for name in report.byline) if report.byline else "",
        day or "day not known",
        language_name(report.language),
    )
    return " · ".join(fact for fact in facts if fact)


def _sections(
    index: DossierIndex, reading: Reading, parts: tuple[Stretch, ...], marks: _Marks
) -> Iterator[TextSection]:
    numbers = {report.id: n for n, report in enumerate(reading.reports, start=1)}
    met: set[str] = set()
    for part in parts:
        heading = subtitle = link = ""
        if part.report and len(numbers) > 1:
            heading = f"Report {numbers[part.report]} of {len(numbers)}" + (", continued" if part.report in met else "")
            subtitle = "" if part.report in met else about_report(index, index.reports[part.report])
            link = "" if part.report in met else f"t-{part.report}"
            met.add(part.report)
        elif part.folded:
            heading = f"{plural(part.end - part.start, 'character')} that belong to no report"
        language = index.reports[part.report].language if part.report else reading.language
        yield TextSection(link, heading, subtitle, part.folded, language, tuple(marks.runs(part)))


@dataclass
class _Mark:
    span: Span
    statement: Statement


class _Marks:
    """The marks of one document, found by where they begin; one pass over the text uses each once."""

    def __init__(self, index: DossierIndex, reading: Reading) -> None:
        self.index, self.reading = index, reading
        self.opens: dict[int, list[_Mark]] = defaultdict(list)
        for statement in reading.statements:
            for span in statement.spans:
                self.opens[span.start].append(_Mark(span, statement))
        self.demoted = index.demoted.get(reading.document, {})
        self.junk = sorted([*(item.span for item in reading.boilerplate), *self.demoted])
        self.lines = {
            start: n for n, start in enumerate(index.line_starts(reading.document), start=1) if _filled(reading, start)
        }
        marked = (mark.span for found in self.opens.values() for mark in found)
        edges = {edge for span in (*self.junk, *marked) for edge in (span.start, span.end)}
        self.cuts = sorted(edges | set(self.lines) | {0, len(reading.text)})
        self.at = 0
        self.junk_at = 0
        self.active: list[_Mark] = []
        self.told: set[str] = set()

    def runs(self, part: Stretch) -> Iterator[Run]:
        """Yield the runs of a stretch; stretches are asked for in the order of the text."""
        closing: list[int] = []
        for start, end in self._cuts_in(part):
            self.active = [mark for mark in self.active if mark.span.end > start] + self.opens.get(start, [])
            opened = sorted((m for m in self.opens.get(start, []) if self._first(m)), key=lambda m: -m.span.end)
            for mark in opened:
                closing.append(min([mark.span.end, part.end, *closing[-1:]]))
            kind, note = self._marking(start)
            closes = sum(edge <= end for edge in closing)
            closing = [edge for edge in closing if edge > end]
            opens = tuple(f"s-{mark.statement.id}" for mark in opened)
            yield Run(self.reading.text[start:end], kind, note, self.lines.get(start, 0), opens, closes)

    def _cuts_in(self, part: Stretch) -> Iterator[tuple[int, int]]:
        """Yield the pieces of a stretch between cuts."""
        edges = [part.start]
        while self.at < len(self.cuts) and self.cuts[self.at] < part.end:
            if self.cuts[self.at] > part.start:
                edges.append(self.cuts[self.at])
            self.at += 1
        yield from pairwise([*edges, part.end])

    def _first(self, mark: _Mark) -> bool:
        """Tell whether this is the first place of a statement; each has one id on the page."""
        new = mark.statement.id not in self.told
        self.told.add(mark.statement.id)
        return new

    def _marking(self, start: int) -> tuple[str, str]:
        """Return the class and the note of what begins at `start`: boilerplate's, else the innermost statement's."""
        while self.junk_at < len(self.junk) and self.junk[self.junk_at].end <= start:
            self.junk_at += 1
        if self.junk_at < len(self.junk) and self.junk[self.junk_at].start <= start:
            return "junk", self.demoted.get(self.junk[self.junk_at], "")
        if not self.active:
            return "", ""
        statement = min(self.active, key=lambda mark: (len(mark.span), mark.statement.id)).statement
        kind = KINDS[statement.backing] + (" against" if statement.polarity in AGAINST else "")
        return kind, self._note(statement)

    def _note(self, statement: Statement) -> str:
        numbers = self.index.questions_of.get(statement.id, ())
        asked = f" (question {', '.join(map(str, numbers))})" if numbers else ""
        said_by = statement.backing is Backing.ATTRIBUTED
        return (self.index.chain_line(statement) if said_by else self.index.first_voice(statement)) + asked


def _filled(reading: Reading, start: int) -> bool:
    """Tell whether a line has anything on it."""
    end = reading.text.find("\n", start)
    return bool(reading.text[start : end if end >= 0 else None].strip())
