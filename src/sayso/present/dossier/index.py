"""Look-ups for the dossier: labels of documents, reports and voices, places in the texts, links inside the page."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property

from sayso.model.annotations import Attribution, Quantity, TimeExpr
from sayso.model.reconstruction import ReportDate
from sayso.model.reports import Report
from sayso.model.statements import Backing, Statement
from sayso.model.text import Span
from sayso.present.dossier import limits
from sayso.present.dossier.views import Holder, PlaceLink
from sayso.present.terminal.quotes import ARROW, MEDIUM, OWN_VOICE, CaseIndex, shorten

__all__ = ["DossierIndex", "day_words", "language_name"]

LANGUAGES = {
    "ar": "Arabic",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "nb": "Norwegian (Bokmål)",
    "nl": "Dutch",
    "nn": "Norwegian (Nynorsk)",
    "no": "Norwegian",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "und": "not known",
}


class DossierIndex(CaseIndex):
    """A case's look-ups, with the links and labels a page needs."""

    @cached_property
    def dates(self) -> dict[str, ReportDate]:
        """Report id → its date."""
        return {found.report: found for found in self.case.reconstruction.report_dates}

    @cached_property
    def demoted(self) -> dict[str, dict[Span, str]]:
        """Document id → the lines that the case sets apart because they repeat, each with the reason."""
        found: dict[str, dict[Span, str]] = {}
        for demotion in self.case.reconstruction.demotions:
            found.setdefault(demotion.document, {})[demotion.span] = demotion.because.text
        return found

    @cached_property
    def times(self) -> dict[str, TimeExpr]:
        """All time expressions of the case by id."""
        return {time.id: time for reading in self.case.readings for time in reading.times}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """All attributions of the case by id."""
        return {found.id: found for reading in self.case.readings for found in reading.attributions}

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        """All figures of the case by id."""
        return {found.id: found for reading in self.case.readings for found in reading.quantities}

    @cached_property
    def told(self) -> Counter[str]:
        """Report id → the number of its statements."""
        return Counter(statement.report for reading in self.case.readings for statement in reading.statements)

    @cached_property
    def speaking(self) -> dict[str, frozenset[str]]:
        """Report id → the voices that speak in it."""
        found: dict[str, set[str]] = {report: set() for report in self.reports}
        for reading in self.case.readings:
            for statement in reading.statements:
                say_so = self.say_so.get(statement.id)
                if say_so and len(say_so.chain) > 1:
                    found[statement.report].update(say_so.chain[-1].voices)
        return {report: frozenset(voices) for report, voices in found.items()}

    @cached_property
    def resolved(self) -> dict[str, tuple[date, date]]:
        """Time expression → its days, where only the case could tell them."""
        return {found.time: (found.earliest, found.latest) for found in self.case.reconstruction.resolved_times}

    @cached_property
    def shown(self) -> frozenset[str]:
        """The documents whose texts the page shows: those cited most, as many as fit."""
        cited: Counter[str] = Counter()
        for question in self.case.reconstruction.questions:
            for answer in question.answers:
                for statement_id in (*answer.statements, *answer.presupposed, *answer.denials):
                    found = self.statement(statement_id)
                    cited.update([found[1].document] if found else [])
        shown, left = set(), limits.TEXT_BUDGET
        for reading in sorted(self.case.readings, key=lambda r: (-cited[r.document], r.name, r.document)):
            if len(reading.text) <= left:
                shown.add(reading.document)
                left -= len(reading.text)
        return frozenset(shown)

    @cached_property
    def questions_of(self) -> dict[str, tuple[int, ...]]:
        """Statement id → the numbers of the questions it answers."""
        found: dict[str, dict[int, None]] = {}
        for number, question in enumerate(self.case.reconstruction.questions, start=1):
            for answer in question.answers:
                for statement in (*answer.statements, *answer.presupposed, *answer.denials):
                    found.setdefault(statement, {})[number] = None
        return {statement: tuple(numbers) for statement, numbers in found.items()}

    @cached_property
    def _line_starts(self) -> dict[str, list[int]]:
        starts = {}
        for reading in self.case.readings:
            starts[reading.document] = [0, *(i + 1 for i, char in enumerate(reading.text) if char == "\n")]
        return starts

    @cached_property
    def _documents(self) -> dict[str, str]:
        """Document id → its name without the ending, where that still names one document only."""
        stems = Counter(_stem(reading.name) for reading in self.case.readings)
        return {
            r.document: _stem(r.name) if stems[_stem(r.name)] == 1 else r.name or r.document for r in self.case.readings
        }

    def document_label(self, document: str) -> str:
        """Return what a document is called."""
        return self._documents[document]

    def line(self, document: str, span: Span) -> int:
        """Return the line a span starts in, counted from 1."""
        return bisect_right(self._line_starts[document], span.start)

    def line_starts(self, document: str) -> list[int]:
        """Return the offsets at which the lines of a document begin."""
        return self._line_starts[document]

    def where(self, document: str, span: Span) -> str:
        """Return where a span stands: document and line."""
        return f"{self.document_label(document)}, line {self.line(document, span)}"

    def link(self, document: str, statement: Statement) -> PlaceLink:
        """Return where a statement stands, with the link to its words where the page shows them."""
        href = f"#s-{statement.id}" if document in self.shown else ""
        return PlaceLink(self.where(document, statement.span), href)

    def outlet_of(self, report: Report) -> str:
        """Return a report's outlet and agency, "" when neither is named."""
        names = [sourced.value for sourced in (report.outlet, report.agency) if sourced]
        return " ← ".join(dict.fromkeys(names))

    def piece_of(self, report: Report) -> str:
        """Return which report of its page one is ("report 2 of 4"), "" where there is but one."""
        ids = [one.id for one in self.readings[report.document].reports]
        return f"report {ids.index(report.id) + 1} of {len(ids)}" if len(ids) > 1 else ""

    def report_label(self, report: Report) -> str:
        """Return what a report is called: outlet and agency, or the document and that neither is named."""
        where = " ".join(word for word in (self.document_label(report.document), self.piece_of(report)) if word)
        return self.outlet_of(report) or f"{where} (outlet not named)"

    def speaker(self, statement: Statement) -> str:
        """Return who is behind a statement, or who takes it for granted: the last link of its chain."""
        say_so = self.say_so.get(statement.id)
        if statement.backing is Backing.OWN_VOICE or say_so is None or len(say_so.chain) < 2:
            return OWN_VOICE
        return self.link_words(replace(say_so.chain[-1], medium=None))

    def via(self, statement: Statement) -> tuple[str, ...]:
        """Return the say-so chain, the outlet first, the voice with the medium last; an outlet not named is left out."""
        outlet = self.outlet_of(self.reports[statement.report])
        return tuple(link for link in dict.fromkeys((outlet, *self.chain(statement)[1:])) if link)

    def through(self, statement: Statement) -> str:
        """Return how a voice's words came to the reader: the chain without the voice, with the medium; "" if nothing tells."""
        say_so = self.say_so.get(statement.id)
        medium = say_so.chain[-1].medium if say_so and len(say_so.chain) > 1 else None
        links = self.via(statement)[:-1] if say_so and len(say_so.chain) > 1 else ()
        return ", ".join(part for part in (ARROW.join(links), shorten(medium or "", MEDIUM)) if part)

    def said(self, statement: Statement) -> str:
        """Return when a statement was made, "" when that is not known."""
        say_so = self.say_so.get(statement.id)
        return day_words(say_so.said_earliest, say_so.said_latest) if say_so else ""

    def holders(self, voice_ids: Iterable[str]) -> tuple[Holder, ...]:
        """Return voices with what they are; voices of one label together."""
        found: dict[str, list[str]] = {}
        for voice in voice_ids:
            found.setdefault(self.voice_label(voice), []).append(self.voice_detail(voice))
        return tuple(Holder(label, _common(details), len(details)) for label, details in found.items())

    def voice_detail(self, voice_id: str) -> str:
        """Return what a voice is in a few words: its roles or its kind, and its side."""
        voice = self.voices.get(voice_id)
        if voice is None:
            return ""
        label = self.voice_label(voice_id).casefold()
        roles = [role.replace("-", " ") for role in voice.roles] or [{"unknown": ""}.get(voice.kind, voice.kind)]
        what = ", ".join(role for role in roles if role not in label)  # "residents" need not be called resident
        return "; ".join(part for part in (what, f"side: {voice.side}" if voice.side else "") if part)


def _common(details: list[str]) -> str:
    """Return what several voices of one label have in common: the description, else its first part."""
    whole = list(dict.fromkeys(details))
    firsts = {detail.partition(";")[0] for detail in whole}
    return whole[0] if len(whole) == 1 else firsts.pop() if len(firsts) == 1 else ""


def _stem(name: str) -> str:
    """Return a file's name without its folder and ending."""
    base = name.rsplit("/", 1)[-1]
    stem, dot, ending = base.rpartition(".")
    return stem if dot and stem and len(ending) <= 5 else base


def language_name(code: str) -> str:
    """Return a language's English name, its code where the name is not known here."""
    return LANGUAGES.get(code, code)


def day_words(earliest: date | None, latest: date | None) -> str:
    """Return an interval of days in words, "" when neither end is known."""
    if earliest is None and latest is None:
        return ""
    if earliest == latest and earliest is not None:
        return _day(earliest)
    if earliest is None or latest is None:
        return f"from {_day(earliest)}" if earliest else f"until {_day(latest)}"
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}–{_day(latest)}"
    return f"{_day(earliest)} – {_day(latest)}"


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _day(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
